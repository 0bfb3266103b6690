import type { AccessTokens, InvitationEnd, NotProven, PasswordProblem } from '@domovoy/domain';
import type { SessionRow } from '@domovoy/store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerError, type Refusal } from '../answer-error.ts';
import { forgetRefreshToken, setRefreshToken } from './refresh-cookie.ts';

const refusal = (status: number, code: Refusal['code'], message: string): Refusal => ({
  status,
  code,
  message,
});

export const SIGN_IN_REFUSED = refusal(
  401,
  'SIGN_IN_REFUSED',
  'E-mail, password, code or company is wrong, or the link is used up.',
);
const CODE_NEEDED = refusal(401, 'CODE_NEEDED', 'Send the code of the authenticator as `code`.');
const SESSION_OVER = refusal(401, 'SESSION_OVER', 'The session is over: sign in again.');
export const NAME_INVALID = refusal(400, 'NAME_INVALID', 'A new person gives a name of 1 to 100 characters.');
export const CODE_REFUSED = refusal(401, 'SIGN_IN_REFUSED', 'The code is wrong, or was used.');
export const FACTOR_ON = refusal(409, 'SECOND_FACTOR_ON', 'There is a second factor: remove it first.');
export const SIGN_IN_OFF = refusal(503, 'SIGN_IN_OFF', 'Nobody can sign in: the API has no ENCRYPTION_KEY.');
export const OIDC_OFF = refusal(404, 'SIGN_IN_OFF', 'There is no identity provider: see OIDC_ISSUER.');
export const ORIGIN_REFUSED = refusal(
  403,
  'ORIGIN_REFUSED',
  'Pages of this origin may not ask: see ALLOWED_ORIGINS.',
);
export const NO_JSON = refusal(415, 'BAD_REQUEST', 'A JSON object is expected, as application/json.');
export const INPUT_INVALID = refusal(
  400,
  'BAD_REQUEST',
  'A field is missing, too long or of the wrong type.',
);

const PROBLEMS: Readonly<Record<PasswordProblem, string>> = {
  TOO_SHORT: 'A password has 12 characters or more.',
  TOO_LONG: 'A password has 256 characters at most.',
  IS_EMAIL: 'The e-mail is no password.',
};

export const passwordInvalid = (problem: PasswordProblem): Refusal => ({
  ...refusal(400, 'PASSWORD_INVALID', PROBLEMS[problem]),
  problem,
});

const ENDS: Readonly<Record<InvitationEnd, Refusal>> = {
  used: refusal(410, 'INVITATION_USED', 'The invitation was accepted already.'),
  withdrawn: refusal(
    410,
    'INVITATION_WITHDRAWN',
    'The invitation was withdrawn, or another one took its place.',
  ),
  expired: refusal(410, 'INVITATION_EXPIRED', 'The invitation was good for a week, which is over.'),
  unknown: refusal(404, 'INVITATION_UNKNOWN', 'There is no such invitation.'),
};

export const invitationOver = (why: InvitationEnd): Refusal => ENDS[why];

export function notProven(result: NotProven): Refusal {
  if (result.kind === 'refused') return SIGN_IN_REFUSED;
  if (result.kind === 'code-needed') return CODE_NEEDED;
  const seconds = Math.ceil(result.retryAfterMs / 1_000);
  return {
    ...refusal(429, 'THROTTLED', `Too many attempts: try again in ${seconds} s.`),
    retryable: true,
    headers: { 'retry-after': String(seconds) },
  };
}

/** What a front-end keeps in memory; the cookie holds what it is renewed with. */
export async function answerSession(
  tokens: AccessTokens,
  request: FastifyRequest,
  reply: FastifyReply,
  { session, refreshToken }: { session: SessionRow; refreshToken: string | null },
): Promise<FastifyReply> {
  const { token, expiresAt } = await tokens.issue(session.publicId);
  if (refreshToken !== null) setRefreshToken(request, reply, refreshToken);
  return reply.send({ accessToken: token, expiresAt: expiresAt.toISOString() });
}

export function answerSessionOver(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  forgetRefreshToken(request, reply);
  return answerError(reply, request.id, SESSION_OVER);
}

export const refuse = (request: FastifyRequest, reply: FastifyReply, why: Refusal): FastifyReply =>
  answerError(reply, request.id, why);
