import type { AccountFilter } from '@domovoy/store';
import type { Caller } from '../../commands/caller.ts';
import type { QueryaccountsArgs } from '../types.generated.ts';
import { timeRangeValue } from '../values/filter-value.ts';
import { searchValue } from '../values/search-value.ts';

export const accountFilter = (
  { search, filter }: Pick<QueryaccountsArgs, 'search' | 'filter'>,
  { permissions }: Caller,
): AccountFilter => ({
  search: searchValue(search),
  searchesPhones: permissions.has('SEE_PHONES'),
  isBlocked: filter?.isBlocked ?? undefined,
  hasDebt: filter?.hasDebt ?? undefined,
  isVanished: filter?.isVanished ?? undefined,
  syncedAt: timeRangeValue(filter?.syncedAt),
});
