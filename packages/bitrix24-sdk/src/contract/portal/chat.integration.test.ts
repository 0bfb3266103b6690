import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Bitrix24,
  encodeBbCode,
  isGenuineEvent,
  openLineName,
  readOperatorMessage,
} from '../../index.ts';
import { type EventReceiver, startEventReceiver } from '../testing/event-receiver.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';

// A resident and an operator, with everything in between real but the portal, which is the sandbox's.

let sandbox: TestSandbox;
let receiver: EventReceiver;
let app: Bitrix24;
const at = { connector: 'rosdomofon', line: 0 };

beforeAll(async () => {
  sandbox = await openTestSandbox();
  receiver = await startEventReceiver();
  app = await sandbox.asApplication();
  await app.connectors.register({
    id: at.connector,
    name: 'РосДомофон',
    icon: { dataImage: 'data:image/svg+xml,%3Csvg/%3E' },
    placementHandler: 'https://hub.example.test/settings',
  });
  for (const event of ['ONIMCONNECTORMESSAGEADD', 'ONIMCONNECTORMESSAGEUPDATE', 'ONIMCONNECTORMESSAGEDELETE'])
    await app.eventBindings.ensure({ event, handler: receiver.url });
  await app.eventBindings.ensure({ event: 'ONIMCONNECTORSTATUSDELETE', handler: receiver.url });
  await app.eventBindings.ensure({ event: 'ONIMCONNECTORLINEDELETE', handler: receiver.url });
  at.line = await app.openLines.add({ settings: { LINE_NAME: 'Домовой', ACTIVE: 'Y' } });
  await app.connectors.activate(at);
  await app.connectors.setChannel({ ...at, channel: { id: 'domovoy', name: 'Домовой' } });
});
afterAll(async () => {
  await receiver[Symbol.asyncDispose]();
  await sandbox[Symbol.asyncDispose]();
});

const messageOf = (abonent: string, id: string, text: string, name?: string) => ({
  user: { id: abonent, ...(name && { name }), phone: '+79000000001' },
  message: { id, sentAt: new Date(), text: encodeBbCode(text) },
  chat: { id: abonent },
});

test('the connector is active on its line, and only there', async () => {
  expect(await app.connectors.status(at)).toEqual({ isActive: true, isConfigured: true, hasError: false });
  expect(await app.connectors.list()).toMatchObject({ rosdomofon: 'РосДомофон' });
});

test('a question arrives as it was written, and its answer comes back as plain text, signed, and is confirmed', async () => {
  const [sent] = await app.connectorMessages.send({
    ...at,
    messages: [messageOf('abonent-1', 'q1', 'Кв. 12\nКогда [b]мастер[/b]?', openLineName('Иван кв. 12'))],
  });
  expect(sent).toMatchObject({ isSent: true, portalChatId: expect.any(String) as string });

  await sandbox.control('POST /bitrix24/operator/replies', {
    externalId: 'abonent-1',
    text: 'Завтра\nв [b]18:00[/b]',
  });
  const event = await receiver.event('messages', ({ action }) => action === 'added');
  expect(event).toMatchObject({ connector: at.connector, line: at.line });
  const [message] = event.messages.map((one) => readOperatorMessage(one));
  expect(message).toMatchObject({ chatId: 'abonent-1', text: 'Завтра\nв 18:00' });
  expect(message?.author).toBeTruthy();

  const { portalChatId = 0, portalMessageId = 0 } = message ?? {};
  await app.connectorMessages.confirmDelivery({
    ...at,
    deliveries: [{ portalChatId, portalMessageId, messageIds: ['out-1', 'out-2'], chatId: 'abonent-1' }],
  });
  await sandbox.control('POST /bitrix24/operator/replies', {
    messageId: portalMessageId,
    text: 'Послезавтра',
  });
  const update = await receiver.event('messages', ({ action }) => action === 'updated');
  expect(update.messages.map((one) => readOperatorMessage(one))).toMatchObject([
    { text: 'Послезавтра', ownIds: ['out-1', 'out-2'] },
  ]);
  await sandbox.control(`DELETE /bitrix24/operator/replies?messageId=${portalMessageId}`);
  const deletion = await receiver.event('messages', ({ action }) => action === 'deleted');
  expect(deletion.messages.map((one) => readOperatorMessage(one).ownIds.length)).toEqual([1]);
});

test('of two messages the one that the portal refuses is known', async () => {
  // Past the check that the SDK makes itself.
  const result = await app.call('imconnector.send.messages', {
    CONNECTOR: at.connector,
    LINE: at.line,
    MESSAGES: [
      { user: { id: 'u', name: 'Иван 12' }, message: { id: 'm', date: 1, text: 'x' }, chat: { id: 'u' } },
    ],
  });
  expect(result).toMatchObject({ DATA: { RESULT: [{ SUCCESS: false }] } });
  const outcomes = await app.connectorMessages.send({
    ...at,
    messages: [messageOf('abonent-2', 'm1', 'x'), messageOf('abonent-2', 'm2', 'y', 'Анна')],
  });
  expect(outcomes.map(({ isSent }) => isSent)).toEqual([true, true]);
});

test('an event is genuine by its token, a forged one is not', async () => {
  const { auth } = await receiver.event('messages');
  const token = auth?.application_token ?? '';
  expect(isGenuineEvent(token, [token])).toBe(true);
  await sandbox.control('POST /bitrix24/events', {
    event: 'ONIMCONNECTORSTATUSDELETE',
    data: { connector: 'forged', line: at.line },
    token: 'forged',
  });
  const forged = await receiver.event('connectorRemoved', ({ connector }) => connector === 'forged');
  expect(isGenuineEvent(forged.auth?.application_token, [token])).toBe(false);
});

test('a line that an administrator deletes is told, a bare value as it is', async () => {
  const line = await app.openLines.add({ settings: { LINE_NAME: 'Другая', ACTIVE: 'Y' } });
  await app.connectors.activate({ connector: at.connector, line });
  await sandbox.control(`DELETE /bitrix24/open-lines?line=${line}`);
  expect(await receiver.event('lineRemoved', (event) => event.line === line)).toMatchObject({ line });
  await expect(
    app.connectorMessages.send({ connector: at.connector, line, messages: [messageOf('u', 'm', 'x')] }),
  ).rejects.toMatchObject({ code: 'BITRIX24_API' });
});

test('by web hook the portal refuses connectors, in words that say why', async () => {
  await expect(sandbox.byWebhook().connectors.list()).rejects.toMatchObject({
    code: 'BITRIX24_FORBIDDEN',
    apiCode: 'WRONG_AUTH_TYPE',
  });
});
