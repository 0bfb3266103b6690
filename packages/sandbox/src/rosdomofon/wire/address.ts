import type { EntrancePlan } from '../../city-plan/buildings.ts';
import type { Place, Street } from '../../city-plan/place.ts';
import type { Entrance } from '../city/entities.ts';
import { draw, given, maybe, type View } from './fields.ts';

/** `<city>, <street>, <house>`: what the search of entrances looks through. */
export const addressStringOf = ({ place }: Entrance): string =>
  `${place.city}, ${place.street.name}, ${place.houseText}`;

/** With a flat it is that flat's address. */
export function addressWire(view: View, entrance: Entrance, flat?: number) {
  const { place } = entrance;
  return {
    city: place.city,
    country: place.country,
    ...maybe(view, place.cityObjectId, 'cityObject', cityObjectOf(place)),
    street: { ...place.street, ...maybe(view, place.street.id, 'type', typeOf(place.street).short) },
    house: houseWire(view, place),
    entrance: entranceWire(entrance),
    ...given({ flat: flat ?? null }),
  };
}

/**
 * The address in a connection and in an abonent's flat. Known clients take both codes for text there (facts §4.9), so
 * a street of a country without such codes has them empty, beside its universal code.
 */
export function addressWithCodesWire(view: View, entrance: Entrance, flat: number) {
  const address = addressWire(view, entrance, flat);
  return { ...address, street: { codeFias: '', codeKladr: '', ...address.street } };
}

const cityObjectOf = ({ cityObjectId, city }: Place) => ({
  id: cityObjectId,
  name: city,
  type: 'г',
  typeFull: 'город',
});

function typeOf({ name }: Street): { short: string; full: string } {
  if (name.includes('проспект')) return { short: 'пр-кт', full: 'проспект' };
  if (name.includes('микрорайон')) return { short: 'мкр', full: 'микрорайон' };
  return { short: 'ул', full: 'улица' };
}

function houseWire(view: View, { house }: Place) {
  const { id, number, ...parts } = house;
  const coordinate = (word: string, from: number) => (from + draw(id, word)).toFixed(6);
  return {
    id,
    number,
    // Some houses have null where others leave a part out.
    ...(draw(id, 'parts') < 0.2 && !view.isSparse
      ? Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, text || null]))
      : given(parts)),
    ...maybe(view, id, 'geoLatitude', coordinate('latitude', 55)),
    ...maybe(view, id, 'geoLongitude', coordinate('longitude', 40)),
    ...maybe(view, id, 'geoAccuracy', 'exact'),
  };
}

function entranceWire({ id, plan }: Entrance) {
  const { number, prefix, flatStart, flatEnd } = plan;
  return { id, number, ...given({ prefix }), flatStart, flatEnd, ...additionalRanges(id, plan) };
}

/** Without any the list is empty or left out; never null (facts §4.9). */
function additionalRanges(id: number, { additional }: EntrancePlan) {
  if (additional.length === 0 && draw(id, 'additionalFlatRanges') < 0.5) return {};
  return {
    additionalFlatRanges: additional.map((range, index) => ({ id: id * 10 + index, ...range })),
  };
}
