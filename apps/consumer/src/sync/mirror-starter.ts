import { hasRestAccess } from '@domovoy/domain';
import type { OwnershipOptions } from '../worker/ownership.ts';
import { Mirror, type MirrorDependencies } from './mirror.ts';

/** Makes the mirrors of owned integrations. Of one without access to REST it says once that nothing is mirrored. */
export function mirrorStarter(dependencies: MirrorDependencies): OwnershipOptions['startMirror'] {
  const told = new Set<bigint>();
  return (integration, owner) => {
    if (integration.kind !== 'rosdomofon') return null;
    if (hasRestAccess(integration.config)) return new Mirror(integration, owner, dependencies);
    if (!told.has(integration.id))
      dependencies.logger.info(
        { event: 'mirror-off', integrationId: String(integration.id), origin: integration.origin },
        integration.origin === 'environment'
          ? 'accounts, entrances and services are not mirrored: ROSDOMOFON_URL, ROSDOMOFON_USERNAME and ROSDOMOFON_PASSWORD are not set'
          : 'accounts, entrances and services are not mirrored: the integration has no access to REST',
      );
    told.add(integration.id);
    return null;
  };
}
