import { gzipSync } from 'node:zlib';
import { json, type PoisonKind, utf8 } from './poison-kind.ts';
import { soundMessage } from './templates.ts';

/** Below the broker's limit of 1,048,588 bytes for a batch, with room for its frame and a key. */
const BIG_BYTES = 1_000_000;
const DEPTH = 50_000;

const text = JSON.stringify(soundMessage('Не открывается дверь'));
const dead = (name: string, why: string, value: () => Uint8Array | null): PoisonKind => ({
  name,
  on: 'messages-in',
  expected: 'dead',
  why,
  key: '1570666',
  value,
});

/** Values from which no event can be read, whatever the topic. */
export const BROKEN_BYTES: readonly PoisonKind[] = [
  dead('null', 'a tombstone: the record has no value', () => null),
  dead('empty', 'a value of no bytes', () => utf8('')),
  dead('blank', 'spaces and a line break', () => utf8('  \n')),
  dead('invalid-json', 'the end is missing, as after a crash of the producer', () => utf8(text.slice(0, -9))),
  dead('two-events', 'two JSON documents in one value', () => utf8(`${text}\n${text}`)),
  dead('raw-control-character', 'U+0000 unescaped inside a JSON string', () =>
    utf8(text.replace('дверь', '\u0000')),
  ),
  dead('invalid-utf8', 'a two-byte sequence without its second byte', () =>
    Buffer.concat([utf8('{"message":"'), Uint8Array.of(0xd0, 0x28), utf8('"}')]),
  ),
  dead('windows-1251', 'Cyrillic in the code page of another age', () =>
    Buffer.concat([utf8('{"message":"'), Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2), utf8('"}')]),
  ),
  dead('utf-16', 'the right text in the wrong encoding', () => Buffer.from(text, 'utf16le')),
  dead('gzip', 'the producer compressed the value itself', () => gzipSync(text)),
  dead('json-null', 'JSON, but null', () => json(null)),
  dead('json-array', 'JSON, but a list of events', () => utf8(`[${text}]`)),
  dead('json-string', 'JSON inside JSON: the event was encoded twice', () => json(text)),
  dead('json-number', 'JSON, but a number', () => json(42)),
  dead('empty-object', 'JSON, but nothing in it', () => json({})),
  dead('big-garbage', 'a megabyte of one letter', () => Buffer.alloc(BIG_BYTES, 'x')),
  dead('deep-nesting', `a list in a list, ${DEPTH} deep: recursion over it ends the stack`, () =>
    utf8(`${text.slice(0, -1)},"properties":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)}}`),
  ),
];
