import type postgres from 'postgres';
import type { StatementValue, Store } from '../open/open-store.ts';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Join Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** A statement, and its values as they are written after `execute`. */
export interface Judged {
  readonly text: string;
  readonly args: string;
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Rows that a step gave or threw away, over all its repetitions. */
const touched = (node: PlanNode) =>
  (node['Actual Loops'] ?? 0) *
  ((node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Join Filter'] ?? 0));

export const literal = (value: StatementValue) =>
  value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`;

/** The statement that a function would run, which it does not. */
export async function statementOf(store: Store, work: (into: Store) => Promise<unknown>): Promise<Judged> {
  let judged: Judged | undefined;
  const into: Store = {
    ...store,
    run: async (text: string, args: readonly StatementValue[]) => {
      judged = { text, args: args.map(literal).join(', ') };
      throw new Error('only looked at');
    },
  };
  await work(into).catch(() => undefined);
  if (judged === undefined) throw new Error('it ran no statement');
  return judged;
}

export interface Step {
  readonly step: string;
  readonly touchedRows: number;
}

/** The step that touches most rows when the prepared statement runs; what it writes is taken back. */
export async function worstStep(sql: postgres.Sql, name: string, { args }: Judged): Promise<Step> {
  await sql.unsafe('begin');
  try {
    const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
      `explain (analyze, timing off, format json) execute ${name} (${args})`,
    );
    const [explained] = row?.['QUERY PLAN'] ?? [];
    const steps = explained === undefined ? [] : nodesOf(explained.Plan);
    const [worst] = steps.toSorted((a, b) => touched(b) - touched(a));
    return { step: worst?.['Node Type'] ?? '', touchedRows: worst ? touched(worst) : Infinity };
  } finally {
    await sql.unsafe('rollback');
  }
}

export async function prepareAndJudge(sql: postgres.Sql, judged: Judged, mode: string): Promise<Step> {
  await sql.unsafe(`set plan_cache_mode = ${mode}`);
  await sql.unsafe(`prepare judged as ${judged.text}`);
  try {
    return await worstStep(sql, 'judged', judged);
  } finally {
    await sql.unsafe('deallocate judged');
  }
}

/**
 * As autovacuum leaves a new database: it counts no table that is empty. It must not come while the tables grow either, or
 * it is luck which of the plans are made by what it saw.
 */
export async function keepUncounted(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`do $$ declare name text; begin
    for name in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public'
    loop execute format('alter table %s set (autovacuum_enabled = false)', name); end loop; end $$`);
}
