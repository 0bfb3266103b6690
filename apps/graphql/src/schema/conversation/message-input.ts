import type { Loaders } from '../../loaders.ts';
import { notFoundError } from '../outcome/user-error.ts';
import type { SendMessageInput } from '../types.generated.ts';
import { findConversation, findMessage } from './find-conversation.ts';
import { noConversation, noMessage } from './message-outcome.ts';

interface ToSend {
  readonly conversationId: bigint;
  readonly text: string;
  readonly lastSeenMessageId: bigint | undefined;
}

export async function messageToSend(
  loaders: Loaders,
  input: SendMessageInput,
): Promise<ToSend | ReturnType<typeof notFoundError>> {
  const seen = input.lastSeenMessageId ?? null;
  const [conversation, lastSeen] = await Promise.all([
    findConversation(loaders, input.conversationId),
    seen === null ? null : findMessage(loaders, seen),
  ]);
  if (conversation === null) return notFoundError(...noConversation('conversationId'));
  if (seen !== null && lastSeen?.conversationId !== conversation.id)
    return notFoundError(...noMessage('lastSeenMessageId'));
  return { conversationId: conversation.id, text: input.text, lastSeenMessageId: lastSeen?.id };
}
