import { z } from 'zod';
import { type TokenObtained, tell } from '../diagnostics.ts';
import { AuthenticationError, RequestRejectedError, RosDomofonError } from '../errors.ts';

export const TOKEN_CALL = 'POST /authserver-service/oauth/token';

/** What the token endpoint answers (facts §1.1, §1.2); the lifetime is in seconds. */
export const TokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
  refresh_token: z.string().min(1).nullish(),
  token_type: z.string().nullish(),
});
export type TokenAnswer = z.output<typeof TokenAnswer>;

/** Sign-ins are called without a token, and wrong credentials are told apart from everything else. */
export async function obtainToken(
  grant: TokenObtained['grant'],
  call: () => Promise<TokenAnswer>,
): Promise<TokenAnswer> {
  const startedAt = performance.now();
  const told = () => ({ grant, durationMs: performance.now() - startedAt });
  try {
    const answer = await call();
    tell('token', { ...told(), lifetimeMs: answer.expires_in * 1000 });
    return answer;
  } catch (thrown) {
    const error = asRefusal(thrown);
    tell('token', { ...told(), errorCode: error instanceof RosDomofonError ? error.code : 'UNKNOWN' });
    throw error;
  }
}

/** Wrong credentials are 400 `invalid_grant` or 401, as the server likes (facts §1.1, §4.3). */
function asRefusal(error: unknown): unknown {
  const isRefused =
    error instanceof AuthenticationError ||
    (error instanceof RequestRejectedError && error.serviceError === 'invalid_grant');
  if (!isRefused) return error;
  const { status, reason, serviceError, meta, cause } = error;
  return new AuthenticationError({ status, reason, serviceError, meta, cause }, 'credentials');
}
