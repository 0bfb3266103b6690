import type { Store } from '../open/open-store.ts';

/** Out of deliveries_due; never reads more than `upTo` entries. */
const STATEMENT = `/* count_due_deliveries */
select count(*)::int as count from (
  select from deliveries where integration_id = $1 and state = 'pending' and due_at <= now() limit $2
) due`;

/** How many could be sent at this moment and wait for their turn; at most `upTo`. What waits for its next attempt is not among them. */
export async function countDueDeliveries(store: Store, integrationId: bigint, upTo: number): Promise<number> {
  const [row] = await store.run<{ count: number }>(STATEMENT, [integrationId, upTo]);
  return row?.count ?? 0;
}
