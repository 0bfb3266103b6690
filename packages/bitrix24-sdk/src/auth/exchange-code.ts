import type { Dispatcher } from 'undici';
import { ConfigurationError } from '../errors.ts';
import { createTransport } from '../transport.ts';
import { obtainTokens } from './obtain-tokens.ts';
import type { OAuthTokens } from './token-store.ts';

export interface CodeExchange {
  clientId: string;
  clientSecret: string;
  /** From the redirect; it is good for 30 s, and once. */
  code: string;
  /** The authorisation server of the region: `https://` and the redirect's `server_domain`. */
  serverUrl: string;
  requestTimeoutMs?: number;
  dispatcher?: Dispatcher;
}

/** The first tokens of a portal. Save them before they are used. */
export async function exchangeCode(exchange: CodeExchange): Promise<OAuthTokens> {
  const { clientId, clientSecret, code: secret, serverUrl, dispatcher, requestTimeoutMs = 20_000 } = exchange;
  const server = URL.parse(serverUrl);
  if (!server) throw new ConfigurationError('exchangeCode: serverUrl: expected https://<server_domain>');
  const transport = createTransport({
    limits: false,
    requestTimeoutMs,
    dispatcher,
    userAgent: 'domovoy-bitrix24-sdk/0.1.0',
  });
  try {
    return await obtainTokens(
      {
        grant: 'authorization_code',
        serverEndpoint: new URL('/rest/', server).href,
        clientId,
        clientSecret,
        secret,
      },
      { transport, now: () => Date.now(), requestTimeoutMs },
    );
  } finally {
    await transport.close({ deadlineMs: 1_000 });
  }
}
