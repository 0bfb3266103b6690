import { UNPAGED_LISTS } from '../../../../execution/gate/unpaged-lists.ts';
import type { QueryResolvers } from '../../../types.generated.ts';
import { lagsOf } from '../../lags-of.ts';

export const consumerLag: NonNullable<QueryResolvers['consumerLag']> = async (_parent, _args, { company }) =>
  (await company.listIntakes({ limit: UNPAGED_LISTS['Query.integrations'] }))
    .flatMap(lagsOf)
    .slice(0, UNPAGED_LISTS['Query.consumerLag']);
