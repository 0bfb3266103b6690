import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type EventReceiver, startEventReceiver } from '../../testing/event-receiver.ts';
import {
  CONNECTOR,
  connectToLine,
  LINE,
  visitorMessage as message,
  sendMessages,
} from '../../testing/open-lines-client.ts';
import { type PortalClient, portalApplication, portalWebhook } from '../../testing/portal-client.ts';
import type { AnyJson } from '../../testing/rosdomofon-client.ts';
import { openTestSandbox, type TestSandbox } from '../../testing/test-sandbox.ts';

const EVENTS = [
  'MESSAGEADD',
  'MESSAGEUPDATE',
  'MESSAGEDELETE',
  'DIALOGSTART',
  'DIALOGFINISH',
  'STATUSDELETE',
  'LINEDELETE',
];

let sandbox: TestSandbox;
let receiver: EventReceiver;
let webhook: PortalClient;
let application: Awaited<ReturnType<typeof portalApplication>>;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 10, bitrix24: { limits: 'off' } });
  receiver = await startEventReceiver();
  webhook = portalWebhook(sandbox);
  application = await portalApplication(sandbox);
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
  receiver.forget();
});
afterAll(async () => {
  await receiver[Symbol.asyncDispose]();
  await sandbox.close();
});

const control = async (call: string, body?: object): Promise<AnyJson> =>
  JSON.parse((await sandbox.call(call, body)).text);
const register = (more: object = {}) =>
  application.result('imconnector.register', {
    ID: CONNECTOR,
    NAME: 'РосДомофон',
    ICON: { DATA_IMAGE: 'data:image/svg+xml,<svg/>' },
    PLACEMENT_HANDLER: receiver.url,
    ...more,
  });
