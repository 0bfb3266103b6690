import {
  type Executor,
  findUserByEmail,
  listMembershipsOfUser,
  listSessionsOfUser,
  type MembershipOfUser,
  type SecretBox,
  type Store,
  type UserRow,
} from '@domovoy/store';
import type { Passwords } from '../person/passwords.ts';
import { readEmail } from '../person/person-input.ts';
import { checkSecondFactor } from '../person/second-factor/check-second-factor.ts';
import { type BegunSession, beginSession, type SessionPlace } from './begin-session.ts';
import { type AttemptLimits, countSignInAttempt } from './limit-attempts.ts';
import type { NoteRefusal, RefusedFor } from './note-refusal.ts';

export interface SignInTools {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly encryption: SecretBox;
  readonly noteRefusal: NoteRefusal;
  /** For tests. */
  readonly limits?: AttemptLimits;
}

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Of the second factor, or one to recover with. */
  readonly code?: string | undefined;
  /** Short name; left out: the one that was worked in last. */
  readonly company?: string | undefined;
  readonly place: SessionPlace;
}

export type SignInResult =
  | ({ readonly kind: 'signed-in' } & BegunSession)
  /** E-mail, password, code or company: which of them is nobody's business. */
  | { readonly kind: 'refused' }
  /** The password is right, and the person has a second factor. */
  | { readonly kind: 'code-needed' }
  | { readonly kind: 'limited'; readonly retryAfterMs: number };

/** Nobody has it: no e-mail is without its sign. */
const NO_EMAIL = '';

/** By e-mail, password and, if the person has one, a second factor. */
export async function signIn(
  { store, passwords, encryption, noteRefusal, limits }: SignInTools,
  given: SignIn,
): Promise<SignInResult> {
  const email = readEmail(given.email) ?? NO_EMAIL;
  const { address } = given.place;
  const attempt = await countSignInAttempt(store, { email, address }, limits);
  if (attempt.newlyOver !== null)
    noteRefusal({ email: attempt.newlyOver === 'account' ? email : null, reason: 'limit', address });
  if (attempt.retryAfterMs !== null) return { kind: 'limited', retryAfterMs: attempt.retryAfterMs };
  const refused = (reason: RefusedFor): SignInResult => {
    noteRefusal({ email, reason, address });
    return { kind: 'refused' };
  };
  const user = await findUserByEmail(store.db, email);
  // Also without a person: the same work, so that nobody finds out by the clock who has an account.
  const isRight = await passwords.verify(given.password, user?.passwordHash ?? null);
  if (user === null || !isRight) return refused('password');
  const company = await companyFor(store.db, user, given.company);
  if (company === null) return refused('company');
  if (user.totpConfirmedAt !== null) {
    if (given.code === undefined) return { kind: 'code-needed' };
    if (!(await checkSecondFactor({ store, encryption }, user, given.code))) return refused('code');
  }
  await attempt.right();
  const { companyId } = company;
  const begun = await store.transaction((tx) =>
    beginSession(tx, { user, companyId, place: given.place, by: 'password' }),
  );
  return { kind: 'signed-in', ...begun };
}

/** Null: they belong to no company, or not to this one. */
export async function companyFor(
  db: Executor,
  user: Pick<UserRow, 'id'>,
  shortName: string | undefined,
): Promise<MembershipOfUser | null> {
  const all = await listMembershipsOfUser(db, user.id);
  if (shortName !== undefined) return all.find((one) => one.shortName === shortName) ?? null;
  if (all.length < 2) return all[0] ?? null;
  const [last] = await listSessionsOfUser(db, user.id);
  return all.find((one) => one.companyId === last?.companyId) ?? all[0] ?? null;
}
