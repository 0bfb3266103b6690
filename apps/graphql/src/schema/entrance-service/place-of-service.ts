import type { Loaders } from '../../loaders.ts';
import { findMirrored, isNotFound } from '../effect/find-mirrored.ts';

/** Which service is meant for which entrance. */
export async function placeOfService(
  { entrances, services }: Loaders,
  { entranceId, serviceId }: { entranceId: string; serviceId: string },
) {
  const [entrance, service] = await Promise.all([
    findMirrored('Entrance', entranceId, { load: (id) => entrances.load(id), field: 'entranceId' }),
    findMirrored('Service', serviceId, { load: (id) => services.load(id), field: 'serviceId' }),
  ]);
  if (isNotFound(entrance)) return entrance;
  if (isNotFound(service)) return service;
  return { entranceRosdomofonId: entrance.rosdomofonId, serviceRosdomofonId: service.rosdomofonId };
}
