import {
  askStatus,
  beginSignUpStep,
  databaseNow,
  type Executor,
  type SignUpRow,
  type SignUpStep,
  type Tx,
} from '@domovoy/store';
import { createEnqueue } from '../../deliveries/kind/enqueue.ts';
import { quietMs } from '../policy/quiet-hours.ts';
import type { SignUpPolicy, SignUpRules } from '../policy/sign-up-policy.ts';
import { SIGN_UP_KINDS } from '../sign-up-kinds.ts';

export const enqueueSignUp = createEnqueue(SIGN_UP_KINDS);

/** The company's integration. */
export interface RosdomofonTarget {
  readonly integrationId: bigint;
  readonly companyId: bigint;
  readonly kind: 'rosdomofon';
}

/** The whole way, in order. `started`, `status` and `welcome` only where the policy wants them. */
const PROVISIONING: readonly SignUpStep[] = [
  'started',
  'account',
  'flat',
  'connections',
  'status',
  'welcome',
];

function isWanted(step: SignUpStep, { statuses, welcome }: SignUpRules): boolean {
  if (step === 'started') return statuses.started !== null;
  if (step === 'status') return statuses.completed !== null;
  return step !== 'welcome' || welcome !== null;
}

/** What comes behind a step (null: first of all); null: nothing, it is done. */
export function nextStep(after: SignUpStep | null, rules: SignUpRules): SignUpStep | null {
  const from = after === null ? 0 : PROVISIONING.indexOf(after) + 1;
  return PROVISIONING.slice(from).find((step) => isWanted(step, rules)) ?? null;
}

/** The first step that is not done yet. */
export function firstOpenStep(
  steps: readonly { readonly step: SignUpStep; readonly state: string }[],
  rules: SignUpRules,
): SignUpStep | null {
  const over = new Set(
    steps.filter(({ state }) => state === 'done' || state === 'skipped').map(({ step }) => step),
  );
  return PROVISIONING.find((step) => isWanted(step, rules) && !over.has(step)) ?? null;
}

export interface StepTools {
  readonly target: RosdomofonTarget;
  readonly policy: SignUpPolicy;
  readonly requestedBy?: string | undefined;
  readonly traceparent?: string | null | undefined;
  /** Of a step that is tried again in the same version: the delivery that it replaces. */
  readonly insteadOf?: bigint;
  /** How long it waits, so that the decision can be taken back; absent: not at all. */
  readonly holdMs?: number;
}

const PLAIN = {
  account: 'sign_up.ensure_account',
  flat: 'sign_up.ensure_flat',
  connections: 'sign_up.ensure_connections',
  block_connections: 'sign_up.block_connections',
  block_account: 'sign_up.block_account',
} as const;

/** Enqueues a step of a sign-up that is locked, for the version that it has now. */
export async function beginStep(
  tx: Tx,
  signUp: SignUpRow,
  step: SignUpStep,
  tools: StepTools,
): Promise<void> {
  const { id: deliveryId } = await enqueueStep(tx, signUp, step, tools);
  await beginSignUpStep(tx, signUp, { step, deliveryId });
}

async function enqueueStep(
  tx: Tx,
  signUp: SignUpRow,
  step: SignUpStep,
  { target, policy, requestedBy, traceparent, insteadOf, holdMs = 0 }: StepTools,
): Promise<{ id: bigint }> {
  const { id, version, abonentRosdomofonId } = signUp;
  const payload = { signUpId: String(id), abonentId: String(abonentRosdomofonId), version };
  const common = {
    target,
    dedupeKey: [id, step, version, ...(insteadOf === undefined ? [] : [insteadOf])].join(':'),
    dueInMs: holdMs,
    ...(requestedBy === undefined ? {} : { requestedBy }),
    ...(traceparent ? { traceparent } : {}),
  };
  if (step === 'welcome' || step === 'refusal')
    return enqueueSignUp(tx, {
      ...common,
      kind: 'sign_up.send_message',
      payload: { ...payload, step },
      dueInMs: Math.max(holdMs, await quietMsNow(tx, policy, signUp)),
    });
  if (step === 'started' || step === 'status') {
    const status = statusAt(step, signUp, policy);
    await askStatus(tx, signUp, status);
    return enqueueSignUp(tx, {
      ...common,
      kind: 'sign_up.set_status',
      payload: { ...payload, step, status },
    });
  }
  return enqueueSignUp(tx, { ...common, kind: PLAIN[step], payload });
}

/** How long a message to the abonent has to wait, by the database's clock. */
export async function quietMsNow(
  db: Executor,
  { rules: { quietHours } }: SignUpPolicy,
  { timeZone }: Pick<SignUpRow, 'timeZone'>,
): Promise<number> {
  return quietHours === null ? 0 : quietMs(quietHours, timeZone, (await databaseNow(db)).getTime());
}

/** A step without a status of its own is not begun; if the policy lost it meanwhile, RosDomofon keeps what it has. */
function statusAt(step: 'started' | 'status', signUp: SignUpRow, { rules }: SignUpPolicy): string {
  const { started, completed, rejected } = rules.statuses;
  const status = step === 'started' ? started : signUp.state === 'rejected' ? rejected : completed;
  return status ?? signUp.wireStatus;
}
