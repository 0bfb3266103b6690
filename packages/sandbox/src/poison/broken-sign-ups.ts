import type { SignUpWire } from '../events/wire.ts';
import { json, type PoisonKind, utf8 } from './poison-kind.ts';
import { soundMessage, soundSignUp } from './templates.ts';

type Change = Record<string, unknown> | ((signUp: SignUpWire) => Record<string, unknown>);

const kind = (
  name: string,
  expected: PoisonKind['expected'],
  why: string,
  value: () => Uint8Array,
): PoisonKind => ({
  name,
  on: 'sign-ups',
  expected,
  why,
  key: soundSignUp(name).uid,
  value,
});

const changed = (name: string, expected: PoisonKind['expected'], why: string, change: Change): PoisonKind =>
  kind(name, expected, why, () => {
    const signUp = soundSignUp(name);
    return json({ ...signUp, ...(typeof change === 'function' ? change(signUp) : change) });
  });

/** Text for what JSON.stringify would never write. */
const rewritten = (
  name: string,
  expected: PoisonKind['expected'],
  why: string,
  rewrite: (text: string) => string,
): PoisonKind => kind(name, expected, why, () => utf8(rewrite(JSON.stringify(soundSignUp(name)))));

export const BROKEN_SIGN_UPS: readonly PoisonKind[] = [
  changed('wrong-types', 'dead', 'objects where text belongs, text where objects belong', {
    abonent: 'Иванов',
    address: [],
    status: {},
  }),
  changed('no-uid', 'dead', 'the uid is missing', { uid: undefined }),
  changed('short-uid', 'dead', 'the uid is not one', { uid: 'c7cba623' }),
  changed('no-address', 'dead', 'the address is null', { address: null }),
  changed('phone-of-10-digits', 'dead', 'a phone without the country', {
    abonent: { id: 1_570_666, phone: 9_000_000_666 },
  }),
  changed('phone-of-12-digits', 'dead', 'a phone with a digit too many', {
    abonent: { id: 1_570_666, phone: 790_000_006_660 },
  }),
  rewritten('id-beyond-2-53', 'dead', 'an id that a JavaScript number rounds to another one', (text) =>
    text.replace(/"id":\d+/, '"id":9007199254740993'),
  ),
  rewritten('number-overflow', 'dead', 'a number that becomes Infinity', (text) =>
    text.replace(/"createdAt":\d+/, '"createdAt":1e400'),
  ),
  changed('created-at-text', 'dead', 'a date where milliseconds belong', {
    createdAt: '2026-01-01T00:00:00Z',
  }),
  {
    ...changed('message-among-sign-ups', 'dead', 'an event of another topic', {}),
    value: () => json(soundMessage('?')),
  },
  rewritten(
    'byte-order-mark',
    'dead',
    'a byte order mark before the JSON, which JSON forbids',
    (text) => `\uFEFF${text}`,
  ),
  changed('unknown-status', 'handled', 'a status that came after us', { status: 'ON_HOLD' }),
  changed('created-at-in-seconds', 'handled', 'seconds instead of milliseconds: January 1970', {
    createdAt: 1_767_225_600,
  }),
  changed('created-at-2100', 'handled', 'a clock that is wrong by generations', {
    createdAt: Date.UTC(2100, 0, 1),
  }),
  { ...changed('record-time-1970', 'handled', 'the record has the time 1', {}), timestampMs: 1 },
  {
    ...changed('record-time-2100', 'handled', 'the record comes from the future', {}),
    timestampMs: Date.UTC(2100, 0, 1),
  },
  rewritten('duplicate-keys', 'handled', 'the status is given twice: the last one counts', (text) =>
    text.replace('{', '{"status":"REJECTED",'),
  ),
  rewritten('proto', 'handled', 'keys that poison prototypes where objects are merged carelessly', (text) =>
    text.replace('{', '{"__proto__":{"status":"CONNECTED"},"constructor":{"prototype":{"isAdmin":true}},'),
  ),
  changed('unknown-fields', 'handled', 'fields that came after us', {
    referrer: { code: 'NY2027' },
    tags: ['vip', null, 3],
  }),
  changed('flat-as-words', 'handled', 'a flat that is no number', ({ address }) => ({
    address: { ...address, flat: 'цоколь, вход со двора' },
  })),
];
