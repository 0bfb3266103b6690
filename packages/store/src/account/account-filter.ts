import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { inTimeRange, type TimeRange } from '../page/time-range.ts';
import { accounts } from '../schema/account.ts';
import { accountSearchConditions } from './search-accounts.ts';

export interface AccountFilter {
  /** A phone or a part of it, an account number, words of an address; in any spelling and order. */
  readonly search?: string | undefined;
  /** false: only numbers and addresses are searched. */
  readonly searchesPhones?: boolean | undefined;
  readonly isBlocked?: boolean | undefined;
  /** true: the balance is known, and below zero. */
  readonly hasDebt?: boolean | undefined;
  readonly isVanished?: boolean | undefined;
  readonly syncedAt?: TimeRange | undefined;
}

/** Any of them has to hold; each is answered by an index of its own. Written out as the partial indexes have it. */
export async function accountConditions(reader: CompanyReader, filter: AccountFilter): Promise<SQL[]> {
  const { search, searchesPhones = true, isBlocked, hasDebt, isVanished, syncedAt } = filter;
  const found =
    search === undefined ? undefined : await accountSearchConditions(reader, search, searchesPhones);
  const common = [
    eq(accounts.companyId, reader.companyId),
    isBlocked === undefined
      ? undefined
      : isBlocked
        ? sql`${accounts.isBlocked}`
        : sql`not ${accounts.isBlocked}`,
    hasDebt === undefined
      ? undefined
      : hasDebt
        ? sql`${accounts.balance} < 0`
        : sql`(${accounts.balance} < 0) is not true`,
    isVanished === undefined
      ? undefined
      : isVanished
        ? sql`${accounts.vanishedAt} is not null`
        : sql`${accounts.vanishedAt} is null`,
    ...inTimeRange(accounts.syncedAt, syncedAt),
  ];
  return (found ?? [undefined]).map((condition) => and(...common, condition) ?? sql`false`);
}
