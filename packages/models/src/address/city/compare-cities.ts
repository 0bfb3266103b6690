import type { CityName } from './read-city.ts';

/** May these be the same place? г. Иваново is not с. Иваново, Троицк of one region not that of another. */
export function mayBeSameCity(a: CityName, b: CityName): boolean {
  if (a.name !== b.name) return false;
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return false;
  return a.region.length === 0 || b.region.length === 0 || isSameRegion(a.region, b.region);
}

/** Regions are shortened and translated: "Моск. обл.", "Акмолинская обл." and "Ақмола облысы". */
export const isSameRegion = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((word) => b.some((other) => word.slice(0, 4) === other.slice(0, 4)));
