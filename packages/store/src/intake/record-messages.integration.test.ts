import { createTestDatabase } from '@domovoy/testkit';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { abonents } from '../schema/abonent.ts';
import { changes } from '../schema/change.ts';
import { conversations, messages } from '../schema/conversation.ts';
import { inboxEvents } from '../schema/inbox.ts';
import { atSecond, createIntake, message, outgoing, phoneOf } from '../testing/intake-fixtures.ts';
import { recordDeadEvents } from './record-dead-events.ts';
import { recordIncomingMessages } from './record-incoming-messages.ts';
import { recordOutgoingMessages } from './record-outgoing-messages.ts';
import { openInboxSource, startInboxEpoch } from './sources.ts';

let store: Store;
let intake: Awaited<ReturnType<typeof createIntake>>;
let companies = 0;

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  intake = await createIntake(store, `company${++companies}`);
});

const talks = () =>
  store.db
    .select()
    .from(conversations)
    .where(eq(conversations.companyId, intake.company.id))
    .orderBy(asc(conversations.abonentRosdomofonId), asc(conversations.channel));
const texts = async () => {
  const rows = await store.db
    .select()
    .from(messages)
    .where(eq(messages.companyId, intake.company.id))
    .orderBy(asc(messages.id));
  return rows.map((row) => `${row.direction} ${row.text}`);
};
const people = () =>
  store.db
    .select()
    .from(abonents)
    .where(eq(abonents.companyId, intake.company.id))
    .orderBy(asc(abonents.rosdomofonId));
const feed = async () => {
  const entries = await store.db
    .select()
    .from(changes)
    .where(eq(changes.companyId, intake.company.id))
    .orderBy(asc(changes.xid), asc(changes.id));
  return entries.map(({ entity, op }) => `${entity} ${op}`);
};
const setState = (state: 'open' | 'resolved') =>
  store.db.update(conversations).set({ state }).where(eq(conversations.companyId, intake.company.id));

describe('messages from abonents', () => {
  test('open a conversation for each abonent and channel and count as unread', async () => {
    const chunk = [
      message(0),
      message(1),
      message(2, { channel: 'other' }),
      message(3, { abonentRosdomofonId: 2 }),
    ];
    expect(await recordIncomingMessages(store, intake.incoming, chunk)).toEqual({
      enqueued: 0,
      fresh: 4,
      started: 3,
      recreated: false,
    });
    expect(await talks()).toMatchObject([
      { abonentRosdomofonId: 1n, channel: 'other', unread: 1, state: 'open' },
      { abonentRosdomofonId: 1n, channel: 'support', unread: 2, lastMessageAt: atSecond(1) },
      { abonentRosdomofonId: 2n, channel: 'support', unread: 1 },
    ]);
    expect(await texts()).toEqual(['in message 0', 'in message 1', 'in message 2', 'in message 3']);
    expect(await feed()).toEqual([
      ...Array.from({ length: 3 }, () => 'conversation added'),
      ...Array.from({ length: 4 }, () => 'message added'),
    ]);
  });

  test('that come again have no effect', async () => {
    await recordIncomingMessages(store, intake.incoming, [message(0), message(1)]);
    expect(await recordIncomingMessages(store, intake.incoming, [message(1), message(2)])).toMatchObject({
      fresh: 1,
      started: 0,
    });
    expect(await talks()).toMatchObject([{ unread: 3 }]);
  });

  test('reopen a resolved conversation, and an old one does not move its time back', async () => {
    await recordIncomingMessages(store, intake.incoming, [message(5)]);
    await setState('resolved');
    await recordIncomingMessages(store, intake.incoming, [message(6, { sentAt: atSecond(1) })]);
    expect(await talks()).toMatchObject([{ state: 'open', unread: 2, lastMessageAt: atSecond(5) }]);
    expect(await feed()).toEqual([
      'conversation added',
      'message added',
      'conversation changed',
      'message added',
    ]);
  });

  test('tell the phone: the newest one stays, none never takes one away', async () => {
    const tell = (offset: number, phone: string | null, second: number) =>
      recordIncomingMessages(store, intake.incoming, [message(offset, { phone, sentAt: atSecond(second) })]);
    await tell(0, null, 50);
    expect(await people()).toMatchObject([{ phone: null }]);
    await tell(1, phoneOf(1), 10);
    await tell(2, phoneOf(2), 20);
    await tell(3, phoneOf(3), 15);
    await tell(4, null, 60);
    expect(await people()).toMatchObject([{ phone: phoneOf(2), seenAt: atSecond(20) }]);
  });

  test('that say the known phone lock no abonent', async () => {
    await recordIncomingMessages(store, intake.incoming, [message(0)]);
    const [before] = await store.run<{ xmin: string }>(
      'select xmin::text from abonents where company_id = $1',
      [intake.company.id],
    );
    await recordIncomingMessages(store, intake.incoming, [message(1)]);
    expect(
      await store.run('select xmin::text, xmax::text from abonents where company_id = $1', [
        intake.company.id,
      ]),
    ).toEqual([{ xmin: before?.xmin, xmax: '0' }]);
  });

  test('keep their text, whatever is in it', async () => {
    const odd = [
      '',
      'null',
      'NULL',
      '{}',
      '"',
      '\\',
      "'",
      ',',
      'a\nb',
      '\u{1f600}',
      'ы',
      'a\0b\u001ec\u001fd\ud800e',
    ];
    for (const [offset, text] of odd.entries())
      await recordIncomingMessages(store, intake.incoming, [message(offset, { text })]);
    await recordIncomingMessages(
      store,
      intake.incoming,
      odd.map((text, index) => message(100 + index, { text })),
    );
    const expected = odd.map((text) => (text === odd.at(-1) ? 'in a�b�c�d�e' : `in ${text}`));
    expect(await texts()).toEqual([...expected, ...expected]);
  });
});

