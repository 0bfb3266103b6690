import { createTestDatabase } from '@domovoy/testkit';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFeed } from '../feed/open-feed.ts';
import { recordIncomingMessages } from '../intake/record-incoming-messages.ts';
import { recordSignUps } from '../intake/record-sign-ups.ts';
import { migrate } from '../migrate/migrate.ts';
import { openStore, type Store } from '../open/open-store.ts';
import { indexEverything } from '../testing/index-everything.ts';
import { createIntake, message, signUp } from '../testing/intake-fixtures.ts';

let store: Store;
let companyId: bigint;
let otherId: bigint;

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'search-test' });
  await openFeed(store);
  companyId = await fill(store, 'demo');
  otherId = await fill(store, 'other');
  await indexEverything(store);
});
afterAll(() => store[Symbol.asyncDispose]());

const TEXTS = [
  'Здравствуйте! Не работает ДОМОФОН, открыть дверь нельзя',
  'Потерял ключи от подъезда, кв. 42',
  'Ёлка во дворе мешает — «камера» ничего не видит',
  'Мой номер 8 (900) 000-00-34, перезвоните',
  'Домофоны на обоих подъездах сломаны, key lost',
  'Сломанный домофон починили. Спасибо!',
];

const person = (number: number) => ({
  number,
  abonentRosdomofonId: 100 + number,
  phone: `7900000200${number}`,
});

async function fill(into: Store, shortName: string): Promise<bigint> {
  const { company, incoming, own, network } = await createIntake(into, shortName);
  await recordIncomingMessages(
    into,
    incoming,
    TEXTS.map((text, at) => message(at, { text, abonentRosdomofonId: at + 1, phone: `7900000100${at}` })),
  );
  await recordSignUps(into, own, 'company', [
    signUp(1, { ...person(1), street: 'Ташкентская', house: '100', flat: '7' }),
    signUp(2, { ...person(2), street: 'Артёма', house: '12к1', flat: null }),
  ]);
  await recordSignUps(into, network, 'network', [signUp(3, person(3))]);
  return company.id;
}

const reads = (of = companyId, by = store) => by.company(of);
const search = (text: string, searchesPhones = true) => ({ text, searchesPhones, limit: 10 });
const messages = async (text: string, { of = companyId, by = store, phones = true } = {}) =>
  (await reads(of, by).searchMessages(search(text, phones))).map((row) => TEXTS.indexOf(row.text));

const MESSAGES: readonly (readonly [string, readonly number[]])[] = [
  // by any form of a word, in any case, the newest first
  ['домофон', [5, 4, 0]],
  ['ДОМОФОНА', [5, 4, 0]],
  ['сломан домофон', [5, 4]],
  ['ключ', [1]],
  ['key', [4]],
  ['елка', [2]],
  ['камера', [2]],
  // of the last word the beginning is enough, of the others not
  ['домо', [5, 4, 0]],
  ['двор', [2]],
  ['домо сломаны', []],
  ['до', []],
  // all words have to be there; those that every text has say nothing
  ['домофон ключи', []],
  ['не работает', [0]],
  ['не', []],
  // numbers as a whole
  ['кв 42', [1]],
  ['4', []],
  // a phone that stands in the text
  ['+7 900 000-00-34', [3]],
  ['89000000034', [3]],
  ['9000000034', [3]],
  ['000034', [3]],
  ['номер 0034', [3]],
  // nothing to search by, and what might be taken for an operator
  ['', []],
  [' — !', []],
  [`'домофон' | ключи:* & !(а`, []],
];

describe('messages are found', () => {
  it.each(MESSAGES)('by %j: %j', async (text, found) => {
    expect(await messages(text)).toEqual(found);
  });

  it('of one company alone', async () => {
    expect(await messages('домофон', { of: otherId })).toEqual([5, 4, 0]);
    const found = await reads(otherId).searchMessages(search('домофон'));
    expect(found.every((row) => row.companyId === otherId)).toBe(true);
  });

  it('by nothing of a phone for those who may not see phones: whole, in part, or group by group', async () => {
    for (const text of ['+7 900 000-00-34', '9000000034', '0034', '000034', '900', '8 900', '34', '000'])
      expect([text, await messages(text, { phones: false })]).toEqual([text, []]);
    expect(await messages('номер 8', { phones: false })).toEqual([]);
    // The controls: the message is there, and other numbers are found.
    expect(await messages('перезвоните', { phones: false })).toEqual([3]);
    expect(await messages('кв 42', { phones: false })).toEqual([1]);
  });
});

