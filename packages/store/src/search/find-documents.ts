import { type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { type searchDocuments } from '../schema/search-document.ts';

export type SearchedEntity = (typeof searchDocuments.$inferSelect)['entity'];

/** So many ids are a slice: 32,768. */
export const SLICE_BITS = 15;
/** How many slices each look takes in, the newest first. The last look takes in all that is older. */
const LOOKS = [1, 2, 4, 8];

/** How a company's documents of one kind are marked, and those of one slice. */
export const placeOf = (entity: SearchedEntity): string => `@${entity[0]}`;

/** The marks of `count` slices, the newest of which lies `behind` the newest of all; null when there are none. */
const slices = (mark: string, behind: number, count: number): SQL => sql`(
  select string_agg('''' || ${mark} || '.' || slice || '''', ' | ')::tsquery
  from generate_series(greatest(newest.slice - ${behind + count - 1}::int, 0), newest.slice - ${behind}::int) as slice)`;

/**
 * Ids of documents that have what is asked for, the newest first. An index of words knows no order, and a word that
 * stands in every tenth of a million messages would have 100,000 of them read and sorted: 150 ms. So it is looked for
 * in the newest slice, then in the two before it, four, eight, and only when that gave too little in the rest, where a
 * word that is rare in the newest half million messages is rare as well. Later looks are not executed when the first ones
 * gave enough (`union all` under `limit`), and each is a fence (`offset 0`): else the planner might walk along the ids.
 */
export async function findDocuments(
  { search, companyId }: CompanyReader,
  { entity, query, limit }: { entity: SearchedEntity; query: SQL; limit: number },
): Promise<bigint[]> {
  const mark = `${placeOf(entity)}${companyId}`;
  let behind = 0;
  const looks = LOOKS.map((count) => {
    const where = slices(mark, behind, count);
    behind += count;
    return where;
  });
  const hits = (at: number, more: SQL = sql``) => sql`(
    select id from (
      select d.entity_id as id from asked, search_documents d
      where d.words @@ asked.${sql.raw(`look_${at}`)} and d.entity = ${entity} and d.company_id = ${companyId} ${more}
      offset 0
    ) as hit order by id desc limit ${limit})`;
  const rows = await search.execute<{ id: string }>(sql`/* find_documents */
    with newest as materialized (
      select entity_id >> ${SLICE_BITS}::int as slice from search_documents
      where entity = ${entity} order by entity_id desc limit 1
    ), wanted as materialized (
      select ${query} as words
    ), asked as materialized (
      select ${sql.join(
        looks.map((look, at) => sql`words && ${look} as ${sql.raw(`look_${at}`)}`),
        sql`, `,
      )}, words && ${`'${mark}'`}::tsquery as ${sql.raw(`look_${looks.length}`)},
        (newest.slice - ${behind}::int + 1) << ${SLICE_BITS}::int as older_than
      from wanted cross join newest where numnode(words) > 0
    )
    select id from (
      ${sql.join(
        looks.map((_look, at) => hits(at)),
        sql` union all `,
      )} union all ${hits(looks.length, sql`and d.entity_id < asked.older_than`)}
    ) as found limit ${limit}`);
  return rows.map(({ id }) => BigInt(id));
}
