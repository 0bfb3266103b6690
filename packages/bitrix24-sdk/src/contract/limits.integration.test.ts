import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Bitrix24Options,
  createBitrix24,
  createMemoryBucketStore,
  webhookAuth,
} from '@domovoy/bitrix24-sdk';
import { describe, expect, test } from 'vitest';
import { Answered, refusal, startPair, startTestPortal, type TestPortal } from './testing/test-portal.ts';

/** The portal's own bucket, four times as fast as the real one, and a client that keeps the usual margin to it. */
const PORTAL = { capacity: 50, perSecond: 8 };
const OURS = { capacity: 45, perSecond: 7.6 };

function withBucket(portal: TestPortal, { capacity, perSecond } = PORTAL): { refused: number } {
  const seen = { refused: 0 };
  let level = 0;
  let at = performance.now();
  portal.before = () => {
    const now = performance.now();
    level = Math.max(0, level - ((now - at) / 1000) * perSecond) + 1;
    at = now;
    if (level <= capacity) return undefined;
    level -= 1;
    seen.refused += 1;
    return refusal(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests');
  };
  return seen;
}

test('under a backlog at least 90 % of the rate is used, and next to nothing is refused', async () => {
  await using pair = await startPair({ '*': () => 1 }, { limits: OURS });
  const seen = withBucket(pair.portal);
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: 90 }, () => pair.bitrix24.call('crm.item.add')));
  const seconds = (performance.now() - startedAt) / 1000;
  const allowed = PORTAL.capacity + PORTAL.perSecond * seconds;
  expect(seen.refused / pair.portal.received.length).toBeLessThanOrEqual(0.01);
  expect(pair.portal.received.length / allowed).toBeGreaterThan(0.9);
});

test('a control: without our limits a good part of the same backlog is refused', async () => {
  const none = { limits: false as const, retry: { maxAttempts: 1 }, timeoutMs: 5_000 };
  await using pair = await startPair({ '*': () => 1 }, none);
  // Hardly anything leaks out: however slow this machine is, it is too much.
  const seen = withBucket(pair.portal, { capacity: 50, perSecond: 0.1 });
  await Promise.allSettled(Array.from({ length: 100 }, () => pair.bitrix24.call('crm.item.add')));
  expect(seen.refused / pair.portal.received.length).toBeGreaterThan(0.01);
});

test('clients that share a store share the bucket', async () => {
  await using pair = await startPair({ '*': () => 1 }, { limits: OURS });
  const seen = withBucket(pair.portal);
  const { port } = pair.portal;
  const bucketStore = createMemoryBucketStore();
  const options: Bitrix24Options = { auth: webhookAuth(pair.portal.webhookUrl), limits: OURS, bucketStore };
  await using one = createBitrix24(options);
  await using other = createBitrix24({
    ...options,
    auth: webhookAuth(`http://127.0.0.1:${port}/rest/2/another/`),
  });
  await Promise.all(Array.from({ length: 75 }, (_, at) => (at % 2 ? one : other).call('crm.item.add')));
  expect(seen.refused).toBeLessThanOrEqual(1);
  // A control: two buckets of their own are one too many.
  await using alone = createBitrix24({ ...options, bucketStore: createMemoryBucketStore() });
  await Promise.all(Array.from({ length: 75 }, (_, at) => (at % 2 ? one : alone).call('crm.item.add')));
  expect(seen.refused).toBeGreaterThan(1);
});

