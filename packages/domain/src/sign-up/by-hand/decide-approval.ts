import { containsFlat, type FlatRange } from '@domovoy/models';
import type { SignUpPlanRow, SignUpRow, Store } from '@domovoy/store';
import { flatNumber } from '../match/judge-match.ts';
import { placesOf } from '../match/match-in-mirror.ts';
import { type Place, type Suggestion, Suggestions } from '../match/suggestion.ts';
import { chooseServices, type OfferedService } from '../policy/choose-services.ts';
import type { SignUpPolicy, SignUpRules } from '../policy/sign-up-policy.ts';

/** Where a sign-up belongs, as far as a person says it. */
export interface SignUpDecision {
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

/** What would be done. */
export interface DecidedApproval {
  readonly place: Place;
  readonly flat: string;
  readonly services: readonly OfferedService[];
}

/** Completes what a person said by what is suggested, written and wanted; reads, and changes nothing. */
export async function decideApproval(
  store: Store,
  given: {
    readonly signUp: SignUpRow;
    readonly plan: SignUpPlanRow | null;
    readonly decision: SignUpDecision;
    readonly policy: SignUpPolicy;
  },
): Promise<DecidedApproval | ApprovalRefused> {
  const { signUp, plan, decision, policy } = given;
  const suggestions = Suggestions.catch([]).parse(plan?.suggestions ?? []);
  const where = { companyId: signUp.companyId, entranceId: decision.entranceId };
  const place = await placeOf(store, where, suggestions);
  if ('kind' in place) return place;
  const chosen = choose(decision, signUp, place, policy.rules.services);
  return 'kind' in chosen ? chosen : { place, ...chosen };
}

async function placeOf(
  store: Store,
  { companyId, entranceId }: { readonly companyId: bigint; readonly entranceId: number | undefined },
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
  { flat: named, serviceIds }: Pick<SignUpDecision, 'flat' | 'serviceIds'>,
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
