import { keyAt, missingOutcome, readBatch, type SentCommand, type WireOutcome } from '../batch/read-batch.ts';
import { tell } from '../diagnostics.ts';
import { type Bitrix24Error, RateLimitError, ResponseValidationError, ServerError } from '../errors.ts';
import type { Gate } from '../limits/gate.ts';
import type { OperatingLedger } from '../limits/operating-ledger.ts';
import type { Call } from './call.ts';
import { type Exchange, type ExchangeContext, exchange } from './exchange.ts';
import {
  asCommand,
  type BatchCommand,
  type BatchJob,
  isSingle,
  type SingleJob,
  type WireJob,
} from './wire-job.ts';

export interface DispatchContext extends ExchangeContext {
  ledger: OperatingLedger;
  longestBatchMs: number;
  gate: () => Gate<WireJob>;
}

/** Sends calls that the gate has let go: one by itself, or several as one batch, and tells each how it ended. */
export const createDispatch =
  (context: DispatchContext) =>
  async (jobs: readonly WireJob[]): Promise<void> => {
    const [first] = jobs;
    if (!first) return;
    const singles = jobs.filter(isSingle);
    const ended = context.ledger.begin(methodsOf(jobs));
    try {
      if (!isSingle(first)) await sendBatch(first, context);
      else if (singles.length === 1) await sendSingle(first, context);
      else await sendGathered(singles, context);
    } catch (error) {
      // A bug of ours: nobody is to wait for ever.
      for (const job of jobs) job.fail(error as Error);
    } finally {
      ended();
    }
  };

async function sendSingle(job: SingleJob, context: DispatchContext): Promise<void> {
  const { method, params } = job.request;
  const done = await exchange([job.call], method, params, context);
  if (done.answer) {
    context.gate().accepted(done.sentAt);
    context.ledger.note(method, done.answer.time, job.kind);
    job.succeed(done.answer);
  } else await failAll([job], method, done, context);
}

async function sendGathered(jobs: readonly SingleJob[], context: DispatchContext): Promise<void> {
  const commands = jobs.map(({ call, request, kind }, index) => ({
    key: keyAt(index),
    method: request.method,
    kind: kind ?? request.method,
    query: request.query ?? '',
    attempt: call.attempt,
    isWrite: call.effect !== 'read',
  }));
  const outcomes = await runBatch(jobs, commands, false, context);
  for (const [index, job] of jobs.entries()) {
    const outcome = outcomes?.[index];
    const command = commands[index];
    if (!outcome || !command) continue;
    if (outcome.status === 'ok') job.succeed(outcome.answer);
    else job.fail(outcome.status === 'error' ? outcome.error : missingOutcome(command));
  }
}

async function sendBatch(job: BatchJob, context: DispatchContext): Promise<void> {
  const { call, request } = job;
  const commands = request.commands.map((command) => ({ ...command, attempt: call.attempt }));
  const outcomes = await runBatch([job], commands, request.halt, context);
  if (outcomes) job.succeed(outcomes);
}

type RunCommand = SentCommand & Pick<BatchCommand, 'query' | 'kind'>;

/** Nothing when the request as a whole has failed, and everybody was told. */
async function runBatch(
  jobs: readonly WireJob[],
  commands: readonly RunCommand[],
  halt: boolean,
  context: DispatchContext,
): Promise<readonly WireOutcome[] | undefined> {
  const { ledger, redact, now } = context;
  const cmd = Object.fromEntries(commands.map(({ key, method, query }) => [key, asCommand(method, query)]));
  const calls = jobs.map(({ call }) => call);
  const done = await exchange(calls, 'batch', { halt: halt ? 1 : 0, cmd }, context, commands.length);
  if (!done.answer) {
    noteCut(commands, done, calls[0], context);
    await failAll(jobs, 'batch', done, context);
    return undefined;
  }
  context.gate().accepted(done.sentAt);
  const outcomes = readBatch(done.answer, commands, { redact, now });
  if (!outcomes) {
    for (const { call, fail } of jobs)
      fail(
        new ResponseValidationError('it is no answer of a batch', {
          call,
          isJson: true,
          unknownOutcome: call.effect !== 'read',
        }),
      );
    return undefined;
  }
  ledger.note('batch', { ...done.answer.time, durationMs: undefined });
  noteCommands(commands, outcomes, ledger);
  const portal = await context.portal.host();
  return outcomes.map((outcome, index) =>
    outcome.status === 'error'
      ? { ...outcome, error: holdUpMethod(outcome.error, commands[index]?.method ?? '', portal, ledger) }
      : outcome,
  );
}

