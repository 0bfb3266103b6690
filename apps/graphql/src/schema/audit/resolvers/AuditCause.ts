import type { AuditCauseResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';
import { auditedId } from '../audited-id.ts';

export const AuditCause: AuditCauseResolvers = {
  id: ({ entity, id }) => auditedId(entity, BigInt(id)),
  change: ({ op }) => upperCase(op),
};
