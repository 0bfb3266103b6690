import {
  addAuditEntry,
  addSignUpEvent,
  cancelDeliveries,
  findIntegration,
  listStepsOf,
  lockSignUp,
  moveSignUp,
  type SignUpDeed,
  type SignUpMove,
  type SignUpRow,
  type SignUpState,
  type Store,
  settleSignUpStep,
  type Tx,
} from '@domovoy/store';
import { tell } from '../../deliveries/by-hand/tell.ts';
import { hasRestAccess } from '../../integration/rosdomofon-config.ts';
import { cancelMessageOf } from '../../messaging/message-of-delivery.ts';
import { readSignUpPolicy } from '../policy/read-sign-up-policy.ts';
import { canSignUpMove, SIGN_UP_TRANSITIONS, signUpStatesBefore } from '../sign-up-transitions.ts';
import type { StateReason } from '../state-reason.ts';
import type { StepTools } from '../workflow/steps.ts';

/** What a person or a key asks for, of the sign-up as they saw it. */
export interface SignUpAct {
  readonly companyId: bigint;
  readonly signUpId: bigint;
  readonly expectedVersion: number;
  /** `user:…`, `api-key:<public id>`, `cli`. */
  readonly actor: string;
}

/** Why nothing was done; the same for every act. */
export type ActRefused =
  | { readonly kind: 'not-found' }
  /** Somebody else acted meanwhile, or the workflow moved it. */
  | {
      readonly kind: 'conflict';
      readonly version: number;
      readonly by: string | null;
      readonly at: Date | null;
    }
  | { readonly kind: 'wrong-state'; readonly state: SignUpState }
  /** The company has no integration with access to RosDomofon's REST. */
  | { readonly kind: 'off' };

export interface Acted {
  readonly kind: 'done';
  readonly signUp: SignUpRow;
}

/**
 * One act on one sign-up, in one transaction. The row is locked, so of two people who act at once the second finds
 * another version. Workers and readers are told after the commit.
 */
export const act = <Refusal extends { readonly kind: string }>(
  store: Store,
  given: SignUpAct,
  work: Work<Refusal>,
): Promise<Acted | ActRefused | Refusal> =>
  actOn<Refusal>(store, given, async (tx, signUp, tools) => {
    const { version, movedBy, movedAt } = signUp;
    return version === given.expectedVersion
      ? work(tx, signUp, tools)
      : { kind: 'conflict', version, by: movedBy, at: movedAt };
  });

type Work<Refusal> = (tx: Tx, signUp: SignUpRow, tools: StepTools) => Promise<Acted | ActRefused | Refusal>;

/** The same, whatever version it has. */
export async function actOn<Refusal extends { readonly kind: string }>(
  store: Store,
  given: Omit<SignUpAct, 'expectedVersion'>,
  work: Work<Refusal>,
): Promise<Acted | ActRefused | Refusal> {
  const { companyId, actor } = given;
  let wakes: bigint[] = [];
  const acted = await store.transaction(async (tx): Promise<Acted | ActRefused | Refusal> => {
    wakes = [];
    const signUp = await lockSignUp(tx, given);
    if (signUp === null) return { kind: 'not-found' };
    const tools = await toolsOf(tx, { companyId, actor });
    if (tools === null) return { kind: 'off' };
    wakes = [tools.target.integrationId];
    return work(tx, signUp, tools);
  });
  if (acted.kind === 'done') tell(store, wakes);
  return acted;
}

/** What steps of the company's sign-ups need; null: it has no access to RosDomofon's REST. */
export async function toolsOf(
  tx: Tx,
  { companyId, actor }: Pick<SignUpAct, 'companyId' | 'actor'>,
): Promise<StepTools | null> {
  const integration = await findIntegration(tx, { companyId, kind: 'rosdomofon' });
  if (integration === null || !hasRestAccess(integration.config)) return null;
  const target = { integrationId: integration.id, companyId, kind: 'rosdomofon' } as const;
  return { target, policy: await readSignUpPolicy(tx, companyId), requestedBy: actor };
}

/** A person's decision waits, so that it can be taken back; what a CRM's stages say is decided there. */
export const held = (tools: StepTools): StepTools => ({ ...tools, holdMs: tools.policy.rules.holdMs });

export interface Move extends Pick<SignUpMove, 'assignee' | 'askedStatus'> {
  readonly to: SignUpState;
  readonly reason: StateReason | null;
  readonly deed: SignUpDeed['kind'];
  /** `sign_up.<verb>` */
  readonly action: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Absent: the one for everything that people do. */
  readonly table?: typeof SIGN_UP_TRANSITIONS;
}

const SET_FREE = { claimedBy: null, claimedAt: null, parkedUntil: null, parkNote: null } as const;

/** The state moves, and timeline and audit say who did it. */
export async function moveByHand(
  tx: Tx,
  signUp: SignUpRow,
  { actor }: Pick<SignUpAct, 'actor'>,
  { to, reason, deed, action, details, table = SIGN_UP_TRANSITIONS, ...move }: Move,
): Promise<SignUpRow | ActRefused> {
  const { companyId, id, state } = signUp;
  if (state === 'network' || !canSignUpMove(state, to, table)) return wrongState(signUp);
  await cancelWaiting(tx, signUp, actor);
  const moved = await moveSignUp(tx, signUp, {
    // Whoever looked at it is done with it.
    ...SET_FREE,
    ...move,
    from: signUpStatesBefore(to, table),
    state: to,
    stateReason: reason,
    movedBy: actor,
  });
  if (moved === null) return wrongState(signUp);
  await addSignUpEvent(tx, moved, { kind: deed, actor, details });
  await addAuditEntry(tx, {
    companyId,
    actor,
    action,
    entity: 'sign_up',
    entityId: id,
    details,
    before: { state, assignee: signUp.assignee },
    after: { state: moved.state, assignee: moved.assignee },
  });
  return moved;
}

export const wrongState = ({ state }: SignUpRow): ActRefused =>
  state === 'network' ? { kind: 'not-found' } : { kind: 'wrong-state', state };

export const isRefused = (moved: SignUpRow | ActRefused): moved is ActRefused => 'kind' in moved;

/**
 * What waits for its turn is not wanted any more. What is in work ends, and nothing follows: should it have to be tried
 * again, it finds that.
 */
async function cancelWaiting(tx: Tx, signUp: SignUpRow, actor: string): Promise<void> {
  const waiting = (await listStepsOf(tx, signUp.id)).filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return;
  const { companyId } = signUp;
  const ids = waiting.map(({ deliveryId }) => deliveryId);
  for (const { id } of await cancelDeliveries(tx, { companyId, ids, actor }))
    await cancelMessageOf(tx, { companyId, deliveryId: id });
  for (const { step } of waiting)
    await settleSignUpStep(tx, signUp, { step, state: 'skipped', errorCode: 'CANCELLED', result: null });
}
