import { randomUUID } from 'node:crypto';
import { openStore, recordDeadEvents, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiveIncomingMessages } from '../../messaging/receive-incoming-messages.ts';
import { chunk, createTenant, incoming, outgoing, signUp } from '../../testing/records.ts';
import type { EventRecord } from '../event-record.ts';
import { reprocessEvent } from './reprocess-event.ts';

const SENT_MS = Date.UTC(2026, 10, 20, 12);
const actor = 'user:1';
let store: Store;
let tenant: Awaited<ReturnType<typeof createTenant>>;
let companies = 0;

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  tenant = await createTenant(store, `company${companies++}`);
});

/** A record that an older version could not read: what it was stays in the inbox. */
async function bury(
  kind: string,
  record: Omit<EventRecord<unknown>, 'event'>,
  more: { raw?: Buffer | null } = {},
) {
  const topic = kind === 'SIGN_UPS_ALL' ? kind : `${kind}_company${companies - 1}`;
  const { sourceId } = (await tenant.source(topic)).target(0);
  const { offset, hash, timestampMs, payload } = record;
  const row = { offset, hash, timestampMs, raw: Buffer.from(payload), reason: 'could not be read', ...more };
  await recordDeadEvents(store, { sourceId, partition: 0, companyId: tenant.companyId }, [row]);
  return { sourceId, partition: 0, offset };
}
type Place = Awaited<ReturnType<typeof bury>>;
const ask = (
  event: Place,
  more: { isRehearsal?: boolean; idempotencyKey?: string; companyId?: bigint } = {},
) =>
  reprocessEvent(store, {
    companyId: tenant.companyId,
    event,
    actor,
    isRehearsal: false,
    idempotencyKey: randomUUID(),
    ...more,
  });
const column = async <T>(text: string) =>
  (await store.run<{ one: T }>(`select ${text} where company_id = $1 order by id`, [tenant.companyId])).map(
    ({ one }) => one,
  );
const messages = () => column<string>(`direction || ': ' || text as one from messages`);
const inbox = async () => {
  const [row] = await store.run<Record<string, unknown>>(
    `select state, reason, reprocessed_by as by, reprocessed_at is not null as "isReprocessed", raw, payload is not null as "hasText",
      hash from inbox_events where company_id = $1`,
    [tenant.companyId],
  );
  return row;
};
const DEAD = { state: 'dead', reason: 'could not be read', by: null, isReprocessed: false, hasText: false };

