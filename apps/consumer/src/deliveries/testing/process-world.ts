import { createDeliveryWorld, type TestTarget } from './delivery-world.ts';
import { type Answer, type Effect, startEffectServer } from './effect-server.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-child.ts';
import type { WorkerProcessOptions } from './worker-process.ts';

/** Deliveries have shorter leases than in production (30 s), so that no test waits for them. */
export const LEASE_MS = 4_000;

let keys = 0;
/** As many effects, each about something of its own unless told otherwise. */
export const effects = (count: number, about = (n: number) => `subject ${n}`) =>
  Array.from({ length: count }, (_, n) => ({ about: about(n), key: `effect-${++keys}` }));

/** Whole processes that own integrations, with the real leases of owners, and a service that has the effects. */
export async function createProcessWorld() {
  const world = await createDeliveryWorld();
  let answer: (effect: Effect) => Answer = () => 200;
  const server = await startEffectServer((effect) => answer(effect));
  const processes: WorkerProcess[] = [];

  return {
    ...world,
    server,
    /** From now on. */
    answerWith: (next: (effect: Effect) => Answer) => {
      answer = next;
    },

    /** Nothing left of the test before, and as many integrations. */
    async begin(count: number): Promise<TestTarget[]> {
      answer = () => 200;
      server.release();
      for (const { stop } of processes.splice(0)) await stop();
      await world.store.run('truncate deliveries, delivery_attempts, delivery_targets, workers', []);
      while (world.targets.length < count) await world.addTarget();
      const targets = world.targets.slice(0, count);
      const ids = `{${targets.map(({ integrationId }) => integrationId).join()}}`;
      await world.store.run(
        `update integrations set owner = null, state = case when id = any($1::bigint[]) then 'active' else 'paused' end`,
        [ids],
      );
      return targets;
    },

    start(more: Partial<WorkerProcessOptions> = {}, given: { clockSkewMs?: number } = {}): WorkerProcess {
      const settings = { leaseMs: LEASE_MS, ...more.settings };
      const options = { databaseUrl: world.url, effectsUrl: server.url, ...more, settings };
      const child = startWorkerProcess(options, given);
      processes.push(child);
      return child;
    },

    owned: (by: WorkerProcess) => `select count(*) from integrations where owner like '%:${by.pid}:%'`,

    effectsOf(given: readonly { key: string }[]): Effect[] {
      const known = new Set(given.map(({ key }) => key));
      return server.effects.filter(({ key }) => known.has(key));
    },

    close: async () => {
      server.release();
      for (const { stop } of processes.splice(0)) await stop();
      await world.close();
      await server.close();
    },
  };
}

export type ProcessWorld = Awaited<ReturnType<typeof createProcessWorld>>;
