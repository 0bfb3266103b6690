import type { Store } from '@domovoy/store';

/** A service, and the entrance whose flats are to get it: RosDomofon's ids. */
export interface ServiceAtEntrance {
  readonly entranceRosdomofonId: bigint;
  readonly serviceRosdomofonId: bigint;
}

/** Far more than RosDomofon's entrances have. */
const MOST_SERVICES = 1_000;

/** Is the service to be had there? RosDomofon refuses each flat of another entrance: better to know it before the first. */
export async function isOfferedAt(
  store: Store,
  companyId: bigint,
  { entranceRosdomofonId, serviceRosdomofonId }: ServiceAtEntrance,
): Promise<boolean> {
  const entrances = [entranceRosdomofonId];
  const offered = await store.company(companyId).loadEntranceServices({ entrances, limit: MOST_SERVICES });
  return offered.some(
    ({ service }) => service.rosdomofonId === serviceRosdomofonId && service.vanishedAt === null,
  );
}
