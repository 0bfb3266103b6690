import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { type AccessTokens, isSameText, TOKEN_LIFETIME_S } from './access-tokens.ts';

export const TOKEN_PATH = '/authserver-service/oauth/token';

export interface Credentials {
  username: string;
  password: string;
}

const SignInForm = z.object({
  grant_type: z.string().default(''),
  client_id: z.string().default(''),
  username: z.string().default(''),
  password: z.string().default(''),
});

/** The operator's sign-in (facts §1.1). The abonent's, with a code by SMS, is not built yet. */
export function addSignIn(app: FastifyInstance, credentials: Credentials, tokens: AccessTokens): void {
  app.post(TOKEN_PATH, (request, reply) => {
    const form = SignInForm.safeParse(request.body);
    if (!form.success) return refuse(reply, 400, 'invalid_request', 'The body is to be a form: name=value&…');
    const { grant_type, client_id, username, password } = form.data;
    if (client_id !== 'machine')
      return refuse(reply, 401, 'invalid_client', 'The client_id of an operator is machine');
    if (grant_type !== 'password')
      return refuse(reply, 400, 'unsupported_grant_type', `Unsupported grant type: ${grant_type}`);
    // 400 and not 401: a known client signs in again on every 401, without end (facts §4.3).
    if (!isSameText(username, credentials.username) || !isSameText(password, credentials.password))
      return refuse(reply, 400, 'invalid_grant', 'Bad credentials');
    return reply.send({
      access_token: tokens.issue(),
      token_type: 'bearer',
      expires_in: TOKEN_LIFETIME_S,
      scope: 'read write',
    });
  });
}

const refuse = (reply: FastifyReply, status: number, error: string, description: string) =>
  reply.code(status).send({ error, error_description: description });
