import { argumentInvalid, argumentMissing, RestError } from '../rest-error.ts';

/** What a call was given: JSON, a form or a query, in one shape. */
export type Params = Readonly<Record<string, unknown>>;

/** Names are taken in any case: `FIELDS` and `fields` are both known (facts §12, 8). */
export function param(params: Params, name: string): unknown {
  if (name in params) return params[name];
  const wanted = name.toLowerCase();
  for (const key in params) if (key.toLowerCase() === wanted) return params[key];
  return undefined;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A map. An empty one is `[]` in PHP, and nothing is one too. */
export function recordParam(params: Params, name: string): Record<string, unknown> {
  const value = param(params, name);
  if (isRecord(value)) return value;
  return Array.isArray(value) ? recordOf(value) : {};
}

/** A list as PHP sees it: a map from 0, 1, 2 … */
export const recordOf = (value: object): Record<string, unknown> => Object.fromEntries(Object.entries(value));

/** A map that has to be there. */
export function requiredRecord(params: Params, name: string): Record<string, unknown> {
  const value = param(params, name);
  if (value === undefined) throw argumentMissing(name);
  if (typeof value !== 'object' || value === null)
    throw new RestError(400, '', `Parameter '${name}' must be array.`);
  return recordOf(value);
}

export function textParam(params: Params, name: string): string | undefined {
  const value = param(params, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export function requiredText(params: Params, name: string): string {
  const value = textParam(params, name);
  if (value === undefined || value === '') throw argumentMissing(name);
  return value;
}

/** What is neither text nor a number is no text. */
export function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** As PHP casts it: what is no number is 0. */
export function toInt(value: unknown): number {
  if (typeof value === 'number') return Math.trunc(value) || 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' ? Number.parseInt(value, 10) || 0 : 0;
}

export function intParam(params: Params, name: string): number | undefined {
  const value = param(params, name);
  return value === undefined || value === null || value === '' ? undefined : toInt(value);
}

export function requiredInt(params: Params, name: string): number {
  const value = param(params, name);
  if (value === undefined || value === null || value === '') throw argumentMissing(name);
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw argumentInvalid(`The value of an argument '${name}' must be of type integer.`);
  return number;
}

/** A list, or the values of a map whose keys are in between. */
export function listParam(params: Params, name: string): unknown[] {
  return toList(param(params, name));
}

export function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (isRecord(value)) return Object.values(value);
  return value === undefined || value === null || value === '' ? [] : [value];
}

export const isYes = (value: unknown): boolean =>
  value === true || value === 1 || value === '1' || value === 'Y' || value === 'y' || value === 'true';
