import { type Store, saveSignUpPlan } from '@domovoy/store';
import { beginStep } from '../workflow/steps.ts';
import { type Acted, type ActRefused, act, isRefused, moveByHand, type SignUpAct } from './act.ts';

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
  return act<RejectionRefused>(store, given, async (tx, signUp, tools) => {
    const moved = await moveByHand(tx, signUp, given, {
      to: 'rejected',
      reason: 'REJECTED_BY_HAND',
      deed: 'rejected',
      action: 'sign_up.reject',
      details: { reason, tellsAbonent: given.tellsAbonent },
    });
    if (isRefused(moved)) return moved;
    await saveSignUpPlan(tx, moved, { rejectedReason: reason, decidedBy: given.actor });
    if (tools.policy.rules.statuses.rejected !== null) await beginStep(tx, moved, 'status', tools);
    if (given.tellsAbonent) await beginStep(tx, moved, 'refusal', tools);
    return { kind: 'done', signUp: moved };
  });
}
