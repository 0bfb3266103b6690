import type { Context } from '../../context.ts';
import type { SearchResultsMapper } from './schema.mappers.ts';

export interface Hits<Row> {
  readonly nodes: Row[];
  readonly hasMore: boolean;
}

interface SearchToRun {
  readonly text: string;
  readonly searchesPhones: boolean;
  readonly limit: number;
}

/** One row more than is shown tells whether there are more. */
export async function hits<Row>(
  { text, first }: SearchResultsMapper,
  { caller }: Pick<Context, 'caller'>,
  search: (given: SearchToRun) => Promise<readonly Row[]>,
): Promise<Hits<Row>> {
  const searchesPhones = caller.permissions.has('SEE_PHONES');
  const rows = await search({ text, searchesPhones, limit: first + 1 });
  return { nodes: rows.slice(0, first), hasMore: rows.length > first };
}
