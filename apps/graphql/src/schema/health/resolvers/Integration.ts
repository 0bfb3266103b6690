import type { IntegrationResolvers } from '../../types.generated.ts';
import { loadedHealth } from '../loaded-health.ts';

export const Integration: Pick<IntegrationResolvers, 'health' | '__isTypeOf'> = {
  health: ({ id }, _args, { loaders }) => loadedHealth(loaders, id),
};
