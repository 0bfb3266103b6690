import { decodeId, type NumberedType } from '../../ids/node-id.ts';
import { notFoundError } from '../outcome/user-error.ts';

const WORDS = {
  Account: 'account',
  Entrance: 'entrance',
  Flat: 'flat',
  Service: 'service',
} as const satisfies Partial<Record<NumberedType, string>>;

type NotFound = ReturnType<typeof notFoundError>;

/** An object of the mirror that a field of the input names. */
export async function findMirrored<Row>(
  type: keyof typeof WORDS,
  text: string,
  { load, field }: { load: (id: bigint) => Promise<Row | null>; field: string },
): Promise<Row | NotFound> {
  const id = decodeId(type, text);
  const row = id === null ? null : await load(id);
  return row ?? notFoundError(`There is no such ${WORDS[type]}.`, ['input', field]);
}

export const isNotFound = (found: object): found is NotFound => '__typename' in found;
