import type { AuditEventConnectionResolvers } from '../../types.generated.ts';

export const AuditEventConnection: AuditEventConnectionResolvers = {
  totalCount: ({ totalCount }) => totalCount(),
};
