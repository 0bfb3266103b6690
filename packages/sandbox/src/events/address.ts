import { type Building, type EntrancePlan, rangesOf } from '../city-plan/buildings.ts';
import { houseOf, type Place } from '../city-plan/place.ts';
import type { CompanyPlan } from '../city-plan/plan-city.ts';
import type { Random } from '../random/random.ts';
import { otherSpelling } from './spelling.ts';
import type { AddressWire } from './wire.ts';

/** What a caller may fix of an address; everything else is chosen. */
export interface AddressDetails {
  city?: string | undefined;
  street?: string | undefined;
  /** As people write it: `52к2с1`. */
  house?: string | undefined;
  flat?: string | number | null | undefined;
}

export interface ChosenAddress {
  address: AddressWire;
  timeZone: string;
}

/** Of addresses that nobody fixed: how many name no house of the company, and how many spell the street in another way. */
const UNKNOWN_HOUSE = 0.06;
const OTHER_SPELLING = 0.12;

/** Mostly a flat of a house that the company serves, written as people write it: not always as the register has it. */
export function chosenAddress(random: Random, company: CompanyPlan, details: AddressDetails): ChosenAddress {
  const building = buildingFor(random, company, details);
  const { place } = building;
  const isFixed = details.street !== undefined || details.house !== undefined;
  const kind = isFixed ? 1 : random.next();
  return {
    timeZone: place.timeZone,
    address: {
      country: place.country,
      city: details.city ?? place.city,
      street:
        kind > UNKNOWN_HOUSE && kind < UNKNOWN_HOUSE + OTHER_SPELLING
          ? { ...place.street, name: otherSpelling(random, place.street.name) }
          : streetFor(place, details),
      house: kind < UNKNOWN_HOUSE ? unknownHouse(random, place) : houseFor(place, details.house),
      ...chosenFlat(random, building, details),
    },
  };
}

/** The address of a flat as its abonent's application would send it. */
export const addressOf = (
  { country, city, street, house, timeZone }: Place,
  flat: number,
): ChosenAddress => ({
  timeZone,
  address: { country, city, street, house, flat },
});

/** One that fits what is fixed, or most of it, or else any one: where a sign-up is from is never checked by its sender. */
function buildingFor(random: Random, { buildings }: CompanyPlan, details: AddressDetails): Building {
  const { city, street, house } = details;
  const inCity = buildings.filter(({ place }) => city === undefined || place.city === city);
  const inStreet = inCity.filter(({ place }) => street === undefined || place.street.name === street);
  const fitting = inStreet.filter(({ place }) => house === undefined || place.houseText === house);
  const [first, ...others] = [fitting, inStreet, inCity, buildings].find((list) => list.length > 0) ?? [];
  if (!first) throw new RangeError('the company has no house');
  return random.pick([first, ...others]);
}

/** A street that nobody has heard of, or in another city, has no codes: those of the place would be of another one. */
const streetFor = ({ city, street }: Place, fixed: AddressDetails): AddressWire['street'] =>
  (fixed.city ?? city) === city && (fixed.street ?? street.name) === street.name
    ? street
    : { id: street.id + 500_000, name: fixed.street ?? street.name };

const unknownHouse = (random: Random, { house, street }: Place) => ({
  ...house,
  id: street.id * 1000 + 900 + random.int(0, 99),
  number: String(random.int(500, 999)),
  block: '',
  building: '',
  housing: '',
});

const houseFor = ({ house, houseText, street }: Place, text: string | undefined) =>
  text === undefined || text === houseText ? house : { id: street.id * 1000 + 999, ...houseOf(text) };

/** The flat is often absent, often null, and where it is there it is a number or text (facts §2). */
function chosenFlat(
  random: Random,
  { entrances }: Building,
  { flat }: AddressDetails,
): { flat?: string | number | null } {
  if (flat !== undefined) return { flat };
  const kind = random.next();
  if (kind < 0.3) return {};
  if (kind < 0.45) return { flat: null };
  const number = flatOf(random, entrances);
  return { flat: kind < 0.9 ? number : String(number) };
}

function flatOf(random: Random, entrances: readonly EntrancePlan[]): number {
  const [first, ...others] = entrances.flatMap(rangesOf);
  if (!first) return 1;
  const { flatStart, flatEnd } = random.pick([first, ...others]);
  return random.int(flatStart, flatEnd);
}
