import type { AccessTokens, PersonTools, SessionPlace } from '@domovoy/domain';
import type { Logger } from '@domovoy/service-kit';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Authenticate } from '../../access/authenticator.ts';
import { credentialOfHeaders } from '../../access/read-credential.ts';
import { type Refusal, UNAUTHENTICATED } from '../answer-error.ts';
import { INPUT_INVALID } from './auth-answers.ts';

export interface AuthTools extends PersonTools {
  readonly tokens: AccessTokens;
  readonly authenticate: Authenticate;
  readonly logger: Logger;
}

/** The request is answered with this. Never leaves these routes. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

export function readInput<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body ?? undefined);
  if (parsed.success) return parsed.data;
  throw new RefusedError(INPUT_INVALID);
}

export const placeOf = ({ ip, headers }: FastifyRequest): SessionPlace => ({
  address: ip,
  userAgent: headers['user-agent'] ?? null,
});

/** The person of an access token; a program has nothing to change here. */
export async function personOf({ authenticate }: AuthTools, request: FastifyRequest) {
  const credential = credentialOfHeaders(request.headers);
  const identity = credential === null ? null : await authenticate(credential, request.ip);
  if (identity?.session == null) throw new RefusedError(UNAUTHENTICATED);
  const { companyId, actor, session } = identity;
  return { ...session, companyId, actor, address: request.ip };
}
