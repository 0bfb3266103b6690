import { addSignUpEvent, lockSignUp, moveSignUp, type Tx } from '@domovoy/store';
import { signUpStatesBefore } from '../sign-up-transitions.ts';
import { isForMatching, needReview } from '../workflow/settle-match.ts';

interface Asked {
  readonly companyId: bigint;
  readonly signUpId: bigint;
}

/** Nobody looks for its entrance: a person has to. What waits for a person already goes on doing so. */
export async function cancelMatch(tx: Tx, of: Asked, { actor }: { readonly actor: string }): Promise<void> {
  const signUp = await lockSignUp(tx, of);
  if (signUp === null || !isForMatching(signUp)) return;
  if (signUp.state === 'new' || signUp.stateReason === 'RETRIED')
    await needReview(tx, signUp, 'MATCH_CANCELLED', { code: 'CANCELLED' }, actor);
}

/** It is looked for again, and the answer is on its way. */
export async function rematch(tx: Tx, of: Asked, { actor }: { readonly actor: string }): Promise<void> {
  const signUp = await lockSignUp(tx, of);
  if (signUp === null || !isForMatching(signUp)) return;
  if (signUp.stateReason !== 'MATCH_FAILED' && signUp.stateReason !== 'MATCH_CANCELLED') return;
  const moved = await moveSignUp(tx, signUp, {
    from: signUpStatesBefore('needs_review'),
    state: 'needs_review',
    stateReason: 'RETRIED',
    movedBy: actor,
  });
  if (moved) await addSignUpEvent(tx, moved, { kind: 'retried', actor });
}
