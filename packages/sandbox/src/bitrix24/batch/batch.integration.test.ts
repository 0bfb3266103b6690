import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, openTestPortal, type TestPortal } from '../testing/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
beforeEach(() => portal.context.reset());
afterAll(() => portal.close());

const addContact = (name: string) => `crm.contact.add?fields[NAME]=${encodeURIComponent(name)}`;

describe('commands of a batch', () => {
  test('are a map or a list, and the sections are keyed as they are; empty ones are []', async () => {
    expect(await portal.batch({ a: 'server.time', b: 'profile' })).toMatchObject({
      result: { a: expect.any(String), b: { ID: '1' } },
      result_error: [],
      result_total: [],
      result_next: [],
      result_time: {
        a: { start: expect.any(Number), finish: expect.any(Number), date_start: expect.any(String) },
      },
    });
    const listed = await portal.batch(['server.time', 'profile']);
    expect(listed.result).toEqual([expect.any(String), expect.objectContaining({ ID: '1' })]);
    expect(listed.result_time).toHaveLength(2);
    expect((await portal.batch({ 1: 'profile' })).result).toHaveProperty('1.ID');
  });

  test('are refused above fifty, with nothing done', async () => {
    const cmd = Array.from({ length: 51 }, (_, n) => addContact(String(n)));
    expect(await portal.call('batch', { cmd })).toMatchObject({
      status: 400,
      body: { error: 'ERROR_BATCH_LENGTH_EXCEEDED' },
    });
    expect((await portal.call('crm.contact.list')).body.total).toBe(0);
  });

  test('may not be a batch', async () => {
    const { result_error } = await portal.batch({ a: 'batch?cmd[x]=profile' });
    expect(result_error).toMatchObject({ a: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED' } });
  });

  test.each([[0], ['0'], [false]])('go on behind a failure with halt %j', async (halt) => {
    const { result, result_error } = await portal.batch(
      { a: 'profile', b: 'nothing', c: 'profile' },
      { halt },
    );
    expect([Object.keys(result), Object.keys(result_error)]).toEqual([['a', 'c'], ['b']]);
    expect(result_error.b).toEqual({
      error: 'ERROR_METHOD_NOT_FOUND',
      error_description: 'Method not found!',
    });
  });

  test.each([[1], ['1'], [true]])(
    'stop at the first failure with halt %j: later ones are in no section',
    async (halt) => {
      const sections = await portal.batch({ a: 'profile', b: 'nothing', c: addContact('c') }, { halt });
      for (const section of Object.values(sections)) expect(section).not.toHaveProperty('c');
      expect((await portal.call('crm.contact.list')).body.total).toBe(0);
    },
  );

  test('come as a form too, and with whatever parameters nobody knows', async () => {
    const form = new URLSearchParams({
      halt: '0',
      'cmd[a]': `${addContact('Ф&Б')}&__order=7&`,
      'cmd[b]': 'crm.contact.Get.json?ID=$result[a]',
    });
    const { body } = await ask(`${portal.webhookUrl}batch.json`, { method: 'POST', body: form });
    expect(body.result.result.b).toMatchObject({ NAME: 'Ф&Б' });
  });
});

describe('a reference', () => {
  test.each(['$result[a]', '%24result%5Ba%5D'])('%s is what that command answered', async (reference) => {
    const { result } = await portal.batch({ a: addContact('Иван'), b: `crm.contact.get?id=${reference}` });
    expect(result.b).toMatchObject({ ID: String(result.a), NAME: 'Иван' });
  });

  test('goes into lists and maps, and stands inside of a text', async () => {
    const { result } = await portal.batch({
      a: 'crm.item.add?entityTypeId=3&fields[name]=Иван',
      b: 'crm.item.list?entityTypeId=3&start=-1',
      c: 'crm.item.add?entityTypeId=2&fields[title]=Для $result[a][item][id]&fields[contactIds][]=$result[b][items][0][id]',
    });
    const { id } = result.a.item;
    expect(result.c.item).toMatchObject({ title: `Для ${id}`, contactIds: [id] });
  });

  test('that leads nowhere is the text itself, and breaks nothing', async () => {
    const { result, result_error } = await portal.batch({
      a: 'crm.item.add?entityTypeId=3&fields[name]=$result[zzz][0][ID]',
      b: 'crm.item.list?entityTypeId=3&filter[>id]=$result[a][items][49][id]&start=-1',
      c: 'crm.contact.get?id=$result[d]',
    });
    expect(result.a.item.name).toBe('$result[zzz][0][ID]');
    // Text is 0 where a number is meant: the chain begins anew.
    expect(result.b.items).toHaveLength(1);
    expect(result_error).toHaveProperty('c');
  });

  test('chains pages past the last one', async () => {
    await portal.batch(
      Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`c${n}`, addContact(String(n))])),
    );
    await portal.batch(
      Object.fromEntries(Array.from({ length: 23 }, (_, n) => [`c${n}`, addContact(String(n))])),
    );
    const page = (after: string) =>
      `crm.contact.list?select[]=ID&order[ID]=ASC&start=-1&filter[%3EID]=${after}`;
    const cmd = Object.fromEntries(
      Array.from({ length: 5 }, (_, n) => [String(n + 1), page(n === 0 ? '0' : `$result[${n}][49][ID]`)]),
    );
    const { result } = await portal.batch(cmd);
    expect(Object.values(result).map((rows) => (rows as object[]).length)).toEqual([50, 23, 50, 23, 50]);
  });
});

describe('a list in a batch', () => {
  test('has its total and next under its key, and neither without a count', async () => {
    for (let round = 0; round < 2; round += 1)
      await portal.batch(Array.from({ length: 40 }, (_, n) => addContact(String(n))));
    const { result_total, result_next } = await portal.batch({
      counted: 'crm.item.list?entityTypeId=3',
      second: 'crm.item.list?entityTypeId=3&start=50',
      uncounted: 'crm.item.list?entityTypeId=3&start=-1',
    });
    expect(result_total).toEqual({ counted: 80, second: 80 });
    expect(result_next).toEqual({ counted: 50 });
  });
});
