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

interface DocumentSearch {
  readonly entity: SearchedEntity;
  readonly query: SearchQuery;
  readonly limit: number;
}

/**
 * Ids of documents that have all that is asked for, the newest first. An index of words knows no order: of a word that
 * stands in every second of a million messages it would give 500,000, to be read and sorted. Such a word stands in the
 * newest thousand often enough. What does not is rare, and the index is asked for all of it. Between the two are words
 * that are frequent one by one and rare together, of which the index would read all (`mayBeSoon`). A look is not executed
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
  const names = query.map((_, at) => `term_${at}`);
  const columns = query.map((term, at) => sql`${term} as ${sql.raw(`term_${at}`)}`);
  const downFrom = (place: number) =>
    sql`select d.entity_id from search_documents d where ${own} order by d.entity_id desc offset ${place - 1} limit 1`;
  const rows = await search.execute<{ id: string }>(sql`/* find_documents */
    with typed as materialized (
      select ${sql.join(columns, sql`, `)}
    ), asked as materialized (
      select words, company_words(${companyId}, words::text)::tsquery as of_company
      from typed cross join lateral (select ${sql.raw(names.join(' && '))} as words) w where numnode(words) > 0
    ), newest as not materialized (
      select d.entity_id as id, d.words from search_documents d where ${own} order by d.entity_id desc limit ${NEWEST}
    ), soon as materialized (
      select ${mayBeSoon(names, limit)} as it_may_be
    ), seen as materialized (
      select case when it_may_be then (${downFrom(NEWEST + MORE)}) else (${downFrom(NEWEST)}) end as down_to from soon
    )
    select id from (
      (select n.id from asked, newest n where n.words @@ asked.words order by n.id desc limit ${limit})
      union all (
        select m.id from asked, (
          select d.entity_id as id, d.words from search_documents d
          where ${own} and d.entity_id < (${downFrom(NEWEST)}) order by d.entity_id desc limit ${MORE}
        ) as m
        where (select it_may_be from soon) and m.words @@ asked.words order by m.id desc limit ${limit}
      )
      union all (
        select id from (
          select d.entity_id as id from asked, search_documents d
          where company_words(d.company_id, d.words::text)::tsvector @@ asked.of_company
            and ${own} and d.entity_id < (select down_to from seen) offset 0
        ) as hit order by id desc limit ${limit}
      )
    ) as found limit ${limit}`);
  return rows.map(({ id }) => BigInt(id));
}

/**
 * Of words in every twelfth of a million messages the index reads 83,000 each (23 ms of CPU for three of them, which 420
 * messages have together). How often they meet is guessed by how often the newest thousand has each, as if they had
 * nothing to do with one another; of one word it is known without.
 */
function mayBeSoon(names: readonly string[], limit: number): SQL {
  if (names.length < 2) return sql`false`;
  const shares = names.map(
    // What is a word of every text has no node, and asks for nothing.
    (term) => `count(*) filter (where n.words @@ ${term} or numnode(${term}) = 0)::float8 / ${NEWEST}`,
  );
  return sql`(select ${sql.raw(shares.join(' * '))} from typed, newest n) * ${MORE} >= ${limit * ENOUGH}::float8`;
}
