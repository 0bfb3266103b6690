import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { compare } from './harness/judge/compare.ts';
import { observe } from './harness/judge/observe.ts';
import { type Stack, startStack } from './harness/parts/stack.ts';

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seed: 'subscription' });
});
afterAll(() => stack.close());
beforeEach(() => stack.traffic.resume());

/** Both subscribers lost their sockets and have new ones. */
async function untilReconnected(connects: number): Promise<void> {
  await expect
    .poll(() => stack.messages.connects > connects && stack.messages.isLive, { timeout: 60_000 })
    .toBe(true);
}

describe('subscriptions resume without a gap and without a duplicate', () => {
  test('after the socket was cut and the way was closed for a while', async () => {
    const { clientsToApi } = stack.hub;
    for (let round = 1; round <= 3; round += 1) {
      const { connects } = stack.messages;
      await stack.traffic.more(30);
      clientsToApi.refuse(true);
      clientsToApi.reset();
      await stack.traffic.more(30);
      clientsToApi.refuse(false);
      await untilReconnected(connects);
    }
    await stack.expectNothingLost();
  });

  test('after the client itself went away again and again, in the middle of the replay too', async () => {
    for (let round = 1; round <= 10; round += 1) {
      await stack.traffic.more(10);
      stack.messages.drop();
      stack.signUps.drop();
    }
    await stack.expectNothingLost();
  });

  test('after kill -9 of the API while events come in', async () => {
    for (let round = 1; round <= 2; round += 1) {
      const { connects } = stack.messages;
      await stack.traffic.more(30);
      await stack.api.kill9();
      await stack.traffic.more(30);
      stack.api = await stack.hub.startApi();
      await untilReconnected(connects);
    }
    await stack.expectNothingLost();
  });

  test('after a restart and a kill -9 of Postgres, on the API that was running before', async () => {
    await stack.traffic.more(30);
    await stack.postgres.stop();
    await stack.postgres.start();
    await stack.traffic.more(60);
    await stack.postgres.kill9();
    await stack.postgres.start();
    await stack.traffic.more(60);
    await stack.expectNothingLost();
    expect(stack.api.isRunning).toBe(true);
  });

  test('from its very first cursor, while events come in', async () => {
    const [first] = stack.messages.events;
    const late = stack.hub.subscribe({ topic: 'messages', since: first?.cursor ?? '' });
    try {
      await stack.traffic.more(60);
      await stack.expectNothingLost();
      const all = stack.messages.events.map(({ record }) => record);
      await expect.poll(() => late.events.length, { timeout: 60_000 }).toBe(all.length - 1);
      expect(late.events.map(({ record }) => record)).toEqual(all.slice(1));
    } finally {
      await late.close();
    }
  });

  test('control: a subscriber that comes back without its cursor has a gap', async () => {
    await stack.expectNothingLost();
    const known = await observe(stack.hub.databaseUrl);
    const forgetful = stack.hub.subscribe({ topic: 'messages', resumes: false });
    await expect.poll(() => forgetful.isLive).toBe(true);
    const { clientsToApi } = stack.hub;
    stack.traffic.resume();
    await stack.traffic.more(30);
    clientsToApi.refuse(true);
    clientsToApi.reset();
    await stack.traffic.more(30);
    clientsToApi.refuse(false);
    await expect.poll(() => forgetful.isLive, { timeout: 60_000 }).toBe(true);
    await stack.expectNothingLost();
    await forgetful.close();

    const before = new Set(known.messages.map(({ id }) => id));
    const observed = await observe(stack.hub.databaseUrl);
    const since = { ...observed, messages: observed.messages.filter(({ id }) => !before.has(id)) };
    const toldTo = (messages: typeof forgetful) =>
      compare([], since, { messages }).lost.filter((finding) => finding.includes('subscriber'));
    expect(toldTo(forgetful).length).toBeGreaterThan(0);
    expect(toldTo(stack.messages)).toEqual([]);
  });
});
