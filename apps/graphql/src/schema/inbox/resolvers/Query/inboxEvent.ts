import { decodeInboxId } from '../../../../ids/node-id.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const inboxEvent: NonNullable<QueryResolvers['inboxEvent']> = (_parent, { id }, { loaders }) => {
  const at = decodeInboxId(id);
  return at && loaders.inboxEvents.load(at);
};
