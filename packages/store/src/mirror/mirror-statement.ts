import type { StatementValue } from '../open/open-store.ts';
import { type Runner, runOn } from '../open/run-on.ts';
import { SyncRunLostError } from './sync-run-lost.ts';

/** On whose behalf something is written to the mirror. A take-over moves the fence on. */
export interface SyncRunFence {
  readonly runId: bigint;
  readonly fence: bigint;
}

/** Nobody's run: the answer to a call that was made for this company, a moment ago. */
export interface JustTold {
  readonly companyId: bigint;
}

/** Who tells what is written. */
export type MirrorAuthor = SyncRunFence | JustTold;

/** Rows whose content is another than before. */
export interface Mirrored {
  readonly added: number;
  readonly changed: number;
}

/**
 * What every statement of the mirror begins with: no row when the run was taken over, cancelled or has ended. Locked
 * until the statement is through, so that whoever takes the run over waits for a chunk in progress.
 */
export const RUN = `run as materialized (
  select id, company_id, started_at from sync_runs where id = $1 and fence = $2 and state = 'running' for share
)`;

/** In the place of RUN for what was told just now. The second parameter is none. */
const NOW = `run as materialized (
  select $1::bigint as company_id, clock_timestamp() as started_at where $2::bigint is null
)`;

const list = (prefix: string, columns: readonly string[]) =>
  columns.map((column) => `${prefix}${column}`).join();

/**
 * The end of `insert into … as m`: a row that is known is brought up to date. `kept` are columns that an answer may
 * leave out: then what is known stays. `isTouched`: something beside the row changed. A row that the same run has seen
 * already, and as it is, is left alone: a flat comes once per service.
 */
export function orUpdate(
  columns: readonly string[],
  { kept = [], isTouched = 'false' }: { kept?: readonly string[]; isTouched?: string } = {},
): string {
  const set = columns.map((column) => {
    const told = kept.includes(column) ? `coalesce(excluded.${column}, m.${column})` : `excluded.${column}`;
    return { column, told };
  });
  const differs = `(m.vanished_at is not null or ${isTouched}
    or (${list('m.', columns)}) is distinct from (${set.map(({ told }) => told).join()}))`;
  return `on conflict (company_id, rosdomofon_id) do update set
    ${set.map(({ column, told }) => `${column} = ${told}`).join(', ')},
    synced_at = excluded.synced_at, vanished_at = null,
    changed_at = case when ${differs} then excluded.changed_at else m.changed_at end
  where m.synced_at < (select started_at from run) or ${differs}
  returning new.id, old.id is null as is_added, old.changed_at <> new.changed_at as is_changed`;
}

/** Expects `written`. Only rows whose content changed are told. */
export const toldAs = (entity: string) => `told as (
  insert into changes (company_id, entity, entity_id, op)
  select run.company_id, '${entity}', w.id, case when is_added then 'added' else 'changed' end
  from run cross join written w where is_added or is_changed order by w.id
)
select exists (select from run) as "isHeld",
  (select count(*) from written where is_added)::int as added,
  (select count(*) from written where is_changed)::int as changed`;

/** @throws SyncRunLostError when the run is not this owner's any more. */
export async function runMirrorStatement(
  runner: Runner,
  by: MirrorAuthor,
  text: string,
  args: readonly StatementValue[],
): Promise<Mirrored> {
  const [own, head] =
    'runId' in by ? [text, [by.runId, by.fence]] : [text.replace(RUN, () => NOW), [by.companyId, null]];
  const [row] = await runOn<Mirrored & { isHeld: boolean }>(runner, own, [...head, ...args]);
  if (row?.isHeld !== true) throw new SyncRunLostError();
  return { added: row.added, changed: row.changed };
}

/** The same for a chunk of rows, of which a statement must not contain one twice: the later one is the newer. */
export async function runMirrorChunk<Row extends { readonly rosdomofonId: number }>(
  runner: Runner,
  by: MirrorAuthor,
  text: string,
  given: readonly Row[],
  argsOf: (rows: readonly Row[]) => readonly StatementValue[],
): Promise<Mirrored> {
  if (given.length === 0) return { added: 0, changed: 0 };
  const rows = [...new Map(given.map((row) => [row.rosdomofonId, row])).values()];
  return runMirrorStatement(runner, by, text, argsOf(rows));
}
