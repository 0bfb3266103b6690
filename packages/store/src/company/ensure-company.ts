import type { Executor } from '../db.ts';
import { companies } from '../schema/company.ts';
import type { Company } from './list-companies.ts';

/** The company of this short name, made when there is none. The name follows what is given. */
export async function ensureCompany(
  db: Executor,
  given: { shortName: string; name: string },
): Promise<Company> {
  const [company] = await db
    .insert(companies)
    .values(given)
    .onConflictDoUpdate({ target: companies.shortName, set: { name: given.name } })
    .returning();
  if (company === undefined) throw new TypeError('an upsert returns its row');
  return company;
}
