import { forgetLoaded } from '../../../../context.ts';
import { namedTarget } from '../../../delivery-target/target-outcome.ts';
import { idempotencyConflict, idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { ABSENT, deliveryStateError, findDelivery, namedDelivery } from '../../delivery-outcome.ts';
import { redeliveryUnderWayError, targetPausedError } from '../../redeliver-outcome.ts';

export const redeliver: NonNullable<MutationResolvers['redeliver']> = async (_parent, { input }, context) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const known = await findDelivery(context.loaders, input.id);
  if (known === null) return notFoundError(...ABSENT);
  const isForced = input.force ?? false;
  const result = await context.commands.redeliver({ deliveryId: known.id, isForced, idempotencyKey });
  forgetLoaded(context);
  const { loaders } = context;
  if (result.kind === 'key-conflict') return idempotencyConflict();
  if (result.kind === 'not-found') return notFoundError(...ABSENT);
  if (result.kind === 'target-paused')
    return targetPausedError(await namedTarget(loaders, result.integrationId));
  if (result.kind === 'refused') {
    const delivery = await namedDelivery(loaders, known.id);
    return deliveryStateError('A delivery in this state is not sent again.', delivery);
  }
  const delivery = await namedDelivery(loaders, result.id);
  return result.kind === 'redelivered'
    ? { __typename: 'RedeliverPayload', delivery }
    : redeliveryUnderWayError(delivery);
};
