import { DomovoyError } from '@domovoy/models';
import type { ConversationRow, MessageRow } from '@domovoy/store';
import type { Loaders } from '../../loaders.ts';

export const noConversation = (path: string) =>
  ['There is no such conversation.', ['input', path]] as [string, string[]];
export const noMessage = (path: string) =>
  ['There is no such message.', ['input', path]] as [string, string[]];

/** A message that a use case has just named. */
export async function namedMessage(loaders: Loaders, id: bigint): Promise<MessageRow> {
  const message = await loaders.messages.load(id);
  if (message) return message;
  throw new DomovoyError('A message that was named is not there.', {
    code: 'MESSAGE_MISSING',
    meta: { messageId: String(id) },
  });
}

export const namedMessages = (loaders: Loaders, ids: readonly bigint[]): Promise<MessageRow[]> =>
  Promise.all(ids.map((id) => namedMessage(loaders, id)));

export const messageTextError = () => ({
  __typename: 'MessageTextError' as const,
  code: 'MESSAGE_TEXT' as const,
  message: 'A message has 1 to 4,000 characters.',
  path: ['input', 'text'],
});

export const conversationMovedError = (newMessages: MessageRow[]) => ({
  __typename: 'ConversationMovedError' as const,
  code: 'CONVERSATION_MOVED' as const,
  message: 'The abonent wrote meanwhile.',
  path: ['input', 'lastSeenMessageId'],
  newMessages,
});

export const messageStateError = (current: MessageRow) => ({
  __typename: 'MessageStateError' as const,
  code: 'MESSAGE_STATE' as const,
  message: 'Only a failed message is sent again.',
  path: ['input', 'id'],
  current,
});

export const assignmentChangedError = (conversation: ConversationRow) => ({
  __typename: 'AssignmentChangedError' as const,
  code: 'ASSIGNMENT_CHANGED' as const,
  message: 'Somebody else looks after it now.',
  path: ['input', 'expectedAssignee'],
  conversation,
});

export const conversationStateError = (conversation: ConversationRow) => ({
  __typename: 'ConversationStateError' as const,
  code: 'CONVERSATION_STATE' as const,
  message: 'It is in another state by now, or cannot go from there to this one.',
  path: ['input', 'state'],
  conversation,
});
