import { DomovoyError } from '@domovoy/models';
import type { FieldMappingResolvers } from '../../types.generated.ts';
import { problemsShown } from '../mapping-problems.ts';

export const FieldMapping: FieldMappingResolvers = {
  integration: async ({ integrationId }, _args, { loaders }) => {
    const integration = await loaders.integrations.load(integrationId);
    if (integration) return integration;
    throw new DomovoyError('A mapping has no integration.', { code: 'INTEGRATION_MISSING' });
  },
  content: ({ mapping }) => mapping,
  problems: async ({ integrationId }, _args, { commands }) =>
    problemsShown(await commands.readMappingProblems(integrationId)),
};
