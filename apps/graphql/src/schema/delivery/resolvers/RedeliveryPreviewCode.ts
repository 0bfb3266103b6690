import type { RedeliveryPreviewCodeResolvers } from '../../types.generated.ts';
export const RedeliveryPreviewCode: RedeliveryPreviewCodeResolvers = {
  /* Implement RedeliveryPreviewCode resolver logic here */
};
