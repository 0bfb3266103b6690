import { defineTable } from '../state/table.ts';

/** What an application registered with `imconnector.register`. By code. */
export interface Connector {
  code: string;
  clientId: string;
  name: string;
  handlerUrl: string;
  canDeleteExternal: boolean;
  tellsEdits: boolean;
  tellsDeletions: boolean;
  hasSignature: boolean;
  /** A chat per `chat.id`, without the CRM; else a dialog per `user.id`. */
  isGroupChat: boolean;
}
export const CONNECTORS = defineTable<Connector>('connectors', { clientId: ({ clientId }) => [clientId] });

/** An open line, with the settings that somebody gave it (facts §9: upper-case names, passed on as they came). */
export interface Line {
  id: number;
  settings: LineSettings;
}
export interface LineSettings {
  readonly ACTIVE?: unknown;
  readonly LINE_NAME?: unknown;
  readonly [name: string]: unknown;
}
export const LINES = defineTable<Line>('open-lines');

/** A connector at a line. By `lineKey`. */
export interface LineConnector {
  code: string;
  lineId: number;
  isActive: boolean;
  /** Of `connector.data.set`. */
  data: Readonly<Record<string, unknown>>;
}
export const LINE_CONNECTORS = defineTable<LineConnector>('line-connectors', {
  lineId: ({ lineId }) => [lineId],
  code: ({ code }) => [code],
});
export const lineKey = (code: string, lineId: number) => `${code}:${lineId}`;

/** Who writes from outside, as a user of the portal. */
export interface Visitor {
  id: number;
  code: string;
  externalId: string;
  name: string;
  lastName: string;
  phone: string | null;
  email: string | null;
}
export const VISITORS = defineTable<Visitor>('visitors', {
  externalId: ({ code, externalId }) => [visitorKey(code, externalId)],
});
export const visitorKey = (code: string, externalId: string) => `${code}:${externalId}`;

export interface Chat {
  id: number;
  code: string;
  lineId: number;
  /** The `user.id` of a dialog, the `chat.id` of a group chat. */
  externalKey: string;
  /** Goes back in the events. */
  externalChatId: string;
  visitorId: number;
  title: string;
  /** Found by phone or e-mail when the chat began. */
  contactId: number | null;
  sessionId: number;
  isOpen: boolean;
  /** Of the last message. */
  atMs: number;
}
export const CHATS = defineTable<Chat>('open-line-chats', {
  external: ({ code, lineId, externalKey }) => [chatKey(code, lineId, externalKey)],
  contactId: ({ contactId }) => (contactId === null ? [] : [contactId]),
});
export const chatKey = (code: string, lineId: number, externalKey: string) =>
  JSON.stringify([code, lineId, externalKey]);
/** Chats count their sessions from a sequence of their own. */
export const SESSIONS = { name: 'open-line-sessions' };

export interface File {
  name: string;
  url: string;
}

export interface Message {
  id: number;
  chatId: number;
  sessionId: number;
  from: 'visitor' | 'operator';
  /** A visitor or an employee. */
  userId: number;
  /** Of a visitor: the `message.id` it came with. Of an operator: those that the application told with the delivery. */
  externalIds: readonly string[];
  text: string;
  files: readonly File[];
  atMs: number;
  isDelivered: boolean;
  isEdited: boolean;
  isDeleted: boolean;
}
export const MESSAGES = defineTable<Message>('open-line-messages', {
  chatId: ({ chatId }) => [chatId],
  external: ({ chatId, from, externalIds }) =>
    from === 'visitor' ? externalIds.map((id) => messageKey(chatId, id)) : [],
});
export const messageKey = (chatId: number, externalId: string) => `${chatId}:${externalId}`;

/** Who answers when nobody does. Row 1. */
export interface OperatorSettings {
  /** Null: waits for a person. */
  answersAfterMs: number | null;
  /** Taken in turn; `{text}` stands for what was written. */
  texts: readonly string[];
  userId: number;
  name: string;
}
export const OPERATOR = defineTable<OperatorSettings>('operator');
export const DEFAULT_OPERATOR: OperatorSettings = {
  answersAfterMs: null,
  texts: ['Здравствуйте! Передали мастеру, он свяжется с вами.'],
  userId: 2,
  name: 'Олег Операторов',
};

/** An answer that the operator will give by himself. By the id of the message that is answered. */
export interface PendingAnswer {
  messageId: number;
  chatId: number;
  text: string;
  dueAtMs: number;
}
export const PENDING_ANSWERS = defineTable<PendingAnswer>('operator-answers');
