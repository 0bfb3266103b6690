import { request as send } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createTestPerson, postAuth, signedIn, type TestPerson } from '../../testing/person.ts';
import type { Tenant } from '../../testing/tenant.ts';

const ORIGIN = 'https://console.example.org';
const WHO =
  '{ viewer { actor role company { shortName } person { name sessions { id isCurrent company } } } }';

let api: TestApi;
let demo: Tenant;
let other: Tenant;
let anna: TestPerson;

beforeAll(async () => {
  api = await startApi({ shell: { origins: [ORIGIN] } });
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
  anna = await createTestPerson(api.store, demo.company.id, 'agent');
});
afterAll(() => api[Symbol.asyncDispose]());

const of = ({ email, password }: TestPerson) => ({ email, password });
const post = (path: string, body?: unknown, more?: Parameters<typeof postAuth>[3]) =>
  postAuth(api.url, path, body, more);
const refresh = (refreshToken: string | null) => post('refresh', {}, { refreshToken });
const signIn = (person = anna) => signedIn(api.url, person);
const isGood = async (accessToken: string) => (await api.query(accessToken, '{ __typename }')).status === 200;
/** As if so much time had passed since all refresh tokens were used. */
const usedEarlier = () =>
  api.store.run(`update refresh_tokens set used_at = used_at - interval '11 seconds'`, []);

