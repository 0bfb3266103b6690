import type { ChildLoaders } from '../loading/child-pages.ts';
import type { Connection } from './connection.ts';
import { cursorCodec } from './cursor.ts';
import type { PageArguments } from './page-arguments.ts';
import { readConnection } from './read-connection.ts';

/** One page of a list that a row has. `list` names it, with the company: cursors of other lists are refused. */
export const readChildren = <Row>(
  args: PageArguments,
  { pages, counts }: ChildLoaders<Row>,
  parentId: bigint,
  list: readonly [name: string, companyId: bigint],
): Promise<Connection<Row & { readonly key: string }>> =>
  readConnection(args, {
    cursors: cursorCodec(...list, parentId),
    read: (page) => pages.load({ parentId, page }),
    count: (limit) => counts.load({ parentId, limit }),
  });
