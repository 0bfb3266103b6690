import { createTestDatabase } from '@domovoy/testkit';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompanyReads, companyReads } from '../company/company-reads.ts';
import type { KeysetPage } from './keyset.ts';

/** Plans change as tables grow: judged on an empty table each of them looks good. */
const SIGN_UPS = 40_000;
const CONVERSATIONS = 20_000;
const MESSAGES = 60_000;
const DEAD = 5_000;

let sql: postgres.Sql;
/** Of its own: Drizzle rewrites the parsers of the one that it is given. */
let drizzleClient: postgres.Sql;
let reads: CompanyReads;
let captured: { text: string; parameters: unknown[] }[] = [];

beforeAll(async () => {
  const { url } = await createTestDatabase();
  sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'read-plans' } });
  await grow();
  const logger = {
    logQuery: (text: string, parameters: unknown[]) => {
      captured.push({ text, parameters });
    },
  };
  drizzleClient = postgres(url, { max: 1 });
  const db = drizzle(drizzleClient, { casing: 'snake_case', logger });
  reads = companyReads({ db, search: db, companyId: 1n });
});
afterAll(async () => {
  await Promise.all([sql.end(), drizzleClient.end()]);
});

/** Two companies with many rows each; a tenth of the sign-ups are the network's. */
async function grow(): Promise<void> {
  await sql`insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone, city, requested_at, seen_at, created_at)
    select 1 + n % 2, gen_random_uuid(), n, (array['unprocessed', 'processed', 'connected'])[1 + n % 3],
      case when n % 10 = 9 then 'network' when n % 100 = 1 then 'failed' when n % 4 = 0 then 'new' else 'completed' end,
      n, '79000000000', 'Иваново', at, at, at
    from generate_series(1, ${SIGN_UPS}) n, lateral (select timestamptz '2026-01-01' + n * interval '1 minute' as at) t`;
  await sql`insert into conversations (company_id, abonent_rosdomofon_id, channel, state, unread, last_message_at)
    select 1 + n % 2, n, 'support', (array['open', 'pending', 'resolved'])[1 + n % 3], n % 5, timestamptz '2026-01-01' + n * interval '1 minute'
    from generate_series(1, ${CONVERSATIONS}) n`;
  await sql`insert into messages (company_id, conversation_id, direction, state, text, sent_at)
    select 1 + (1 + n % 1000) % 2, 1 + n % 1000, 'in', 'received', 'text', now() from generate_series(1, ${MESSAGES}) n`;
  await sql`insert into inbox_events (source_id, partition, company_id, "offset", hash, state, raw, reason, received_at)
    select 1, 0, 1 + n % 2, n, n, case when n <= ${DEAD} then 'dead' else 'done' end, 'x', 'bad', timestamptz '2026-01-01' + (n / 500) * interval '1 minute'
    from generate_series(1, ${DEAD * 10}) n`;
  await sql`vacuum analyze`;
}

interface Plan {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** How many rows the statements of a read touched. */
async function rowsTouchedBy(read: () => Promise<unknown>): Promise<number> {
  captured = [];
  await read();
  let touched = 0;
  const visit = (plan: Plan) => {
    expect(plan['Node Type']).not.toBe('Seq Scan');
    if (plan['Node Type'].includes('Scan'))
      touched += (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
    for (const inner of plan.Plans ?? []) visit(inner);
  };
  for (const { text, parameters } of captured) {
    const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
      `explain (analyze, timing off, format json) ${text}`,
      parameters as never[],
    );
    const plan = row?.['QUERY PLAN'][0]?.Plan;
    if (plan) visit(plan);
  }
  return touched;
}

const first = (cursor: string | null): KeysetPage => ({ direction: 'forward', limit: 50, cursor });
const middleOfTime = '2026-01-14 21:20:00+00';
const middle = (id: number) => first(`${middleOfTime}|${id}`);

describe('on grown tables', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['sign-ups', () => reads.listSignUps({ filter: {}, page: first(null) })],
    ['sign-ups from the middle', () => reads.listSignUps({ filter: {}, page: middle(20_000) })],
    [
      'sign-ups backward',
      () => reads.listSignUps({ filter: {}, page: { ...middle(20_000), direction: 'backward' } }),
    ],
    ['sign-ups of a state', () => reads.listSignUps({ filter: { states: ['new'] }, page: middle(20_000) })],
    [
      'sign-ups of states',
      () => reads.listSignUps({ filter: { states: ['new', 'failed'] }, page: middle(20_000) }),
    ],
    [
      'sign-ups of a day long ago',
      () =>
        reads.listSignUps({
          filter: { createdAt: { from: new Date('2026-01-02'), to: new Date('2026-01-03') } },
          page: first(null),
        }),
    ],
    ['conversations of all states', () => reads.listConversations({ filter: {}, page: first(null) })],
    [
      'conversations of a state from the middle',
      () =>
        reads.listConversations({
          filter: { states: ['open'] },
          page: first('2026-01-07 10:40:00+00|10000'),
        }),
    ],
    [
      'conversations of a day',
      () =>
        reads.listConversations({
          filter: { lastMessageAt: { from: new Date('2026-01-02'), to: new Date('2026-01-03') } },
          page: first(null),
        }),
    ],
    ['dead events', () => reads.listInboxEvents({ state: 'dead', page: first(null) })],
    [
      'dead events backward',
      () => reads.listInboxEvents({ state: 'dead', page: { ...first(null), direction: 'backward' } }),
    ],
    ['messages of a conversation', () => reads.listMessages({ conversationIds: [2n], page: first(null) })],
    [
      'the newest message of 50 conversations',
      () =>
        reads.listMessages({
          conversationIds: Array.from({ length: 50 }, (_, i) => BigInt(2 + 2 * i)),
          page: { direction: 'backward', limit: 1, cursor: null },
        }),
    ],
    ['rows by their ids', () => reads.loadMessages(Array.from({ length: 50 }, (_, i) => BigInt(1 + 20 * i)))],
  ])('a page of %s touches few rows', async (_name, read) => {
    expect(await rowsTouchedBy(read)).toBeLessThan(700);
  });

  it('network sign-ups of a week are counted without the other weeks', async () => {
    const read = () =>
      reads.countNetworkSignUps({ from: new Date('2026-01-02'), to: new Date('2026-01-09'), limit: 100 });
    expect(await rowsTouchedBy(read)).toBeLessThan(3_000);
  });
});
