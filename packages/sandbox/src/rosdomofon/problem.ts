import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Refusals look as Spring writes them: status, reason, what is wrong, and for which path. */
export const sendProblem = (reply: FastifyReply, status: number, message: string) =>
  reply.code(status).send({
    timestamp: new Date().toISOString(),
    status,
    error: STATUS_CODES[status] ?? 'Error',
    message,
    path: reply.request.url.split('?')[0],
  });
