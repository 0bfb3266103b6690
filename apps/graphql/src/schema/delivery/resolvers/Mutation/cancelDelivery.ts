import { forgetLoaded } from '../../../../context.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { ABSENT, deliveryStateError, findDelivery, namedDelivery } from '../../delivery-outcome.ts';

export const cancelDelivery: NonNullable<MutationResolvers['cancelDelivery']> = async (
  _parent,
  { input },
  context,
) => {
  const known = await findDelivery(context.loaders, input.id);
  if (known === null) return notFoundError(...ABSENT);
  const result = await context.commands.cancelDelivery(known.id);
  forgetLoaded(context);
  const delivery = await namedDelivery(context.loaders, known.id);
  return result.kind === 'cancelled'
    ? { __typename: 'CancelDeliveryPayload', delivery }
    : deliveryStateError('Only a pending delivery can be cancelled.', delivery);
};
