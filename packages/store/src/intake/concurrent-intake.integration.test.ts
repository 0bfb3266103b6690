import { createTestDatabase } from '@domovoy/testkit';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { signUpEvents, signUps } from '../schema/sign-up.ts';
import {
  atSecond,
  createIntake,
  message,
  outgoing,
  phoneOf,
  signUp,
  uidOf,
} from '../testing/intake-fixtures.ts';
import { recordIncomingMessages } from './record-incoming-messages.ts';
import { recordOutgoingMessages } from './record-outgoing-messages.ts';
import { recordSignUps } from './record-sign-ups.ts';

const CHUNKS = 6;
const ROWS = 100;
const PEOPLE = 60;

let store: Store;
let companies = 0;

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

/** In each partition another order of the same people. */
const STEPS = [1, 59, 7, 53];

type Write = (
  target: { partition: number },
  offsets: number[],
  person: (row: number) => number,
) => Promise<unknown>;

/** One chunk after the other in each partition, all partitions at once. */
const everywhere = async (write: Write) => {
  await Promise.all(
    STEPS.map(async (step, partition) => {
      for (let chunk = 0; chunk < CHUNKS; chunk++) {
        const offsets = Array.from({ length: ROWS }, (_, row) => chunk * ROWS + row);
        await write({ partition }, offsets, (row) => 1 + ((row * step + chunk) % PEOPLE));
      }
    }),
  );
};

test('partitions that tell of the same people in opposite orders never wait for each other in a circle', async () => {
  const {
    incoming,
    outgoing: out,
    own,
    network,
    company,
  } = await createIntake(store, `company${++companies}`);
  await Promise.all([
    everywhere(({ partition }, offsets, person) =>
      recordIncomingMessages(
        store,
        { ...incoming, partition },
        offsets.map((offset) =>
          message(offset, { abonentRosdomofonId: person(offset), phone: phoneOf(partition * 1000 + offset) }),
        ),
      ),
    ),
    everywhere(({ partition }, offsets, person) =>
      recordOutgoingMessages(
        store,
        { ...out, partition },
        offsets.map((offset) =>
          outgoing(offset, {
            recipients: [0, 30].map((more) => ({
              abonentRosdomofonId: person(offset + more),
              phone: phoneOf(partition * 1000 + offset),
            })),
          }),
        ),
      ),
    ),
    everywhere(({ partition }, offsets, person) =>
      recordSignUps(
        store,
        { ...(partition % 2 ? network : own), partition },
        partition % 2 ? 'network' : 'company',
        offsets.map((offset) =>
          signUp(offset, { number: person(offset), wireStatus: `s${offset % 7}`, phone: phoneOf(offset) }),
        ),
      ),
    ),
  ]);
  const all = STEPS.length * CHUNKS * ROWS;
  const count = (table: string, where = 'true') =>
    store.run<{ n: number }>(`select count(*)::int as n from ${table} where company_id = $1 and ${where}`, [
      company.id,
    ]);
  expect(await count('inbox_events')).toEqual([{ n: 3 * all }]);
  expect(await count('messages', `direction = 'in'`)).toEqual([{ n: all }]);
  expect(await count('messages', `direction = 'out'`)).toEqual([{ n: 2 * all }]);
  expect(await count('sign_up_events')).toEqual([{ n: all }]);
  expect(await count('sign_ups', `state = 'new'`)).toEqual([{ n: PEOPLE }]);
  expect(await count('abonents')).toEqual([{ n: PEOPLE }]);
  expect(
    await store.run('select sum(unread)::int as n from conversations where company_id = $1', [company.id]),
  ).toEqual([{ n: all }]);
});

