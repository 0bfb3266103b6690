import { isRecord } from '../../transport/params.ts';

type Part<Names extends string> = Readonly<Record<Names, unknown>>;

/** `user`, `message`, `chat` and `im` of an element, with what each may hold; nothing when it is not there. */
export function partOf<Names extends string>(element: unknown, name: string): Part<Names> {
  const part = isRecord(element) ? element[name] : undefined;
  return (isRecord(part) ? part : {}) as Part<Names>;
}

/** Ids come as text or as numbers. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
