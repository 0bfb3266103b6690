import { createHash, randomBytes } from 'node:crypto';
import {
  addAuditEntry,
  findUserByEmail,
  type InvitationRow,
  insertInvitation,
  listMembershipsOfUser,
  type Store,
  withdrawInvitation as withdraw,
} from '@domovoy/store';
import { lacking } from '../access/lacking.ts';
import type { Permission, Permissions } from '../access/permissions.ts';
import { PERMISSIONS_OF_ROLE, type Role } from '../access/roles.ts';
import { readEmail } from '../person/person-input.ts';

const LIFETIME_MS = 7 * 24 * 3_600_000;
const TOKEN = /^dmi_[\w-]{43}$/;

export const invitationTokenHash = (token: string): string | null =>
  TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : null;

export type InviteResult =
  /** The token is shown this once: whoever has it may join. */
  | { readonly kind: 'invited'; readonly token: string; readonly invitation: InvitationRow }
  | { readonly kind: 'email-invalid' }
  | { readonly kind: 'member-already'; readonly userId: bigint }
  /** The role may do what the caller may not. */
  | { readonly kind: 'beyond'; readonly permissions: readonly Permission[] };

/** Asks a person into the company. The link works once, for a week; another one for the same e-mail takes its place. */
export async function inviteStaff(
  store: Store,
  given: {
    readonly companyId: bigint;
    readonly email: string;
    readonly role: Role;
    readonly actor: string;
    /** Of who asks. */
    readonly permissions: Permissions;
  },
): Promise<InviteResult> {
  const { companyId, role, actor, permissions } = given;
  const email = readEmail(given.email);
  if (email === null) return { kind: 'email-invalid' };
  const beyond = lacking(permissions, PERMISSIONS_OF_ROLE[role]);
  if (beyond.length > 0) return { kind: 'beyond', permissions: beyond };
  const token = `dmi_${randomBytes(32).toString('base64url')}`;
  const tokenHash = invitationTokenHash(token) ?? '';
  return store.transaction(async (tx) => {
    const user = await findUserByEmail(tx, email);
    const companies = user === null ? [] : await listMembershipsOfUser(tx, user.id);
    if (user !== null && companies.some((one) => one.companyId === companyId))
      return { kind: 'member-already', userId: user.id };
    const invitation = await insertInvitation(tx, {
      companyId,
      email,
      role,
      tokenHash,
      createdBy: actor,
      lifetimeMs: LIFETIME_MS,
    });
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'invitation.create',
      entity: 'invitation',
      entityId: invitation.id,
      after: { email, role, expiresAt: invitation.expiresAt },
    });
    return { kind: 'invited', token, invitation };
  });
}

/** Its link works no more. Null: the company has no such invitation that is still open. */
export const withdrawInvitation = (
  store: Store,
  { companyId, invitationId, actor }: { companyId: bigint; invitationId: bigint; actor: string },
): Promise<InvitationRow | null> =>
  store.transaction(async (tx) => {
    const row = await withdraw(tx, { id: invitationId, companyId });
    if (row === null) return null;
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'invitation.withdraw',
      entity: 'invitation',
      entityId: row.id,
      before: { email: row.email, role: row.role },
    });
    return row;
  });
