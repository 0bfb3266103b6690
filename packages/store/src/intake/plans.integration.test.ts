import { createTestDatabase } from '@domovoy/testkit';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOT_SESSION, openStore, type Store } from '../open/open-store.ts';
import { keepUncounted } from '../testing/explain.ts';
import { createIntake, message, outgoing, phoneOf, signUp } from '../testing/intake-fixtures.ts';
import { createJudge, type Judge } from '../testing/judge-plans.ts';
import { recordDeadEvents } from './record-dead-events.ts';
import { recordIncomingMessages } from './record-incoming-messages.ts';
import { recordOutgoingMessages } from './record-outgoing-messages.ts';
import { recordSignUps } from './record-sign-ups.ts';

// Plans are judged on tables with rows and statistics: what is a hash join on small tables may become a nested loop
// over the whole chunk, or a walk over a whole table, on large ones.

const CHUNK = 500;
const PEOPLE = 100_000;
/** Rows that any step of a plan may touch: a few for each of the chunk's, never a table's or the chunk's square. */
const MOST_ROWS = CHUNK * 12;

let store: Store;
let sql: postgres.Sql;
let judge: Judge['judge'];
let statementOf: Judge['statementOf'];
let worstStep: Judge['worstStep'];
let intake: Awaited<ReturnType<typeof createIntake>>;

async function open() {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test', statementTimeoutMs: 60_000 });
  sql = postgres(database.url, { max: 1, fetch_types: false, onnotice: () => {}, connection: HOT_SESSION });
  ({ judge, statementOf, worstStep } = createJudge(store, sql));
  intake = await createIntake(store);
  // So that every new sign-up is one to work on.
  await sql`update companies set created_at = '2020-01-01'`;
  await sql`update integrations set config = '{"rest": {}}'`;
  // So that every message is one to think an answer over for.
  await sql`insert into messaging_policies (company_id, send_by, auto_replies, updated_by)
    values (${String(intake.company.id)}, 'kafka', '{}', 'test')`;
}

const work = () => ({ integrationId: intake.integration.id, kind: 'sign_up.match', maxAttempts: 15 });
const answers = () => ({ ...work(), kind: 'message.auto_reply' });
async function close() {
  await sql.end();
  await store[Symbol.asyncDispose]();
}

async function grow() {
  const { company, incoming, own } = intake;
  const args = [String(company.id), PEOPLE] as const;
  await sql`insert into abonents (company_id, rosdomofon_id, phone, seen_at)
    select ${args[0]}, i, '79000000000', '2025-01-01' from generate_series(1, ${args[1]}) i`;
  await sql`insert into conversations (company_id, abonent_rosdomofon_id, channel, last_message_at)
    select ${args[0]}, i, 'support', '2025-01-01' from generate_series(1, ${args[1]}) i`;
  await sql`insert into messages (company_id, conversation_id, direction, state, text, sent_at)
    select ${args[0]}, i, 'in', 'received', 'text', '2025-01-01' from generate_series(1, ${args[1]}) i`;
  await sql`insert into messages (company_id, conversation_id, direction, state, text, author, sent_at)
    select ${args[0]}, id, 'out', 'queued', 'ours', 'test', timestamptz '2025-01-01Z' + n * interval '1 ms'
    from conversations, lateral (select (abonent_rosdomofon_id - 1) / 190 as n) at`;
  await sql`insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone,
      requested_at, seen_at)
    select ${args[0]}, ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, i, 'unprocessed', 'new', i,
      '79000000000', '2025-01-01', '2025-01-01' from generate_series(1, ${args[1]}) i`;
  await sql`insert into inbox_events (source_id, partition, "offset", company_id, hash, payload)
    select s, 0, i, ${args[0]}, i, '{}' from generate_series(1, ${args[1]}) i,
      unnest(array[${incoming.sourceId}, ${own.sourceId}]::int[]) s`;
  await sql`insert into changes (company_id, entity, entity_id, op)
    select ${args[0]}, 'message', i, 'added' from generate_series(1, ${args[1]}) i`;
}

