/**
 * Planted in whatever the hub creates over there: by it a creation of which nobody knows the outcome is found again,
 * and so is one whose link was lost. RosDomofon's ids and the uid are the same for every company and every hub.
 */
const ORIGINATOR = 'domovoy';

export const contactOrigin = (abonentId: bigint): string => `abonent-${abonentId}`;
export const dealOrigin = (signUpUid: string): string => `sign-up-${signUpUid}`;
/** Products have no originator: the whole of it is their external id. */
export const productOrigin = (serviceId: bigint): string => `${ORIGINATOR}-service-${serviceId}`;
/** At the end of a comment: the portal keeps nothing else that is ours. */
export const commentMarker = (eventId: bigint): string => `[domovoy ${eventId}]`;

/** Smart processes have no originator: their external id carries both. */
export function originFields(entityTypeId: number, originId: string): Record<string, string> {
  return entityTypeId < 128 ? { originatorId: ORIGINATOR, originId } : { xmlId: `${ORIGINATOR}-${originId}` };
}
