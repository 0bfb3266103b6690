import type { Permission, Permissions } from './permissions.ts';

/** Nobody gives away more than they have: those of the wanted ones that are beyond it, in alphabetical order. */
export const lacking = (has: Permissions, wanted: Iterable<Permission>): Permission[] =>
  [...new Set(wanted)].filter((permission) => !has.has(permission)).toSorted();
