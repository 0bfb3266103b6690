import { createAccount } from '@domovoy/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRosdomofonProxy } from '../testing/rosdomofon-proxy.ts';
import { createWorld, type World } from '../testing/world.ts';

const PER_SECOND = 5;
/** What was sent in another second may come in this one: the way takes longer at times. */
const LATE = 1;
const SECONDS = 5;
let world: World;
let proxy: Awaited<ReturnType<typeof startRosdomofonProxy>>;

beforeAll(async () => {
  world = await createWorld({ accounts: 200 });
  proxy = await startRosdomofonProxy(world.sandbox.endpoints.rosdomofon.url);
});
afterAll(async () => {
  await world.close();
  await proxy.close();
});

async function startConsumer(requestsPerSecond: number) {
  const { rosdomofon } = world.sandbox.endpoints;
  const rest = { ...rosdomofon, url: proxy.url };
  const consumer = await world.startConsumer({ rest, requestsPerSecond, deliveries: {} });
  await consumer.ready();
  return consumer;
}

let numbers = 0;
/** A backlog of deliveries, each of several calls. */
async function ask(count: number): Promise<void> {
  const [company] = await world.store.run<{ id: bigint }>('select id from companies limit 1', []);
  for (let at = 0; at < count; at += 1) {
    numbers += 1;
    const requested = await createAccount(world.store, {
      companyId: company?.id ?? 0n,
      actor: 'user:1',
      idempotencyKey: `n-${numbers}`,
      number: `N-${numbers}`,
      phone: `7900000${5_000 + numbers}`,
    });
    if (requested.kind !== 'requested') throw new Error(requested.kind);
  }
}

/** Most requests that came within a second. */
const mostInASecond = (times: readonly number[]): number =>
  Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));

/** When requests came to RosDomofon in the next seconds. */
async function whileBusy(): Promise<number[]> {
  const from = proxy.calledAt.length;
  const came = () => proxy.calledAt.slice(from);
  const lasted = () => (came().at(-1) ?? 0) - (came()[0] ?? 0);
  await expect.poll(lasted, { timeout: 30_000, interval: 20 }).toBeGreaterThan(SECONDS * 1_000);
  const times = came();
  return times.filter((at) => at < (times[0] ?? 0) + SECONDS * 1_000);
}

describe('the request limit of an integration', () => {
  test('is kept by deliveries and the mirror together, is used under a backlog, and can be seen', async () => {
    const consumer = await startConsumer(PER_SECOND);
    await ask(30);
    const times = await whileBusy();
    expect(mostInASecond(times)).toBeLessThanOrEqual(PER_SECOND + LATE);
    expect(times.length / SECONDS).toBeGreaterThanOrEqual(0.9 * PER_SECOND);
    const [company] = await world.store.run<{ id: bigint }>('select id from companies limit 1', []);
    await expect
      .poll(
        async () => {
          const [target] = await world.store.company(company?.id ?? 0n).listDeliveryTargets({ limit: 1 });
          return target?.stored;
        },
        { timeout: 15_000 },
      )
      .toMatchObject({
        allowedPerSecond: PER_SECOND,
        usedPerSecond: expect.toSatisfy((used: number) => used >= 0.9 * PER_SECOND && used <= PER_SECOND),
      });
    await consumer.close();
    await world.store.run('truncate deliveries', []);
  });

  test('control: without it far more is asked', async () => {
    const consumer = await startConsumer(10_000);
    const from = proxy.calledAt.length;
    await ask(40);
    await world.until(`select count(*) from deliveries where state in ('pending', 'leased')`, 0, 60_000);
    expect(mostInASecond(proxy.calledAt.slice(from))).toBeGreaterThan(PER_SECOND + LATE);
    await consumer.close();
  });
});
