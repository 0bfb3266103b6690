import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { Context } from '../context.ts';
import type { Executor } from '../execution/executor.ts';
import { answerError } from './answer-error.ts';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

/**
 * Executes what the gate let through, and answers as the GraphQL-over-HTTP specification has it. Written here and not
 * left to Apollo Server, which parses and validates again what the gate has.
 */
export function answerOperations(executor: Executor, contextOf: (request: FastifyRequest) => Context) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { admitted } = request;
    if (!admitted) throw new TypeError('a request came past the gate');
    const type = chosenType(request.headers.accept);
    if (type === null) return answerError(reply, request.id, NOT_ACCEPTABLE);
    const result = await executor.execute({ ...admitted, context: contextOf(request) });
    return reply
      .code(statusOf(result))
      .header('cache-control', 'no-store')
      .type(`${type}; charset=utf-8`)
      .send(`${JSON.stringify(result)}\n`);
  };
}

const NOT_ACCEPTABLE = {
  status: 406,
  code: 'BAD_REQUEST',
  message: `Answers are ${JSON_TYPE} or ${GRAPHQL_TYPE}: one of them has to be accepted.`,
} as const;

/** Without `data` nothing was executed: the variables do not fit, or it was given up. */
const statusOf = (result: ExecutionResult): number => (result.data === undefined ? 400 : 200);

/** Of our two types the one that is liked best, as it is named first; null: neither is accepted. */
function chosenType(accept = '*/*'): string | null {
  const liked = new Map<string, number>();
  const ranges = accept.toLowerCase().split(',').map(rangeOf);
  // What names the type says more than what names many.
  for (const { range, quality } of ranges)
    for (const type of [JSON_TYPE, GRAPHQL_TYPE])
      if (range === type || ((range === '*/*' || range === 'application/*') && !named(ranges, type)))
        liked.set(type, Math.max(quality, liked.get(type) ?? 0));
  const [best] = [...liked].filter(([, quality]) => quality > 0).toSorted(([, a], [, b]) => b - a);
  return best?.[0] ?? null;
}

interface Range {
  readonly range: string;
  readonly quality: number;
}

const named = (ranges: readonly Range[], type: string) => ranges.some(({ range }) => range === type);

function rangeOf(part: string): Range {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return {
    range: range === '' ? '*/*' : range,
    quality: quality === undefined ? 1 : Number(quality.slice(2)),
  };
}
