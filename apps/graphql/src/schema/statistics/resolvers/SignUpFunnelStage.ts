import type { SignUpFunnelStageResolvers } from '../../types.generated.ts';

const rounded = (ms: number | null) => (ms === null ? null : Math.round(ms));

export const SignUpFunnelStage: SignUpFunnelStageResolvers = {
  medianMsToDecision: ({ decisionMs }) => rounded(decisionMs),
  medianMsToCompletion: ({ completionMs }) => rounded(completionMs),
};
