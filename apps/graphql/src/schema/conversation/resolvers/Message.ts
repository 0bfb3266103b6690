import { DomovoyError } from '@domovoy/models';
import { encodeId } from '../../../ids/node-id.ts';
import { kafkaCoordinates } from '../../inbox/kafka-coordinates.ts';
import type { MessageResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const Message: MessageResolvers = {
  id: ({ id }) => encodeId('Message', id),
  direction: ({ direction }) => upperCase(direction),
  state: ({ state }) => upperCase(state),
  failure: ({ failureCode, failureReason }) =>
    failureCode === null ? null : { code: failureCode, reason: failureReason },
  kafka: (message, _args, { loaders }) => kafkaCoordinates(loaders, message),
  conversation: async ({ id, conversationId }, _args, { loaders }) => {
    const conversation = await loaders.conversations.load(conversationId);
    if (conversation) return conversation;
    throw new DomovoyError('A message has no conversation.', {
      code: 'CONVERSATION_MISSING',
      meta: { messageId: String(id) },
    });
  },
  company: (_message, _args, { loaders }) => loaders.company(),
};
