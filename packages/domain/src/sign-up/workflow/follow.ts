import { addSignUpEvent, lockSignUp, moveSignUp, type SignUpRow, type Tx } from '@domovoy/store';
import { signUpStatesBefore } from '../sign-up-transitions.ts';
import type { StateReason } from '../state-reason.ts';

interface Followed {
  readonly to: 'completed' | 'rejected' | 'needs_review';
  readonly reason: StateReason;
}

const FOLLOWED: Readonly<Record<string, Followed>> = {
  connected: { to: 'completed', reason: 'CONNECTED_ELSEWHERE' },
  rejected: { to: 'rejected', reason: 'REJECTED_ELSEWHERE' },
  delegated: { to: 'needs_review', reason: 'DELEGATED_ELSEWHERE' },
};

/**
 * What somebody else decided in RosDomofon; null when nobody did. The status that the hub itself asked for, or that a
 * person saw who decided all the same, is no such word.
 */
export function followedIn(signUp: SignUpRow): Followed | null {
  const followed = decidedElsewhere(signUp);
  const isSo = signUp.state === followed?.to && signUp.stateReason === followed.reason;
  return isSo ? null : followed;
}

/** The same, whether the hub has followed already or not. */
export const decidedElsewhere = ({ wireStatus, askedStatus }: SignUpRow): Followed | null =>
  wireStatus === askedStatus ? null : (FOLLOWED[wireStatus] ?? null);

/** Others decided: the hub does as they did, and nothing more. False: it is over already, or nobody did. */
export async function followRosdomofon(
  tx: Tx,
  given: { companyId: bigint; signUpId: bigint },
): Promise<boolean> {
  const signUp = await lockSignUp(tx, given);
  const followed = signUp && followedIn(signUp);
  if (!followed) return false;
  const moved = await moveSignUp(tx, signUp, {
    from: signUpStatesBefore(followed.to),
    state: followed.to,
    stateReason: followed.reason,
    movedBy: 'rosdomofon',
  });
  if (moved === null) return false;
  const details = { status: signUp.wireStatus, state: followed.to };
  await addSignUpEvent(tx, moved, { kind: 'followed', actor: 'rosdomofon', details });
  return true;
}
