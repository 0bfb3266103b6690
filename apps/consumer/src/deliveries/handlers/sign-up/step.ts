import {
  delivered,
  failStep,
  followedIn,
  followRosdomofon,
  isCurrent,
  loadSignUpWork,
  type Outcome,
  type SignUpWork,
  type StepOf,
  type StepResult,
  type StepTools,
  settleStep,
  skipped,
} from '@domovoy/domain';
import type { RosDomofon } from '@domovoy/rosdomofon-sdk';
import type { SignUpPlanRow, Tx } from '@domovoy/store';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { Delivery, DeliveryHandler, HandlerContext } from '../../handler.ts';

/** What every step's payload says. */
export interface StepPayload {
  readonly signUpId: bigint;
  readonly version: number;
}

/** A step in the hands of its handler. */
export interface StepInHand<P> extends SignUpWork {
  readonly payload: P;
  /** An attempt before this one may have done it, and nobody heard of that. */
  readonly mayBeDone: boolean;
  readonly plan: SignUpPlanRow;
  readonly rosdomofon: RosDomofon;
  readonly signal: AbortSignal;
  readonly record: HandlerContext['record'];
  readonly integration: HandlerContext['integration'];
}

/** The step is not done with this delivery, but goes on in another one. */
interface GoesOn {
  readonly result: Readonly<Record<string, unknown>>;
  readonly goesOn: (tx: Tx, asked: StepOf, tools: StepTools) => Promise<void>;
}

/** Does the step, or finds that it is done: what it gives is settled. An outcome: it is neither. */
export type DoStep<P> = (step: StepInHand<P>) => Promise<StepResult | GoesOn | { readonly outcome: Outcome }>;

/**
 * What all steps share. A step that is not wanted any more does nothing: a person acted, or somebody decided in
 * RosDomofon. A step that is done is settled together with the beginning of the next one.
 */
export function stepHandler<P extends StepPayload>(
  { store, rosdomofonOf }: HandlerTools,
  stepOf: (payload: P) => StepOf['step'],
  doStep: DoStep<P>,
): DeliveryHandler<P> {
  const asked = ({ companyId, payload }: Delivery<P>): StepOf => ({
    companyId,
    signUpId: payload.signUpId,
    version: payload.version,
    step: stepOf(payload),
  });
  return {
    async handle(delivery, { integration, signal, record }) {
      const step = asked(delivery);
      const work = await loadSignUpWork(store, step);
      if (work === null || work.plan === null) return skipped('SIGN_UP_GONE');
      if (!isCurrent(work.signUp, step)) return skipped('SIGN_UP_MOVED_ON');
      if (work.signUp.state !== 'rejected' && followedIn(work.signUp))
        return skipped('DECIDED_ELSEWHERE', async (tx) => void (await followRosdomofon(tx, step)));
      const rosdomofon = rosdomofonOf(integration);
      const { payload, companyId, traceparent, ambiguousAttempts } = delivery;
      const done = await doStep({
        ...work,
        plan: work.plan,
        payload,
        mayBeDone: ambiguousAttempts > 0,
        rosdomofon,
        signal,
        record,
        integration,
      });
      if ('outcome' in done) return done.outcome;
      const target = { integrationId: integration.id, companyId, kind: 'rosdomofon' } as const;
      const stepTools = { target, policy: work.policy, traceparent };
      return delivered(done.result, (tx) =>
        'goesOn' in done ? done.goesOn(tx, step, stepTools) : settleStep(tx, step, done, stepTools),
      );
    },
    onDead: (tx, delivery, code) => failStep(tx, asked(delivery), code),
  };
}
