import fc from 'fast-check';
import { expect } from 'vitest';
import type { TestApi } from './api.ts';

/** A list to walk: how it is asked for, and where its connection is in the answer. */
export interface List {
  readonly name: string;
  readonly text: (args: string) => string;
  // any: an answer, looked at by a test that knows its shape
  readonly connection: (data: any) => any;
}

export const PAGE =
  'edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

type Direction = 'forward' | 'backward';

/** Ids in the order of the list, walked in pages of the given sizes. */
export async function walk(
  { api, key }: { api: TestApi; key: string },
  list: List,
  { direction, sizes }: { direction: Direction; sizes: () => number },
): Promise<string[]> {
  const isForward = direction === 'forward';
  let ids: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const args: string[] = [`${isForward ? 'first' : 'last'}: ${sizes()}`];
    if (cursor !== null) args.push(`${isForward ? 'after' : 'before'}: "${cursor}"`);
    const { data, errors } = await api.query(key, list.text(args.join(', ')));
    expect(errors).toEqual([]);
    const { edges, pageInfo } = list.connection(data);
    const got = edges.map((edge: { node: { id: string } }) => edge.node.id);
    ids = isForward ? [...ids, ...got] : [...got, ...ids];
    expect(pageInfo.startCursor).toBe(edges.at(0)?.cursor ?? null);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    // Behind us lies something exactly when we came from there.
    expect(isForward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(cursor !== null);
    if (!(isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return ids;
    cursor = isForward ? pageInfo.endCursor : pageInfo.startCursor;
  }
}

/** Every row once, in one order, in both directions, whatever the sizes of the pages. Gives the rows. */
export async function expectPages(
  by: { api: TestApi; key: string },
  list: List,
  { numRuns = 6 }: { numRuns?: number } = {},
): Promise<string[]> {
  const all = await walk(by, list, { direction: 'forward', sizes: () => 100 });
  expect(all.length).toBeGreaterThan(10);
  expect(new Set(all).size).toBe(all.length);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Direction>('forward', 'backward'),
      fc.array(fc.integer({ min: 5, max: 30 }), { minLength: 1, maxLength: 5 }),
      async (direction, sizes) => {
        let i = 0;
        expect(await walk(by, list, { direction, sizes: () => sizes[i++ % sizes.length] ?? 10 })).toEqual(
          all,
        );
      },
    ),
    { numRuns },
  );
  return all;
}
