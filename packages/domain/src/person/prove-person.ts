import { findUser, type SecretBox, type Store, type UserRow } from '@domovoy/store';
import { type AttemptLimits, countSignInAttempt } from '../session/limit-attempts.ts';
import type { NoteRefusal, RefusedFor } from '../session/note-refusal.ts';
import type { Passwords } from './passwords.ts';
import { checkSecondFactor } from './second-factor/check-second-factor.ts';

export interface PersonTools {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly encryption: SecretBox;
  readonly noteRefusal: NoteRefusal;
  /** For tests. */
  readonly limits?: AttemptLimits;
}

/** Who asks for something that an open browser alone must not be enough for. */
export interface PersonProof {
  readonly userId: bigint;
  readonly password: string;
  readonly code?: string | undefined;
  readonly address: string;
}

export type NotProven =
  | { readonly kind: 'refused' }
  | { readonly kind: 'code-needed' }
  | { readonly kind: 'limited'; readonly retryAfterMs: number };

/** The password, and the second factor of whoever has one; counted like signing in. */
export async function provePerson(
  tools: PersonTools,
  { userId, password, code, address }: PersonProof,
): Promise<{ readonly kind: 'proven'; readonly user: UserRow } | NotProven> {
  const { store, passwords, noteRefusal, limits } = tools;
  const user = await findUser(store.db, userId);
  if (user === null) return { kind: 'refused' };
  const { email } = user;
  const attempt = await countSignInAttempt(store, { email, address }, limits);
  if (attempt.newlyOver !== null)
    noteRefusal({ email: attempt.newlyOver === 'account' ? email : null, reason: 'limit', address });
  if (attempt.retryAfterMs !== null) return { kind: 'limited', retryAfterMs: attempt.retryAfterMs };
  const refused = (reason: RefusedFor): NotProven => {
    noteRefusal({ email, reason, address });
    return { kind: 'refused' };
  };
  if (!(await passwords.verify(password, user.passwordHash))) return refused('password');
  if (user.totpConfirmedAt !== null) {
    if (code === undefined) return { kind: 'code-needed' };
    if (!(await checkSecondFactor(tools, user, code))) return refused('code');
  }
  await attempt.right();
  return { kind: 'proven', user };
}
