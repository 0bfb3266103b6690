import { containsFlat, type FlatRange } from '@domovoy/models';
import { findSignUpPlan, type SignUpRow, type Store, saveSignUpPlan, type Tx } from '@domovoy/store';
import { flatNumber } from '../match/judge-match.ts';
import { placesOf } from '../match/match-in-mirror.ts';
import { type Place, type Suggestion, Suggestions } from '../match/suggestion.ts';
import { chooseServices, type OfferedService } from '../policy/choose-services.ts';
import type { SignUpRules } from '../policy/sign-up-policy.ts';
import { advance } from '../workflow/advance.ts';
import { isVirtualFlat } from '../workflow/settle-match.ts';
import type { StepTools } from '../workflow/steps.ts';
import { type Acted, type ActRefused, act, isRefused, moveByHand, type SignUpAct } from './act.ts';

export interface SignUpApproval extends SignUpAct {
  /** RosDomofon's id; absent: the only one that is suggested. */
  readonly entranceId?: number;
  /** Absent: that of the sign-up. */
  readonly flat?: string;
  /** RosDomofon's ids; absent: what the company's policy connects there. */
  readonly serviceIds?: readonly number[];
}

export type ApprovalRefused =
  /** No entrance is named, and not exactly one is suggested. */
  | { readonly kind: 'ambiguous'; readonly suggestions: readonly Suggestion[] }
  | { readonly kind: 'entrance-unknown' }
  /** Neither the person nor the sign-up says a number that RosDomofon would take. */
  | { readonly kind: 'flat-missing' }
  | { readonly kind: 'flat-out-of-range'; readonly flatRanges: readonly FlatRange[] }
  /** The entrance does not offer these. */
  | { readonly kind: 'services-unknown'; readonly serviceIds: readonly number[] }
  /** Nothing would be connected. */
  | { readonly kind: 'no-services' };

/** A person has decided: the hub does the rest. */
export async function approveSignUp(
  store: Store,
  given: SignUpApproval,
): Promise<Acted | ActRefused | ApprovalRefused> {
  return act<ApprovalRefused>(store, given, (tx, signUp, tools) =>
    approveLocked(tx, signUp, given, { ...tools, store }),
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
  const suggestions = Suggestions.catch([]).parse(plan?.suggestions ?? []);
  const place = await placeOf(store, given, suggestions);
  if ('kind' in place) return place;
  const chosen = choose(given, signUp, place, tools.policy.rules.services);
  if ('kind' in chosen) return chosen;
  const { flat, services } = chosen;

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
  await saveSignUpPlan(tx, moved, {
    entranceRosdomofonId: BigInt(place.entranceId),
    addressLine: place.addressLine,
    flat,
    isVirtual: isVirtualFlat(signUp, tools),
    services,
    decidedBy: given.actor,
  });
  await advance(tx, moved, null, tools);
  return { kind: 'done', signUp: moved };
}

async function placeOf(
  store: Store,
  { companyId, entranceId }: Pick<SignUpApproval, 'companyId' | 'entranceId'>,
  suggestions: readonly Suggestion[],
): Promise<Place | ApprovalRefused> {
  if (entranceId === undefined) {
    const [only, ...others] = suggestions;
    return only !== undefined && others.length === 0 ? only : { kind: 'ambiguous', suggestions };
  }
  // The mirror first: what was suggested may be of last week.
  const rows = await store.company(companyId).loadEntrancesByRosdomofonId([BigInt(entranceId)]);
  const [known] = await placesOf(
    store,
    companyId,
    rows.filter(({ vanishedAt }) => vanishedAt === null),
    true,
  );
  const suggested = suggestions.find((one) => one.entranceId === entranceId);
  if (known === undefined) return suggested ?? { kind: 'entrance-unknown' };
  return { ...known, flatRanges: known.flatRanges ?? suggested?.flatRanges ?? null };
}

function choose(
  { flat: named, serviceIds }: Pick<SignUpApproval, 'flat' | 'serviceIds'>,
  signUp: SignUpRow,
  place: Place,
  rule: SignUpRules['services'],
): { flat: string; services: readonly OfferedService[] } | ApprovalRefused {
  const flat = flatNumber(named ?? signUp.flat);
  if (flat === null) return { kind: 'flat-missing' };
  // 0–0 is a range that nobody has filled in.
  const flatRanges = (place.flatRanges ?? []).filter(({ start, end }) => start <= end && end > 0);
  if (flatRanges.length > 0 && !containsFlat(flatRanges, flat))
    return { kind: 'flat-out-of-range', flatRanges };
  const unknown = (serviceIds ?? []).filter((id) => !place.services.some((service) => service.id === id));
  if (unknown.length > 0) return { kind: 'services-unknown', serviceIds: unknown };
  const services = chooseServices(
    place.services,
    serviceIds === undefined ? rule : { pick: 'list', serviceIds: [...serviceIds] },
  );
  return services.length === 0 ? { kind: 'no-services' } : { flat, services };
}
