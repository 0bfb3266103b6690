import { waitMsOf } from '../../../account/refresh-input.ts';
import { reasonOf } from '../../../effect/effect-input.ts';
import { settledEffect } from '../../../effect/settled-effect.ts';
import { idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { findServiceConnection, NO_CONNECTION } from '../../find-service-connection.ts';

export const blockServiceConnection: NonNullable<MutationResolvers['blockServiceConnection']> = async (
  _parent,
  { input },
  context,
) => {
  const [idempotencyKey, waitMs] = [idempotencyKeyOf(input), waitMsOf(input)];
  const known = await findServiceConnection(context.loaders, input.id);
  if (known === null) return notFoundError(...NO_CONNECTION);
  const given = { serviceConnectionId: known.id, reason: reasonOf(input.reason), idempotencyKey };
  const requested = await context.commands.blockServiceConnection(given);
  const effect = await settledEffect(context, requested, waitMs);
  if ('__typename' in effect) return effect;
  const serviceConnection = (await context.loaders.serviceConnections.load(known.id)) ?? known;
  return { __typename: 'BlockServiceConnectionPayload', serviceConnection, delivery: effect.delivery };
};
