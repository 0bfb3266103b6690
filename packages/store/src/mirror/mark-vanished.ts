import type { Store } from '../open/open-store.ts';
import { RUN, runMirrorStatement, type SyncRunFence, toldAs } from './mirror-statement.ts';

/** Few enough for a short transaction, which holds the feed. */
const CHUNK = 500;

const TABLES = {
  service: 'services',
  entrance: 'entrances',
  account: 'accounts',
  flat: 'flats',
  service_connection: 'service_connections',
} as const;
export type MirrorEntity = keyof typeof TABLES;

/** Which rows were read completely: all of the company, those of an account, or those behind an entrance. */
export type MirrorScope =
  | { readonly of: 'company' }
  | { readonly of: 'account' | 'entrance'; readonly rosdomofonId: number };

/** The column that says to what a row belongs. */
export const scopeCondition = (entity: MirrorEntity, scope: MirrorScope, parameter: number): string => {
  if (scope.of === 'company') return `$${parameter}::bigint is null`;
  const column = entity === scope.of ? 'rosdomofon_id' : `${scope.of}_rosdomofon_id`;
  return `m.${column} = $${parameter}::bigint`;
};
export const scopeValue = (scope: MirrorScope) => (scope.of === 'company' ? null : scope.rosdomofonId);
export const tableOf = (entity: MirrorEntity): string => TABLES[entity];

// In the order of the unique key, which begins with the company: by `id` the planner would take the primary key, and
// read the rows of all companies to find that none has vanished.
const statement = (entity: MirrorEntity, scope: MirrorScope) => `/* mark_vanished_${TABLES[entity]} */
with ${RUN}, unseen as materialized (
  select m.id from ${TABLES[entity]} m, run
  where m.company_id = run.company_id and m.vanished_at is null and m.synced_at < run.started_at
    and ${scopeCondition(entity, scope, 3)}
  order by m.rosdomofon_id limit ${CHUNK}
), written as (
  update ${TABLES[entity]} m set vanished_at = clock_timestamp(), changed_at = clock_timestamp()
  from run where m.id = any(array(select id from unseen)) and m.synced_at < run.started_at
  returning m.id, false as is_added, true as is_changed
), ${toldAs(entity)}`;

/**
 * Marks what a complete reading did not find. Only to be called after one: a row that was only not reached yet would
 * be marked as well. Gives the number of rows.
 */
export async function markVanished(
  store: Store,
  run: SyncRunFence,
  entity: MirrorEntity,
  scope: MirrorScope,
): Promise<number> {
  const text = statement(entity, scope);
  for (let vanished = 0; ; ) {
    const { changed } = await runMirrorStatement(store, run, text, [scopeValue(scope)]);
    vanished += changed;
    if (changed === 0) return vanished;
  }
}
