import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createDomovoyClient } from './client.ts';
import { ApiError, isApiError, RefusedError } from './errors.ts';
import { newIdempotencyKey } from './new-idempotency-key.ts';
import type { Operation } from './operation.ts';
import { MarkReadDocument, SendMessageDocument, ViewerDocument } from './operations/operations.generated.ts';
import type { ClientOptions } from './options.ts';
import { payloadOf } from './payload-of.ts';
import { type ScriptedApi, type Step, startScriptedApi } from './testing/scripted-api.ts';

const VIEWER = { viewer: { company: { id: 'cmp_1', name: 'Demo', shortName: 'demo' }, permissions: [] } };
const fine: Step = { body: { data: VIEWER } };
const refusal = (code: string, more = {}) => ({
  errors: [{ message: `told: ${code}`, extensions: { code, requestId: 'r1', retryable: false, ...more } }],
});
const busy: Step = { status: 503, body: refusal('SERVICE_UNAVAILABLE', { retryable: true }) };
const sent: Step = { body: { data: { sendMessage: { __typename: 'SendMessagePayload', sent: {} } } } };
const send = (idempotencyKey: string) => ({
  input: { conversationId: 'cnv_1', text: 'hello', idempotencyKey },
});
const READ = { input: { conversationId: 'cnv_1', upToMessageId: 'msg_1' } };

const clientOf = ({ url }: ScriptedApi, more: Partial<ClientOptions> = {}) =>
  createDomovoyClient({ url, apiKey: 'dmv_test', retry: { firstPauseMs: 1, longestPauseMs: 1 }, ...more });
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('a query', () => {
  test.each([
    ['a connection that is cut', 'cut'],
    ['503', busy],
    ['a proxy that answers for the API', { status: 502, body: '<html>' }],
    ['429', { status: 429, body: refusal('THROTTLED'), headers: { 'retry-after': '0' } }],
  ] satisfies [string, Step][])('is asked again after %s', async (_name, step) => {
    await using api = await startScriptedApi(step, step, fine);
    expect(await clientOf(api).request(ViewerDocument, {})).toEqual(VIEWER);
    expect(api.received).toHaveLength(3);
    expect(api.received[0]?.authorization).toBe('Bearer dmv_test');
  });

  test('is asked so often and no more, and tells why at last', async () => {
    await using api = await startScriptedApi(busy);
    const error = await caught(clientOf(api).request(ViewerDocument, {}));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      status: 503,
      requestId: 'r1',
      retryable: true,
    });
    expect(api.received).toHaveLength(5);
  });

  test('is not asked again after a refusal that would come again', async () => {
    await using api = await startScriptedApi({ body: { data: null, ...refusal('FORBIDDEN') } });
    const error = await caught(clientOf(api).request(ViewerDocument, {}));
    expect([isApiError(error, 'FORBIDDEN'), isApiError(error, 'THROTTLED')]).toEqual([true, false]);
    expect(api.received).toHaveLength(1);
  });

  test('that is not answered ends in time, and at once when nobody wants it any more', async () => {
    await using api = await startScriptedApi('hang');
    const client = clientOf(api, { retry: { attempts: 2, firstPauseMs: 1 }, timeoutMs: 50 });
    expect(await caught(client.request(ViewerDocument, {}))).toMatchObject({
      code: 'TIMEOUT',
      unknownOutcome: false,
    });
    expect(api.received).toHaveLength(2);
    const leaving = new AbortController();
    const asked = caught(client.request(ViewerDocument, {}, { signal: leaving.signal, timeoutMs: 60_000 }));
    leaving.abort(new Error('left'));
    expect(await asked).toMatchObject({ message: 'left' });
  });

  test('asks for the key each time', async () => {
    await using api = await startScriptedApi(busy, fine);
    const keys = ['dmv_old', 'dmv_new'];
    await clientOf(api, { apiKey: async () => keys.shift() ?? '' }).request(ViewerDocument, {});
    expect(api.received.map(({ authorization }) => authorization)).toEqual([
      'Bearer dmv_old',
      'Bearer dmv_new',
    ]);
  });
});

describe('a mutation', () => {
  test('with an idempotency key is repeated with the same key', async () => {
    await using api = await startScriptedApi('cut', busy, sent);
    const input = send(newIdempotencyKey());
    await clientOf(api).request(SendMessageDocument, input);
    expect(api.received.map(({ variables }) => variables)).toEqual([input, input, input]);
  });

  test('without one is never repeated, and says that it may have been done', async () => {
    await using api = await startScriptedApi('cut', fine);
    const error = await caught(clientOf(api).request(MarkReadDocument, READ));
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', retryable: true, unknownOutcome: true });
    expect(api.received).toHaveLength(1);
  });

  test.each([
    [
      'written out, with the key as a variable',
      'mutation ($k: ID!) { a(input: { x: 1, idempotencyKey: $k }) }',
      2,
    ],
    ['written out whole', 'mutation { a(input: { idempotencyKey: "k" }) }', 2],
    ['with a key that is empty', 'mutation ($e: ID!) { a(input: { idempotencyKey: $e }) }', 1],
    [
      'of which one field has none',
      'mutation ($k: ID!) { a(input: { idempotencyKey: $k }) b(input: { x: 1 }) }',
      1,
    ],
    [
      'with a fragment at its root',
      'mutation { ...F } fragment F on Mutation { a(input: { idempotencyKey: "k" }) }',
      1,
    ],
  ])('%s is sent %i times', async (_name, text, times) => {
    await using api = await startScriptedApi('cut', fine);
    const operation = parse(text) as Operation<unknown, object>;
    await caught(clientOf(api).request(operation, { k: 'k', e: '' }));
    expect(api.received).toHaveLength(times);
  });

  test('gives its payload, or throws the refusal with its code', async () => {
    const moved = {
      __typename: 'ConversationMovedError',
      code: 'CONVERSATION_MOVED',
      message: 'Somebody wrote.',
    };
    await using api = await startScriptedApi(sent, { body: { data: { sendMessage: moved } } });
    const client = clientOf(api);
    const first = await client.request(SendMessageDocument, send('1'));
    expect(payloadOf(first.sendMessage)).toMatchObject({ __typename: 'SendMessagePayload' });
    const second = await client.request(SendMessageDocument, send('2'));
    const error = await caught((async () => payloadOf(second.sendMessage))());
    expect(error).toBeInstanceOf(RefusedError);
    expect(error).toMatchObject({ code: 'CONVERSATION_MOVED', message: 'Somebody wrote.', result: moved });
    expect(() => payloadOf({ __typename: 'StaleVersionError' })).toThrow(
      expect.objectContaining({ code: 'STALE_VERSION' }),
    );
  });
});
