import { expect } from 'vitest';
import { startEventReceiver } from './event-receiver.ts';
import { CONNECTOR, connectToLine, LINE, sendMessages } from './open-lines-client.ts';
import { portalApplication, portalWebhook } from './portal-client.ts';
import type { AnyJson } from './rosdomofon-client.ts';
import { openTestSandbox } from './test-sandbox.ts';

const EVENTS = [
  'MESSAGEADD',
  'MESSAGEUPDATE',
  'MESSAGEDELETE',
  'DIALOGSTART',
  'DIALOGFINISH',
  'STATUSDELETE',
  'LINEDELETE',
];

export type TestLine = Awaited<ReturnType<typeof openTestLine>>;

/** A portal, its application, and somebody who is told of everything that happens at its open line. */
export async function openTestLine() {
  const sandbox = await openTestSandbox({ accounts: 10, bitrix24: { limits: 'off' } });
  const receiver = await startEventReceiver();
  const application = await portalApplication(sandbox);
  const control = async (call: string, body?: object): Promise<AnyJson> =>
    JSON.parse((await sandbox.call(call, body)).text);
  return {
    receiver,
    application,
    webhook: portalWebhook(sandbox),
    control,
    register: (more: object = {}) =>
      application.result('imconnector.register', {
        ID: CONNECTOR,
        NAME: 'РосДомофон',
        ICON: { DATA_IMAGE: 'data:image/svg+xml,<svg/>' },
        PLACEMENT_HANDLER: receiver.url,
        ...more,
      }),
    activate: (ACTIVE = '1') => application.result('imconnector.activate', { CONNECTOR, LINE, ACTIVE }),
    async setUp(more: object = {}) {
      await connectToLine(application, receiver.url, more);
      for (const event of EVENTS)
        await application.result('event.bind', { event: `ONIMCONNECTOR${event}`, handler: receiver.url });
    },
    send: (...messages: object[]) => sendMessages(application, ...messages),
    /** The outcomes of messages that the line took, each with a success of its own. */
    async sendOk(...messages: object[]): Promise<AnyJson[]> {
      const { body } = await sendMessages(application, ...messages);
      expect(body.result?.SUCCESS).toBe(true);
      return body.result.DATA.RESULT;
    },
    chats: async (): Promise<AnyJson[]> => (await control('GET /bitrix24/chats')).chats,
    /** The forms of the events of this name, when so many have come. */
    async eventsNamed(name: string, count = 1): Promise<Record<string, string>[]> {
      const named = () =>
        receiver.received.filter(({ form }) => form['event'] === name).map(({ form }) => form);
      await expect.poll(() => named().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(count);
      return named();
    },
    async reset() {
      await sandbox.call('POST /reset');
      receiver.forget();
    },
    async close() {
      await receiver[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}
