/**
 * What a caller may be allowed. Pairs: who may write need not be allowed to read. Stable: keys in the database and
 * programs outside name them.
 */
export const PERMISSIONS = [
  'READ_SIGN_UPS',
  'WRITE_SIGN_UPS',
  /** Decide: approve and reject. */
  'APPROVE_SIGN_UPS',
  'READ_CONVERSATIONS',
  'WRITE_CONVERSATIONS',
  'READ_ACCOUNTS',
  'WRITE_ACCOUNTS',
  'READ_ENTRANCES',
  'WRITE_ENTRANCES',
  'READ_DELIVERIES',
  'WRITE_DELIVERIES',
  'READ_INTEGRATIONS',
  /** Also policies: how the hub works for the company. */
  'WRITE_INTEGRATIONS',
  'READ_EVENTS',
  'WRITE_EVENTS',
  'READ_STAFF',
  'WRITE_STAFF',
  'READ_KEYS',
  'WRITE_KEYS',
  'READ_AUDIT',
  'WRITE_AUDIT',
  /** Many at once. */
  'BULK',
  'BROADCAST',
  /** Phones as they are; without it they are masked wherever they may stand. */
  'SEE_PHONES',
  /** The schema, where an installation shows it to nobody else, and which field one may have meant. */
  'SEE_SCHEMA',
] as const;

export type Permission = (typeof PERMISSIONS)[number];
export type Permissions = ReadonlySet<Permission>;

export const ALL_PERMISSIONS: Permissions = new Set(PERMISSIONS);

/** Names that are no permission (any more) permit nothing. */
export const knownPermissions = (names: readonly string[]): Permissions =>
  new Set(PERMISSIONS.filter((permission) => names.includes(permission)));
