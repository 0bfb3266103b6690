import type { KeysetPage, Page } from '@domovoy/store';
import DataLoader from 'dataloader';
import { MAX_BATCH } from './by-key.ts';

/** The page of a list that belongs to a row: all that ask for the same page are read in one statement. */
export interface ChildPage {
  readonly parentId: bigint;
  readonly page: KeysetPage;
}

export interface ChildCount {
  readonly parentId: bigint;
  readonly limit: number;
}

export type ChildPageLoader<Row> = DataLoader<ChildPage, Page<Row & { readonly key: string }>, string>;
export type ChildCountLoader = DataLoader<ChildCount, number, string>;

/** A list that rows of a kind have: its pages and its totals. */
export interface ChildLoaders<Row> {
  readonly pages: ChildPageLoader<Row>;
  readonly counts: ChildCountLoader;
}

const textOfPage = ({ direction, limit, cursor, inclusive }: KeysetPage) =>
  `${direction} ${limit} ${inclusive === true} ${cursor ?? ''}`;

/** One statement per different page that is asked for in a tick; within a request that is nearly always one. */
export function childPages<Row>(
  list: (parents: readonly bigint[], page: KeysetPage) => Promise<Map<bigint, Page<Row>>>,
): DataLoader<ChildPage, Page<Row>, string> {
  return new DataLoader(
    async (asked) => {
      const found = await perGroup(
        Map.groupBy(asked, ({ page }) => textOfPage(page)),
        async (group, { page }) =>
          list(
            group.map(({ parentId }) => parentId),
            page,
          ),
      );
      return asked.map(
        ({ parentId, page }) => found.get(textOfPage(page))?.get(parentId) ?? { rows: [], hasMore: false },
      );
    },
    { cacheKeyFn: ({ parentId, page }) => `${parentId} ${textOfPage(page)}`, maxBatchSize: MAX_BATCH },
  );
}

export function childCounts(
  count: (parents: readonly bigint[], limit: number) => Promise<Map<bigint, number>>,
): ChildCountLoader {
  return new DataLoader(
    async (asked) => {
      const found = await perGroup(
        Map.groupBy(asked, ({ limit }) => String(limit)),
        async (group, { limit }) =>
          count(
            group.map(({ parentId }) => parentId),
            limit,
          ),
      );
      return asked.map(({ parentId, limit }) => found.get(String(limit))?.get(parentId) ?? 0);
    },
    { cacheKeyFn: ({ parentId, limit }) => `${parentId} ${limit}`, maxBatchSize: MAX_BATCH },
  );
}

async function perGroup<Asked, Found>(
  groups: Map<string, Asked[]>,
  read: (group: Asked[], first: Asked) => Promise<Found>,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  await Promise.all(
    [...groups].map(async ([text, group]) => {
      const [first] = group;
      if (first !== undefined) found.set(text, await read(group, first));
    }),
  );
  return found;
}
