import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProducer } from '@domovoy/kafka-client';
import { CompanyShortName } from '@domovoy/models';
import { createEventGenerator, type GeneratedRecord, startSandbox } from '@domovoy/sandbox';
import { createLogger, createMetrics, type HttpAccessEnv } from '@domovoy/service-kit';
import { createSecretBox, openStore } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { expect, vi } from 'vitest';
import { startDeliveries } from '../deliveries/start-deliveries.ts';
import { Intake } from '../intake/intake.ts';
import { ensureIntegrationOfEnvironment } from '../integrations/ensure-environment-integration.ts';
import { RequestLimits } from '../integrations/request-limit.ts';
import { createConsumerMetrics } from '../observe/consumer-metrics.ts';
import { readiness } from '../observe/readiness.ts';
import { mirrorStarter } from '../sync/mirror-starter.ts';
import { createSyncMetrics } from '../sync/sync-metrics.ts';
import { startWorker } from '../worker/worker.ts';

export interface ConsumerOptions {
  storeUrl?: string;
  /** Where RosDomofon's REST is; without it nothing is mirrored. */
  rest?: HttpAccessEnv;
  syncEveryMs?: number;
  requestsPerSecond?: number;
  deliveries?: Pick<Parameters<typeof startDeliveries>[0], 'settings' | 'callTimeoutMs'>;
}

const encryption = createSecretBox(Buffer.alloc(32, 1));

/** A database, a sandbox, a producer, and as many workers as a test wants. All of it goes away with `close`. */
export async function createWorld(options: { shortName?: string; accounts?: number } = {}) {
  const shortName = options.shortName ?? 'demo';
  const closing: (() => void | PromiseLike<void>)[] = [];
  const { url: directUrl } = await createTestDatabase();

  const store = openStore(directUrl, { applicationName: 'test' });
  closing.unshift(() => store[Symbol.asyncDispose]());

  async function startBroker(given: {
    companyShortName: string;
    groupId: string;
    users?: Record<string, string>;
  }) {
    const dataDir = mkdtempSync(join(tmpdir(), 'domovoy-consumer-test-'));
    closing.unshift(() => rmSync(dataDir, { recursive: true, force: true }));
    const { users, ...contract } = given;
    const city = { seed: 1, accounts: options.accounts ?? 20 };
    const sandbox = await startSandbox({
      dataDir,
      ...city,
      ...contract,
      ...(users ? { sasl: { users } } : {}),
    });
    closing.unshift(() => sandbox.close());
    const [user] = Object.entries(users ?? {});
    const brokers = [sandbox.endpoints.kafka.brokers];
    const sasl = user && { mechanism: 'scram-sha-512' as const, username: user[0], password: user[1] };
    const producer = createProducer({ access: { brokers, ...(sasl ? { sasl } : {}) }, clientId: 'test' });
    closing.unshift(() => producer.close());
    const produce = async (records: readonly GeneratedRecord[]) => {
      for (const { topic, key, value } of records) await producer.send(topic, [{ key, value }]);
    };
    const events = createEventGenerator({ seed: 1, companyShortName: given.companyShortName });
    return { sandbox, producer, produce, events, brokers };
  }

  const broker = await startBroker({ companyShortName: shortName, groupId: 'contract-1' });
  const { brokers } = broker;

  /** What main.ts does, in this process. */
  async function startConsumer(given: ConsumerOptions = {}) {
    const lines: Record<string, unknown>[] = [];
    const logger = createLogger(
      { name: 'consumer', level: 'info' },
      { write: (line) => lines.push(JSON.parse(line)) },
    );
    const own = openStore(given.storeUrl ?? directUrl, {
      applicationName: 'consumer',
      statementTimeoutMs: 2_000,
    });
    const kafka = { brokers, groupId: 'contract-1', tls: false };
    const { rest = null, syncEveryMs = 3_600_000, requestsPerSecond = 10_000 } = given;
    const integrationId = await ensureIntegrationOfEnvironment(own, {
      shortName: CompanyShortName.parse(shortName),
      kafka,
      rest,
    });
    const fatal: Error[] = [];
    const processMetrics = createMetrics({ processMetrics: false });
    const metrics = createConsumerMetrics(processMetrics, { lagByTopic: () => new Map(), owned: () => ({}) });
    const keys = { encryption, environment: { integrationId, kafka, rest } };
    const syncMetrics = createSyncMetrics(processMetrics);
    const { signal } = new AbortController();
    const requestLimits = new RequestLimits(requestsPerSecond, { isFirst: true });
    const deliveries = startDeliveries({
      requestLimits,
      store: own,
      logger,
      processMetrics,
      signal,
      keys,
      ...given.deliveries,
    });
    const worker = startWorker({
      store: own,
      logger,
      syncEveryMs,
      startMirror: mirrorStarter({ store: own, keys, metrics: syncMetrics, logger, requestLimits }),
      startDeliveries: (integration, owner) => deliveries.start(integration, owner),
      startIntake: (integration) =>
        new Intake(integration, {
          store: own,
          keys,
          metrics,
          logger,
          clientId: 'consumer-test',
          onFatal: (error) => fatal.push(error),
        }),
    });
    let closed: Promise<void> | undefined;
    const close = () => {
      closed ??= (async () => {
        await worker[Symbol.asyncDispose]();
        await deliveries[Symbol.asyncDispose]();
        await own[Symbol.asyncDispose]();
      })();
      return closed;
    };
    closing.unshift(close);
    const isReady = () => readiness(worker).ok;
    return {
      worker,
      lines,
      fatal,
      integrationId,
      close,
      isReady,
      processMetrics,
      ready: () => vi.waitUntil(isReady, 30_000),
    };
  }

  /** The single number that a query gives. */
  const count = async (query: string): Promise<number> => {
    const [row] = await store.run<{ n: number | null }>(`select (${query})::int as n`, []);
    return row?.n ?? -1;
  };

  return {
    store,
    directUrl,
    encryption,
    ...broker,
    startBroker,
    startConsumer,
    count,
    until: (query: string, expected: number, timeout = 30_000) =>
      vi.waitFor(
        async () => expect({ query, count: await count(query) }).toEqual({ query, count: expected }),
        {
          timeout,
          interval: 20,
        },
      ),
    close: async () => {
      for (const close of closing) await close();
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
