import type { z } from 'zod';
import type { WireOutcome } from '../batch/read-batch.ts';
import type { IterateOptions, ListCommand, RowIssue, Rows } from '../call/command.ts';
import type { Answer } from '../call/envelope.ts';
import { checkShape } from '../call/read-result.ts';
import type { Runner } from '../call/runner.ts';
import { Bitrix24Error } from '../errors.ts';
import { kindOfCall } from '../limits/kind-of-call.ts';
import { MOST_COMMANDS } from '../limits/pick-jobs.ts';
import { fieldIssues } from '../options.ts';
import {
  type Chain,
  chainOf,
  endOf,
  isBehind,
  isGreater,
  type Keyset,
  keysetOf,
  lastId,
  pageParams,
  ROWS_PER_PAGE,
} from './keyset.ts';
import { placeOfRows, rowsOf } from './list.ts';
import { createPlan, type Plan } from './plan.ts';

/** All rows in the order of ids. The next request is under way while the rows of the last one are looked at. */
export function iterateRows(command: ListCommand, options: IterateOptions, runner: Runner): Rows<unknown> {
  const keyset = keysetOf(command, options.after);
  const pages = () =>
    readAhead((signal) => readChunks(command, keyset, { ...options, signal }, runner), options.signal);
  return {
    pages,
    async *[Symbol.asyncIterator]() {
      for await (const rows of pages()) yield* rows;
    },
    async toArray() {
      const all: unknown[] = [];
      for await (const rows of pages()) for (const row of rows) all.push(row);
      return all;
    },
  };
}

/** One chunk ahead, never more: memory stays the same however long the list is. */
async function* readAhead(
  open: (signal: AbortSignal) => AsyncGenerator<unknown[]>,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown[]> {
  const leaving = new AbortController();
  const chunks = open(signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal);
  const ask = () => {
    const asked = chunks.next();
    asked.catch(() => {}); // it is thrown where it is awaited, if it is
    return asked;
  };
  let next = ask();
  try {
    for (;;) {
      const chunk = await next;
      if (chunk.done) return;
      next = ask();
      yield chunk.value;
    }
  } finally {
    // Whoever leaves the loop ends the request that is under way.
    leaving.abort();
  }
}

async function* readChunks(
  command: ListCommand,
  keyset: Keyset,
  options: IterateOptions,
  runner: Runner,
): AsyncGenerator<unknown[]> {
  // The first page tells where the rows stand, and whether there is more than one.
  const first = await readFirst(command, keyset, options, runner);
  const { rowsAt, cursor } = first;
  const mostPages = Math.min(options.maxPagesPerRequest ?? MOST_COMMANDS, MOST_COMMANDS);
  const plan = createPlan(keyset.after, mostPages);
  const chain = chainOf(keyset, rowsAt);
  const reading: Reading = {
    command,
    keyset,
    options,
    runner,
    plan,
    chain,
    cursor,
    rowsAt,
    ahead: undefined,
  };
  let chunk: Chunk = first;
  for (;;) {
    if (chunk.rows.length > 0) yield checkRows(chunk.rows, reading);
    if (chunk.isLast) return;
    plan.note(reading.cursor, chunk.rows.length);
    chunk = await readChain(reading);
  }
}

interface Reading {
  command: ListCommand;
  keyset: Keyset;
  options: IterateOptions;
  runner: Runner;
  plan: Plan;
  chain: Chain;
  rowsAt: string | undefined;
  /** Of the last row that was read. */
  cursor: string;
  /** Under way behind the one that is waited for. */
  ahead: Asked | undefined;
}
/** A request of the portal, begun. */
interface Asked {
  behind: string;
  pages: number;
  /** Along with the second request goes the question where the list ends, so that all others have the right size. */
  asksForEnd: boolean;
  outcomes: Promise<readonly WireOutcome[]>;
}
interface Chunk {
  rows: unknown[];
  isLast: boolean;
}

async function readFirst(
  { rowsAt }: ListCommand,
  keyset: Keyset,
  options: IterateOptions,
  runner: Runner,
): Promise<Chunk & Pick<Reading, 'rowsAt' | 'cursor'>> {
  const params = pageParams(keyset, keyset.after);
  const once = { ...options, gather: false };
  const page = (await runner.single(keyset.method, params, 'read', once, (read) => read)) as Answer;
  const rows = rowsOf(page, rowsAt, { method: keyset.method, attempt: 1 });
  return {
    rows,
    isLast: rows.length < ROWS_PER_PAGE,
    rowsAt: rowsAt ?? placeOfRows(page.result),
    cursor: lastId(keyset, keyset.after, rows),
  };
}

/** A chain that breaks off gives what it has brought; one that brings nothing is made shorter, or fails. */
async function readChain(reading: Reading): Promise<Chunk> {
  const { options, plan, cursor } = reading;
  let asked = aheadOf(reading) ?? askFor(reading, cursor, plan.pages(Number(cursor)));
  for (;;) {
    const { pages } = asked;
    reading.ahead = askAhead(reading, asked);
    try {
      const outcomes = await asked.outcomes;
      if (asked.asksForEnd) plan.noteEnd(readEnd(outcomes[pages], reading));
      const chunk = collect(outcomes.slice(0, pages), asked.behind, reading);
      if (chunk) return chunk;
    } catch (error) {
      if (!(error instanceof Bitrix24Error) || !error.retryable || pages === 1) throw error;
      if (options.signal?.aborted) throw error;
    }
    asked = askFor(reading, reading.cursor, Math.max(1, pages >> 1));
  }
}

function askFor({ keyset, options, runner, plan, chain }: Reading, behind: string, wanted: number): Asked {
  const fitting = Math.floor(
    runner.longestBatchMs(options) / runner.ledger.estimateMs(kindOfCall(keyset.method, keyset.params)),
  );
  const pages = Math.max(1, Math.min(wanted, fitting));
  const asksForEnd = !plan.knowsEnd() && pages < MOST_COMMANDS;
  const commands = [...chain(behind, pages), ...(asksForEnd ? [endOf(keyset, pages)] : [])];
  const request = { kind: 'batch', commands, halt: true } as const;
  // Repeated as a whole only when it cannot be made shorter.
  const outcomes = runner.batch(request, 'read', options, pages > 1 ? 1 : undefined);
  outcomes.catch(() => {}); // it is thrown where it is awaited, if it is
  return { behind, pages, asksForEnd, outcomes };
}

/** The portal works on the next request while we read the answer of this one. */
function askAhead(reading: Reading, { behind, pages }: Asked): Asked | undefined {
  const next = reading.plan.next(Number(behind), pages);
  return next === undefined ? undefined : askFor(reading, String(next), reading.plan.pages(next));
}

/** What was asked ahead, unless its predecessor has not come as far as that, or so far that half of it is known. */
function aheadOf(reading: Reading): Asked | undefined {
  const { ahead, cursor } = reading;
  reading.ahead = undefined;
  if (!ahead || isGreater(ahead.behind, cursor)) return undefined;
  const isWorthIt = Number(cursor) - Number(ahead.behind) < (ahead.pages * ROWS_PER_PAGE) / 2;
  return isWorthIt ? ahead : undefined;
}

/** The greatest id; nothing when the portal does not tell. */
function readEnd(outcome: WireOutcome | undefined, { keyset, rowsAt }: Reading): string | undefined {
  if (outcome?.status !== 'ok') return undefined;
  const [row] = rowsOf(outcome.answer, rowsAt, { method: keyset.method, attempt: 1 });
  const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, keyset.idField) : undefined;
  return /^\d+$/.test(String(id)) ? String(id) : undefined;
}

