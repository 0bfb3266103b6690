import { type Bitrix24Options, StalledCursorError } from '@domovoy/bitrix24-sdk';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Answered, type Handler, type Params, refusal, startPair } from './testing/test-portal.ts';

/** A list of contacts, read as the portal lets it be read. */
const listOfIds =
  (ids: readonly number[]): Handler =>
  ({ filter, order, start }) => {
    const [[field, from] = []] = Object.entries((filter ?? {}) as Params);
    expect(Number(start)).toBe(-1);
    const inOrder = ids.map((id) => ({ ID: String(id) }));
    if ((order as Params)['ID'] === 'DESC') return inOrder.slice(-50).toReversed();
    expect(order).toEqual({ ID: 'ASC' });
    // What is no number is 0, as in PHP.
    const behind = field === '>ID' ? Number.parseInt(String(from), 10) || 0 : 0;
    const first = ids.findIndex((id) => id > behind);
    return first < 0 ? [] : inOrder.slice(first, first + 50);
  };
/** With holes between all of its ids. */
const listOf = (count: number) => listOfIds(idsOf(count).map(Number));
const idsOf = (count: number) => Array.from({ length: count }, (_, at) => String((at + 1) * 3));
const noLimits: Partial<Bitrix24Options> = { limits: false };

test.each([0, 1, 49, 50, 51, 149, 150, 151, 7_777])('all rows of %i come once, in order', async (count) => {
  await using pair = await startPair({ 'crm.contact.list': listOf(count) }, noLimits);
  const rows = await pair.bitrix24.iterate('crm.contact.list').toArray();
  expect(rows.map(({ ID }) => ID)).toEqual(idsOf(count));
});

test('requests bring 1 page, then 4, then 50 each, and at the end not more than there are', async () => {
  await using pair = await startPair({ 'crm.contact.list': listOf(10_000) }, noLimits);
  await pair.bitrix24.iterate('crm.contact.list').toArray();
  const pages = pair.portal.received.map(
    ({ body }) => Object.keys((body['cmd'] as object) ?? { one: 1 }).length,
  );
  // Four pages and the question where the list ends.
  expect(pages).toEqual([1, 5, 50, 50, 50, 46]);
});

test('rows in an object are found, checked, and left out with a word about it', async () => {
  const rows = [
    { id: 1, name: 'a' },
    { id: 2, name: 5 },
    { id: 3, name: 'c' },
  ];
  await using pair = await startPair({ 'crm.item.list': () => ({ items: rows }) }, noLimits);
  const { bitrix24 } = pair;
  const command = {
    method: 'crm.item.list',
    params: { entityTypeId: 3, select: ['name'] },
    row: z.looseObject({ name: z.string() }),
  };
  await expect(bitrix24.iterate(command).toArray()).rejects.toMatchObject({
    code: 'BITRIX24_RESPONSE_INVALID',
  });
  const issues: unknown[] = [];
  const read = await bitrix24.iterate(command, { onIssue: (issue) => issues.push(issue) }).toArray();
  expect(read.map(({ name }) => name)).toEqual(['a', 'c']);
  expect(issues).toMatchObject([{ id: '2', issues: [{ field: 'name' }] }]);
  expect(pair.portal.received[0]?.body).toMatchObject({
    select: ['id', 'name'],
    filter: { '>id': '0' },
    order: { id: 'ASC' },
  });
});

test('it goes on behind an id', async () => {
  await using pair = await startPair({ 'crm.contact.list': listOf(500) }, noLimits);
  const rows = await pair.bitrix24.iterate('crm.contact.list', {}, { after: 1_200 }).toArray();
  expect(rows.map(({ ID }) => ID)).toEqual(idsOf(500).slice(400));
});

describe('a list that cannot be read by id is an error, not a loop', () => {
  test.each<[string, Handler]>([
    ['ignores the filter', () => idsOf(50).map((ID) => ({ ID }))],
    [
      'has another order',
      () =>
        idsOf(50)
          .toReversed()
          .map((ID) => ({ ID })),
    ],
    ['has no ids', () => idsOf(50).map((NAME) => ({ NAME }))],
  ])('one that %s', async (_, handler) => {
    await using pair = await startPair({ 'crm.contact.list': handler }, noLimits);
    await expect(pair.bitrix24.iterate('crm.contact.list').toArray()).rejects.toBeInstanceOf(
      StalledCursorError,
    );
    expect(pair.portal.received.length).toBeLessThanOrEqual(2);
  });
});

