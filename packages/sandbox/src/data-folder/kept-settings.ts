import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newPortalCredentials, PortalCredentials } from '../bitrix24/auth/credentials.ts';
import { DataFolderDamagedError } from '../errors.ts';
import { replaceFile } from '../files/replace-file.ts';

const port = z.int().min(1).max(65_535).optional();
const KeptSettings = z.object({
  password: z.string().min(1),
  /** The ports of the last time: clients that are still trying find the sandbox again. */
  ports: z.object({ kafka: port, rosdomofon: port, bitrix24: port, control: port }),
  /** How many times the generator began: each time it goes on with other events, also with a given seed. */
  runs: z.int().min(0),
  /** How one gets into the portal. A folder of a time without a portal gets its own at the next start. */
  bitrix24: PortalCredentials.default(newPortalCredentials),
});
export type KeptSettings = z.infer<typeof KeptSettings>;

export function readSettings(folder: string): KeptSettings {
  const file = fileIn(folder);
  if (!existsSync(file))
    return { password: newPassword(), ports: {}, runs: 0, bitrix24: newPortalCredentials() };
  try {
    return KeptSettings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new DataFolderDamagedError(file, 'the password and the ports are then chosen anew', error);
  }
}

export const writeSettings = (folder: string, settings: KeptSettings): void =>
  replaceFile(fileIn(folder), `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });

const fileIn = (folder: string) => join(folder, 'sandbox.json');

/** Real passwords contain `&` and `+` (facts §1.1): a client that does not encode its form shall notice it here. */
const newPassword = () => `${randomBytes(12).toString('base64url')}&+${randomBytes(6).toString('base64url')}`;
