import { createLogger } from '@domovoy/service-kit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createWorld, type World } from '../testing/world.ts';
import { IntakeReporter } from './intake-reporter.ts';

let world: World;
let consumer: Awaited<ReturnType<World['startConsumer']>>;
let reporter: IntakeReporter;

beforeAll(async () => {
  world = await createWorld();
  consumer = await world.startConsumer();
  const logger = createLogger({ name: 'test', level: 'silent' });
  reporter = new IntakeReporter({ store: world.store, logger, worker: consumer.worker, everyMs: 20 });
  await consumer.ready();
});
afterAll(async () => {
  await reporter[Symbol.asyncDispose]();
  await world.close();
});

const intakes = async () => {
  const [company] = await world.store.run<{ id: bigint }>('select id from companies', []);
  return world.store.company(company?.id ?? 0n).listIntakes({ limit: 10 });
};
const sendMessage = () =>
  world.producer.send('MESSAGES_IN_demo', [
    {
      key: 'a',
      value: JSON.stringify({
        channel: 'support',
        message: 'Вопрос',
        localizedPush: null,
        fromAbonent: { id: 1_599_001, phone: 79_000_001_234 },
      }),
    },
  ]);

test('the row follows what the consumer has read, and what waits while nothing can be stored', async () => {
  await sendMessage();
  const partition = async (topic = 'MESSAGES_IN_demo') => {
    const [row] = await intakes();
    return row?.report?.partitions.filter((one) => one.topic === topic && one.end !== '0') ?? [];
  };
  await vi.waitFor(
    async () =>
      expect(await partition()).toMatchObject([{ position: '1', end: '1', failures: 0, waitingForMs: null }]),
    { timeout: 15_000, interval: 20 },
  );
  expect((await intakes())[0]?.report).toMatchObject({ state: 'running', errorCode: null });

  await world.store.run('alter table inbox_events rename to inbox_events_away', []);
  await sendMessage();
  await vi.waitFor(async () => expect(await partition()).toMatchObject([{ position: '1', end: '2' }]), {
    timeout: 15_000,
    interval: 20,
  });
  await vi.waitFor(
    async () => {
      const [one] = await partition();
      expect(one?.failures).toBeGreaterThan(0);
      expect(one?.waitingForMs).toBeGreaterThan(0);
    },
    { timeout: 15_000, interval: 20 },
  );
  await world.store.run('alter table inbox_events_away rename to inbox_events', []);
  await vi.waitFor(
    async () => expect(await partition()).toMatchObject([{ position: '2', end: '2', waitingForMs: null }]),
    { timeout: 30_000, interval: 20 },
  );
});

test('who does not own the integration any more writes nothing', async () => {
  await vi.waitFor(async () => expect((await intakes())[0]?.report).toBeTruthy(), 15_000);
  await world.store.run(`update integrations set owner_fence = owner_fence + 1`, []);
  await world.store.run('delete from intake_reports', []);
  await sendMessage();
  await vi.waitFor(() => expect(consumer.worker.intakes[0]?.status().lag).toBe(0n), 15_000);
  expect((await intakes())[0]?.report).toBeNull();
  await world.store.run(`update integrations set owner_fence = owner_fence - 1`, []);
  await vi.waitFor(async () => expect((await intakes())[0]?.report).toBeTruthy(), 15_000);
});
