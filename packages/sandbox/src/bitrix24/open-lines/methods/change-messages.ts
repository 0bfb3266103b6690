import type { Call, PortalMethod } from '../../portal-method.ts';
import { put } from '../../state/change.ts';
import { listParam } from '../../transport/params.ts';
import { activeConnector, type ConnectorAtLine } from '../connectors.ts';
import { partOf, textOf } from '../conversation/parts.ts';
import { CHATS, chatKey, MESSAGES, type Message, messageKey } from '../tables.ts';

/** People change and take back what they wrote outside. */
const changing = (
  name: string,
  change: (message: Message, element: unknown, where: ConnectorAtLine) => Message,
): PortalMethod => ({
  name,
  scope: 'imconnector',
  auth: 'application',
  run(call) {
    const where = activeConnector(call);
    const outcomes = listParam(call.params, 'MESSAGES').map((element) => {
      const found = messagesOf(call, where, element);
      if (found.length === 0)
        return { ...namesOf(element), SUCCESS: false, ERRORS: ['The message was not found'] };
      call.context.save(
        found.map((message) => put(MESSAGES, message.id, change(message, element, where))),
        [],
        call,
      );
      return { ...namesOf(element), SUCCESS: true };
    });
    return { result: { SUCCESS: true, DATA: { RESULT: outcomes } } };
  },
});

export const updateMessages = changing('imconnector.update.messages', (message, element) => ({
  ...message,
  text: textOf(partOf<'text'>(element, 'message').text),
  isEdited: true,
}));

export const deleteMessages = changing('imconnector.delete.messages', (message, _element, { connector }) => ({
  ...message,
  isDeleted: connector.canDeleteExternal,
}));

/** All that came with this id: one that was sent twice is there twice. */
function messagesOf(
  { context: { state } }: Call,
  { connector, lineId }: ConnectorAtLine,
  element: unknown,
): Message[] {
  const [user, message, chat] = ['user', 'message', 'chat'].map((name) => idOf(element, name));
  const key = connector.isGroupChat ? `chat ${chat}` : (user ?? '');
  const chats = state.rows(CHATS);
  const [chatId] = chats.idsBy('external', chatKey(connector.code, lineId, key));
  if (typeof chatId !== 'number') return [];
  const rows = state.rows(MESSAGES);
  return rows.idsBy('external', messageKey(chatId, message ?? '')).flatMap((id) => rows.get(id) ?? []);
}

const namesOf = (element: unknown) => ({
  user: idOf(element, 'user'),
  message: { id: idOf(element, 'message') },
  chat: { id: idOf(element, 'chat') },
});

const idOf = (element: unknown, part: string) => textOf(partOf<'id'>(element, part).id);
