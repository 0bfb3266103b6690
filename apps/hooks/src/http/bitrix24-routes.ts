import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AuthorizationReception, receiveAuthorization } from '../bitrix24/receive-authorization.ts';
import {
  type Received,
  type Reception,
  receiveEvent,
  receiveInstallationForm,
} from '../bitrix24/receive-event.ts';
import type { Strangers } from '../limits/strangers.ts';
import type { HookMetrics } from '../observe/hook-metrics.ts';
import { answerRefusal, retryAfter } from './answer-refusal.ts';
import { CONNECTOR_PAGE, INSTALLATION_PAGE, pageOf, STATUS_OF_PAGE } from './pages.ts';

const HTML = 'text/html; charset=utf-8';

interface OfIntegration {
  Params: { integration: string };
  Querystring: Record<string, unknown>;
  Body: string;
}

interface Routes {
  readonly reception: Reception & AuthorizationReception;
  readonly strangers: Strangers;
  readonly metrics: HookMetrics;
}

const UNKNOWN: Received = { status: 404, outcome: 'unknown' };

export function addBitrix24(app: FastifyInstance, { reception, strangers, metrics }: Routes): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, received: Received) => {
    const { status, outcome } = received;
    if (status === 200 || status === 404 || status === 503) metrics.events.inc({ outcome });
    if (status === 429) return answerRefusal(retryAfter(reply, received.secondsToWait), status);
    if (status === 200) return reply.code(status).send();
    if (status === 503) return answerRefusal(reply, status);
    return refuseStranger({ strangers, metrics }, { request, reply, status });
  };
  app.post<OfIntegration>('/bitrix24/:integration', async (request, reply) => {
    const id = idOf(request);
    const received = id === null ? UNKNOWN : await receiveEvent(reception, id, request.body ?? '');
    return answer(request, reply, received);
  });
  app.post<OfIntegration>('/bitrix24/:integration/install', async (request, reply) => {
    const id = idOf(request);
    const { body, query } = request;
    const received = id === null ? UNKNOWN : await receiveInstallationForm(reception, id, body ?? '', query);
    if (received.status !== 200) return answer(request, reply, received);
    metrics.events.inc({ outcome: received.outcome });
    return reply.type(HTML).send(INSTALLATION_PAGE);
  });
  // The portal opens it in a frame of its own, with a form that is of no use here.
  app.post('/bitrix24/:integration/connector', async (_request, reply) =>
    reply.type(HTML).send(CONNECTOR_PAGE),
  );
  app.get('/bitrix24/oauth', async (request, reply) => {
    const authorized = await receiveAuthorization(reception, request.query);
    const seconds = authorized === 'unknown' ? secondsToWait({ strangers, metrics }, request) : null;
    if (seconds !== null) retryAfter(reply, seconds);
    const page = seconds === null ? authorized : 'throttled';
    return (
      reply
        .code(STATUS_OF_PAGE[page])
        .type(HTML)
        .header('cache-control', 'no-store')
        // The address holds a code and a state.
        .header('referrer-policy', 'no-referrer')
        .send(pageOf(page, request.headers['accept-language']))
    );
  });
}

const idOf = (request: FastifyRequest<OfIntegration>): bigint | null =>
  /^[1-9]\d{0,17}$/.test(request.params.integration) ? BigInt(request.params.integration) : null;

interface Counting {
  readonly strangers: Strangers;
  readonly metrics: HookMetrics;
}

/** Whoever proves nothing too often hears only that. */
export function refuseStranger(
  counting: Counting,
  { request, reply, status }: { request: FastifyRequest; reply: FastifyReply; status: number },
): FastifyReply {
  const seconds = secondsToWait(counting, request);
  // A body that is too large is so the next time, too: waiting does not help.
  if (seconds === null || status === 413) return answerRefusal(reply, status);
  return answerRefusal(retryAfter(reply, seconds), 429);
}

function secondsToWait({ strangers, metrics }: Counting, { ip }: FastifyRequest): number | null {
  const seconds = strangers.secondsToWait(ip);
  if (seconds !== null) metrics.strangersThrottled.inc();
  return seconds;
}
