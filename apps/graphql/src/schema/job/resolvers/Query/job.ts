import type { QueryResolvers } from '../../../types.generated.ts';
import { findJob } from '../../named-job.ts';

export const job: NonNullable<QueryResolvers['job']> = (_parent, { id }, { loaders }) => findJob(loaders, id);