describe('messages to abonents', () => {
  test('go into the conversation of each recipient, and to nobody when none is named', async () => {
    const chunk = [
      outgoing(0, {
        recipients: [1, 2, 1].map((id) => ({ abonentRosdomofonId: id, phone: phoneOf(id) })),
      }),
      outgoing(1, { recipients: [] }),
    ];
    expect(await recordOutgoingMessages(store, intake.outgoing, chunk)).toEqual({
      fresh: 2,
      started: 2,
      recreated: false,
    });
    expect(await talks()).toMatchObject([
      { abonentRosdomofonId: 1n, state: 'pending', unread: 0 },
      { abonentRosdomofonId: 2n, state: 'pending', unread: 0 },
    ]);
    expect(await texts()).toEqual(['out answer 0', 'out answer 0']);
    expect(await people()).toHaveLength(2);
    expect(await recordOutgoingMessages(store, intake.outgoing, chunk)).toMatchObject({ fresh: 0 });
    expect(await texts()).toHaveLength(2);
  });

  test('a chunk of broadcasts without recipients is only kept', async () => {
    const chunk = [outgoing(0, { recipients: [] })];
    expect(await recordOutgoingMessages(store, intake.outgoing, chunk)).toMatchObject({
      fresh: 1,
      started: 0,
    });
    expect(await texts()).toEqual([]);
  });

  test('leave what is unread and a resolved state as they are', async () => {
    await recordIncomingMessages(store, intake.incoming, [message(0)]);
    await setState('resolved');
    await recordOutgoingMessages(store, intake.outgoing, [outgoing(9)]);
    expect(await talks()).toMatchObject([{ state: 'resolved', unread: 1, lastMessageAt: atSecond(9) }]);
  });
});

describe('dead events', () => {
  test('keep their bytes and a reason, once', async () => {
    const raw = Uint8Array.of(0, 255, 10);
    const dead = [
      { offset: 0n, hash: 1, raw, reason: 'not UTF-8' },
      { offset: 1n, hash: 2, raw: null, reason: 'no value' },
      { offset: 2n, hash: 3, raw: new Uint8Array(), reason: 'empty\0' },
    ];
    expect(await recordDeadEvents(store, intake.incoming, dead)).toEqual({ fresh: 3, recreated: false });
    expect(await recordDeadEvents(store, intake.incoming, dead)).toEqual({ fresh: 0, recreated: false });
    const rows = await store.db
      .select()
      .from(inboxEvents)
      .where(eq(inboxEvents.companyId, intake.company.id))
      .orderBy(asc(inboxEvents.offset));
    expect(rows.map((row) => [row.state, row.raw && [...row.raw], row.reason])).toEqual([
      ['dead', [0, 255, 10], 'not UTF-8'],
      ['dead', null, 'no value'],
      ['dead', [], 'empty�'],
    ]);
  });

  test('of a topic created anew are noticed', async () => {
    await recordIncomingMessages(store, intake.incoming, [message(0)]);
    const dead = [{ offset: 0n, hash: 99, raw: null, reason: 'no value' }];
    expect(await recordDeadEvents(store, intake.incoming, dead)).toEqual({ fresh: 0, recreated: true });
  });
});

describe('epochs of a topic', () => {
  test('all who find the topic created anew at once get the same next epoch', async () => {
    const topic = 'T';
    const integrationId = intake.integration.id;
    const first = await Promise.all(
      Array.from({ length: 8 }, () => openInboxSource(store, { integrationId, topic })),
    );
    expect(new Set(first.map(({ epoch }) => epoch))).toEqual(new Set([1]));
    expect(new Set(first.map(({ sourceId }) => sourceId)).size).toBe(1);
    const second = await Promise.all(
      Array.from({ length: 8 }, () => startInboxEpoch(store, { integrationId, topic, epoch: 1 })),
    );
    expect(new Set(second.map(({ epoch }) => epoch))).toEqual(new Set([2]));
    expect(await openInboxSource(store, { integrationId, topic })).toEqual(second[0]);
    expect(await startInboxEpoch(store, { integrationId, topic, epoch: 1 })).toEqual(second[0]);
  });
});
