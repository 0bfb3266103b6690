import type { ConversationRow, MessageRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type ConversationMapper = ConversationRow;
export type MessageMapper = MessageRow;
export type ConversationConnectionMapper = Connection<ConversationRow>;
export type MessageConnectionMapper = Connection<MessageRow>;
