import type { Entrance, Service } from '../city/entities.ts';
import { rdaOf } from '../city/equipment.ts';
import { addressStringOf, addressWire } from './address.ts';
import { camerasWire } from './camera.ts';
import { companyDetailedWire } from './company.ts';
import { draw, maybe, type View } from './fields.ts';
import { delegationTuningsOf, dependantsOf, serviceDetailedWire, serviceWire, tariffOf } from './service.ts';

/** As the search has it: no flat ranges, those are elsewhere (facts §1.4). */
export function entranceWithServicesWire(view: View, entrance: Entrance) {
  return {
    id: entrance.id,
    addressString: addressStringOf(entrance),
    services: entrance.services.map((service) => serviceOfEntranceWire(view, entrance, service)),
  };
}

export function entranceDetailedWire(view: View, entrance: Entrance) {
  return {
    id: entrance.id,
    address: addressWire(view, entrance),
    addressString: addressStringOf(entrance),
    cameras: camerasWire(view, entrance),
    rda: rdaWire(view, entrance),
    services: entrance.services.map(serviceWire),
  };
}

/** `cameras` and `rdas` may be absent, but never null (facts §4.9). */
function serviceOfEntranceWire(view: View, entrance: Entrance, service: Service) {
  const { id, type, company } = service;
  const cameras = type === 'VideoSurveillance' ? camerasWire(view, entrance) : [];
  const rdas = type === 'HouseChat' || type === 'VideoSurveillance' ? [] : [rdaWire(view, entrance)];
  const dependants = dependantsOf(service, entrance).map((one) => serviceDetailedWire(view, one));
  return {
    ...serviceWire(service),
    ...maybe(view, id, 'companyId', company.id),
    ...maybe(view, id, 'customName', null),
    ...maybe(view, id, 'autoconnectionEnabled', draw(id, 'auto') < 0.2),
    ...maybe(view, id, 'delegationTunings', delegationTuningsOf(service)),
    ...(cameras.length > 0 || draw(id, 'cameras') < 0.5 ? { cameras } : {}),
    ...(rdas.length > 0 || draw(id, 'rdas') < 0.5 ? { rdas } : {}),
    ...maybe(view, id, 'status', 'ACTIVE'),
    ...maybe(view, id, 'tariff', tariffOf(service)),
    ...maybe(view, id, 'company', companyDetailedWire(view, company)),
    ...maybe(view, id, 'dependantServices', dependants),
  };
}

/** `uid` and `index` are text (facts §4.9). */
function rdaWire(view: View, entrance: Entrance) {
  const { id, uid, intercomId } = rdaOf(entrance);
  const { number } = entrance.plan;
  const location = { id: intercomId, name: `Подъезд ${number}` };
  return {
    id,
    uid,
    active: draw(id, 'active') < 0.97,
    intercoms: [{ id: intercomId, index: '0', ...maybe(view, id, 'location', location) }],
  };
}
