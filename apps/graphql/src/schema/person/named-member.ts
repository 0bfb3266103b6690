import { DomovoyError } from '@domovoy/models';
import type { StaffRow } from '@domovoy/store';
import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';

/** The person that an input names; null: the company has no such one. */
export const findMember = async (loaders: Loaders, text: string): Promise<StaffRow | null> => {
  const id = decodeId('StaffMember', text);
  return id === null ? null : loaders.staff.load(id);
};

/** Somebody who belongs to the company, as was just found. */
export async function namedMember(loaders: Loaders, userId: bigint): Promise<StaffRow> {
  const member = await loaders.staff.load(userId);
  if (member) return member;
  throw new DomovoyError('A person who was named is not there.', {
    code: 'STAFF_MISSING',
    meta: { userId: String(userId) },
  });
}

export const noMember = ['There is no such person.', ['input', 'id']] as [string, string[]];

export const lastOwnerError = () => ({
  __typename: 'LastOwnerError' as const,
  code: 'LAST_OWNER' as const,
  message: 'The company would have no owner left.',
  path: ['input', 'id'],
});
