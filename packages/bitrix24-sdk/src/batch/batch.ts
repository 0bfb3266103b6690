import type { Command, Effect } from '../call/command.ts';
import { readResult } from '../call/read-result.ts';
import type { Runner } from '../call/runner.ts';
import { Bitrix24Error, RateLimitError } from '../errors.ts';
import { kindOfCall } from '../limits/kind-of-call.ts';
import { createBatchBudget } from '../limits/pick-jobs.ts';
import { type PlannedCommand, planCommands, valueAt, writeCommands } from './commands.ts';
import type { BatchOptions, Outcome } from './outcome.ts';
import { missingOutcome, type WireOutcome } from './read-batch.ts';

/** What is done is done: nothing is thrown any more after the first request was made. */
export async function runBatch(
  given: readonly (readonly [string, Command])[],
  options: BatchOptions,
  runner: Runner,
): Promise<ReadonlyMap<string, Outcome>> {
  const batch = createRun(planCommands(given), options);
  while (batch.waiting.length > 0) {
    const chunk = takeChunk(batch, runner);
    if (chunk.length > 0) await sendChunk(chunk, batch, runner);
  }
  return batch.outcomes;
}

interface Run {
  options: BatchOptions;
  halt: boolean;
  /** Not sent yet, in order. */
  waiting: PlannedCommand[];
  outcomes: Map<string, Outcome>;
  /** As they came, for references to them. */
  results: Map<string, unknown>;
  /** Rounds in a row in which nothing but refusals came. */
  refusals: number;
}

const createRun = (planned: readonly PlannedCommand[], options: BatchOptions): Run => ({
  options,
  halt: options.halt ?? false,
  waiting: [...planned],
  outcomes: new Map(),
  results: new Map(),
  refusals: 0,
});

/** From the front of those that wait: as much as one request takes. Those without what they refer to go no further. */
function takeChunk(run: Run, runner: Runner): PlannedCommand[] {
  const { ledger } = runner;
  const budget = createBatchBudget(ledger);
  const longestMs = runner.longestBatchMs(run.options);
  const chunk: PlannedCommand[] = [];
  const isIn = new Set<string>();
  while (run.waiting.length > 0) {
    const [next] = run.waiting;
    if (!next) break;
    const isLost = [...next.refersTo].some((name) => !isIn.has(name) && !run.results.has(name));
    // Those before one that is held up need not wait with it.
    const isHeldUp = chunk.length > 0 && !ledger.isReady(next.command.method);
    if (!isLost && (isHeldUp || !budget.add(next.command.method, kindOfCommand(next), longestMs))) break;
    run.waiting.shift();
    if (isLost) run.outcomes.set(next.name, { status: 'notExecuted', reason: 'dependency' });
    else {
      chunk.push(next);
      isIn.add(next.name);
    }
  }
  return chunk;
}

const kindOfCommand = ({ command }: PlannedCommand): string =>
  kindOfCall(command.method, command.params ?? {});

async function sendChunk(chunk: readonly PlannedCommand[], run: Run, runner: Runner): Promise<void> {
  const { commands, missing } = writeCommands(chunk, ({ name, path }) =>
    valueAt(run.results.get(name), path),
  );
  if (missing.size > 0) {
    // Their values are not where they were to be found: the rest goes without them.
    for (const name of missing) run.outcomes.set(name, { status: 'notExecuted', reason: 'dependency' });
    run.waiting.unshift(...chunk.filter(({ name }) => !missing.has(name)));
    return;
  }
  const names = new Set(chunk.map(({ name }) => name));
  // An unresolved reference would be sent on as its literal text: such a chain stops instead (facts §4).
  const halt = run.halt || chunk.some(({ refersTo }) => [...refersTo].some((name) => names.has(name)));
  try {
    const outcomes = await runner.batch({ kind: 'batch', commands, halt }, effectOfAll(chunk), run.options);
    settleChunk(chunk, outcomes, halt, run);
  } catch (error) {
    if (!(error instanceof Bitrix24Error)) throw error;
    for (const { name } of chunk) run.outcomes.set(name, { status: 'error', error });
    // Nothing else would fare better, or nobody waits for it any more.
    if (run.halt || !error.retryable || run.options.signal?.aborted) haltRest(run);
  }
}

/** A portal that lets a batch in and refuses all of it, again and again, does not mean it as a limit. */
const MOST_REFUSALS = 10;

/** A batch is what its least repeatable command is. */
const effectOfAll = (chunk: readonly PlannedCommand[]): Effect =>
  chunk.some(({ effect }) => effect === 'creation')
    ? 'creation'
    : chunk.some(({ effect }) => effect === 'repeatable')
      ? 'repeatable'
      : 'read';

const isRefusal = (outcome: WireOutcome): boolean =>
  outcome.status === 'error' && outcome.error instanceof RateLimitError;

function settleChunk(
  chunk: readonly PlannedCommand[],
  outcomes: readonly WireOutcome[],
  halt: boolean,
  run: Run,
): void {
  const again: PlannedCommand[] = [];
  let hasFailed = false;
  let isRefused = false;
  for (const [index, planned] of chunk.entries()) {
    const outcome = outcomes[index] ?? { status: 'missing' };
    // With halt the portal left off after the first failure: what follows was certainly not executed.
    if (outcome.status === 'missing' && halt && (hasFailed || isRefused)) again.push(planned);
    else if (isRefusal(outcome) && run.refusals < MOST_REFUSALS) {
      isRefused = true;
      again.push(planned);
    } else {
      const settled = settleCommand(planned, outcome, run);
      if (settled.status === 'error') hasFailed = true;
      run.outcomes.set(planned.name, settled);
    }
  }
  run.waiting.unshift(...again);
  run.refusals = again.length === chunk.length ? run.refusals + 1 : 0;
  if (hasFailed && run.halt) haltRest(run);
}

function settleCommand({ name, command, effect }: PlannedCommand, outcome: WireOutcome, run: Run): Outcome {
  if (outcome.status === 'error') return outcome;
  const { method } = command;
  if (outcome.status === 'missing')
    return { status: 'error', error: missingOutcome({ method, attempt: 1, isWrite: effect !== 'read' }) };
  const { result, total, next } = outcome.answer;
  run.results.set(name, result);
  try {
    const call = { method, attempt: 1 };
    return { status: 'ok', result: readResult(result, command, call, effect), total, next };
  } catch (error) {
    if (error instanceof Bitrix24Error) return { status: 'error', error };
    throw error;
  }
}

function haltRest(run: Run): void {
  for (const { name } of run.waiting) run.outcomes.set(name, { status: 'notExecuted', reason: 'halted' });
  run.waiting = [];
}
