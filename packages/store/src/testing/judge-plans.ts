import type postgres from 'postgres';
import type { StatementValue, Store } from '../open/open-store.ts';
import { type Judged, literal, prepareAndJudge, type Step, worstStep } from './explain.ts';

/** What stands for the answer of any statement of the intake or the mirror. */
const ANSWER = `select 0 as fresh, true as "isHeld", 0 as added, 0 as changed`;

/** Tells of the statements that functions run how many rows their plans touch; what they write is taken back. */
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

  return {
    statementOf,
    /** Of a statement that is prepared already. */
    worstStep: (name: string, judged: Judged): Promise<Step> => worstStep(sql, name, judged),
    judge: async (record: (into: Store) => Promise<unknown>, mode: string): Promise<Step> =>
      prepareAndJudge(sql, await statementOf(record), mode),
  };
}

export type Judge = ReturnType<typeof createJudge>;
