import { accountNumberOf, reasonOf } from '../../../effect/effect-input.ts';
import { settledEffect } from '../../../effect/settled-effect.ts';
import { idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { waitMsOf } from '../../refresh-input.ts';

export const blockAccount: NonNullable<MutationResolvers['blockAccount']> = async (
  _parent,
  { input },
  context,
) => {
  const [idempotencyKey, waitMs, number] = [
    idempotencyKeyOf(input),
    waitMsOf(input),
    accountNumberOf(input.number),
  ];
  const requested = await context.commands.blockAccount({
    number,
    reason: reasonOf(input.reason),
    idempotencyKey,
  });
  const effect = await settledEffect(context, requested, waitMs);
  if ('__typename' in effect) return effect;
  const account = await context.loaders.accountsByNumber.load(number);
  return { __typename: 'BlockAccountPayload', account, delivery: effect.delivery };
};
