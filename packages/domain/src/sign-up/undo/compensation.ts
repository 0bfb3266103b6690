import {
  findDelivery,
  hasLinkedRef,
  listStepsOf,
  type SignUpPlanRow,
  type SignUpRow,
  type SignUpStep,
  type SignUpStepRow,
  type Tx,
} from '@domovoy/store';
import { z } from 'zod';
import type { SignUpPolicy } from '../policy/sign-up-policy.ts';
import { type BeforeDecision, stepsSince } from './decision.ts';

/** What of a step that was done can be taken back. */
export interface CompensationItem {
  /** `crm_deal` is no step: the CRM follows the sign-up by itself. */
  readonly subject: SignUpStep | 'crm_deal';
  /** Null: it cannot be taken back. */
  readonly action: 'block_connections' | 'block_account' | 'set_status' | 'move_deal' | null;
  readonly why: CompensationReason;
  readonly connectionIds: readonly number[];
  readonly accountNumber: string | null;
}

/** Stable: texts are made elsewhere. */
export type CompensationReason =
  | 'CONNECTIONS_ARE_BLOCKED'
  | 'NOTHING_WAS_CONNECTED'
  | 'ACCOUNT_IS_BLOCKED'
  | 'ACCOUNT_WAS_THERE'
  | 'FLAT_STAYS'
  | 'STATUS_IS_REJECTED'
  | 'STATUS_STAYS'
  | 'MESSAGE_STAYS'
  | 'DEAL_FOLLOWS'
  | 'OUTCOME_UNKNOWN';

export interface Compensation {
  /** In the order in which they were begun: done, failed, or in work at this moment. */
  readonly executedSteps: readonly SignUpStepRow[];
  readonly compensation: readonly CompensationItem[];
}

const Made = z.object({ isMade: z.boolean().catch(false), number: z.string().nullish() });
const Connected = z.object({ made: z.array(z.int()) });

/** The connections that a step made; null: nobody knows, because the step did not end. */
export function connectionsMade({ state, result }: Pick<SignUpStepRow, 'state' | 'result'>): number[] | null {
  const read = Connected.safeParse(result);
  return state === 'done' && read.success ? read.data.made : null;
}

export const isMadeBy = ({ state, result }: Pick<SignUpStepRow, 'state' | 'result'>): boolean =>
  state === 'done' && (Made.safeParse(result).data?.isMade ?? false);

/** What was done since the decision (of an automatic one: at all), and what can be done about that. */
export async function planCompensation(
  tx: Tx,
  signUp: SignUpRow,
  given: {
    readonly plan: SignUpPlanRow | null;
    readonly before: BeforeDecision | null;
    readonly policy: SignUpPolicy;
  },
): Promise<Compensation> {
  const steps = await listStepsOf(tx, signUp.id);
  const since = given.before === null ? steps : stepsSince(given.before, steps);
  const executedSteps: SignUpStepRow[] = [];
  for (const step of since) if (await isExecuted(tx, step)) executedSteps.push(step);
  executedSteps.sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  const isRejected = signUp.state === 'rejected';
  const items = executedSteps.map((step) => itemOf(step, given, isRejected));
  const hasDeal = await hasLinkedRef(tx, {
    companyId: signUp.companyId,
    entity: 'sign_up',
    entityId: signUp.id,
  });
  return {
    executedSteps,
    compensation: hasDeal && !isRejected ? [...items, item('crm_deal', 'move_deal', 'DEAL_FOLLOWS')] : items,
  };
}

/** A step that waits was begun when a worker has had it in hand. */
async function isExecuted(
  tx: Tx,
  { companyId, state, errorCode, deliveryId }: SignUpStepRow,
): Promise<boolean> {
  if (state === 'done' || state === 'failed') return true;
  const delivery = await findDelivery(tx, { companyId, deliveryId });
  if (state === 'skipped') return errorCode === 'CANCELLED' && (delivery?.attempts ?? 0) > 0;
  return delivery === null || delivery.fence > 0n;
}

const item = (
  subject: CompensationItem['subject'],
  action: CompensationItem['action'],
  why: CompensationReason,
  more: Partial<Pick<CompensationItem, 'connectionIds' | 'accountNumber'>> = {},
): CompensationItem => ({ subject, action, why, connectionIds: [], accountNumber: null, ...more });

function itemOf(
  row: SignUpStepRow,
  { plan, policy }: { readonly plan: SignUpPlanRow | null; readonly policy: SignUpPolicy },
  isRejected: boolean,
): CompensationItem {
  const { step, state } = row;
  const isUnknown = state !== 'done';
  switch (step) {
    case 'connections': {
      const made = connectionsMade(row);
      if (made === null) return item(step, 'block_connections', 'OUTCOME_UNKNOWN');
      if (made.length === 0) return item(step, null, 'NOTHING_WAS_CONNECTED');
      return item(step, 'block_connections', 'CONNECTIONS_ARE_BLOCKED', { connectionIds: made });
    }
    case 'account':
      if (isUnknown) return item(step, 'block_account', 'OUTCOME_UNKNOWN');
      return isMadeBy(row)
        ? item(step, 'block_account', 'ACCOUNT_IS_BLOCKED', { accountNumber: plan?.accountNumber ?? null })
        : item(step, null, 'ACCOUNT_WAS_THERE');
    case 'flat':
      return item(step, null, 'FLAT_STAYS');
    case 'started':
    case 'status':
      return isRejected || policy.rules.statuses.rejected === null
        ? item(step, null, 'STATUS_STAYS')
        : item(step, 'set_status', 'STATUS_IS_REJECTED');
    case 'welcome':
    case 'refusal':
      return item(step, null, 'MESSAGE_STAYS');
    case 'block_connections':
    case 'block_account':
    default:
      // What takes something back is not taken back.
      return item(step, null, isUnknown ? 'OUTCOME_UNKNOWN' : 'STATUS_STAYS');
  }
}
