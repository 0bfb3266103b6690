import type { PortalContext } from '../../portal-context.ts';
import type { Call } from '../../portal-method.ts';
import { type Change, put } from '../../state/change.ts';
import type { KeptTables } from '../../state/kept-tables.ts';
import {
  dialogEvent,
  messageAdded,
  messageDeleted,
  messageEdited,
} from '../conversation/connector-events.ts';
import {
  CHATS,
  type Chat,
  CONNECTORS,
  type Connector,
  DEFAULT_OPERATOR,
  type File,
  MESSAGES,
  type Message,
  OPERATOR,
  type OperatorSettings,
  SESSIONS,
  VISITORS,
} from '../tables.ts';

export const operatorOf = (state: KeptTables): OperatorSettings =>
  state.rows(OPERATOR).get(1) ?? DEFAULT_OPERATOR;

export interface Reply {
  text: string;
  files?: readonly File[];
  /** Who writes; the operator when not given. */
  userId?: number;
}

/** Null: the chat's connector is no longer registered. */
export function connectorOf(state: KeptTables, { code }: Chat): Connector | null {
  return state.rows(CONNECTORS).get(code) ?? null;
}

/** An employee writes to a chat: kept, and told to the application that brought the chat. */
export function reply(
  context: PortalContext,
  chat: Chat,
  { text, files = [], userId }: Reply,
  { call = null, alongside = [] }: { call?: Call | null; alongside?: readonly Change[] } = {},
): Message {
  const { state, events } = context;
  const operator = operatorOf(state);
  const connector = connectorOf(state, chat);
  const sessionId = chat.isOpen ? chat.sessionId : state.takeId(SESSIONS);
  const open: Chat = { ...chat, sessionId, isOpen: true, atMs: context.now() };
  const message: Message = {
    id: state.takeId(MESSAGES),
    chatId: chat.id,
    sessionId,
    from: 'operator',
    userId: userId ?? operator.userId,
    externalIds: [],
    text,
    files,
    atMs: context.now(),
    isDelivered: false,
    isEdited: false,
    isDeleted: false,
  };
  events.save(
    [put(CHATS, chat.id, open), put(MESSAGES, message.id, message), ...alongside],
    connector ? [messageAdded({ chat: open, connector }, message, operator.name)] : [],
    call,
  );
  return message;
}

export function edit(context: PortalContext, message: Message, text: string): void {
  const edited = { ...message, text, isEdited: true };
  change(context, edited, (chat, connector) =>
    connector.tellsEdits ? [messageEdited({ chat, connector }, edited, operatorOf(context.state).name)] : [],
  );
}

export function remove(context: PortalContext, message: Message): void {
  change(context, { ...message, isDeleted: true }, (chat, connector) =>
    connector.tellsDeletions ? [messageDeleted({ chat, connector }, message)] : [],
  );
}

function change(
  { state, events }: PortalContext,
  message: Message,
  told: (chat: Chat, connector: Connector) => ReturnType<typeof messageEdited>[],
): void {
  const chat = state.rows(CHATS).get(message.chatId);
  const connector = chat && connectorOf(state, chat);
  events.save([put(MESSAGES, message.id, message)], chat && connector ? told(chat, connector) : []);
}

/** The operator is done with it: the next message begins another session. */
export function finish({ state, events }: PortalContext, chat: Chat): void {
  const visitor = state.rows(VISITORS).get(chat.visitorId);
  const connector = connectorOf(state, chat);
  const { userId } = operatorOf(state);
  events.save(
    [put(CHATS, chat.id, { ...chat, isOpen: false })],
    visitor && connector
      ? [dialogEvent('ONIMCONNECTORDIALOGFINISH', { chat, connector }, visitor, userId)]
      : [],
  );
}
