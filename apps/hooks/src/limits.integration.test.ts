import { request } from 'node:http';
import { createLogger } from '@domovoy/service-kit';
import { openStore, type Store } from '@domovoy/store';
import { createProxy } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Answer,
  connectPortal,
  countRefusals,
  countRows,
  event,
  openWorld,
  post,
  type Served,
  serveHooks,
  statuses,
  TOKEN,
  times,
} from './testing/hooks-world.ts';

const HARDLY = 0.001;
/** Never within a test. */
const NEVER_MS = 2_000_000_000;

let databaseUrl: string;
let store: Store;
let companyId: bigint;
let integrationId: bigint;
beforeAll(async () => {
  ({ databaseUrl, store, companyId } = await openWorld());
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  integrationId = await connectPortal(store, companyId);
});

const hook = ({ url }: Served) => `${url}/bitrix24/${integrationId}`;
const rows = () => countRows(store, integrationId);
const refusedFor = (reason: string) => countRefusals(store, integrationId, reason);

const forged = event({}, { application_token: 'made-up' });

describe('the rate of an integration', () => {
  const two = async (shareEveryMs: number) => {
    const settings = { events: { points: 10, pointsPerSecond: HARDLY }, shareEveryMs };
    const elsewhere = openStore(databaseUrl, { applicationName: 'elsewhere' });
    const [one, other] = [await serveHooks(store, settings), await serveHooks(elsewhere, settings)];
    const close = async () => {
      await one[Symbol.asyncDispose]();
      await other[Symbol.asyncDispose]();
      await elsewhere[Symbol.asyncDispose]();
    };
    return { one, other, [Symbol.asyncDispose]: close };
  };

  test('is one, whichever process its portal reaches; another integration has its own', async () => {
    await using servers = await two(20);
    expect(statuses(await times(10, () => post(hook(servers.one), event())))).toEqual({ 200: 10 });
    const answers: Answer[] = [];
    const tryOther = async () => {
      answers.push(await post(hook(servers.other), event()));
      return answers.at(-1)?.status;
    };
    await expect.poll(tryOther, { interval: 30 }).toBe(429);
    expect(answers.length).toBeLessThan(10);
    integrationId = await connectPortal(store, companyId);
    expect((await post(hook(servers.other), event())).status).toBe(200);
  });

  test('control: of processes that tell each other nothing each takes all of it', async () => {
    await using servers = await two(NEVER_MS);
    for (const server of [servers.one, servers.other])
      expect(statuses(await times(11, () => post(hook(server), event())))).toEqual({ 200: 10, 429: 1 });
  });

  test('says when the next one is taken, and every refusal is counted, as many as there were', async () => {
    const server = await serveHooks(store, { events: { points: 10, pointsPerSecond: 0.1 } });
    const answers = await times(40, () => post(hook(server), event()));
    expect(statuses(answers)).toEqual({ 200: 10, 429: 30 });
    const refused = answers.filter(({ status }) => status === 429);
    expect(new Set(refused.map(({ retryAfter }) => retryAfter))).toEqual(new Set(['10']));
    expect(JSON.parse(refused[0]?.text ?? '')).toMatchObject({ code: 'THROTTLED', retryable: true });
    await server[Symbol.asyncDispose]();
    expect(await rows()).toBe(10);
    expect(await refusedFor('rate')).toBe(30n);
  });

  test('is taken again when that time is over', async () => {
    await using server = await serveHooks(store, { events: { points: 1, pointsPerSecond: 2 } });
    const [first, second] = [await post(hook(server), event()), await post(hook(server), event())];
    expect([first.status, second.status, second.retryAfter]).toEqual([200, 429, '1']);
    const again = async () => (await post(hook(server), event())).status;
    await expect.poll(again, { interval: 50 }).toBe(200);
  });

  test('an import at the portal does not use up what operators need; what they write is limited, too', async () => {
    const server = await serveHooks(store, { events: { points: 30, pointsPerSecond: HARDLY } });
    expect(statuses(await times(40, () => post(hook(server), event())))).toEqual({ 200: 28, 429: 12 });
    const messages = [{ im: { chat_id: '5', message_id: '9' }, message: { text: 'Да' } }];
    const word = event({
      event: 'ONIMCONNECTORMESSAGEADD',
      data: { CONNECTOR: 'domovoy', MESSAGES: messages },
    });
    expect(statuses(await times(4, () => post(hook(server), word)))).toEqual({ 200: 2, 429: 2 });
    await server[Symbol.asyncDispose]();
  });
});

