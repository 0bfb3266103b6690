import type { ConversationRow, MessageRow } from '@domovoy/store';
import { userInputError } from '../../errors/public-error.ts';
import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';

export const findConversation = async (loaders: Loaders, text: string): Promise<ConversationRow | null> => {
  const id = decodeId('Conversation', text);
  return id === null ? null : loaders.conversations.load(id);
};

export const findMessage = async (loaders: Loaders, text: string): Promise<MessageRow | null> => {
  const id = decodeId('Message', text);
  return id === null ? null : loaders.messages.load(id);
};

/** Null: all are followed. A subscription to nothing would wait for ever. */
export async function followedConversation(
  loaders: Loaders,
  text: string | null | undefined,
): Promise<bigint | null> {
  if (typeof text !== 'string') return null;
  const conversation = await findConversation(loaders, text);
  if (conversation === null) throw userInputError('There is no conversation with this id.');
  return conversation.id;
}
