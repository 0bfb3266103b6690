import { forgetLoaded } from '../../../../context.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { findJob, namedJob } from '../../named-job.ts';

export const cancelJob: NonNullable<MutationResolvers['cancelJob']> = async (_parent, { input }, context) => {
  const known = await findJob(context.loaders, input.id);
  if (known === null) return notFoundError('There is no such job.', ['input', 'id']);
  const isCancelled = await context.commands.cancelJob(known.id);
  forgetLoaded(context);
  const job = await namedJob(context.loaders, known.id);
  if (isCancelled) return { __typename: 'CancelJobPayload', job };
  const path = ['input', 'id'];
  return { __typename: 'JobStateError', code: 'JOB_STATE', message: 'The job is over.', path, job };
};
