import { type Entrance } from '../city/entities.ts';
import { camerasOf } from '../city/equipment.ts';
import { addressStringOf } from './address.ts';
import { draw, maybe, relied, type View } from './fields.ts';

const uriOf = (id: number) => `rtsp://camera-${id}.example/live`;

const rdvaOf = (id: number) => ({ id: 10 + (id % 50), uri: `rdva${10 + (id % 50)}.example` });

/** A camera of an entrance, as operators see it. */
function cameraWire(view: View, entrance: Entrance, id: number) {
  return {
    ...relied(view, { id, uri: uriOf(id), active: draw(id, 'active') < 0.95 }),
    ...(draw(id, 'uid') < 0.7 && !view.isSparse ? { uid: id * 7 } : {}),
    ...maybe(view, id, 'address', addressStringOf(entrance)),
    ...maybe(view, id, 'configuration', null),
    ...maybe(view, id, 'private', false),
    ...maybe(view, id, 'rdvaId', rdvaOf(id).id),
  };
}

export const camerasWire = (view: View, entrance: Entrance) =>
  camerasOf(entrance).map((id) => cameraWire(view, entrance, id));

/** With what a player needs. The password opens nothing. */
export function cameraDetailedWire(view: View, entrance: Entrance, id: number) {
  return {
    ...cameraWire(view, entrance, id),
    id,
    name: `Подъезд ${entrance.plan.number}`,
    model: 'RD-101',
    uri: uriOf(id),
    user: 'viewer',
    password: 'sandbox',
    rdva: rdvaOf(id),
  };
}
