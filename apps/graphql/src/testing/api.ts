import { randomBytes } from 'node:crypto';
import { type ApiKeyToCreate, createAccessTokens, createApiKey } from '@domovoy/domain';
import { createLogger, createMetrics } from '@domovoy/service-kit';
import {
  createSecretBox,
  ensureCompany,
  ensureEnvironmentIntegration,
  migrate,
  openStore,
  type Store,
} from '@domovoy/store';
import { createTestDatabase, createTestServer } from '@domovoy/testkit';
import { createServer } from '../http/create-server.ts';
import type { ServerOptions } from '../http/server-options.ts';
import { createTenant, type Tenant } from './tenant.ts';

export interface GraphqlAnswer {
  readonly status: number;
  // any: answers are looked at by tests, which know their shape
  readonly data: any;
  readonly errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** The whole API on a database of its own, with real HTTP. */
export interface TestApi extends AsyncDisposable {
  readonly store: Store;
  readonly databaseUrl: string;
  readonly url: string;
  readonly wsUrl: string;
  /** A company with a key. */
  tenant(shortName: string): Promise<Tenant>;
  /** Another key of a company. */
  key(tenant: Tenant, given?: Pick<ApiKeyToCreate, 'permissions' | 'networks'>): Promise<string>;
  query(key: string, query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer>;
}

type Settings = Partial<Omit<ServerOptions, 'store' | 'logger' | 'metrics'>> & {
  databaseUrl?: string;
  /** On a Postgres of its own, whose feed no other test file can hold. */
  isAlone?: boolean;
  /** For whoever has to know the address beforehand; left out: the system chooses. */
  port?: number;
  /** Where everything that is logged goes; left out: nowhere. */
  logged?: string[];
};

const encryptionKey = randomBytes(32);

export async function startApi({
  isAlone = false,
  port = 0,
  logged,
  ...settings
}: Settings = {}): Promise<TestApi> {
  const own = isAlone ? await createTestServer(migrate) : null;
  const databaseUrl = settings.databaseUrl ?? own?.url ?? (await createTestDatabase()).url;
  const store = openStore(databaseUrl, { applicationName: 'graphql-test' });
  const logger = createLogger(
    { name: 'graphql-test', level: logged ? 'trace' : 'silent' },
    ...(logged ? [{ write: (line: string) => void logged.push(line) }] : []),
  );
  const server = await createServer({
    store,
    logger,
    metrics: createMetrics({ processMetrics: false }),
    encryption: createSecretBox(encryptionKey),
    tokens: createAccessTokens(encryptionKey),
    ...settings,
  });
  const { url } = await server.listen({ host: '127.0.0.1', port });
  return {
    store,
    databaseUrl,
    url,
    wsUrl: url.replace('http', 'ws'),
    tenant: async (shortName) => {
      const company = await ensureCompany(store.db, { shortName, name: `Company ${shortName}` });
      const integration = await ensureEnvironmentIntegration(store.db, { companyId: company.id, config: {} });
      const { key, apiKeyId } = await createApiKey(store, {
        companyId: company.id,
        name: 'test',
        environment: 'dev',
      });
      return createTenant(store, { company, integrationId: integration.id, key, apiKeyId });
    },
    key: async ({ company }, given) => {
      const made = await createApiKey(store, {
        companyId: company.id,
        name: 'test',
        environment: 'dev',
        ...given,
      });
      return made.key;
    },
    query: (key, query, variables) => post(url, key, { query, variables }),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await store[Symbol.asyncDispose]();
      await own?.[Symbol.asyncDispose]();
    },
  };
}

export async function post(url: string, key: string | null, body: unknown): Promise<GraphqlAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: GraphqlAnswer['errors'] };
  return { status: response.status, data, errors: errors ?? [] };
}
