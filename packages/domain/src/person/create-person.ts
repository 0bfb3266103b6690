import { randomBytes } from 'node:crypto';
import {
  addAuditEntry,
  findUserByEmail,
  insertMembership,
  insertUser,
  type Store,
  setPasswordHash,
  type Tx,
  type UserRow,
} from '@domovoy/store';
import type { Role } from '../access/roles.ts';
import { endSessionsIn } from '../session/end-session.ts';
import type { Passwords } from './passwords.ts';

export const newPublicId = (): string => randomBytes(6).toString('hex');
/** 120 random bits, to be copied; the person chooses another. */
const newPassword = (): string => randomBytes(15).toString('base64url');

export interface PersonToCreate {
  readonly companyId: bigint;
  /** As `readEmail` gives it. */
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly actor: string;
}

export interface CreatedPerson {
  readonly user: UserRow;
  /** Shown this once; null: there is such a person, with a password of their own. */
  readonly password: string | null;
  /** False: they belonged to the company already; their role is as it was. */
  readonly isNewMember: boolean;
}

/** From the command line: the first owner of a company, and whoever has no other way in. */
export async function createPerson(
  store: Store,
  passwords: Passwords,
  given: PersonToCreate,
): Promise<CreatedPerson> {
  const password = newPassword();
  const passwordHash = await passwords.hash(password);
  return store.transaction(async (tx) => {
    const { email, name } = given;
    const made = await insertUser(tx, { publicId: newPublicId(), email, name, passwordHash });
    const user = made ?? (await findUserByEmail(tx, email));
    if (user === null) throw new TypeError('it was made, or was there');
    const isNewMember = await addMember(tx, user, given);
    return { user, password: made === null ? null : password, isNewMember };
  });
}

/** False: they belong to the company already. */
export async function addMember(
  tx: Tx,
  { id: userId, name, email }: Pick<UserRow, 'id' | 'name' | 'email'>,
  {
    companyId,
    role,
    actor,
    details = {},
  }: Pick<PersonToCreate, 'companyId' | 'role' | 'actor'> & {
    readonly details?: Readonly<Record<string, unknown>>;
  },
): Promise<boolean> {
  if (!(await insertMembership(tx, { companyId, userId, role, createdBy: actor }))) return false;
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'staff.add',
    entity: 'user',
    entityId: userId,
    details,
    after: { name, email, role },
  });
  return true;
}

/** From the command line, for who has lost theirs: a new one, and every session ends. Null: there is no such person. */
export async function resetPassword(
  store: Store,
  passwords: Passwords,
  { email, actor }: { readonly email: string; readonly actor: string },
): Promise<{ readonly password: string } | null> {
  const password = newPassword();
  const hash = await passwords.hash(password);
  return store.transaction(async (tx) => {
    const user = await findUserByEmail(tx, email);
    if (user === null) return null;
    await setPasswordHash(tx, user.id, hash);
    await endSessionsIn(tx, { userId: user.id }, { actor, reason: 'password' });
    return { password };
  });
}
