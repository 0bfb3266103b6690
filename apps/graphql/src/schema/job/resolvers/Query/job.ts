import { findJob } from '../../named-job.ts';
import type { QueryResolvers } from './../../../types.generated.ts';

export const job: NonNullable<QueryResolvers['job']> = (_parent, { id }, { loaders }) => findJob(loaders, id);
