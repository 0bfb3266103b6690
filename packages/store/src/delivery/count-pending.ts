import type { Store } from '../open/open-store.ts';

/** Out of deliveries_due; never reads more than `upTo` entries. */
const STATEMENT = `/* count_pending_deliveries */
select count(*)::int as count from (
  select from deliveries where integration_id = $1 and state = 'pending' order by due_at limit $2
) pending`;

/** How many wait for an integration; at most `upTo`. */
export async function countPendingDeliveries(
  store: Store,
  integrationId: bigint,
  upTo: number,
): Promise<number> {
  const [row] = await store.run<{ count: number }>(STATEMENT, [integrationId, upTo]);
  return row?.count ?? 0;
}
