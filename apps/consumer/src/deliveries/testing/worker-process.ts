// A consumer that only sends deliveries of the test kinds: for tests that kill or freeze a process, and for the bench.
// One argument: WorkerProcessOptions as JSON. Logs on stdout; ends like every process of ours.
import { delivered, type Outcome, retry } from '@domovoy/domain';
import { createLogger, createMetrics, runProcess } from '@domovoy/service-kit';
import { openStore } from '@domovoy/store';
import { createDeliveryMetrics } from '../../observe/delivery-metrics.ts';
import { startWorker } from '../../worker/worker.ts';
import { createDeliveryWorker, type DeliveryWorker } from '../delivery-worker.ts';
import type { Delivery, DeliveryHandler } from '../handler.ts';
import type { DeliverySettings } from '../settings.ts';
import { ensureEffect } from './effect-client.ts';
import { type EffectPayload, testKinds } from './kinds.ts';

export interface WorkerProcessOptions {
  readonly databaseUrl: string;
  /** Where effects go; null: nowhere, every delivery succeeds at once. */
  readonly effectsUrl: string | null;
  /** Without looking whether the effect is there. */
  readonly isBlind?: boolean;
  /** Share of the attempts about something shaky (`shaky:…`) that are to be tried again in 20 ms. */
  readonly failing?: number;
  /** Tells the parent of each attempt, with the time of its beginning. */
  readonly isTelling?: boolean;
  readonly settings?: Partial<DeliverySettings>;
  readonly logLevel?: 'info' | 'warn' | 'error';
}

const RETRY_MS = 20;

runProcess('delivery-worker', async (lifecycle) => {
  const options: WorkerProcessOptions = JSON.parse(process.argv[2] ?? '{}');
  const logger = lifecycle.useLogger(createLogger({ name: 'test', level: options.logLevel ?? 'info' }));
  const store = lifecycle.use(
    'store',
    openStore(options.databaseUrl, { applicationName: 'delivery-worker' }),
  );
  const metrics = createMetrics({ processMetrics: false });
  const handler: DeliveryHandler<EffectPayload> = { handle: (delivery) => send(delivery, options) };
  const deliveries: DeliveryWorker = createDeliveryWorker({
    store,
    logger,
    metrics: createDeliveryMetrics(metrics, { targets: () => deliveries.targets }),
    kinds: testKinds,
    handlers: { 'test.send': handler, 'test.persist': handler, 'test.apart': handler },
    settings: options.settings ?? {},
    signal: lifecycle.signal,
  });
  lifecycle.use('deliveries', deliveries);
  const worker = startWorker({
    store,
    logger,
    syncEveryMs: 3_600_000,
    startIntake: () => null,
    startMirror: () => null,
    startDeliveries: (integration, owner) => deliveries.start(integration, owner),
  });
  lifecycle.use('worker', worker);
  logger.info({ event: 'started', wallClock: new Date().toISOString() });
});

/** Of each subject the newest that was delivered here: an older one after it would break the order. */
const newest = new Map<string, bigint>();

function send(
  { id, subject, payload }: Delivery<EffectPayload>,
  { effectsUrl, isBlind = false, failing = 0, isTelling }: WorkerProcessOptions,
): Outcome | Promise<Outcome> {
  if (isTelling) process.send?.({ key: payload.key, startedNs: String(process.hrtime.bigint()) });
  if (effectsUrl !== null) return ensureEffect(effectsUrl, payload, isBlind);
  if (subject.startsWith('shaky') && Math.random() < failing) return retry('E', RETRY_MS);
  if (id <= (newest.get(subject) ?? 0n))
    throw new Error(`${id} of ${subject} came after ${newest.get(subject)}`);
  newest.set(subject, id);
  return delivered({ ok: true });
}
