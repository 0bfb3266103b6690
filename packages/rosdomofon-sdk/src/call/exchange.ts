import { type RequestEnded, tell } from '../diagnostics.ts';
import { ResponseError, RosDomofonError } from '../errors.ts';
import { authorize } from '../middleware/authorize.ts';
import { retry } from '../middleware/retry.ts';
import type { ClientSettings } from '../options.ts';
import type { Redactor } from '../redact.ts';
import type { Tokens } from '../sign-in/tokens.ts';
import type { ApiRequest, ApiResponse, Call, Transport } from './call.ts';
import { type Deadline, whileWaiting } from './interruption.ts';
import { checkStatus } from './read-answer.ts';

export interface ExchangeContext {
  transport: Transport;
  settings: ClientSettings;
  redact: Redactor;
  /** Absent for what is called without a token. */
  tokens?: Tokens | undefined;
}

/** A successful answer of which only the head is read yet. */
export interface Opened {
  response: ApiResponse;
  /** To be told, once, when its body is read or given up. */
  readonly end: (outcome: Outcome) => void;
}
export type Outcome = Pick<RequestEnded, 'status' | 'errorCode'>;

/** A token, and as many attempts as it takes. */
export function exchange<T>(
  call: Call,
  context: ExchangeContext,
  read: (opened: Opened) => Promise<T>,
): Promise<T> {
  const { tokens, settings } = context;
  const attempts = () => retry(call, settings.retry, async () => read(await open(call, context)));
  return tokens ? authorize(call, tokens, attempts) : attempts();
}

/** Sends, and looks at the status. */
async function open(call: Call, { transport, redact, settings }: ExchangeContext): Promise<Opened> {
  if (settings.beforeRequest) await whileWaiting(settings.beforeRequest(call), call);
  const end = tellStart(call);
  try {
    const response = await transport.send(call);
    await checkStatus(response, call, redact, settings.now);
    return { response, end };
  } catch (error) {
    end(outcomeOf(error));
    throw error;
  }
}

/** Reads all of the answer, and tells how it ended. */
export async function readWhole<T>(
  { response, end }: Opened,
  read: (response: ApiResponse) => Promise<T>,
): Promise<T> {
  try {
    const result = await read(response);
    end({ status: response.status });
    return result;
  } catch (error) {
    end({ status: response.status, ...outcomeOf(error) });
    throw error;
  }
}

export const outcomeOf = (error: unknown): Outcome => ({
  errorCode: error instanceof RosDomofonError ? error.code : 'UNKNOWN',
  ...(error instanceof ResponseError && { status: error.status }),
});

function tellStart(call: Call): Opened['end'] {
  const { id: callId, operation, method, route, attempt } = call;
  const started = { callId, operation, method, route, attempt };
  tell('requestStart', started);
  const startedAt = performance.now();
  return (outcome) =>
    tell('requestEnd', { ...started, durationMs: performance.now() - startedAt, ...outcome });
}

let lastCallId = 0;

export function createCall(request: ApiRequest, deadline: Deadline, timeoutMs: number): Call {
  lastCallId += 1;
  return {
    ...request,
    id: lastCallId,
    signal: deadline.signal,
    timeoutMs,
    timeLeftMs: deadline.timeLeftMs,
    attempt: 0,
    token: undefined,
    mayHaveRun: false,
  };
}
