import type { Portal, Target } from '../auth/portal.ts';
import { type RequestEnded, tell } from '../diagnostics.ts';
import {
  Bitrix24Error,
  ClosedError,
  ConfigurationError,
  ConnectionError,
  ResponseError,
  TimeoutError,
} from '../errors.ts';
import type { Redactor } from '../redact.ts';
import type { Call } from './call.ts';
import type { Lane } from './command.ts';
import type { Answer } from './envelope.ts';
import { PortalMovedError } from './portal-moved.ts';
import { readAnswer } from './read-answer.ts';
import type { Transport, WireAnswer } from './transport-port.ts';

export interface ExchangeContext {
  transport: Transport;
  portal: Portal;
  redact: Redactor;
  now: () => number;
  requestTimeoutMs: number;
}

/** How one HTTP request ended: well, or with an error of its own for each call that it carried. */
export interface Exchange {
  readonly answer: Answer | undefined;
  /** Of calls that it carried; asked only when there is no answer. */
  readonly errorFor: (call: Call) => Bitrix24Error;
  /** By the clock of `performance`. */
  readonly sentAt: number;
  readonly tookMs: number;
}

let lastRequestId = 0;

/** Sends one HTTP request on behalf of calls, and does not reject. */
export async function exchange(
  calls: readonly Call[],
  method: string,
  params: object,
  context: ExchangeContext,
  commands = 1,
): Promise<Exchange> {
  const clock = startClock(calls, context.requestTimeoutMs);
  const sentAt = performance.now();
  const end = await tellStart(calls[0]?.lane ?? 'normal', method, commands, context.portal);
  const result = await send(calls, method, params, context, clock).then(
    ({ wire, target }) => readWire(wire, target, method, context),
    (cause: unknown) => ({
      answer: undefined,
      errorFor: (call: Call) => failureOf(cause, call, clock.isTimedOut(), context.requestTimeoutMs),
    }),
  );
  clock.stop();
  const tookMs = performance.now() - sentAt;
  const [first] = calls;
  end({ tookMs, error: result.answer || !first ? undefined : result.errorFor(first) });
  return { ...result, sentAt, tookMs };
}

async function send(
  calls: readonly Call[],
  method: string,
  params: object,
  { portal, transport }: ExchangeContext,
  { signal }: Clock,
): Promise<{ wire: WireAnswer; target: Target }> {
  const target = await portal.target(method);
  for (const call of calls) call.tokens = target.tokens;
  const wire = await transport.send({
    url: target.url,
    body: writeJson(target.tokens ? { ...params, auth: target.tokens.accessToken } : params),
    contentType: 'application/json',
    signal,
    onSent() {
      for (const call of calls) call.isSent = true;
    },
  });
  return { wire, target };
}

function writeJson(params: object): string {
  try {
    return JSON.stringify(params);
  } catch (cause) {
    if (cause instanceof Bitrix24Error) throw cause;
    throw new ConfigurationError('The parameters cannot be written as JSON', { cause });
  }
}

function readWire(
  wire: WireAnswer,
  target: Target,
  method: string,
  { portal, redact, now }: ExchangeContext,
) {
  const context = { method, redact, now };
  try {
    if (wire.status >= 300 && wire.status < 400 && wire.headers['location'] !== undefined) {
      portal.move(target, String(wire.headers['location']));
      return { answer: undefined, errorFor: (call: Call) => new PortalMovedError(call) };
    }
    const answer = readAnswer(wire, { ...context, attempt: 1, isWrite: false, mayHaveRun: false });
    return { answer, errorFor: never };
  } catch (cause) {
    const errorFor = (call: Call) => remade(cause, call, wire, context);
    return { answer: undefined, errorFor };
  }
}

/** Once more, as the error of that call: whether its outcome is unknown depends on what it does. */
function remade(
  cause: unknown,
  call: Call,
  wire: WireAnswer,
  context: { redact: Redactor; now: () => number },
): Bitrix24Error {
  if (cause instanceof ConnectionError)
    return new ConnectionError(String(cause.meta['reason']), { call, unknownOutcome: call.mayHaveRun });
  try {
    const { method, attempt } = call;
    readAnswer(wire, { ...context, method, attempt, isWrite: isWrite(call), mayHaveRun: call.mayHaveRun });
  } catch (error) {
    if (error instanceof Bitrix24Error) return error;
    throw error;
  }
  return never(call);
}

const isWrite = ({ effect }: Call): boolean => effect !== 'read';

function never(call: Call): never {
  throw new TypeError(`${call.method} has succeeded`);
}

/** undici's and Node's errors in our words. */
function failureOf(cause: unknown, call: Call, isTimedOut: boolean, timeoutMs: number): Bitrix24Error {
  if (cause instanceof Bitrix24Error) return cause;
  const facts = { call, cause, unknownOutcome: call.mayHaveRun || (call.isSent && isWrite(call)) };
  if (isTimedOut) return new TimeoutError(timeoutMs, { ...facts, cause: undefined, isSent: call.isSent });
  const reason = reasonOf(cause);
  if (reason === 'UND_ERR_CLOSED' || reason === 'UND_ERR_DESTROYED') return new ClosedError(facts);
  if (reason === 'UND_ERR_INVALID_ARG')
    return new ConfigurationError('The request cannot be written as it is', facts);
  return new ConnectionError(reason, facts);
}

/** The code of the innermost error that has one: `ECONNREFUSED`, `UND_ERR_SOCKET`, `CERT_HAS_EXPIRED`. */
export function reasonOf(error: unknown): string {
  let reason: string | undefined;
  for (let at = error; at instanceof Error; at = at.cause) {
    const code: unknown = Reflect.get(at, 'code');
    if (typeof code === 'string') reason = code;
  }
  return reason ?? (error instanceof Error ? error.name : typeof error);
}

interface Clock {
  readonly signal: AbortSignal;
  readonly isTimedOut: () => boolean;
  readonly stop: () => void;
}

/** A request ends at its time-out, or when nobody waits for it any more. */
function startClock(calls: readonly Call[], timeoutMs: number): Clock {
  const controller = new AbortController();
  let isTimedOut = false;
  const timer = setTimeout(() => {
    isTimedOut = true;
    controller.abort();
  }, timeoutMs);
  const leave = () => {
    if (calls.every(({ signal }) => signal.aborted)) controller.abort();
  };
  for (const { signal } of calls) signal.addEventListener('abort', leave, { once: true });
  leave();
  return {
    signal: controller.signal,
    isTimedOut: () => isTimedOut,
    stop() {
      clearTimeout(timer);
      for (const { signal } of calls) signal.removeEventListener('abort', leave);
    },
  };
}

type End = (outcome: { tookMs: number; error: Bitrix24Error | undefined }) => void;

async function tellStart(lane: Lane, method: string, commands: number, portal: Portal): Promise<End> {
  lastRequestId += 1;
  const host = await portal.host().catch(() => '');
  const started = { requestId: lastRequestId, portal: host, method, commands, lane };
  tell('requestStart', started);
  return ({ tookMs, error }) => {
    const status = error ? (error instanceof ResponseError ? error.status : undefined) : 200;
    const ended: RequestEnded = { ...started, durationMs: tookMs };
    tell('requestEnd', {
      ...ended,
      ...(status !== undefined && { status }),
      ...(error && { errorCode: error.code }),
    });
  };
}
