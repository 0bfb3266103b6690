import { DELIVERY_TRANSITIONS, type Outcome } from '@domovoy/domain';
import { createLogger, createMetrics } from '@domovoy/service-kit';
import {
  ensureCompany,
  ensureEnvironmentIntegration,
  loadIntegrations,
  notifyDeliveries,
  openStore,
  registerWorker,
  type Store,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { expect, vi } from 'vitest';
import { createDeliveryMetrics } from '../../observe/delivery-metrics.ts';
import { createDeliveryWorker, type DeliveryWorker, type DeliveryWorkerOptions } from '../delivery-worker.ts';
import type { Delivery, DeliveryHandler, HandlerContext } from '../handler.ts';
import type { DeliverySettings } from '../settings.ts';
import { type EffectPayload, enqueueTest, type TestKind, testKinds } from './kinds.ts';

export interface TestTarget {
  readonly companyId: bigint;
  readonly integrationId: bigint;
  readonly kind: 'rosdomofon';
}

export type Handle = (
  delivery: Delivery<EffectPayload>,
  context: HandlerContext,
) => Outcome | Promise<Outcome>;

export interface WorkerGiven extends Pick<DeliveryHandler<EffectPayload>, 'onDead'> {
  readonly handle: Handle;
  /** Whose deliveries it sends; by default those of all targets. */
  readonly targets?: readonly TestTarget[];
  readonly settings?: Partial<DeliverySettings>;
  /** How it reaches the database; by default as the test does. */
  readonly store?: Store;
  readonly limiterOf?: DeliveryWorkerOptions<typeof testKinds>['limiterOf'];
}

let workers = 0;

/** The database itself refuses what the transition table does not allow: every test is a test of the table too. */
async function guardTransitions(store: Store): Promise<void> {
  const allowed = Object.entries(DELIVERY_TRANSITIONS).flatMap(([from, to]) =>
    to.map((state) => `'${from} ${state}'`),
  );
  await store.run(
    `create function guard_transition() returns trigger language plpgsql as $$ begin
       if tg_op = 'INSERT' and new.state <> 'pending' then raise exception 'a delivery begins as %', new.state; end if;
       if tg_op = 'UPDATE' and new.state <> old.state and old.state || ' ' || new.state not in (${allowed.join()})
         then raise exception 'a delivery moved from % to %', old.state, new.state; end if;
       return new;
     end $$`,
    [],
  );
  await store.run(
    'create trigger guard_transition before insert or update on deliveries for each row execute function guard_transition()',
    [],
  );
}

/** A database with targets, and as many workers in this process as a test wants. All of it goes away with `close`. */
export async function createDeliveryWorld() {
  const { url } = await createTestDatabase();
  const store = openStore(url, { applicationName: 'test' });
  const closing: (() => PromiseLike<void>)[] = [() => store[Symbol.asyncDispose]()];
  await guardTransitions(store);
  const targets: TestTarget[] = [];

  async function addTarget(): Promise<TestTarget> {
    const name = `company-${targets.length + 1}`;
    const { id: companyId } = await ensureCompany(store.db, { shortName: name, name });
    const { id } = await ensureEnvironmentIntegration(store.db, { companyId, config: {} });
    const target = { companyId, integrationId: id, kind: 'rosdomofon' } as const;
    targets.push(target);
    return target;
  }

  /** `about` and `key` of each; the workers are told. Ids in the order of what was given. */
  async function enqueue(
    target: TestTarget,
    effects: readonly (EffectPayload & { dueInMs?: number })[],
    kind: TestKind = 'test.send',
  ): Promise<bigint[]> {
    const made = await enqueueTest.all(
      store,
      effects.map(({ dueInMs, ...payload }) => ({
        kind,
        payload,
        target,
        dedupeKey: payload.key,
        ...(dueInMs === undefined ? {} : { dueInMs }),
      })),
    );
    await notifyDeliveries(store, [target.integrationId]);
    return made.map(({ id }) => id);
  }

  async function startWorker(given: WorkerGiven) {
    const workerId = `worker-${++workers}`;
    await registerWorker(store, { workerId, leaseMs: 3_600_000 });
    const lines: Record<string, unknown>[] = [];
    const logger = createLogger(
      { name: 'test', level: 'debug' },
      { write: (line) => void lines.push(JSON.parse(line)) },
    );
    const handler: DeliveryHandler<EffectPayload> = {
      handle: given.handle,
      ...(given.onDead ? { onDead: given.onDead } : {}),
    };
    const metrics = createMetrics({ processMetrics: false });
    const worker: DeliveryWorker = createDeliveryWorker({
      store: given.store ?? store,
      logger,
      metrics: createDeliveryMetrics(metrics, { targets: () => worker.targets }),
      kinds: testKinds,
      handlers: { 'test.send': handler, 'test.persist': handler, 'test.apart': handler },
      settings: { pollMs: 200, sweepMs: 200, ...given.settings },
      ...(given.limiterOf ? { limiterOf: given.limiterOf } : {}),
    });
    let closed: PromiseLike<void> | undefined;
    const close = () => (closed ??= worker[Symbol.asyncDispose]());
    closing.unshift(close);
    const own = given.targets ?? targets;
    for (const { integrationId } of own) {
      const [row] = await loadIntegrations(store, [integrationId]);
      const [owned] = await store.run<{ fence: bigint }>(
        'update integrations set owner = $2, owner_fence = owner_fence + 1 where id = $1 returning owner_fence as fence',
        [integrationId, workerId],
      );
      if (row) worker.start(row, { workerId, ownerFence: owned?.fence ?? 0n });
    }
    return { worker, workerId, lines, metrics, close };
  }

  const load = async (target: TestTarget, id: bigint) => {
    const [row] = await store.company(target.companyId).loadDeliveries([id]);
    if (row === undefined) throw new Error(`there is no delivery ${id}`);
    return row;
  };
  const attemptsOf = (target: TestTarget, id: bigint) =>
    store.company(target.companyId).loadDeliveryAttempts({ deliveryIds: [id], limit: 1_000 });
  /** The single number that a query gives. */
  const count = async (query: string): Promise<number> => {
    const [row] = await store.run<{ n: number | null }>(`select (${query})::int as n`, []);
    return row?.n ?? -1;
  };
  const until = (query: string, expected: number, timeout = 30_000) =>
    vi.waitFor(async () => expect({ query, count: await count(query) }).toEqual({ query, count: expected }), {
      timeout,
      interval: 10,
    });

  return {
    url,
    store,
    targets,
    addTarget,
    enqueue,
    startWorker,
    load,
    attemptsOf,
    count,
    until,
    /** Resolves when nothing is left to send. */
    drained: (timeout = 30_000) =>
      until(`select count(*) from deliveries where state in ('pending', 'leased')`, 0, timeout),
    close: async () => {
      for (const close of closing) await close();
    },
  };
}

export type DeliveryWorld = Awaited<ReturnType<typeof createDeliveryWorld>>;
