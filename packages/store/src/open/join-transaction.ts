import { companyScope } from '../company/company-scope.ts';
import type { Db, Tx } from '../db.ts';
import type { Store } from './open-store.ts';
import { runOn } from './run-on.ts';

/**
 * A store whose work is all part of one transaction: its own transactions are pieces of it, its notifications go out
 * with the commit. For a use case that shall be done together with something else. What it takes back by throwing
 * takes everything back; ids of hand-written statements come as text.
 */
export function joinTransaction(store: Store, tx: Tx): Store {
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- Drizzle's transaction has all that its client has
  const db = tx as unknown as Db;
  return {
    ...store,
    db,
    run: (text, args) => runOn(tx, text, args),
    transaction: (work) => work(tx),
    company: (companyId) => companyScope({ db, search: db }, companyId),
  };
}
