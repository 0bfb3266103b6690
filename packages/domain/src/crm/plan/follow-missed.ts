import {
  type Change,
  type CrmCursorRow,
  comparePositions,
  type FeedPosition,
  listChangedRows,
  lockCrmCursor,
  moveCrmCursor,
  noteMissedChanges,
  type RecoverableEntity,
  type Store,
  type Tx,
  tellCrmCursor,
} from '@domovoy/store';
import { readMapping } from '../mapping/read-mapping.ts';
import type { Follower } from './follow-page.ts';
import type { MissedReason } from './missed-reason.ts';
import type { CrmPlanner } from './planner.ts';

/** A cursor stands still while nothing concerns its CRM; and what it has passed may be younger than it. */
const MARGIN_MS = 10 * 60_000;
/** Rows that are told anew at once: the feed waits for the transaction. */
const PAGE = 100;
/** In this order they would have been told as well. */
const ENTITIES = ['sign_up', 'account', 'service', 'message'] as const satisfies readonly RecoverableEntity[];
const [FIRST] = ENTITIES;

/**
 * Nobody worked with the CRM for longer than changes are kept: what comes up to `forgotten` may have had something for
 * it. It is found in the rows themselves. False: its cursor is further than that.
 */
export const followForgotten = (
  store: Store,
  { owner }: Follower,
  forgotten: FeedPosition,
): Promise<boolean | null> =>
  store.transaction(async (tx) => {
    const cursor = await lockCrmCursor(tx, owner);
    if (cursor === null) return null;
    const position = { xid: cursor.xid, id: String(cursor.changeId) };
    if (comparePositions(position, forgotten) >= 0) return false;
    await missed(tx, cursor, 'FEED_FORGOTTEN');
    await moveCrmCursor(tx, cursor.integrationId, { position: forgotten });
    return true;
  });

/** A restored dump or a replica that took over: the feed has another epoch, and begins anew. */
export const followNewEpoch = (store: Store, { owner }: Follower, epoch: number): Promise<boolean | null> =>
  store.transaction(async (tx) => {
    const cursor = await lockCrmCursor(tx, owner);
    if (cursor === null) return null;
    if (cursor.epoch === epoch) return false;
    await missed(tx, cursor, 'FEED_RESTARTED');
    await moveCrmCursor(tx, cursor.integrationId, { epoch, position: { xid: '0', id: '0' } });
    return true;
  });

/** From where the cursor stood, or, when that is still being told, from where what was missed before began. */
function missed(tx: Tx, cursor: CrmCursorRow, reason: MissedReason): Promise<void> {
  const since = new Date(cursor.updatedAt.getTime() - MARGIN_MS);
  const former = cursor.missedEntity === null ? null : cursor.missedSince;
  const first = former !== null && former < since ? former : since;
  return noteMissedChanges(tx, cursor, { since: first, reason, entity: FIRST });
}

/** A page of what was missed, as if the feed told of it now. Null: there is nothing (more) to do. */
export const followMissed = (
  store: Store,
  { owner, target }: Follower,
  planners: readonly CrmPlanner[],
): Promise<number | null> =>
  store.transaction(async (tx) => {
    const cursor = await lockCrmCursor(tx, owner);
    if (cursor === null || cursor.missedSince === null) return null;
    const entity = ENTITIES.find((known) => known === cursor.missedEntity);
    if (entity === undefined) return null;
    const { companyId, missedSince: since } = cursor;
    const page = { companyId, entity, since, after: cursor.missedAfter ?? 0n, limit: PAGE };
    const ids = await listChangedRows(tx, page);
    const last = ids.at(-1);
    if (last === undefined) {
      await toNextEntity(tx, cursor, entity);
      return 0;
    }
    const { mapping } = await readMapping(tx, target.integrationId);
    let enqueued = 0;
    for (const planner of planners)
      if (planner.entities.includes(entity)) {
        const changes = ids.map((entityId): Change => {
          // What it causes is named after it: the same page twice is the same deliveries.
          const place = { xid: `missed:${since.getTime()}`, id: String(entityId) };
          return { ...place, companyId, entity, entityId, op: 'changed' };
        });
        enqueued += await planner.plan(tx, { target, mapping, changes });
      }
    await moveCrmCursor(tx, target.integrationId, { missedAfter: last });
    return enqueued;
  });

async function toNextEntity(tx: Tx, cursor: CrmCursorRow, entity: RecoverableEntity): Promise<void> {
  const next = ENTITIES[ENTITIES.indexOf(entity) + 1] ?? null;
  await moveCrmCursor(tx, cursor.integrationId, { missedEntity: next, missedAfter: next && 0n });
  if (next === null) await tellCrmCursor(tx, cursor);
}
