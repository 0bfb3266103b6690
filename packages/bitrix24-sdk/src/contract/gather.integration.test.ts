import { describe, expect, test } from 'vitest';
import { Answered, type Params, refusal, startPair, type TestPortal } from './testing/test-portal.ts';

const sizes = ({ received }: TestPortal) =>
  received.map(({ method, body }) => (method === 'batch' ? Object.keys(body['cmd'] as object).length : 1));
/** One request, and then one each 200 ms. */
const slow = { limits: { capacity: 1, perSecond: 5 }, gather: true };
const echo = ({ id }: Params) => ({ item: { id: Number(id) } });

test('a call for which there is room goes at once, by itself', async () => {
  await using pair = await startPair({ '*': echo }, { gather: true });
  await pair.bitrix24.call('crm.item.get', { id: 1 });
  await Promise.all([2, 3, 4].map((id) => pair.bitrix24.call('crm.item.get', { id })));
  expect(pair.portal.received.map(({ method }) => method)).toEqual([
    'crm.item.get',
    'crm.item.get',
    'crm.item.get',
    'crm.item.get',
  ]);
});

test('calls that wait go together, and each gets its own answer', async () => {
  await using pair = await startPair(
    {
      'crm.item.get': echo,
      'crm.item.list': () => new Answered(200, { result: { items: [{ id: 5 }] }, total: 1, next: 50 }),
    },
    slow,
  );
  const { bitrix24, portal } = pair;
  const calls = Array.from({ length: 60 }, (_, id) => bitrix24.call('crm.item.get', { id }));
  const page = bitrix24.list('crm.item.list', { entityTypeId: 3 });
  expect(await Promise.all(calls)).toEqual(Array.from({ length: 60 }, (_, id) => ({ item: { id } })));
  expect(await page).toEqual({ rows: [{ id: 5 }], total: 1, next: 50 });
  expect(sizes(portal)).toEqual([1, 50, 10]);
  expect(portal.received[1]?.body).toMatchObject({ halt: 0 });
});

test('an error is that of the one call', async () => {
  await using pair = await startPair(
    { 'crm.item.get': (params) => (params['id'] === '3' ? refusal(400, 'NOT_FOUND', 'gone') : echo(params)) },
    slow,
  );
  const settled = await Promise.allSettled(
    [1, 2, 3, 4].map((id) => pair.bitrix24.call('crm.item.get', { id })),
  );
  expect(settled).toMatchObject([
    { status: 'fulfilled' },
    { status: 'fulfilled' },
    { reason: { code: 'BITRIX24_NOT_FOUND', apiCode: 'NOT_FOUND', meta: { method: 'crm.item.get' } } },
    { status: 'fulfilled' },
  ]);
});

test('what a batch cannot carry goes by itself, and so does what does not want to', async () => {
  await using pair = await startPair({ '*': () => 1 }, slow);
  const { bitrix24, portal } = pair;
  await Promise.all([
    bitrix24.call('first'),
    bitrix24.call('with.null', { fields: { phone: null } }),
    bitrix24.call('with.reference', { text: '$result[c00][ID]' }),
    bitrix24.call('alone', {}, { gather: false }),
    bitrix24.call('one', { id: 1 }),
    bitrix24.call('other', { id: 2 }),
  ]);
  expect(portal.received.map(({ method }) => method)).toEqual([
    'first',
    'with.null',
    'with.reference',
    'alone',
    'batch',
  ]);
  expect(portal.received[1]?.body).toEqual({ fields: { phone: null } });
  expect(portal.received[2]?.body).toEqual({ text: '$result[c00][ID]' });
});

test('writes are so many as fit into the time of a request', async () => {
  await using pair = await startPair({ '*': () => 1 }, slow);
  await Promise.all(
    Array.from({ length: 60 }, () => pair.bitrix24.call('crm.item.add', { fields: { title: 'x' } })),
  );
  // 3 s each until there is experience: the first one says that it is 1 ms.
  expect(sizes(pair.portal)).toEqual([1, 50, 9]);
  await using heavy = await startPair(
    { '*': () => new Answered(200, { result: 1, time: { duration: 3.3 } }) },
    slow,
  );
  await Promise.all(
    Array.from({ length: 26 }, () => heavy.bitrix24.call('crm.item.add', { fields: { title: 'x' } })),
  );
  expect(sizes(heavy.portal)).toEqual([1, 12, 12, 1]);
});

