import {
  acceptInvitation,
  lookAtInvitation,
  refreshSession,
  signIn,
  signOut,
  switchCompany,
} from '@domovoy/domain';
import type { FastifyInstance } from 'fastify';
import {
  answerSession,
  answerSessionOver,
  invitationOver,
  NAME_INVALID,
  notProven,
  passwordInvalid,
  refuse,
  SIGN_IN_REFUSED,
} from './auth-answers.ts';
import { CompanyInput, InvitationInput, JoinInput, NoInput, SignInInput } from './auth-inputs.ts';
import { type AuthTools, placeOf, readInput } from './auth-request.ts';
import { forgetRefreshToken, refreshTokenOf } from './refresh-cookie.ts';

/** How a session begins, goes on and ends. */
export function sessionRoutes(app: FastifyInstance, tools: AuthTools): void {
  const { store, tokens, logger } = tools;

  app.post('/sign-in', async (request, reply) => {
    const given = readInput(SignInInput, request.body);
    const result = await signIn(tools, { ...given, place: placeOf(request) });
    if (result.kind !== 'signed-in') return refuse(request, reply, notProven(result));
    return answerSession(tokens, request, reply, result);
  });

  app.post('/refresh', async (request, reply) => {
    readInput(NoInput, request.body);
    const token = refreshTokenOf(request);
    const result = token === null ? null : await refreshSession(store, token);
    if (result?.kind === 'refreshed') return answerSession(tokens, request, reply, result);
    if (result?.isReuse === true)
      logger.warn(
        { event: 'refresh-token-reused', requestId: request.id },
        'a refresh token came again: its session was ended',
      );
    return answerSessionOver(request, reply);
  });

  app.post('/sign-out', async (request, reply) => {
    readInput(NoInput, request.body);
    const token = refreshTokenOf(request);
    if (token !== null) await signOut(store, token);
    forgetRefreshToken(request, reply);
    return reply.code(204).send();
  });

  app.post('/company', async (request, reply) => {
    const { company } = readInput(CompanyInput, request.body);
    const refreshToken = refreshTokenOf(request);
    if (refreshToken === null) return answerSessionOver(request, reply);
    const result = await switchCompany(store, { refreshToken, company, place: placeOf(request) });
    if (result.kind === 'refused') return refuse(request, reply, SIGN_IN_REFUSED);
    return answerSession(tokens, request, reply, result);
  });

  app.post('/invitation', async (request, reply) => {
    const { token } = readInput(InvitationInput, request.body);
    const found = await lookAtInvitation(store, token);
    if (found.kind === 'over') return refuse(request, reply, invitationOver(found.why));
    const { company, email, role, isPersonKnown } = found;
    return reply.send({ company, email, role: role.toUpperCase(), isPersonKnown });
  });

  app.post('/join', async (request, reply) => {
    const given = readInput(JoinInput, request.body);
    const result = await acceptInvitation(tools, { ...given, place: placeOf(request) });
    if (result.kind === 'joined') return answerSession(tokens, request, reply, result);
    if (result.kind === 'name-invalid') return refuse(request, reply, NAME_INVALID);
    if (result.kind === 'password-invalid') return refuse(request, reply, passwordInvalid(result.problem));
    return refuse(request, reply, notProven(result));
  });
}
