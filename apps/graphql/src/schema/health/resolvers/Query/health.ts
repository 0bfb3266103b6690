import { readHealth } from '@domovoy/domain';
import { UNPAGED_LISTS } from '../../../../execution/gate/unpaged-lists.ts';
import type { QueryResolvers } from '../../../types.generated.ts';

export const health: NonNullable<QueryResolvers['health']> = (_parent, _args, { company }) =>
  readHealth(company, { limit: UNPAGED_LISTS['Query.integrations'] });
