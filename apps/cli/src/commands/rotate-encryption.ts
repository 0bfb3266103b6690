import { readEnv, secretKeyEnv } from '@domovoy/service-kit';
import { CliError } from '../cli-error.ts';
import type { Environment } from '../env.ts';
import type { WriteLine } from '../terminal/reporter.ts';
import { chooseDatabase } from './running-instance.ts';

/**
 * `domovoy keys rotate-encryption`: everything that is stored encrypted goes under ENCRYPTION_KEY, what was under
 * ENCRYPTION_KEY_PREVIOUS included. Interrupted, it is run again and goes on.
 */
export async function runRotateEncryption(
  options: { dataDir: string; isJson: boolean },
  environment: Environment,
  write: WriteLine,
): Promise<number> {
  const { key, previous } = readEnv(
    { key: secretKeyEnv('ENCRYPTION_KEY'), previous: secretKeyEnv('ENCRYPTION_KEY_PREVIOUS') },
    environment.all,
  );
  if (key === null || previous === null)
    throw new CliError(
      'ENCRYPTION_KEY (the new key) and ENCRYPTION_KEY_PREVIOUS (the former one) are needed.',
      {
        code: 'ENCRYPTION_KEY_MISSING',
        details: [
          '1. Make a new key:  openssl rand -base64 32',
          '2. Start all processes with ENCRYPTION_KEY=<new> ENCRYPTION_KEY_PREVIOUS=<former>',
          '3. Run this command with the same two. Then take ENCRYPTION_KEY_PREVIOUS away.',
        ],
      },
    );
  const databaseUrl = chooseDatabase(environment, options.dataDir);
  const { createSecretBox, openStore } = await import('@domovoy/store');
  const { rotateEncryption } = await import('@domovoy/domain');
  await using store = openStore(databaseUrl, { applicationName: 'domovoy-cli', maxConnections: 2 });
  const { rotated, current } = await rotateEncryption(store, createSecretBox(key, previous));
  if (options.isJson) write(JSON.stringify({ rotated, current }));
  else {
    write(`${rotated} integrations are under the new key now, ${current} were before.`);
    write('When all processes run with the new key, take ENCRYPTION_KEY_PREVIOUS away.');
  }
  return 0;
}
