import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { RosDomofonContext } from '../resource.ts';
import { refreshToken, smsCode } from './abonent-grants.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Caller } from './caller.ts';
import { isSameText } from './same-text.ts';

export const TOKEN_PATH = '/authserver-service/oauth/token';

const SignInForm = z.object({
  grant_type: z.string().default(''),
  client_id: z.string().default(''),
  username: z.string().default(''),
  password: z.string().default(''),
  phone: z.string().default(''),
  sms_code: z.string().default(''),
  refresh_token: z.string().default(''),
});
export type SignInForm = z.infer<typeof SignInForm>;

/** Somebody is let in, and what an abonent is told besides; or a refusal in the words of OAuth. */
export type Grant =
  | { caller: Caller; more?: Record<string, unknown> }
  | { status: number; error: string; description: string };

const GRANTS: Readonly<
  Record<string, Readonly<Record<string, (form: SignInForm, context: RosDomofonContext) => Grant>>>
> = {
  machine: { password: operatorPassword },
  abonent: { mobile: smsCode, refresh_token: refreshToken },
};

/** The one way in for all (facts §1.1, §1.2). */
export function addSignIn(app: FastifyInstance, context: RosDomofonContext, tokens: AccessTokens): void {
  app.post(TOKEN_PATH, (request, reply) => {
    const form = SignInForm.safeParse(request.body);
    if (!form.success) return refuse(reply, 400, 'invalid_request', 'The body is to be a form: name=value&…');
    const { client_id, grant_type } = form.data;
    const grants = GRANTS[client_id];
    if (!grants) return refuse(reply, 401, 'invalid_client', 'The client_id is machine or abonent');
    const grant = grants[grant_type]?.(form.data, context);
    if (!grant) return refuse(reply, 400, 'unsupported_grant_type', `Unsupported grant type: ${grant_type}`);
    if (!('caller' in grant)) return refuse(reply, grant.status, grant.error, grant.description);
    const { tokenLifetimeS } = context.behaviour;
    return reply.header('cache-control', 'no-store').send({
      access_token: tokens.issue(grant.caller, tokenLifetimeS),
      token_type: 'bearer',
      expires_in: tokenLifetimeS,
      scope: 'read write',
      ...grant.more,
    });
  });
}

function operatorPassword({ username, password }: SignInForm, { operators }: RosDomofonContext): Grant {
  const operator = operators.find((known) => isSameText(known.username, username));
  // 400 and not 401: a known client signs in again on every 401, without end (facts §4.3).
  if (!operator || !isSameText(operator.password, password))
    return { status: 400, error: 'invalid_grant', description: 'Bad credentials' };
  return { caller: { kind: 'operator', company: operator.company } };
}

const refuse = (reply: FastifyReply, status: number, error: string, description: string) =>
  reply.code(status).send({ error, error_description: description });