const phonesOf = async (text: string, phones = true) => {
  const rows = await reads().searchSignUps(search(text, phones));
  return rows.map((row) => row.phone.slice(-4));
};

const SIGN_UPS: readonly (readonly [string, readonly string[]])[] = [
  ['2002', ['2002']],
  ['8 900 000-20-01', ['2001']],
  ['+7900000', ['2002', '2001']],
  ['89000', ['2002', '2001']],
  ['0000200', ['2002', '2001']],
  ['ташк 100', ['2001']],
  ['7 Ташкентская', ['2001']],
  ['ул. артема 12', ['2002']],
  ['иван 2001', ['2001']],
  ['мира', []],
  // of the network
  ['2003', []],
];

describe('sign-ups and conversations are found', () => {
  it.each(SIGN_UPS)('sign-ups by %j: %j', async (text, found) => {
    expect(await phonesOf(text)).toEqual(found);
  });

  it('conversations by the phone of the abonent, also after it became another one', async () => {
    const found = async (text: string, phones = true) =>
      (await reads().searchConversations(search(text, phones))).map((row) => Number(row.abonentRosdomofonId));
    expect(await found('1003')).toEqual([4]);
    expect(await found('8 (900) 000-10-0')).toEqual([6, 5, 4, 3, 2, 1]);
    expect(await found('1003', false)).toEqual([]);
    expect(await found('домофон')).toEqual([]);
    const { incoming } = await createIntake(store, 'demo');
    await recordIncomingMessages(store, incoming, [
      message(100, { text: 'другой телефон', abonentRosdomofonId: 4, phone: '79000005555' }),
    ]);
    await indexEverything(store);
    expect(await found('1003')).toEqual([]);
    expect(await found('5555')).toEqual([4]);
  });

  it('sign-ups by nothing of a phone for those who may not see phones', async () => {
    for (const text of ['2002', '8 900 000-20-01', '900', '0000200'])
      expect([text, await phonesOf(text, false)]).toEqual([text, []]);
    expect(await phonesOf('ташк 100', false)).toEqual(['2001']);
  });
});

it('behind a thousand newer documents the same is found, out of the index, where each company has words of its own', async () => {
  await store.run(
    `insert into search_documents (entity, entity_id, company_id, words)
      select entity, 1000000 + n, company_id, array_to_tsvector(array['newer'])
      from (select distinct entity, company_id from search_documents) d, generate_series(1, 1000) n`,
    [],
  );
  for (const [text, found] of MESSAGES) expect([text, await messages(text)]).toEqual([text, found]);
  for (const [text, found] of SIGN_UPS) expect([text, await phonesOf(text)]).toEqual([text, found]);
  expect(await messages('домофон', { of: otherId })).toEqual([5, 4, 0]);
  // The control: these were the old ones, which are not among the newest thousand.
  await store.run('delete from search_documents where entity_id < 1000000', []);
  expect(await messages('домофон')).toEqual([]);
});

it('under the locale "C", which knows no Cyrillic letters, the same is found', async () => {
  const { url, name } = await createTestDatabase();
  const admin = postgres(url.replace(`/${name}`, '/postgres'), { max: 1, onnotice: () => {} });
  await admin.unsafe(`drop database ${name}`);
  await admin.unsafe(
    `create database ${name} template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
  );
  await admin.end();
  await migrate(url);
  await using plain = openStore(url, { applicationName: 'search-test' });
  await openFeed(plain);
  const where = { of: await fill(plain, 'demo'), by: plain };
  await indexEverything(plain);
  // The control: the parser alone would not know the word.
  const [control] = await plain.run<{ found: boolean }>(
    `select to_tsvector('russian', 'ДОМОФОН') @@ to_tsquery('russian', 'домофон') as found`,
    [],
  );
  expect(control?.found).toBe(false);
  expect(await messages('домофон', where)).toEqual([5, 4, 0]);
  expect(await messages('ЁЛКА', where)).toEqual([2]);
  expect(await messages('камера', where)).toEqual([2]);
  expect(await messages('0034', { ...where, phones: false })).toEqual([]);
  expect(await reads(where.of, plain).searchSignUps(search('АРТЁМА'))).toHaveLength(1);
});
