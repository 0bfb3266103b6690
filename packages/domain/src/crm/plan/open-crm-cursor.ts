import { type CrmCursorRow, feedHead, openCrmCursorAt, openFeed, type Store } from '@domovoy/store';

/** A place in the feed, as a cursor keeps it. */
export type CrmPlace = Pick<CrmCursorRow, 'epoch' | 'xid' | 'changeId'>;

/** Where the feed ends now. To be asked before the transaction that connects a portal: what comes later is told. */
export async function feedPlace(store: Store): Promise<CrmPlace> {
  const epoch = await openFeed(store);
  const { xid, id } = await feedHead(store);
  return { epoch, xid, changeId: BigInt(id) };
}

/**
 * From now on the CRM is told what happens; what the feed says before is not told, but for sign-ups that were asked
 * for since a day. Again with a day: their back-fill begins anew.
 */
export async function openCrmCursor(
  store: Store,
  { integrationId, companyId, since }: { integrationId: bigint; companyId: bigint; since: Date | null },
): Promise<void> {
  const place = await feedPlace(store);
  await openCrmCursorAt(store.db, { integrationId, companyId, ...place, backfillSince: since });
}