describe('a person who signs in', () => {
  it('gets a token that is good for ten minutes, and a cookie that no script and no other site sees', async () => {
    const { body, cookie, status, headers } = await post('sign-in', of(anna));
    expect(status).toBe(200);
    const leftMs = Date.parse(body.expiresAt) - Date.now();
    expect(leftMs).toBeGreaterThan(590_000);
    expect(leftMs).toBeLessThanOrEqual(600_000);
    expect(cookie).toMatch(
      /^domovoy_refresh=dmr_[\w-]{43}; Max-Age=1209600; Path=\/auth; HttpOnly; SameSite=Strict$/i,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    const { data } = await api.query(body.accessToken, WHO);
    expect(data.viewer).toMatchObject({
      actor: anna.actor,
      role: 'AGENT',
      company: { shortName: 'demo' },
      person: { sessions: [{ isCurrent: true, company: 'demo' }] },
    });
  });

  it('elsewhere than on this machine gets a cookie for encrypted connections alone', async () => {
    // By Node itself: fetch sends the Host that the address says.
    const cookie = await new Promise<string>((resolve, reject) => {
      const headers = { host: 'api.example.org', 'content-type': 'application/json' };
      const { port } = new URL(api.url);
      const sent = send({ port, path: '/auth/refresh', method: 'POST', headers }, (response) => {
        response.resume();
        resolve(String(response.headers['set-cookie']));
      });
      sent.on('error', reject).end('{}');
    });
    expect(cookie).toContain('; Secure');
  });

  it('of an API at an https address gets such a cookie whatever Host a proxy sends', async () => {
    await using secure = await startApi({
      databaseUrl: api.databaseUrl,
      publicUrl: 'https://api.example.org',
    });
    const cookieOf = async (url: string) => (await postAuth(url, 'sign-in', of(anna))).cookie;
    // The Host is 127.0.0.1, as nginx sends it by itself.
    expect(await cookieOf(secure.url)).toContain('; Secure');
    await using plain = await startApi({ databaseUrl: api.databaseUrl, publicUrl: 'http://127.0.0.1:4000' });
    expect(await cookieOf(plain.url)).not.toContain('; Secure');
  });

  it('does so with any letters of the e-mail, and no other password', async () => {
    expect((await post('sign-in', { ...of(anna), email: ` ${anna.email.toUpperCase()}` })).status).toBe(200);
    const wrong = await post('sign-in', { ...of(anna), password: `${anna.password}x` });
    const nobody = await post('sign-in', { ...of(anna), email: 'nobody@example.org' });
    expect([wrong.status, wrong.code, wrong.body.errors[0].message]).toEqual([
      401,
      'SIGN_IN_REFUSED',
      nobody.body.errors[0].message,
    ]);
    expect([nobody.status, nobody.code, nobody.refreshToken]).toEqual([401, 'SIGN_IN_REFUSED', null]);
  });

  it('chooses one of their companies, and no other one', async () => {
    const boris = await createTestPerson(api.store, demo.company.id, 'viewer');
    await createTestPerson(api.store, other.company.id, 'manager', boris.email);
    const companyOf = async (token: string) =>
      (await api.query(token, '{ viewer { role company { shortName } } }')).data.viewer;
    const there = await signedIn(api.url, boris, { company: 'other' });
    expect(await companyOf(there.accessToken)).toEqual({ role: 'MANAGER', company: { shortName: 'other' } });
    // The one that was worked in last.
    expect((await companyOf((await signIn(boris)).accessToken)).company.shortName).toBe('other');
    expect((await post('sign-in', { ...of(boris), company: 'nowhere' })).code).toBe('SIGN_IN_REFUSED');
    expect((await post('sign-in', { ...of(anna), company: 'other' })).code).toBe('SIGN_IN_REFUSED');

    const switched = await post('company', { company: 'demo' }, there);
    expect(await companyOf(switched.body.accessToken)).toEqual({
      role: 'VIEWER',
      company: { shortName: 'demo' },
    });
    expect((await refresh(there.refreshToken)).code).toBe('SESSION_OVER');
    expect((await refresh(switched.refreshToken)).status).toBe(200);
    const stays = await signIn(boris);
    expect((await post('company', { company: 'nowhere' }, stays)).code).toBe('SIGN_IN_REFUSED');
    expect((await refresh(stays.refreshToken)).status).toBe(200);
  });
});

describe('a refresh token', () => {
  it('is good for once, and gives the next one', async () => {
    const first = await signIn();
    const second = await refresh(first.refreshToken);
    expect(second.status).toBe(200);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(await isGood(second.body.accessToken)).toBe(true);
    expect((await refresh(second.refreshToken)).status).toBe(200);
  });

  it('that comes again ends the session: the next ones are dead too, for whoever has them', async () => {
    const first = await signIn();
    const second = await refresh(first.refreshToken);
    const third = await refresh(second.refreshToken);
    await usedEarlier();
    expect(await refresh(first.refreshToken)).toMatchObject({
      status: 401,
      code: 'SESSION_OVER',
      refreshToken: '',
    });
    for (const { refreshToken } of [second, third])
      expect(await refresh(refreshToken)).toMatchObject({ status: 401, code: 'SESSION_OVER' });
    const [row] = await api.store.run<{ reason: string }>(
      'select end_reason as reason from sessions order by ended_at desc nulls last limit 1',
      [],
    );
    expect(row?.reason).toBe('reuse');
    // The control: without a token that came again the same chain goes on.
    const sound = await signIn();
    const next = await refresh(sound.refreshToken);
    await usedEarlier();
    expect((await refresh(next.refreshToken)).status).toBe(200);
  });

  it('of two tabs that ask at once gives both a token, and the next one to one of them', async () => {
    const first = await signIn();
    const answers = await Promise.all([1, 2, 3].map(() => refresh(first.refreshToken)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const next = answers.flatMap(({ refreshToken }) => (refreshToken === null ? [] : [refreshToken]));
    expect(next).toHaveLength(1);
    expect((await refresh(next[0] ?? null)).status).toBe(200);
  });

  it.each(['', 'nonsense', `dmr_${'a'.repeat(43)}`])('that is none (%s) opens nothing', async (token) => {
    expect((await refresh(token)).code).toBe('SESSION_OVER');
  });

  it('is nowhere in the database', async () => {
    const { refreshToken } = await signIn();
    const rows = await api.store.run<{ row: string }>('select t::text as row from refresh_tokens t', []);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some(({ row }) => row.includes(refreshToken))).toBe(false);
  });

  it('of a session that was not used for too long, or lives too long, is no good', async () => {
    const idle = await signIn();
    await api.store.run(`update sessions set expires_at = now() - interval '1 second'`, []);
    expect((await refresh(idle.refreshToken)).code).toBe('SESSION_OVER');
    const old = await signIn();
    await api.store.run(
      `update sessions set created_at = now() - interval '90 days' + interval '1 minute'`,
      [],
    );
    const last = await refresh(old.refreshToken);
    expect(last.status).toBe(200);
    const [row] = await api.store.run<{ left: number }>(
      `select max(extract(epoch from expires_at - now()))::int as left from sessions`,
      [],
    );
    expect(row?.left).toBeLessThanOrEqual(60);
  });
});

describe('what other sites can do', () => {
  it('is nothing: no other origin, no form, no question that is no JSON', async () => {
    const { refreshToken } = await signIn();
    const ask = (headers: Record<string, string>) => post('refresh', '{}', { refreshToken, headers });
    expect(await ask({ origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      code: 'ORIGIN_REFUSED',
    });
    expect(await ask({ origin: 'null' })).toMatchObject({ status: 403 });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'text/plain; application/json',
    ])
      expect(await ask({ 'content-type': type })).toMatchObject({ status: 415 });
    const allowed = await ask({ origin: ORIGIN });
    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(allowed.headers.get('access-control-allow-credentials')).toBe('true');
    const preflight = await fetch(new URL('/auth/refresh', api.url), {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    expect(preflight.status).toBe(403);
  });

  it('a body that makes no sense is refused before anything is looked up', async () => {
    for (const body of [
      '{',
      '[]',
      '{"email":1,"password":"x"}',
      '{"email":"a@b.org"}',
      JSON.stringify({ email: 'a@b.org', password: 'x'.repeat(1_001) }),
    ])
      expect(await post('sign-in', body)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    expect((await post('sign-in', { email: 'a', password: 'x'.repeat(20_000) })).status).toBe(413);
  });

  it('an access token is no API key’s way in: keys have no routes of people', async () => {
    expect(
      (await post('password', { password: 'x', newPassword: 'y'.repeat(12) }, { accessToken: demo.key }))
        .status,
    ).toBe(401);
    expect((await post('password', { password: 'x', newPassword: 'y'.repeat(12) })).status).toBe(401);
  });
});

it('an API without ENCRYPTION_KEY signs nobody in, and says so', async () => {
  await using bare = await startApi({ databaseUrl: api.databaseUrl, tokens: null });
  expect(await postAuth(bare.url, 'sign-in', of(anna))).toMatchObject({ status: 503, code: 'SIGN_IN_OFF' });
  expect((await bare.query(demo.key, '{ __typename }')).status).toBe(200);
});

it('no secret and no e-mail is logged, also when the database fails in the middle of it', async () => {
  const logged: string[] = [];
  await using loud = await startApi({ databaseUrl: api.databaseUrl, logged });
  const secrets = [anna.password, anna.email];
  const first = await signedIn(loud.url, anna);
  const second = await postAuth(loud.url, 'refresh', {}, first);
  await usedEarlier();
  expect((await postAuth(loud.url, 'refresh', {}, first)).code).toBe('SESSION_OVER');
  await postAuth(loud.url, 'sign-in', { email: anna.email, password: 'a wrong password' });
  secrets.push(first.accessToken, first.refreshToken, second.refreshToken ?? '', 'a wrong password');
  await api.store.run('alter table sessions rename to sessions_away', []);
  try {
    expect(await postAuth(loud.url, 'sign-in', of(anna))).toMatchObject({ status: 500, code: 'INTERNAL' });
  } finally {
    await api.store.run('alter table sessions_away rename to sessions', []);
  }
  const text = logged.join('');
  // The control: both are logged.
  expect(text).toContain('refresh-token-reused');
  expect(text).toContain('auth-failed');
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(text).not.toMatch(/dmr_|argon2id/);
});
