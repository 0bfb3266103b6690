import type { PortalMethod } from '../../portal-method.ts';
import { argumentInvalid } from '../../rest-error.ts';
import { put } from '../../state/change.ts';
import { listParam, textParam, toInt, toList } from '../../transport/params.ts';
import { activeConnector } from '../connectors.ts';
import { partOf, textOf } from '../conversation/parts.ts';
import { CHATS, chatKey, MESSAGES } from '../tables.ts';

const scope = 'imconnector';
const auth = 'application';

/**
 * What an employee wrote has reached the other side, where it has these ids. They have to be a list: a single one is
 * not taken, and nobody is told (facts §9, §12.16).
 */
export const confirmDelivery: PortalMethod = {
  name: 'imconnector.send.status.delivery',
  scope,
  auth,
  run(call) {
    const { connector } = activeConnector(call);
    const { context } = call;
    const { state } = context;
    const messages = state.rows(MESSAGES);
    const changes = listParam(call.params, 'MESSAGES').flatMap((element) => {
      const im = partOf<'message_id'>(element, 'im');
      const own = partOf<'id'>(element, 'message');
      const message = messages.get(toInt(im.message_id));
      const chat = message && state.rows(CHATS).get(message.chatId);
      if (message?.from !== 'operator' || chat?.code !== connector.code || !Array.isArray(own.id)) return [];
      const externalIds = toList(own.id).map(textOf);
      return [put(MESSAGES, message.id, { ...message, isDelivered: true, externalIds })];
    });
    context.save(changes, [], call);
    return { result: { SUCCESS: true, DATA: [] } };
  },
};

/** Does nothing useful (facts §9). */
export const confirmReading: PortalMethod = {
  name: 'imconnector.send.status.reading',
  scope,
  auth,
  run(call) {
    activeConnector(call);
    return { result: { SUCCESS: true, DATA: [] } };
  },
};

export const nameChat: PortalMethod = {
  name: 'imconnector.chat.name.set',
  scope,
  auth,
  run(call) {
    const { connector, lineId } = activeConnector(call);
    const { context } = call;
    const { state } = context;
    const [chatId, name, userId] = ['CHAT_ID', 'NAME', 'USER_ID'].map(
      (key) => textParam(call.params, key) ?? '',
    );
    if (!name) throw argumentInvalid("Argument 'NAME' is null or empty");
    const key = connector.isGroupChat ? `chat ${chatId}` : userId || chatId || '';
    const [id] = state.rows(CHATS).idsBy('external', chatKey(connector.code, lineId, key));
    const chat = id === undefined ? undefined : state.rows(CHATS).get(id);
    if (!chat) throw argumentInvalid('The chat was not found');
    context.save([put(CHATS, chat.id, { ...chat, title: name })], [], call);
    return { result: { SUCCESS: true, DATA: { RESULT: {} } } };
  },
};
