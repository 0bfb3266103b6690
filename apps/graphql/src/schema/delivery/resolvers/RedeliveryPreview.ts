import type { RedeliveryPreviewResolvers } from '../../types.generated.ts';
export const RedeliveryPreview: RedeliveryPreviewResolvers = {
  /* Implement RedeliveryPreview resolver logic here */
};
