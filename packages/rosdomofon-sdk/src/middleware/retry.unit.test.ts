import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RosDomofonError } from '../errors.ts';
import { connectionLost, createFakeRosDomofon, status } from '../testing/index.ts';
import { pauseMs } from './retry.ts';

test('a pause is a random part of one that doubles, up to a limit, on top of what the service asks for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.nat(10_000),
      fc.nat(60_000),
      fc.nat(600_000),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (attempt, baseDelayMs, maxDelayMs, retryAfterMs, random) => {
        const pause = pauseMs(attempt, { baseDelayMs, maxDelayMs }, retryAfterMs, () => random);
        const longest = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1));
        expect(pause).toBeGreaterThanOrEqual(retryAfterMs);
        expect(pause).toBeLessThanOrEqual(retryAfterMs + longest);
      },
    ),
  );
});

const fake = () => createFakeRosDomofon();
type Fake = ReturnType<typeof fake>;
const read = ({ client }: Fake) => client.services.list({});
const block = ({ client }: Fake) => client.accounts.block({ accountNumber: '7' });
const connect = ({ client }: Fake) => client.services.connect({ serviceId: 1, flatId: 2 });

const failure = async (call: PromiseLike<unknown>): Promise<RosDomofonError> => {
  const error = await Promise.resolve(call).then(
    () => new Error('no error'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof RosDomofonError) return error;
  throw error;
};

describe('a read', () => {
  test.each([429, 502, 503, 504])('is repeated after %i, four times in all', async (code) => {
    const rosdomofon = fake();
    rosdomofon.answer('services.list', status(code));
    expect(await failure(read(rosdomofon))).toMatchObject({ status: code, meta: { attempt: 4 } });
    expect(rosdomofon.requests).toHaveLength(4);
  });

  test.each([400, 403, 404, 409, 418, 422, 500, 501])('is not repeated after %i', async (code) => {
    const rosdomofon = fake();
    rosdomofon.answer('services.list', status(code));
    expect(await failure(read(rosdomofon))).toMatchObject({ status: code, unknownOutcome: false });
    expect(rosdomofon.requests).toHaveLength(1);
  });

  test.each([true, false])('is repeated when the connection breaks (sent: %s)', async (isSent) => {
    const rosdomofon = fake();
    rosdomofon.answer('services.list', connectionLost({ isSent }), { content: [], last: true });
    await read(rosdomofon);
    expect(rosdomofon.requests).toHaveLength(2);
  });

  test('is not repeated where the answer cannot be used', async () => {
    const rosdomofon = fake();
    rosdomofon.answer('services.list', status(200, '<html>'));
    expect(await failure(read(rosdomofon))).toMatchObject({ code: 'ROSDOMOFON_RESPONSE_INVALID' });
    expect(rosdomofon.requests).toHaveLength(1);
  });
});

describe('what may be done twice with the effect of once', () => {
  test.each([
    ['429', status(429)],
    ['503', status(503)],
    ['a connection that broke on the way', connectionLost({ isSent: true })],
    ['a connection that was never made', connectionLost()],
  ])('is repeated after %s', async (_, answer) => {
    const rosdomofon = fake();
    rosdomofon.answer('accounts.block', answer, '');
    await block(rosdomofon);
    expect(rosdomofon.requests).toHaveLength(2);
  });

  test('stays of unknown outcome once it was, whatever comes afterwards', async () => {
    const rosdomofon = fake();
    rosdomofon.answer('accounts.block', connectionLost({ isSent: true }), connectionLost());
    expect(await failure(block(rosdomofon))).toMatchObject({ unknownOutcome: true, meta: { attempt: 4 } });
    rosdomofon.answer('accounts.block', connectionLost({ isSent: true }), status(404));
    expect(await failure(block(rosdomofon))).toMatchObject({ status: 404, unknownOutcome: true });
    rosdomofon.answer('accounts.block', connectionLost(), status(404));
    expect(await failure(block(rosdomofon))).toMatchObject({ status: 404, unknownOutcome: false });
  });
});

describe('a creation', () => {
  test.each([
    ['a connection that broke on the way', connectionLost({ isSent: true }), true],
    ['500', status(500), true],
    ['502', status(502), true],
    ['503, also with a time to come back', status(503, '', { 'retry-after': '0' }), true],
    ['409', status(409), false],
    ['a success that says nothing', status(200, ''), true],
    ['a success of another shape', { id: 'seven' }, true],
  ])('is not repeated after %s', async (_, answer, unknownOutcome) => {
    const rosdomofon = fake();
    rosdomofon.answer('services.connect', answer, { id: 7 });
    expect(await failure(connect(rosdomofon))).toMatchObject({ unknownOutcome });
    expect(rosdomofon.requests).toHaveLength(1);
  });

  test.each([
    ['a connection that was never made', connectionLost()],
    ['429', status(429)],
    ['401', status(401)],
  ])('is repeated after %s: it was not executed', async (_, answer) => {
    const rosdomofon = fake();
    rosdomofon.answer('services.connect', answer, { id: 7 });
    expect(await connect(rosdomofon)).toEqual({ id: 7 });
    expect(rosdomofon.requests).toHaveLength(2);
  });
});

test('the service is not asked before the time that it named', async () => {
  const rosdomofon = fake();
  rosdomofon.answer('services.list', status(429, '', { 'retry-after': '1' }), { content: [], last: true });
  const startedAt = performance.now();
  await read(rosdomofon);
  expect(performance.now() - startedAt).toBeGreaterThan(990);
});

test('a pause that is longer than the call may last is not made: the caller knows better what to do', async () => {
  const rosdomofon = fake();
  rosdomofon.answer('services.list', status(429, '', { 'retry-after': '120' }));
  expect(await failure(read(rosdomofon))).toMatchObject({ retryAfterMs: 120_000, retryable: true });
  expect(rosdomofon.requests).toHaveLength(1);
});

test('a pause ends with the caller’s signal', async () => {
  const rosdomofon = fake();
  const shutdown = new AbortController();
  rosdomofon.answer('accounts.block', () => {
    setImmediate(() => shutdown.abort(new Error('shutdown')));
    return status(503, '', { 'retry-after': '20' });
  });
  const { signal } = shutdown;
  expect(await failure(rosdomofon.client.accounts.block({ accountNumber: '7' }, { signal }))).toMatchObject({
    code: 'ROSDOMOFON_ABORTED',
    unknownOutcome: true,
    cause: new Error('shutdown'),
  });
});

test('repeating can be switched off', async () => {
  const rosdomofon = createFakeRosDomofon({ retry: { maxAttempts: 1 } });
  rosdomofon.answer('services.list', status(503));
  await failure(read(rosdomofon));
  expect(rosdomofon.requests).toHaveLength(1);
});
