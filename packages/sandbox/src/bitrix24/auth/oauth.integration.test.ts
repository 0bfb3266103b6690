import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AnyJson, ask, openTestPortal, postJson, type TestPortal } from '../testing/test-portal.ts';

let clock: { ms: number };
let portal: TestPortal;
beforeEach(async () => {
  clock = { ms: Date.now() };
  portal = await openTestPortal({ now: () => clock.ms });
});
afterEach(() => portal.close());

const application = () => {
  const { clientId, clientSecret } = portal.context.credentials;
  return { client_id: clientId, client_secret: clientSecret };
};
const token = (form: Record<string, string>, more: Record<string, string> = application()) =>
  ask(`${portal.origin}/oauth/token/?${queryOf({ ...more, ...form })}`);

const queryOf = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

async function consent(query: Record<string, string> = {}): Promise<URL> {
  const params = queryOf({ client_id: application().client_id, state: 'x y', ...query });
  const response = await fetch(`${portal.origin}/oauth/authorize/?${params}`, { redirect: 'manual' });
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}
async function signedIn(): Promise<AnyJson> {
  const code = (await consent()).searchParams.get('code') ?? '';
  return (await token({ grant_type: 'authorization_code', code })).body;
}
const profile = (accessToken: string) => postJson(`${portal.origin}/rest/profile`, { auth: accessToken });

describe('an application', () => {
  test('is sent to its own address with a code, and gets tokens for it', async () => {
    const target = await consent({ redirect_uri: 'http://127.0.0.1:1/landed?a=1' });
    expect(`${target.origin}${target.pathname}`).toBe('http://127.0.0.1:1/landed');
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      a: '1',
      state: 'x y',
      member_id: portal.context.credentials.memberId,
      domain: new URL(portal.origin).host,
      scope: expect.stringContaining('crm'),
      server_domain: new URL(portal.origin).host,
      code: expect.any(String),
    });
    const tokens = await signedIn();
    expect(tokens).toMatchObject({
      client_endpoint: `${portal.origin}/rest/`,
      server_endpoint: `${portal.origin}/rest/`,
      expires_in: 3600,
      expires: Math.floor(clock.ms / 1000) + 3600,
      user_id: 1,
      status: 'L',
    });
  });

  test('calls with its token in the body, the query or a header', async () => {
    const { access_token: accessToken } = await signedIn();
    const url = `${portal.origin}/rest/app.info`;
    const bearer = { headers: { authorization: `Bearer ${accessToken}` } };
    for (const answer of [
      await postJson(url, { auth: accessToken }),
      await ask(`${url}.json?auth=${accessToken}`),
      await ask(url, bearer),
    ])
      expect(answer.body.result).toMatchObject({
        CODE: application().client_id,
        INSTALLED: true,
        LICENSE_FAMILY: 'pro',
      });
  });

  test('may use what webhooks may not', async () => {
    const { access_token: auth } = await signedIn();
    expect((await postJson(`${portal.origin}/rest/imconnector.list`, { auth })).status).toBe(200);
  });

  test('spends a code once, within thirty seconds, and with its secret', async () => {
    const spend = (code: string, more = application()) =>
      token({ grant_type: 'authorization_code', code }, more);
    const codeOf = (url: URL) => url.searchParams.get('code') ?? '';
    const code = codeOf(await consent());
    expect((await spend(code)).status).toBe(200);
    expect((await spend(code)).body.error).toBe('invalid_grant');
    const late = codeOf(await consent());
    clock.ms += 30_000;
    expect(await spend(late)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const other = { ...application(), client_secret: 'wrong' };
    expect(await spend(codeOf(await consent()), other)).toMatchObject({
      status: 401,
      body: { error: 'invalid_client' },
    });
  });
});

describe('a token', () => {
  const renew = (refreshToken: string) => token({ grant_type: 'refresh_token', refresh_token: refreshToken });

  test('expires, and is renewed with another refresh token; the old one is refused', async () => {
    const first = await signedIn();
    expect((await profile(first.access_token)).status).toBe(200);
    clock.ms += 3_600_000;
    expect(await profile(first.access_token)).toMatchObject({
      status: 401,
      body: { error: 'expired_token', error_description: 'The access token provided has expired.' },
    });
    const second = (await renew(first.refresh_token)).body;
    expect((await profile(second.access_token)).status).toBe(200);
    expect(await renew(first.refresh_token)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect((await renew(second.refresh_token)).status).toBe(200);
    expect(portal.context.usage.counts.refreshes).toBe(2);
  });

  test('is renewed by a form too', async () => {
    const { refresh_token: refreshToken } = await signedIn();
    const body = new URLSearchParams({
      ...application(),
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    expect((await ask(`${portal.origin}/oauth/token/`, { method: 'POST', body })).status).toBe(200);
  });

  test('lives as long as the portal is told', async () => {
    portal.context.behaviour.tokenLifetimeS = 5;
    const tokens = await signedIn();
    expect(tokens.expires_in).toBe(5);
    clock.ms += 4999;
    expect((await profile(tokens.access_token)).status).toBe(200);
    clock.ms += 1;
    expect((await profile(tokens.access_token)).body.error).toBe('expired_token');
  });

  test('dies with a refresh token that nobody used for 180 days', async () => {
    const tokens = await signedIn();
    clock.ms += 180 * 86_400_000;
    expect((await renew(tokens.refresh_token)).body.error).toBe('invalid_grant');
  });

  test('that was revoked is told apart from one that never was', async () => {
    const tokens = await signedIn();
    expect(portal.context.tokens.revoke(() => true)).toBe(1);
    expect(await profile(tokens.access_token)).toMatchObject({
      status: 401,
      body: { error: 'invalid_token' },
    });
    expect((await profile('never-was')).body.error).toBe('NO_AUTH_FOUND');
    expect((await renew(tokens.refresh_token)).body.error).toBe('invalid_grant');
  });

  test('stays good behind a reset', async () => {
    const tokens = await signedIn();
    portal.context.reset();
    expect((await profile(tokens.access_token)).status).toBe(200);
    expect((await renew(tokens.refresh_token)).status).toBe(200);
  });
});
