import { asc } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { companies } from '../schema/company.ts';

export type Company = typeof companies.$inferSelect;

export const listCompanies = (db: Executor): Promise<Company[]> =>
  db.select().from(companies).orderBy(asc(companies.shortName));
