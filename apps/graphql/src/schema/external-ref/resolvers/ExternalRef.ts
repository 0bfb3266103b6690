import { DomovoyError } from '@domovoy/models';
import type { ExternalRefResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';
import { pageAtPortal } from '../page-at-portal.ts';

export const ExternalRef: ExternalRefResolvers = {
  integration: async ({ integrationId }, _args, { loaders }) => {
    const integration = await loaders.integrations.load(integrationId);
    if (integration) return integration;
    throw new DomovoyError('A reference has no integration.', { code: 'INTEGRATION_MISSING' });
  },
  kind: ({ remoteKind }) => remoteKind,
  state: ({ state }) => upperCase(state),
  url: async (ref, _args, { loaders }) =>
    pageAtPortal(ref, await loaders.integrations.load(ref.integrationId)),
};
