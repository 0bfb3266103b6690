import { type SignUpRow, type Store, saveSignUpPlan, type Tx } from '@domovoy/store';
import { keepDecision, rememberBefore } from '../undo/decision.ts';
import { beginStep, type StepTools } from '../workflow/steps.ts';
import { type Acted, type ActRefused, act, held, isRefused, moveByHand, type SignUpAct } from './act.ts';

export interface SignUpRejection extends SignUpAct {
  /** In words: RosDomofon keeps it, and the abonent reads it when they are told. */
  readonly reason: string;
  readonly tellsAbonent: boolean;
}

export type RejectionRefused = { readonly kind: 'reason-missing' };

/** A person refuses a sign-up; RosDomofon is told as the policy says. What was made for it already stays. */
export async function rejectSignUp(
  store: Store,
  given: SignUpRejection,
): Promise<Acted | ActRefused | RejectionRefused> {
  const reason = given.reason.trim();
  if (reason === '') return { kind: 'reason-missing' };
  return act<RejectionRefused>(store, given, (tx, signUp, tools) =>
    rejectLocked(tx, signUp, { ...given, reason }, held(tools)),
  );
}

/** The same, of a sign-up that the transaction has locked. */
export async function rejectLocked(
  tx: Tx,
  signUp: SignUpRow,
  given: Pick<SignUpRejection, 'actor' | 'reason' | 'tellsAbonent'>,
  tools: StepTools,
): Promise<Acted | ActRefused> {
  const { actor, reason, tellsAbonent } = given;
  const moved = await moveByHand(tx, signUp, given, {
    to: 'rejected',
    reason: 'REJECTED_BY_HAND',
    deed: 'rejected',
    action: 'sign_up.reject',
    details: { reason, tellsAbonent },
  });
  if (isRefused(moved)) return moved;
  const before = await rememberBefore(tx, signUp);
  await saveSignUpPlan(tx, moved, { rejectedReason: reason, decidedBy: actor });
  if (tools.policy.rules.statuses.rejected !== null) await beginStep(tx, moved, 'status', tools);
  if (tellsAbonent) await beginStep(tx, moved, 'refusal', tools);
  await keepDecision(tx, moved, before, tools.holdMs ?? 0);
  return { kind: 'done', signUp: moved };
}
