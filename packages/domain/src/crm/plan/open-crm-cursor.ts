import { feedHead, openCrmCursorAt, openFeed, type Store } from '@domovoy/store';

/**
 * From now on the CRM is told what happens; what the feed says before is not told, but for sign-ups that were asked
 * for since a day. To be called before the integration becomes active. Again with a day: their back-fill begins anew.
 */
export async function openCrmCursor(
  store: Store,
  { integrationId, companyId, since }: { integrationId: bigint; companyId: bigint; since: Date | null },
): Promise<void> {
  const epoch = await openFeed(store);
  const { xid, id } = await feedHead(store);
  await openCrmCursorAt(store.db, {
    integrationId,
    companyId,
    epoch,
    xid,
    changeId: BigInt(id),
    backfillSince: since,
  });
}
