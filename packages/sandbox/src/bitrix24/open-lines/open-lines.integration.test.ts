import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CONNECTOR, LINE, visitorMessage as message } from '../../testing/open-lines-client.ts';
import type { AnyJson } from '../../testing/rosdomofon-client.ts';
import { openTestLine, type TestLine } from '../../testing/test-open-line.ts';

let line: TestLine;
beforeAll(async () => {
  line = await openTestLine();
});
beforeEach(() => line.reset());
afterAll(() => line.close());

const addContact = async (phone: string): Promise<number> => {
  const fm = [{ typeId: 'PHONE', valueType: 'MOBILE', value: phone }];
  const { item } = await line.webhook.result('crm.item.add', {
    entityTypeId: 3,
    fields: { name: 'Иван', fm },
  });
  return item.id;
};

describe('a connector', () => {
  test('is registered, listed, and refused within a 200 when something is missing', async () => {
    expect(await line.register()).toEqual({ result: true });
    expect(await line.register({ NAME: 'Другое имя' })).toEqual({ result: true });
    expect(await line.application.result('imconnector.list')).toMatchObject({ [CONNECTOR]: 'Другое имя' });
    expect(await line.register({ ID: '' })).toMatchObject({ result: false, error: 'CONNECTOR_ID_REQUIRED' });
    expect(await line.register({ ID: 'with.dot' })).toMatchObject({ result: false });
    expect(await line.register({ ICON: {} })).toMatchObject({ result: false, error: 'ICON_REQUIRED' });
    expect(await line.application.result('imconnector.unregister', { ID: CONNECTOR })).toEqual({
      result: true,
    });
    expect(await line.application.result('imconnector.list')).not.toHaveProperty(CONNECTOR);
    expect((await line.webhook.call('imconnector.list')).body.error).toBe('WRONG_AUTH_TYPE');
  });

  test('works at the line where it was switched on; asked without a line, it says that it does not', async () => {
    await line.register();
    const status = (params: object) =>
      line.application.result('imconnector.status', { CONNECTOR, ...params });
    expect(await status({ LINE })).toMatchObject({ CONFIGURED: false, STATUS: false });
    expect(await line.activate()).toBe(true);
    const data = { ID: '1', URL: 'https://example.org', NAME: 'Домовой' };
    expect(
      await line.application.result('imconnector.connector.data.set', { CONNECTOR, LINE, DATA: data }),
    ).toBe(true);
    expect(await status({ LINE })).toEqual({ LINE, CONNECTOR, ERROR: false, CONFIGURED: true, STATUS: true });
    expect(await status({})).toMatchObject({ LINE: 0, STATUS: false });
    await line.activate('0');
    expect(await status({ LINE })).toMatchObject({ STATUS: false });
  });

  test('cannot send before it is switched on, nor one that is not registered', async () => {
    expect((await line.send(message('m1', 'Привет'))).body.error).toBe('IMCONNECTOR_NO_CORRECT_PROVIDER');
    await line.register();
    expect(await line.send(message('m1', 'Привет'))).toMatchObject({
      status: 400,
      body: { error: 'NOT_ACTIVE_LINE' },
    });
    await line.activate();
    expect((await line.application.call('imconnector.send.messages', { CONNECTOR, LINE })).body.error).toBe(
      'ERROR_ARGUMENT',
    );
    await line.sendOk(message('m1', 'Привет'));
    await line.webhook.result('imopenlines.config.update', { CONFIG_ID: LINE, PARAMS: { ACTIVE: 'N' } });
    expect((await line.send(message('m2', 'Привет'))).body.error).toBe('NOT_ACTIVE_LINE');
  });
});

