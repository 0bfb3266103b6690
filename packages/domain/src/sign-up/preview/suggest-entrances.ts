import { type EntranceQuery, explainMatch, type FieldExplanation, parseAddressLine } from '@domovoy/models';
import type { Store } from '@domovoy/store';
import { judgeMatch } from '../match/judge-match.ts';
import { addressOf, matchInMirror } from '../match/match-in-mirror.ts';
import type { Suggestion } from '../match/suggestion.ts';
import { readSignUpPolicy } from '../policy/read-sign-up-policy.ts';
import type { StateReason } from '../state-reason.ts';
import { loadSignUpWork, queryOf } from '../workflow/sign-up-work.ts';

export interface ExplainedSuggestion extends Suggestion {
  readonly fields: readonly FieldExplanation[];
}

export interface SuggestedEntrances {
  readonly kind: 'suggested';
  /** Best first. */
  readonly candidates: readonly ExplainedSuggestion[];
  /** Would the hub choose the first one by itself, whatever the policy's mode is? */
  readonly isCertain: boolean;
  /** Why it would not, or why a person is asked all the same. Null: it would, and does. */
  readonly reason: StateReason | null;
  /** How far the best address came, when there is no candidate. */
  readonly detail: string | null;
}

export type AddressAsked =
  | { readonly signUpId: bigint }
  | { readonly address: string; readonly flat: string | null };

/** Entrances that may be the one of a sign-up or of an address that somebody types, as the mirror knows them now. */
export async function suggestEntrances(
  store: Store,
  companyId: bigint,
  asked: AddressAsked,
): Promise<SuggestedEntrances | { readonly kind: 'not-found' }> {
  const query = await queryFor(store, companyId, asked);
  if (query === null) return { kind: 'not-found' };
  const [match, policy] = await Promise.all([
    matchInMirror(store, companyId, query),
    readSignUpPolicy(store.db, companyId),
  ]);
  // Judged as in review: then what is certain comes as a suggestion as well.
  const judged = judgeMatch(match, query.flat ?? null, { ...policy, mode: 'review' });
  if (judged.kind === 'provision') throw new TypeError('nothing is provisioned in review');
  const isCertain = judged.reason === 'POLICY_REVIEW';
  return {
    kind: 'suggested',
    candidates: await explained(store, companyId, query, judged.suggestions),
    isCertain,
    reason: isCertain && policy.mode === 'automatic' ? null : judged.reason,
    detail: judged.detail,
  };
}

async function queryFor(store: Store, companyId: bigint, asked: AddressAsked): Promise<EntranceQuery | null> {
  if ('address' in asked) return { ...parseAddressLine(asked.address), flat: asked.flat };
  const work = await loadSignUpWork(store, { companyId, signUpId: asked.signUpId });
  return work === null ? null : queryOf(store, work.signUp);
}

async function explained(
  store: Store,
  companyId: bigint,
  query: EntranceQuery,
  suggestions: readonly Suggestion[],
): Promise<ExplainedSuggestion[]> {
  const ids = suggestions.map(({ entranceId }) => BigInt(entranceId));
  const rows = await store.company(companyId).loadEntrancesByRosdomofonId(ids);
  const byId = new Map(rows.map((row) => [Number(row.rosdomofonId), row]));
  return suggestions.map((suggestion) => {
    const row = byId.get(suggestion.entranceId);
    const address = row === undefined ? parseAddressLine(suggestion.addressLine) : addressOf(row);
    return { ...suggestion, fields: explainMatch(query, { address, flatRanges: suggestion.flatRanges }) };
  });
}
