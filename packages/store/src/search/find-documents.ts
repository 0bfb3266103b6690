import { type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { searchDocuments } from '../schema/search-document.ts';

export type SearchedEntity = (typeof searchDocuments.$inferSelect)['entity'];

/** Of so many documents, the newest of the company, each is looked at before the index is asked. */
const NEWEST = 1_000;

/**
 * Ids of documents that have what is asked for, the newest first. An index of words knows no order: of a word that stands
 * in every second of a million messages it would give 500,000, to be read and sorted. Such a word stands in the newest
 * thousand often enough. What does not is rare, and the index is asked for all of it. The second look is not executed when
 * the first one gave enough (`union all` under `limit`), and it is a fence (`offset 0`), or the planner might walk along
 * the ids to the end. In the index each company has words of its own: what is frequent among others does not matter.
 */
export async function findDocuments(
  { search, companyId }: CompanyReader,
  { entity, query, limit }: { entity: SearchedEntity; query: SQL; limit: number },
): Promise<bigint[]> {
  // Written out: the index of one entity is chosen by it.
  const own = sql`d.entity = ${sql.raw(`'${entity}'`)} and d.company_id = ${companyId}`;
  const rows = await search.execute<{ id: string }>(sql`/* find_documents */
    with typed as materialized (
      select ${query} as words
    ), asked as materialized (
      select words, company_words(${companyId}, words::text)::tsquery as of_company from typed where numnode(words) > 0
    ), newest as not materialized (
      select d.entity_id as id, d.words from search_documents d where ${own} order by d.entity_id desc limit ${NEWEST}
    ), oldest as materialized (
      select d.entity_id as id from search_documents d where ${own} order by d.entity_id desc offset ${NEWEST - 1} limit 1
    )
    select id from (
      (select n.id from asked, newest n where n.words @@ asked.words order by n.id desc limit ${limit})
      union all (
        select id from (
          select d.entity_id as id from asked, search_documents d
          where company_words(d.company_id, d.words::text)::tsvector @@ asked.of_company and ${own} and d.entity_id < (select id from oldest) offset 0
        ) as hit order by id desc limit ${limit}
      )
    ) as found limit ${limit}`);
  return rows.map(({ id }) => BigInt(id));
}
