import type { CancelJobPayloadResolvers } from '../../types.generated.ts';
export const CancelJobPayload: CancelJobPayloadResolvers = {
  /* Implement CancelJobPayload resolver logic here */
};
