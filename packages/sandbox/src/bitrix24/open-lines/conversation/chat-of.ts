import type { PortalContext } from '../../portal-context.ts';
import { type Change, put } from '../../state/change.ts';
import type { ConnectorAtLine } from '../connectors.ts';
import { lineName } from '../lines.ts';
import { CHATS, type Chat, chatKey, LINES, SESSIONS, VISITORS, type Visitor, visitorKey } from '../tables.ts';
import { findContact, linkedContact } from './find-contact.ts';
import type { IncomingMessage } from './incoming-message.ts';

export interface OpenedChat {
  chat: Chat;
  visitor: Visitor;
  /** A session begins with this message. */
  isNewSession: boolean;
  changes: Change[];
}

/** The chat of who writes, with a session that is open: found, or begun. */
export function chatOf(
  context: PortalContext,
  where: ConnectorAtLine,
  incoming: IncomingMessage,
): OpenedChat {
  const { state } = context;
  const { connector, lineId } = where;
  const visitor = visitorOf(context, connector.code, incoming);
  const externalKey = connector.isGroupChat ? `chat ${incoming.chat.externalId}` : visitor.externalId;
  const [knownId] = state.rows(CHATS).idsBy('external', chatKey(connector.code, lineId, externalKey));
  const known = knownId === undefined ? undefined : state.rows(CHATS).get(knownId);
  const isNewSession = !known?.isOpen;
  const line = state.rows(LINES).get(lineId);
  const mayLink = !connector.isGroupChat && !incoming.message.isKeptFromCrm;
  const chat: Chat = {
    id: known?.id ?? state.takeId(CHATS),
    code: connector.code,
    lineId,
    externalKey,
    externalChatId: incoming.chat.externalId,
    visitorId: visitor.id,
    title: known?.title ?? incoming.chat.name ?? `${fullName(visitor)} - ${line ? lineName(line) : lineId}`,
    contactId: linkedContact(state, known) ?? (mayLink ? findContact(state, visitor) : null),
    sessionId: known && !isNewSession ? known.sessionId : state.takeId(SESSIONS),
    isOpen: true,
    atMs: context.now(),
  };
  const changes = [put(VISITORS, visitor.id, visitor), put(CHATS, chat.id, chat)];
  return { chat, visitor, isNewSession, changes };
}

/** What is said of him now replaces what was said before; what is not said stays. */
function visitorOf({ state }: PortalContext, code: string, { user }: IncomingMessage): Visitor {
  const [knownId] = state.rows(VISITORS).idsBy('externalId', visitorKey(code, user.externalId));
  const known = knownId === undefined ? undefined : state.rows(VISITORS).get(knownId);
  return {
    id: known?.id ?? state.takeId(VISITORS),
    code,
    externalId: user.externalId,
    name: user.name || (known?.name ?? ''),
    lastName: user.lastName || (known?.lastName ?? ''),
    phone: user.phone ?? known?.phone ?? null,
    email: user.email ?? known?.email ?? null,
  };
}

export const fullName = ({ name, lastName }: Visitor) => `${name} ${lastName}`.trim() || 'Гость';

/** Visitors are users of the portal too, and no employee has one of their ids. */
export const portalUserId = ({ id }: Pick<Visitor, 'id'>) => 1000 + id;
