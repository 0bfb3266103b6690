import { setTimeout as delay } from 'node:timers/promises';
import { type Dispatcher, Pool } from 'undici';
import type { ApiResponse, Call, Transport } from './call/call.ts';
import { interruption, whileWaiting } from './call/interruption.ts';
import { ClosedError, ConfigurationError, ConnectionError } from './errors.ts';
import type { ClientSettings } from './options.ts';

/** How far an attempt got: before the first byte is written, nothing can have happened. */
interface Progress {
  isStarted: boolean;
}

/** The network, over a pool of kept connections. The only file that uses undici. */
export function createTransport(settings: ClientSettings): Transport {
  const base = new URL(settings.baseUrl);
  const prefix = base.pathname.replace(/\/+$/, '');
  const own = settings.dispatcher === undefined ? openPool(base.origin, settings) : undefined;
  const dispatcher = (settings.dispatcher ?? own)?.compose(noteStart);
  if (!dispatcher) throw new TypeError('a pool or a dispatcher');

  let closing: Promise<void> | undefined;
  const send = async (call: Call): Promise<ApiResponse> => {
    if (closing) throw new ClosedError({ call, unknownOutcome: call.mayHaveRun });
    const progress: Progress = { isStarted: false };
    const mayHaveRun = () => progress.isStarted && call.effect !== 'read';
    try {
      // A request that waits for a free connection does not notice its signal before it gets one.
      const response = await whileWaiting(
        dispatcher.request({
          origin: base.origin,
          path: `${prefix}${call.path}`,
          method: call.method,
          headers: headersOf(call, settings.userAgent),
          body: call.body ?? null,
          signal: call.signal,
          opaque: progress,
          // The deadline of the call is the limit; a reader of rows may take its time.
          headersTimeout: 0,
          bodyTimeout: 0,
        }),
        call,
        mayHaveRun,
      );
      const body = readBody(call, response.body);
      return { status: response.statusCode, headers: response.headers, body };
    } catch (cause) {
      throw mapFailure(call, cause, mayHaveRun());
    }
  };

  const close = ({ deadlineMs }: { deadlineMs: number }) => {
    closing ??= own ? closePool(own, deadlineMs) : Promise.resolve();
    return closing;
  };
  return { send, close };
}

const openPool = (origin: string, { maxConnections, timeoutMs }: ClientSettings) =>
  new Pool(origin, {
    connections: maxConnections,
    // One request per connection: an answer that is read slowly holds up nobody, and `onRequestStart` means what we
    // make of it.
    pipelining: 1,
    allowH2: false,
    connect: { timeout: Math.min(timeoutMs, 10_000) },
  });

async function closePool(pool: Pool, deadlineMs: number): Promise<void> {
  const timer = new AbortController();
  const isTooLate = delay(deadlineMs, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([pool.close(), isTooLate]);
  timer.abort();
  await pool.destroy();
}

/** undici says when it begins to write a request to a connection; `opaque` is its place for things of the caller. */
const noteStart: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  const progress = Reflect.get(options, 'opaque') as Progress;
  return dispatch(options, {
    onRequestStart(controller, context) {
      handler.onRequestStart?.(controller, context);
      if (!controller.aborted) progress.isStarted = true;
    },
    onResponseStart: (...head) => handler.onResponseStart?.(...head),
    onResponseData: (...data) => handler.onResponseData?.(...data),
    onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
    onResponseError: (...error) => handler.onResponseError?.(...error),
  });
};

const headersOf = ({ token, contentType }: Call, userAgent: string) => ({
  accept: 'application/json',
  'user-agent': userAgent,
  ...(contentType && { 'content-type': contentType }),
  ...(token && { authorization: `Bearer ${token}` }),
});

async function* readBody(call: Call, body: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw mapFailure(call, cause, call.effect !== 'read');
  }
}

/** undici's and Node's errors in our words. */
function mapFailure(call: Call, cause: unknown, mayHaveRun: boolean): Error {
  if (call.signal.aborted) return interruption(call, mayHaveRun);
  const reason = reasonOf(cause);
  const facts = { call, cause, unknownOutcome: mayHaveRun || call.mayHaveRun };
  if (reason === 'UND_ERR_CLOSED' || reason === 'UND_ERR_DESTROYED') return new ClosedError(facts);
  if (reason === 'UND_ERR_INVALID_ARG')
    return new ConfigurationError('The request cannot be written as it is', facts);
  return new ConnectionError(reason, facts);
}

/** The code of the innermost error that has one: `ECONNREFUSED`, `UND_ERR_SOCKET`, `CERT_HAS_EXPIRED`. */
function reasonOf(error: unknown): string {
  let reason: string | undefined;
  for (let at = error; at instanceof Error; at = at.cause) {
    const code: unknown = Reflect.get(at, 'code');
    if (typeof code === 'string') reason = code;
  }
  return reason ?? (error instanceof Error ? error.name : typeof error);
}
