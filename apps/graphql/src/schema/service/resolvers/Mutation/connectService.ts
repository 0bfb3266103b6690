import { waitMsOf } from '../../../account/refresh-input.ts';
import { settledEffect } from '../../../effect/settled-effect.ts';
import { idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { connectionOf } from '../../connection-input.ts';

export const connectService: NonNullable<MutationResolvers['connectService']> = async (
  _parent,
  { input },
  context,
) => {
  const [idempotencyKey, waitMs] = [idempotencyKeyOf(input), waitMsOf(input)];
  const given = await connectionOf(context.loaders, input);
  if ('__typename' in given) return given;
  const requested = await context.commands.connectService({ ...given, idempotencyKey });
  const effect = await settledEffect(context, requested, waitMs);
  if ('__typename' in effect) return effect;
  const id = effect.idOf('connectionRosdomofonId');
  const serviceConnection =
    id === null ? null : await context.loaders.serviceConnectionsByRosdomofonId.load(id);
  return { __typename: 'ConnectServicePayload', serviceConnection, delivery: effect.delivery };
};
