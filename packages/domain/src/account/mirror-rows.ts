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

const abonentRow = (owner: RosDomofonOwner): AbonentMirrorRow => ({
  rosdomofonId: owner.id,
  phone: owner.phone,
  hasLoggedIn:
    owner.neverLoggedIn === null || owner.neverLoggedIn === undefined ? null : !owner.neverLoggedIn,
});

const accountRow = (account: RosDomofonAccount): AccountMirrorRow => ({
  rosdomofonId: account.id,
  number: textOf(account.number),
  ownerAbonentRosdomofonId: account.owner.id,
  phone: account.owner.phone,
  isBlocked: account.blocked,
  blockReason: textOf(account.blockReason),
});

/** An account with its owner. */
export interface AccountRows {
  readonly account: AccountMirrorRow;
  readonly owner: AbonentMirrorRow;
}

export const accountRows = (account: RosDomofonAccount): AccountRows => ({
  account: accountRow(account),
  owner: abonentRow(account.owner),
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
function entranceAddressRow(address: RosDomofonAddress | null | undefined): EntranceAddressRow | null {
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

const flatRow = (flat: RosDomofonFlat, accountId: number | null): FlatMirrorRow => ({
  rosdomofonId: flat.id,
  entranceRosdomofonId: flat.address?.entrance?.id ?? null,
  number: textOf(flat.address?.flat),
  accountRosdomofonId: flat.accountId ?? accountId,
  ownerAbonentRosdomofonId: flat.owner?.id ?? null,
  isVirtual: flat.virtual ?? false,
  isBlocked: flat.blocked ?? null,
});

/** A flat with its entrance and its owner, as far as the answer tells of them. */
export interface FlatRows {
  readonly flat: FlatMirrorRow;
  readonly entrance: EntranceAddressRow | null;
  readonly owner: AbonentMirrorRow | null;
}

/** `accountId`: by which the flat was asked for; the answer need not repeat it. */
export const flatRows = (flat: RosDomofonFlat, accountId: number | null = null): FlatRows => ({
  flat: flatRow(flat, accountId),
  entrance: entranceAddressRow(flat.address),
  owner: flat.owner ? abonentRow(flat.owner) : null,
});

/** A connection with its flat; the account and the service have lists of their own. */
export interface ServiceConnectionRows extends FlatRows {
  readonly connection: ServiceConnectionMirrorRow;
}

export function serviceConnectionRows(
  connection: ServiceConnection,
  askedFor: number | null = null,
): ServiceConnectionRows {
  const { id, service, account, flat, blocked, tariff, currency } = connection;
  const accountId = account?.id ?? flat.accountId ?? askedFor;
  return {
    ...flatRows(flat, accountId),
    connection: {
      rosdomofonId: id,
      serviceRosdomofonId: service.id,
      accountRosdomofonId: accountId,
      flatRosdomofonId: flat.id,
      isBlocked: blocked,
      tariff: tariff ?? null,
      currency: textOf(currency),
    },
  };
}
