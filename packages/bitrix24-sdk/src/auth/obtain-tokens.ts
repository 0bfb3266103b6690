import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { errorOf } from '../call/classify-error.ts';
import { readErrorWords } from '../call/envelope.ts';
import { reasonOf } from '../call/exchange.ts';
import type { Transport, WireAnswer } from '../call/transport-port.ts';
import { type TokenObtained, tell } from '../diagnostics.ts';
import {
  AuthenticationError,
  Bitrix24Error,
  ConnectionError,
  ResponseValidationError,
  ServerError,
  TimeoutError,
} from '../errors.ts';
import { fieldIssues } from '../options.ts';
import { createRedactor } from '../redact.ts';
import type { OAuthTokens } from './token-store.ts';

const Text = z.union([z.string().min(1), z.number().transform(String)]);

/** What the authorisation server answers (facts §1.1); lifetimes are in seconds. */
const TokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
  client_endpoint: z.url(),
  server_endpoint: z.url(),
  member_id: Text,
  scope: z.string().nullish(),
  user_id: Text.nullish(),
});

export interface TokenRequest {
  grant: TokenObtained['grant'];
  /** `https://oauth.bitrix24.tech/rest/`: the region's own host (facts §1.1). */
  serverEndpoint: string;
  clientId: string;
  clientSecret: string;
  /** The code, or the refresh token. */
  secret: string;
}
export interface TokenContext {
  transport: Transport;
  now: () => number;
  requestTimeoutMs: number;
}

const MOST_ATTEMPTS = 3;
const PAUSE_MS = 300;

/** A failure in passing is tried again, with the same code or refresh token: nothing else could be done with it. */
export async function obtainTokens(request: TokenRequest, context: TokenContext): Promise<OAuthTokens> {
  for (let attempt = 1; ; attempt++) {
    const startedAt = performance.now();
    const told = () => ({ grant: request.grant, durationMs: performance.now() - startedAt });
    try {
      const tokens = await askForTokens(request, context, attempt);
      tell('token', told());
      return tokens;
    } catch (error) {
      tell('token', { ...told(), errorCode: error instanceof Bitrix24Error ? error.code : 'UNKNOWN' });
      const isPassing =
        error instanceof ServerError || error instanceof ConnectionError || error instanceof TimeoutError;
      if (!isPassing || attempt >= MOST_ATTEMPTS) throw error;
    }
    await delay(PAUSE_MS * attempt);
  }
}

async function askForTokens(
  { grant, serverEndpoint, clientId, clientSecret, secret }: TokenRequest,
  { transport, now, requestTimeoutMs }: TokenContext,
  attempt: number,
): Promise<OAuthTokens> {
  const call = { method: 'oauth/token', attempt };
  const redact = createRedactor({ secrets: () => [clientSecret, secret], hidePhones: true });
  const form = new URLSearchParams({
    grant_type: grant,
    client_id: clientId,
    client_secret: clientSecret,
    [grant === 'refresh_token' ? 'refresh_token' : 'code']: secret,
  });
  const signal = AbortSignal.timeout(requestTimeoutMs);
  let answer: WireAnswer;
  try {
    answer = await transport.send({
      url: new URL('../oauth/token/', serverEndpoint).href,
      // A form, not a query: addresses end up in logs.
      body: form.toString(),
      contentType: 'application/x-www-form-urlencoded',
      signal,
      onSent: () => {},
    });
  } catch (cause) {
    if (signal.aborted) throw new TimeoutError(requestTimeoutMs, { call, isSent: true });
    throw new ConnectionError(reasonOf(cause), { call, cause });
  }
  const body = parse(answer.body);
  const read = TokenAnswer.safeParse(body);
  if (answer.status < 300 && read.success) return tokensOf(read.data, now());
  const words = readErrorWords(body);
  if (!words && answer.status < 300)
    throw new ResponseValidationError('it is no token', {
      call,
      isJson: body !== undefined,
      issues: read.error && fieldIssues(read.error),
    });
  const facts = {
    status: answer.status,
    call,
    apiCode: redact(words?.apiCode ?? ''),
    reason: redact(words?.description ?? ''),
  };
  if (words?.apiCode === 'invalid_grant') throw new AuthenticationError(facts, 'grant');
  if (words?.apiCode === 'invalid_client') throw new AuthenticationError(facts, 'client');
  if (answer.status === 404) throw new AuthenticationError(facts);
  throw errorOf(words ?? { apiCode: '', description: '' }, {
    status: answer.status,
    call,
    redact,
    isWrite: false,
  });
}

const tokensOf = (answer: z.output<typeof TokenAnswer>, now: number): OAuthTokens => ({
  accessToken: answer.access_token,
  refreshToken: answer.refresh_token,
  expiresAt: now + answer.expires_in * 1000,
  clientEndpoint: answer.client_endpoint,
  serverEndpoint: answer.server_endpoint,
  memberId: answer.member_id,
  ...(answer.scope && { scope: answer.scope }),
  ...(answer.user_id && { userId: answer.user_id }),
});

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
