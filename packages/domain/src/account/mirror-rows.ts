// From RosDomofon's objects to the mirror's rows: pure, and all in one place.
import type {
  RosDomofonAccount,
  RosDomofonAccountDetails,
  RosDomofonAddress,
  RosDomofonEntrance,
  RosDomofonFlat,
  RosDomofonOwner,
  RosDomofonService,
  ServiceConnection,
} from '@domovoy/models';
import type {
  AbonentMirrorRow,
  AccountDetailsRow,
  AccountMirrorRow,
  EntranceAddressRow,
  EntranceMirrorRow,
  FlatMirrorRow,
  ServiceConnectionMirrorRow,
  ServiceMirrorRow,
  ServiceTariffRow,
} from '@domovoy/store';

/** Empty texts say nothing. */
const textOf = (value: string | null | undefined): string | null => value?.trim() || null;

/** Milliseconds in one answer, text in another (facts §4.9); what is no time is none. */
export function timeOf(value: number | string | null | undefined): Date | null {
  if (value === null || value === undefined || value === '') return null;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) || Math.abs(time.getUTCFullYear()) > 9_999 ? null : time;
}

export const abonentRow = (owner: RosDomofonOwner): AbonentMirrorRow => ({
  rosdomofonId: owner.id,
  phone: owner.phone,
  hasLoggedIn:
    owner.neverLoggedIn === null || owner.neverLoggedIn === undefined ? null : !owner.neverLoggedIn,
});

export const accountRow = (account: RosDomofonAccount): AccountMirrorRow => ({
  rosdomofonId: account.id,
  number: textOf(account.number),
  ownerAbonentRosdomofonId: account.owner.id,
  phone: account.owner.phone,
  isBlocked: account.blocked,
  blockReason: textOf(account.blockReason),
});

export const accountDetailsRow = ({
  id,
  balance,
  paidUntil,
}: RosDomofonAccountDetails): AccountDetailsRow => ({
  rosdomofonId: id,
  balance: balance?.balance ?? null,
  balanceCurrency: textOf(balance?.currency),
  balanceAt: timeOf(balance?.balanceDate),
  recommendedPayment: balance?.recommendedPaymentSum ?? null,
  recommendedPaymentAt: timeOf(balance?.recommendedPaymentDate),
  paidUntil: timeOf(paidUntil),
});

export const serviceRow = (service: RosDomofonService): ServiceMirrorRow => ({
  rosdomofonId: service.id,
  name: textOf(service.name) ?? `№ ${service.id}`,
  customName: textOf(service.customName),
  type: textOf(service.type) ?? 'Unknown',
});

export const entranceRow = (entrance: RosDomofonEntrance): EntranceMirrorRow => ({
  rosdomofonId: entrance.id,
  addressLine: entrance.addressString,
  serviceRosdomofonIds: entrance.services.map(({ id }) => id),
});

export const tariffRows = (entrances: readonly RosDomofonEntrance[]): ServiceTariffRow[] =>
  entrances.flatMap(({ services }) =>
    services.flatMap(({ id, tariff }) =>
      tariff === null || tariff === undefined ? [] : [{ rosdomofonId: id, tariff }],
    ),
  );

/** Null: the address has no entrance. */
export function entranceAddressRow(address: RosDomofonAddress | null | undefined): EntranceAddressRow | null {
  if (!address?.entrance) return null;
  const { entrance, street, house } = address;
  const city = textOf(address.city) ?? textOf(address.cityObject?.name);
  const number = textOf(entrance.number);
  const parts = [city, textOf(street?.name), houseText(house), number && `подъезд ${number}`];
  return {
    rosdomofonId: entrance.id,
    addressLine: parts.filter((part) => part !== null).join(', '),
    countryCode: textOf(address.country?.shortName),
    city,
    cityFias: textOf(address.cityObject?.codeFias),
    street: textOf(street?.name),
    streetRosdomofonId: street?.id ?? null,
    streetFias: textOf(street?.codeFias),
    streetKladr: textOf(street?.codeKladr),
    streetUniversalCode: textOf(street?.universalCode),
    house: textOf(house?.number),
    houseRosdomofonId: house?.id ?? null,
    houseFias: textOf(house?.codeFias),
    block: textOf(house?.block),
    building: textOf(house?.building),
    housing: textOf(house?.housing),
    number,
    prefix: textOf(entrance.prefix),
    ranges: [entrance, ...entrance.additionalFlatRanges].flatMap(rangeOf),
  };
}

function houseText(house: RosDomofonAddress['house']): string | null {
  const parts = [
    textOf(house?.number),
    house?.block && `блок ${house.block}`,
    house?.building && `строение ${house.building}`,
    house?.housing && `корпус ${house.housing}`,
  ];
  return textOf(parts.filter(Boolean).join(' '));
}

/** Postgres' integer: a flat beyond it is a slip of the pen. */
const isFlatNumber = (value: number | null | undefined): value is number =>
  typeof value === 'number' && value >= 0 && value < 2 ** 31;

function rangeOf({
  flatStart,
  flatEnd,
}: {
  flatStart?: number | null | undefined;
  flatEnd?: number | null | undefined;
}) {
  return isFlatNumber(flatStart) && isFlatNumber(flatEnd) && flatStart <= flatEnd
    ? [{ flatStart, flatEnd }]
    : [];
}

export const flatRow = (flat: RosDomofonFlat, accountId?: number | null): FlatMirrorRow => ({
  rosdomofonId: flat.id,
  entranceRosdomofonId: flat.address?.entrance?.id ?? null,
  number: flat.address?.flat === null || flat.address?.flat === undefined ? null : String(flat.address.flat),
  accountRosdomofonId: flat.accountId ?? accountId ?? null,
  ownerAbonentRosdomofonId: flat.owner?.id ?? null,
  isVirtual: flat.virtual ?? false,
  isBlocked: flat.blocked ?? null,
});

/** Connections are asked for by service or by account, and need not repeat either. */
export const serviceConnectionRow = (
  connection: ServiceConnection,
  accountId?: number,
): ServiceConnectionMirrorRow => ({
  rosdomofonId: connection.id,
  serviceRosdomofonId: connection.service.id,
  accountRosdomofonId: connection.account?.id ?? connection.flat.accountId ?? accountId ?? null,
  flatRosdomofonId: connection.flat.id,
  isBlocked: connection.blocked,
  tariff: connection.tariff ?? null,
  currency: textOf(connection.currency),
});
