import type { Call, PortalMethod } from '../../portal-method.ts';
import { put } from '../../state/change.ts';
import { listParam, param } from '../../transport/params.ts';
import { activeConnector, type ConnectorAtLine, missing } from '../connectors.ts';
import { chatOf, type OpenedChat, portalUserId } from '../conversation/chat-of.ts';
import { dialogEvent } from '../conversation/connector-events.ts';
import { type IncomingMessage, readIncoming } from '../conversation/incoming-message.ts';
import { answerLater } from '../operator/pending-answers.ts';
import { MESSAGES, type Message } from '../tables.ts';

/** What people write outside comes in. One outcome each, within a 200; the same id again is another message. */
export const sendMessages: PortalMethod = {
  name: 'imconnector.send.messages',
  scope: 'imconnector',
  auth: 'application',
  run(call) {
    const where = activeConnector(call);
    if (param(call.params, 'MESSAGES') === undefined) throw missing('MESSAGES');
    const outcomes = listParam(call.params, 'MESSAGES').map((element) =>
      accept(call, where, readIncoming(element)),
    );
    return { result: { SUCCESS: true, DATA: { RESULT: outcomes } } };
  },
};

function accept(call: Call, where: ConnectorAtLine, incoming: IncomingMessage) {
  const { user, message, chat } = incoming;
  if (incoming.errors.length > 0)
    return {
      user: user.externalId,
      message: { id: message.externalId },
      chat: { id: chat.externalId },
      SUCCESS: false,
      ERRORS: incoming.errors,
    };
  const opened = keep(call, where, incoming);
  return {
    user: String(portalUserId(opened.visitor)),
    message: { id: message.externalId, date: {}, text: message.text, files: message.files },
    chat: { id: chat.externalId, name: opened.chat.title, description: '' },
    extra: {},
    SUCCESS: true,
    session: { ID: String(opened.chat.sessionId), CHAT_ID: String(opened.chat.id) },
  };
}

/** The message, its chat, what the operator will answer and the events: one line of the journal. */
function keep(call: Call, where: ConnectorAtLine, incoming: IncomingMessage): OpenedChat {
  const { context } = call;
  const opened = chatOf(context, where, incoming);
  const { chat, visitor, isNewSession, changes } = opened;
  const id = context.state.takeId(MESSAGES);
  const row: Message = {
    id,
    chatId: chat.id,
    sessionId: chat.sessionId,
    from: incoming.employeeId === null ? 'visitor' : 'operator',
    userId: incoming.employeeId ?? visitor.id,
    externalIds: [incoming.message.externalId],
    text: incoming.message.text,
    files: incoming.message.files,
    atMs: incoming.message.atMs ?? context.now(),
    isDelivered: true,
    isEdited: false,
    isDeleted: false,
  };
  const started = isNewSession
    ? [dialogEvent('ONIMCONNECTORDIALOGSTART', { chat, connector: where.connector }, visitor, null)]
    : [];
  context.events.save([...changes, put(MESSAGES, id, row), ...answerLater(context, row)], started, call);
  return opened;
}
