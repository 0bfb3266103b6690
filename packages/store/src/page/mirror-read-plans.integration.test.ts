import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompanyReads } from '../company/company-reads.ts';
import { openReadPlans } from '../testing/touched-rows.ts';
import type { KeysetPage } from './keyset.ts';

/** Of each of two companies: plans change as tables grow. */
const ENTRANCES = 3_000;
const ACCOUNTS = 30_000;
const CITIES = ['Иваново', 'Иваново', 'Иваново', 'Кохма', 'Шуя'];
const STREETS = ['Ташкентская', 'Ленина', 'Мира', 'Советская', 'Пушкина', 'Лежневская'];

let plans: ReturnType<typeof openReadPlans>;
let reads: CompanyReads;
beforeAll(async () => {
  const { url } = await createTestDatabase();
  plans = openReadPlans(url);
  ({ reads } = plans);
  await grow(plans);
}, 120_000);
afterAll(() => plans[Symbol.asyncDispose]());

/**
 * Company 1 came first, so that its ids lie together, far from the newest ones. Every hundredth account is blocked, in
 * debt, or gone; each has a flat and two service connections; an entrance offers three services.
 */
async function grow({ sql }: typeof plans): Promise<void> {
  await sql`insert into entrances (company_id, rosdomofon_id, synced_at, changed_at, address_line, address_words)
    select 1 + (n > ${ENTRANCES})::int, n, now(), now(), words, lower(words) from generate_series(1, ${ENTRANCES * 2}) n,
      lateral (select concat_ws(' ', (${CITIES}::text[])[1 + n % 5], (${STREETS}::text[])[1 + (n / 7) % 6], 1 + n % 150) as words) t`;
  await sql`insert into entrance_flat_ranges (company_id, entrance_rosdomofon_id, flat_start, flat_end)
    select company_id, rosdomofon_id, 1, 36 from entrances`;
  await sql`insert into services (company_id, rosdomofon_id, synced_at, changed_at, name, type)
    select 1 + (n > 500)::int, n, now(), now(), 'service', (array['Gate', 'HouseChat', 'VideoSurveillance'])[1 + n % 3]
    from generate_series(1, 10000) n`;
  await sql`insert into entrance_services (company_id, entrance_rosdomofon_id, service_rosdomofon_id)
    select company_id, rosdomofon_id, (company_id - 1) * 500 + 1 + (rosdomofon_id + k) % 500 from entrances, generate_series(0, 2) k`;
  await sql`insert into accounts (company_id, rosdomofon_id, synced_at, changed_at, vanished_at, number, owner_abonent_rosdomofon_id, phone, is_blocked, balance)
    select 1 + (n > ${ACCOUNTS})::int, n, now(), now(), case when n % 100 = 2 then now() end, (100000 + n)::text, n / 2,
      '7900' || lpad(((n::bigint * 7919123) % 10000000)::text, 7, '0'), n % 100 = 1, case n % 100 when 3 then -10 when 4 then 10 end
    from generate_series(1, ${ACCOUNTS * 2}) n`;
  await sql`insert into flats (company_id, rosdomofon_id, synced_at, changed_at, entrance_rosdomofon_id, number, account_rosdomofon_id, is_virtual)
    select company_id, rosdomofon_id, now(), now(), 1 + (rosdomofon_id - 1) / 10, (1 + rosdomofon_id * 7 % 36)::text, rosdomofon_id, false from accounts`;
  await sql`insert into service_connections (company_id, rosdomofon_id, synced_at, changed_at, service_rosdomofon_id, account_rosdomofon_id, flat_rosdomofon_id, is_blocked)
    select company_id, rosdomofon_id * 2 + k, now(), now(), 1 + rosdomofon_id % 1000, rosdomofon_id, rosdomofon_id, false from accounts, generate_series(0, 1) k`;
  await sql`insert into abonents (company_id, rosdomofon_id, phone, seen_at) select company_id, rosdomofon_id, phone, now() from accounts`;
  const [integration] = await sql<{ id: string }[]>`
    with company as (insert into companies (short_name, name) values ('demo', 'demo') returning id)
    insert into integrations (company_id, kind, origin) select id, 'rosdomofon', 'environment' from company returning id`;
  await sql`insert into sync_runs (company_id, integration_id, kind, account_rosdomofon_id, state, requested_by)
    select 1, ${integration?.id ?? 0}, case when n % 500 = 0 then 'full' else 'account' end, case when n % 500 > 0 then n end, 'completed', 'test'
    from generate_series(1, 20000) n`;
  await sql`vacuum analyze`;
}

const first = (cursor: number | null = null): KeysetPage => ({
  direction: 'forward',
  limit: 50,
  cursor: cursor === null ? null : String(cursor),
});
const page = first();
const ids = Array.from({ length: 50 }, (_, i) => BigInt(100 + i * 20));