test('a call goes along with no batch that takes longer than it may', async () => {
  await using pair = await startPair(
    { '*': () => new Answered(200, { result: 1, time: { duration: 1 } }) },
    { ...slow, longestBatchMs: 10_000 },
  );
  const { bitrix24, portal } = pair;
  await bitrix24.call('crm.item.add', { id: 0 });
  const patient = Array.from({ length: 12 }, (_, id) => bitrix24.call('crm.item.add', { id }));
  // 0.7 of the five seconds that these have left are three such calls.
  const pressed = Array.from({ length: 4 }, (_, id) =>
    bitrix24.call('crm.item.add', { id }, { timeoutMs: 5_000, lane: 'backfill' }),
  );
  await Promise.all([...patient, ...pressed]);
  expect(sizes(portal)).toEqual([1, 10, 3, 3]);
});

test('nothing long goes along with a chat', async () => {
  await using pair = await startPair(
    { '*': () => new Answered(200, { result: 1, time: { duration: 1 } }) },
    slow,
  );
  const { bitrix24, portal } = pair;
  await bitrix24.call('im.message.add', { text: 'x' });
  const backfill = Array.from({ length: 10 }, () =>
    bitrix24.call('crm.item.add', { id: 1 }, { lane: 'backfill' }),
  );
  const chat = Array.from({ length: 7 }, () =>
    bitrix24.call('im.message.add', { text: 'x' }, { lane: 'chat' }),
  );
  await Promise.all([...backfill, ...chat]);
  expect(sizes(portal)).toEqual([1, 5, 2, 10]);
});

describe('a batch that fails as a whole', () => {
  test('is repeated for reads only, and for writes the outcome is unknown', async () => {
    await using pair = await startPair({ '*': () => 'fine' }, slow);
    pair.portal.before = () => (pair.portal.received.length === 2 ? new Answered(502, '<html>') : undefined);
    const settled = await Promise.allSettled(
      ['first.get', 'one.add', 'one.get', 'two.add', 'two.get'].map((method) => pair.bitrix24.call(method)),
    );
    const unknown = { reason: { code: 'BITRIX24_SERVER', unknownOutcome: true } };
    const fine = { status: 'fulfilled', value: 'fine' };
    expect(settled).toMatchObject([fine, unknown, fine, unknown, fine]);
    expect(pair.portal.run).toEqual(['first.get', 'one.get', 'two.get']);
  });

  test('is repeated for all when it was refused', async () => {
    await using pair = await startPair({ '*': () => 'fine' }, slow);
    pair.portal.before = () =>
      pair.portal.received.length === 2 ? refusal(503, 'QUERY_LIMIT_EXCEEDED') : undefined;
    await Promise.all(['first.get', 'one.add', 'one.get'].map((method) => pair.bitrix24.call(method)));
    expect(sizes(pair.portal)).toEqual([1, 2, 2]);
    expect(pair.portal.run).toEqual(['first.get', 'one.add', 'one.get']);
  });
});

test('a call without an outcome in the batch is told so', async () => {
  await using pair = await startPair({ '*': () => 'fine', 'silent.add': () => undefined }, slow);
  const settled = await Promise.allSettled(
    ['first.get', 'silent.add', 'one.get'].map((method) => pair.bitrix24.call(method)),
  );
  expect(settled).toMatchObject([
    { status: 'fulfilled' },
    { reason: { unknownOutcome: true, meta: { method: 'silent.add' } } },
    { status: 'fulfilled' },
  ]);
});

test('a call that is given up while the batch runs takes nobody along', async () => {
  await using pair = await startPair({ '*': () => 'fine' }, slow);
  const { promise: answered, resolve } = Promise.withResolvers<undefined>();
  pair.portal.before = () => (pair.portal.received.length === 2 ? answered : undefined);
  const controller = new AbortController();
  const first = pair.bitrix24.call('first.get');
  const leaving = pair.bitrix24.call('leaving.add', {}, { signal: controller.signal });
  const staying = pair.bitrix24.call('staying.add');
  await expect.poll(() => pair.portal.received).toHaveLength(2);
  controller.abort();
  await expect(leaving).rejects.toMatchObject({ code: 'BITRIX24_ABORTED', unknownOutcome: true });
  resolve(undefined);
  expect(await Promise.all([first, staying])).toEqual(['fine', 'fine']);
});
