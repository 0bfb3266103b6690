import {
  addAuditEntry,
  addSignUpEvent,
  findSignUpPlan,
  listStepsOf,
  type SignUpRow,
  type Store,
  type Tx,
  tellSignUp,
} from '@domovoy/store';
import { complete } from '../workflow/advance.ts';
import { beginStep, firstOpenStep, type StepTools } from '../workflow/steps.ts';
import {
  type Acted,
  type ActRefused,
  act,
  isRefused,
  moveByHand,
  type SignUpAct,
  wrongState,
} from './act.ts';
import { lookAgain } from './look-again.ts';

/**
 * Goes on where it stopped: a failed sign-up from its first step that is not done, a refused one with what RosDomofon or
 * the abonent was not told, and one that waits for a person or was left alone is looked at again.
 */
export const retrySignUp = (store: Store, given: SignUpAct): Promise<Acted | ActRefused> =>
  act<ActRefused>(store, given, async (tx, signUp, tools) => {
    if (signUp.state === 'failed') return goOn(tx, signUp, given, tools);
    if (signUp.state === 'rejected') return tellAgain(tx, signUp, given, tools);
    const isOpen = signUp.state === 'needs_review' || (signUp.state === 'new' && signUp.stateReason !== null);
    if (!isOpen || signUp.assignee !== null) return wrongState(signUp);
    return lookAgain(tx, signUp, given, tools, { deed: 'retried', action: 'sign_up.retry' });
  });

async function goOn(
  tx: Tx,
  signUp: SignUpRow,
  given: SignUpAct,
  tools: StepTools,
): Promise<Acted | ActRefused> {
  const [plan, steps] = [await findSignUpPlan(tx, signUp.id), await listStepsOf(tx, signUp.id)];
  if (plan?.entranceRosdomofonId == null) return wrongState(signUp);
  const step = firstOpenStep(steps, tools.policy.rules);
  const moved = await moveByHand(tx, signUp, given, {
    to: 'provisioning',
    reason: null,
    deed: 'retried',
    action: 'sign_up.retry',
    details: { step },
  });
  if (isRefused(moved)) return moved;
  if (step !== null) await beginStep(tx, moved, step, tools);
  else await complete(tx, moved);
  return { kind: 'done', signUp: moved };
}

async function tellAgain(
  tx: Tx,
  signUp: SignUpRow,
  { actor }: SignUpAct,
  tools: StepTools,
): Promise<Acted | ActRefused> {
  const failed = (await listStepsOf(tx, signUp.id)).filter(({ state }) => state === 'failed');
  if (failed.length === 0) return wrongState(signUp);
  const details = { steps: failed.map(({ step }) => step) };
  for (const { step, deliveryId } of failed)
    await beginStep(tx, signUp, step, { ...tools, insteadOf: deliveryId });
  await addSignUpEvent(tx, signUp, { kind: 'retried', actor, details });
  await addAuditEntry(tx, {
    companyId: signUp.companyId,
    actor,
    action: 'sign_up.retry',
    entity: 'sign_up',
    entityId: signUp.id,
    details,
  });
  await tellSignUp(tx, signUp);
  return { kind: 'done', signUp };
}
