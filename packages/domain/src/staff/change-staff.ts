import {
  addAuditEntry,
  deleteMembership,
  lockMemberships,
  type Store,
  setMembershipRole,
} from '@domovoy/store';
import { lacking } from '../access/lacking.ts';
import type { Permission, Permissions } from '../access/permissions.ts';
import { PERMISSIONS_OF_ROLE, type Role } from '../access/roles.ts';
import { endSessionsIn } from '../session/end-session.ts';

interface OfStaff {
  readonly companyId: bigint;
  readonly userId: bigint;
  readonly actor: string;
}

type Refused =
  | { readonly kind: 'not-found' }
  /** Somebody has to be left who may give access to others. */
  | { readonly kind: 'last-owner' };

export type SetRoleResult =
  | { readonly kind: 'changed' }
  | Refused
  /** The new role, or the old one, may do what the caller may not. */
  | { readonly kind: 'beyond'; readonly permissions: readonly Permission[] };

/** What a person may do in the company from now on: requests within moments, open sockets are closed. */
export const setRole = (
  store: Store,
  given: OfStaff & { readonly role: Role; readonly permissions: Permissions },
): Promise<SetRoleResult> =>
  store.transaction(async (tx) => {
    const { companyId, userId, role, actor, permissions } = given;
    const all = await lockMemberships(tx, companyId);
    const known = all.find((one) => one.userId === userId);
    if (known === undefined) return { kind: 'not-found' };
    if (known.role === role) return { kind: 'changed' };
    const beyond = lacking(permissions, [...PERMISSIONS_OF_ROLE[role], ...PERMISSIONS_OF_ROLE[known.role]]);
    if (beyond.length > 0) return { kind: 'beyond', permissions: beyond };
    if (isLastOwner(all, userId)) return { kind: 'last-owner' };
    await setMembershipRole(tx, { companyId, userId }, role);
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'staff.set_role',
      entity: 'user',
      entityId: userId,
      before: { role: known.role },
      after: { role },
    });
    return { kind: 'changed' };
  });

export type RemoveStaffResult = { readonly kind: 'removed' } | Refused;

/** The person belongs to the company no more, and their sessions in it end. Keys that they made go on. */
export const removeStaff = (store: Store, given: OfStaff): Promise<RemoveStaffResult> =>
  store.transaction(async (tx) => {
    const { companyId, userId, actor } = given;
    const all = await lockMemberships(tx, companyId);
    const known = all.find((one) => one.userId === userId);
    if (known === undefined) return { kind: 'not-found' };
    if (isLastOwner(all, userId)) return { kind: 'last-owner' };
    await deleteMembership(tx, { companyId, userId });
    const ended = await endSessionsIn(tx, { userId, companyId }, { actor, reason: 'removed' });
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'staff.remove',
      entity: 'user',
      entityId: userId,
      details: { endedSessions: ended.length },
      before: { role: known.role },
    });
    return { kind: 'removed' };
  });

function isLastOwner(all: readonly { userId: bigint; role: Role }[], userId: bigint): boolean {
  const owners = all.filter(({ role }) => role === 'owner');
  return owners.length === 1 && owners[0]?.userId === userId;
}
