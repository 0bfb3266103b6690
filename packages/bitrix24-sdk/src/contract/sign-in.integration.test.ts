import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AuthenticationError,
  type Bitrix24Error,
  createBitrix24,
  createMemoryBucketStore,
  createMemoryTokenStore,
  exchangeCode,
  type OAuthTokens,
  oauthAuth,
  type TokenStore,
  webhookAuth,
} from '@domovoy/bitrix24-sdk';
import { describe, expect, test } from 'vitest';
import { createTokens } from '../auth/tokens.ts';
import { CLIENT, startOAuthPortal } from './testing/oauth-portal.ts';
import { Answered, refusal, startTestPortal } from './testing/test-portal.ts';

const connect = (tokens: TokenStore, more = {}) =>
  createBitrix24({
    auth: oauthAuth({ ...CLIENT, tokens }),
    bucketStore: createMemoryBucketStore(),
    retry: { baseDelayMs: 1 },
    ...more,
  });

test('the token goes in the body, and is not renewed while it is good', async () => {
  await using oauth = await startOAuthPortal();
  await using bitrix24 = connect(createMemoryTokenStore({ ...oauth.tokens, expiresAt: 0 }));
  expect(await bitrix24.call('profile', { a: 1 })).toBe('fine');
  await bitrix24.batch([{ method: 'profile' }]);
  expect(oauth.portal.received).toMatchObject([
    { url: '/rest/profile', body: { a: 1, auth: 'access-token-1' } },
    { url: '/rest/batch', body: { auth: 'access-token-1' } },
  ]);
  expect(oauth.counts.renewals).toBe(0);
});

test('of many calls whose token is refused one renews it, and all go through, writes too', async () => {
  await using oauth = await startOAuthPortal();
  const store = createMemoryTokenStore(oauth.tokens);
  await using bitrix24 = connect(store);
  oauth.expire();
  const calls = Array.from({ length: 20 }, () => bitrix24.call('crm.item.add'));
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['fine']));
  expect(oauth.counts).toEqual({ renewals: 1, reused: 0 });
  expect(await store.read()).toMatchObject({ refreshToken: 'refresh-token-2', userId: '1', scope: 'crm' });
});

test('new tokens are saved before anybody uses them', async () => {
  await using oauth = await startOAuthPortal();
  const kept = createMemoryTokenStore(oauth.tokens);
  const { promise: isDurable, resolve } = Promise.withResolvers<void>();
  let isSaving = false;
  const slow: TokenStore = {
    read: () => kept.read(),
    withLock: (work) =>
      kept.withLock((locked) =>
        work({
          read: () => locked.read(),
          async save(tokens: OAuthTokens) {
            isSaving = true;
            await isDurable;
            await locked.save(tokens);
          },
        }),
      ),
  };
  await using bitrix24 = connect(slow);
  oauth.expire();
  const call = bitrix24.call('profile');
  await expect.poll(() => isSaving).toBe(true);
  const other = bitrix24.call('profile');
  expect(oauth.portal.received.filter(({ body }) => body['auth'] === 'access-token-2')).toEqual([]);
  resolve();
  expect(await Promise.all([call, other])).toEqual(['fine', 'fine']);
});

test('a renamed portal is found at its new address by whoever reads its tokens next', async () => {
  await using oauth = await startOAuthPortal();
  await using renamed = await startTestPortal({ '*': () => 'fine' });
  const store = createMemoryTokenStore(oauth.tokens);
  await using bitrix24 = connect(store);
  oauth.portal.before = ({ url }) => new Answered(302, '', { location: `${renamed.url}${url}` });
  expect(await bitrix24.call('profile')).toBe('fine');
  const moved = { ...oauth.tokens, clientEndpoint: `${renamed.url}/rest/` };
  await expect.poll(() => store.read()).toEqual(moved);
  await using next = connect(store);
  expect(await next.call('profile')).toBe('fine');
  expect(await bitrix24.call('profile')).toBe('fine');
  expect(oauth.portal.received).toHaveLength(1);
  expect(renamed.received).toHaveLength(3);
});

