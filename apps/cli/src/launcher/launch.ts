import { fileURLToPath } from 'node:url';
import type { EmbeddedPostgres } from '@domovoy/testkit/postgres';
import type { DataDir } from '../data-folder/data-dir.ts';
import { ensureEncryptionKey } from '../data-folder/encryption-key.ts';
import { type Endpoints, NO_SANDBOX } from '../data-folder/endpoints.ts';
import type { EnvSource } from '../env.ts';
import { startChild } from '../parts/child.ts';
import { waitUntilReady } from '../parts/readiness.ts';
import type { SandboxEndpoints } from '../parts/sandbox-part.ts';
import type { Stack } from '../parts/stack.ts';
import type { DevSettings } from '../settings/dev-settings.ts';
import type { PortName } from '../settings/ports.ts';
import type { Reporter } from '../terminal/reporter.ts';

export interface LaunchContext {
  settings: DevSettings;
  env: EnvSource;
  data: DataDir;
  /** The same folder as the person would write it. */
  shownData: string;
  ports: Record<PortName, number>;
  stack: Stack;
  reporter: Reporter;
  signal: AbortSignal;
}

/** Which ports a start needs: those of the parts that are not external. */
export function neededPorts({ databaseUrl, kafka }: DevSettings): PortName[] {
  return [
    'graphql',
    'consumer',
    'hooks',
    ...(databaseUrl ? [] : (['postgres'] as const)),
    ...(kafka ? [] : (['kafka', 'rosdomofon', 'bitrix24', 'control'] as const)),
  ];
}

/** Starts everything, in order of need; resolves when everything is ready. */
export async function launch(context: LaunchContext): Promise<Endpoints> {
  const { settings, ports, stack, reporter } = context;
  if (settings.rosdomofon)
    reporter.part({ name: 'rosdomofon', what: 'external', address: settings.rosdomofon.url, seconds: 0 });
  // Neither needs the other.
  const [databaseUrl, sandbox] = await Promise.all([bringUpDatabase(context), bringUpKafka(context)]);

  const encryptionKey = context.env['ENCRYPTION_KEY'] || ensureEncryptionKey(context.data.encryptionKey);
  const env = childEnvironment({ ...context, encryptionKey }, databaseUrl, sandbox);
  const seeded = bringUpCompany(context, databaseUrl);
  const addApp = (name: string, more: EnvSource = {}) =>
    stack.add({ name, stage: 2, start: async () => startApp(context, name, { ...env, ...more }) });
  const [{ apiKey, owner }] = await Promise.all([
    seeded,
    addApp('consumer'),
    addApp('graphql'),
    // Its own health is at its own port as well; the figures are nobody's here.
    addApp('hooks', { PORT: String(ports.hooks), HEALTH_PORT: '0' }),
  ]);

  const shownHost = ['0.0.0.0', '::'].includes(settings.host) ? '127.0.0.1' : settings.host;
  const base = `${shownHost}:${ports.graphql}`;
  const endpoints: Endpoints = {
    graphql: `http://${base}/graphql`,
    graphqlWs: `ws://${base}/graphql`,
    health: { graphql: `http://${base}/readyz`, consumer: `http://127.0.0.1:${ports.consumer}/readyz` },
    apiKey,
    owner,
    databaseUrl,
    sandbox: sandbox ?? { ...NO_SANDBOX, companyShortName: settings.company },
  };
  await Promise.all([
    ...(['graphql', 'consumer'] as const).map((name) => waitForApp(context, name, endpoints.health[name])),
    waitForApp(context, 'hooks', `http://127.0.0.1:${ports.hooks}/readyz`),
  ]);
  if (sandbox) await bringUpPortal(context, { databaseUrl, encryptionKey, sandbox });
  return endpoints;
}

async function bringUpDatabase(context: LaunchContext): Promise<string> {
  const { settings, reporter } = context;
  // Loading the database client takes as long as starting Postgres: side by side.
  const [url, { migrate }] = await Promise.all([
    settings.databaseUrl
      ? useExternalDatabase(settings.databaseUrl, reporter)
      : startEmbeddedDatabase(context),
    import('@domovoy/store'),
  ]);
  const elapsed = stopwatch();
  const { applied, total } = await migrate(url);
  reporter.part({
    name: 'migrations',
    what: `${applied.length} applied`,
    address: `${total} in all`,
    seconds: elapsed(),
  });
  return url;
}

function useExternalDatabase(url: string, reporter: Reporter): string {
  const { hostname, port, pathname } = new URL(url);
  const address = `${hostname}:${port || 5432}${pathname}`;
  reporter.part({ name: 'postgres', what: 'external', address, seconds: 0 });
  return url;
}

async function startEmbeddedDatabase(context: LaunchContext): Promise<string> {
  const { data, shownData, ports, stack, reporter } = context;
  const elapsed = stopwatch();
  const { hasDatabase, startPostgresPart } = await import('../parts/postgres-part.ts');
  const isKept = hasDatabase(data.postgres);
  let started: EmbeddedPostgres | undefined;
  const start = async () => {
    const { running, postgres } = await startPostgresPart({ dataDir: data.postgres, port: ports.postgres });
    started = postgres;
    return running;
  };
  await stack.add({ name: 'postgres', stage: 0, start });
  if (!started) throw new TypeError('Postgres started without saying where');
  reporter.part({
    name: 'postgres',
    what: `embedded ${started.version}`,
    address: `127.0.0.1:${started.port}`,
    seconds: elapsed(),
    note: `data ${shownData}/postgres   (${isKept ? 'kept' : 'new'})`,
  });
  return started.url;
}

