import type { FastifyReply, FastifyRequest } from 'fastify';
import { type GraphQLError, OperationTypeNode } from 'graphql';
import { PublicError } from '../errors/public-error.ts';
import type { Admission, Admitted, OperationRequest } from '../execution/gate/admission.ts';
import type { Cost } from '../execution/gate/cost.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the gate let through, which is what is executed. */
    admitted: Admitted | null;
  }
}

/** Headers that no form can send: a page of somebody else would have to ask first. */
const PREFLIGHT_HEADERS = ['apollo-require-preflight', 'x-apollo-operation-name'];

/** Before anything is executed: some documents are made to keep us busy. */
export function admitRequest(
  admit: Admission,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  const { caller } = request;
  if (!caller) throw new TypeError('a request without a caller came past the key check');
  const type = request.headers['content-type'];
  if (request.method === 'GET' && type !== undefined && !/^application\/json\b/i.test(type))
    return refuse(request, reply, [badRequest('A GET has no body of another type than application/json.')], {
      status: 415,
    });
  const admitted = attempt(() => {
    const given = request.method === 'GET' ? givenInQuery(request) : givenInBody(request.body);
    return admit(given, caller);
  });
  if (!('node' in admitted)) return refuse(request, reply, admitted);
  if (admitted.node.operation === OperationTypeNode.SUBSCRIPTION)
    return refuse(request, reply, [
      badRequest('Subscriptions go over WebSocket (graphql-ws), on the same path.'),
    ]);
  if (admitted.node.operation === OperationTypeNode.MUTATION && request.method === 'GET')
    return refuse(request, reply, [badRequest('Mutations go over POST.')], {
      status: 405,
      headers: { allow: 'POST' },
    });
  request.admitted = admitted;
  return undefined;
}

function attempt(work: () => Admitted | readonly GraphQLError[]): Admitted | readonly GraphQLError[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof PublicError) return [error];
    throw error;
  }
}

function givenInBody(body: unknown): OperationRequest {
  if (Array.isArray(body)) throw badRequest('Operations are sent one at a time.');
  if (typeof body !== 'object' || body === null)
    throw badRequest('A JSON object with `query` is expected, as application/json.');
  return body;
}

function givenInQuery({ headers, query }: FastifyRequest): OperationRequest {
  if (!PREFLIGHT_HEADERS.some((name) => headers[name]))
    throw badRequest(`A GET needs one of the headers ${PREFLIGHT_HEADERS.join(', ')}.`);
  const { variables, extensions, ...rest } = query as Record<string, unknown>;
  return { ...rest, variables: readJson(variables), extensions: readJson(extensions) };
}

function readJson(text: unknown): unknown {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('`variables` and `extensions` have to be JSON.');
  }
}

const badRequest = (message: string) => new PublicError(message, { code: 'BAD_REQUEST' });

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  errors: readonly GraphQLError[],
  { status = 400, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): FastifyReply {
  const cost = errors[0]?.extensions['cost'] as Cost | undefined;
  if (cost) {
    const { currentlyAvailable, restoreRate } = cost.throttleStatus;
    const seconds = Math.ceil((cost.requestedQueryCost - currentlyAvailable) / restoreRate);
    reply.header('retry-after', String(Math.max(1, seconds)));
  }
  return reply
    .code(cost ? 429 : status)
    .headers(headers)
    .type('application/json; charset=utf-8')
    .send({ errors: withRequestId(errors, request.id) });
}

/** As they are sent: under the id by which the log knows the request. */
export const withRequestId = (errors: readonly GraphQLError[], requestId: string): readonly GraphQLError[] =>
  errors.map((error) => Object.assign(error, { extensions: { ...error.extensions, requestId } }));
