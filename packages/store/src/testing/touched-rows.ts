import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { expect } from 'vitest';
import { type CompanyReads, companyReads } from '../company/company-reads.ts';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

interface ReadPlans extends AsyncDisposable {
  readonly sql: postgres.Sql;
  /** Of company 1. */
  readonly reads: CompanyReads;
  /** How many rows the statements of a read touched; fails where one reads a table as a whole that is none of the small ones. */
  rowsTouchedBy(read: () => Promise<unknown>, smallTables?: readonly string[]): Promise<number>;
}

/** Reads whose statements are explained. */
export function openReadPlans(url: string): ReadPlans {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'read-plans' } });
  // Of its own: Drizzle rewrites the parsers of the one that it is given.
  const drizzleClient = postgres(url, { max: 1 });
  let captured: { text: string; parameters: unknown[] }[] = [];
  const logger = {
    logQuery: (text: string, parameters: unknown[]) => {
      captured.push({ text, parameters });
    },
  };
  const db = drizzle(drizzleClient, { casing: 'snake_case', logger });
  return {
    sql,
    reads: companyReads({ db, search: db, companyId: 1n }),
    rowsTouchedBy: async (read, smallTables = []) => {
      captured = [];
      await read();
      let touched = 0;
      for (const { text, parameters } of captured) {
        const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
          `explain (analyze, timing off, format json) ${text}`,
          parameters as never[],
        );
        touched += rowsTouched(row?.['QUERY PLAN'][0]?.Plan, smallTables);
      }
      return touched;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([sql.end(), drizzleClient.end()]);
    },
  };
}

function rowsTouched(plan: Plan | undefined, smallTables: readonly string[]): number {
  if (plan === undefined) return 0;
  if (!smallTables.includes(plan['Relation Name'] ?? '')) expect(plan['Node Type']).not.toBe('Seq Scan');
  const own = plan['Node Type'].includes('Scan')
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
    : 0;
  return (plan.Plans ?? []).reduce((sum, inner) => sum + rowsTouched(inner, smallTables), own);
}
