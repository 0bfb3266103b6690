import { PERMISSIONS, PERMISSIONS_OF_ROLE, ROLES } from '@domovoy/domain';
import type { QueryResolvers } from '../../../types.generated.ts';
import { upperCase } from '../../../values/enum-value.ts';

export const permissions: NonNullable<QueryResolvers['permissions']> = () =>
  PERMISSIONS.map((permission) => ({
    permission,
    roles: ROLES.filter((role) => PERMISSIONS_OF_ROLE[role].has(permission)).map(upperCase),
  }));
