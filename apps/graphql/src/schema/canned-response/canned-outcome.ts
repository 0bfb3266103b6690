import { CANNED_VARIABLES } from '@domovoy/domain';
import type { CannedResponseRow } from '@domovoy/store';
import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';

export const noCannedResponse = (path: string[]) =>
  ['There is no such canned response.', path] as [string, string[]];

export const findCannedResponse = async (
  loaders: Loaders,
  text: string,
): Promise<CannedResponseRow | null> => {
  const id = decodeId('CannedResponse', text);
  return id === null ? null : loaders.cannedResponses.load(id);
};

export const unknownVariablesError = (variables: readonly string[], path: string[]) => ({
  __typename: 'UnknownVariablesError' as const,
  code: 'UNKNOWN_VARIABLES' as const,
  message: `There is no ${variables.map((name) => `{{${name}}}`).join(', ')}.`,
  path,
  unknown: [...variables],
  known: [...CANNED_VARIABLES],
});
