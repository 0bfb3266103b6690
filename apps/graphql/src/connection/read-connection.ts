import type { KeysetPage, Page } from '@domovoy/store';
import type { Connection, Edge, TotalCount } from './connection.ts';
import type { CursorCodec } from './cursor.ts';
import { keysetPageOf, type PageArguments } from './page-arguments.ts';

/** Totals are counted no further. */
export const MAX_COUNT = 10_000;

interface List<Row> {
  readonly cursors: CursorCodec;
  readonly read: (page: KeysetPage) => Promise<Page<Row>>;
  /** Counts no further than `limit`. */
  readonly count: (limit: number) => Promise<number>;
}

/** One page of a list as a Relay connection. */
export async function readConnection<Row extends { readonly key: string }>(
  args: PageArguments,
  { cursors, read, count }: List<Row>,
): Promise<Connection<Row>> {
  const page = keysetPageOf(args, cursors);
  const { rows, hasMore } = await read(page);
  const cursorOf = (row: Row | undefined) => (row === undefined ? null : cursors.encode(row.key));
  const isForward = page.direction === 'forward';

  /** What lies on the other side of the cursor: the row of the cursor itself, or one before it. */
  const hasBehind = async () => {
    if (page.cursor === null) return false;
    const direction = isForward ? 'backward' : 'forward';
    const behind = await read({ direction, limit: 1, cursor: page.cursor, inclusive: true });
    return behind.rows.length > 0;
  };
  return {
    edges: rows.map((node) => new LazyEdge(node, cursors)),
    nodes: [...rows],
    pageInfo: {
      get startCursor() {
        return cursorOf(rows.at(0));
      },
      get endCursor() {
        return cursorOf(rows.at(-1));
      },
      hasNextPage: isForward ? () => hasMore : hasBehind,
      hasPreviousPage: isForward ? hasBehind : () => hasMore,
    },
    totalCount: async () => totalCountOf(await count(MAX_COUNT + 1)),
  };
}

/** Most answers have no cursor of each row: it is written when it is asked for. */
class LazyEdge<Row extends { readonly key: string }> implements Edge<Row> {
  readonly node: Row;
  readonly #cursors: CursorCodec;

  constructor(node: Row, cursors: CursorCodec) {
    this.node = node;
    this.#cursors = cursors;
  }

  get cursor(): string {
    return this.#cursors.encode(this.node.key);
  }
}

/** Of what was counted up to one more than the most. */
export const totalCountOf = (counted: number): TotalCount =>
  counted > MAX_COUNT ? { count: MAX_COUNT, precision: 'AT_LEAST' } : { count: counted, precision: 'EXACT' };
