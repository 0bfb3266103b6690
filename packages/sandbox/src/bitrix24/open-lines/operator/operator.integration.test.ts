import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CONNECTOR, LINE, visitorMessage as message } from '../../../testing/open-lines-client.ts';
import type { AnyJson } from '../../../testing/rosdomofon-client.ts';
import { openTestLine, type TestLine } from '../../../testing/test-open-line.ts';

let line: TestLine;
beforeAll(async () => {
  line = await openTestLine();
});
beforeEach(() => line.reset());
afterAll(() => line.close());

describe('the operator', () => {
  test('answers in BB-code with his name in front, and learns that it arrived', async () => {
    await line.setUp();
    const [{ session }] = await line.sendOk(message('m1', 'Не открывается дверь'));
    const { messageId } = await line.control('POST /bitrix24/operator/replies', {
      text: 'Едем.\nЖдите',
      files: [{ url: 'https://example.org/plan.png', name: 'plan.png' }],
    });
    const [event] = await line.eventsNamed('ONIMCONNECTORMESSAGEADD');
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
      line.application.result('imconnector.send.status.delivery', {
        CONNECTOR,
        LINE,
        MESSAGES: [{ im, message: { id, date: 1773265999 }, chat: { id: 'abonent-42' } }],
      });
    // A single id is not taken, and nobody says so.
    expect(await confirm('out-1')).toEqual({ SUCCESS: true, DATA: [] });
    expect((await line.chats())[0].messages[1]).toMatchObject({ isDelivered: false, externalIds: [] });
    await confirm(['out-1', 'out-2']);
    expect((await line.chats())[0].messages[1]).toMatchObject({
      isDelivered: true,
      externalIds: ['out-1', 'out-2'],
    });

    await line.control('POST /bitrix24/operator/replies', { messageId, text: 'Едем завтра' });
    await line.control(`DELETE /bitrix24/operator/replies?messageId=${messageId}`);
    const [edited] = await line.eventsNamed('ONIMCONNECTORMESSAGEUPDATE');
    expect(edited).toMatchObject({
      'data[MESSAGES][0][message][id][1]': 'out-2',
      'data[MESSAGES][0][message][text]': expect.stringContaining('Едем завтра'),
    });
    const [deleted] = await line.eventsNamed('ONIMCONNECTORMESSAGEDELETE');
    expect(deleted).toMatchObject({ 'data[MESSAGES][0][message][id]': 'out-1' });
  });

  test('signs nothing when the connector asks for it', async () => {
    await line.setUp({ NEED_SIGNATURE: false });
    await line.sendOk(message('m1', 'Привет'));
    await line.control('POST /bitrix24/operator/replies', { externalId: 'abonent-42', text: 'Здравствуйте' });
    const [event] = await line.eventsNamed('ONIMCONNECTORMESSAGEADD');
    expect(event?.['data[MESSAGES][0][message][text]']).toBe('Здравствуйте');
  });

  test('answers by himself after a while, every message once, with what he is told to say', async () => {
    await line.setUp();
    await line.control('POST /bitrix24/operator', { answersAfterMs: 50, texts: ['Услышал: {text}'] });
    await line.sendOk(message('m1', 'раз'), message('m2', 'два'));
    const events = await line.eventsNamed('ONIMCONNECTORMESSAGEADD', 2);
    expect(events.map((form) => form['data[MESSAGES][0][message][text]']?.split('[br]')[1])).toEqual([
      'Услышал: раз',
      'Услышал: два',
    ]);
    await line.control('POST /bitrix24/operator', { answersAfterMs: null });
    await line.sendOk(message('m3', 'три'));
    expect((await line.chats())[0].messages).toHaveLength(5);
  });

  test('ends a dialog, and the next message begins another session in the same chat', async () => {
    await line.setUp();
    const [first] = await line.sendOk(message('m1', 'Привет'));
    await line.control('POST /bitrix24/operator/finish');
    const [finished] = await line.eventsNamed('ONIMCONNECTORDIALOGFINISH');
    expect(finished).toMatchObject({
      'data[DATA][0][session][id]': first.session.ID,
      'data[DATA][0][session][closed]': 'Y',
    });
    const [second] = await line.sendOk(message('m2', 'Ещё вопрос'));
    expect(second.session.CHAT_ID).toBe(first.session.CHAT_ID);
    expect(second.session.ID).not.toBe(first.session.ID);
  });

  test('has no answers left behind a reset', async () => {
    await line.setUp();
    await line.control('POST /bitrix24/operator', { answersAfterMs: 100 });
    await line.sendOk(message('m1', 'Привет'));
    await line.reset();
    await line.setUp();
    await line.sendOk(message('m2', 'Снова'));
    await line.control('POST /bitrix24/operator', { answersAfterMs: 0 });
    await line.sendOk(message('m3', 'Ещё раз'));
    await line.eventsNamed('ONIMCONNECTORMESSAGEADD');
    expect((await line.chats())[0].messages.map(({ from }: AnyJson) => from)).toEqual([
      'visitor',
      'visitor',
      'operator',
    ]);
  });
});

describe('a line', () => {
  test('is listed, made and changed by a webhook, and its end is told', async () => {
    const [first] = await line.webhook.result('imopenlines.config.list.get', {
      PARAMS: { select: ['LINE_NAME'] },
    });
    expect(first).toEqual({ ID: '1', LINE_NAME: 'Открытая линия' });
    const id = await line.webhook.result('imopenlines.config.add', {
      PARAMS: { LINE_NAME: 'Домовой', CRM_CREATE: 'lead' },
    });
    await line.webhook.result('imopenlines.config.update', {
      CONFIG_ID: id,
      PARAMS: { LINE_NAME: 'Домовой 2' },
    });
    expect(await line.webhook.result('imopenlines.config.get', { CONFIG_ID: id })).toMatchObject({
      ID: String(id),
      LINE_NAME: 'Домовой 2',
      CRM_CREATE: 'lead',
    });
    const found = await line.webhook.result('imopenlines.config.list.get', {
      PARAMS: { filter: { LINE_NAME: 'Домовой 2' } },
    });
    expect(found).toHaveLength(1);
    await line.setUp();
    await line.control(`DELETE /bitrix24/open-lines?line=${LINE}&connector=${CONNECTOR}`);
    const [off] = await line.eventsNamed('ONIMCONNECTORSTATUSDELETE');
    expect(off).toMatchObject({ 'data[connector]': CONNECTOR, 'data[line]': '1' });
    expect((await line.send(message('m1', 'Привет'))).body.error).toBe('NOT_ACTIVE_LINE');
    await line.control(`DELETE /bitrix24/open-lines?line=${LINE}`);
    const [gone] = await line.eventsNamed('ONIMCONNECTORLINEDELETE');
    expect(gone).toMatchObject({ data: '1' });
  });
});
