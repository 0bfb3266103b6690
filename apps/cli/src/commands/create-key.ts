import { CliError } from '../cli-error.ts';
import type { Environment } from '../env.ts';
import type { WriteLine } from '../terminal/reporter.ts';
import { chooseDatabase } from './running-instance.ts';

/** `domovoy keys create`: an API key for a program. It is shown this once; the store keeps its hash. */
export async function runCreateKey(
  options: { company: string; name: string; dataDir: string; isJson: boolean },
  environment: Environment,
  write: WriteLine,
): Promise<number> {
  const databaseUrl = chooseDatabase(environment, options.dataDir);
  const { listCompanies, openStore } = await import('@domovoy/store');
  const { createApiKey } = await import('@domovoy/domain');
  await using store = openStore(databaseUrl, { applicationName: 'domovoy-cli', maxConnections: 2 });
  const companies = await listCompanies(store.db);
  const company = companies.find(({ shortName }) => shortName === options.company);
  if (!company)
    throw new CliError(`There is no company "${options.company}" in this database.`, {
      code: 'UNKNOWN_COMPANY',
      details: [`Known: ${companies.map(({ shortName }) => shortName).join(', ') || 'none yet'}`],
    });
  const { key } = await createApiKey(store, {
    companyId: company.id,
    name: options.name,
    environment: 'live',
  });
  if (options.isJson) write(JSON.stringify({ company: company.shortName, name: options.name, key }));
  else {
    write(key);
    write('Keep it now: it is not shown again. Use it as the header  Authorization: Bearer <key>');
  }
  return 0;
}
