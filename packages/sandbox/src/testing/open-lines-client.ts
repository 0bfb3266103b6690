import type { PortalClient } from './portal-client.ts';
import type { AnyJson } from './rosdomofon-client.ts';

export const CONNECTOR = 'rosdomofon';
export const LINE = 1;

/** A connector at the first line of the portal, switched on. */
export async function connectToLine(application: PortalClient, handlerUrl: string, more: object = {}) {
  await application.result('imconnector.register', {
    ID: CONNECTOR,
    NAME: 'РосДомофон',
    ICON: { DATA_IMAGE: 'data:image/svg+xml,<svg/>' },
    PLACEMENT_HANDLER: `${handlerUrl}/settings`,
    ...more,
  });
  await application.result('imconnector.activate', { CONNECTOR, LINE, ACTIVE: '1' });
}

/** An element of `imconnector.send.messages`, from one abonent when nothing else is said. */
export const visitorMessage = (id: string, text: string, more: AnyJson = {}) => ({
  user: { id: 'abonent-42', name: 'Иван', last_name: 'Петров', phone: '+79000000042', ...more.user },
  message: { id, date: 1773265993, text, ...more.message },
  chat: { id: 'abonent-42', ...more.chat },
});

export const sendMessages = (application: PortalClient, ...messages: object[]) =>
  application.call('imconnector.send.messages', { CONNECTOR, LINE, MESSAGES: messages });
