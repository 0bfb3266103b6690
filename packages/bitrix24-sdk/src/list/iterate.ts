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
import { chainOf, endOf, type Keyset, keysetOf, lastId, pageParams, ROWS_PER_PAGE } from './keyset.ts';
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
  const mostPages = Math.min(options.maxPagesPerRequest ?? MOST_COMMANDS, MOST_COMMANDS);
  const plan = createPlan(keyset.after, mostPages);
  const reading: Reading = {
    command,
    keyset,
    options,
    runner,
    plan,
    cursor: keyset.after,
    rowsAt: command.rowsAt,
  };
  // The first page tells where the rows stand, and whether there is more than one.
  let chunk = await readFirst(reading);
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
  cursor: string;
  rowsAt: string | undefined;
}
interface Chunk {
  rows: unknown[];
  isLast: boolean;
}

async function readFirst(reading: Reading): Promise<Chunk> {
  const { keyset, options, runner, command } = reading;
  const params = pageParams(keyset, keyset.after);
  const answer = await runner.single(
    keyset.method,
    params,
    'read',
    { ...options, gather: false },
    (read) => read,
  );
  const page = answer as Answer;
  const rows = rowsOf(page, command.rowsAt, { method: keyset.method, attempt: 1 });
  reading.rowsAt ??= placeOfRows(page.result);
  reading.cursor = lastId(keyset, reading.cursor, rows);
  return { rows, isLast: rows.length < ROWS_PER_PAGE };
}

/** A chain that breaks off gives what it has brought; one that brings nothing is made shorter, or fails. */
async function readChain(reading: Reading): Promise<Chunk> {
  const { keyset, options, runner, plan } = reading;
  const fitting = Math.floor(
    runner.longestBatchMs(options) / runner.ledger.estimateMs(kindOfCall(keyset.method, keyset.params)),
  );
  let pages = Math.max(1, Math.min(plan.pages(), fitting));
  for (;;) {
    const chain = chainOf(keyset, reading.cursor, pages, reading.rowsAt);
    // Along with the second request goes the question where the list ends, so that all others have the right size.
    const asksForEnd = !plan.knowsEnd() && pages < MOST_COMMANDS;
    const commands = asksForEnd ? [...chain, endOf(keyset, pages)] : chain;
    try {
      const request = { kind: 'batch', commands, halt: true } as const;
      // Repeated as a whole only when it cannot be made shorter.
      const outcomes = await runner.batch(request, 'read', options, pages > 1 ? 1 : undefined);
      if (asksForEnd) plan.noteEnd(readEnd(outcomes[pages], reading));
      const chunk = collect(outcomes.slice(0, pages), reading);
      if (chunk) return chunk;
    } catch (error) {
      if (!(error instanceof Bitrix24Error) || !error.retryable || pages === 1) throw error;
      if (options.signal?.aborted) throw error;
    }
    pages = Math.max(1, pages >> 1);
  }
}

/** The greatest id; nothing when the portal does not tell. */
function readEnd(outcome: WireOutcome | undefined, { keyset, rowsAt }: Reading): string | undefined {
  if (outcome?.status !== 'ok') return undefined;
  const [row] = rowsOf(outcome.answer, rowsAt, { method: keyset.method, attempt: 1 });
  const id: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, keyset.idField) : undefined;
  return /^\d+$/.test(String(id)) ? String(id) : undefined;
}

/** Pages up to the first short one: what comes behind it was asked with a cursor that is none. */
function collect(outcomes: readonly WireOutcome[], reading: Reading): Chunk | undefined {
  const { keyset } = reading;
  const rows: unknown[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome.status !== 'ok') {
      // What was read is read; the next request begins with the page that failed.
      if (index > 0) return { rows, isLast: false };
      if (outcome.status === 'error') throw outcome.error;
      return undefined;
    }
    const page = rowsOf(outcome.answer, reading.rowsAt, { method: keyset.method, attempt: 1 });
    reading.cursor = lastId(keyset, reading.cursor, page);
    for (const row of page) rows.push(row);
    if (page.length < ROWS_PER_PAGE) return { rows, isLast: true };
  }
  return { rows, isLast: false };
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
