import type { IntegrationHealth } from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import type { Loaders } from '../../loaders.ts';

/** Of an integration that is known to be there. */
export async function loadedHealth(loaders: Loaders, integrationId: bigint): Promise<IntegrationHealth> {
  const health = await loaders.integrationHealths.load(integrationId);
  if (health) return health;
  throw new DomovoyError('An integration is not there any more.', { code: 'INTEGRATION_MISSING' });
}
