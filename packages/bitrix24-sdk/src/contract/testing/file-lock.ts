import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** One at a time of all processes: a folder is the lock, since only one of them can make it. */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  const take = () =>
    mkdir(lock).then(
      () => true,
      () => false,
    );
  while (!(await take())) await sleep(2);
  try {
    return await work();
  } finally {
    await rmdir(lock);
  }
}

export const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

/** Whole or not at all, whenever the process is killed. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  const beside = `${file}.${randomUUID()}`;
  await writeFile(beside, JSON.stringify(value));
  await rename(beside, file);
}
