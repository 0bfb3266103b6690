import { createTestDatabase } from '@domovoy/testkit';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../migrate/migrate.ts';
import { upsertAccounts } from '../mirror/upserts/upsert-accounts.ts';
import { upsertEntranceAddresses } from '../mirror/upserts/upsert-entrance-addresses.ts';
import { upsertFlats } from '../mirror/upserts/upsert-flats.ts';
import { openStore, type Store } from '../open/open-store.ts';
import type { KeysetPage } from '../page/keyset.ts';
import { account, createMirror, entranceAddress, flat } from '../testing/mirror-fixtures.ts';
import type { AccountFilter } from './account-filter.ts';

let store: Store;
let companyId: bigint;
let otherId: bigint;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  // One connection, so that a test can look at what its session has prepared.
  store = openStore(url, { applicationName: 'search-test', maxConnections: 1 });
  companyId = await fill(store, 'demo');
  otherId = await fill(store, 'other', { phone: '79000009999', number: 'ЛС-77' });
});
afterAll(() => store[Symbol.asyncDispose]());

async function fill(
  into: Store,
  shortName: string,
  more: Partial<ReturnType<typeof account>> = {},
): Promise<bigint> {
  const mirror = await createMirror(into, shortName);
  const run = await mirror.begin();
  await upsertEntranceAddresses(into, run, [
    entranceAddress(1, { addressLine: 'Иваново, Ташкентская ул., 100, подъезд 1' }),
    entranceAddress(2, { addressLine: 'Иваново, пр. Ленина, 12/3' }),
    entranceAddress(3, { addressLine: 'Кохма, улица Артёма, 1007' }),
  ]);
  await upsertAccounts(into, run, [
    account(1, { number: '100345', phone: '79000000012', ...more }),
    account(2, { number: 'ЛС-00123', phone: '79000001007', isBlocked: true, ...more }),
    account(3, { number: '12', phone: null, ...more }),
    account(4, { number: null, phone: '79000000012', ...more }),
    account(5, { number: '900012', phone: '79000004321', ...more }),
  ]);
  await upsertFlats(into, run, [
    flat(11, { accountRosdomofonId: 1, entranceRosdomofonId: 1, number: '7' }),
    flat(12, { accountRosdomofonId: 2, entranceRosdomofonId: 1, number: '12' }),
    flat(13, { accountRosdomofonId: 3, entranceRosdomofonId: 2, number: '7' }),
    flat(14, { accountRosdomofonId: 5, entranceRosdomofonId: 3, number: '1' }),
    flat(15, { accountRosdomofonId: 5, entranceRosdomofonId: 2, number: '1' }),
  ]);
  await mirror.settle(run);
  return mirror.company.id;
}

const FIRST: KeysetPage = { direction: 'forward', limit: 50, cursor: null };
const found = async (search: string, filter: AccountFilter = {}, { of = companyId, by = store } = {}) => {
  const { rows } = await by.company(of).listAccounts({ filter: { ...filter, search }, page: FIRST });
  return rows.map((row) => Number(row.rosdomofonId)).toSorted((a, b) => a - b);
};

describe('accounts are found', () => {
  it.each([
    // a phone in any spelling, whole
    ['79000000012', [1, 4]],
    ['+7 900 000-00-12', [1, 4]],
    ['8 (900) 000-00-12', [1, 4]],
    ['8 900 000 00 12', [1, 4]],
    ['9000000012', [1, 4]],
    // and in part: in the middle, at its end, at its beginning as people write it
    ['0012', [1, 2, 4, 5]],
    ['00-12', [1, 2, 4, 5]],
    ['4321', [5]],
    ['8900000432', [5]],
    ['8 900 000 4', [5]],
    // pieces that are all there, but do not follow one another
    ['90000001007', []],
    ['00000700', []],
    // an account number, whole or in part, whatever stands between its digits
    ['100345', [1]],
    ['0034', [1]],
    ['ЛС-00123', [2]],
    ['лс00123', [2]],
    ['ЛС 0012', [2]],
    ['12', [3, 5]], // the number 12, the house 12; a flat only beside a street
    // an address: words in any order and by their beginnings, numbers as a whole
    ['ташкентская 100', [1, 2]],
    ['100 ТАШК иван', [1, 2]],
    ['ташкентская 10', []],
    ['ул. Ташкентская, д. 100, кв. 7', [1]],
    ['7 ташкентская', [1]],
    ['Ленина 12/3 7', [3]],
    ['артема', [5]],
    ['Артёма', [5]],
    ['кохма ленина', []], // two flats of one account are not one address
    // four digits beside a street: a part of a phone, and a house
    ['артема 1007', [5]],
    ['ташкентская 1007', [2]],
    // an address and a part of a phone
    ['иваново 0012', [1, 2, 5]],
    ['ташкентская 00-0012', []],
    ['Иваново +7 (900) 000-00-12', [1]],
    // nothing
    ['мира', []],
    ['5678', []],
  ])('by %j: %j', async (text, ids) => {
    expect(await found(text)).toEqual(ids);
    expect(await store.company(companyId).countAccounts({ filter: { search: text }, limit: 100 })).toBe(
      ids.length,
    );
  });

  it('together with the other conditions', async () => {
    expect(await found('ташкентская 100', { isBlocked: true })).toEqual([2]);
    expect(await found('0012', { isBlocked: false, hasDebt: false, isVanished: false })).toEqual([1, 4, 5]);
    expect(await found('0012', { hasDebt: true })).toEqual([]);
  });

  it('all of them by a text without anything to search by', async () => {
    expect(await found(' ул. ')).toEqual([1, 2, 3, 4, 5]);
  });

  it('of one company alone', async () => {
    expect(await found('9999')).toEqual([]);
    expect(await found('9999', {}, { of: otherId })).toEqual([1, 2, 3, 4, 5]);
    expect(await found('ЛС-77')).toEqual([]);
    expect(await found('артема', {}, { of: otherId })).toEqual([5]);
  });
});

it('a search is planned each time, for what is searched by: none is prepared', async () => {
  const prepared = async () => {
    const rows = await store.db.execute<{ statement: string }>(
      'select statement from pg_prepared_statements',
    );
    return rows.map(({ statement }) => statement).filter((text) => text.includes('"accounts"'));
  };
  for (let i = 0; i < 8; i++) {
    await found('ташкентская 0012');
    await store.company(companyId).countAccounts({ filter: { search: 'артема' }, limit: 10 });
  }
  expect(await prepared()).toEqual([]);
  // The control: a list without a search is.
  await store.company(companyId).listAccounts({ filter: {}, page: FIRST });
  expect(await prepared()).toHaveLength(1);
});

it('Cyrillic numbers and addresses are found under the locale "C" as well, which knows no Cyrillic letters', async () => {
  const { url, name } = await createTestDatabase();
  const admin = postgres(url.replace(`/${name}`, '/postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database ${name}`);
  await admin.unsafe(
    `create database ${name} template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
  );
  await admin.end();
  await migrate(url);
  await using plain = openStore(url, { applicationName: 'search-test' });
  const [control] = await plain.run<{ lower: string }>(`select lower('ЛС')`, []);
  expect(control?.lower).toBe('ЛС');
  const where = { of: await fill(plain, 'demo'), by: plain };
  expect(await found('лс00123', {}, where)).toEqual([2]);
  expect(await found('ТАШК 100', {}, where)).toEqual([1, 2]);
});
