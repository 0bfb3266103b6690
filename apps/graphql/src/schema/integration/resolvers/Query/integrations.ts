import { UNPAGED_LISTS } from '../../../../execution/gate/unpaged-lists.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const integrations: NonNullable<QueryResolvers['integrations']> = async (
  _parent,
  _args,
  { company },
) => (await company.listIntegrations()).slice(0, UNPAGED_LISTS['Query.integrations']);
