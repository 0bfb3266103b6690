import { randomBytes } from 'node:crypto';
import { readTextIfThere, writePrivateFile } from './data-dir.ts';

/** The key that secrets are stored under, where the environment gives none: made once, and kept beside the data. */
export function ensureEncryptionKey(file: string): string {
  const kept = readTextIfThere(file)?.trim();
  if (kept && Buffer.from(kept, 'base64').length === 32) return kept;
  const key = randomBytes(32).toString('base64');
  writePrivateFile(file, `${key}\n`);
  return key;
}
