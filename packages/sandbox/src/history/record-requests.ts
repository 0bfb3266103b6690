import type { FastifyInstance, FastifyRequest } from 'fastify';
import { redacted, redactedBody, redactedHeaders, redactedPath } from './redact.ts';
import type { RequestHistory, RequestRecord } from './request-history.ts';

export interface RequestRecorder {
  /** For the first hook of all. */
  begin(request: FastifyRequest): void;
  of(request: FastifyRequest): RequestRecord | undefined;
  /** After every other hook: the status that is on record is the one that is sent. */
  install(app: FastifyInstance): void;
}

export function createRequestRecorder(
  history: RequestHistory,
  callerOf: (request: FastifyRequest) => RequestRecord['caller'],
  callsOf?: (request: FastifyRequest) => readonly string[],
): RequestRecorder {
  const records = new WeakMap<FastifyRequest, RequestRecord>();
  return {
    of: (request) => records.get(request),
    begin(request) {
      const record = history.begin({
        atMs: Date.now(),
        method: request.method,
        path: redactedPath(request.url.split('?')[0] ?? ''),
        query: redacted(request.query),
        headers: redactedHeaders(request.headers),
        body: null,
        caller: null,
        status: null,
        durationMs: null,
        faults: [],
      });
      records.set(request, record);
    },
    install(app) {
      app.addHook('preHandler', async (request) => {
        const record = records.get(request);
        if (!record) return;
        record.body = redactedBody(request.body);
        if (callsOf) record.calls = callsOf(request);
      });
      app.addHook('onSend', async (request, reply, payload) => {
        const record = records.get(request);
        if (!record) return payload;
        record.caller = callerOf(request);
        record.status = reply.statusCode;
        record.durationMs = Math.round(reply.elapsedTime);
        return payload;
      });
    },
  };
}
