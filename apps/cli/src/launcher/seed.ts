import { ensureAutomaticPolicy } from '@domovoy/domain';
import { ensureCompany, openStore } from '@domovoy/store';
import { ensureApiKey } from '../data-folder/api-key.ts';
import type { DemoOwner } from '../data-folder/endpoints.ts';
import { ensureDemoOwner } from '../data-folder/owner.ts';

/** The company whose events come in, a key to its data, and of the demo a person who may sign in. Repeating it changes nothing. */
export async function seed(options: {
  databaseUrl: string;
  company: string;
  isDemo: boolean;
  apiKeyFile: string;
  ownerFile: string;
}): Promise<{ apiKey: string; isNewKey: boolean; owner: DemoOwner | null }> {
  await using store = openStore(options.databaseUrl, { applicationName: 'domovoy-cli', maxConnections: 2 });
  const company = await ensureCompany(store.db, {
    shortName: options.company,
    name: options.isDemo ? 'Демо-компания' : options.company,
  });
  if (options.isDemo) await ensureAutomaticPolicy(store, company.id, 'cli');
  const { key, isNew } = await ensureApiKey(store, { file: options.apiKeyFile, companyId: company.id });
  const owner = options.isDemo
    ? await ensureDemoOwner(store, { file: options.ownerFile, companyId: company.id })
    : null;
  return { apiKey: key, isNewKey: isNew, owner };
}
