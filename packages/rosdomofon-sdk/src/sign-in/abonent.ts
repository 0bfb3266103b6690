import { z } from 'zod';
import { createApi } from '../call/api.ts';
import type { CallOptions } from '../call/call.ts';
import type { ExchangeContext } from '../call/exchange.ts';
import { PhoneParam, Text } from '../call/params.ts';
import { ConfigurationError } from '../errors.ts';
import { obtainToken, TOKEN_CALL, TokenAnswer } from './obtain-token.ts';
import { createTokens, type Token, type Tokens, tokenFor } from './tokens.ts';

/** What a signed-in abonent has; to be kept as a secret, and given to the next client. */
export interface AbonentTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

interface AbonentSignInOptions {
  tokens: AbonentTokens | undefined;
  onTokens: ((tokens: AbonentTokens) => void | Promise<void>) | undefined;
}

/** An abonent signs in with a code by SMS, and stays signed in by a refresh token (facts §1.2). */
export function createAbonentSignIn(
  context: ExchangeContext,
  { tokens: first, onTokens }: AbonentSignInOptions,
) {
  const { now } = context.settings;
  const calls = signInCalls(context);
  let signedIn = first;

  /** Told before the tokens are used: the old refresh token may be worth nothing from now on. */
  const keep = async (answer: TokenAnswer): Promise<Token> => {
    const lifetimeMs = answer.expires_in * 1000;
    signedIn = {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token ?? signedIn?.refreshToken ?? '',
      expiresAt: now() + lifetimeMs,
    };
    await onTokens?.(signedIn);
    return tokenFor(answer.access_token, lifetimeMs, now());
  };

  const kept = createTokens({
    now,
    first: first && tokenFor(first.accessToken, first.expiresAt - now(), now()),
    async obtain() {
      const refreshToken = signedIn?.refreshToken;
      if (!refreshToken)
        throw new ConfigurationError(
          'Nobody is signed in: ask for a code (signIn.requestCode) and confirm it (signIn.confirm)',
        );
      return keep(await obtainToken('refresh_token', () => calls.refresh({ refreshToken })));
    },
  });

  const tokens: Tokens = {
    ...kept,
    secrets: () => [...kept.secrets(), ...(signedIn ? [signedIn.accessToken, signedIn.refreshToken] : [])],
  };
  const signIn = {
    /** Sends a code by SMS. Never repeated blindly: the abonent would get two. */
    requestCode: calls.requestCode,

    /** The code signs the client in; a wrong one is an AuthenticationError. */
    async confirm(params: z.input<typeof Confirmation>, options: CallOptions = {}): Promise<AbonentTokens> {
      const answer = await obtainToken('mobile', () => calls.confirm(params, options));
      kept.accept(await keep(answer));
      return { ...(signedIn as AbonentTokens) };
    },
  };
  return { signIn, tokens };
}

const Confirmation = z.strictObject({
  phone: PhoneParam,
  code: Text,
  /** The service takes an empty one. */
  company: z.string().default(''),
});

function signInCalls(context: ExchangeContext) {
  const api = createApi(context);
  return {
    requestCode: api.nothing({
      operation: 'signIn.requestCode',
      call: 'POST /abonents-service/api/v1/abonents/{phone}/sms',
      params: z.strictObject({ phone: PhoneParam }),
    }),
    confirm: api.json({
      operation: 'signIn.confirm',
      call: TOKEN_CALL,
      params: Confirmation,
      form: ({ phone, code, company }) => ({
        grant_type: 'mobile',
        client_id: 'abonent',
        phone,
        sms_code: code,
        company,
      }),
      answer: TokenAnswer,
    }),
    refresh: api.json({
      operation: 'signIn.refresh',
      call: TOKEN_CALL,
      params: z.strictObject({ refreshToken: Text }),
      form: ({ refreshToken }) => ({
        grant_type: 'refresh_token',
        client_id: 'abonent',
        refresh_token: refreshToken,
      }),
      answer: TokenAnswer,
      effect: 'read',
    }),
  };
}
