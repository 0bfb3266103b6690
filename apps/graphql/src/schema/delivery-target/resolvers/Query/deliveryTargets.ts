import { UNPAGED_LISTS } from '../../../../execution/gate/unpaged-lists.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const deliveryTargets: NonNullable<QueryResolvers['deliveryTargets']> = (
  _parent,
  _args,
  { company },
) => company.listDeliveryTargets({ limit: UNPAGED_LISTS['Query.deliveryTargets'] });
