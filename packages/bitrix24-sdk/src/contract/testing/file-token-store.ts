import type { OAuthTokens, TokenStore } from '@domovoy/bitrix24-sdk';
import { readJson, withFileLock, writeJson } from './file-lock.ts';

/** For several processes. */
export function createFileTokenStore(file: string): TokenStore {
  const read = async () => (await readJson(file)) as OAuthTokens;
  const save = (tokens: OAuthTokens) => writeJson(file, tokens);
  return { read, withLock: (work) => withFileLock(file, () => work({ read, save })) };
}
