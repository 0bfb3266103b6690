import {
  addAuditEntry,
  findUserByEmail,
  findUserByIdentity,
  type InvitationRow,
  insertPersonIdentity,
  insertUser,
  listCompanies,
  listMembershipsOfUser,
  lockInvitationsOf,
  type PersonIdentity,
  type Store,
  settleInvitation,
  type Tx,
  type UserRow,
} from '@domovoy/store';
import type { Role } from '../access/roles.ts';
import { addMember, newPublicId } from '../person/create-person.ts';
import { readEmail, readPersonName } from '../person/person-input.ts';
import { actorOfUser, type BegunSession, beginSession, type SessionPlace } from './begin-session.ts';
import { companyFor } from './sign-in.ts';

/** What whoever is unknown gets, by the groups that the provider has them in. */
export interface GrantedRole {
  /** Short name. */
  readonly company: string;
  readonly role: Role;
}

export interface IdentifiedPerson {
  readonly identity: PersonIdentity;
  readonly email: string | null;
  /** Whether the provider has seen that the mailbox is theirs. */
  readonly isEmailVerified: boolean;
  readonly name: string | null;
  /** None: whoever is unknown is refused. */
  readonly roles: readonly GrantedRole[];
  /** Short name; left out: the one that was worked in last. */
  readonly company?: string | undefined;
  readonly place: SessionPlace;
}

export type IdentitySignIn =
  | ({ readonly kind: 'signed-in' } & BegunSession)
  /** `email`: whose it would have been; null: nobody's that can be named. */
  | { readonly kind: 'refused'; readonly email: string | null };

class RefusedError extends Error {}

/**
 * Who comes from an identity provider. They are known by the provider's own name for them, first by an e-mail that it
 * has verified, of a person who is here or was invited: whoever only says that an address is theirs becomes nobody.
 */
export async function signInByIdentity(store: Store, given: IdentifiedPerson): Promise<IdentitySignIn> {
  try {
    return await store.transaction(async (tx) => {
      const user = await personOf(tx, given);
      const company = await companyFor(tx, user, given.company);
      if (company === null) throw new RefusedError();
      const { companyId } = company;
      return {
        kind: 'signed-in',
        ...(await beginSession(tx, { user, companyId, place: given.place, by: 'identity' })),
      };
    });
  } catch (error) {
    // Nothing of it is kept: no person, no link.
    if (error instanceof RefusedError) return { kind: 'refused', email: readEmail(given.email ?? '') };
    throw error;
  }
}

async function personOf(tx: Tx, given: IdentifiedPerson): Promise<UserRow> {
  const email = verifiedEmail(given);
  const linked = await findUserByIdentity(tx, given.identity);
  const known = linked ?? (email === null ? null : await findUserByEmail(tx, email));
  const invitations = email === null ? [] : await lockInvitationsOf(tx, email);
  if (known === null) return newPerson(tx, given, { email, invitations });
  const wanted = await acceptable(tx, known, { invitations, company: given.company });
  await join(tx, known, wanted);
  if (linked === null) await link(tx, known, given);
  return known;
}

/** Null as well for one that is another address only by how it is written: providers do not take those for equal. */
function verifiedEmail({ email, isEmailVerified }: IdentifiedPerson): string | null {
  if (!isEmailVerified || email === null || email !== email.normalize('NFKC')) return null;
  return readEmail(email);
}

async function newPerson(
  tx: Tx,
  given: IdentifiedPerson,
  { email, invitations }: { email: string | null; invitations: readonly InvitationRow[] },
): Promise<UserRow> {
  const roles = invitations.length > 0 ? [] : await grantedRoles(tx, given.roles);
  if (email === null || (invitations.length === 0 && roles.length === 0)) throw new RefusedError();
  const name = readPersonName(given.name?.trim().slice(0, 100) ?? '') ?? email;
  const user = await insertUser(tx, { publicId: newPublicId(), email, name, passwordHash: null });
  // Somebody became this person at the same moment.
  if (user === null) throw new RefusedError();
  await join(tx, user, invitations);
  const { issuer } = given.identity;
  for (const { companyId, role } of roles)
    await addMember(tx, user, { companyId, role, actor: actorOfUser(user), details: { issuer } });
  await link(tx, user, given);
  return user;
}

/** Somebody who works somewhere joins another company only when that is what they ask for. */
async function acceptable(
  tx: Tx,
  user: UserRow,
  { invitations, company }: { invitations: readonly InvitationRow[]; company: string | undefined },
): Promise<readonly InvitationRow[]> {
  if (invitations.length === 0) return [];
  if ((await listMembershipsOfUser(tx, user.id)).length === 0) return invitations;
  const asked = (await listCompanies(tx)).find(({ shortName }) => shortName === company);
  return invitations.filter(({ companyId }) => companyId === asked?.id);
}

async function join(tx: Tx, user: UserRow, invitations: readonly InvitationRow[]): Promise<void> {
  for (const { id, companyId, role, createdBy } of invitations) {
    await settleInvitation(tx, id);
    const details = { invitedBy: createdBy };
    await addMember(tx, user, { companyId, role, actor: actorOfUser(user), details });
  }
}

async function grantedRoles(
  tx: Tx,
  granted: readonly GrantedRole[],
): Promise<{ companyId: bigint; role: Role }[]> {
  if (granted.length === 0) return [];
  const companies = await listCompanies(tx);
  return granted.flatMap(({ company, role }) => {
    const found = companies.find(({ shortName }) => shortName === company);
    return found === undefined ? [] : [{ companyId: found.id, role }];
  });
}

/** From now on the e-mail does not count for them. */
async function link(tx: Tx, user: UserRow, { identity }: IdentifiedPerson): Promise<void> {
  if (!(await insertPersonIdentity(tx, { ...identity, userId: user.id }))) throw new RefusedError();
  for (const { companyId } of await listMembershipsOfUser(tx, user.id))
    await addAuditEntry(tx, {
      companyId,
      actor: actorOfUser(user),
      action: 'person.link_identity',
      entity: 'user',
      entityId: user.id,
      after: { issuer: identity.issuer },
    });
}
