import { UNPAGED_LISTS } from '../../../../execution/gate/unpaged-lists.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const crmReviews: NonNullable<QueryResolvers['crmReviews']> = (_parent, _args, { company }) =>
  company.listCrmReviews({ limit: UNPAGED_LISTS['Query.crmReviews'] });
