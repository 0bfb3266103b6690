import { type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { searchDocuments } from '../schema/search-document.ts';
import type { SearchQuery } from './search-text.ts';

export type SearchedEntity = (typeof searchDocuments.$inferSelect)['entity'];

/** Of so many documents, the newest of the company, each is looked at before anything else. */
const NEWEST = 1_000;
/** Of so many more when they seem to have enough: 9 ms at most. */
const MORE = 30_000;
/** They seem to when as many times what is asked for is expected there. */
const ENOUGH = 1.5;
/** A beginning that a larger share of the documents have costs the index more than all the rest. */
const FREQUENT = 0.05;

interface DocumentSearch {
  readonly entity: SearchedEntity;
  readonly query: SearchQuery;
  readonly limit: number;
}

/**
 * Ids of documents that have all that is asked for, the newest first. An index of words knows no order: of a word that
 * stands in every second of a million messages it would give 500,000, to be read and sorted. Such a word stands in the
 * newest thousand often enough. What does not is rare, and the index is asked for all of it. Between the two are words
 * that are frequent one by one and rare together, of which the index would read all (`guess`). A look is not executed
 * when those before it gave enough (`union all` under `limit`), and the last one is a fence (`offset 0`), or the planner
 * might walk along the ids to the end. In the index each company has words of its own: what is frequent among others does
 * not matter.
 */
export async function findDocuments(
  { search, companyId }: CompanyReader,
  { entity, query, limit }: DocumentSearch,
): Promise<bigint[]> {
  // Written out: the index of one entity is chosen by it.
  const own = sql`d.entity = ${sql.raw(`'${entity}'`)} and d.company_id = ${companyId}`;
  const downFrom = (place: number) =>
    sql`select d.entity_id from search_documents d where ${own} order by d.entity_id desc offset ${place - 1} limit 1`;
  const isOne = query.length < 2;
  const lookedDownTo = isOne
    ? sql`(${downFrom(NEWEST)})`
    : sql`case when is_soon then (${downFrom(NEWEST + MORE)}) else (${downFrom(NEWEST)}) end`;
  const soon = sql`union all (
        select m.id from asked, (
          select d.entity_id as id, d.words from search_documents d
          where ${own} and d.entity_id < (${downFrom(NEWEST)}) order by d.entity_id desc limit ${MORE}
        ) as m
        where (select is_soon from guessed) and m.words @@ asked.words order by m.id desc limit ${limit}
      )`;
  const columns = query.map(({ term }, at) => sql`${term} as ${sql.raw(nameOf(at))}`);
  const rows = await search.execute<{ id: string }>(sql`/* find_documents */
    with typed as materialized (
      select ${sql.join(columns, sql`, `)}
    ), asked as materialized (
      select words from (select ${allOf([...query.keys()])} as words from typed) as t where numnode(words) > 0
    ), newest as not materialized (
      select d.entity_id as id, d.words from search_documents d where ${own} order by d.entity_id desc limit ${NEWEST}
    ), guessed as materialized (
      ${guess(query, limit)}
    ), rest as materialized (
      select ${lookedDownTo} as down_to,
        company_words(${companyId}, words::text)::tsquery as words
      from guessed
    )
    select id from (
      (select n.id from asked, newest n where n.words @@ asked.words order by n.id desc limit ${limit})
      ${isOne ? sql`` : soon}
      union all (
        select id from (
          select d.entity_id as id from asked, search_documents d
          where company_words(d.company_id, d.words::text)::tsvector @@ (select words from rest) and d.words @@ asked.words
            and ${own} and d.entity_id < (select down_to from rest) offset 0
        ) as hit order by id desc limit ${limit}
      )
    ) as found limit ${limit}`);
  return rows.map(({ id }) => BigInt(id));
}

const nameOf = (at: number) => `term_${at}`;
const allOf = (terms: readonly number[]): SQL => sql.raw(terms.map(nameOf).join(' && '));

/**
 * What the newest thousand tell of the others: whether the next ones have enough, and what the index is asked for. Of words
 * in every twelfth of a million messages it reads 83,000 each (23 ms of CPU for three of them, which 420 messages have
 * together); how often they meet is guessed as if they had nothing to do with one another. And of a beginning it gathers
 * all documents first: where the other words are rare, it is looked for in what these give. Of one term nothing is to be
 * guessed.
 */
function guess(query: SearchQuery, limit: number): SQL {
  if (query.length < 2) return sql`select ${allOf([0])} as words from typed`;
  const places = [...query.keys()];
  const others = places.filter((at) => query[at]?.isBeginning !== true);
  const shares = places.map((at) => {
    const term = nameOf(at);
    // What is a word of every text has no node, and asks for nothing.
    return `count(*) filter (where n.words @@ ${term} or numnode(${term}) = 0)::float8 / ${NEWEST} as share_${at}`;
  });
  const product = (of: readonly number[]) => sql.raw(of.map((at) => `share_${at}`).join(' * '));
  const isFrequent = sql.raw(
    places
      .filter((at) => !others.includes(at))
      .map((at) => `share_${at} > ${FREQUENT}`)
      .join(' and ') || 'false',
  );
  return sql`
      select ${product(places)} * ${MORE} >= ${limit * ENOUGH}::float8 as is_soon,
        case when ${product(others)} = 0 and ${isFrequent} then ${allOf(others)} else ${allOf(places)} end as words
      from typed, (select ${sql.raw(shares.join(', '))} from typed, newest n) as s`;
}
