import { DomovoyError } from '@domovoy/models';
import type { ApiKeyListed } from '@domovoy/store';
import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';

/** The key that an input names; null: the company has no such one. */
export const findApiKey = async (loaders: Loaders, text: string): Promise<ApiKeyListed | null> => {
  const id = decodeId('ApiKey', text);
  return id === null ? null : loaders.apiKeys.load(id);
};

/** A key that was made or changed just now. */
export async function namedApiKey(loaders: Loaders, id: bigint): Promise<ApiKeyListed> {
  const apiKey = await loaders.apiKeys.load(id);
  if (apiKey) return apiKey;
  throw new DomovoyError('A key that was named is not there.', {
    code: 'API_KEY_MISSING',
    meta: { apiKeyId: String(id) },
  });
}

export const noApiKey = ['There is no such key.', ['input', 'id']] as [string, string[]];

export const apiKeyStateError = (apiKey: ApiKeyListed) => ({
  __typename: 'ApiKeyStateError' as const,
  code: 'API_KEY_STATE' as const,
  message: 'The key is revoked.',
  path: ['input', 'id'],
  apiKey,
});
