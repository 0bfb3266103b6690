import type { SignUpRow, Tx } from '@domovoy/store';
import { enqueueSignUp, type StepTools } from '../workflow/steps.ts';
import { type Acted, type ActRefused, isRefused, type Move, moveByHand, type SignUpAct } from './act.ts';

/** A person wants the hub to look for the entrance again, and to go on by the policy. */
export async function lookAgain(
  tx: Tx,
  signUp: SignUpRow,
  given: SignUpAct,
  { target }: StepTools,
  how: Pick<Move, 'deed' | 'action'>,
): Promise<Acted | ActRefused> {
  const moved = await moveByHand(tx, signUp, given, {
    ...how,
    to: 'needs_review',
    reason: 'RETRIED',
    assignee: null,
    askedStatus: signUp.wireStatus,
    details: {},
  });
  if (isRefused(moved)) return moved;
  const { id, abonentRosdomofonId, version } = moved;
  await enqueueSignUp(tx, {
    kind: 'sign_up.match',
    payload: { signUpId: String(id), abonentId: String(abonentRosdomofonId) },
    target,
    dedupeKey: `${id}:again:${version}`,
    requestedBy: given.actor,
  });
  return { kind: 'done', signUp: moved };
}