describe('what an abonent writes', () => {
  test('opens a chat with a session, and goes on in it', async () => {
    await line.setUp();
    const [first] = await line.sendOk(message('m1', 'Не открывается дверь'));
    expect(first).toEqual({
      user: expect.stringMatching(/^\d+$/),
      message: { id: 'm1', date: {}, text: 'Не открывается дверь', files: [] },
      chat: { id: 'abonent-42', name: expect.stringContaining('Иван Петров'), description: '' },
      extra: {},
      SUCCESS: true,
      session: { ID: expect.stringMatching(/^\d+$/), CHAT_ID: expect.stringMatching(/^\d+$/) },
    });
    const [second] = await line.sendOk(
      message('m2', '', { message: { files: [{ url: 'https://example.org/a.jpg', name: 'a.jpg' }] } }),
    );
    expect(second.session).toEqual(first.session);
    const [other] = await line.sendOk(
      message('m3', 'Я другой', { user: { id: 'abonent-43' }, chat: { id: 'abonent-43' } }),
    );
    expect(other.session.CHAT_ID).not.toBe(first.session.CHAT_ID);
    const [started] = await line.eventsNamed('ONIMCONNECTORDIALOGSTART', 2);
    expect(started).toMatchObject({
      eventId: expect.stringMatching(/^\d+$/),
      'data[CONNECTOR]': CONNECTOR,
      'data[LINE]': '1',
      'data[DATA][0][connector][user_id]': 'abonent-42',
      'data[DATA][0][session][id]': first.session.ID,
      'data[DATA][0][chat][id]': first.session.CHAT_ID,
    });
    expect((await line.chats())[0]).toMatchObject({
      connector: CONNECTOR,
      visitor: { externalId: 'abonent-42', phone: '+79000000042' },
      messages: [{ text: 'Не открывается дверь' }, { files: [{ name: 'a.jpg' }] }],
    });
  });

  test.each([
    ['a flat in the name', { user: { name: 'Иван кв. 12' } }],
    ['a long last name', { user: { last_name: 'А'.repeat(26) } }],
    ['digits', { user: { name: 'Иван2' } }],
    ['no phone at all', { user: { phone: 'позвоните мне' } }],
    ['neither a text nor a file', { message: { text: '' } }],
    ['nobody', { user: { id: '' } }],
  ])('with %s is refused by itself, and the others of the call are not', async (_what, wrong) => {
    await line.setUp();
    const results = await line.sendOk(
      message('m1', 'Да', wrong),
      message('m2', 'Тоже да', { user: { name: "Жан-Поль д'Арк" } }),
    );
    expect(results.map(({ SUCCESS }) => SUCCESS)).toEqual([false, true]);
    expect(results[0].ERRORS).toEqual([expect.any(String)]);
    expect((await line.chats()).flatMap(({ messages }) => messages.map(({ text }: AnyJson) => text))).toEqual(
      ['Тоже да'],
    );
  });

  test('is linked to the contact with that phone, however late the contact comes', async () => {
    await line.setUp();
    await line.sendOk(message('m1', 'Есть кто?'));
    expect((await line.chats())[0].contactId).toBeNull();
    const contactId = await addContact('+79000000042');
    const [{ session }] = await line.sendOk(message('m2', 'Алло'));
    const asked = { CRM_ENTITY_TYPE: 'contact', CRM_ENTITY: contactId };
    expect(await line.webhook.result('imopenlines.crm.chat.get', asked)).toEqual([
      { CHAT_ID: session.CHAT_ID, CONNECTOR_ID: CONNECTOR, CONNECTOR_TITLE: 'РосДомофон' },
    ]);
    const deal = await line.webhook.result('crm.item.add', {
      entityTypeId: 2,
      fields: { title: 'Д', contactIds: [contactId] },
    });
    const byDeal = { CRM_ENTITY_TYPE: 'deal', CRM_ENTITY: deal.item.id };
    expect(await line.webhook.result('imopenlines.crm.chat.get', byDeal)).toHaveLength(1);
    await line.webhook.result('imopenlines.crm.message.add', {
      ...asked,
      USER_ID: 3,
      CHAT_ID: session.CHAT_ID,
      MESSAGE: 'Едем',
    });
    const [event] = await line.eventsNamed('ONIMCONNECTORMESSAGEADD');
    expect(event).toMatchObject({ 'data[MESSAGES][0][message][user_id]': '3' });
  });

  test('is linked anew when its contact was deleted', async () => {
    await line.setUp();
    const gone = await addContact('+79000000042');
    await line.sendOk(message('m1', 'Раз'));
    expect((await line.chats())[0].contactId).toBe(gone);
    await line.webhook.result('crm.item.delete', { entityTypeId: 3, id: gone });
    const successor = await addContact('+79000000042');
    await line.sendOk(message('m2', 'Два'));
    expect((await line.chats())[0].contactId).toBe(successor);
  });

  test('is waited for by who wants to see it', async () => {
    await line.setUp();
    const waiting = line.control('GET /bitrix24/chats?externalId=abonent-42&messages=2&waitMs=20000');
    await line.sendOk(message('m1', 'Раз'), message('m2', 'Два'));
    const { chats } = await waiting;
    expect(chats[0].messages.map(({ text }: AnyJson) => text)).toEqual(['Раз', 'Два']);
  });

  test('is not linked when it shall not be, nor in a group chat', async () => {
    await line.setUp();
    await addContact('+79000000042');
    await line.sendOk(message('m1', 'Тихо', { message: { disable_crm: 'Y' } }));
    expect((await line.chats())[0].contactId).toBeNull();
    await line.register({ CHAT_GROUP: true });
    const [one] = await line.sendOk(message('m2', 'Вместе', { chat: { id: 'house-7' } }));
    const [two] = await line.sendOk(
      message('m3', 'Вместе', { user: { id: 'abonent-44' }, chat: { id: 'house-7' } }),
    );
    expect(two.session).toEqual(one.session);
    expect((await line.chats()).at(-1).contactId).toBeNull();
  });

  test('twice is there twice: nobody compares ids', async () => {
    await line.setUp();
    await line.sendOk(message('m1', 'Раз'));
    await line.sendOk(message('m1', 'Раз'));
    expect((await line.chats())[0].messages).toHaveLength(2);
  });

  test('can be changed and taken back', async () => {
    await line.setUp();
    await line.sendOk(message('m1', 'Првиет'), message('m2', 'Лишнее'));
    const change = async (method: string, id: string, text = '') =>
      (await line.application.result(method, { CONNECTOR, LINE, MESSAGES: [message(id, text)] })).DATA
        .RESULT[0].SUCCESS;
    expect(await change('imconnector.update.messages', 'm1', 'Привет')).toBe(true);
    expect(await change('imconnector.delete.messages', 'm2')).toBe(true);
    expect(await change('imconnector.delete.messages', 'm9')).toBe(false);
    expect((await line.chats())[0].messages).toMatchObject([
      { text: 'Привет', isEdited: true, isDeleted: false },
      { text: 'Лишнее', isDeleted: true },
    ]);
  });
});

test('a chat has the name that the application gives it', async () => {
  await line.setUp();
  await line.sendOk(message('m1', 'Привет'));
  const wish = { CONNECTOR, LINE, CHAT_ID: 'abonent-42', USER_ID: 'abonent-42', NAME: 'Иван, кв. 12' };
  expect(await line.application.result('imconnector.chat.name.set', wish)).toEqual({
    SUCCESS: true,
    DATA: { RESULT: {} },
  });
  expect((await line.chats())[0].title).toBe('Иван, кв. 12');
});
