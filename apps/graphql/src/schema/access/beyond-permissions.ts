import type { Permission } from '@domovoy/domain';

export const beyondPermissions = (permissions: readonly Permission[], path: string[]) => ({
  __typename: 'BeyondPermissionsError' as const,
  code: 'BEYOND_PERMISSIONS' as const,
  message: `Nobody gives away more than they have: ${permissions.join(', ')}.`,
  path,
  permissions: [...permissions],
});
