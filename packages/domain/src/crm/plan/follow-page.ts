import {
  type Change,
  type CrmOwner,
  comparePositions,
  type FeedPosition,
  lockCrmCursor,
  moveCrmCursor,
  type Store,
} from '@domovoy/store';
import type { CrmTarget } from '../crm-kinds.ts';
import { readMapping } from '../mapping/read-mapping.ts';
import type { CrmPlanner } from './planner.ts';
import { planBackfill } from './sign-up-planner.ts';

/** Deliveries of a back-fill that are enqueued at once: the feed waits for the transaction. */
const BACKFILL_PAGE = 100;

export interface Follower {
  readonly owner: CrmOwner;
  readonly target: CrmTarget;
}

/**
 * One page of the feed for one CRM: what of it is to be told is enqueued, and the cursor stands behind it, in one
 * transaction. Changes that the cursor has passed already are left out, so a page may come twice. Null: somebody else
 * owns the integration by now.
 */
export const followPage = (
  store: Store,
  { owner, target }: Follower,
  { changes, until }: { readonly changes: readonly Change[]; readonly until: FeedPosition },
  planners: readonly CrmPlanner[],
): Promise<number | null> =>
  store.transaction(async (tx) => {
    const cursor = await lockCrmCursor(tx, owner);
    if (cursor === null) return null;
    const position = { xid: cursor.xid, id: String(cursor.changeId) };
    if (comparePositions(until, position) <= 0) return 0;
    const ahead = changes.filter((change) => comparePositions(change, position) > 0);
    const { mapping } = await readMapping(tx, target.integrationId);
    let enqueued = 0;
    for (const planner of planners) {
      const own = ahead.filter(
        ({ entity, companyId }) => companyId === target.companyId && planner.entities.includes(entity),
      );
      if (own.length > 0) enqueued += await planner.plan(tx, { target, mapping, changes: own });
    }
    await moveCrmCursor(tx, target.integrationId, { position: until });
    return enqueued;
  });

/** A page of what was there before the portal. Null: there is nothing (more) to do. */
export const followBackfill = (store: Store, { owner, target }: Follower): Promise<number | null> =>
  store.transaction(async (tx) => {
    const cursor = await lockCrmCursor(tx, owner);
    if (cursor === null || cursor.backfillSince === null) return null;
    const { mapping } = await readMapping(tx, target.integrationId);
    const page = { since: cursor.backfillSince, after: cursor.backfillAfter ?? 0n, limit: BACKFILL_PAGE };
    const { enqueued, last } = await planBackfill(tx, { target, mapping, ...page });
    await moveCrmCursor(
      tx,
      target.integrationId,
      last === null ? { backfillSince: null, backfillAfter: null } : { backfillAfter: last },
    );
    return enqueued;
  });
