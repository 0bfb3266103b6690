import type { Store } from '../open/open-store.ts';
import { type MirrorEntity, tableOf } from './mark-vanished.ts';

/** How many objects of a kind the mirror knows already: by it a run tells how far it is where the answer does not say. */
export async function estimateMirrored(
  store: Store,
  { companyId, entity }: { companyId: bigint; entity: MirrorEntity },
): Promise<number> {
  const text = `/* estimate_mirrored_${tableOf(entity)} */
    select count(*)::int as n from ${tableOf(entity)} where company_id = $1 and vanished_at is null`;
  const [row] = await store.run<{ n: number }>(text, [companyId]);
  return row?.n ?? 0;
}
