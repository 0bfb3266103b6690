import type { RosDomofon } from '@domovoy/rosdomofon-sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from './testing/test-sandbox.ts';

// What goes wrong at the service, and what the client makes of it: held against what the service says happened.

let sandbox: TestSandbox;
let rosdomofon: RosDomofon;
let accountId: number;
let accountNumber: string;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 50 });
});
beforeEach(async () => {
  await sandbox.control('POST /reset');
  rosdomofon = sandbox.connect();
  for await (const { id, number, blocked } of rosdomofon.accounts.list()) {
    if (!number || blocked) continue;
    accountId = id;
    accountNumber = number;
    break;
  }
});
afterAll(() => sandbox[Symbol.asyncDispose]());

const fault = (kind: string, more: object = {}) =>
  sandbox.control('POST /faults', { kind, path: 'abonents-service/**', times: 1, ...more });
const read = () => rosdomofon.accounts.flats({ accountId });
const block = () => rosdomofon.accounts.block({ accountNumber });
const create = () => rosdomofon.accounts.create({ number: 'Д-1', phone: '79000009001' });
const isBlocked = async () => (await rosdomofon.accounts.get({ accountId })).blocked;
const countCreated = async () => {
  const accounts = await rosdomofon.accounts.list().toArray();
  return accounts.filter(({ number }) => number === 'Д-1').length;
};

/** Where the sandbox does what it is asked to before it fails. */
const isDone = (kind: string) => kind.endsWith('-after') || kind === 'half-answer';
const FAULTS = [
  'rate-limit',
  'error',
  'error-after',
  'cut',
  'cut-after',
  'half-answer',
  'html',
  'html-after',
];
const PASSING = ['rate-limit', 'error', 'cut', 'cut-after', 'half-answer', 'html'];

test.each(FAULTS)(
  'after %s a creation is done at most once, and its error says what may be',
  async (kind) => {
    await fault(kind, { method: 'POST', path: 'accounts' });
    const outcome = await create().then(
      () => 'created',
      ({ unknownOutcome }) => (unknownOutcome ? 'unknown' : 'not created'),
    );
    // Only what certainly was not done is done again.
    expect(outcome).toBe(kind === 'rate-limit' ? 'created' : 'unknown');
    expect(await countCreated()).toBe(kind === 'rate-limit' || isDone(kind) ? 1 : 0);
  },
);

test.each(PASSING)('after %s what may be repeated is repeated, and done', async (kind) => {
  await fault(kind, { method: 'PUT' });
  await block();
  expect(await isBlocked()).toBe(true);
  await fault(kind, { method: 'GET' });
  expect(await read()).toEqual(await read());
});

test.each(FAULTS.filter((kind) => !PASSING.includes(kind)))(
  'after %s nobody can tell from the answer, and the error says so',
  async (kind) => {
    await fault(kind, { method: 'PUT' });
    await expect(block()).rejects.toMatchObject({ unknownOutcome: true });
    expect(await isBlocked()).toBe(true);
  },
);

test('a service that does not answer is given up at the deadline', async () => {
  await fault('timeout', { method: 'PUT' });
  const error = { code: 'ROSDOMOFON_TIMEOUT', unknownOutcome: true };
  await expect(rosdomofon.accounts.block({ accountNumber }, { timeoutMs: 300 })).rejects.toMatchObject(error);
  expect(await isBlocked()).toBe(false);
});

test('a time to come back that is too far away is left to the caller', async () => {
  await fault('rate-limit', { retryAfterS: 60, method: 'GET' });
  await expect(read()).rejects.toMatchObject({ code: 'ROSDOMOFON_RATE_LIMIT', retryAfterMs: 60_000 });
});

describe('a token', () => {
  const signIns = async () => {
    const { requests } = await sandbox.control<{ requests: object[] }>('GET /history?path=oauth/token');
    return requests.length;
  };

  test('that was revoked is replaced, once for all who need it', async () => {
    const before = await signIns();
    await sandbox.control('POST /tokens/revoke');
    await Promise.all([read(), read(), block(), create()]);
    expect(await signIns()).toBe(before + 1);
    expect(await countCreated()).toBe(1);
  });

  test('that is refused again and again ends the call', async () => {
    await fault('token-revoked', { times: 20, method: 'GET' });
    await expect(read()).rejects.toMatchObject({ code: 'ROSDOMOFON_AUTHENTICATION' });
  });

  test('is renewed before it expires', async () => {
    await sandbox.control('POST /behaviour', { tokenLifetimeS: 120 });
    let time = Date.now();
    rosdomofon = sandbox.connect({ now: () => time });
    const before = await signIns();
    await read();
    time += 59_000;
    await read();
    expect(await signIns()).toBe(before + 1);
    time += 1000;
    await read();
    await expect.poll(signIns).toBe(before + 2);
  });

  test('is not given to wrong credentials, and they are not tried twice', async () => {
    const before = await signIns();
    rosdomofon = sandbox.connect({ password: 'wrong & wrong' });
    await expect(read()).rejects.toMatchObject({ code: 'ROSDOMOFON_CREDENTIALS_REFUSED', retryable: false });
    expect(await signIns()).toBe(before + 1);
  });
});

describe('what the service refuses is told apart:', () => {
  test('unknown', async () => {
    await expect(rosdomofon.accounts.get({ accountId: 1 })).rejects.toMatchObject({
      code: 'ROSDOMOFON_NOT_FOUND',
    });
  });

  test('wrong, with the reason', async () => {
    await expect(rosdomofon.services.connect({ serviceId: 1, flatId: 1 })).rejects.toMatchObject({
      status: expect.any(Number),
      reason: expect.any(String),
      unknownOutcome: false,
    });
  });

  test.each([
    [403, 'ROSDOMOFON_FORBIDDEN'],
    [409, 'ROSDOMOFON_CONFLICT'],
    [422, 'ROSDOMOFON_REJECTED'],
    [418, 'ROSDOMOFON_RESPONSE'],
  ])('%i', async (status, code) => {
    await fault('error', { status });
    await expect(read()).rejects.toMatchObject({ code, status });
  });
});

test('a list that is cut in the middle is an error, after the rows that came', async () => {
  await fault('half-answer', { method: 'GET', path: 'accounts' });
  let rows = 0;
  const reading = (async () => {
    for await (const _ of rosdomofon.accounts.list()) rows += 1;
  })();
  await expect(reading).rejects.toMatchObject({ retryable: true, unknownOutcome: false });
  expect(rows).toBeLessThan(50);
});
