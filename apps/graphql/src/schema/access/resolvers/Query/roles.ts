import { PERMISSIONS_OF_ROLE, ROLES } from '@domovoy/domain';
import type { QueryResolvers } from '../../../types.generated.ts';
import { upperCase } from '../../../values/enum-value.ts';

export const roles: NonNullable<QueryResolvers['roles']> = () =>
  ROLES.map((role) => ({ role: upperCase(role), permissions: [...PERMISSIONS_OF_ROLE[role]].toSorted() }));
