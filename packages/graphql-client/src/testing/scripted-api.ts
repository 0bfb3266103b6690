import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly authorization: string | undefined;
}

/** What the server does with one request. */
export type Step =
  | { readonly status?: number; readonly body: unknown; readonly headers?: Record<string, string> }
  /** Reads the request, and cuts the connection instead of an answer. */
  | 'cut'
  /** Reads the request, and never answers. */
  | 'hang';

export interface ScriptedApi extends AsyncDisposable {
  readonly url: string;
  readonly received: readonly ReceivedRequest[];
}

/** An API over real HTTP that does what it is told, step by step; the last step is repeated. */
export async function startScriptedApi(...steps: readonly Step[]): Promise<ScriptedApi> {
  const received: ReceivedRequest[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as ReceivedRequest;
    const step = steps[Math.min(received.length, steps.length - 1)] ?? 'cut';
    received.push({ query, variables, authorization: request.headers.authorization });
    if (step === 'cut') request.socket.resetAndDestroy();
    if (typeof step === 'string') return;
    const { status = 200, body, headers = {} } = step;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
