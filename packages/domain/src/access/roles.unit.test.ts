import { describe, expect, test } from 'vitest';
import { knownPermissions, PERMISSIONS } from './permissions.ts';
import { PERMISSIONS_OF_ROLE, ROLES } from './roles.ts';

/** O: owner, M: manager, A: agent, E: engineer, V: viewer. */
const TABLE = `
  READ_SIGN_UPS       O M A E V
  WRITE_SIGN_UPS      O M A
  APPROVE_SIGN_UPS    O M A
  READ_CONVERSATIONS  O M A E V
  WRITE_CONVERSATIONS O M A
  READ_ACCOUNTS       O M A E V
  WRITE_ACCOUNTS      O M
  READ_ENTRANCES      O M A E V
  WRITE_ENTRANCES     O M E
  READ_DELIVERIES     O M A E V
  WRITE_DELIVERIES    O M E
  READ_INTEGRATIONS   O M E
  WRITE_INTEGRATIONS  O M E
  READ_EVENTS         O M E
  WRITE_EVENTS        O M E
  READ_STAFF          O M
  WRITE_STAFF         O
  READ_KEYS           O M
  WRITE_KEYS          O
  READ_AUDIT          O M
  WRITE_AUDIT         O
  BULK                O M E
  BROADCAST           O M
  SEE_PHONES          O M A
  SEE_SCHEMA          O M E`;

describe('roles', () => {
  test('permit what the table says, and nothing else', () => {
    const lines = PERMISSIONS.map((permission) => {
      const roles = ROLES.filter((role) => PERMISSIONS_OF_ROLE[role].has(permission));
      return `  ${permission.padEnd(19)} ${roles.map((role) => role.slice(0, 1).toUpperCase()).join(' ')}`;
    });
    expect(`\n${lines.join('\n')}`).toBe(TABLE);
  });

  test('a name that is no permission permits nothing', () => {
    expect([...knownPermissions(['READ_ALL', 'READ_AUDIT', 'toString'])]).toEqual(['READ_AUDIT']);
  });
});
