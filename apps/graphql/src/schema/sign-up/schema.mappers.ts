import type { OfferedService, Suggestion } from '@domovoy/domain';
import type { SignUpEventRow, SignUpPlanRow, SignUpRow, SignUpStepRow } from '@domovoy/store';
import type { Connection } from '../../connection/connection.ts';

export type SignUpMapper = SignUpRow;
export type SignUpAddressMapper = SignUpRow;
export type SignUpEventMapper = SignUpEventRow;
export type SignUpPlanMapper = SignUpPlanRow;
export type SignUpStepMapper = SignUpStepRow;
export type EntranceSuggestionMapper = Suggestion;
export type SuggestedServiceMapper = OfferedService;
export type SignUpConnectionMapper = Connection<SignUpRow>;
export type SignUpEventConnectionMapper = Connection<SignUpEventRow>;
