import { decodeId, type NumberedType } from '../../ids/node-id.ts';

/** No object has it: RosDomofon counts from 1. */
const NOBODY = 0n;

/**
 * RosDomofon's id of the object that a filter names by its id here. An object that the caller's company has not is
 * nobody's: then nothing is found.
 */
export async function mirroredId(
  type: NumberedType,
  text: string | null | undefined,
  load: (id: bigint) => Promise<{ readonly rosdomofonId: bigint } | null>,
): Promise<bigint | undefined> {
  if (text === null || text === undefined) return undefined;
  const id = decodeId(type, text);
  return (id === null ? null : await load(id))?.rosdomofonId ?? NOBODY;
}
