import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { type DocumentNode, Kind, parse } from 'graphql';
import { createClient } from 'graphql-ws';

const url = new URL('../graphql', location.href);

/** Queries and mutations over HTTP, subscriptions over graphql-ws, both with the key. */
export function createFetcher(apiKey: string): Fetcher {
  const webSocketUrl = new URL(url);
  webSocketUrl.protocol = url.protocol.replace('http', 'ws');
  const fetcher = createGraphiQLFetcher({
    url: url.href,
    headers: { authorization: `Bearer ${apiKey}` },
    wsClient: createClient({ url: webSocketUrl.href, connectionParams: { apiKey }, retryAttempts: 2 }),
  });
  return (params, options) => {
    const only = onlyOperation(params.query);
    return only === null
      ? fetcher(params, options)
      : fetcher({ ...params, operationName: only.name }, { ...options, documentAST: only.document });
  };
}

/** The editor may still have the name of the operation before, if somebody runs the next one quickly. */
function onlyOperation(query: string): { name: string | null; document: DocumentNode } | null {
  try {
    const document = parse(query);
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    return operations.length === 1 ? { name: operations[0]?.name?.value ?? null, document } : null;
  } catch {
    return null; // the server says what is wrong with it
  }
}
