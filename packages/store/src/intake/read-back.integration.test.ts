import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nextMessageId, queueMessage } from '../message/queue-message.ts';
import { openStore, type Store } from '../open/open-store.ts';
import { createIntake, outgoing } from '../testing/intake-fixtures.ts';
import { type OutgoingMessageRow, recordOutgoingMessages } from './record-outgoing-messages.ts';

let store: Store;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

let companies = 0;
/** A conversation with a message that began here, and the record that it went out with. */
async function scene() {
  const intake = await createIntake(store, `company${++companies}`);
  const companyId = intake.company.id;
  await recordOutgoingMessages(store, intake.outgoing, [outgoing(0)]);
  const [talk] = await store.run<{ id: bigint }>('select id from conversations where company_id = $1', [
    companyId,
  ]);
  const id = await nextMessageId(store);
  const given = { id, companyId, conversationId: talk?.id ?? 0n, text: 'Едем', author: 'user:anna' };
  await queueMessage(store, given);
  const [row] = await store.run<{ at: Date }>('select sent_at as at from messages where id = $1', [id]);
  const recordedMs = row?.at.getTime() ?? 0;
  return {
    intake,
    id,
    recordedMs,
    bring: (offset: number, more: Partial<OutgoingMessageRow> = {}) =>
      recordOutgoingMessages(store, intake.outgoing, [
        outgoing(offset, { text: 'Едем', recordedMs, sentAt: new Date(recordedMs), ...more }),
      ]),
    rows: () =>
      store.run<Record<string, unknown>>(
        `select id, state, "offset", failure_code, is_outcome_unknown from messages
         where company_id = $1 and text = 'Едем' order by id`,
        [companyId],
      ),
    told: async () =>
      (
        await store.run<{ op: string }>(
          `select op from changes where entity = 'message' and entity_id = $1 order by xid, id`,
          [id],
        )
      ).map(({ op }) => op),
  };
}

const sent = { state: 'sent', failure_code: null, is_outcome_unknown: false };

describe('a record that brings a message of ours back', () => {
  test.each([
    ['queued', `state = 'queued'`, ['added', 'changed']],
    ['sent, settled before', `state = 'sent'`, ['added']],
    [
      'failed, and nobody knew',
      `state = 'failed', failure_code = 'E', is_outcome_unknown = true`,
      ['added', 'changed'],
    ],
  ])('finds it %s, and it is one message that is sent', async (_name, state, told) => {
    const { id, bring, rows, told: toldOf } = await scene();
    await store.run(`update messages set ${state} where id = $1`, [id]);
    await bring(1);
    expect(await rows()).toEqual([{ id, offset: 1n, ...sent }]);
    expect(await toldOf()).toEqual(told);
  });

  test('twice, as two copies, is still one message; the inbox has both', async () => {
    const { id, bring, rows } = await scene();
    await bring(1);
    expect(await bring(2)).toMatchObject({ fresh: 1 });
    expect(await rows()).toEqual([{ id, offset: 1n, ...sent }]);
  });
});

test.each([
  ['another time', { recordedMs: 1 }],
  ['another text', { text: 'Едем?' }],
  ['another abonent', { recipients: [{ abonentRosdomofonId: 2, phone: null }] }],
  ['another channel', { channel: 'notification' }],
])('a record with %s is another message', async (_name, more) => {
  const { intake, id, bring, rows } = await scene();
  await bring(1, more);
  expect((await rows())[0]).toMatchObject({ id, state: 'queued', offset: null });
  expect(
    await store.run('select from messages where company_id = $1 and author is null', [intake.company.id]),
  ).toHaveLength(2);
});
