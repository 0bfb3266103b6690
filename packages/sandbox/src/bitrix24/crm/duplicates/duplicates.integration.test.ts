import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AnyJson, openTestPortal, type TestPortal } from '../../testing/test-portal.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
beforeEach(() => portal.context.reset());
afterAll(() => portal.close());

const addContact = (phone: string, fields: object = {}): Promise<number> =>
  portal.result('crm.contact.add', {
    fields: { ...fields, PHONE: [{ VALUE: phone, VALUE_TYPE: 'MOBILE' }] },
  });
const find = (values: string[], more: object = {}): Promise<AnyJson> =>
  portal.result('crm.duplicate.findbycomm', { type: 'PHONE', values, ...more });

describe('who has a phone', () => {
  test('nobody is [], not an empty map', async () => {
    expect(await find(['+79000000001'])).toEqual([]);
  });

  test('is asked for in every spelling: only punctuation and the extension do not count', async () => {
    const id = await addContact('+7 (900) 000-00-01 доб. 12');
    const found = { CONTACT: [id] };
    expect(await find(['+79000000001'])).toEqual(found);
    expect(await find(['+7 900 000 0001'])).toEqual(found);
    for (const spelling of ['79000000001', '89000000001', '9000000001'])
      expect(await find([spelling])).toEqual([]);
    expect(await find(['9000000001', '89000000001', '79000000001', '+79000000001'])).toEqual(found);
  });

  test('by kind; twenty of one kind leave no place for another', async () => {
    const lead = await portal.result('crm.lead.add', { fields: { PHONE: [{ VALUE: '+79000000001' }] } });
    const contacts: number[] = [];
    for (let n = 0; n < 22; n += 1) contacts.push(await addContact('+79000000001'));
    const company = await portal.result('crm.company.add', {
      fields: { PHONE: [{ VALUE: '+79000000001' }] },
    });
    expect(await find(['+79000000001'])).toEqual({ LEAD: [lead], CONTACT: contacts.slice(0, 19) });
    expect(await find(['+79000000001'], { entity_type: 'COMPANY' })).toEqual({ COMPANY: [company] });
  });

  test('only the first twenty values are looked at', async () => {
    const id = await addContact('+79000000001');
    const others = Array.from({ length: 20 }, (_, n) => `+7900000${1000 + n}`);
    expect(await find([...others, '+79000000001'])).toEqual([]);
    expect(await find([...others.slice(1), '+79000000001'])).toEqual({ CONTACT: [id] });
  });

  test('values have to be a list', async () => {
    const answer = await portal.call('crm.duplicate.findbycomm', { type: 'PHONE', values: '+79000000001' });
    expect(answer).toMatchObject({ status: 400, body: { error: '' } });
  });

  test('a phone that was changed is found by the new one alone', async () => {
    const id = await addContact('+79000000001');
    const { PHONE } = await portal.result('crm.contact.get', { id });
    await portal.result('crm.contact.update', {
      id,
      fields: { PHONE: [{ ID: PHONE[0].ID, VALUE: '+79000000002' }] },
    });
    expect([await find(['+79000000001']), await find(['+79000000002'])]).toEqual([[], { CONTACT: [id] }]);
  });
});

describe('a merge', () => {
  const merge = (entityIds: number[]) =>
    portal.result('crm.entity.mergeBatch', { params: { entityTypeId: 3, entityIds } });

  test('leaves the first, with the phones and deals of the others', async () => {
    const main = await addContact('+79000000001', { NAME: 'Иван', ORIGIN_ID: 'a' });
    const other = await addContact('+79000000002', { LAST_NAME: 'Петров', ORIGIN_ID: 'b' });
    const deal = await portal.result('crm.deal.add', { fields: { TITLE: 'x', CONTACT_IDS: [other] } });
    expect(await merge([main, other])).toEqual({ STATUS: 'SUCCESS', ENTITY_IDS: [other] });
    const merged = await portal.result('crm.contact.get', { id: main });
    expect(merged).toMatchObject({ NAME: 'Иван', LAST_NAME: 'Петров', ORIGIN_ID: 'a' });
    expect(merged.PHONE).toHaveLength(2);
    expect((await portal.call('crm.contact.get', { id: other })).status).toBe(400);
    expect(await portal.result('crm.deal.get', { id: deal })).toMatchObject({ CONTACT_ID: String(main) });
    expect(await find(['+79000000002'])).toEqual({ CONTACT: [main] });
  });

  test('of two with different names is a conflict, and nothing is done', async () => {
    const [one, two] = [
      await addContact('+79000000001', { NAME: 'Иван' }),
      await addContact('+79000000001', { NAME: 'Пётр' }),
    ];
    expect(await merge([one, two])).toEqual({ STATUS: 'CONFLICT', ENTITY_IDS: [] });
    expect(await find(['+79000000001'])).toEqual({ CONTACT: [one, two] });
  });
});
