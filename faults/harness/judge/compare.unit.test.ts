import { describe, expect, test } from 'vitest';
import type { SubscriberLog } from '../world/subscriber.ts';
import { compare } from './compare.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Observation } from './observe.ts';

const uid = '11111111-1111-4111-8111-111111111111';
const at = (topic: string, offset: bigint) => ({ topic, partition: 0, offset });
const [IN, ALL, OWN] = ['MESSAGES_IN_demo', 'SIGN_UPS_ALL', 'SIGN_UPS_demo'];
const ledger: LedgerEntry[] = [
  { ...at(IN, 0n), expects: { kind: 'message', direction: 'in', marker: 'a' } },
  { ...at(IN, 1n), expects: { kind: 'message', direction: 'in', marker: 'b' } },
  { ...at(ALL, 0n), expects: { kind: 'sign-up', uid, status: 'unprocessed', isNetwork: true } },
  { ...at(OWN, 0n), expects: { kind: 'sign-up', uid, status: 'unprocessed', isNetwork: false } },
];

/** What the hub has when everything is right. */
function allWell(): Observation & { seen: { messages: SubscriberLog; signUps: SubscriberLog } } {
  const messages = ['a', 'b'].map((text, index) => ({
    ...at(IN, BigInt(index)),
    id: String(index),
    conversationId: '1',
    direction: 'in',
    text,
  }));
  const change = (entity: string, entityId: string) => ({ entity, entityId, op: 'added' });
  const seenMessages = messages.map(({ offset }) => ({
    cursor: `m${offset}`,
    record: `${IN}/0@${offset}`,
    status: null,
  }));
  return {
    inbox: ledger.map(({ topic, partition, offset }) => ({
      topic,
      partition,
      offset,
      state: 'done',
      reason: null,
    })),
    messages,
    signUps: [{ id: '7', uid, state: 'new', wireStatus: 'unprocessed' }],
    timeline: [
      { ...at(ALL, 0n), signUpId: '7', kind: 'received' },
      { ...at(OWN, 0n), signUpId: '7', kind: 'adopted' },
    ],
    conversations: [{ id: '1', unread: 2 }],
    changes: [change('message', '0'), change('message', '1'), change('sign_up', '7')],
    seen: {
      messages: { events: seenMessages, gaps: [] },
      signUps: { events: [{ cursor: 's0', record: uid, status: 'unprocessed' }], gaps: [] },
    },
  };
}

type Well = ReturnType<typeof allWell>;
const judge = (break_: (well: Well) => void) => {
  const well = allWell();
  break_(well);
  return compare(ledger, well, well.seen);
};
const repeat = <T>(rows: readonly T[]): T[] => [...rows, ...rows.slice(-1)];

describe('the comparison of ledger and hub', () => {
  test('finds nothing when everything is there once', () => {
    expect(judge(() => {})).toEqual({ lost: [], duplicated: [] });
  });

  test.each<[string, (well: Well) => void]>([
    ['an inbox row', (well) => well.inbox.pop()],
    ['an event that is dead', (well) => Object.assign(well.inbox[0] ?? {}, { state: 'dead' })],
    ['a message', (well) => well.messages.pop()],
    ['the text of a message', (well) => Object.assign(well.messages[0] ?? {}, { text: 'x' })],
    ['a sign-up', (well) => well.signUps.pop()],
    ['the last status of a sign-up', (well) => Object.assign(well.signUps[0] ?? {}, { wireStatus: 'x' })],
    ['the adoption of a sign-up', (well) => Object.assign(well.signUps[0] ?? {}, { state: 'network' })],
    ['an event of a timeline', (well) => well.timeline.pop()],
    ['an unread message', (well) => Object.assign(well.conversations[0] ?? {}, { unread: 1 })],
    ['a change', (well) => well.changes.pop()],
    ['a message in the subscriber’s log', (well) => Object.assign(well.seen.messages, { events: [] })],
    ['a sign-up in the subscriber’s log', (well) => Object.assign(well.seen.signUps, { events: [] })],
    ['a stretch of the feed', (well) => Object.assign(well.seen.messages, { gaps: ['x'] })],
  ])('misses %s', (_name, break_) => {
    expect(judge(break_).lost.length).toBeGreaterThan(0);
  });

  test.each<[string, (well: Well) => void]>([
    ['an inbox row', (well) => Object.assign(well, { inbox: repeat(well.inbox) })],
    ['a message', (well) => Object.assign(well, { messages: repeat(well.messages) })],
    ['a sign-up', (well) => Object.assign(well, { signUps: repeat(well.signUps) })],
    ['an event of a timeline', (well) => Object.assign(well, { timeline: repeat(well.timeline) })],
    ['an unread message', (well) => Object.assign(well.conversations[0] ?? {}, { unread: 3 })],
    ['a change', (well) => Object.assign(well, { changes: repeat(well.changes) })],
    [
      'an event in the subscriber’s log',
      ({ seen }) => Object.assign(seen.messages, { events: repeat(seen.messages.events) }),
    ],
  ])('notices %s that is there twice', (_name, break_) => {
    expect(judge(break_).duplicated.length).toBeGreaterThan(0);
  });
});
