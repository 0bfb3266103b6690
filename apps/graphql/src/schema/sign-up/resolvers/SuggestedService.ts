import type { SuggestedServiceResolvers } from '../../types.generated.ts';

export const SuggestedService: SuggestedServiceResolvers = {
  rosdomofonId: ({ id }) => id,
};
