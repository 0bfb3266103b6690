import { createTestDatabase } from '@domovoy/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { findDocuments } from './find-documents.ts';

const DOCUMENTS = 50_000;
/** Where the first look ends, and the second one. */
const FIRST_LOOK = DOCUMENTS - 1_000;
const SECOND_LOOK = FIRST_LOOK - 30_000;
const COMPANIES = [1n, 11n];
const LIMIT = 6;

let store: Store;
beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'find-test' });
  // Half of the documents have w0, a quarter w1, … Together they are rare, and some meet only long ago.
  for (const company of COMPANIES)
    await store.run(
      `insert into search_documents (entity, entity_id, company_id, words)
        select 'message', n, ${company}, array_to_tsvector(array(
          select 'w' || w || case when random() < 0.1 then 'x' else '' end from generate_series(0, 9) w
          where n > 0 and random() < 0.5 ^ (w + 1)
        ) || case when n % ${DOCUMENTS / 5} in (1, 2) then '{u}'::text[] when n % 2 = 0 then '{v}' else '{}' end
          || case when n % ${DOCUMENTS / 5} = 1 then '{v,s}'::text[] when n > ${FIRST_LOOK} and n % 2 = 1 then '{u}' else '{}' end)
        from generate_series(1, ${DOCUMENTS}) n`,
      [],
    );
  // Else each search would go through all that is not sorted in yet.
  await store.run('vacuum analyze search_documents', []);
}, 60_000);
afterAll(() => store[Symbol.asyncDispose]());

const find = (companyId: bigint, terms: readonly string[], limit = LIMIT) => {
  const query = terms.map((term) => ({ term: sql`${term}::tsquery`, isBeginning: term.endsWith(':*') }));
  const reader = { db: store.db, search: store.db, companyId };
  return findDocuments(reader, { entity: 'message', query, limit });
};

/** As somebody would look who has time. */
const read = async (companyId: bigint, terms: readonly string[]) => {
  const rows = await store.run<{ id: bigint }>(
    `select entity_id as id from search_documents where company_id = ${companyId} and words @@ $1::tsquery order by 1 desc limit ${LIMIT}`,
    [terms.map((term) => `(${term})`).join(' & ')],
  );
  return rows.map(({ id }) => id);
};

test('wherever they are, the newest documents that have all words are found, each once, of one company alone', async () => {
  const words = Array.from({ length: 10 }, (_, n) => [
    `'w${n}'`,
    `'w${n}':*`,
    `('w${n}' | 'w${9 - n}x')`,
  ]).flat();
  const queries = [
    ...words.map((word) => [word]),
    ...words.flatMap((one, at) => [
      [one, words[(at * 7 + 5) % words.length] ?? one],
      [one, words[(at * 5 + 1) % words.length] ?? one, words[(at * 11 + 3) % words.length] ?? one],
    ]),
    ["'w0'", "'u' & 'v'"],
    // Of a beginning alone the index would gather nearly all.
    ["'s'", "'w0':*"],
    ["'w1':*", "'s'"],
    ["'u'", "'v'"],
  ];
  const seen = { first: 0, second: 0, index: 0 };
  for (const companyId of COMPANIES)
    for (const terms of queries) {
      const wanted = await read(companyId, terms);
      expect([terms, await find(companyId, terms)]).toEqual([terms, wanted]);
      for (const id of wanted) seen[id > FIRST_LOOK ? 'first' : id > SECOND_LOOK ? 'second' : 'index'] += 1;
    }
  // The control: none of the looks was idle.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
});

test('words that are frequent today and met long ago', async () => {
  // Both looks were in vain or nearly so, and the index goes on where they ended.
  const found = await find(1n, ["'u'", "'v'"], 20);
  expect(found).toEqual(
    Array.from({ length: 5 }, (_, n) => BigInt(DOCUMENTS - ((n + 1) * DOCUMENTS) / 5 + 1)),
  );
  expect(found.filter((id) => id > SECOND_LOOK)).toHaveLength(3);
});

test('a term that asks for nothing is not in the way', async () => {
  expect(await find(1n, ['', "'w3'", "'w5'"])).toEqual(await read(1n, ["'w3'", "'w5'"]));
  expect(await find(1n, [''])).toEqual([]);
  expect(await find(2n, ["'w0'"])).toEqual([]);
});