test('a page that fails on the way costs a request, no row', async () => {
  let calls = 0;
  const list = listOf(2_000);
  await using pair = await startPair(
    {
      'crm.contact.list': (params, name) => {
        calls += 1;
        return calls === 11 ? refusal(500, 'INTERNAL_SERVER_ERROR') : list(params, name);
      },
    },
    noLimits,
  );
  const rows = await pair.bitrix24.iterate('crm.contact.list').toArray();
  expect(rows.map(({ ID }) => ID)).toEqual(idsOf(2_000));
});

test('a request that is cut off is made shorter', async () => {
  await using pair = await startPair({ 'crm.contact.list': listOf(3_000) }, noLimits);
  pair.portal.before = ({ body }) =>
    Object.keys((body['cmd'] as object) ?? {}).length > 8 ? new Answered(504, '<html>') : undefined;
  const rows = await pair.bitrix24.iterate('crm.contact.list').toArray();
  expect(rows.map(({ ID }) => ID)).toEqual(idsOf(3_000));
});

describe('where ids have hardly any holes, the next request is under way while the answer of one is read', () => {
  const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

  test.each([
    ['none', numbers(1, 9_000)],
    ['one of fifty', numbers(1, 9_000).filter((id) => id % 50 !== 7)],
    ['a great one', [...numbers(1, 6_000), ...numbers(9_000, 14_000)]],
    ['many from the middle on', numbers(1, 20_000).filter((id) => id < 6_000 || id % 7 === 0)],
  ])('with holes: %s', async (_holes, ids) => {
    await using pair = await startPair({ 'crm.contact.list': listOfIds(ids) }, noLimits);
    const { portal } = pair;
    // Whoever waited for the third answer would wait for ever.
    portal.before = async () => {
      if (portal.received.length === 3) await expect.poll(() => portal.received.length).toBeGreaterThan(3);
      return undefined;
    };
    const rows = await pair.bitrix24.iterate('crm.contact.list').toArray();
    expect(rows.map(({ ID }) => Number(ID))).toEqual(ids);
    // The first two, and two that half of the answer was known of, at most.
    expect(portal.received.length).toBeLessThanOrEqual(Math.ceil(ids.length / 2_500) + 4);
  });

  test('and a page that fails before it takes no row with it', async () => {
    const ids = numbers(1, 9_000);
    const list = listOfIds(ids);
    let calls = 0;
    const failsNowAndThen: Handler = (params, name) => {
      calls += 1;
      return calls % 70 === 0 ? refusal(500, 'INTERNAL_SERVER_ERROR') : list(params, name);
    };
    await using pair = await startPair({ 'crm.contact.list': failsNowAndThen }, noLimits);
    const rows = await pair.bitrix24.iterate('crm.contact.list').toArray();
    expect(rows.map(({ ID }) => Number(ID))).toEqual(ids);
  });
});

test('whoever leaves the loop ends the request that is under way', async () => {
  const { promise: hung, resolve } = Promise.withResolvers<void>();
  await using pair = await startPair({ 'crm.contact.list': listOf(10_000) }, noLimits);
  pair.portal.before = async (_, response) => {
    if (pair.portal.received.length < 2) return undefined;
    response.on('close', resolve);
    await hung;
    return 'cut';
  };
  for await (const { ID } of pair.bitrix24.iterate('crm.contact.list'))
    if (ID === '60') {
      await expect.poll(() => pair.portal.received).toHaveLength(2);
      break;
    }
  // Without the end of the request, this would never be.
  await hung;
});

test('what is not by id is refused', async () => {
  await using pair = await startPair({ '*': () => [] }, noLimits);
  expect(() => pair.bitrix24.iterate('crm.contact.list', { order: { NAME: 'ASC' } })).toThrow(/order/);
  expect(() => pair.bitrix24.iterate('crm.contact.list', {}, { after: 'x' })).toThrow(/id/);
});
