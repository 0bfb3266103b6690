import type { Entrance, Flat, Service } from './entities.ts';
import { FIRST_ID_OF } from './ids.ts';

/** The box on the wall of an entrance that opens the door. */
export interface Rda {
  id: number;
  uid: string;
  intercomId: number;
}

/** Which relay opens what, and the number by which applications know what it is. */
const DOORS = {
  entrance: { relay: 1, type: 1 },
  gate: { relay: 2, type: 2 },
} as const;

export interface Key {
  entrance: Entrance;
  rda: Rda;
  relay: number;
  type: number;
}

const MAX_CAMERAS = 2;

export function rdaOf(entrance: Entrance): Rda {
  const id = FIRST_ID_OF.rda + entrance.id - FIRST_ID_OF.entrance;
  return { id, uid: String(id), intercomId: id + 100_000 };
}

export const hasService = (entrance: Entrance, type: Service['type']): boolean =>
  entrance.services.some((service) => service.type === type);

/** An entrance with video surveillance has a camera, every other one two. */
export function camerasOf(entrance: Entrance): number[] {
  if (!hasService(entrance, 'VideoSurveillance')) return [];
  const first = FIRST_ID_OF.camera + (entrance.id - FIRST_ID_OF.entrance) * MAX_CAMERAS;
  return entrance.id % 2 === 0 ? [first, first + 1] : [first];
}

/** The entrance that a camera looks at. */
export const entranceIdOfCamera = (cameraId: number): number =>
  FIRST_ID_OF.entrance + Math.floor((cameraId - FIRST_ID_OF.camera) / MAX_CAMERAS);

/** What the flat's services let its people open; nothing while the account is blocked. */
export function keysOf({ entrance, connections }: Flat): Key[] {
  if (!entrance) return [];
  const active = connections.filter(({ isBlocked, account }) => !isBlocked && !account.isBlocked);
  const has = (...types: Service['type'][]) => active.some(({ service }) => types.includes(service.type));
  const rda = rdaOf(entrance);
  return [
    ...(has('SoftwareIntercom', 'HardwareIntercom') ? [{ entrance, rda, ...DOORS.entrance }] : []),
    ...(has('Gate') ? [{ entrance, rda, ...DOORS.gate }] : []),
  ];
}

/** Cameras that the flat's services let its people see. */
export function visibleCamerasOf({ entrance, connections }: Flat): number[] {
  const sees = connections.some(
    ({ isBlocked, account, service }) =>
      !isBlocked && !account.isBlocked && service.type === 'VideoSurveillance',
  );
  return entrance && sees ? camerasOf(entrance) : [];
}