describe('a dead event whose cause is gone', () => {
  test('becomes a message at the time of its record, once; its row says who asked, and what had been wrong', async () => {
    const record = incoming(7, SENT_MS, 'Не открывает');
    const event = await bury('MESSAGES_IN', record);
    const result = await ask(event);
    expect(result).toEqual({
      kind: 'reprocessed',
      caused: [
        { entity: 'conversation', op: 'added', count: 1, id: expect.any(BigInt) },
        { entity: 'message', op: 'added', count: 1, id: expect.any(BigInt) },
      ],
    });
    expect(await messages()).toEqual(['in: Не открывает']);
    expect(await column('sent_at as one from messages')).toEqual([new Date(SENT_MS)]);
    expect(await inbox()).toMatchObject({
      state: 'done',
      reason: 'could not be read',
      by: actor,
      isReprocessed: true,
      raw: null,
      hasText: true,
    });
    expect(await column('action as one from audit_entries')).toEqual(['inbox_event.reprocess']);
    const [caused] = await column<unknown[]>('caused as one from audit_entries');
    expect(caused).toHaveLength(2);
    expect(await ask(event)).toEqual({ kind: 'not-dead' });
  });

  test('becomes a sign-up, of its own topic and of the network’s', async () => {
    expect(await ask(await bury('SIGN_UPS', signUp(0, SENT_MS)))).toMatchObject({
      kind: 'reprocessed',
      caused: [{ entity: 'sign_up', op: 'added', count: 1 }],
    });
    expect(await column('state as one from sign_ups')).toHaveLength(1);
    // The same sign-up by the other topic: known, therefore no second one.
    const again = await ask(await bury('SIGN_UPS_ALL', signUp(0, SENT_MS)));
    expect(again).toMatchObject({ kind: 'reprocessed' });
    expect(await column('state as one from sign_ups')).toHaveLength(1);
  });

  test('becomes an answer that another program sent', async () => {
    await ask(await bury('MESSAGES_OUT', outgoing(0, SENT_MS, 'Починили', [5])));
    expect(await messages()).toEqual(['out: Починили']);
  });

  test('and comes from Kafka once more afterwards: it is known, and the topic is the same as before', async () => {
    const record = incoming(3, SENT_MS, 'один');
    const event = await bury('MESSAGES_IN', record);
    await ask(event);
    const source = await tenant.source(`MESSAGES_IN_company${companies - 1}`);
    const received = await receiveIncomingMessages(store, source, chunk(record, incoming(4, SENT_MS, 'два')));
    expect(received).toMatchObject({ fresh: 1, recreated: false });
    expect(await messages()).toEqual(['in: один', 'in: два']);
  });

  test('of which the record’s time is not known: when it came counts', async () => {
    const event = await bury('MESSAGES_IN', incoming(0, 2 ** 60, 'когда-то'));
    const [{ at } = {}] = await store.run<{ at: Date }>(
      `update inbox_events set received_at = '2026-03-01T10:00:00Z' where company_id = $1 returning received_at as at`,
      [tenant.companyId],
    );
    await ask(event);
    expect(await column('sent_at as one from messages')).toEqual([at]);
    // It keeps its place in the inbox.
    expect(
      await store.run('select received_at as at from inbox_events where company_id = $1', [tenant.companyId]),
    ).toEqual([{ at }]);
  });
});

describe('nothing happens', () => {
  test('in a rehearsal, which tells what would come of it and uses no key up', async () => {
    const event = await bury('MESSAGES_IN', incoming(0, SENT_MS, 'проба'));
    const idempotencyKey = randomUUID();
    const rehearsed = await ask(event, { isRehearsal: true, idempotencyKey });
    expect(rehearsed).toMatchObject({
      kind: 'rehearsed',
      caused: [{ entity: 'conversation' }, { entity: 'message' }],
    });
    expect(await inbox()).toMatchObject(DEAD);
    expect([await messages(), await column('action as one from audit_entries')]).toEqual([[], []]);
    expect(await ask(event, { idempotencyKey })).toMatchObject({ kind: 'reprocessed' });
    expect(await messages()).toEqual(['in: проба']);
  });

  test.each([
    [
      'still cannot be read',
      Buffer.from('{"phone":79000000001'),
      /^the value is not valid JSON \(20 bytes\)$/,
    ],
    ['is no text', Buffer.from([0xff]), /UTF-8/],
    ['has no value', null, /no value/],
    ['lacks a field', Buffer.from('{}'), /^fromAbonent: /],
  ])('when it %s: it stays dead, with its bytes', async (_name, raw, reason) => {
    const event = await bury('MESSAGES_IN', incoming(0, SENT_MS, ''), { raw });
    const idempotencyKey = randomUUID();
    const refused = { kind: 'unreadable', reason: expect.stringMatching(reason) };
    expect(await ask(event, { idempotencyKey })).toEqual(refused);
    expect(await ask(event, { idempotencyKey, isRehearsal: true })).toEqual(refused);
    expect(await inbox()).toMatchObject({ ...DEAD, raw });
  });

  test('when the database refuses it: it stays dead, and is taken in when the database does not any more', async () => {
    const event = await bury('MESSAGES_IN', incoming(0, SENT_MS, 'отказ'));
    await store.run(`alter table messages add constraint refused check (text <> 'отказ')`, []);
    try {
      expect(await ask(event)).toEqual({
        kind: 'unreadable',
        reason: expect.stringMatching(/^the database refused the event: /),
      });
    } finally {
      await store.run('alter table messages drop constraint refused', []);
    }
    expect(await inbox()).toMatchObject(DEAD);
    expect(await ask(event)).toMatchObject({ kind: 'reprocessed' });
  });

  test('for another company, or where there is no event', async () => {
    const event = await bury('MESSAGES_IN', incoming(0, SENT_MS, 'чужое'));
    expect(await ask(event, { companyId: tenant.companyId + 1_000n })).toEqual({ kind: 'not-dead' });
    expect(await ask({ ...event, offset: 99n })).toEqual({ kind: 'not-dead' });
    expect(await inbox()).toMatchObject(DEAD);
  });
});

