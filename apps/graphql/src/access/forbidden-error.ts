import type { Permission } from '@domovoy/domain';
import type { Caller } from '../commands/caller.ts';
import { PublicError } from '../errors/public-error.ts';

/** The caller may not do this; `extensions.permission` says what it would need. */
export const forbiddenError = (permission: Permission) =>
  new PublicError(`This needs the permission ${permission}.`, { code: 'FORBIDDEN', more: { permission } });

/** The first that is missing; null: none is. */
export function firstMissing({ permissions }: Caller, needed: readonly Permission[]): Permission | null {
  for (const permission of needed) if (!permissions.has(permission)) return permission;
  return null;
}

/** For what the schema cannot say: an argument that needs more than its field. */
export function requirePermission(caller: Caller, permission: Permission): void {
  if (!caller.permissions.has(permission)) throw forbiddenError(permission);
}
