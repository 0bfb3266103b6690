import type { FastifyReply } from 'fastify';
import type { Fault } from '../../faults/fault.ts';

const ERROR_BY_STATUS: Readonly<Record<number, string>> = {
  401: 'expired_token',
  403: 'ACCESS_DENIED',
  404: 'ERROR_METHOD_NOT_FOUND',
  429: 'OPERATION_TIME_LIMIT',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'QUERY_LIMIT_EXCEEDED',
};

/** What a fault answers: in Bitrix24's words (facts §2). */
export const problemWire = (_reply: FastifyReply, status: number, message: string, { error }: Fault) => ({
  error: error ?? ERROR_BY_STATUS[status] ?? 'ERROR_CORE',
  error_description: message,
});
