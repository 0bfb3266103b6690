import { numbers } from '../intake/columns.ts';
import type { Store } from '../open/open-store.ts';

/** What a worker needs to know of an integration before it claims. */
export interface TargetLook {
  readonly integrationId: bigint;
  /** Is a delivery due? It may still wait behind another one of its subject. */
  readonly isDue: boolean;
  /** Until the next one becomes due that is not due yet; null: there is none. */
  readonly nextDueInMs: number | null;
  /** Paused by a person. */
  readonly isPaused: boolean;
  /** What is left of the rest that the target asked for. */
  readonly quotaLeftMs: number;
}

/** Three index probes for each integration: 0.2 ms for one, 2 ms for a thousand. */
const STATEMENT = `/* look_at_delivery_targets */
select i.id as "integrationId",
  coalesce((select min(due_at) from deliveries where integration_id = i.id and state = 'pending') <= now(), false)
    as "isDue",
  (select extract(epoch from min(due_at) - now())::float8 * 1000 from deliveries
    where integration_id = i.id and state = 'pending' and due_at > now()) as "nextDueInMs",
  coalesce(t.paused_at is not null, false) as "isPaused",
  coalesce(greatest(0, extract(epoch from t.quota_until - now())), 0)::float8 * 1000 as "quotaLeftMs"
from unnest($1::bigint[]) as i(id) left join delivery_targets t on t.integration_id = i.id`;

export const lookAtDeliveryTargets = (
  store: Store,
  integrationIds: readonly bigint[],
): Promise<TargetLook[]> => store.run<TargetLook>(STATEMENT, [numbers(integrationIds)]);