const rows = Array.from({ length: CHUNK }, (_, row) => row);
const news = 1_000_000;

const statements: [string, (into: Store) => Promise<unknown>][] = [
  [
    'new messages of known people',
    (into) =>
      recordIncomingMessages(
        into,
        intake.incoming,
        rows.map((row) => message(news + row, { abonentRosdomofonId: 1 + row * 190, phone: phoneOf(row) })),
        answers(),
      ),
  ],
  [
    'new messages of new people',
    (into) =>
      recordIncomingMessages(
        into,
        intake.incoming,
        rows.map((row) => message(2 * news + row, { abonentRosdomofonId: news + row })),
        answers(),
      ),
  ],
  [
    'messages that are known',
    (into) =>
      recordIncomingMessages(
        into,
        intake.incoming,
        rows.map((row) => message(1 + row)),
        answers(),
      ),
  ],
  [
    'dead events that are known',
    (into) =>
      recordDeadEvents(
        into,
        intake.incoming,
        rows.map((row) => ({ offset: BigInt(1 + row), hash: 1 + row, raw: null, reason: 'no value' })),
      ),
  ],
  [
    'messages to many',
    (into) =>
      recordOutgoingMessages(
        into,
        intake.outgoing,
        rows.map((row) =>
          outgoing(row, {
            recipients: [1, 50_000].map((id) => ({ abonentRosdomofonId: id + row, phone: null })),
          }),
        ),
      ),
  ],
  [
    'messages of ours that come back',
    (into) =>
      recordOutgoingMessages(
        into,
        intake.outgoing,
        rows.map((row) =>
          outgoing(row, {
            text: 'ours',
            recordedMs: Date.UTC(2025, 0, 1) + row,
            recipients: [{ abonentRosdomofonId: 1 + row * 190, phone: null }],
          }),
        ),
      ),
  ],
  [
    'new sign-ups',
    (into) =>
      recordSignUps(
        into,
        intake.own,
        'company',
        rows.map((row) => signUp(news + row, { number: news + row })),
        work(),
      ),
  ],
  [
    'sign-ups that another topic brought',
    (into) =>
      recordSignUps(
        into,
        intake.network,
        'network',
        rows.map((row) => signUp(row, { number: 1 + row * 190, wireStatus: 'connected' })),
        work(),
      ),
  ],
];

/** Finds the abonents of the company without an index. */
const careless = (into: Store) =>
  into.run('select count(*) from abonents a where a.company_id = $1 and a.phone || $2 is not null', [
    intake.company.id,
    '',
  ]);

// One database for all of it: to let it grow is most of the work.
const prepared = (index: number) => `prepared_${index}`;
beforeAll(async () => {
  await open();
  await keepUncounted(sql);
  await sql`set plan_cache_mode = force_generic_plan`;
  for (const [index, [, record]] of statements.entries()) {
    const { text, args } = await statementOf(record);
    await sql.unsafe(`prepare ${prepared(index)} as ${text}`);
    await sql.unsafe(`explain execute ${prepared(index)} (${args})`);
  }
  await grow();
}, 120_000);
afterAll(close);

describe('on a database that grows under statements prepared when it was empty', () => {
  test.each(statements.map(([name, record], index) => [name, record, index] as const))(
    '%s touch a few rows each',
    async (_name, record, index) => {
      const { touchedRows } = await worstStep(prepared(index), await statementOf(record));
      expect(touchedRows).toBeLessThan(MOST_ROWS);
    },
  );
});

describe('on a grown database with statistics', () => {
  beforeAll(async () => void (await sql`vacuum analyze`), 120_000);

  describe.each(['force_generic_plan', 'force_custom_plan'])('with %s', (mode) => {
    test.each(statements)('%s touch a few rows each', async (_name, record) => {
      expect((await judge(record, mode)).touchedRows).toBeLessThan(MOST_ROWS);
    });

    test('control: a walk over all abonents is found out', async () => {
      expect((await judge(careless, mode)).touchedRows).toBeGreaterThan(MOST_ROWS);
    });
  });
});
