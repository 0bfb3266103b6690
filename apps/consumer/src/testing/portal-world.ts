import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  beginBitrix24Authorization,
  type ChatGiven,
  connectBitrix24,
  readCheckReport,
} from '@domovoy/domain';
import { startSandbox } from '@domovoy/sandbox';
import { createSecretBox, findIntegration, openStore, type StatementValue } from '@domovoy/store';
import { createTestDatabase, freePort } from '@domovoy/testkit';
import { vi } from 'vitest';
import { startProcess } from './child-process.ts';

const CONSUMER = fileURLToPath(new URL('../main.ts', import.meta.url));
const HOOKS = fileURLToPath(new URL('../../../hooks/src/main.ts', import.meta.url));
const PATIENCE = { timeout: 40_000, interval: 20 } as const;

export interface PortalWorldOptions {
  readonly consumerEnv?: Readonly<Record<string, string>>;
}

/** Everything as it runs: the sandbox with a portal, consumer and hooks as processes, real HTTP between all of them. */
export async function createPortalWorld({ consumerEnv = {} }: PortalWorldOptions = {}) {
  await using closing = new AsyncDisposableStack();
  const dataDir = mkdtempSync(join(tmpdir(), 'domovoy-portal-test-'));
  closing.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  const sandbox = await startSandbox({ dataDir, seed: 1, accounts: 5, bitrix24: { limits: 'off' } });
  closing.defer(() => sandbox.close());
  const { url: databaseUrl } = await createTestDatabase();
  const store = openStore(databaseUrl, { applicationName: 'test' });
  closing.defer(() => store[Symbol.asyncDispose]());
  const { kafka, rosdomofon, control, bitrix24: portal, companyShortName } = sandbox.endpoints;

  const key = randomBytes(32);
  const encryption = createSecretBox(key);
  const [hooksPort, hooksHealthPort, healthPort] = [await freePort(), await freePort(), await freePort()];
  const hooksUrl = `http://127.0.0.1:${hooksPort}`;
  const common = { DATABASE_URL: databaseUrl, ENCRYPTION_KEY: key.toString('base64'), LOG_LEVEL: 'info' };
  const startHooks = () =>
    startProcess(HOOKS, {
      env: { ...common, PORT: String(hooksPort), HEALTH_PORT: String(hooksHealthPort) },
      readyUrl: `${hooksUrl}/readyz`,
    });
  const startConsumer = () =>
    startProcess(CONSUMER, {
      env: {
        ...common,
        KAFKA_BROKERS: kafka.brokers,
        KAFKA_GROUP_ID: kafka.groupId,
        COMPANY_SHORT_NAME: companyShortName,
        ROSDOMOFON_URL: rosdomofon.url,
        ROSDOMOFON_USERNAME: rosdomofon.username,
        ROSDOMOFON_PASSWORD: rosdomofon.password,
        HEALTH_PORT: String(healthPort),
        HOOKS_PUBLIC_URL: hooksUrl,
        ...consumerEnv,
      },
      readyUrl: `http://127.0.0.1:${healthPort}/readyz`,
    });
  const hooks = closing.use(startHooks());
  let consumer = startConsumer();
  closing.defer(() => consumer[Symbol.asyncDispose]());
  await Promise.all([hooks.ready(), consumer.ready()]);

  const call = async <T = unknown>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${control}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  const one = async <T>(text: string, args: readonly StatementValue[] = []): Promise<T | undefined> =>
    (await store.run<T>(text, args))[0];
  const [company] = await store.run<{ id: bigint }>('select id from companies', []);
  const companyId = company?.id ?? 0n;

  const integration = async () => {
    const row = await findIntegration(store.db, { companyId, kind: 'bitrix24' });
    if (row === null) throw new Error('the portal is not connected');
    return row;
  };
  const inState = (state: string, code: string | null = null) =>
    vi.waitUntil(async () => {
      const row = await integration();
      return row.state === state && row.stateCode === code;
    }, PATIENCE);
  const checked = (since: Date | null = null) =>
    vi.waitUntil(async () => {
      const { checkedAt, checks } = await integration();
      return checkedAt !== null && (since === null || checkedAt > since) && readCheckReport(checks);
    }, PATIENCE);

  let count = 0;
  async function connect(given: { webhookUrl?: string; chat?: ChatGiven; eventToken?: string } = {}) {
    const access =
      given.webhookUrl === undefined
        ? {
            application: {
              portal: portal.portalUrl,
              clientId: portal.oauth.clientId,
              clientSecret: portal.oauth.clientSecret,
            },
          }
        : {};
    const connected = await connectBitrix24(
      store,
      { companyId, actor: 'user:1', idempotencyKey: `connect-${++count}`, ...access, ...given },
      encryption,
    );
    if (connected.kind !== 'connected') throw new Error(`not connected: ${connected.kind}`);
    return connected.integrationId;
  }

  /** A person follows the address and says yes at the portal. */
  async function authorize(integrationId: bigint): Promise<number> {
    await call('POST', '/bitrix24/application', { redirectUrl: `${hooksUrl}/bitrix24/oauth` });
    const begun = await beginBitrix24Authorization(store, { companyId, integrationId, actor: 'user:1' });
    if (begun.kind !== 'begun') throw new Error(`not begun: ${begun.kind}`);
    const { status } = await fetch(begun.url);
    return status;
  }

  const owned = closing.move();
  return {
    store,
    encryption,
    companyId,
    portal: portal as { webhookUrl: string; portalUrl: string },
    hooksUrl,
    hooks,
    call,
    one,
    integration,
    inState,
    checked,
    connect,
    authorize,
    consumer: () => consumer,
    async restartConsumer(): Promise<void> {
      await consumer.kill();
      consumer = startConsumer();
      await consumer.ready();
    },
    /** Waits for something that comes by itself. */
    until: <T>(look: () => Promise<T>, timeout: number = PATIENCE.timeout) =>
      vi.waitUntil(look, { ...PATIENCE, timeout }),
    close: () => owned.disposeAsync(),
  };
}

export type PortalWorld = Awaited<ReturnType<typeof createPortalWorld>>;
