import type { SignUpPolicyResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const SignUpPolicy: SignUpPolicyResolvers = {
  mode: ({ mode }) => upperCase(mode),
  services: ({ rules }) => rules.services,
  virtual: ({ rules }) => upperCase(rules.virtual),
  accountNumber: ({ rules }) => rules.accountNumber,
  language: ({ rules }) => upperCase(rules.language),
  welcome: ({ rules }) => rules.welcome,
  refusal: ({ rules }) => rules.refusal,
  statuses: ({ rules }) => rules.statuses,
  quietHours: ({ rules }) => rules.quietHours,
  holdMs: ({ rules }) => rules.holdMs,
};
