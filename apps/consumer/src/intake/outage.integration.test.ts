import { createProxy, type FaultProxy } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
let proxy: FaultProxy;
let consumer: Awaited<ReturnType<World['startConsumer']>>;

beforeAll(async () => {
  world = await createWorld();
  const url = new URL(world.directUrl);
  proxy = await createProxy({ host: url.hostname, port: Number(url.port) });
  url.host = `${proxy.host}:${proxy.port}`;
  consumer = await world.startConsumer({ storeUrl: url.href });
  await consumer.ready();
});
afterAll(async () => {
  proxy.refuse(false);
  proxy.thaw();
  await world.close();
  await proxy.close();
});

const messages = (count: number) => Array.from({ length: count }, () => world.events.message()).flat();

describe('an outage of the database', () => {
  test.each([
    ['is gone', () => (proxy.refuse(true), proxy.reset()), () => proxy.refuse(false)],
    ['does not answer', () => proxy.freeze(), () => (proxy.thaw(), proxy.reset())],
  ])('loses nothing when the database %s, and shows in the readiness', async (_name, breakIt, mendIt) => {
    const before = await world.count('select count(*) from messages');
    await world.produce(messages(5));
    await world.until('select count(*) from messages', before + 5);
    breakIt();
    await world.produce(messages(40));
    await vi.waitUntil(() => !consumer.isReady(), 10_000);
    expect(await world.count('select count(*) from messages')).toBe(before + 5);
    mendIt();
    await world.until('select count(*) from messages', before + 45, 20_000);
    expect(await world.count('select sum(unread) from conversations')).toBe(before + 45);
    expect(await world.count("select count(*) from inbox_events where state = 'dead'")).toBe(0);
    await consumer.ready();
    expect(consumer.fatal).toEqual([]);
  });

  test('longer than the lease: the worker comes back under a new id and goes on', async () => {
    const before = await world.count('select count(*) from messages');
    const told = (what: string) => consumer.lines.filter(({ event }) => event === what).length;
    const [lost, registered] = [told('lease-lost'), told('worker-registered')];
    proxy.refuse(true);
    proxy.reset();
    await world.produce(messages(10));
    await vi.waitUntil(() => told('lease-lost') > lost, 15_000);
    proxy.refuse(false);
    await world.until('select count(*) from messages', before + 10, 20_000);
    expect(told('worker-registered')).toBe(registered + 1);
    await consumer.ready();
  });
});
