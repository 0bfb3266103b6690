import {
  findSignUpPlan,
  holdDecision,
  listStepsOf,
  type SignUpPlanRow,
  type SignUpRow,
  type SignUpStepRow,
  type Tx,
} from '@domovoy/store';
import { z } from 'zod';
import { RememberedId } from '../../idempotency/once.ts';

const Step = z.object({
  signUpId: RememberedId,
  companyId: RememberedId,
  step: z.custom<SignUpStepRow['step']>((value) => typeof value === 'string'),
  state: z.custom<SignUpStepRow['state']>((value) => typeof value === 'string'),
  deliveryId: RememberedId,
  errorCode: z.string().nullable(),
  result: z.unknown(),
  startedAt: z.coerce.date(),
  settledAt: z.coerce.date().nullable(),
});

/** The column `before_decision`: what there was before a person decided, and what their decision began. */
const BeforeDecision = z.object({
  /** The version that the decision gave the sign-up. */
  version: z.int(),
  signUp: z.object({
    state: z.custom<SignUpRow['state']>((value) => typeof value === 'string'),
    stateReason: z.string().nullable(),
    assignee: z.string().nullable(),
    askedStatus: z.string().nullable(),
  }),
  plan: z.object({
    entranceRosdomofonId: RememberedId.nullable(),
    addressLine: z.string().nullable(),
    flat: z.string().nullable(),
    isVirtual: z.boolean().nullable(),
    services: z.unknown(),
    decidedBy: z.string().nullable(),
    rejectedReason: z.string().nullable(),
  }),
  steps: z.array(Step),
  /** The deliveries of the steps that it began. */
  begun: z.array(RememberedId),
});
export type BeforeDecision = z.output<typeof BeforeDecision>;

/** Null: nobody decided, or it was taken back, or another version of the hub wrote it in another shape. */
export const beforeDecisionOf = (plan: SignUpPlanRow | null): BeforeDecision | null =>
  plan?.beforeDecision == null ? null : BeforeDecision.nullable().catch(null).parse(plan.beforeDecision);

/** As it is before a decision is carried out; what waited is cancelled by then. */
export async function rememberBefore(
  tx: Tx,
  { id, state, stateReason, assignee, askedStatus }: SignUpRow,
): Promise<Omit<BeforeDecision, 'version' | 'begun'>> {
  const plan = await findSignUpPlan(tx, id);
  return {
    signUp: { state, stateReason, assignee, askedStatus },
    plan: {
      entranceRosdomofonId: plan?.entranceRosdomofonId ?? null,
      addressLine: plan?.addressLine ?? null,
      flat: plan?.flat ?? null,
      isVirtual: plan?.isVirtual ?? null,
      services: plan?.services ?? [],
      decidedBy: plan?.decidedBy ?? null,
      rejectedReason: plan?.rejectedReason ?? null,
    },
    steps: await listStepsOf(tx, id),
  };
}

/** The steps that are not as they were. */
export const stepsSince = (
  { steps }: Pick<BeforeDecision, 'steps'>,
  now: readonly SignUpStepRow[],
): SignUpStepRow[] =>
  now.filter(
    ({ step, state, deliveryId }) =>
      !steps.some((one) => one.step === step && one.state === state && one.deliveryId === deliveryId),
  );

/** A person's decision, after its first steps were begun: kept with what there was before, for as long as it is held. */
export async function keepDecision(
  tx: Tx,
  decided: SignUpRow,
  before: Omit<BeforeDecision, 'version' | 'begun'>,
  holdMs: number,
): Promise<void> {
  const begun = stepsSince(before, await listStepsOf(tx, decided.id)).map(({ deliveryId }) => deliveryId);
  const kept: BeforeDecision = { ...before, version: decided.version, begun };
  await holdDecision(tx, decided, { holdMs, before: writable(kept) });
}

const writable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_name, field: unknown) => (typeof field === 'bigint' ? String(field) : field)),
  );
