import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EventReceiver, startEventReceiver } from '../../testing/event-receiver.ts';
import {
  CONNECTOR,
  connectToLine,
  LINE,
  sendMessages,
  visitorMessage,
} from '../../testing/open-lines-client.ts';
import { portalApplication, portalWebhook } from '../../testing/portal-client.ts';
import { startReady } from '../../testing/sandbox-process.ts';
import { callApi, temporaryFolder } from '../../testing/test-sandbox.ts';

let folder: ReturnType<typeof temporaryFolder>;
let receiver: EventReceiver;
beforeEach(async () => {
  folder = temporaryFolder();
  receiver = await startEventReceiver();
});
afterEach(async () => {
  await receiver[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});
const start = () => startReady(['--data', folder.path, '--accounts', '10', '--bitrix24-limits', 'off']);

test('a killed portal comes back with its chats, the answers its operator owes, its handlers, and events that wait', async () => {
  await using first = await start();
  const application = await portalApplication(first);
  const control = callApi(first.endpoints.control);
  await connectToLine(application, receiver.url);
  await application.result('event.bind', { event: 'ONIMCONNECTORMESSAGEADD', handler: receiver.url });
  await application.result('event.bind', { event: 'ONCRMCONTACTADD', handler: receiver.url });
  await application.result('event.bind', { event: 'ONCRMCONTACTADD', event_type: 'offline' });
  await control('POST /bitrix24/operator', { answersAfterMs: 3000, texts: ['Ответ: {text}'] });
  await control('POST /bitrix24/event-delivery', { minDelayMs: 3000, maxDelayMs: 3000 });
  const sent = await sendMessages(application, visitorMessage('m1', 'Привет'));
  const { item } = await portalWebhook(first).result('crm.item.add', {
    entityTypeId: 3,
    fields: { name: 'Иван' },
  });
  first.child.kill('SIGKILL');
  await first.exited;
  expect(receiver.received).toEqual([]);

  await using second = await start();
  const events = await receiver.atLeast(2);
  const byName = Object.fromEntries(events.map(({ form }) => [form['event'], form]));
  expect(byName['ONCRMCONTACTADD']?.['data[FIELDS][ID]']).toBe(String(item.id));
  expect(byName['ONIMCONNECTORMESSAGEADD']?.['data[MESSAGES][0][message][text]']).toContain('Ответ: Привет');
  const again = application.with(application.tokens.access_token);
  expect((await again.result('event.offline.get')).events).toMatchObject([{ EVENT_NAME: 'ONCRMCONTACTADD' }]);
  expect(await again.result('imconnector.status', { CONNECTOR, LINE })).toMatchObject({ STATUS: true });
  const [next] = (await sendMessages(again, visitorMessage('m2', 'Ещё'))).body.result.DATA.RESULT;
  expect(next.session).toEqual(sent.body.result.DATA.RESULT[0].session);
  const { chats } = JSON.parse((await callApi(second.endpoints.control)('GET /bitrix24/chats')).text);
  expect(chats[0].messages.map(({ from }: { from: string }) => from)).toEqual([
    'visitor',
    'operator',
    'visitor',
  ]);
  // Neither the answer nor an event came twice.
  expect(receiver.received).toHaveLength(2);
});
