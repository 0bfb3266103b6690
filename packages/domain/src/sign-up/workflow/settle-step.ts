import {
  addSignUpEvent,
  lockSignUp,
  moveSignUp,
  type SignUpPlanChanges,
  type SignUpRow,
  type SignUpStep,
  saveSignUpPlan,
  settleSignUpStep,
  type Tx,
  tellSignUp,
} from '@domovoy/store';
import { signUpStatesBefore } from '../sign-up-transitions.ts';
import { advance } from './advance.ts';
import { followedIn, followRosdomofon } from './follow.ts';
import type { StepTools } from './steps.ts';

/** Which step of which sign-up, and for which version it was enqueued. */
export interface StepOf {
  readonly companyId: bigint;
  readonly signUpId: bigint;
  readonly version: number;
  readonly step: SignUpStep;
}

/** Is the step still what the hub wants? */
export const isCurrent = ({ state, version }: SignUpRow, asked: StepOf): boolean =>
  version === asked.version && (state === 'provisioning' || state === 'rejected');

export interface StepResult {
  /** Ids of what was found or made; for people. */
  readonly result: Readonly<Record<string, unknown>>;
  readonly plan?: SignUpPlanChanges;
  /** What the mirror learns by it. */
  readonly mirror?: (tx: Tx) => Promise<void>;
  /** It was not possible, and the sign-up goes on without it. */
  readonly skippedFor?: string;
}

/**
 * A step is done: what it made is kept, whatever became of the sign-up meanwhile; the next one begins only when the
 * sign-up is as it was, and nobody has decided otherwise in RosDomofon.
 */
export async function settleStep(
  tx: Tx,
  asked: StepOf,
  { result, plan, mirror, skippedFor }: StepResult,
  tools: StepTools,
): Promise<void> {
  const { step } = asked;
  const signUp = await lockSignUp(tx, asked);
  if (signUp === null) return;
  if (plan) await saveSignUpPlan(tx, signUp, plan);
  if (mirror) await mirror(tx);
  const state = skippedFor === undefined ? 'done' : 'skipped';
  await settleSignUpStep(tx, signUp, { step, state, errorCode: skippedFor ?? null, result });
  await addSignUpEvent(tx, signUp, {
    kind: skippedFor === undefined ? 'step_done' : 'step_skipped',
    actor: 'workflow',
    details: { step, ...(skippedFor === undefined ? {} : { code: skippedFor }), ...result },
  });
  await tellSignUp(tx, signUp);
  if (!isCurrent(signUp, asked) || signUp.state !== 'provisioning') return;
  if (followedIn(signUp)) await followRosdomofon(tx, asked);
  else await advance(tx, signUp, step, tools);
}

/** The step is dead: the sign-up shows where, and goes on from there when a person says so. */
export async function failStep(tx: Tx, asked: StepOf, code: string): Promise<void> {
  const { step } = asked;
  const signUp = await lockSignUp(tx, asked);
  if (signUp === null || !isCurrent(signUp, asked)) return;
  await settleSignUpStep(tx, signUp, { step, state: 'failed', errorCode: code, result: null });
  await addSignUpEvent(tx, signUp, { kind: 'step_failed', actor: 'workflow', details: { step, code } });
  if (signUp.state === 'provisioning')
    await moveSignUp(tx, signUp, {
      from: signUpStatesBefore('failed'),
      state: 'failed',
      stateReason: 'STEP_FAILED',
      movedBy: 'workflow',
    });
  else await tellSignUp(tx, signUp);
}