const activate = (ACTIVE = '1') => application.result('imconnector.activate', { CONNECTOR, LINE, ACTIVE });
const setUp = async (more: object = {}): Promise<void> => {
  await connectToLine(application, receiver.url, more);
  for (const event of EVENTS)
    await application.result('event.bind', { event: `ONIMCONNECTOR${event}`, handler: receiver.url });
};
const send = (...messages: object[]) => sendMessages(application, ...messages);
const sendOk = async (...messages: object[]): Promise<AnyJson[]> => {
  const { body } = await send(...messages);
  expect(body.result?.SUCCESS).toBe(true);
  return body.result.DATA.RESULT;
};
const chats = async (): Promise<AnyJson[]> => (await control('GET /bitrix24/chats')).chats;
const addContact = async (phone: string): Promise<number> => {
  const fm = [{ typeId: 'PHONE', valueType: 'MOBILE', value: phone }];
  return (await webhook.result('crm.item.add', { entityTypeId: 3, fields: { name: 'Иван', fm } })).item.id;
};
/** The forms of the events of this name, when so many have come. */
const eventsNamed = async (name: string, count = 1): Promise<Record<string, string>[]> => {
  const named = () => receiver.received.filter(({ form }) => form['event'] === name).map(({ form }) => form);
  await expect.poll(() => named().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
  return named();
};

describe('a connector', () => {
  test('is registered, listed, and refused within a 200 when something is missing', async () => {
    expect(await register()).toEqual({ result: true });
    expect(await register({ NAME: 'Другое имя' })).toEqual({ result: true });
    expect(await application.result('imconnector.list')).toMatchObject({ [CONNECTOR]: 'Другое имя' });
    expect(await register({ ID: '' })).toMatchObject({ result: false, error: 'CONNECTOR_ID_REQUIRED' });
    expect(await register({ ID: 'with.dot' })).toMatchObject({ result: false });
    expect(await register({ ICON: {} })).toMatchObject({ result: false, error: 'ICON_REQUIRED' });
    expect(await application.result('imconnector.unregister', { ID: CONNECTOR })).toEqual({ result: true });
    expect(await application.result('imconnector.list')).not.toHaveProperty(CONNECTOR);
    expect((await webhook.call('imconnector.list')).body.error).toBe('WRONG_AUTH_TYPE');
  });

  test('works at the line where it was switched on; asked without a line, it says that it does not', async () => {
    await register();
    const status = (params: object) => application.result('imconnector.status', { CONNECTOR, ...params });
    expect(await status({ LINE })).toMatchObject({ CONFIGURED: false, STATUS: false });
    expect(await activate()).toBe(true);
    const data = { ID: '1', URL: 'https://example.org', NAME: 'Домовой' };
    expect(await application.result('imconnector.connector.data.set', { CONNECTOR, LINE, DATA: data })).toBe(
      true,
    );
    expect(await status({ LINE })).toEqual({ LINE, CONNECTOR, ERROR: false, CONFIGURED: true, STATUS: true });
    expect(await status({})).toMatchObject({ LINE: 0, STATUS: false });
    await activate('0');
    expect(await status({ LINE })).toMatchObject({ STATUS: false });
  });

  test('cannot send before it is switched on, nor one that is not registered', async () => {
    expect((await send(message('m1', 'Привет'))).body.error).toBe('IMCONNECTOR_NO_CORRECT_PROVIDER');
    await register();
    expect(await send(message('m1', 'Привет'))).toMatchObject({
      status: 400,
      body: { error: 'NOT_ACTIVE_LINE' },
    });
    await activate();
    expect((await application.call('imconnector.send.messages', { CONNECTOR, LINE })).body.error).toBe(
      'ERROR_ARGUMENT',
    );
    await sendOk(message('m1', 'Привет'));
    await webhook.result('imopenlines.config.update', { CONFIG_ID: LINE, PARAMS: { ACTIVE: 'N' } });
    expect((await send(message('m2', 'Привет'))).body.error).toBe('NOT_ACTIVE_LINE');
  });
});

describe('what an abonent writes', () => {
  test('opens a chat with a session, and goes on in it', async () => {
    await setUp();
    const [first] = await sendOk(message('m1', 'Не открывается дверь'));
    expect(first).toEqual({
      user: expect.stringMatching(/^\d+$/),
      message: { id: 'm1', date: {}, text: 'Не открывается дверь', files: [] },
      chat: { id: 'abonent-42', name: expect.stringContaining('Иван Петров'), description: '' },
      extra: {},
      SUCCESS: true,
      session: { ID: expect.stringMatching(/^\d+$/), CHAT_ID: expect.stringMatching(/^\d+$/) },
    });
    const [second] = await sendOk(
      message('m2', '', { message: { files: [{ url: 'https://example.org/a.jpg', name: 'a.jpg' }] } }),
    );
    expect(second.session).toEqual(first.session);
    const [other] = await sendOk(
      message('m3', 'Я другой', { user: { id: 'abonent-43' }, chat: { id: 'abonent-43' } }),
    );
    expect(other.session.CHAT_ID).not.toBe(first.session.CHAT_ID);
    const [started] = await eventsNamed('ONIMCONNECTORDIALOGSTART', 2);
    expect(started).toMatchObject({
      eventId: expect.stringMatching(/^\d+$/),
      'data[CONNECTOR]': CONNECTOR,
      'data[LINE]': '1',
      'data[DATA][0][connector][user_id]': 'abonent-42',
      'data[DATA][0][session][id]': first.session.ID,
      'data[DATA][0][chat][id]': first.session.CHAT_ID,
    });
    expect((await chats())[0]).toMatchObject({
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
    await setUp();
    const results = await sendOk(
      message('m1', 'Да', wrong),
      message('m2', 'Тоже да', { user: { name: "Жан-Поль д'Арк" } }),
    );
    expect(results.map(({ SUCCESS }) => SUCCESS)).toEqual([false, true]);
    expect(results[0].ERRORS).toEqual([expect.any(String)]);
    expect((await chats()).flatMap(({ messages }) => messages.map(({ text }: AnyJson) => text))).toEqual([
      'Тоже да',
    ]);
  });

  test('is linked to the contact with that phone, however late the contact comes', async () => {
    await setUp();
    await sendOk(message('m1', 'Есть кто?'));
    expect((await chats())[0].contactId).toBeNull();
    const contactId = await addContact('+79000000042');
    const [{ session }] = await sendOk(message('m2', 'Алло'));
    const asked = { CRM_ENTITY_TYPE: 'contact', CRM_ENTITY: contactId };
    expect(await webhook.result('imopenlines.crm.chat.get', asked)).toEqual([
      { CHAT_ID: session.CHAT_ID, CONNECTOR_ID: CONNECTOR, CONNECTOR_TITLE: 'РосДомофон' },
    ]);
    const deal = await webhook.result('crm.item.add', {
      entityTypeId: 2,
      fields: { title: 'Д', contactIds: [contactId] },
    });
    const byDeal = { CRM_ENTITY_TYPE: 'deal', CRM_ENTITY: deal.item.id };
    expect(await webhook.result('imopenlines.crm.chat.get', byDeal)).toHaveLength(1);
    await webhook.result('imopenlines.crm.message.add', {
      ...asked,
      USER_ID: 3,
      CHAT_ID: session.CHAT_ID,
      MESSAGE: 'Едем',
    });
    const [event] = await eventsNamed('ONIMCONNECTORMESSAGEADD');
    expect(event).toMatchObject({ 'data[MESSAGES][0][message][user_id]': '3' });
  });

  test('is not linked when it shall not be, nor in a group chat', async () => {
    await setUp();
    await addContact('+79000000042');
    await sendOk(message('m1', 'Тихо', { message: { disable_crm: 'Y' } }));
    expect((await chats())[0].contactId).toBeNull();
    await register({ CHAT_GROUP: true });
    const [one] = await sendOk(message('m2', 'Вместе', { chat: { id: 'house-7' } }));
    const [two] = await sendOk(
      message('m3', 'Вместе', { user: { id: 'abonent-44' }, chat: { id: 'house-7' } }),
    );
    expect(two.session).toEqual(one.session);
    expect((await chats()).at(-1).contactId).toBeNull();
  });

  test('twice is there twice: nobody compares ids', async () => {
    await setUp();
    await sendOk(message('m1', 'Раз'));
    await sendOk(message('m1', 'Раз'));
    expect((await chats())[0].messages).toHaveLength(2);
  });

  test('can be changed and taken back', async () => {
    await setUp();
    await sendOk(message('m1', 'Првиет'), message('m2', 'Лишнее'));
    const change = async (method: string, id: string, text = '') =>
      (await application.result(method, { CONNECTOR, LINE, MESSAGES: [message(id, text)] })).DATA.RESULT[0]
        .SUCCESS;
    expect(await change('imconnector.update.messages', 'm1', 'Привет')).toBe(true);
    expect(await change('imconnector.delete.messages', 'm2')).toBe(true);
    expect(await change('imconnector.delete.messages', 'm9')).toBe(false);
    expect((await chats())[0].messages).toMatchObject([
      { text: 'Привет', isEdited: true, isDeleted: false },
      { text: 'Лишнее', isDeleted: true },
    ]);
  });
});

describe('the operator', () => {
  test('answers in BB-code with his name in front, and learns that it arrived', async () => {
    await setUp();
    const [{ session }] = await sendOk(message('m1', 'Не открывается дверь'));
    const { messageId } = await control('POST /bitrix24/operator/replies', {
      text: 'Едем.\nЖдите',
      files: [{ url: 'https://example.org/plan.png', name: 'plan.png' }],
    });
    const [event] = await eventsNamed('ONIMCONNECTORMESSAGEADD');
    expect(event).toMatchObject({
      'data[CONNECTOR]': CONNECTOR,
      'data[LINE]': '1',
      'data[MESSAGES][0][im][chat_id]': session.CHAT_ID,
      'data[MESSAGES][0][im][message_id]': String(messageId),
      'data[MESSAGES][0][message][user_id]': '2',
      'data[MESSAGES][0][message][text]': '[b]Олег Операторов:[/b] [br]Едем.[br]Ждите',
      'data[MESSAGES][0][message][files][0][name]': 'plan.png',
      'data[MESSAGES][0][chat][id]': 'abonent-42',
    });
    const im = { chat_id: session.CHAT_ID, message_id: messageId };
    const confirm = (id: unknown) =>
      application.result('imconnector.send.status.delivery', {
        CONNECTOR,
        LINE,
        MESSAGES: [{ im, message: { id, date: 1773265999 }, chat: { id: 'abonent-42' } }],
      });
    // A single id is not taken, and nobody says so.
    expect(await confirm('out-1')).toEqual({ SUCCESS: true, DATA: [] });
    expect((await chats())[0].messages[1]).toMatchObject({ isDelivered: false, externalIds: [] });
    await confirm(['out-1', 'out-2']);
    expect((await chats())[0].messages[1]).toMatchObject({
      isDelivered: true,
      externalIds: ['out-1', 'out-2'],
    });

    await control('POST /bitrix24/operator/replies', { messageId, text: 'Едем завтра' });
    await control(`DELETE /bitrix24/operator/replies?messageId=${messageId}`);
    const [edited] = await eventsNamed('ONIMCONNECTORMESSAGEUPDATE');
    expect(edited).toMatchObject({
      'data[MESSAGES][0][message][id][1]': 'out-2',
      'data[MESSAGES][0][message][text]': expect.stringContaining('Едем завтра'),
    });
    const [deleted] = await eventsNamed('ONIMCONNECTORMESSAGEDELETE');
    expect(deleted).toMatchObject({ 'data[MESSAGES][0][message][id]': 'out-1' });
  });

  test('signs nothing when the connector asks for it', async () => {
    await setUp({ NEED_SIGNATURE: false });
    await sendOk(message('m1', 'Привет'));
    await control('POST /bitrix24/operator/replies', { externalId: 'abonent-42', text: 'Здравствуйте' });
    const [event] = await eventsNamed('ONIMCONNECTORMESSAGEADD');
    expect(event?.['data[MESSAGES][0][message][text]']).toBe('Здравствуйте');
  });

  test('answers by himself after a while, every message once, with what he is told to say', async () => {
    await setUp();
    await control('POST /bitrix24/operator', { answersAfterMs: 50, texts: ['Услышал: {text}'] });
    await sendOk(message('m1', 'раз'), message('m2', 'два'));
    const events = await eventsNamed('ONIMCONNECTORMESSAGEADD', 2);
    expect(events.map((form) => form['data[MESSAGES][0][message][text]']?.split('[br]')[1])).toEqual([
      'Услышал: раз',
      'Услышал: два',
    ]);
    await control('POST /bitrix24/operator', { answersAfterMs: null });
    await sendOk(message('m3', 'три'));
    expect((await chats())[0].messages).toHaveLength(5);
  });

  test('ends a dialog, and the next message begins another session in the same chat', async () => {
    await setUp();
    const [first] = await sendOk(message('m1', 'Привет'));
    await control('POST /bitrix24/operator/finish');
    const [finished] = await eventsNamed('ONIMCONNECTORDIALOGFINISH');
    expect(finished).toMatchObject({
      'data[DATA][0][session][id]': first.session.ID,
      'data[DATA][0][session][closed]': 'Y',
    });
    const [second] = await sendOk(message('m2', 'Ещё вопрос'));
    expect(second.session.CHAT_ID).toBe(first.session.CHAT_ID);
    expect(second.session.ID).not.toBe(first.session.ID);
  });

  test('has no answers left behind a reset', async () => {
    await setUp();
    await control('POST /bitrix24/operator', { answersAfterMs: 100 });
    await sendOk(message('m1', 'Привет'));
    await sandbox.call('POST /reset');
    await setUp();
    await sendOk(message('m2', 'Снова'));
    await control('POST /bitrix24/operator', { answersAfterMs: 0 });
    await sendOk(message('m3', 'Ещё раз'));
    await eventsNamed('ONIMCONNECTORMESSAGEADD');
    expect((await chats())[0].messages.map(({ from }: AnyJson) => from)).toEqual([
      'visitor',
      'visitor',
      'operator',
    ]);
  });
});

describe('a line', () => {
  test('is listed, made and changed by a webhook, and its end is told', async () => {
    const [first] = await webhook.result('imopenlines.config.list.get', {
      PARAMS: { select: ['LINE_NAME'] },
    });
    expect(first).toEqual({ ID: '1', LINE_NAME: 'Открытая линия' });
    const id = await webhook.result('imopenlines.config.add', {
      PARAMS: { LINE_NAME: 'Домовой', CRM_CREATE: 'lead' },
    });
    await webhook.result('imopenlines.config.update', { CONFIG_ID: id, PARAMS: { LINE_NAME: 'Домовой 2' } });
    expect(await webhook.result('imopenlines.config.get', { CONFIG_ID: id })).toMatchObject({
      ID: String(id),
      LINE_NAME: 'Домовой 2',
      CRM_CREATE: 'lead',
    });
    const found = await webhook.result('imopenlines.config.list.get', {
      PARAMS: { filter: { LINE_NAME: 'Домовой 2' } },
    });
    expect(found).toHaveLength(1);
    await setUp();
    await control(`DELETE /bitrix24/open-lines?line=${LINE}&connector=${CONNECTOR}`);
    const [off] = await eventsNamed('ONIMCONNECTORSTATUSDELETE');
    expect(off).toMatchObject({ 'data[connector]': CONNECTOR, 'data[line]': '1' });
    expect((await send(message('m1', 'Привет'))).body.error).toBe('NOT_ACTIVE_LINE');
    await control(`DELETE /bitrix24/open-lines?line=${LINE}`);
    const [gone] = await eventsNamed('ONIMCONNECTORLINEDELETE');
    expect(gone).toMatchObject({ data: '1' });
  });
});

test('a chat has the name that the application gives it', async () => {
  await setUp();
  await sendOk(message('m1', 'Привет'));
  const wish = { CONNECTOR, LINE, CHAT_ID: 'abonent-42', USER_ID: 'abonent-42', NAME: 'Иван, кв. 12' };
  expect(await application.result('imconnector.chat.name.set', wish)).toEqual({
    SUCCESS: true,
    DATA: { RESULT: {} },
  });
  expect((await chats())[0].title).toBe('Иван, кв. 12');
});
