import {
  addAuditEntry,
  addSignUpEvent,
  cancelUntouchedDeliveries,
  findSignUpPlan,
  listStepsOf,
  markDecisionUndone,
  moveSignUp,
  restoreSignUpSteps,
  type SignUpRow,
  type Store,
  saveSignUpPlan,
  type Tx,
} from '@domovoy/store';
import { type Acted, type ActRefused, actOn, type SignUpAct, wrongState } from '../by-hand/act.ts';
import { canSignUpMove, signUpStatesBefore, UNDO_TRANSITIONS } from '../sign-up-transitions.ts';
import { type Compensation, planCompensation } from './compensation.ts';
import { type BeforeDecision, beforeDecisionOf, stepsSince } from './decision.ts';

export interface DecisionToUndo extends Omit<SignUpAct, 'expectedVersion'> {
  /** The version that the decision gave, so that nobody takes back another one; absent: whichever was the last. */
  readonly decisionVersion?: number;
}

/** Something was begun, and may have had its effect: this is what can be done about it. */
export interface TooLate extends Compensation {
  readonly kind: 'too-late';
}

/**
 * Takes a decision back as if it had never been made, as long as nothing was begun for it: whether a worker has had one of
 * its deliveries in hand is asked by the statement that takes them away from the workers.
 */
export const undoDecision = (store: Store, given: DecisionToUndo): Promise<Acted | ActRefused | TooLate> =>
  actOn<TooLate>(store, given, async (tx, signUp, { policy }) => {
    const plan = await findSignUpPlan(tx, signUp.id);
    const before = beforeDecisionOf(plan);
    if (given.decisionVersion !== undefined && before?.version !== given.decisionVersion)
      return { kind: 'conflict', version: signUp.version, by: signUp.movedBy, at: signUp.movedAt };
    const undone = before && (await takeBack(tx, signUp, before, given));
    if (undone) return { kind: 'done', signUp: undone };
    const isDecided = plan?.entranceRosdomofonId != null || signUp.state === 'rejected';
    if (!isDecided || signUp.state === 'needs_review' || signUp.state === 'new') return wrongState(signUp);
    return { kind: 'too-late', ...(await planCompensation(tx, signUp, { plan, before, policy })) };
  });

/** Null: it is too late. */
async function takeBack(
  tx: Tx,
  signUp: SignUpRow,
  before: BeforeDecision,
  given: DecisionToUndo,
): Promise<SignUpRow | null> {
  const { companyId, actor } = given;
  const back = placeBefore(before);
  if (!canSignUpMove(signUp.state, back.state, UNDO_TRANSITIONS)) return null;
  const begun = stepsSince(before, await listStepsOf(tx, signUp.id));
  const isUntouched = begun.every(
    ({ state, deliveryId }) => state === 'waiting' && before.begun.includes(deliveryId),
  );
  if (!isUntouched) return null;
  const ids = begun.map(({ deliveryId }) => deliveryId);
  const cancelled = await cancelUntouchedDeliveries(tx, { companyId, ids, actor });
  if (cancelled.length < ids.length) return null;
  const moved = await moveSignUp(tx, signUp, {
    ...back,
    askedStatus: before.signUp.askedStatus,
    from: signUpStatesBefore(back.state, UNDO_TRANSITIONS),
    movedBy: actor,
  });
  if (moved === null) return null;
  await saveSignUpPlan(tx, moved, { ...before.plan, heldUntil: null, beforeDecision: null });
  await restoreSignUpSteps(tx, moved, before.steps);
  await markDecisionUndone(tx, moved);
  const details = { from: signUp.state, to: back.state };
  await addSignUpEvent(tx, moved, { kind: 'undone', actor, details });
  await addAuditEntry(tx, {
    companyId,
    actor,
    action: 'sign_up.undo',
    entity: 'sign_up',
    entityId: signUp.id,
    details,
    before: { state: signUp.state },
    after: { state: moved.state },
  });
  return moved;
}

/** Where it was; or with a person, when there is no way back to where it was. */
function placeBefore({ signUp: { state, stateReason, assignee } }: BeforeDecision) {
  if (state === 'needs_review' || state === 'failed') return { state, stateReason, assignee };
  return { state: 'needs_review', stateReason: 'DECISION_UNDONE', assignee: null } as const;
}