describe('it is taken in once', () => {
  test('asked for twice with one key: the first result; with another input the key is refused', async () => {
    const event = await bury('MESSAGES_IN', incoming(0, SENT_MS, 'раз'));
    const other = await bury('MESSAGES_IN', incoming(1, SENT_MS, 'два'));
    const idempotencyKey = randomUUID();
    const first = await ask(event, { idempotencyKey });
    expect(await ask(event, { idempotencyKey })).toEqual(first);
    expect(await ask(other, { idempotencyKey })).toEqual({ kind: 'key-conflict' });
    expect(await messages()).toEqual(['in: раз']);
  });

  test('asked for ten times at once, each with a key of its own', async () => {
    const event = await bury('MESSAGES_IN', incoming(0, SENT_MS, 'раз'));
    const results = await Promise.all(Array.from({ length: 10 }, () => ask(event)));
    expect(results.map(({ kind }) => kind).toSorted()).toEqual([
      ...Array.from({ length: 9 }, () => 'not-dead'),
      'reprocessed',
    ]);
    expect(await messages()).toEqual(['in: раз']);
  });

  test('control: where the row is dead again afterwards, it is taken in each time', async () => {
    const event = await bury('MESSAGES_IN', incoming(0, SENT_MS, 'раз'));
    await store.run(
      `create function stay_dead() returns trigger language plpgsql as
       $$begin new.state = 'dead'; new.raw = convert_to(old.payload, 'UTF8'); return new; end$$`,
      [],
    );
    await store.run(
      'create trigger stay_dead before update on inbox_events for each row execute function stay_dead()',
      [],
    );
    try {
      await ask(event);
      await ask(event);
    } finally {
      await store.run('drop trigger stay_dead on inbox_events', []);
    }
    expect(await messages()).toEqual(['in: раз', 'in: раз']);
  });

  test('killed in the middle: it is dead as before, and the same key takes it in', async () => {
    const event = await bury('MESSAGES_IN', incoming(0, SENT_MS, 'раз'));
    const idempotencyKey = randomUUID();
    const waiting = Promise.withResolvers<void>();
    const isKilled = Promise.withResolvers<void>();
    // The row of the inbox is gone by then, and the message cannot be written.
    const held = store.transaction(async (tx) => {
      await tx.execute('lock table messages in exclusive mode');
      waiting.resolve();
      await isKilled.promise;
    });
    await waiting.promise;
    const asked = ask(event, { idempotencyKey }).then(
      () => 'done',
      () => 'killed',
    );
    const kill = () =>
      store.run<{ pid: number }>(
        `select pid, pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'
           and query like '%record_incoming_messages%' and pid <> pg_backend_pid()`,
        [],
      );
    await expect.poll(kill).toHaveLength(1);
    expect(await asked).toBe('killed');
    isKilled.resolve();
    await held;
    expect(await inbox()).toMatchObject(DEAD);
    expect(await messages()).toEqual([]);
    expect(await ask(event, { idempotencyKey })).toMatchObject({ kind: 'reprocessed' });
    expect(await messages()).toEqual(['in: раз']);
  });
});
