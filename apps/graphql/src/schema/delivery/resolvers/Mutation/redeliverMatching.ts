import { MAX_COUNT } from '../../../../connection/read-connection.ts';
import { forgetLoaded } from '../../../../context.ts';
import { userInputError } from '../../../../errors/public-error.ts';
import { namedJob } from '../../../job/named-job.ts';
import { idempotencyConflict, idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { countChangedError, redeliverableFilter } from '../../redeliver-outcome.ts';

export const redeliverMatching: NonNullable<MutationResolvers['redeliverMatching']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const { expectedCount } = input;
  if (expectedCount < 0 || expectedCount > MAX_COUNT)
    throw userInputError(`\`expectedCount\` has to be from 0 to ${MAX_COUNT}: narrow the filter.`);
  const filter = await redeliverableFilter(context.loaders, input.filter);
  const result = await context.commands.redeliverMatching({ filter, expectedCount, idempotencyKey });
  forgetLoaded(context);
  if (result.kind === 'key-conflict') return idempotencyConflict();
  if (result.kind === 'count-changed') return countChangedError(result.count);
  const job = await namedJob(context.loaders, result.jobId);
  return { __typename: 'RedeliverMatchingPayload', job };
};
