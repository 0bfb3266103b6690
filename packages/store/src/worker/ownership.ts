import { numbers } from '../intake/columns.ts';
import type { Store } from '../open/open-store.ts';

export interface OwnedIntegration {
  readonly id: bigint;
  /** Moves on with every take-over: what an earlier owner still tries is refused. */
  readonly ownerFence: bigint;
}

/** The share of each living worker, rounded up: with 20 integrations and 3 workers nobody keeps more than 7. */
const FAIR_SHARE = `ceil((select count(*) from integrations where state <> 'paused')::numeric
  / greatest(1, (select count(*) from workers where lease_until > clock_timestamp())))::int`;
const OWNED = `(select count(*) from integrations where owner = $1)::int`;

/** 0.2 ms when there is nothing to take. */
const ACQUIRE = `/* acquire_integrations */
with live as (
  select id from workers where lease_until > clock_timestamp()
), free as (
  select i.id from integrations i
  where i.state <> 'paused' and (i.owner is null or not exists (select from live where live.id = i.owner))
    and exists (select from live where id = $1)
  order by i.id limit greatest(0, ${FAIR_SHARE} - ${OWNED}) for update of i skip locked
)
update integrations i set owner = $1, owner_fence = owner_fence + 1 from free where i.id = free.id
returning i.id, i.owner_fence as "ownerFence"`;

/** Takes integrations that nobody living owns, up to this worker's fair share. */
export const acquireIntegrations = (store: Store, workerId: string): Promise<OwnedIntegration[]> =>
  store.run<OwnedIntegration>(ACQUIRE, [workerId]);

const SURPLUS = `/* count_surplus */ select greatest(0, ${OWNED} - ${FAIR_SHARE}) as surplus`;

/** By how many integrations a worker exceeds its fair share: it stops that many, then releases them. */
export async function countSurplus(store: Store, workerId: string): Promise<number> {
  const [row] = await store.run<{ surplus: number }>(SURPLUS, [workerId]);
  return row?.surplus ?? 0;
}

const RELEASE = `/* release_integrations */
update integrations set owner = null where owner = $1 and id = any($2::bigint[])`;

/** Only after their work has stopped: another worker takes them at once. */
export async function releaseIntegrations(
  store: Store,
  workerId: string,
  ids: readonly bigint[],
): Promise<void> {
  await store.run(RELEASE, [workerId, numbers(ids)]);
}
