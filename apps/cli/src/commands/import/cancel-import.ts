import { CliError } from '../../cli-error.ts';
import type { Environment } from '../../env.ts';
import type { WriteLine } from '../../terminal/reporter.ts';
import { chooseDatabase } from '../running-instance.ts';
import { chooseCompany } from './choose-company.ts';

/** `domovoy import cancel`: ends a run that waits or is in progress. What it has read stays in the mirror. */
export async function runCancelImport(
  options: { run: bigint; company?: string | undefined; dataDir: string; isJson: boolean },
  environment: Environment,
  write: WriteLine,
): Promise<number> {
  const databaseUrl = chooseDatabase(environment, options.dataDir);
  const { openStore } = await import('@domovoy/store');
  const { cancelSyncRun } = await import('@domovoy/domain');
  await using store = openStore(databaseUrl, { applicationName: 'domovoy-cli', maxConnections: 2 });
  const { companyId } = await chooseCompany(store, options, environment);
  if (!(await cancelSyncRun(store, { companyId, runId: options.run, actor: 'cli' })))
    throw new CliError(
      `There is no run ${options.run} that could be cancelled: it is not known, or has ended.`,
      {
        code: 'RUN_NOT_OPEN',
      },
    );
  write(options.isJson ? JSON.stringify({ run: String(options.run), state: 'cancelled' }) : 'Cancelled.');
  return 0;
}
