import type { Address, AddressHouse } from '../address.ts';

/** "Иваново, Ташкентская, 100": as RosDomofon writes an address. A street that is missing leaves its place empty. */
export const printAddressLine = ({ city, street, house }: Address): string =>
  [city?.trim(), street?.name?.trim(), printHouse(house ?? {})].map((part) => part ?? '').join(', ');

const printHouse = ({ number, housing, building, block }: AddressHouse): string =>
  [
    number?.trim(),
    housing && `корп. ${housing.trim()}`,
    building && `стр. ${building.trim()}`,
    block && `блок ${block.trim()}`,
  ]
    .filter(Boolean)
    .join(' ');
