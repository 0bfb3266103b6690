import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AnyJson, openTestPortal, type TestPortal } from '../../testing/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
beforeEach(() => portal.context.reset());
afterAll(() => portal.close());

const add = (entityTypeId: number, fields: object) =>
  portal.result('crm.item.add', { entityTypeId, fields, useOriginalUfNames: 'Y' });
const list = async (entityTypeId: number, more: object): Promise<AnyJson[]> =>
  (await portal.result('crm.item.list', { entityTypeId, useOriginalUfNames: 'Y', ...more })).items;

describe('a list', () => {
  test('has pages of 50 with total and a numeric next, offsets, and neither with start -1', async () => {
    portal.context.state.commit({ contacts: { seed: 's', firstId: 1, firstFieldId: 1, count: 120 } });
    const page = (start: number) => portal.call('crm.item.list', { entityTypeId: 3, select: ['id'], start });
    const [first, third, uncounted] = [await page(0), await page(100), await page(-1)];
    expect(first.body).toMatchObject({ total: 120, next: 50 });
    expect([third.body.total, third.body.next, third.body.result.items.length]).toEqual([120, undefined, 20]);
    expect([uncounted.body.total, uncounted.body.next, uncounted.body.result.items.length]).toEqual([
      undefined,
      undefined,
      50,
    ]);
  });

  test('by id from an id on, in either direction, whatever case the order is written in', async () => {
    portal.context.state.commit({ contacts: { seed: 's', firstId: 1, firstFieldId: 1, count: 120 } });
    const ids = async (more: object) =>
      (await list(3, { select: ['id'], start: -1, ...more })).map(({ id }) => id);
    expect(await ids({ filter: { '>id': 118 } })).toEqual([119, 120]);
    expect(await ids({ filter: { '<ID': 3 }, order: { ID: 'DESC' } })).toEqual([2, 1]);
    expect((await ids({ filter: { '>=id': 10, '<=id': 60 } })).length).toBe(50);
    expect(await ids({ filter: { '@id': [7, 5, 999] } })).toEqual([5, 7]);
    expect(await ids({ filter: { '>id': 200 } })).toEqual([]);
    expect(await ids({ filter: { '<id': 10, '>id': 20 } })).toEqual([]);
  });

  test('finds by the marks that were planted', async () => {
    portal.context.state.commit({ contacts: { seed: 's', firstId: 1, firstFieldId: 1, count: 5000 } });
    const rows = await list(3, {
      filter: { '=originatorId': 's', '@originId': ['s-7', 's-4999', 'none'] },
      select: ['id', 'originId'],
      start: -1,
    });
    expect(rows).toEqual([
      { id: 8, originId: 's-7' },
      { id: 5000, originId: 's-4999' },
    ]);
    expect(await list(3, { filter: { '=originatorId': 'other', '=originId': 's-7' } })).toEqual([]);
  });

  test.each([
    [{ name: 'Иван' }, ['a', 'b']],
    [{ '=name': 'иван' }, ['a', 'b']],
    [{ '!name': 'Иван' }, ['c', 'd']],
    [{ '!=name': 'Иван' }, ['c', 'd']],
    [{ '%name': 'ёт' }, ['c']],
    [{ '!%name': 'ёт' }, ['a', 'b', 'd']],
    [{ '=%name': 'И%' }, ['a', 'b']],
    [{ '%=name': '%н' }, ['a', 'b']],
    [{ '!=%name': 'И%' }, ['c', 'd']],
    [{ '@name': ['Пётр', 'Иван'] }, ['a', 'b', 'c']],
    [{ name: ['Пётр'] }, ['c']],
    [{ '!@name': ['Пётр', 'Иван'] }, ['d']],
    [{ name: '' }, ['d']],
    [{ '!name': '' }, ['a', 'b', 'c']],
    [{ '>assignedById': 1 }, ['b']],
    [{ '>=birthdate': '2000-01-01' }, ['b', 'c']],
    [{ '<birthdate': '2000-01-01' }, ['a']],
    [{ opened: 'Y' }, ['c']],
    [{ name: 'Иван', assignedById: 2 }, ['b']],
    [{ 0: { logic: 'OR', 0: { name: 'Пётр' }, 1: { assignedById: 2 } } }, ['b', 'c']],
    [{ name: 'Иван', 0: { logic: 'OR', 0: { assignedById: 2 }, 1: { opened: 'Y' } } }, ['b']],
    [{ logic: 'OR', name: 'Пётр', assignedById: 2 }, ['b', 'c']],
    [{ '%post': '%' }, []],
  ])('filtered by %j', async (filter, expected) => {
    await add(3, { post: 'a', name: 'Иван', birthdate: '1990-05-05' });
    await add(3, { post: 'b', name: 'Иван', birthdate: '2001-05-05', assignedById: 2 });
    await add(3, { post: 'c', name: 'Пётр', birthdate: '2000-01-01', opened: 'Y' });
    await add(3, { post: 'd' });
    expect((await list(3, { filter, select: ['post'] })).map(({ post }) => post)).toEqual(expected);
  });

  test('sorted by anything, nothing first', async () => {
    for (const opportunity of [30, 4, 200]) await add(2, { title: String(opportunity), opportunity });
    const titles = async (order: object) =>
      (await list(2, { order, select: ['title'] })).map(({ title }) => title);
    expect(await titles({ opportunity: 'asc' })).toEqual(['4', '30', '200']);
    expect(await titles({ opportunity: 'DESC' })).toEqual(['200', '30', '4']);
    expect(await titles({ title: 'ASC' })).toEqual(['200', '30', '4']);
  });

  test('refuses a name in a filter that nobody knows', async () => {
    expect(
      await portal.call('crm.item.list', { entityTypeId: 3, filter: { '=UF_CRM_NONE': 1 } }),
    ).toMatchObject({
      status: 400,
      body: { error: 'INVALID_ARG_VALUE' },
    });
  });
});
