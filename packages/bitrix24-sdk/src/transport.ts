import { Buffer } from 'node:buffer';
import { setTimeout as delay } from 'node:timers/promises';
import { Agent, type Dispatcher } from 'undici';
import type { Transport, WireAnswer, WireRequest } from './call/transport-port.ts';
import { MORE_FOR_CHATS } from './limits/gate.ts';
import type { Settings } from './options.ts';

/** 2,500 rows with all of their fields are a tenth of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The network, over kept connections. The only file that uses undici. */
export function createTransport(
  settings: Pick<Settings, 'dispatcher' | 'limits' | 'requestTimeoutMs' | 'userAgent'>,
): Transport {
  const own = settings.dispatcher === undefined ? openAgent(settings) : undefined;
  const dispatcher = (settings.dispatcher ?? own)?.compose(noteStart);
  if (!dispatcher) throw new TypeError('an agent or a dispatcher');
  let closing: Promise<void> | undefined;
  return {
    async send(request) {
      const { origin, pathname, search } = new URL(request.url);
      const { statusCode, headers, body } = await dispatcher.request({
        origin,
        path: pathname + search,
        method: 'POST',
        headers: {
          accept: 'application/json',
          'content-type': request.contentType,
          'user-agent': settings.userAgent,
        },
        body: request.body,
        signal: request.signal,
        opaque: request,
        // The signal is the limit.
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      return { status: statusCode, headers, body: await readText(body) } satisfies WireAnswer;
    },
    close({ deadlineMs }) {
      closing ??= own ? closeAgent(own, deadlineMs) : Promise.resolve();
      return closing;
    },
  };
}

// A renamed portal is another origin: an agent, which has a pool for each.
const openAgent = ({ limits, requestTimeoutMs }: Pick<Settings, 'limits' | 'requestTimeoutMs'>) =>
  new Agent({
    connections: limits ? limits.maxConcurrent + MORE_FOR_CHATS : null,
    // One request per connection, so that `onRequestStart` means what we make of it.
    pipelining: 1,
    allowH2: false,
    connect: { timeout: Math.min(requestTimeoutMs, 10_000) },
  });

async function closeAgent(agent: Agent, deadlineMs: number): Promise<void> {
  const timer = new AbortController();
  const isTooLate = delay(deadlineMs, undefined, { signal: timer.signal }).catch(() => {});
  await Promise.race([agent.close(), isTooLate]);
  timer.abort();
  await agent.destroy();
}

/** undici says when it begins to write a request to a connection; `opaque` is its place for things of the caller. */
const noteStart: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  const { onSent } = Reflect.get(options, 'opaque') as WireRequest;
  return dispatch(options, {
    onRequestStart(controller, context) {
      handler.onRequestStart?.(controller, context);
      if (!controller.aborted) onSent();
    },
    onResponseStart: (...head) => handler.onResponseStart?.(...head),
    onResponseData: (...data) => handler.onResponseData?.(...data),
    onResponseEnd: (...end) => handler.onResponseEnd?.(...end),
    onResponseError: (...error) => handler.onResponseError?.(...error),
  });
};

/** Nothing when there is more than that; the rest stays unread, and the connection is closed. */
async function readText(body: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
