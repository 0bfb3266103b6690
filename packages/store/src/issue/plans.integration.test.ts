import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompanyReads } from '../company/company-reads.ts';
import { keepUncounted } from '../testing/explain.ts';
import { openReadPlans } from '../testing/touched-rows.ts';
import type { IssueCause } from './issue-row.ts';

/** Measured with 1,000,000 of each; what is judged here is that it does not grow with them. */
const DEAD = 60_000;
const LIMIT = 100;

let plans: ReturnType<typeof openReadPlans>;
let reads: CompanyReads;

beforeAll(async () => {
  plans = openReadPlans((await createTestDatabase()).url);
  ({ reads } = plans);
  await keepUncounted(plans.sql);
  await grow(plans);
}, 120_000);
afterAll(() => plans[Symbol.asyncDispose]());

/** Of company 1: 12 causes of deliveries, 6 of events of three topics; of company 2 as many. Of company 1 every fifth delivery was sent again. */
async function grow({ sql }: typeof plans): Promise<void> {
  await sql`insert into companies (short_name, name) values ('a', 'a'), ('b', 'b')`;
  await sql`insert into integrations (company_id, kind, origin) select 1 + n % 2, 'bitrix24', 'stored' from generate_series(0, 5) n`;
  await sql`insert into inbox_sources (integration_id, topic) select id, 'T' || n from integrations, generate_series(1, 1) n`;
  await sql`insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, state, settled_at, last_error_code, redelivery_id)
    select 1 + n % 2, 1 + n % 6, 'kind' || (n / 6) % 2, 's' || n, n, 5, 'dead', timestamptz '2026-01-01' + n * interval '1 second',
      'CODE_' || (n / 12) % 2, case when n % 10 = 0 then n end
    from generate_series(0, ${DEAD * 2}) n`;
  await sql`insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, state, settled_at)
    select 1, 1, 'kind0', 's' || n, 'd' || n, 5, 'delivered', now() from generate_series(1, ${DEAD}) n`;
  await sql`insert into inbox_events (source_id, partition, company_id, "offset", hash, state, raw, reason, received_at)
    select 1 + n % 6, 0, 1 + n % 2, n, n, 'dead', 'x', case (n / 6) % 2 when 0 then 'not JSON (' || n || ' bytes)' else 'no value' end,
      timestamptz '2026-01-01' + n * interval '1 second'
    from generate_series(0, ${DEAD * 2}) n`;
}

describe.each([
  ['that grew since anybody counted it', () => Promise.resolve()],
  ['with statistics', async () => void (await plans.sql`vacuum analyze`)],
])('on a database %s', (_name, prepare) => {
  let causes: Record<'deliveries' | 'events', readonly IssueCause[]>;

  beforeAll(async () => {
    await prepare();
    causes = {
      deliveries: await reads.listDeliveryIssues({ filter: {}, limit: LIMIT }),
      events: await reads.listEventIssues({ filter: {}, limit: LIMIT }),
    };
  }, 120_000);

  it('all causes are found, and one by its fingerprint', async () => {
    expect(causes.deliveries).toHaveLength(12);
    expect(causes.events).toHaveLength(6);
    const [one] = causes.deliveries;
    expect(
      await reads.listDeliveryIssues({ filter: { fingerprints: [one?.fingerprint ?? ''] }, limit: 1 }),
    ).toMatchObject([{ what: one?.what, why: one?.why }]);
    const counted = await reads.countDeliveryIssues({ causes: causes.deliveries, limit: DEAD });
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(DEAD * 0.8);
    const events = await reads.countEventIssues({ causes: causes.events, limit: DEAD });
    expect(events.map(({ count }) => count)).toEqual(Array.from({ length: 6 }, () => expect.any(Number)));
    expect(events.reduce((sum, { count }) => sum + count, 0)).toBe(DEAD + 1);
  });

  it('of another company nothing is counted or shown, whatever causes are given', async () => {
    const foreign = causes.deliveries.map((cause) => ({ ...cause, integrationId: cause.integrationId + 1n }));
    expect(await reads.countDeliveryIssues({ causes: foreign, limit: 10 })).toEqual([]);
    expect(await reads.listNewestOfDeliveryIssues({ causes: foreign, limit: 10 })).toEqual([]);
    const events = causes.events.map((cause) => ({ ...cause, integrationId: cause.integrationId + 1n }));
    expect(await reads.listNewestOfEventIssues({ causes: events, limit: 10 })).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['issues of deliveries', () => reads.listDeliveryIssues({ filter: {}, limit: LIMIT })],
    ['issues of events', () => reads.listEventIssues({ filter: {}, limit: LIMIT })],
    [
      'the newest of each of deliveries',
      () => reads.listNewestOfDeliveryIssues({ causes: causes.deliveries, limit: 10 }),
    ],
    [
      'the newest of each of events',
      () => reads.listNewestOfEventIssues({ causes: causes.events, limit: 10 }),
    ],
    [
      'up to 50 of each of deliveries, counted,',
      () => reads.countDeliveryIssues({ causes: causes.deliveries, limit: 50 }),
    ],
    [
      'up to 50 of each of events, counted,',
      () => reads.countEventIssues({ causes: causes.events, limit: 50 }),
    ],
  ])('%s touch few rows', async (_what, read) => {
    expect(await rowsTouchedBy(read)).toBeLessThan(2_000);
  });

  it('control: the dead of a company one by one are found out', async () => {
    const read = () => reads.countDeliveriesByCode({ filter: { states: ['dead'] }, limit: DEAD });
    expect(await plans.rowsTouchedBy(read, ['deliveries'])).toBeGreaterThan(2_000);
  });
});

it('of a company with more causes than are looked at a thousand are shown, each read by a few entries', async () => {
  await plans.sql`update deliveries set last_error_code = 'CODE_' || id / 10 % 1500
    where company_id = 1 and state = 'dead' and redelivery_id is null and id % 5 = 0`;
  await plans.sql`vacuum analyze deliveries`;
  const read = () => reads.listDeliveryIssues({ filter: {}, limit: 5_000 });
  expect(await read()).toHaveLength(1_000);
  expect(await rowsTouchedBy(read)).toBeLessThan(10_000);
});

/** Small tables may be read as a whole. */
const rowsTouchedBy = (read: () => Promise<unknown>) =>
  plans.rowsTouchedBy(read, ['inbox_sources', 'integrations', 'issue_decisions']);