async function bringUpKafka(context: LaunchContext): Promise<SandboxEndpoints | null> {
  const { settings, data, shownData, ports, stack, reporter, env } = context;
  const elapsed = stopwatch();
  if (settings.kafka) {
    const { brokers, groupId, sasl, tls } = settings.kafka;
    const how = [sasl ? 'SASL' : '', tls ? 'TLS' : ''].filter(Boolean).join(' over ') || 'no TLS';
    reporter.part({
      name: 'kafka',
      what: 'external',
      address: brokers.join(', '),
      seconds: elapsed(),
      note: `${how}, group ${groupId}, company ${settings.company}`,
    });
    return null;
  }
  const { hasEvents, startSandboxPart } = await import('../parts/sandbox-part.ts');
  const isKept = hasEvents(data.sandbox);
  let endpoints: SandboxEndpoints | undefined;
  const start = async () => {
    const started = await startSandboxPart({
      dataDir: data.sandbox,
      company: settings.company,
      ports,
      env,
      cwd: process.cwd(),
      onLine: (text) => reporter.childLine('sandbox', text),
    });
    endpoints = started.endpoints;
    return started.running;
  };
  await stack.add({ name: 'sandbox', stage: 1, start });
  if (!endpoints) throw new TypeError('the sandbox started without saying where');
  reporter.part({
    name: 'kafka',
    what: 'sandbox',
    address: endpoints.kafka.brokers,
    seconds: elapsed(),
    note: `data ${shownData}/sandbox   (${isKept ? 'kept' : 'new'})`,
  });
  if (!settings.rosdomofon)
    reporter.part({
      name: 'rosdomofon',
      what: 'sandbox',
      address: endpoints.rosdomofon.url,
      seconds: elapsed(),
      note: `company ${endpoints.companyShortName}`,
    });
  reporter.part({
    name: 'bitrix24',
    what: 'sandbox',
    address: endpoints.bitrix24.portalUrl,
    seconds: elapsed(),
    note: '2 req/s, 480 s/10 min',
  });
  return endpoints;
}

async function bringUpCompany({ settings, data, reporter }: LaunchContext, databaseUrl: string) {
  const { seed } = await import('./seed.ts');
  const seeded = await seed({
    databaseUrl,
    company: settings.company,
    isDemo: settings.kafka === null,
    apiKeyFile: data.apiKey,
    ownerFile: data.owner,
  });
  if (seeded.isNewKey) reporter.note(`a new API key for company ${settings.company}, kept in ${data.apiKey}`);
  return seeded;
}

async function bringUpPortal(
  { settings, ports, env, reporter, signal }: LaunchContext,
  given: { databaseUrl: string; encryptionKey: string; sandbox: SandboxEndpoints },
): Promise<void> {
  const { connectPortal } = await import('./connect-portal.ts');
  const state = await connectPortal({
    databaseUrl: given.databaseUrl,
    company: settings.company,
    encryptionKey: Buffer.from(given.encryptionKey, 'base64'),
    hooksUrl: hooksUrlOf(env, ports),
    sandbox: given.sandbox,
    signal,
  });
  if (state === 'waits') reporter.warning('the portal of the sandbox is not connected yet: see integrations');
}

const hooksUrlOf = (env: EnvSource, ports: LaunchContext['ports']): string =>
  env['HOOKS_PUBLIC_URL'] || `http://127.0.0.1:${ports.hooks}`;

function childEnvironment(
  { settings, env, ports, encryptionKey }: LaunchContext & { encryptionKey: string },
  databaseUrl: string,
  sandbox: SandboxEndpoints | null,
): EnvSource {
  return {
    ...env,
    DATABASE_URL: databaseUrl,
    COMPANY_SHORT_NAME: settings.company,
    ENCRYPTION_KEY: encryptionKey,
    HOOKS_PUBLIC_URL: hooksUrlOf(env, ports),
    API_PUBLIC_URL: env['API_PUBLIC_URL'] || `http://127.0.0.1:${ports.graphql}`,
    // The settings of what is external are in the environment already.
    ...(sandbox ? { KAFKA_BROKERS: sandbox.kafka.brokers, KAFKA_GROUP_ID: sandbox.kafka.groupId } : {}),
    ...(sandbox && !settings.rosdomofon ? accessToSandbox(sandbox.rosdomofon, env) : {}),
    EXPLORER: env['EXPLORER'] ?? 'true',
    PORT: String(ports.graphql),
    HOST: settings.host,
    HEALTH_PORT: String(ports.consumer),
    HEALTH_HOST: '127.0.0.1',
  };
}

/** Nobody else uses the sandbox: the limit that spares the real service would only make the first start slow. */
const accessToSandbox = ({ url, username, password }: SandboxEndpoints['rosdomofon'], env: EnvSource) => ({
  ROSDOMOFON_URL: url,
  ROSDOMOFON_USERNAME: username,
  ROSDOMOFON_PASSWORD: password,
  ROSDOMOFON_REQUESTS_PER_SECOND: env['ROSDOMOFON_REQUESTS_PER_SECOND'] ?? '1000',
});

function startApp({ reporter }: LaunchContext, name: string, env: EnvSource) {
  return startChild({
    script: fileURLToPath(new URL(`../../../${name}/src/main.ts`, import.meta.url)),
    env,
    cwd: process.cwd(),
    onLine: (text) => reporter.childLine(name, text),
  });
}

async function waitForApp({ reporter, signal }: LaunchContext, name: string, url: string): Promise<void> {
  const elapsed = stopwatch();
  await waitUntilReady(url, {
    signal,
    onWaiting: (reason) => reporter.warning(`${name} is not ready yet: ${reason}`),
  });
  reporter.part({ name, what: 'running', address: new URL(url).host, seconds: elapsed() });
}

function stopwatch(): () => number {
  const startedAt = performance.now();
  return () => (performance.now() - startedAt) / 1000;
}
