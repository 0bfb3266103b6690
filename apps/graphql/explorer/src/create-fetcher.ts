import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';

const url = new URL('../graphql', location.href);

/** Queries and mutations over HTTP, subscriptions over graphql-ws, both with the key. */
export function createFetcher(apiKey: string): Fetcher {
  const webSocketUrl = new URL(url);
  webSocketUrl.protocol = url.protocol.replace('http', 'ws');
  return createGraphiQLFetcher({
    url: url.href,
    headers: { authorization: `Bearer ${apiKey}` },
    wsClient: createClient({ url: webSocketUrl.href, connectionParams: { apiKey }, retryAttempts: 2 }),
  });
}
