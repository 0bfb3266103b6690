import type { AutoReplyFacts } from '@domovoy/store';
import { describe, expect, test } from 'vitest';
import { AutoReplyPolicy } from './auto-reply-policy.ts';
import { decideAutoReply } from './decide-auto-reply.ts';
import { isOpen, localTime } from './local-time.ts';

const policy = AutoReplyPolicy.parse({
  timeZone: 'Europe/Moscow',
  hours: {
    mon: [{ from: '09:00', to: '18:00' }],
    fri: [
      { from: '09:00', to: '13:00' },
      { from: '22:00', to: '24:00' },
    ],
  },
  holidays: ['2026-11-30'],
  texts: { welcome: 'welcome', outOfHours: 'closed', firstOfDay: 'good morning' },
});
/** Friday, 27 November 2026, by the clock in Moscow. */
const moscow = (clock: string, day = 27) => new Date(`2026-11-${day}T${clock}:00+03:00`);

type Row = AutoReplyFacts['message'];
let ids = 0n;
const incoming = (at: Date, text = 'Не работает домофон'): Row => ({
  id: ++ids,
  direction: 'in',
  state: 'received',
  text,
  author: null,
  sentAt: at,
});
const outgoing = (at: Date, author: string | null, text = 'answer'): Row => ({
  ...incoming(at, text),
  direction: 'out',
  state: 'sent',
  author,
});

/** The last one is what the abonent wrote now. */
function decide(history: readonly Row[], more: Partial<AutoReplyFacts> = {}, by = policy) {
  const message = history.at(-1) ?? incoming(moscow('10:00'));
  const before = history.slice(0, -1).toReversed();
  const facts = {
    channel: 'support',
    message,
    before,
    own: before.filter(({ author }) => author !== null),
    now: message.sentAt,
    ...more,
  };
  const decision = decideAutoReply(facts, by, message.id);
  return 'skip' in decision ? decision.skip : decision.rule;
}

const yesterday = () => incoming(moscow('10:00', 26));

describe('what is answered by itself', () => {
  test.each([
    ['the first message ever', () => decide([incoming(moscow('10:00'))]), 'welcome'],
    ['the first one, at night', () => decide([incoming(moscow('03:00'))]), 'outOfHours'],
    ['between two intervals', () => decide([yesterday(), incoming(moscow('13:00'))]), 'outOfHours'],
    [
      'just before midnight, open until 24:00',
      () => decide([yesterday(), incoming(moscow('23:59'))]),
      'firstOfDay',
    ],
    ['the first one of a day', () => decide([yesterday(), incoming(moscow('10:00'))]), 'firstOfDay'],
    [
      'a second one of the day',
      () => decide([incoming(moscow('10:00')), incoming(moscow('11:00'))]),
      'NO_RULE',
    ],
    ['on a holiday', () => decide([incoming(moscow('10:00', 30))]), 'outOfHours'],
    ['on a day without hours', () => decide([incoming(moscow('10:00', 28))]), 'outOfHours'],
    [
      'out of hours, a second time that night',
      () =>
        decide([
          yesterday(),
          incoming(moscow('02:00')),
          outgoing(moscow('02:00'), 'auto-reply:outOfHours', 'closed'),
          incoming(moscow('03:00')),
        ]),
      'NO_RULE',
    ],
    [
      'when a person has just answered',
      () => decide([outgoing(moscow('09:30'), 'user:anna'), incoming(moscow('10:00'))]),
      'PERSON_PRESENT',
    ],
    [
      'when another program of the operator has just answered',
      () => decide([outgoing(moscow('09:30'), null), incoming(moscow('10:00'))]),
      'PERSON_PRESENT',
    ],
    [
      'when a person answered yesterday',
      () => decide([outgoing(moscow('18:30', 26), 'user:anna'), incoming(moscow('10:00'))]),
      'welcome',
    ],
    [
      'what the hub comes to late',
      () => decide([incoming(moscow('10:00'))], { now: moscow('10:20') }),
      'TOO_LATE',
    ],
    [
      'on another channel',
      () => decide([incoming(moscow('10:00'))], { channel: 'notification' }),
      'OTHER_CHANNEL',
    ],
    [
      'our own text, come back',
      () =>
        decide([
          outgoing(moscow('02:00'), 'auto-reply:outOfHours', 'closed'),
          incoming(moscow('02:30'), ' closed '),
        ]),
      'ECHO',
    ],
    [
      'an answer at once to an automatic one',
      () =>
        decide([
          outgoing(moscow('02:00'), 'auto-reply:outOfHours', 'closed'),
          incoming(new Date(moscow('02:00').getTime() + 2_000), 'I am away'),
        ]),
      'ANSWERS_AUTOMATIC',
    ],
    [
      'after the most of a day',
      () =>
        decide([
          outgoing(moscow('01:00'), 'auto-reply:welcome'),
          outgoing(moscow('01:01'), 'auto-reply:firstOfDay'),
          incoming(moscow('03:00')),
        ]),
      'MOST_PER_DAY',
    ],
    [
      'a rule without a text',
      () =>
        decide(
          [incoming(moscow('10:00'))],
          {},
          {
            ...policy,
            texts: { welcome: null, outOfHours: null, firstOfDay: null },
          },
        ),
      'NO_RULE',
    ],
  ] as const)('%s', (_name, decision, expected) => {
    expect(decision()).toBe(expected);
  });
});

describe('local time', () => {
  test('follows the time zone over midnight and the change of clocks', () => {
    expect(localTime(new Date('2026-11-26T21:30:00Z'), 'Europe/Moscow')).toEqual({
      date: '2026-11-27',
      day: 'fri',
      clock: '00:30',
    });
    expect(localTime(new Date('2026-10-25T00:30:00Z'), 'Europe/Berlin').clock).toBe('02:30');
    expect(localTime(new Date('2026-10-25T01:30:00Z'), 'Europe/Berlin').clock).toBe('02:30');
  });

  test('an interval begins with its first minute and ends before its last', () => {
    const at = (clock: string) => isOpen({ date: '2026-11-27', day: 'fri', clock }, policy);
    expect([at('08:59'), at('09:00'), at('12:59'), at('13:00')]).toEqual([false, true, true, false]);
  });
});

test.each([
  ['a time zone that nobody has', { timeZone: 'Moscow' }],
  ['an interval over midnight', { hours: { mon: [{ from: '22:00', to: '06:00' }] } }],
  ['a day that is none', { hours: { someday: [] } }],
  ['more than five a day', { mostPerDay: 6 }],
  ['a text of blanks', { texts: { welcome: '  ' } }],
])('a policy with %s is refused', (_name, wrong) => {
  expect(AutoReplyPolicy.safeParse({ ...policy, ...wrong }).success).toBe(false);
});