describe('several processes', () => {
  const CALLS = 40;
  /** Three of them with a backlog each. */
  async function together(url: string, file?: string): Promise<number[]> {
    const program = new URL('testing/bucket-worker.ts', import.meta.url);
    const args = [url, String(CALLS), JSON.stringify(OURS), ...(file === undefined ? [] : [file])];
    const execArgv = ['--conditions=@domovoy/source'];
    const workers = Array.from({ length: 3 }, () => fork(program, args, { execArgv }));
    try {
      await Promise.all(workers.map((worker) => once(worker, 'message')));
      const ended = workers.map((worker) => once(worker, 'message'));
      for (const worker of workers) worker.send('begin');
      return (await Promise.all(ended)).map(([done]) => done as number);
    } finally {
      for (const worker of workers) worker.kill('SIGKILL');
    }
  }

  test('that share a store share the bucket: the rate is used, and next to nothing is refused', {
    timeout: 60_000,
  }, async () => {
    await using portal = await startTestPortal({ '*': () => 1 });
    const seen = withBucket(portal);
    const folder = mkdtempSync(join(tmpdir(), 'domovoy-bitrix24-sdk-'));
    const file = join(folder, 'buckets.json');
    writeFileSync(file, '{}');
    try {
      expect(await together(portal.webhookUrl, file)).toEqual([CALLS, CALLS, CALLS]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const [first, last] = [portal.received[0]?.at ?? 0, portal.received.at(-1)?.at ?? 0];
    const allowed = PORTAL.capacity + (PORTAL.perSecond * (last - first)) / 1000;
    expect(seen.refused).toBeLessThanOrEqual(1);
    expect(portal.received.length / allowed).toBeGreaterThan(0.9);
  });

  test('a control: with a bucket each they are refused', { timeout: 120_000 }, async () => {
    await using portal = await startTestPortal({ '*': () => 1 });
    const seen = withBucket(portal);
    await together(portal.webhookUrl);
    expect(seen.refused).toBeGreaterThan(1);
  });
});

test('a portal that refuses is left alone for a while, longer each time', async () => {
  await using pair = await startPair({ '*': () => 1 }, { limits: { capacity: 50, perSecond: 50 } });
  pair.portal.before = () =>
    pair.portal.received.length <= 2 ? refusal(503, 'QUERY_LIMIT_EXCEEDED') : undefined;
  await pair.bitrix24.call('crm.item.add');
  const [first = 0, second = 0, third = 0] = pair.portal.received.map(({ at }) => at);
  expect(second - first).toBeGreaterThanOrEqual(1_020);
  expect(third - second).toBeGreaterThanOrEqual(1_020 * 1.5);
});

test('of those who wait, a chat goes first, then what is normal, then what is for later', async () => {
  await using pair = await startPair({ '*': () => 1 }, { limits: { capacity: 1, perSecond: 20 } });
  const { bitrix24, portal } = pair;
  const calls = (['backfill', 'normal', 'chat'] as const).flatMap((lane) =>
    [1, 2, 3].map((number) => bitrix24.call(`${lane}.${number}`, {}, { lane })),
  );
  await Promise.all(calls);
  const [first, ...rest] = portal.received.map(({ method }) => method);
  expect(first).toBe('chat.1');
  expect(rest).toEqual([
    'chat.2',
    'chat.3',
    'normal.1',
    'normal.2',
    'normal.3',
    'backfill.1',
    'backfill.2',
    'backfill.3',
  ]);
});

test('long requests do not hold up a chat', async () => {
  await using pair = await startPair({ '*': () => 1 }, { limits: { maxConcurrent: 2 } });
  const { bitrix24, portal } = pair;
  const { promise: over, resolve } = Promise.withResolvers<undefined>();
  portal.before = ({ method }) => (method === 'long' ? over : undefined);
  const long = Array.from({ length: 3 }, () => bitrix24.call('long', {}, { lane: 'backfill' }));
  await expect.poll(() => portal.received).toHaveLength(2);
  await bitrix24.call('im.message.add', {}, { lane: 'chat' });
  expect(portal.received.map(({ method }) => method)).toEqual(['long', 'long', 'im.message.add']);
  resolve(undefined);
  await Promise.all(long);
});

describe('the operating time of a method', () => {
  const spent = (seconds: number, resetInSeconds = 0.3) =>
    new Answered(200, {
      result: 1,
      time: { duration: 0.1, operating: seconds, operating_reset_at: Date.now() / 1000 + resetInSeconds },
    });

  test('holds up that method when it is used up, and no other', async () => {
    await using pair = await startPair({ 'crm.item.update': () => spent(470), profile: () => 1 });
    const { bitrix24, portal } = pair;
    await bitrix24.call('crm.item.update');
    const update = bitrix24.call('crm.item.update');
    await Promise.all([
      bitrix24.call('profile'),
      bitrix24.call('profile'),
      bitrix24.batch([{ method: 'profile' }]),
    ]);
    expect(portal.run).toEqual(['crm.item.update', 'profile', 'profile', 'profile']);
    await update;
    const updates = portal.received.filter(({ method }) => method === 'crm.item.update').map(({ at }) => at);
    expect((updates[1] ?? 0) - (updates[0] ?? 0)).toBeGreaterThan(1_000);
  });

  test('is told in batches too', async () => {
    await using pair = await startPair({ 'crm.item.update': () => spent(470), profile: () => 1 });
    await pair.bitrix24.batch([{ method: 'crm.item.update' }, { method: 'profile' }]);
    const startedAt = performance.now();
    await pair.bitrix24.call('profile');
    expect(performance.now() - startedAt).toBeLessThan(500);
    await pair.bitrix24.call('crm.item.update');
    expect(performance.now() - startedAt).toBeGreaterThan(700);
  });

  test('that is refused all the same parks the method for a minute, if nobody says how long', async () => {
    await using pair = await startPair({ '*': () => refusal(429, 'OPERATION_TIME_LIMIT'), profile: () => 1 });
    await expect(pair.bitrix24.call('crm.item.update', {}, { timeoutMs: 5_000 })).rejects.toMatchObject({
      code: 'BITRIX24_OPERATING_LIMIT',
      retryAfterMs: 60_000,
      unknownOutcome: false,
    });
    await pair.bitrix24.call('profile');
    // Whoever comes now is told at once instead of waiting in vain.
    await expect(pair.bitrix24.call('crm.item.update', {}, { timeoutMs: 5_000 })).rejects.toMatchObject({
      code: 'BITRIX24_OPERATING_LIMIT',
      retryAfterMs: expect.toSatisfy((ms: number) => ms > 50_000 && ms <= 60_000),
    });
    expect(pair.portal.run).toEqual(['crm.item.update', 'profile']);
  });

  test('that is nearly used up is spread over the time until some of it is free', async () => {
    // 4 s of 480 are left for 1 s: a call of 0.1 s (by experience) each 25 ms.
    await using pair = await startPair({ '*': () => spent(452, 1) });
    await pair.bitrix24.call('crm.item.update');
    const startedAt = performance.now();
    for (let times = 0; times < 10; times++) await pair.bitrix24.call('crm.item.update');
    expect(performance.now() - startedAt).toBeGreaterThan(180);
  });
});
