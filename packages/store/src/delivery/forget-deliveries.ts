import type { Store } from '../open/open-store.ts';

export interface Forgotten {
  readonly count: number;
  /** Where the next call begins; null: what follows is younger. */
  readonly nextAfter: bigint | null;
}

/**
 * Looks at the next rows by id, which is nearly by age, and deletes those that were settled long ago, with their
 * attempts. No index by `settled_at` is needed for it, which every delivery would pay for.
 */
const STATEMENT = `/* forget_deliveries */
with page as materialized (
  select id, created_at, settled_at from deliveries where id > $1 order by id limit $2
), gone as (
  delete from deliveries d using page p
  where d.id = any(array[p.id]) and p.settled_at < now() - $3 * interval '1 day' and d.settled_at is not null
  returning d.id
), attempts as (
  delete from delivery_attempts where delivery_id = any(array(select id from gone))
)
select (select count(*) from gone)::int as count,
  case when count(*) = $2 and max(created_at) < now() - $3 * interval '1 day' then max(id) end as "nextAfter"
from page`;

/** Deletes up to `limit` deliveries that were settled more than `olderThanDays` ago, behind the id `after`. */
export async function forgetDeliveries(
  store: Store,
  given: { olderThanDays: number; after: bigint; limit: number },
): Promise<Forgotten> {
  const [row] = await store.run<Forgotten>(STATEMENT, [given.after, given.limit, given.olderThanDays]);
  if (row === undefined) throw new TypeError('the statement gives one row');
  return row;
}
