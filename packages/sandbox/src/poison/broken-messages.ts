import type { IncomingMessageWire } from '../events/wire.ts';
import { json, type PoisonKind, utf8 } from './poison-kind.ts';
import { soundMessage } from './templates.ts';

const BIG_LETTERS = 499_500; // two bytes each, and room for the rest of the event under 1,000,000

const kind = (
  name: string,
  expected: PoisonKind['expected'],
  why: string,
  value: () => Uint8Array,
): PoisonKind => ({
  name,
  on: 'messages-in',
  expected,
  why,
  key: '1570666',
  value,
});

const changed = (
  name: string,
  expected: PoisonKind['expected'],
  why: string,
  change: Record<string, unknown>,
) => kind(name, expected, why, () => json({ ...soundMessage(`Проверка: ${name}`), ...change }));

const from = (change: Partial<IncomingMessageWire['fromAbonent']>) => ({
  fromAbonent: { ...soundMessage('').fromAbonent, ...change },
});

/** A support message must not be lost over a detail, so most of these are to be handled. */
export const BROKEN_MESSAGES: readonly PoisonKind[] = [
  changed('no-sender', 'dead', 'nobody sent it', { fromAbonent: null }),
  changed('sender-id-as-text', 'dead', 'the sender has a name instead of an id', {
    fromAbonent: { id: 'Иванов' },
  }),
  kind('nul-in-text', 'dead', 'U+0000, escaped: JSON may hold it, a text of Postgres may not', () =>
    json(soundMessage('до\u0000после')),
  ),
  changed(
    'unknown-company',
    'handled',
    'a company that we have never heard of',
    from({ companyId: 999_999_999 }),
  ),
  changed('sender-phone-0', 'handled', 'phone 0 means unknown', from({ phone: 0 })),
  changed('sender-phone-of-12-digits', 'handled', 'the phone is none', from({ phone: 790_000_006_660 })),
  changed('unknown-channel', 'handled', 'a channel that came after us', { channel: 'telepathy' }),
  changed('no-text', 'handled', 'a message that says nothing', { localizedPush: null }),
  kind('lone-surrogate', 'handled', 'half of an emoji, escaped: no UTF-8 can hold it', () =>
    utf8(JSON.stringify(soundMessage('половина @')).replace('@', String.raw`\ud83d`)),
  ),
  kind('big', 'handled', 'a text of a megabyte', () => json(soundMessage('я'.repeat(BIG_LETTERS)))),
];