/** Pages up to the first short one: what comes behind it was asked with a cursor that is none. */
function collect(outcomes: readonly WireOutcome[], behind: string, reading: Reading): Chunk | undefined {
  const { keyset } = reading;
  const rows: unknown[] = [];
  let at = behind;
  let isLast = false;
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status !== 'ok') {
      // What was read is read; the next request begins with the page that failed.
      if (index > 0) break;
      if (outcome.status === 'error') throw outcome.error;
      return undefined;
    }
    const page = rowsOf(outcome.answer, reading.rowsAt, { method: keyset.method, attempt: 1 });
    at = lastId(keyset, at, page);
    for (const row of page) rows.push(row);
    isLast = page.length < ROWS_PER_PAGE;
    if (isLast) break;
  }
  const { cursor } = reading;
  if (isGreater(at, cursor)) reading.cursor = at;
  // One that was asked ahead begins with rows that its predecessor has brought, as many as there were holes.
  return { rows: behind === cursor ? rows : rows.filter((row) => isBehind(keyset, cursor, row)), isLast };
}

function checkRows(rows: unknown[], { command, keyset, options }: Reading): unknown[] {
  const { row: schema } = command;
  if (!schema) return rows;
  const call = { method: keyset.method, attempt: 1 };
  const { onIssue } = options;
  if (!onIssue) return rows.map((row) => checkShape(row, schema, call, 'read'));
  return rows.flatMap((row) => checkRow(row, schema, keyset, onIssue));
}

function checkRow(
  row: unknown,
  schema: z.ZodType,
  { idField }: Keyset,
  onIssue: (issue: RowIssue) => void,
): unknown[] {
  const checked = schema.safeParse(row);
  if (checked.success) return [checked.data];
  onIssue({ id: String(Reflect.get(row as object, idField)), issues: fieldIssues(checked.error) });
  return [];
}
