import { auditedId } from '../../audit/audited-id.ts';
import type { InboxEventEffectResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const InboxEventEffect: InboxEventEffectResolvers = {
  change: ({ op }) => upperCase(op),
  id: ({ entity, id }) => (id === null ? null : auditedId(entity, id)),
};
