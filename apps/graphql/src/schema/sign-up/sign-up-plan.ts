import {
  ChosenServices,
  type OfferedService,
  STATE_REASONS,
  type StateReason,
  type Suggestion,
  Suggestions,
} from '@domovoy/domain';
import type { SignUpPlanRow } from '@domovoy/store';

/** Null also for one that a newer process wrote. */
export const reasonOf = (text: string | null): StateReason | null =>
  STATE_REASONS.find((reason) => reason === text) ?? null;

/** None of what another version of the hub wrote in another shape: it is looked for anew. */
export const suggestionsOf = (plan: SignUpPlanRow | null): Suggestion[] =>
  Suggestions.catch([]).parse(plan?.suggestions ?? []);

export const servicesOf = ({ services }: SignUpPlanRow): OfferedService[] =>
  ChosenServices.catch([]).parse(services);
