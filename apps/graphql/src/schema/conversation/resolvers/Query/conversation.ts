import { decodeId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const conversation: NonNullable<QueryResolvers['conversation']> = (_parent, args, { loaders }) => {
  const id = decodeId('Conversation', args.id);
  return id === null ? null : loaders.conversations.load(id);
};
