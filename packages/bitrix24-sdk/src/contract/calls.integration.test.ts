import { type AuthenticationError, ConfigurationError, PermissionError } from '@domovoy/bitrix24-sdk';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Answered, CODE, refusal, startPair } from './testing/test-portal.ts';

test('a call is a POST of JSON to the method, and its result comes back as it came', async () => {
  await using pair = await startPair({ 'crm.item.get': () => ({ item: { id: 7 } }) });
  expect(await pair.bitrix24.call('crm.item.get', { entityTypeId: 3, id: 7 })).toEqual({ item: { id: 7 } });
  expect(pair.portal.received).toMatchObject([
    { url: `/rest/1/${CODE}/crm.item.get`, body: { entityTypeId: 3, id: 7 } },
  ]);
});

test('a result is checked by the shape that the command names, and no value of it is quoted', async () => {
  await using pair = await startPair({ profile: () => ({ ID: '1', NAME: { secret: 'value' } }) });
  const command = { method: 'profile', answer: z.looseObject({ NAME: z.string() }) };
  const error: unknown = await pair.bitrix24.call(command).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    code: 'BITRIX24_RESPONSE_INVALID',
    issues: [{ field: 'NAME' }],
    unknownOutcome: false,
  });
  expect(JSON.stringify(error) + String(error)).not.toContain('value');
});

test('a page has its rows wherever they stand', async () => {
  const rows = [{ ID: '1' }, { ID: '2' }];
  await using pair = await startPair({
    'crm.contact.list': () => new Answered(200, { result: rows, total: '72', next: 50 }),
    'crm.item.list': () => new Answered(200, { result: { items: rows }, total: 2 }),
    'crm.status.list': () => [],
  });
  const { bitrix24 } = pair;
  expect(await bitrix24.list('crm.contact.list')).toEqual({ rows, total: 72, next: 50 });
  expect(await bitrix24.list('crm.item.list')).toEqual({ rows, total: 2, next: undefined });
  expect(await bitrix24.list('crm.status.list', {}, { start: -1 })).toEqual({
    rows: [],
    total: undefined,
    next: undefined,
  });
  expect(pair.portal.received.map(({ body }) => body['start'])).toEqual([0, 0, -1]);
});

test.each([
  [401, 'NO_AUTH_FOUND', 'BITRIX24_AUTHENTICATION'],
  [401, 'expired_token', 'BITRIX24_TOKEN_EXPIRED'],
  [403, 'insufficient_scope', 'BITRIX24_FORBIDDEN'],
  [400, 'ACCESS_DENIED', 'BITRIX24_FORBIDDEN'],
  [503, 'OVERLOAD_LIMIT', 'BITRIX24_BLOCKED'],
  [400, 'NOT_FOUND', 'BITRIX24_NOT_FOUND'],
  [404, 'ERROR_METHOD_NOT_FOUND', 'BITRIX24_API'],
  [400, 100, 'BITRIX24_API'],
  [400, 'Invalid parameters.', 'BITRIX24_API'],
  [400, 200_040_300_010, 'BITRIX24_API'],
])('%i with the error %j is %s, and asked once', async (status, apiCode, code) => {
  await using pair = await startPair({ '*': () => refusal(status, apiCode, 'The reason') });
  await expect(pair.bitrix24.call('crm.item.get', { id: 1 })).rejects.toMatchObject({
    code,
    status,
    apiCode: String(apiCode),
    reason: 'The reason',
    retryable: code === 'BITRIX24_TOKEN_EXPIRED',
    unknownOutcome: false,
  });
  expect(pair.portal.received).toHaveLength(1);
});

test.each([
  ['Access denied.', 'BITRIX24_FORBIDDEN'],
  ['Not found', 'BITRIX24_NOT_FOUND'],
  ["Parameter 'fields' must be array.", 'BITRIX24_API'],
])('a classic method has words for a code: %s', async (words, code) => {
  await using pair = await startPair({ '*': () => refusal(400, '', words) });
  await expect(pair.bitrix24.call('crm.contact.get', { id: 1 })).rejects.toMatchObject({ code, apiCode: '' });
});

test('an error inside a 200 is an error', async () => {
  await using pair = await startPair({ '*': () => new Answered(200, { error: 'WRONG_AUTH_TYPE' }) });
  await expect(pair.bitrix24.call('app.info')).rejects.toBeInstanceOf(PermissionError);
});

test('neither the code of the web hook nor a phone reaches an error, whatever the portal quotes', async () => {
  const quoting = `<html>/rest/1/${CODE}/crm.item.get of +79000000001 failed ${'x'.repeat(2_000)}</html>`;
  await using pair = await startPair({
    html: () => new Answered(502, quoting),
    json: () => refusal(401, 'NO_AUTH_FOUND', quoting),
  });
  for (const method of ['html', 'json']) {
    const error: unknown = await pair.bitrix24.call(method).catch((thrown: unknown) => thrown);
    const { message, stack, meta, reason } = error as AuthenticationError;
    const all = JSON.stringify([message, stack, meta, reason]);
    expect(all).toContain('[hidden]');
    expect(all).not.toContain(CODE);
    expect(all).not.toContain('79000000001');
    expect(Buffer.byteLength(reason ?? '')).toBeLessThanOrEqual(500);
  }
});

test('a page of HTML with 200 is told as such, with its beginning', async () => {
  await using pair = await startPair({ '*': () => new Answered(200, '<html>maintenance') });
  await expect(pair.bitrix24.call('crm.item.add', { fields: { title: 'x' } })).rejects.toMatchObject({
    code: 'BITRIX24_RESPONSE_INVALID',
    excerpt: '<html>maintenance',
    unknownOutcome: true,
  });
});

test('what is no method, and what is no JSON, is refused before anything is sent', async () => {
  await using pair = await startPair({ '*': () => 1 });
  await expect(pair.bitrix24.call('../../other')).rejects.toBeInstanceOf(ConfigurationError);
  await expect(pair.bitrix24.call('profile', { id: 1n })).rejects.toBeInstanceOf(ConfigurationError);
  expect(pair.portal.received).toHaveLength(0);
});