test('the new address of a portal takes nothing back that was renewed meanwhile', async () => {
  await using oauth = await startOAuthPortal();
  const store = createMemoryTokenStore(oauth.tokens);
  const renewed: OAuthTokens = {
    ...oauth.tokens,
    accessToken: 'another',
    clientEndpoint: 'https://new.example/rest/',
  };
  const tokens = createTokens(store, () => Promise.reject(new Error('not asked for')));
  await tokens.current();
  await store.withLock((locked) => locked.save(renewed));
  await tokens.move({ from: new URL(oauth.tokens.clientEndpoint).origin, to: 'https://newer.example' });
  expect(await store.read()).toEqual(renewed);
  // A control: of those that were not renewed the address is another now, and nothing else.
  await store.withLock((locked) => locked.save(oauth.tokens));
  await tokens.move({ from: new URL(oauth.tokens.clientEndpoint).origin, to: 'https://newer.example' });
  expect(await store.read()).toEqual({ ...oauth.tokens, clientEndpoint: 'https://newer.example/rest/' });
});

describe('several processes', () => {
  test('renew once for each time that the token expires', async () => {
    await using oauth = await startOAuthPortal();
    const folder = mkdtempSync(join(tmpdir(), 'domovoy-bitrix24-sdk-'));
    const file = join(folder, 'tokens.json');
    writeFileSync(file, JSON.stringify(oauth.tokens));
    const workers = Array.from({ length: 3 }, () => startWorker(file));
    try {
      await Promise.all(workers.map((worker) => once(worker, 'message')));
      for (let expiries = 1; expiries <= 5; expiries++) {
        oauth.expire();
        await expect.poll(() => oauth.counts.renewals).toBe(expiries);
        const before = oauth.portal.run.length;
        await expect.poll(() => oauth.portal.run.length).toBeGreaterThan(before + 30);
      }
      const ended = workers.map((worker) => once(worker, 'message'));
      for (const worker of workers) worker.send('stop');
      for (const [result] of await Promise.all(ended))
        expect(result).toEqual({ calls: expect.toSatisfy((calls: number) => calls > 1) });
      expect(oauth.counts).toEqual({ renewals: 5, reused: 0 });
    } finally {
      for (const worker of workers) worker.kill('SIGKILL');
      rmSync(folder, { recursive: true });
    }
  });

  test('a control: without the lock they use up a refresh token twice', async () => {
    await using oauth = await startOAuthPortal();
    const kept = createMemoryTokenStore(oauth.tokens);
    const { promise: bothHaveRead, resolve } = Promise.withResolvers<void>();
    let readers = 0;
    const careless: TokenStore = {
      read: () => kept.read(),
      withLock: (work) =>
        work({
          async read() {
            const tokens = await kept.read();
            readers += 1;
            if (readers === 2) resolve();
            await bothHaveRead;
            return tokens;
          },
          save: (tokens) => kept.withLock((locked) => locked.save(tokens)),
        }),
    };
    await using one = connect(careless);
    await using other = connect(careless);
    oauth.expire();
    const settled = await Promise.allSettled([one.call('profile'), other.call('profile')]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(oauth.counts.reused).toBe(1);
  });
});

function startWorker(file: string): ChildProcess {
  const program = new URL('testing/oauth-worker.ts', import.meta.url);
  return fork(program, [file], {
    execArgv: ['--conditions=@domovoy/source'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

describe('tokens that cannot be renewed', () => {
  const failing = async (answer: Answered | undefined, auth = {}) => {
    await using oauth = await startOAuthPortal();
    const { before } = oauth.portal;
    oauth.portal.before = (request, response) =>
      request.url === '/oauth/token/' && answer ? answer : before?.(request, response);
    await using bitrix24 = createBitrix24({
      auth: oauthAuth({
        ...CLIENT,
        tokens: createMemoryTokenStore({ ...oauth.tokens, refreshToken: 'stale-refresh-token' }),
        ...auth,
      }),
      bucketStore: createMemoryBucketStore(),
    });
    oauth.expire();
    const error = (await bitrix24.call('profile').catch((thrown: unknown) => thrown)) as Bitrix24Error;
    return { error, asked: oauth.portal.received.filter(({ url }) => url === '/oauth/token/').length };
  };

  test('say whether the application has to be authorised anew, and show no secret', async () => {
    const { error, asked } = await failing(undefined);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ code: 'BITRIX24_REAUTHORISE', retryable: false, unknownOutcome: false });
    const all = JSON.stringify([error.message, error.stack, error.meta]);
    for (const secret of ['stale-refresh-token', 'access-token-1', CLIENT.clientSecret])
      expect(all).not.toContain(secret);
    expect(asked).toBe(1);
  });

  test.each([
    ['the secret is wrong', undefined, { clientSecret: 'another' }, 'BITRIX24_AUTHENTICATION', 1],
    ['the portal is gone', refusal(404, 'not found'), {}, 'BITRIX24_AUTHENTICATION', 1],
    ['it was not paid', refusal(400, 'PAYMENT_REQUIRED'), {}, 'BITRIX24_FORBIDDEN', 1],
    ['the server is out of order', new Answered(502, '<html>'), {}, 'BITRIX24_SERVER', 3],
    ['the answer is something else', new Answered(200, { hello: 1 }), {}, 'BITRIX24_RESPONSE_INVALID', 1],
  ])('because %s', async (_, answer, auth, code, times) => {
    const { error, asked } = await failing(answer, auth);
    expect(error).toMatchObject({ code, unknownOutcome: false });
    expect(asked).toBe(times);
  });

  test('a token that is refused again right after it was renewed ends the call: no loop', async () => {
    await using oauth = await startOAuthPortal();
    const { before } = oauth.portal;
    oauth.portal.before = (request, response) => {
      const answer = before?.(request, response);
      return request.url === '/oauth/token/' ? answer : refusal(401, 'invalid_token');
    };
    await using bitrix24 = connect(createMemoryTokenStore(oauth.tokens));
    await expect(bitrix24.call('profile')).rejects.toMatchObject({ code: 'BITRIX24_TOKEN_EXPIRED' });
    expect(oauth.counts.renewals).toBe(1);
  });

  test('a store without tokens says what to do', async () => {
    await using bitrix24 = connect(createMemoryTokenStore());
    await expect(bitrix24.call('profile')).rejects.toThrow(/exchangeCode/);
  });
});

test('a person who authorises anew puts an end to it, without a restart', async () => {
  await using oauth = await startOAuthPortal();
  const store = createMemoryTokenStore({ ...oauth.tokens, refreshToken: 'stale' });
  await using bitrix24 = connect(store);
  oauth.expire();
  await expect(bitrix24.call('profile')).rejects.toMatchObject({ code: 'BITRIX24_REAUTHORISE' });
  const tokens = await exchangeCode({ ...CLIENT, code: 'the-code', serverUrl: oauth.portal.url });
  await store.withLock((locked) => locked.save(tokens));
  expect(await bitrix24.call('profile')).toBe('fine');
});

test('the code of an authorisation becomes the first tokens', async () => {
  await using oauth = await startOAuthPortal();
  const tokens = await exchangeCode({ ...CLIENT, code: 'the-code', serverUrl: `${oauth.portal.url}/` });
  expect(tokens).toMatchObject({
    accessToken: 'access-token-2',
    memberId: 'member',
    clientEndpoint: `${oauth.portal.url}/rest/`,
  });
  expect(oauth.portal.received).toMatchObject([
    {
      url: '/oauth/token/',
      body: { grant_type: 'authorization_code', code: 'the-code', client_id: CLIENT.clientId },
    },
  ]);
  await expect(exchangeCode({ ...CLIENT, code: 'old', serverUrl: oauth.portal.url })).rejects.toMatchObject({
    code: 'BITRIX24_REAUTHORISE',
  });
});

test('secrets do not go over plain http to another machine', () => {
  expect(() => createBitrix24({ auth: webhookAuth('http://portal.example/rest/1/secretcode/') })).toThrow(
    /^(?!.*secretcode).*https/,
  );
  expect(() => webhookAuth('https://portal.example/rest/secretcode')).toThrow(/^(?!.*secretcode).*web hook/);
  createBitrix24({ auth: webhookAuth('http://sandbox:8080/rest/1/secretcode/'), allowPlainHttp: true });
});
