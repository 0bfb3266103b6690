import type { Executor } from '../db.ts';

/** What a tenant-scoped read runs on. Only `store.company(id)` makes one, so that no read forgets its tenant. */
export interface CompanyReader {
  readonly db: Executor;
  readonly companyId: bigint;
}
