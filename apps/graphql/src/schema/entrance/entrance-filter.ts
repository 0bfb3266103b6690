import type { EntranceFilter } from '@domovoy/store';
import type { Loaders } from '../../loaders.ts';
import type { QueryentrancesArgs } from '../types.generated.ts';
import { textValues } from '../values/filter-value.ts';
import { mirroredId } from '../values/mirrored-id.ts';
import { searchValue } from '../values/search-value.ts';

export const entranceFilter = async (
  { search, filter }: Pick<QueryentrancesArgs, 'search' | 'filter'>,
  loaders: Loaders,
): Promise<EntranceFilter> => ({
  search: searchValue(search),
  serviceTypes: textValues(filter?.serviceType),
  serviceRosdomofonId: await mirroredId('Service', filter?.serviceId, (id) => loaders.services.load(id)),
  isVanished: filter?.isVanished ?? undefined,
});
