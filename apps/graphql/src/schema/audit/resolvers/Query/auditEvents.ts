import { cursorCodec } from '../../../../connection/cursor.ts';
import { readConnection } from '../../../../connection/read-connection.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { auditFilter } from '../../audit-filter.ts';

export const auditEvents: NonNullable<QueryResolvers['auditEvents']> = (
  _parent,
  args,
  { caller, company },
) => {
  const filter = auditFilter(args.filter);
  return readConnection(args, {
    cursors: cursorCodec('auditEvents', caller.companyId),
    read: (page) => company.listAuditEvents({ filter, page }),
    count: (limit) => company.countAuditEvents({ filter, limit }),
  });
};
