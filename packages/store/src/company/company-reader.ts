import type { Executor } from '../db.ts';

/** What a tenant-scoped read runs on. Only `store.company(id)` makes one, so that no read forgets its tenant. */
export interface CompanyReader {
  readonly db: Executor;
  /**
   * For searches: each is planned for what is searched by. A prepared statement is planned for anything, after a few
   * runs: a city of 5,000 entrances then takes 200 ms instead of 20.
   */
  readonly search: Executor;
  readonly companyId: bigint;
}
