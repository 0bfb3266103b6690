import { waitMsOf } from '../../../account/refresh-input.ts';
import { flatNumberOf } from '../../../effect/effect-input.ts';
import { settledEffect } from '../../../effect/settled-effect.ts';
import { idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { flatPlaceOf } from '../../flat-place.ts';

export const createFlat: NonNullable<MutationResolvers['createFlat']> = async (
  _parent,
  { input },
  context,
) => {
  const [idempotencyKey, waitMs] = [idempotencyKeyOf(input), waitMsOf(input)];
  const flatNumber = flatNumberOf(input.flatNumber);
  const place = await flatPlaceOf(context.loaders, input);
  if ('__typename' in place) return place;
  const given = { ...place, flatNumber, isVirtual: input.isVirtual, idempotencyKey };
  const effect = await settledEffect(context, await context.commands.createFlat(given), waitMs);
  if ('__typename' in effect) return effect;
  const id = effect.idOf('flatRosdomofonId');
  const flat = id === null ? null : await context.loaders.flatsByRosdomofonId.load(id);
  return { __typename: 'CreateFlatPayload', flat, delivery: effect.delivery };
};
