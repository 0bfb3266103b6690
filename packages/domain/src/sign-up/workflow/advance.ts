import { addSignUpEvent, moveSignUp, type SignUpRow, type SignUpStep, type Tx } from '@domovoy/store';
import { signUpStatesBefore } from '../sign-up-transitions.ts';
import { beginStep, nextStep, type StepTools } from './steps.ts';

/** The step behind this one begins (null: the first); behind the last one the sign-up is completed. */
export async function advance(
  tx: Tx,
  signUp: SignUpRow,
  after: SignUpStep | null,
  tools: StepTools,
): Promise<void> {
  const next = nextStep(after, tools.policy.rules);
  if (next !== null) await beginStep(tx, signUp, next, tools);
  else await complete(tx, signUp);
}

export async function complete(tx: Tx, signUp: SignUpRow): Promise<void> {
  const moved = await moveSignUp(tx, signUp, {
    from: signUpStatesBefore('completed'),
    state: 'completed',
    stateReason: null,
    movedBy: 'workflow',
  });
  if (moved) await addSignUpEvent(tx, moved, { kind: 'completed', actor: 'workflow' });
}
