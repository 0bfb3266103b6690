import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EffectPayload } from './kinds.ts';

/** One effect: to have a key twice is once too many. */
export interface Effect extends EffectPayload {
  /** Process id of who did it. */
  readonly by: number;
  /** When it was done, by the monotonic clock of this process. */
  readonly at: number;
}

/** What becomes of a request: an answer with this status, or `hold`: the effect is done and the answer waits. */
export type Answer = number | 'hold';

/** A service that deliveries have their effects in. It knows no idempotency: every POST is an effect. */
export async function startEffectServer(answer: (effect: Effect) => Answer = () => 200) {
  const effects: Effect[] = [];
  const held: ServerResponse[] = [];
  const server = createServer((request, response) => {
    const end = (status: number) => response.writeHead(status).end();
    if (request.method === 'GET') {
      const key = decodeURIComponent((request.url ?? '').split('/').at(-1) ?? '');
      end(effects.some((effect) => effect.key === key) ? 200 : 404);
      return;
    }
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString()));
    request.on('end', () => {
      const payload: EffectPayload = JSON.parse(body);
      const effect = { ...payload, by: Number(request.headers['x-worker']), at: performance.now() };
      const status = answer(effect);
      if (status === 'hold' || status < 400) effects.push(effect);
      if (status === 'hold') held.push(response);
      else end(status);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    effects,
    /** Keys that were done more than once. */
    twice: () => {
      const byKey = Map.groupBy(effects, ({ key }) => key);
      return [...byKey].filter(([, of]) => of.length > 1).map(([key]) => key);
    },
    /** Answers those who wait. */
    release: () => {
      for (const response of held.splice(0)) response.writeHead(200).end();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
