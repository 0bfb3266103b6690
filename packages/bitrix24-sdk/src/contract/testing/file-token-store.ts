import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OAuthTokens, TokenStore } from '@domovoy/bitrix24-sdk';

/** For several processes: a folder is the lock, since only one of them can make it. */
export function createFileTokenStore(file: string): TokenStore {
  const read = async () => JSON.parse(await readFile(file, 'utf8')) as OAuthTokens;
  const save = async (tokens: OAuthTokens) => {
    const beside = `${file}.${randomUUID()}`;
    await writeFile(beside, JSON.stringify(tokens));
    await rename(beside, file);
  };
  return {
    read,
    async withLock(work) {
      const lock = `${file}.lock`;
      while (
        !(await mkdir(lock).then(
          () => true,
          () => false,
        ))
      )
        await sleep(2);
      try {
        return await work({ read, save });
      } finally {
        await rmdir(lock);
      }
    },
  };
}