/** What a method has run is the most that its commands tell: they report it one after the other (facts §6). */
function noteCommands(
  commands: readonly RunCommand[],
  outcomes: readonly WireOutcome[],
  ledger: OperatingLedger,
): void {
  const most = new Map<string, number>();
  const times = outcomes.flatMap((outcome, index) => {
    const { method = '', kind } = commands[index] ?? {};
    return outcome.status === 'ok' ? [{ method: method.toLowerCase(), kind, time: outcome.answer.time }] : [];
  });
  for (const { method, time } of times)
    if (time.operatingSeconds !== undefined)
      most.set(method, Math.max(most.get(method) ?? 0, time.operatingSeconds));
  for (const { method, kind, time } of times)
    ledger.note(method, { ...time, operatingSeconds: most.get(method) }, kind);
}

/** The portal, or a gateway before it, cuts off what takes longer than this. */
const CUT_MS = 60_000;

/** A batch that was too long tells at least that: the next one is shorter. */
function noteCut(
  commands: readonly RunCommand[],
  { tookMs, errorFor }: Exchange,
  call: Call | undefined,
  { ledger, longestBatchMs }: DispatchContext,
): void {
  const error = call && errorFor(call);
  const isCut = error instanceof ServerError && error.status === 504;
  if (!isCut && tookMs < longestBatchMs) return;
  const durationMs = Math.max(tookMs, isCut ? CUT_MS : 0) / commands.length;
  for (const { method, kind } of commands)
    ledger.note(method, { durationMs, operatingSeconds: undefined, resetInMs: undefined }, kind);
}

async function failAll(
  jobs: readonly WireJob[],
  method: string,
  { errorFor, sentAt }: Exchange,
  { gate, ledger, portal }: DispatchContext,
): Promise<void> {
  const errors = jobs.map(({ call }) => errorFor(call));
  const [first] = errors;
  let pauseMs: number | undefined;
  if (first instanceof RateLimitError) {
    if (first.limit === 'operating') pauseMs = park(method, await portal.host(), ledger);
    // An unknown 429 may be a ban of the whole portal (facts §6).
    else pauseMs = await gate().refused(sentAt, first.retryAfterMs ?? (first.status === 429 ? 60_000 : 0));
  }
  for (const [index, job] of jobs.entries()) {
    const error = errors[index];
    if (error) job.fail(pauseMs === undefined ? error : withPause(error, pauseMs));
  }
}

function holdUpMethod(
  error: Bitrix24Error,
  method: string,
  portal: string,
  ledger: OperatingLedger,
): Bitrix24Error {
  const isHeldUp = error instanceof RateLimitError && error.limit === 'operating';
  return isHeldUp ? withPause(error, park(method, portal, ledger)) : error;
}

function park(method: string, portal: string, ledger: OperatingLedger): number {
  const pauseMs = ledger.refused(method);
  tell('limit', { portal, method, pauseMs });
  return pauseMs;
}

const withPause = (error: Bitrix24Error, retryAfterMs: number): Bitrix24Error =>
  error instanceof RateLimitError ? error.after(retryAfterMs) : error;

function methodsOf(jobs: readonly WireJob[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const { methods } of jobs)
    for (const [method, count] of methods) all.set(method, (all.get(method) ?? 0) + count);
  return all;
}
