import type { Db } from '../db.ts';
import { type CompanyReads, companyReads } from './company-reads.ts';

/** The only way to a tenant's rows: `store.company(id).listSignUps({ … })`. */
export interface CompanyScope extends CompanyReads {
  readonly companyId: bigint;
}

export const companyScope = (
  { db, search }: { readonly db: Db; readonly search: Db },
  companyId: bigint,
): CompanyScope => ({
  companyId,
  ...companyReads({ db, search, companyId }),
});
