import { createApi } from '../call/api.ts';
import type { ExchangeContext } from '../call/exchange.ts';
import { NoParams } from '../call/params.ts';
import { obtainToken, TOKEN_CALL, TokenAnswer } from './obtain-token.ts';
import { createTokens, type Tokens, tokenFor } from './tokens.ts';

/** The operator signs in with a user name and a password, as often as need be (facts §1.1). */
export function createOperatorTokens(
  context: ExchangeContext,
  { username, password }: { username: string; password: string },
): Tokens {
  const signIn = createApi(context).json({
    operation: 'signIn',
    call: TOKEN_CALL,
    params: NoParams,
    form: () => ({ grant_type: 'password', client_id: 'machine', username, password }),
    answer: TokenAnswer,
    effect: 'read',
  });
  const { now } = context.settings;
  return createTokens({
    now,
    async obtain() {
      const answer = await obtainToken('password', signIn);
      return tokenFor(answer.access_token, answer.expires_in * 1000, now());
    },
  });
}
