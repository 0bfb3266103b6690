import {
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

export interface SignInTools {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly encryption: SecretBox;
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
  { store, passwords, encryption, limits }: SignInTools,
  given: SignIn,
): Promise<SignInResult> {
  const email = readEmail(given.email) ?? NO_EMAIL;
  const attempt = await countSignInAttempt(store, { email, address: given.place.address }, limits);
  if (attempt.retryAfterMs !== null) return { kind: 'limited', retryAfterMs: attempt.retryAfterMs };
  const user = await findUserByEmail(store.db, email);
  // Also without a person: the same work, so that nobody finds out by the clock who has an account.
  const isRight = await passwords.verify(given.password, user?.passwordHash ?? null);
  if (user === null || !isRight) return { kind: 'refused' };
  const company = await companyFor(store, user, given.company);
  if (company === null) return { kind: 'refused' };
  if (user.totpConfirmedAt !== null) {
    if (given.code === undefined) return { kind: 'code-needed' };
    if (!(await checkSecondFactor({ store, encryption }, user, given.code))) return { kind: 'refused' };
  }
  await attempt.right();
  const { companyId } = company;
  const begun = await store.transaction((tx) =>
    beginSession(tx, { user, companyId, place: given.place, by: 'password' }),
  );
  return { kind: 'signed-in', ...begun };
}

/** Null: they belong to no company, or not to this one. */
async function companyFor(
  store: Store,
  user: UserRow,
  shortName: string | undefined,
): Promise<MembershipOfUser | null> {
  const all = await listMembershipsOfUser(store.db, user.id);
  if (shortName !== undefined) return all.find((one) => one.shortName === shortName) ?? null;
  if (all.length < 2) return all[0] ?? null;
  const [last] = await listSessionsOfUser(store.db, user.id);
  return all.find((one) => one.companyId === last?.companyId) ?? all[0] ?? null;
}
