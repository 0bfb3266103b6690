import { MAX_COUNT } from '../../../../connection/read-connection.ts';
import { forgetLoaded } from '../../../../context.ts';
import { userInputError } from '../../../../errors/public-error.ts';
import { countChangedError } from '../../../delivery/redeliver-outcome.ts';
import { namedJob } from '../../../job/named-job.ts';
import { idempotencyConflict, idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { filterOfMany } from '../../filter-of-many.ts';

export const approveSignUps: NonNullable<MutationResolvers['approveSignUps']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const { expectedCount } = input;
  if (expectedCount < 0 || expectedCount > MAX_COUNT)
    throw userInputError(`\`expectedCount\` has to be from 0 to ${MAX_COUNT}: narrow the filter.`);
  const filter = filterOfMany(input);
  const result = await context.commands.approveSignUps({ filter, expectedCount, idempotencyKey });
  forgetLoaded(context);
  if (result.kind === 'key-conflict') return idempotencyConflict();
  if (result.kind === 'count-changed') return countChangedError(result.count);
  return { __typename: 'ApproveSignUpsPayload', job: await namedJob(context.loaders, result.jobId) };
};