test('control: the same upserts without an order do wait in a circle', async () => {
  const { company } = await createIntake(store, `company${++companies}`);
  const upsert = `insert into conversations as c (company_id, abonent_rosdomofon_id, channel, last_message_at)
    select $1, i, 'support', now() from generate_series($2::int, $3::int, $4::int) i, pg_sleep(0.0005)
    on conflict (company_id, abonent_rosdomofon_id, channel) do update set unread = c.unread + 1`;
  const run = (from: number, to: number, step: number) => store.run(upsert, [company.id, from, to, step]);
  await run(1, 400, 1);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 2 }, (_, i) => (i % 2 ? run(1, 400, 1) : run(400, 1, -1))),
  );
  const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(failed.map(({ reason }): unknown => reason)).toContainEqual(
    expect.objectContaining({
      name: 'StoreConflictError',
      meta: expect.objectContaining({ sqlState: '40P01' }),
    }),
  );
});

test('whatever the order in which events of one sign-up come and are cut into chunks, the newest one decides', async () => {
  const { own, network } = await createIntake(store, `company${++companies}`);
  let number = 1_000;
  let offset = 0;
  const event = fc.record({
    second: fc.integer({ min: 0, max: 5 }),
    status: fc.constantFrom('a', 'b', 'c'),
    isOwn: fc.boolean(),
    endsChunk: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 12 }), async (events) => {
      number++;
      let expected = { second: -1, status: '' };
      let chunk: ReturnType<typeof signUp>[] = [];
      for (const [index, { second, status, isOwn, endsChunk }] of events.entries()) {
        chunk.push(signUp(offset++, { number, wireStatus: status, seenAt: atSecond(second) }));
        if (second >= expected.second) expected = { second, status };
        const next = events[index + 1];
        if (next !== undefined && !endsChunk && next.isOwn === isOwn) continue;
        await recordSignUps(store, isOwn ? own : network, isOwn ? 'company' : 'network', chunk);
        chunk = [];
      }
      const [row] = await store.db
        .select()
        .from(signUps)
        .where(eq(signUps.uid, uidOf(number)));
      expect(row).toMatchObject({
        wireStatus: expected.status,
        seenAt: atSecond(expected.second),
        state: events.some(({ isOwn }) => isOwn) ? 'new' : 'network',
      });
      const timeline = await store.db
        .select()
        .from(signUpEvents)
        .where(eq(signUpEvents.signUpId, row?.id ?? 0n));
      expect(timeline).toHaveLength(events.length);
      expect(timeline.filter(({ kind }) => kind === 'received')).toHaveLength(1);
      const isAdopted = events[0]?.isOwn === false && events.some(({ isOwn }) => isOwn);
      expect(timeline.filter(({ kind }) => kind === 'adopted')).toHaveLength(isAdopted ? 1 : 0);
    }),
    { numRuns: 60 },
  );
});

describe('the same records from two owners at the same moment', () => {
  const rollbacks = async () => {
    const [row] = await store.run<{ n: number }>(
      `select xact_rollback::int as n from pg_stat_database where datname = current_database()`,
      [],
    );
    return row?.n ?? 0;
  };

  test('have their effects once, and neither owner fails', async () => {
    const { incoming, company } = await createIntake(store, `company${++companies}`);
    const before = await rollbacks();
    for (let chunk = 0; chunk < 20; chunk++) {
      const rows = Array.from({ length: ROWS }, (_, row) =>
        message(chunk * ROWS + row, { abonentRosdomofonId: row }),
      );
      const recorded = await Promise.all(
        // The third one knows a half already when it comes.
        [rows, rows, rows.slice(ROWS / 2)].map((part) => recordIncomingMessages(store, incoming, part)),
      );
      expect(recorded.map(({ recreated }) => recreated)).toEqual([false, false, false]);
      expect(recorded.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(ROWS);
    }
    expect(
      await store.run(
        `select sum(unread)::int as unread, (select count(*)::int from messages where company_id = $1) as messages
         from conversations where company_id = $1`,
        [company.id],
      ),
    ).toEqual([{ unread: 20 * ROWS, messages: 20 * ROWS }]);
    // Control: the quick statement did meet the other owner's rows. Backends tell it when they are idle for a while.
    await vi.waitFor(async () => expect(await rollbacks()).toBeGreaterThan(before), { timeout: 15_000 });
  });
});
