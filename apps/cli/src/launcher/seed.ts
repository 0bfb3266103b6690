import { ensureAutomaticPolicy } from '@domovoy/domain';
import { ensureCompany, openStore } from '@domovoy/store';
import { ensureApiKey } from '../data-folder/api-key.ts';

/** The company whose events come in, and a key to its data. Repeating it changes nothing. */
export async function seed(options: {
  databaseUrl: string;
  company: string;
  isDemo: boolean;
  apiKeyFile: string;
}): Promise<{ apiKey: string; isNewKey: boolean }> {
  await using store = openStore(options.databaseUrl, { applicationName: 'domovoy-cli', maxConnections: 2 });
  const company = await ensureCompany(store.db, {
    shortName: options.company,
    name: options.isDemo ? 'Демо-компания' : options.company,
  });
  if (options.isDemo) await ensureAutomaticPolicy(store, company.id, 'cli');
  const { key, isNew } = await ensureApiKey(store, { file: options.apiKeyFile, companyId: company.id });
  return { apiKey: key, isNewKey: isNew };
}
