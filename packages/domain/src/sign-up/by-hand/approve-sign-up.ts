import {
  findSignUpPlan,
  joinTransaction,
  type SignUpRow,
  type Store,
  saveSignUpPlan,
  type Tx,
} from '@domovoy/store';
import { keepDecision, rememberBefore } from '../undo/decision.ts';
import { advance } from '../workflow/advance.ts';
import { isVirtualFlat } from '../workflow/settle-match.ts';
import type { StepTools } from '../workflow/steps.ts';
import { type Acted, type ActRefused, act, held, isRefused, moveByHand, type SignUpAct } from './act.ts';
import { type ApprovalRefused, decideApproval, type SignUpDecision } from './decide-approval.ts';

export interface SignUpApproval extends SignUpAct, SignUpDecision {}

/** A person has decided: the hub does the rest. */
export async function approveSignUp(
  store: Store,
  given: SignUpApproval,
): Promise<Acted | ActRefused | ApprovalRefused> {
  return act<ApprovalRefused>(store, given, (tx, signUp, tools) =>
    // What it reads, it reads in the transaction: a second connection for each would leave none when many decide at once.
    approveLocked(tx, signUp, given, { ...held(tools), store: joinTransaction(store, tx) }),
  );
}

/** The same, of a sign-up that the transaction has locked. */
export async function approveLocked(
  tx: Tx,
  signUp: SignUpRow,
  given: Omit<SignUpApproval, 'signUpId' | 'expectedVersion'>,
  { store, ...tools }: StepTools & { readonly store: Store },
): Promise<Acted | ActRefused | ApprovalRefused> {
  const plan = await findSignUpPlan(tx, signUp.id);
  const decided = await decideApproval(store, { signUp, plan, decision: given, policy: tools.policy });
  if ('kind' in decided) return decided;
  const { place, flat, services } = decided;

  const moved = await moveByHand(tx, signUp, given, {
    to: 'provisioning',
    reason: null,
    assignee: null,
    // Whatever RosDomofon says by now, the person saw it.
    askedStatus: signUp.wireStatus,
    deed: 'approved',
    action: 'sign_up.approve',
    details: { entranceId: place.entranceId, flat, services: services.map(({ id }) => id) },
  });
  if (isRefused(moved)) return moved;
  const before = await rememberBefore(tx, signUp);
  await saveSignUpPlan(tx, moved, {
    entranceRosdomofonId: BigInt(place.entranceId),
    addressLine: place.addressLine,
    flat,
    isVirtual: isVirtualFlat(signUp, tools),
    services,
    decidedBy: given.actor,
  });
  await advance(tx, moved, null, tools);
  await keepDecision(tx, moved, before, tools.holdMs ?? 0);
  return { kind: 'done', signUp: moved };
}
