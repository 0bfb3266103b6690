import type { Random } from '../random/random.ts';
import type { Place } from './place.ts';

export interface FlatRange {
  flatStart: number;
  flatEnd: number;
}

export interface EntrancePlan extends FlatRange {
  number: string;
  prefix: string | null;
  additional: readonly FlatRange[];
  /** A house that was just built: the entrance is known, nobody lives there. */
  isEmpty: boolean;
}

/** The entrances that one company serves in one house. */
export interface Building {
  place: Place;
  entrances: readonly EntrancePlan[];
}

const ENTRANCES_OF_A_HOUSE = [1, 1, 2, 2, 2, 3, 3, 4, 4, 6] as const;
/** As many flats of an attic or an annexe belong to an entrance besides its own. */
const ADDITIONAL_FLATS = 4;

/** Houses for so many entrances, each with about so many flats. */
export function planBuildings(
  random: Random,
  places: Iterator<Place, void>,
  { entrances, flatsPerEntrance }: { entrances: number; flatsPerEntrance: number },
): Building[] {
  const buildings: Building[] = [];
  for (let left = entrances; left > 0; ) {
    const next = places.next();
    if (next.done) throw new RangeError('there are not so many houses');
    const count = Math.min(random.pick(ENTRANCES_OF_A_HOUSE), left);
    buildings.push(planBuilding(random, next.value, count, flatsPerEntrance));
    left -= count;
  }
  return buildings;
}

function planBuilding(random: Random, place: Place, count: number, flatsPerEntrance: number): Building {
  const flats = Math.max(8, Math.round(flatsPerEntrance * (0.7 + 0.6 * random.next())));
  const numbering = random.next();
  // In one house of seven the numbers begin at 1 in every entrance: several fit, whatever the flat.
  const beginsAnew = count > 1 && numbering < 0.15;
  const isMixed = numbering > 0.8;
  const prefix = count > 1 && random.chance(0.1) ? 'АБВГДЕ' : '';
  return {
    place,
    entrances: Array.from({ length: count }, (_, index) => {
      const before = beginsAnew ? 0 : index * flats;
      return {
        number: String(index + 1),
        prefix: prefix[index] ?? null,
        flatStart: before + 1,
        flatEnd: before + flats,
        additional: isMixed ? additionalRanges(count * flats, index) : [],
        isEmpty: index > 0 && random.chance(0.05),
      };
    }),
  };
}

/** Behind all flats of the house; the first entrance has two such ranges. */
function additionalRanges(lastFlat: number, index: number): FlatRange[] {
  const flatStart = lastFlat + 1 + index * ADDITIONAL_FLATS;
  const range = { flatStart, flatEnd: flatStart + ADDITIONAL_FLATS - 1 };
  return index === 0 ? [range, { flatStart: 9001, flatEnd: 9002 }] : [range];
}

export const rangesOf = ({ flatStart, flatEnd, additional }: EntrancePlan): FlatRange[] => [
  { flatStart, flatEnd },
  ...additional,
];

export const includesFlat = (entrance: EntrancePlan, flat: number): boolean =>
  rangesOf(entrance).some(({ flatStart, flatEnd }) => flatStart <= flat && flat <= flatEnd);