describe('on a grown mirror', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['accounts', () => reads.listAccounts({ filter: {}, page })],
    ['accounts from the middle', () => reads.listAccounts({ filter: {}, page: first(ACCOUNTS / 2) })],
    [
      'accounts backward',
      () => reads.listAccounts({ filter: {}, page: { ...first(ACCOUNTS / 2), direction: 'backward' } }),
    ],
    ['blocked accounts', () => reads.listAccounts({ filter: { isBlocked: true }, page })],
    ['accounts in debt', () => reads.listAccounts({ filter: { hasDebt: true }, page })],
    ['accounts that are gone', () => reads.listAccounts({ filter: { isVanished: true }, page })],
    ['accounts by a whole phone', () => reads.listAccounts({ filter: { search: '+79007919123' }, page })],
    ['accounts by a part of a phone', () => reads.listAccounts({ filter: { search: '9191' }, page })],
    [
      'accounts by a part that all phones have',
      () => reads.listAccounts({ filter: { search: '7900' }, page }),
    ],
    ['accounts by a number', () => reads.listAccounts({ filter: { search: '110345' }, page })],
    ['accounts by phones', () => reads.loadAccountsByPhone({ phones: ['79007919123'], limit: 20 })],
    ['accounts by numbers', () => reads.loadAccountsByNumber({ numbers: ['110345'], limit: 1 })],
    ['the accounts of 50 abonents', () => reads.listAccountsOfAbonents({ abonents: ids, page: first() })],
    ['abonents', () => reads.listAbonents({ filter: {}, page })],
    ['abonents by a phone', () => reads.listAbonents({ filter: { phone: '79007919123' }, page })],
    ['entrances', () => reads.listEntrances({ filter: {}, page })],
    ['entrances by an address', () => reads.listEntrances({ filter: { search: 'шуя мира 100' }, page })],
    ['entrances with a service', () => reads.listEntrances({ filter: { serviceRosdomofonId: 7n }, page })],
    ['the flat ranges of 50 entrances', () => reads.loadEntranceFlatRanges({ entrances: ids, limit: 100 })],
    ['flats', () => reads.listFlats({ filter: {}, page })],
    ['flats of an entrance', () => reads.listFlats({ filter: { entranceRosdomofonId: 100n }, page })],
    ['flats of an account', () => reads.listFlats({ filter: { accountRosdomofonId: 100n }, page })],
    ['the flats of 50 accounts', () => reads.listFlatsOfParents({ parent: 'account', parents: ids, page })],
    [
      'the service connections of 50 flats',
      () => reads.listServiceConnectionsOfParents({ parent: 'flat', parents: ids, page }),
    ],
    [
      'the service connections of a service',
      () => reads.listServiceConnectionsOfParents({ parent: 'service', parents: [7n], page }),
    ],
    ['runs', () => reads.listSyncRuns({ filter: {}, page })],
    ['full runs', () => reads.listSyncRuns({ filter: { kind: 'full' }, page })],
    ['rows by their ids', () => reads.loadServiceConnections(ids)],
    ['rows by RosDomofon’s ids', () => reads.loadAccountsByRosdomofonId(ids)],
  ])('a page of %s touches few rows', async (_name, read) => {
    expect(await plans.rowsTouchedBy(read)).toBeLessThan(1_200);
  });

  it.each([
    ['a street and a house', 'ташкентская 100', 2_500],
    ['a street, a house and a flat', 'мира 100 7', 2_500],
    ['a flat of a town, and a part of a phone', 'шуя 7 9191', 4_000],
    ['a town', 'кохма', 4_000],
    ['most of the towns', 'ив', 8_000],
    ['two towns at once', 'кохма шуя', 4_000],
  ])('a search by %s (%j) does not read all accounts', async (_name, search, limit) => {
    expect(await plans.rowsTouchedBy(() => reads.listAccounts({ filter: { search }, page }))).toBeLessThan(
      limit,
    );
  });

  it('the flats of 20 entrances by number are read without the others', async () => {
    const asked = Array.from({ length: 20 }, (_, i) => ({
      entranceRosdomofonId: BigInt(1 + i),
      from: 1,
      to: 36,
    }));
    expect(await plans.rowsTouchedBy(() => reads.listFlatsByNumber(asked))).toBeLessThan(2_500);
  });

  it('entrances with a type of service cost no more than the entrances of the company', async () => {
    const read = () => reads.listEntrances({ filter: { serviceTypes: ['Gate'] }, page });
    expect(await plans.rowsTouchedBy(read)).toBeLessThan(ENTRANCES * 5);
  });
});
