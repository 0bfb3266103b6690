import { STATUS_CODES } from 'node:http';
import { DomovoyError } from '@domovoy/models';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';

/** A refusal: what is thrown becomes an answer with this status. */
export class RequestProblem extends DomovoyError {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message, { code: `HTTP_${status}` });
    this.status = status;
  }
}

/** The body is not what the call takes: 400. What it takes but cannot be done: 422. */
export function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  throw new RequestProblem(400, problems.join('; '));
}

/** Refusals look as Spring writes them: status, reason, what is wrong, and for which path. */
export const problemWire = (reply: FastifyReply, status: number, message: string) => ({
  timestamp: new Date().toISOString(),
  status,
  error: STATUS_CODES[status] ?? 'Error',
  message,
  path: reply.request.url.split('?')[0],
});

export const sendProblem = (reply: FastifyReply, status: number, message: string) =>
  reply.code(status).send(problemWire(reply, status, message));
