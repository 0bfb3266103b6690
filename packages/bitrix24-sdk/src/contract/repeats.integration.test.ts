import {
  ConnectionError,
  createBitrix24,
  createMemoryBucketStore,
  TimeoutError,
  webhookAuth,
} from '@domovoy/bitrix24-sdk';
import { describe, expect, test } from 'vitest';
import { Answered, refusal, startPair, startTestPortal } from './testing/test-portal.ts';

const html = new Answered(502, '<html>Bad gateway</html>');
const read = 'crm.item.get';
const write = 'crm.item.add';
/** Quick enough that what is refused comes again in no time. */
const quick = { limits: { capacity: 1_000, perSecond: 1_000 } };

describe('what is ambiguous', () => {
  const failures = {
    'a 500': () => refusal(500, 'INTERNAL_SERVER_ERROR'),
    'a page of a gateway': () => html,
    'a page of a gateway with 200': () => new Answered(200, '<html>'),
    'a 503 of nobody knows what': () => new Answered(503, '<html>'),
    'a connection that breaks': () => 'cut',
  };

  test.each(Object.entries(failures))('%s: a read is repeated', async (_, failure) => {
    await using pair = await startPair({ '*': () => 'fine' });
    pair.portal.before = () => (pair.portal.received.length < 3 ? failure() : undefined);
    expect(await pair.bitrix24.call(read, { id: 1 })).toBe('fine');
    expect(pair.portal.received).toHaveLength(3);
  });

  test.each(Object.entries(failures))(
    '%s: a write is not, and its outcome is unknown',
    async (_, failure) => {
      await using pair = await startPair({ '*': () => 'fine' });
      pair.portal.before = failure;
      await expect(pair.bitrix24.call(write, { id: 1 })).rejects.toMatchObject({
        retryable: true,
        unknownOutcome: true,
      });
      expect(pair.portal.received).toHaveLength(1);
    },
  );

  test('a write that may be done twice is repeated', async () => {
    await using pair = await startPair({ '*': () => 'fine' });
    pair.portal.before = () => (pair.portal.received.length < 2 ? html : undefined);
    expect(await pair.bitrix24.call(write, { id: 1 }, { idempotent: true })).toBe('fine');
    expect(await pair.bitrix24.call({ method: write, effect: 'repeatable' })).toBe('fine');
  });

  test('a batch of reads is repeated, one with a write is not', async () => {
    await using pair = await startPair({ '*': () => 'fine' });
    pair.portal.before = () => (pair.portal.received.length === 1 ? html : undefined);
    expect(await pair.bitrix24.batch([{ method: read }, { method: read }])).toMatchObject([
      { status: 'ok' },
      { status: 'ok' },
    ]);
    pair.portal.before = () => (pair.portal.received.length === 3 ? html : undefined);
    expect(await pair.bitrix24.batch([{ method: read }, { method: write }])).toMatchObject([
      { status: 'error', error: { unknownOutcome: true } },
      { status: 'error', error: { unknownOutcome: true } },
    ]);
    expect(pair.portal.received).toHaveLength(3);
  });

  test('what may have been done at first stays unknown, whatever comes at last', async () => {
    await using pair = await startPair({ '*': () => 'fine' });
    pair.portal.before = () => (pair.portal.received.length === 1 ? html : refusal(400, 'WRONG', 'no'));
    await expect(pair.bitrix24.call(write, {}, { idempotent: true })).rejects.toMatchObject({
      apiCode: 'WRONG',
      unknownOutcome: true,
    });
  });

  test('no answer in time', async () => {
    await using pair = await startPair({ '*': () => 'fine' }, { requestTimeoutMs: 50 });
    pair.portal.before = () => (pair.portal.received.length % 2 === 1 ? new Promise(() => {}) : undefined);
    expect(await pair.bitrix24.call(read)).toBe('fine');
    const error: unknown = await pair.bitrix24.call(write).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ unknownOutcome: true, meta: { isSent: true } });
  });
});

describe('what was refused before it was executed is always repeated', () => {
  test.each([
    ['too many requests', () => refusal(503, 'QUERY_LIMIT_EXCEEDED', 'Too many requests')],
    ['too many requests, in other letters', () => refusal(503, 'query_limit_exceeded')],
  ])('%s: a write, and a batch with writes', async (_, failure) => {
    await using pair = await startPair({ '*': () => 'fine' }, quick);
    pair.portal.before = () => (pair.portal.received.length === 1 ? failure() : undefined);
    expect(await pair.bitrix24.call(write)).toBe('fine');
    pair.portal.before = () => (pair.portal.received.length === 3 ? failure() : undefined);
    expect(await pair.bitrix24.batch([{ method: write }])).toMatchObject([{ status: 'ok' }]);
    expect(pair.portal.received).toHaveLength(4);
  });

  test('a connection that was never made: nothing can have happened', async () => {
    const portal = await startTestPortal({});
    await portal[Symbol.asyncDispose]();
    await using bitrix24 = createBitrix24({
      auth: webhookAuth(portal.webhookUrl),
      retry: { maxAttempts: 2, baseDelayMs: 1 },
    });
    const error: unknown = await bitrix24.call(write).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ unknownOutcome: false, meta: { attempt: 2, reason: 'ECONNREFUSED' } });
  });

  test('Retry-After is kept to, and told when it is longer than the call may take', async () => {
    await using pair = await startPair({ '*': () => 'fine' }, quick);
    const failure = refusal(429, 'SOMETHING', '', { 'retry-after': '1' });
    pair.portal.before = () => (pair.portal.received.length === 1 ? failure : undefined);
    await pair.bitrix24.call(write);
    const [first, second] = pair.portal.received;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
    // A 429 that nobody knows may be a ban of the whole portal.
    pair.portal.before = () => refusal(429, 'SOMETHING');
    await expect(pair.bitrix24.call(write, {}, { timeoutMs: 5_000 })).rejects.toMatchObject({
      code: 'BITRIX24_RATE_LIMIT',
      retryAfterMs: expect.toSatisfy((ms: number) => ms >= 60_000),
      unknownOutcome: false,
    });
  });
});

