import { eq } from 'drizzle-orm';
import { companies } from '../schema/company.ts';
import type { CompanyReader } from './company-reader.ts';

export type CompanyRow = typeof companies.$inferSelect;

export async function loadCompany({ db, companyId }: CompanyReader): Promise<CompanyRow | null> {
  const [row] = await db.select().from(companies).where(eq(companies.id, companyId));
  return row ?? null;
}
