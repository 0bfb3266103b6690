import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  removeSecondFactor,
  signOutEverywhere,
} from '@domovoy/domain';
import type { FastifyInstance } from 'fastify';
import { CODE_REFUSED, FACTOR_ON, notProven, passwordInvalid, refuse } from './auth-answers.ts';
import { CodeInput, NoInput, PasswordInput, ProofInput } from './auth-inputs.ts';
import { type AuthTools, personOf, readInput } from './auth-request.ts';
import { forgetRefreshToken } from './refresh-cookie.ts';

/** What a person changes about how they sign in; each needs an access token. */
export function personRoutes(app: FastifyInstance, tools: AuthTools): void {
  app.post('/sign-out-everywhere', async (request, reply) => {
    readInput(NoInput, request.body);
    const { userId, actor } = await personOf(tools, request);
    const count = await signOutEverywhere(tools.store, { userId, actor });
    forgetRefreshToken(request, reply);
    return reply.send({ endedSessions: count });
  });

  app.post('/password', async (request, reply) => {
    const given = readInput(PasswordInput, request.body);
    const result = await changePassword(tools, { ...given, ...(await personOf(tools, request)) });
    if (result.kind === 'changed') return reply.code(204).send();
    if (result.kind === 'password-invalid') return refuse(request, reply, passwordInvalid(result.problem));
    return refuse(request, reply, notProven(result));
  });

  app.post('/second-factor/begin', async (request, reply) => {
    const given = readInput(ProofInput, request.body);
    const result = await beginSecondFactor(tools, { ...given, ...(await personOf(tools, request)) });
    if (result.kind === 'begun') return reply.send({ secret: result.secret, uri: result.uri });
    return refuse(request, reply, result.kind === 'on-already' ? FACTOR_ON : notProven(result));
  });

  app.post('/second-factor/confirm', async (request, reply) => {
    const given = readInput(CodeInput, request.body);
    const result = await confirmSecondFactor(tools, { ...given, ...(await personOf(tools, request)) });
    if (result.kind === 'on') return reply.send({ recoveryCodes: result.recoveryCodes });
    return refuse(request, reply, CODE_REFUSED);
  });

  app.post('/second-factor/remove', async (request, reply) => {
    const given = readInput(ProofInput, request.body);
    const result = await removeSecondFactor(tools, { ...given, ...(await personOf(tools, request)) });
    return result.kind === 'off' ? reply.code(204).send() : refuse(request, reply, notProven(result));
  });
}
