import type { Flat } from '../city/entities.ts';
import { camerasOf, hasService, rdaOf } from '../city/equipment.ts';
import { ownerDetailedWire } from './abonent.ts';
import { addressWire, addressWithCodesWire } from './address.ts';
import { maybe, relied, type View } from './fields.ts';

export function flatDetailedWire(view: View, flat: Flat) {
  const { id, account, entrance, number, owner, isVirtual } = flat;
  return {
    id,
    ...maybe(view, id, 'accountId', account?.id ?? null),
    ...(entrance ? relied(view, { address: addressWire(view, entrance, number) }) : {}),
    ...relied(view, { virtual: isVirtual, owner: ownerDetailedWire(view, owner) }),
    ...maybe(view, id, 'blocked', account?.isBlocked ?? false),
    ...maybe(view, id, 'adapters', adaptersOf(flat)),
    ...maybe(view, id, 'translated', number),
    ...deviceWire(view, flat),
  };
}

/** As the abonent's own list has it. */
export function abonentFlatWire(view: View, flat: Flat) {
  const { id, account, entrance, number, owner, isVirtual } = flat;
  return {
    id,
    ...(entrance ? { address: addressWithCodesWire(view, entrance, number) } : {}),
    ...(account ? { accountId: account.id } : {}),
    owner: { id: owner.id },
    virtual: isVirtual,
    ...deviceWire(view, flat),
  };
}

function deviceWire(view: View, { id, entrance }: Flat) {
  if (!entrance) return {};
  const rda = rdaOf(entrance);
  const [camera] = camerasOf(entrance);
  return {
    ...maybe(view, id, 'rdaUid', rda.uid),
    ...maybe(view, id, 'softwareIntercomId', rda.intercomId),
    ...(hasService(entrance, 'HardwareIntercom')
      ? maybe(view, id, 'hardwareIntercomId', rda.intercomId + 1)
      : {}),
    ...(camera === undefined ? {} : maybe(view, id, 'cameraId', camera)),
  };
}

const adaptersOf = ({ entrance }: Flat) =>
  entrance ? [{ rdaUid: rdaOf(entrance).uid, intercomIndex: '0', cameraIds: camerasOf(entrance) }] : [];
