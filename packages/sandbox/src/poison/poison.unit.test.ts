import { CompanyShortName, IncomingMessageEvent, messagesIn, SignUpEvent } from '@domovoy/models';
import { describe, expect, test } from 'vitest';
import { POISON, poisonRecords } from './poison.ts';

/** The depth at which this reader gives up. Whoever recurses needs some such limit. */
const MAX_DEPTH = 64;
const MAX_BATCH_BYTES = 1_048_588;
const demo = CompanyShortName.parse('demo');

/** Reads a value as a careful consumer would: the catalogue must be right about what can be read. */
function canBeRead(topic: string, value: Uint8Array | null): boolean {
  if (value === null) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value);
    if (text.includes(String.raw`\u0000`)) return false; // no database stores it
    const event: unknown = JSON.parse(text);
    const schema = topic === messagesIn(demo).name ? IncomingMessageEvent : SignUpEvent;
    return depthOf(event) <= MAX_DEPTH && schema.safeParse(event).success;
  } catch {
    return false;
  }
}

function depthOf(value: unknown): number {
  let depth = 0;
  let level = [value];
  while (level.length > 0 && depth <= MAX_DEPTH) {
    depth += 1;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return depth;
}

describe('the catalogue of poison', () => {
  test('has more than 40 kinds, each under its own name, dead ones and ones to be handled', () => {
    expect(new Set(POISON.map(({ name }) => name)).size).toBe(POISON.length);
    expect(POISON.length).toBeGreaterThan(40);
    expect(POISON.filter(({ expected }) => expected === 'handled').length).toBeGreaterThan(15);
  });

  test.each(poisonRecords('demo'))('$name is $expected: $why', ({ topic, value, expected }) => {
    expect(canBeRead(topic, value)).toBe(expected === 'handled');
    expect(value?.length ?? 0).toBeLessThan(MAX_BATCH_BYTES - 1000);
  });

  test('holds only sign-ups with a uid of their own', () => {
    const keys = POISON.filter(({ on }) => on === 'sign-ups').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('says of a sound event that it can be read (control)', () => {
    const sound = POISON.find(({ name }) => name === 'unknown-fields')?.value() ?? null;
    expect(canBeRead('SIGN_UPS_demo', sound)).toBe(true);
    expect(canBeRead(messagesIn(demo).name, sound)).toBe(false);
  });
});
