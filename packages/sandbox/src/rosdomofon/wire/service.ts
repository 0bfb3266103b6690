import type { Entrance, Service, ServiceConnection, ServiceType } from '../city/entities.ts';
import { draw, drawInt, maybe, type View } from './fields.ts';

const TITLES: Readonly<Record<ServiceType, string>> = {
  SoftwareIntercom: 'Домофон в телефоне',
  HardwareIntercom: 'Домофонная трубка',
  VideoSurveillance: 'Видеонаблюдение',
  Gate: 'Ворота',
  HouseChat: 'Чат дома',
};

const PRICES: Readonly<Record<ServiceType, readonly number[]>> = {
  SoftwareIntercom: [49, 59, 65.5],
  HardwareIntercom: [39, 45],
  VideoSurveillance: [99, 120, 149.9],
  Gate: [150, 200],
  HouseChat: [0],
};

/** The name says where it is: operators keep one product for each (facts §3). */
function serviceNameOf({ type, entrances: [entrance, ...others] }: Service): string {
  if (!entrance) return TITLES[type];
  const { place, plan } = entrance;
  const where = `${place.street.name} ${place.houseText}`;
  const isOfAHouse = others.length > 0 || type === 'Gate' || type === 'HouseChat';
  return `${TITLES[type]} ${where}${isOfAHouse ? '' : `, подъезд ${plan.number}`}`;
}

export const tariffOf = ({ id, type }: Service): number =>
  PRICES[type][drawInt(id, 'tariff', 0, PRICES[type].length - 1)] ?? 0;

const currencyOf = ({ entrances: [entrance] }: Service): string =>
  entrance?.place.country.shortName === 'KZ' ? 'KZT' : 'RUB';

/** What a flat pays for it. */
export const priceWire = (view: View, { id, service }: ServiceConnection) => ({
  ...maybe(view, id, 'currency', currencyOf(service)),
  ...maybe(view, id, 'tariff', tariffOf(service)),
});

/** Between 2019 and 2024. */
const createdAtOf = ({ id }: Service): number =>
  Date.UTC(2019, 0, 1) + drawInt(id, 'createdAt', 0, 5 * 365 * 24 * 3600) * 1000;

export const delegationTuningsOf = ({ id }: Service) =>
  draw(id, 'has limit') < 0.3
    ? {}
    : { limit: draw(id, 'is limited') < 0.3 ? null : drawInt(id, 'limit', 1, 5) };

export function serviceWire(service: Service) {
  return { id: service.id, name: serviceNameOf(service), type: service.type };
}

/** As a connection has it: `createdAt` is a number here (facts §4.9). */
export function serviceOfConnectionWire(view: View, service: Service) {
  return {
    ...serviceWire(service),
    ...maybe(view, service.id, 'companyId', service.company.id),
    createdAt: createdAtOf(service),
    ...maybe(view, service.id, 'customName', null),
    delegationTunings: delegationTuningsOf(service),
  };
}

/** As an account's connections and the services that depend on another have it: `createdAt` is text or null. */
export function serviceDetailedWire(view: View, service: Service) {
  return {
    ...serviceWire(service),
    ...maybe(view, service.id, 'companyId', service.company.id),
    createdAt:
      draw(service.id, 'createdAt is known') < 0.7 ? new Date(createdAtOf(service)).toISOString() : null,
    ...maybe(view, service.id, 'customName', null),
    ...maybe(view, service.id, 'delegationTunings', delegationTuningsOf(service)),
  };
}

/** What can be had only with it, at the same entrance. */
export const dependantsOf = (service: Service, entrance: Entrance): Service[] =>
  service.type === 'SoftwareIntercom'
    ? entrance.services.filter(({ type }) => type === 'VideoSurveillance')
    : [];
