import type { ExplainedSuggestion, SuggestedEntrances } from '@domovoy/domain';
import { upperCase } from '../values/enum-value.ts';

/** Null: there is no such sign-up. */
export function candidatesOf(found: SuggestedEntrances | { readonly kind: 'not-found' }) {
  if (found.kind === 'not-found') return null;
  const { candidates, isCertain, reason, detail } = found;
  return { isCertain, reason, detail, candidates: candidates.map(candidateOf) };
}

const candidateOf = ({ fields, ...suggestion }: ExplainedSuggestion) => ({
  suggestion,
  fields: fields.map(({ field, shared, onlyAsked, onlyFound, ...more }) => ({
    ...more,
    field: upperCase(field),
    verdict: upperCase(suggestion.evidence[field]),
    shared: [...shared],
    onlyAsked: [...onlyAsked],
    onlyFound: [...onlyFound],
  })),
});
