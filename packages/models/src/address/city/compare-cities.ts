import type { CityName } from './read-city.ts';

/** May these be the same place? г. Иваново is not с. Иваново, Троицк of one region not that of another. */
export function mayBeSameCity(a: CityName, b: CityName): boolean {
  if (a.name !== b.name) return false;
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return false;
  if (a.region !== null && b.region !== null && !isSameRegion(a, b)) return false;
  return a.district === null || b.district === null || isSameDistrict(a, b);
}

/** Do both name the same region? */
export const isSameRegion = ({ region: a }: CityName, { region: b }: CityName): boolean =>
  a !== null && b !== null && a.kind === b.kind && isShortFor(a.name, b.name);

/** Do both name the same district? */
export const isSameDistrict = ({ district: a }: CityName, { district: b }: CityName): boolean =>
  a !== null && b !== null && isShortFor(a, b);

/**
 * "моск" and "московская", "акмолинская" and the Kazakh "акмола": all but the ending of the shorter one. Not
 * "красноярский" and "краснодарский".
 */
function isShortFor(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < length && a[shared] === b[shared]) shared += 1;
  return shared >= Math.max(3, length - 2);
}
