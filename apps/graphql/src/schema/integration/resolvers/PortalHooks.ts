import type { PortalHooksResolvers } from '../../types.generated.ts';
import { hookUrlOf } from '../integration-parts.ts';

export const PortalHooks: PortalHooksResolvers = {
  url: (integration, _args, { hooksUrl }) => hookUrlOf(integration, hooksUrl),
  installUrl: (integration, _args, { hooksUrl }) => {
    const url = hookUrlOf(integration, hooksUrl);
    return url && `${url}/install`;
  },
  redirectUrl: (_integration, _args, { hooksUrl }) => hooksUrl && `${hooksUrl}/bitrix24/oauth`,
  hasToken: async ({ id }, _args, { loaders }) => (await loaders.hookTokens.load(id)).length > 0,
  refusals: async ({ id }, _args, { loaders }) => [...(await loaders.hookRefusals.load(id))],
};
