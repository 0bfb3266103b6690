import type postgres from 'postgres';
import type { StatementValue, Store } from '../open/open-store.ts';

interface PlanNode {
  'Node Type': string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Join Filter'?: number;
  Plans?: PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Rows that a step gave or threw away, over all its repetitions. */
const touched = (node: PlanNode) =>
  (node['Actual Loops'] ?? 0) *
  ((node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Join Filter'] ?? 0));

const literal = (value: StatementValue) =>
  value === null ? 'null' : `'${String(value).replaceAll("'", "''")}'`;

export interface Judged {
  readonly text: string;
  readonly args: string;
}

/** The step of a plan that touches most rows. */
export interface WorstStep {
  readonly step: string;
  readonly touchedRows: number;
}

/** What stands for the answer of any statement of the intake or the mirror. */
const ANSWER = `select 0 as fresh, true as "isHeld", 0 as added, 0 as changed`;

/** Tells of the statements that functions run how many rows their plans touch. */
export function createJudge(store: Store, sql: postgres.Sql) {
  /** The statement that a function runs, and its values as they are written after `execute`. */
  async function statementOf(record: (into: Store) => Promise<unknown>): Promise<Judged> {
    let judged: Judged = { text: '', args: '' };
    await record({
      ...store,
      run: async <T>(text: string, args: readonly StatementValue[]) => {
        judged = { text, args: args.map(literal).join(', ') };
        return store.run<T>(ANSWER, []);
      },
    });
    return judged;
  }

  /** Of a statement that is prepared already. */
  async function worstStep(name: string, { args }: Judged): Promise<WorstStep> {
    const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(
      `explain (analyze, timing off, format json) execute ${name} (${args})`,
    );
    const [explained] = row?.['QUERY PLAN'] ?? [];
    const steps = explained === undefined ? [] : nodesOf(explained.Plan);
    const [worst] = steps.toSorted((a, b) => touched(b) - touched(a));
    return { step: worst?.['Node Type'] ?? '', touchedRows: worst ? touched(worst) : Infinity };
  }

  async function judge(record: (into: Store) => Promise<unknown>, mode: string): Promise<WorstStep> {
    const statement = await statementOf(record);
    await sql.unsafe(`set plan_cache_mode = ${mode}`);
    await sql.unsafe(`prepare judged as ${statement.text}`);
    try {
      return await worstStep('judged', statement);
    } finally {
      await sql.unsafe('deallocate judged');
    }
  }
  return { judge, statementOf, worstStep };
}

export type Judge = ReturnType<typeof createJudge>;
