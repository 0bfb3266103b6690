import type { Environment } from '../env.ts';
import type { WriteLine } from '../terminal/reporter.ts';
import { chooseDatabase } from './running-instance.ts';

/** `domovoy migrate`: brings the database to the state that this version needs. */
export async function runMigrate(
  options: { dataDir: string; isJson: boolean },
  environment: Environment,
  write: WriteLine,
): Promise<number> {
  const databaseUrl = chooseDatabase(environment, options.dataDir);
  const { migrate } = await import('@domovoy/store');
  const { applied, total } = await migrate(databaseUrl);
  if (options.isJson) {
    write(JSON.stringify({ applied, total }));
    return 0;
  }
  for (const name of applied) write(`applied  ${name}`);
  write(
    applied.length === 0
      ? `Nothing to do: all ${total} migrations are applied.`
      : `${applied.length} of ${total} applied now.`,
  );
  return 0;
}
