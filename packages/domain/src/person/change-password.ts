import { addAuditEntry, setPasswordHash } from '@domovoy/store';
import { actorOfUser } from '../session/begin-session.ts';
import { endSessionsIn } from '../session/end-session.ts';
import { type PasswordProblem, passwordProblem } from './person-input.ts';
import { type NotProven, type PersonProof, type PersonTools, provePerson } from './prove-person.ts';

export type ChangePasswordResult =
  | { readonly kind: 'changed' }
  | { readonly kind: 'password-invalid'; readonly problem: PasswordProblem }
  | NotProven;

/** Every other session of the person ends: whoever knew the old password is out. */
export async function changePassword(
  tools: PersonTools,
  given: PersonProof & {
    readonly companyId: bigint;
    readonly sessionId: bigint;
    readonly newPassword: string;
  },
): Promise<ChangePasswordResult> {
  const { companyId, sessionId, newPassword } = given;
  const proof = await provePerson(tools, given);
  if (proof.kind !== 'proven') return proof;
  const { user } = proof;
  const problem = passwordProblem(newPassword, user.email);
  if (problem !== null) return { kind: 'password-invalid', problem };
  const hash = await tools.passwords.hash(newPassword);
  const actor = actorOfUser(user);
  await tools.store.transaction(async (tx) => {
    await setPasswordHash(tx, user.id, hash);
    const others = { userId: user.id, exceptSessionId: sessionId };
    const ended = await endSessionsIn(tx, others, { actor, reason: 'password' });
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'person.change_password',
      entity: 'user',
      entityId: user.id,
      details: { endedSessions: ended.length },
    });
  });
  return { kind: 'changed' };
}
