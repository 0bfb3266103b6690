import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterEach, expect, test } from 'vitest';
import { CHANNELS } from './index.ts';
import { connectionLost, createFakeRosDomofon, status } from './testing/index.ts';

const told: [string, object][] = [];
const listener = (message: unknown, name: string | symbol) =>
  void told.push([String(name), message as object]);
const listen = () => Object.values(CHANNELS).forEach((name) => subscribe(name, listener));
afterEach(() => {
  for (const name of Object.values(CHANNELS)) unsubscribe(name, listener);
  told.length = 0;
});

test('every request is told from its start to its end, with its repeats and the sign-in', async () => {
  listen();
  const { client, answer } = createFakeRosDomofon();
  answer('accounts.block', status(503), connectionLost({ isSent: true }), '');
  await client.accounts.block({ accountNumber: '100-42' });
  const common = { operation: 'accounts.block', method: 'PUT' };
  expect(told).toMatchObject([
    ['rosdomofon:request:start', { operation: 'signIn', attempt: 1 }],
    ['rosdomofon:request:end', { operation: 'signIn', status: 200 }],
    ['rosdomofon:token', { grant: 'password', lifetimeMs: 3_600_000 }],
    ['rosdomofon:request:start', { ...common, attempt: 1 }],
    ['rosdomofon:request:end', { ...common, attempt: 1, status: 503, errorCode: 'ROSDOMOFON_SERVER' }],
    ['rosdomofon:request:retry', { ...common, attempt: 1, errorCode: 'ROSDOMOFON_SERVER' }],
    ['rosdomofon:request:start', { ...common, attempt: 2 }],
    ['rosdomofon:request:end', { ...common, attempt: 2, errorCode: 'ROSDOMOFON_CONNECTION' }],
    ['rosdomofon:request:retry', { ...common, attempt: 2, errorCode: 'ROSDOMOFON_CONNECTION' }],
    ['rosdomofon:request:start', { ...common, attempt: 3 }],
    ['rosdomofon:request:end', { ...common, attempt: 3, status: 200 }],
  ]);
  const ofTheCall = told.map(([, message]) => message).filter((message) => 'callId' in message);
  expect(new Set(ofTheCall.map(({ callId }) => callId)).size).toBe(2);
  expect(JSON.stringify(told)).not.toContain('100-42');
});

test('a stream ends when its rows do', async () => {
  const { client, answer } = createFakeRosDomofon();
  answer('accounts.list', [{ id: 1, owner: { id: 1 }, company: { id: 1 }, blocked: false }, 'bad']);
  await client.signIn();
  listen();
  await expect(client.accounts.list().toArray()).rejects.toThrow('row 1');
  expect(told).toMatchObject([
    ['rosdomofon:request:start', { operation: 'accounts.list' }],
    ['rosdomofon:request:end', { status: 200, errorCode: 'ROSDOMOFON_RESPONSE_INVALID' }],
  ]);
});

test('a sign-in that is refused is told', async () => {
  listen();
  const { client, answer } = createFakeRosDomofon();
  answer('signIn', status(400, { error: 'invalid_grant' }));
  await expect(client.signIn()).rejects.toThrow('password');
  expect(told.at(-1)).toMatchObject([
    'rosdomofon:token',
    { grant: 'password', errorCode: 'ROSDOMOFON_CREDENTIALS_REFUSED' },
  ]);
});