describe('a portal that was renamed', () => {
  test('gets the same POST at its new address, and all later ones', async () => {
    await using renamed = await startTestPortal({ '*': ({ id }) => `fine ${String(id)}` });
    const moves: unknown[] = [];
    await using pair = await startPair({}, { onMoved: (portal) => moves.push(portal) });
    const { portal, bitrix24 } = pair;
    portal.before = ({ url }) => new Answered(302, '', { location: `${renamed.url}${url}` });
    expect(await bitrix24.call(write, { id: 1 })).toBe('fine 1');
    expect(await bitrix24.batch([{ method: write, params: { id: 2 } }])).toMatchObject([
      { result: 'fine 2' },
    ]);
    expect(portal.received).toHaveLength(1);
    expect(moves).toEqual([{ from: portal.url, to: renamed.url }]);
  });

  test('into a ring is an error, and so is a redirect to what is no portal', async () => {
    await using pair = await startPair({});
    const { portal, bitrix24 } = pair;
    const [one, other] = [`127.0.0.1:${portal.port}`, `localhost:${portal.port}`];
    let isAtOne = true;
    portal.before = ({ url }) => {
      isAtOne = !isAtOne;
      return new Answered(302, '', { location: `http://${isAtOne ? one : other}${url}` });
    };
    await expect(bitrix24.call(write)).rejects.toMatchObject({
      code: 'BITRIX24_CONNECTION',
      unknownOutcome: false,
    });
    for (const location of [
      'https://elsewhere.example/login',
      'http://elsewhere.example/rest/1/x/',
      '/rest/other',
      undefined,
    ]) {
      await using fresh = await startPair({}, { retry: { maxAttempts: 1 } });
      fresh.portal.before = () => new Answered(302, '<html>', location === undefined ? {} : { location });
      await expect(fresh.bitrix24.call(write)).rejects.toMatchObject({ unknownOutcome: false });
      expect(fresh.portal.received).toHaveLength(1);
    }
  });
});

test('a call that is given up is an AbortError with the reason', async () => {
  await using pair = await startPair({ '*': () => 'fine' });
  pair.portal.before = () => new Promise(() => {});
  const controller = new AbortController();
  const call = pair.bitrix24.call(write, {}, { signal: controller.signal });
  await expect.poll(() => pair.portal.received).toHaveLength(1);
  controller.abort(new Error('enough'));
  await expect(call).rejects.toMatchObject({
    code: 'BITRIX24_ABORTED',
    cause: { message: 'enough' },
    unknownOutcome: true,
  });
});

test('a call that waits for the limits and not longer than it may was not sent', async () => {
  await using pair = await startPair({ '*': () => 'fine' }, { limits: { capacity: 1, perSecond: 0.01 } });
  await pair.bitrix24.call(write);
  await expect(pair.bitrix24.call(write, {}, { timeoutMs: 100 })).rejects.toMatchObject({
    code: 'BITRIX24_TIMEOUT',
    unknownOutcome: false,
    meta: { isSent: false },
  });
  expect(pair.portal.received).toHaveLength(1);
});

test('closing waits for what is running, and tells who waits', async () => {
  await using pair = await startPair({ '*': () => 'fine' }, { limits: { capacity: 1, perSecond: 0.01 } });
  const { bitrix24, portal } = pair;
  const { promise: answered, resolve } = Promise.withResolvers<undefined>();
  portal.before = () => answered;
  const running = bitrix24.call(write);
  const waiting = bitrix24.call(write);
  waiting.catch(() => {});
  await expect.poll(() => portal.received).toHaveLength(1);
  const closed = bitrix24.close();
  await expect(waiting).rejects.toMatchObject({ code: 'BITRIX24_CLOSED', unknownOutcome: false });
  resolve(undefined);
  expect(await running).toBe('fine');
  await closed;
});

test('a closed client sends nothing', async () => {
  await using portal = await startTestPortal({ '*': () => 'fine' });
  const bitrix24 = createBitrix24({
    auth: webhookAuth(portal.webhookUrl),
    bucketStore: createMemoryBucketStore(),
  });
  await bitrix24.close();
  await expect(bitrix24.call(read)).rejects.toMatchObject({ code: 'BITRIX24_CLOSED', unknownOutcome: false });
  expect(portal.received).toHaveLength(0);
});
