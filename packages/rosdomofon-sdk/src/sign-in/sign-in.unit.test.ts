import { describe, expect, test } from 'vitest';
import { assembleAbonent, checkAbonentOptions } from '../abonent-client.ts';
import { assemble, checkOptions } from '../client.ts';
import { AuthenticationError } from '../errors.ts';
import { createFakeTransport } from '../testing/fake-transport.ts';
import { createFakeRosDomofon, status } from '../testing/index.ts';
import type { AbonentTokens } from './abonent.ts';

const password = 'p&ss+w%rd';

/** A client whose sign-ins are answered too; the fake for users answers them by itself. */
function operator(...signIns: unknown[]) {
  const transport = createFakeTransport();
  let count = 0;
  const asked: unknown[] = [];
  transport.answer('signIn', (request: { body: unknown }) => {
    asked.push(request.body);
    const answer = signIns[Math.min(count, signIns.length - 1)];
    count += 1;
    return answer;
  });
  transport.answer('accounts.flats', []);
  const settings = checkOptions({ username: 'operator', password, retry: { baseDelayMs: 0 } });
  return { client: assemble(settings, transport), asked, transport };
}
const token = { access_token: 't', token_type: 'bearer', expires_in: 3600, scope: 'read' };

describe('an operator', () => {
  test('signs in with the first call, and once for all calls', async () => {
    const { client, asked } = operator(token);
    await Promise.all([client.accounts.flats({ accountId: 1 }), client.accounts.flats({ accountId: 2 })]);
    expect(asked).toEqual([{ grant_type: 'password', client_id: 'machine', username: 'operator', password }]);
  });

  test.each([
    ['400 invalid_grant', status(400, { error: 'invalid_grant', error_description: 'Bad credentials' })],
    ['401', status(401, { error: 'unauthorized' })],
  ])('with wrong credentials (%s) is told so, and not tried again', async (_, answer) => {
    const { client, asked, transport } = operator(answer, token);
    const error: unknown = await client.accounts.flats({ accountId: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ code: 'ROSDOMOFON_CREDENTIALS_REFUSED', retryable: false });
    expect(String(error)).toContain('user name or password');
    expect(asked).toHaveLength(1);
    expect(transport.requests).toHaveLength(0);
  });

  test('a 400 for another reason is no matter of credentials', async () => {
    const { client } = operator(status(400, { error: 'unsupported_grant_type' }));
    await expect(client.signIn()).rejects.toMatchObject({ code: 'ROSDOMOFON_REJECTED' });
  });

  test('a sign-in is repeated while the service is out of order', async () => {
    const { client, asked } = operator(status(503), status(429), token);
    await client.signIn();
    expect(asked).toHaveLength(3);
  });

  test.each([{ ...token, access_token: '' }, { ...token, expires_in: 'soon' }, { ok: true }, 'hello'])(
    'an answer that is no token is refused: %j',
    async (answer) => {
      const { client } = operator(answer);
      await expect(client.signIn()).rejects.toMatchObject({ code: 'ROSDOMOFON_RESPONSE_INVALID' });
    },
  );

  test('a token that is refused again right after it was issued ends the call: no loop', async () => {
    const { client, asked, transport } = operator(token);
    transport.answer('accounts.flats', status(401));
    const error: unknown = await client.accounts.flats({ accountId: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'ROSDOMOFON_AUTHENTICATION', status: 401 });
    expect(asked).toHaveLength(2);
    expect(transport.requests).toHaveLength(2);
  });

  test('a sign-in that hangs does not keep the call longer than it may', async () => {
    const { client } = operator(new Promise(() => {}));
    await expect(client.accounts.flats({ accountId: 1 }, { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'ROSDOMOFON_TIMEOUT',
      unknownOutcome: false,
    });
  });
});

test('the client for tests of users signs in by itself', async () => {
  const { client, requests, answer } = createFakeRosDomofon();
  answer('accounts.flats', []);
  await client.accounts.flats({ accountId: 1 });
  expect(requests.map(({ operation }) => operation)).toEqual(['accounts.flats']);
});

describe('an abonent', () => {
  function abonent(options: Parameters<typeof checkAbonentOptions>[0] = {}) {
    const transport = createFakeTransport();
    const kept: AbonentTokens[] = [];
    let time = 1_000_000;
    const onTokens = (tokens: AbonentTokens) => void kept.push(tokens);
    const settings = checkAbonentOptions({
      onTokens,
      now: () => time,
      retry: { baseDelayMs: 0 },
      ...options,
    });
    transport.answer('keys.list', []);
    const asked: unknown[] = [];
    for (const [operation, name] of [
      ['signIn.confirm', 'sms'],
      ['signIn.refresh', 'refreshed'],
    ] as const)
      transport.answer(operation, ({ body }: { body: unknown }) => {
        asked.push(body);
        return { ...token, access_token: name, refresh_token: `${name}-refresh` };
      });
    return {
      transport,
      kept,
      asked,
      client: assembleAbonent(settings, transport),
      pass: (ms: number) => (time += ms),
    };
  }
  const phone = '79000000001';

  test('signs in with a code, and the tokens are the caller’s to keep', async () => {
    const { client, kept, asked, transport } = abonent();
    transport.answer('signIn.requestCode', '');
    await client.signIn.requestCode({ phone });
    const tokens = await client.signIn.confirm({ phone, code: '1234' });
    await client.keys.list();
    expect(tokens).toEqual({ accessToken: 'sms', refreshToken: 'sms-refresh', expiresAt: 4_600_000 });
    expect(kept).toEqual([tokens]);
    expect(asked).toEqual([
      { grant_type: 'mobile', client_id: 'abonent', phone, sms_code: '1234', company: '' },
    ]);
    expect(transport.requests.map(({ path }) => path)).toEqual([
      `/abonents-service/api/v1/abonents/${phone}/sms`,
      '/abonents-service/api/v2/abonents/keys',
    ]);
  });

  test('stays signed in by the refresh token, and each new one is told', async () => {
    const { client, kept, asked, pass } = abonent();
    await client.signIn.confirm({ phone, code: '1234' });
    pass(3_600_000);
    await client.keys.list();
    pass(3_600_000);
    await client.keys.list();
    expect(asked.slice(1)).toEqual([
      { grant_type: 'refresh_token', client_id: 'abonent', refresh_token: 'sms-refresh' },
      { grant_type: 'refresh_token', client_id: 'abonent', refresh_token: 'refreshed-refresh' },
    ]);
    expect(kept).toHaveLength(3);
  });

  test('goes on with the tokens of an earlier client', async () => {
    const tokens = { accessToken: 'old', refreshToken: 'old-refresh', expiresAt: 1_500_000 };
    const { client, asked, pass } = abonent({ tokens });
    await client.keys.list();
    expect(asked).toEqual([]);
    pass(500_000);
    await client.keys.list();
    expect(asked).toMatchObject([{ refresh_token: 'old-refresh' }]);
  });

  test('with a wrong code is refused; with none is told what to do', async () => {
    const { client, transport } = abonent();
    await expect(client.keys.list()).rejects.toThrow(/signIn\.requestCode/);
    transport.answer('signIn.confirm', status(400, { error: 'invalid_grant' }));
    await expect(client.signIn.confirm({ phone, code: '0000' })).rejects.toMatchObject({
      code: 'ROSDOMOFON_CREDENTIALS_REFUSED',
    });
  });

  test('is asked to sign in anew when the refresh token is worth nothing', async () => {
    const tokens = { accessToken: 'old', refreshToken: 'old-refresh', expiresAt: 0 };
    const { client, transport } = abonent({ tokens });
    transport.answer('signIn.refresh', status(401, { error: 'invalid_token' }));
    await expect(client.keys.list()).rejects.toMatchObject({ code: 'ROSDOMOFON_CREDENTIALS_REFUSED' });
  });
});
