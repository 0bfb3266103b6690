import { MAX_COUNT } from '../../../../connection/read-connection.ts';
import { forgetLoaded } from '../../../../context.ts';
import { userInputError } from '../../../../errors/public-error.ts';
import { countChangedError } from '../../../delivery/redeliver-outcome.ts';
import { isNotFound } from '../../../effect/find-mirrored.ts';
import { namedJob } from '../../../job/named-job.ts';
import { idempotencyConflict, idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { notFoundError, rosdomofonOffError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { placeOfService } from '../../place-of-service.ts';

export const connectServiceToEntrance: NonNullable<MutationResolvers['connectServiceToEntrance']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const { expectedCount } = input;
  if (expectedCount < 0 || expectedCount > MAX_COUNT)
    throw userInputError(`\`expectedCount\` has to be from 0 to ${MAX_COUNT}.`);
  const at = await placeOfService(context.loaders, input);
  if (isNotFound(at)) return at;
  const result = await context.commands.connectServiceToEntrance({ at, expectedCount, idempotencyKey });
  forgetLoaded(context);
  if (result.kind === 'key-conflict') return idempotencyConflict();
  if (result.kind === 'count-changed') return countChangedError(result.count);
  if (result.kind === 'not-offered')
    return notFoundError('The service is not to be had in this entrance.', ['input', 'serviceId']);
  if (result.kind !== 'requested') return rosdomofonOffError(result.kind);
  const job = await namedJob(context.loaders, result.jobId);
  return { __typename: 'ConnectServiceToEntrancePayload', job };
};
