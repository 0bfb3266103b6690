import type { CityState } from '../state/city-state.ts';

/** What answers are made from. */
export interface View {
  state: CityState;
  /** Nothing that may be left out is there. */
  isSparse: boolean;
}

/**
 * A fraction that belongs to a thing and a word, always the same one: what the city does not have to keep (a balance,
 * the end of a contract, whether a field is there) is drawn from it when somebody asks.
 */
export function draw(id: number, word: string): number {
  let hash = id ^ 0x9e37_79b9;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A whole number from min to max, both included. */
export const drawInt = (id: number, word: string, min: number, max: number): number =>
  min + Math.floor(draw(id, word) * (max - min + 1));

type Fields = Record<string, unknown>;

/** A field as the real service writes it (facts §1.4): mostly there, sometimes null, sometimes left out. */
export function maybe(view: View, id: number, name: string, value: unknown): Fields {
  if (view.isSparse) return {};
  // Not the name alone: the value may have been drawn with that.
  const kind = draw(id, `is ${name} there`);
  if (kind < 0.1) return {};
  return { [name]: kind < 0.2 ? null : value };
}

/** Fields that the facts call optional and that known clients rely on all the same (facts §4). */
export const relied = (view: View, fields: Fields): Fields => (view.isSparse ? {} : fields);

/** Left out when there is nothing to say. */
export const given = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
