import { ALL_PERMISSIONS, PERMISSIONS, type Permission, type Permissions } from './permissions.ts';

export const ROLES = ['owner', 'manager', 'agent', 'engineer', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** What everybody reads who works with abonents. */
const DAILY_READS = [
  'READ_SIGN_UPS',
  'READ_CONVERSATIONS',
  'READ_ACCOUNTS',
  'READ_ENTRANCES',
  'READ_DELIVERIES',
] as const satisfies readonly Permission[];

/** Managers give nobody access. */
const OWNERS_ALONE: readonly Permission[] = ['WRITE_STAFF', 'WRITE_KEYS', 'WRITE_AUDIT'];

export const PERMISSIONS_OF_ROLE: Readonly<Record<Role, Permissions>> = {
  owner: ALL_PERMISSIONS,
  manager: new Set(PERMISSIONS.filter((permission) => !OWNERS_ALONE.includes(permission))),
  agent: new Set<Permission>([
    ...DAILY_READS,
    'WRITE_SIGN_UPS',
    'APPROVE_SIGN_UPS',
    'WRITE_CONVERSATIONS',
    'SEE_PHONES',
  ]),
  /** Keeps it running, and need not know whose phone it is. */
  engineer: new Set<Permission>([
    ...DAILY_READS,
    'WRITE_DELIVERIES',
    'READ_INTEGRATIONS',
    'WRITE_INTEGRATIONS',
    'READ_EVENTS',
    'WRITE_EVENTS',
    'WRITE_ENTRANCES',
    'BULK',
    'SEE_SCHEMA',
  ]),
  viewer: new Set<Permission>(DAILY_READS),
};