describe('without the database', () => {
  test('a limit that cannot be shared is kept by each process alone, and refuses nobody for that', async () => {
    const lines: string[] = [];
    const logger = createLogger({ name: 'test', level: 'info' }, { write: (line) => void lines.push(line) });
    const events = { points: 10, pointsPerSecond: HARDLY };
    const server = await serveHooks(store, { events, shareEveryMs: 20, logger });
    const told = () => lines.filter((line) => line.includes('rate-not-shared'));
    await store.run('alter table budget_spendings rename to budget_spendings_away', []);
    try {
      expect(statuses(await times(5, () => post(hook(server), event())))).toEqual({ 200: 5 });
      await expect.poll(told).toHaveLength(1);
      expect(statuses(await times(8, () => post(hook(server), event())))).toEqual({ 200: 5, 429: 3 });
    } finally {
      await store.run('alter table budget_spendings_away rename to budget_spendings', []);
    }
    // It is told afterwards, once, and all of it.
    const spent = () =>
      store.run<{ points: number }>(
        'select round(points) as points from budget_spendings where caller = $1',
        [`hook:${integrationId}`],
      );
    await expect.poll(spent).toEqual([{ points: 10 }]);
    expect(told()).toHaveLength(1);
    await server[Symbol.asyncDispose]();
  });

  test('what could not be kept does not count: as soon as it is back the whole burst is taken', async () => {
    const at = new URL(databaseUrl);
    const proxy = await createProxy({ port: Number(at.port) });
    at.port = String(proxy.port);
    const behind = openStore(at.href, { applicationName: 'behind' });
    const server = await serveHooks(behind, { events: { points: 10, pointsPerSecond: HARDLY } });
    expect((await post(hook(server), event())).status).toBe(200);
    proxy.refuse(true);
    proxy.reset();
    // Each holds a place while it is tried; three rounds of nine would be 27 of the ten.
    const away: Answer[] = [];
    for (let round = 0; round < 3; round++) away.push(...(await times(9, () => post(hook(server), event()))));
    expect(statuses(away)).toEqual({ 503: 27 });
    expect(JSON.parse(away[0]?.text ?? '')).toMatchObject({ code: 'UNAVAILABLE', retryable: true });
    proxy.refuse(false);
    const again = async () => (await post(hook(server), event())).status;
    await expect.poll(again, { interval: 100 }).toBe(200);
    expect(statuses(await times(9, () => post(hook(server), event())))).toEqual({ 200: 8, 429: 1 });
    await server[Symbol.asyncDispose]();
    await behind[Symbol.asyncDispose]();
    await proxy.close();
  });
});

describe('a body that is too large', () => {
  const large = { ...event(), filler: 'x'.repeat(300_000) };

  test('is refused as that, however many came from there', async () => {
    await using server = await serveHooks(store);
    const { status, text } = await post(hook(server), large);
    expect([status, JSON.parse(text)]).toEqual([
      413,
      { code: 'TOO_LARGE', message: 'It is larger than any event.', retryable: false },
    ]);
    await times(150, () => post(hook(server), forged));
    expect((await post(hook(server), large)).status).toBe(413);
    expect(await rows()).toBe(0);
  });

  test('also when its length is not told', async () => {
    await using server = await serveHooks(store);
    const answered = Promise.withResolvers<number>();
    const sending = request(hook(server), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    sending.on('response', (response) => {
      response.resume();
      answered.resolve(response.statusCode ?? 0);
    });
    // The server hangs up on whoever goes on sending.
    sending.on('error', () => undefined);
    for (let n = 0; n < 10; n++) sending.write('x'.repeat(60_000));
    expect(await answered.promise).toBe(413);
    sending.destroy();
  });
});

test('nothing of what was sent is in the log, whatever becomes of it', async () => {
  const lines: string[] = [];
  const logger = createLogger({ name: 'test', level: 'debug' }, { write: (line) => void lines.push(line) });
  const events = { points: 1, pointsPerSecond: HARDLY };
  const server = await serveHooks(store, { trustedProxies: ['loopback'], logger, events });
  const from = '203.0.113.77';
  const secretive = (auth: Record<string, unknown> = {}) =>
    event({ data: { FIELDS: { ID: 'secret-id' } } }, { access_token: 'secret-access', ...auth });
  for (const body of [secretive(), secretive(), secretive({ application_token: 'secret-token' })])
    await post(hook(server), body, { from });
  await post(hook(server), 'secret-form', { from });
  await post(hook(server), `event=X&${'secret-'.repeat(50_000)}`, { from });
  await store.run('alter table inbox_events rename to inbox_events_away', []);
  try {
    integrationId = await connectPortal(store, companyId);
    expect((await post(hook(server), secretive(), { from })).status).toBe(503);
  } finally {
    await store.run('alter table inbox_events_away rename to inbox_events', []);
  }
  await server[Symbol.asyncDispose]();
  const log = lines.join('');
  // Control: there is a log, of refusals and of what failed.
  expect(log).toContain('hook-refused');
  expect(log).toContain('hook-failed');
  expect(log).not.toMatch(/secret-|203\.0\.113\.77/);
  expect(log).not.toContain(TOKEN);
});
