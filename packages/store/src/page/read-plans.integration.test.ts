import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompanyReads } from '../company/company-reads.ts';
import { openReadPlans } from '../testing/touched-rows.ts';
import type { KeysetPage } from './keyset.ts';

/** Plans change as tables grow: judged on an empty table each of them looks good. */
const SIGN_UPS = 40_000;
const CONVERSATIONS = 20_000;
const MESSAGES = 60_000;
const DEAD = 5_000;

let plans: ReturnType<typeof openReadPlans>;
let reads: CompanyReads;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  plans = openReadPlans(url);
  ({ reads } = plans);
  await grow(plans);
});
afterAll(() => plans[Symbol.asyncDispose]());

/** Two companies with many rows each; a tenth of the sign-ups are the network's. */
async function grow({ sql }: typeof plans): Promise<void> {
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
    expect(await plans.rowsTouchedBy(read)).toBeLessThan(700);
  });

  it('network sign-ups of a week are counted without the other weeks', async () => {
    const read = () =>
      reads.countNetworkSignUps({ from: new Date('2026-01-02'), to: new Date('2026-01-09'), limit: 100 });
    expect(await plans.rowsTouchedBy(read)).toBeLessThan(3_000);
  });
});
