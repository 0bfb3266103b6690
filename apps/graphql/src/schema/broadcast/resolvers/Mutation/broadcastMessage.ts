import { MAX_COUNT } from '../../../../connection/read-connection.ts';
import { forgetLoaded } from '../../../../context.ts';
import { userInputError } from '../../../../errors/public-error.ts';
import { messageTextError } from '../../../conversation/message-outcome.ts';
import { countChangedError } from '../../../delivery/redeliver-outcome.ts';
import { namedJob } from '../../../job/named-job.ts';
import { idempotencyConflict, idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { rosdomofonOffError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { broadcastFilter } from '../../broadcast-filter.ts';

export const broadcastMessage: NonNullable<MutationResolvers['broadcastMessage']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const { text, expectedCount } = input;
  if (expectedCount < 0 || expectedCount > MAX_COUNT)
    throw userInputError(`\`expectedCount\` has to be from 0 to ${MAX_COUNT}: narrow the filter.`);
  const filter = broadcastFilter(input.filter);
  const result = await context.commands.broadcastMessage({ filter, text, expectedCount, idempotencyKey });
  forgetLoaded(context);
  if (result.kind === 'key-conflict') return idempotencyConflict();
  if (result.kind === 'off') return rosdomofonOffError(result.kind);
  if (result.kind === 'text-refused') return messageTextError();
  if (result.kind === 'count-changed') return countChangedError(result.count);
  return { __typename: 'BroadcastMessagePayload', job: await namedJob(context.loaders, result.jobId) };
};
