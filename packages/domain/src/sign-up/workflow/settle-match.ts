import {
  addSignUpEvent,
  findSignUpPlan,
  lockSignUp,
  moveSignUp,
  type SignUpRow,
  saveSignUpPlan,
  type Tx,
} from '@domovoy/store';
import type { MatchDecision } from '../match/judge-match.ts';
import { signUpStatesBefore } from '../sign-up-transitions.ts';
import type { StateReason } from '../state-reason.ts';
import { advance } from './advance.ts';
import { decidedElsewhere } from './follow.ts';
import type { StepTools } from './steps.ts';

interface Asked {
  readonly companyId: bigint;
  readonly signUpId: bigint;
}

/** Waits for the workflow: nobody else has it in hand. */
export const isForMatching = (signUp: SignUpRow): boolean =>
  signUp.assignee === null &&
  decidedElsewhere(signUp) === null &&
  (signUp.state === 'needs_review' || (signUp.state === 'new' && signUp.stateReason === null));

/** What the look for an entrance led to. Told only when it is news: a sign-up may be looked at after every import. */
export async function settleMatch(
  tx: Tx,
  asked: Asked,
  decision: MatchDecision,
  tools: StepTools,
): Promise<void> {
  const signUp = await lockSignUp(tx, asked);
  if (signUp === null || !isForMatching(signUp)) return;
  if (decision.kind === 'review') {
    await saveSuggestions(tx, signUp, decision);
    return;
  }
  const { place, flat, services } = decision;
  await saveSignUpPlan(tx, signUp, {
    suggestions: [],
    entranceRosdomofonId: BigInt(place.entranceId),
    addressLine: place.addressLine,
    flat,
    isVirtual: isVirtualFlat(signUp, tools),
    services,
    decidedBy: 'workflow',
    heldUntil: null,
    beforeDecision: null,
  });
  const moved = await moveSignUp(tx, signUp, {
    from: signUpStatesBefore('provisioning'),
    state: 'provisioning',
    stateReason: null,
    movedBy: 'workflow',
  });
  if (moved === null) return;
  const details = { entranceId: place.entranceId, flat, services: services.map(({ id }) => id) };
  await addSignUpEvent(tx, moved, { kind: 'matched', actor: 'workflow', details });
  await advance(tx, moved, null, tools);
}

async function saveSuggestions(
  tx: Tx,
  signUp: SignUpRow,
  { reason, suggestions, detail }: Extract<MatchDecision, { kind: 'review' }>,
): Promise<void> {
  const known = await findSignUpPlan(tx, signUp.id);
  const isKnown =
    signUp.state === 'needs_review' &&
    signUp.stateReason === reason &&
    JSON.stringify(canonical(known?.suggestions)) === JSON.stringify(canonical(suggestions));
  if (isKnown) return;
  await saveSignUpPlan(tx, signUp, { suggestions });
  await needReview(tx, signUp, reason, {
    ...(detail === null ? {} : { detail }),
    entrances: suggestions.map(({ entranceId }) => entranceId),
  });
}

/** jsonb gives its keys in another order than they were written in. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}

/** A person has to decide. */
export async function needReview(
  tx: Tx,
  signUp: SignUpRow,
  reason: StateReason,
  details: Readonly<Record<string, unknown>> = {},
  actor = 'workflow',
): Promise<void> {
  const moved = await moveSignUp(tx, signUp, {
    from: signUpStatesBefore('needs_review'),
    state: 'needs_review',
    stateReason: reason,
    movedBy: actor,
  });
  if (moved)
    await addSignUpEvent(tx, moved, {
      kind: 'review_needed',
      actor,
      details: { reason, ...details },
    });
}

/** Nobody could look for it: the service does not answer, or its answers cannot be read. */
export async function failMatch(tx: Tx, asked: Asked, code: string): Promise<void> {
  const signUp = await lockSignUp(tx, asked);
  if (signUp !== null && isForMatching(signUp)) await needReview(tx, signUp, 'MATCH_FAILED', { code });
}

export function isVirtualFlat({ isVirtual }: SignUpRow, { policy }: Pick<StepTools, 'policy'>): boolean {
  const { virtual } = policy.rules;
  return virtual === 'as_asked' ? (isVirtual ?? false) : virtual === 'always';
}
