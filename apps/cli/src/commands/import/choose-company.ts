import type { CompanyScope, Store } from '@domovoy/store';
import { CliError } from '../../cli-error.ts';
import type { Environment } from '../../env.ts';

/** The one that is named, by option or environment; the only one where there is only one. */
export async function chooseCompany(
  store: Store,
  options: { company?: string | undefined },
  environment: Environment,
): Promise<CompanyScope> {
  const shortName = options.company ?? environment.all['COMPANY_SHORT_NAME']?.trim();
  const { listCompanies } = await import('@domovoy/store');
  const companies = await listCompanies(store.db);
  const [only] = companies;
  const company =
    shortName || companies.length !== 1 ? companies.find((one) => one.shortName === shortName) : only;
  if (company) return store.company(company.id);
  throw new CliError(
    shortName ? `There is no company "${shortName}" in this database.` : 'Which company? Name it: --company',
    {
      code: 'UNKNOWN_COMPANY',
      details: [`Known: ${companies.map((one) => one.shortName).join(', ') || 'none yet'}`],
    },
  );
}
