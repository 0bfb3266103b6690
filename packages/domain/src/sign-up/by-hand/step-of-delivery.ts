import {
  addSignUpEvent,
  beginSignUpStep,
  listStepsOf,
  lockSignUp,
  moveSignUp,
  type SignUpRow,
  type SignUpStep,
  type SignUpStepRow,
  settleSignUpStep,
  type Tx,
  tellSignUp,
} from '@domovoy/store';
import { signUpStatesBefore } from '../sign-up-transitions.ts';

/** The step that a delivery does. */
export interface StepOfDelivery {
  readonly companyId: bigint;
  readonly signUpId: bigint;
  readonly step: SignUpStep;
}

interface Decided {
  readonly deliveryId: bigint;
  readonly actor: string;
}

export const lockSignUpOf = async (tx: Tx, of: Omit<StepOfDelivery, 'step'>): Promise<void> =>
  void (await lockSignUp(tx, of));

const OPEN: readonly string[] = ['provisioning', 'failed', 'rejected'];

/** The sign-up, when this delivery is what the step is about, and the step is in the state. */
async function ofDelivery(
  tx: Tx,
  of: StepOfDelivery,
  { deliveryId }: Decided,
  state: SignUpStepRow['state'],
): Promise<SignUpRow | null> {
  const signUp = await lockSignUp(tx, of);
  if (signUp === null || !OPEN.includes(signUp.state)) return null;
  const known = (await listStepsOf(tx, signUp.id)).find(({ step }) => step === of.step);
  return known?.deliveryId === deliveryId && known.state === state ? signUp : null;
}

/** The step will not be done: the sign-up stops there, in sight of everybody, until a person has it go on or takes it over. */
export async function cancelStep(tx: Tx, of: StepOfDelivery, by: Decided): Promise<void> {
  const signUp = await ofDelivery(tx, of, by, 'waiting');
  if (signUp === null) return;
  const { step } = of;
  const code = 'CANCELLED';
  await settleSignUpStep(tx, signUp, { step, state: 'failed', errorCode: code, result: null });
  await addSignUpEvent(tx, signUp, { kind: 'step_failed', actor: by.actor, details: { step, code } });
  if (signUp.state === 'provisioning')
    await moveSignUp(tx, signUp, {
      from: signUpStatesBefore('failed'),
      state: 'failed',
      stateReason: 'STEP_CANCELLED',
      movedBy: by.actor,
    });
  else await tellSignUp(tx, signUp);
}

/**
 * The step is tried again, by the delivery `copyId`: the sign-up goes on from there, in the version that is given. Null:
 * the step is not what the sign-up stopped at; the copy finds that, and does nothing.
 */
export async function resumeStep(
  tx: Tx,
  of: StepOfDelivery,
  by: Decided & { readonly copyId: bigint },
): Promise<number | null> {
  const signUp = await ofDelivery(tx, of, by, 'failed');
  if (signUp === null) return null;
  const { step } = of;
  const moved = signUp.state === 'failed' ? await goOn(tx, signUp, by) : signUp;
  if (moved === null) return null;
  await addSignUpEvent(tx, moved, { kind: 'retried', actor: by.actor, details: { step } });
  await beginSignUpStep(tx, moved, { step, deliveryId: by.copyId });
  await tellSignUp(tx, moved);
  return moved.version;
}

const goOn = (tx: Tx, signUp: SignUpRow, { actor }: Decided): Promise<SignUpRow | null> =>
  moveSignUp(tx, signUp, {
    from: signUpStatesBefore('provisioning'),
    state: 'provisioning',
    stateReason: null,
    movedBy: actor,
  });
