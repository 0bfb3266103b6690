import type { Executed } from '../calls/execute-call.ts';
import { executeCall } from '../calls/execute-call.ts';
import { methodNamed } from '../methods.ts';
import type { PortalContext } from '../portal-context.ts';
import type { Caller, RestAnswer } from '../portal-method.ts';
import { RestError } from '../rest-error.ts';
import { type TimeWire, timeWire } from '../transport/envelope.ts';
import { isYes, type Params, param } from '../transport/params.ts';
import { parsePhpQuery, phpArray } from '../transport/php-query.ts';
import { commandsOf, methodOf } from './commands.ts';
import { resolveReferences } from './references.ts';

const MAX_COMMANDS = 50;

export interface BatchRun {
  answer: RestAnswer;
  tookMs: number;
  /** It took longer than the cloud lets a request take: what was done is done, and its caller is told nothing. */
  isCut: boolean;
}

export interface BatchOptions {
  /** Faults: only so many commands are done. */
  commands?: number | undefined;
  /** Faults: what a command is refused with before it is made. */
  refusalOf?: (method: string) => RestError | null;
}

/** Commands one after the other, each with what the ones before it answered (facts §4). */
export async function runBatch(
  context: PortalContext,
  caller: Caller,
  params: Params,
  options: BatchOptions = {},
): Promise<BatchRun> {
  const commands = commandsOf(params);
  if (commands.length > MAX_COMMANDS)
    throw new RestError(400, 'ERROR_BATCH_LENGTH_EXCEEDED', 'Max batch length exceeded');
  const isHalting = isYes(param(params, 'halt'));
  const { limits, cutAfterS } = context.behaviour;
  const sections = newSections();
  let [tookMs, isCut] = [0, false];
  for (const [index, [key, command]] of commands.entries()) {
    if (index >= (options.commands ?? Number.POSITIVE_INFINITY)) break;
    if (limits === 'on' && tookMs > cutAfterS * 1000) {
      isCut = true;
      break;
    }
    const startMs = context.now();
    try {
      const executed = await runCommand(context, caller, command, sections.results, options);
      tookMs += executed.tookMs;
      sections.succeed(key, executed, startMs);
    } catch (error) {
      sections.fail(key, refusalOf(error));
      if (isHalting) break;
    }
  }
  isCut ||= limits === 'on' && tookMs > cutAfterS * 1000;
  return { answer: { result: sections.wire() }, tookMs, isCut };
}

async function runCommand(
  context: PortalContext,
  caller: Caller,
  command: string,
  results: ReadonlyMap<string, unknown>,
  { refusalOf: struckBy }: BatchOptions,
): Promise<Executed> {
  const name = methodOf(command);
  const refusal = struckBy?.(name);
  if (refusal) throw refusal;
  if (name.toLowerCase() === 'batch' || methodNamed(name)?.isBatchable === false)
    throw new RestError(405, 'ERROR_BATCH_METHOD_NOT_ALLOWED', 'Method is not allowed for batch usage');
  const at = command.indexOf('?');
  const given = at === -1 ? {} : parsePhpQuery(command.slice(at + 1));
  const params = resolveReferences(given, (key) => results.get(key)) as Params;
  return executeCall(context, caller, name, params);
}

/** Whatever goes wrong inside is the outcome of that command, and the batch is answered with 200. */
function refusalOf(error: unknown): RestError {
  if (error instanceof RestError) return error;
  throw error;
}

function newSections() {
  const results = new Map<string, unknown>();
  const errors: [string, { error: string; error_description: string }][] = [];
  const totals: [string, number][] = [];
  const nexts: [string, number][] = [];
  const times: [string, TimeWire][] = [];
  return {
    results,
    succeed(key: string, { answer, spent, tookMs }: Executed, startMs: number) {
      results.set(key, answer.result);
      if (answer.total !== undefined) totals.push([key, answer.total]);
      if (answer.next !== undefined) nexts.push([key, answer.next]);
      times.push([key, timeWire(startMs, tookMs, spent)]);
    },
    fail: (key: string, error: RestError) => void errors.push([key, error.body]),
    wire: () => ({
      result: phpArray([...results]),
      result_error: phpArray(errors),
      result_total: phpArray(totals),
      result_next: phpArray(nexts),
      result_time: phpArray(times),
    }),
  };
}
