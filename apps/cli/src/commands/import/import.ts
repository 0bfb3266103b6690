import type { CompanyScope, Store } from '@domovoy/store';
import { CliError } from '../../cli-error.ts';
import type { Environment } from '../../env.ts';
import type { WriteLine } from '../../terminal/reporter.ts';
import { chooseDatabase } from '../running-instance.ts';
import { chooseCompany } from './choose-company.ts';
import { followRun } from './follow-run.ts';
import { givenRun } from './given-run.ts';
import { runPreview } from './preview.ts';

export interface ImportOptions {
  /** Short name; not needed where there is only one. */
  company?: string | undefined;
  /** The number of a single account; everything when absent. */
  account?: string | undefined;
  isWaiting: boolean;
  /** Only what an import would change. */
  isDryRun: boolean;
  dataDir: string;
  isJson: boolean;
}

/**
 * `domovoy import`: has the owner of the integration read RosDomofon into the mirror, everything or one account. With
 * `--wait`, and always for one account, it follows the run to its end: exit code 0 when it completed, 1 when not. With
 * `--dry-run` the mirror stays as it is, and the run ends with the command.
 */
export async function runImport(
  options: ImportOptions,
  environment: Environment,
  write: WriteLine,
): Promise<number> {
  const databaseUrl = chooseDatabase(environment, options.dataDir);
  const { openStore } = await import('@domovoy/store');
  await using store = openStore(databaseUrl, { applicationName: 'domovoy-cli', maxConnections: 2 });
  const company = await chooseCompany(store, options, environment);
  if (options.isDryRun) return await runPreview(store, company, { isJson: options.isJson, write });
  const { runId, isJoined } = await requestRun(store, company, options);
  if (options.isWaiting || options.account !== undefined)
    return await followRun({ company, runId, isJson: options.isJson, write });
  if (options.isJson) write(JSON.stringify({ run: String(runId), isJoined }));
  else
    write(
      `${isJoined ? 'A run was waiting already' : 'Requested'}: run ${runId}. Follow it with: npm run domovoy -- import --wait`,
    );
  return 0;
}

async function requestRun(
  store: Store,
  company: CompanyScope,
  { account }: ImportOptions,
): Promise<{ runId: bigint; isJoined: boolean }> {
  const { requestAccountRefresh, requestImport } = await import('@domovoy/domain');
  const request = { companyId: company.companyId, requestedBy: 'cli' };
  const requested =
    account === undefined
      ? await requestImport(store, request)
      : await requestAccountRefresh(store, {
          ...request,
          accountRosdomofonId: await accountOfNumber(company, account),
        });
  return givenRun(requested);
}

/** Several accounts may have the same number: then nobody can know which one is meant. */
async function accountOfNumber(company: CompanyScope, number: string): Promise<bigint> {
  const found = (await company.loadAccountsByNumber({ numbers: [number], limit: 10 })).filter(
    ({ vanishedAt }) => vanishedAt === null,
  );
  const [account, another] = found;
  if (account && !another) return account.rosdomofonId;
  throw new CliError(
    account
      ? `${found.length} accounts have the number ${number}.`
      : `The mirror knows no account with the number ${number}.`,
    {
      code: account ? 'AMBIGUOUS_ACCOUNT' : 'UNKNOWN_ACCOUNT',
      details: account ? [] : ['If it is a new one, import first: npm run domovoy -- import --wait'],
    },
  );
}
