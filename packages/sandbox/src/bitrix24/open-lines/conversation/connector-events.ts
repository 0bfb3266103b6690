import type { EventData, PortalEvent } from '../../events/portal-event.ts';
import type { Chat, Connector, File, Message, Visitor } from '../tables.ts';
import { portalUserId } from './chat-of.ts';

type ChatAndConnector = { chat: Chat; connector: Connector };

/** An employee has written (facts §9; the names are as they were seen on the wire). */
export const messageAdded = (
  { chat, connector }: ChatAndConnector,
  message: Message,
  operatorName: string,
): PortalEvent =>
  messageEvent('ONIMCONNECTORMESSAGEADD', { chat, connector }, message, {
    user_id: message.userId,
    text: signed(message.text, connector, operatorName),
    ...(message.files.length > 0 ? { files: message.files.map(fileWire) } : {}),
  });

/** Named by the ids that the application told with the delivery: all of them, as a list. */
export const messageEdited = (
  { chat, connector }: ChatAndConnector,
  message: Message,
  operatorName: string,
): PortalEvent =>
  messageEvent('ONIMCONNECTORMESSAGEUPDATE', { chat, connector }, message, {
    id: message.externalIds,
    user_id: message.userId,
    text: signed(message.text, connector, operatorName),
  });

/** Here the id is one text. */
export const messageDeleted = ({ chat, connector }: ChatAndConnector, message: Message): PortalEvent =>
  messageEvent('ONIMCONNECTORMESSAGEDELETE', { chat, connector }, message, {
    id: message.externalIds[0] ?? null,
    user_id: message.userId,
  });

function messageEvent(
  name: string,
  { chat, connector }: ChatAndConnector,
  { id, userId }: Message,
  message: EventData,
): PortalEvent {
  return {
    name,
    data: {
      CONNECTOR: connector.code,
      LINE: chat.lineId,
      MESSAGES: [{ im: { chat_id: chat.id, message_id: id }, message, chat: { id: chat.externalChatId } }],
    },
    userId,
    clientId: connector.clientId,
  };
}

/** BB-code, a line's end is `[br]`. */
function signed(text: string, { hasSignature }: Connector, operatorName: string): string {
  const lines = text.replaceAll(/\r?\n/g, '[br]');
  return hasSignature ? `[b]${operatorName}:[/b] [br]${lines}` : lines;
}

const fileWire = ({ name, url }: File) => ({
  name,
  link: url,
  type: /\.(png|jpe?g|gif|webp)$/i.test(name) ? 'image' : 'file',
});

export function dialogEvent(
  name: 'ONIMCONNECTORDIALOGSTART' | 'ONIMCONNECTORDIALOGFINISH',
  { chat, connector }: ChatAndConnector,
  visitor: Visitor,
  userId: number | null,
): PortalEvent {
  const isClosed = name === 'ONIMCONNECTORDIALOGFINISH';
  return {
    name,
    data: {
      CONNECTOR: connector.code,
      LINE: String(chat.lineId),
      DATA: [
        {
          connector: {
            connector_id: connector.code,
            line_id: chat.lineId,
            chat_id: chat.externalChatId,
            user_id: visitor.externalId,
          },
          session: { id: chat.sessionId, closed: isClosed ? 'Y' : 'N', parent_id: 0, close_term: 0 },
          chat: { id: chat.id },
          user: { id: portalUserId(visitor) },
        },
      ],
    },
    userId,
    clientId: connector.clientId,
  };
}
