import type { SignUpRules } from '@domovoy/domain';
import type { SavedPolicy } from './saved-policy.ts';

export type SignUpPolicyMapper = SavedPolicy;
export type ServiceRuleMapper = SignUpRules['services'];
