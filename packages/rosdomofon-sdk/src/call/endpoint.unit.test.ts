import { expect, test } from 'vitest';
import { z } from 'zod';
import { ConfigurationError } from '../errors.ts';
import { buildRequest } from './endpoint.ts';

const endpoint = {
  operation: 'accounts.block',
  call: 'PUT /accounts/{accountNumber}/block' as const,
  params: z.strictObject({ accountNumber: z.string() }),
};

test('a parameter stays one part of the path, whatever is in it', () => {
  const path = (accountNumber: string) => buildRequest(endpoint, { accountNumber }).path;
  expect(path('12/3?x=1#y')).toBe('/accounts/12%2F3%3Fx%3D1%23y/block');
  expect(path('л/с 7')).toBe('/accounts/%D0%BB%2F%D1%81%207/block');
});

test.each(['', '.', '..'])('%j would lead to another call and is refused', (accountNumber) => {
  expect(() => buildRequest(endpoint, { accountNumber })).toThrow(ConfigurationError);
});

test('wrong parameters are named all at once, and their values are not', () => {
  const params = z.strictObject({ flatId: z.int(), serviceId: z.int() });
  const error = (() => {
    try {
      return buildRequest({ ...endpoint, params }, { flatId: 'secret', extra: 1 });
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toMatchObject({ code: 'ROSDOMOFON_CONFIGURATION', retryable: false });
  expect(String(error)).toMatch(/accounts\.block.*flatId.*serviceId.*extra/);
  expect(String(error)).not.toContain('secret');
});

test('what is not given is not in the query, and numbers and spaces are', () => {
  const request = buildRequest(
    {
      operation: 'entrances.list',
      call: 'GET /entrances',
      params: z.object({ address: z.string().optional() }),
      query: ({ address }) => ({ address, nothing: undefined }),
    },
    { address: 'Иваново, Ташкентская, 1' },
    { page: 0, size: undefined },
  );
  const { pathname, searchParams } = new URL(request.path, 'http://x');
  expect(pathname).toBe('/entrances');
  expect([...searchParams]).toEqual([
    ['address', 'Иваново, Ташкентская, 1'],
    ['page', '0'],
  ]);
});

test('values of a form are encoded: passwords have & and + in them', () => {
  const form = { password: 'a&b+c=d %' };
  const { body, contentType } = buildRequest(
    { operation: 'signIn', call: 'POST /token', params: z.object({}), form: () => form },
    {},
  );
  expect(contentType).toBe('application/x-www-form-urlencoded');
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual(form);
});

test('a method says whether the call may be repeated, unless the endpoint knows better', () => {
  const effectOf = (call: 'GET /x' | 'POST /x' | 'PUT /x' | 'PATCH /x' | 'DELETE /x') =>
    buildRequest({ operation: 'x', call, params: z.object({}) }, {}).effect;
  expect(effectOf('GET /x')).toBe('read');
  expect(effectOf('POST /x')).toBe('creation');
  for (const call of ['PUT /x', 'PATCH /x', 'DELETE /x'] as const) expect(effectOf(call)).toBe('repeatable');
  expect(
    buildRequest({ operation: 'x', call: 'POST /x', params: z.object({}), effect: 'read' }, {}).effect,
  ).toBe('read');
});
