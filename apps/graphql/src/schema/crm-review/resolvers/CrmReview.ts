import { DomovoyError } from '@domovoy/models';
import type { CrmReviewResolvers } from '../../types.generated.ts';

export const CrmReview: CrmReviewResolvers = {
  integration: async ({ integrationId }, _args, { loaders }) => {
    const integration = await loaders.integrations.load(integrationId);
    if (integration) return integration;
    throw new DomovoyError('A review has no integration.', { code: 'INTEGRATION_MISSING' });
  },
  abonentRosdomofonId: ({ entityId }) => Number(entityId),
  abonent: ({ entityId }, _args, { loaders }) => loaders.abonentsByRosdomofonId.load(entityId),
  candidateIds: ({ candidates }) =>
    (Array.isArray(candidates) ? candidates : []).map(Number).filter(Number.isSafeInteger),
};
