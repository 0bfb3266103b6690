import { findSignUpPlan, listStepsOf, type SignUpStep, type Store, saveSignUpPlan } from '@domovoy/store';
import {
  type Acted,
  type ActRefused,
  act,
  isRefused,
  moveByHand,
  type SignUpAct,
  wrongState,
} from '../by-hand/act.ts';
import type { RejectionRefused } from '../by-hand/reject-sign-up.ts';
import { COMPENSATION_TRANSITIONS } from '../sign-up-transitions.ts';
import { beginStep } from '../workflow/steps.ts';

export interface SignUpCompensation extends SignUpAct {
  /** In words: RosDomofon keeps it, and the abonent reads it when they are told. */
  readonly reason: string;
  readonly tellsAbonent: boolean;
}

/** What is taken back, when it was begun. */
const BACK: readonly (readonly [begun: SignUpStep, back: SignUpStep])[] = [
  ['connections', 'block_connections'],
  ['account', 'block_account'],
];

/**
 * What was done about an approval is taken back as far as it can be: the sign-up is rejected, and each thing that can be
 * taken back is a step of it, seen and tried again like any other. A step that is in work at this moment ends first: all of
 * them go through the abonent's one lane.
 */
export async function compensateSignUp(
  store: Store,
  given: SignUpCompensation,
): Promise<Acted | ActRefused | RejectionRefused> {
  const reason = given.reason.trim();
  if (reason === '') return { kind: 'reason-missing' };
  return act<RejectionRefused>(store, given, async (tx, signUp, tools) => {
    const plan = await findSignUpPlan(tx, signUp.id);
    if (plan?.entranceRosdomofonId == null) return wrongState(signUp);
    const begun = new Set((await listStepsOf(tx, signUp.id)).map(({ step }) => step));
    const { tellsAbonent } = given;
    const moved = await moveByHand(tx, signUp, given, {
      to: 'rejected',
      reason: 'COMPENSATED',
      deed: 'compensated',
      action: 'sign_up.compensate',
      details: { reason, tellsAbonent, from: signUp.state },
      table: COMPENSATION_TRANSITIONS,
    });
    if (isRefused(moved)) return moved;
    await saveSignUpPlan(tx, moved, {
      rejectedReason: reason,
      decidedBy: given.actor,
      heldUntil: null,
      beforeDecision: null,
    });
    for (const [done, back] of BACK) if (begun.has(done)) await beginStep(tx, moved, back, tools);
    if (tools.policy.rules.statuses.rejected !== null) await beginStep(tx, moved, 'status', tools);
    if (tellsAbonent) await beginStep(tx, moved, 'refusal', tools);
    return { kind: 'done', signUp: moved };
  });
}
