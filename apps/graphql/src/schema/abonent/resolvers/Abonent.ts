import { readChildren } from '../../../connection/read-children.ts';
import { encodeId } from '../../../ids/node-id.ts';
import type { AbonentResolvers } from '../../types.generated.ts';

export const Abonent: Pick<
  AbonentResolvers,
  | 'accounts'
  | 'company'
  | 'createdAt'
  | 'hasLoggedIn'
  | 'id'
  | 'phone'
  | 'rosdomofonId'
  | 'syncedAt'
  | '__isTypeOf'
> = {
  id: ({ id }) => encodeId('Abonent', id),
  rosdomofonId: ({ rosdomofonId }) => Number(rosdomofonId),
  accounts: ({ rosdomofonId }, args, { caller, loaders }) =>
    readChildren(args, loaders.accountsOfAbonents, rosdomofonId, ['accountsOfAbonent', caller.companyId]),
  company: (_abonent, _args, { loaders }) => loaders.company(),
};
