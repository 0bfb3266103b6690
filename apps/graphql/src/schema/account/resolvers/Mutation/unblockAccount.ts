import { accountNumberOf } from '../../../effect/effect-input.ts';
import { settledEffect } from '../../../effect/settled-effect.ts';
import { idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { waitMsOf } from '../../refresh-input.ts';

export const unblockAccount: NonNullable<MutationResolvers['unblockAccount']> = async (
  _parent,
  { input },
  context,
) => {
  const [idempotencyKey, waitMs, number] = [
    idempotencyKeyOf(input),
    waitMsOf(input),
    accountNumberOf(input.number),
  ];
  const requested = await context.commands.unblockAccount({ number, idempotencyKey });
  const effect = await settledEffect(context, requested, waitMs);
  if ('__typename' in effect) return effect;
  const account = await context.loaders.accountsByNumber.load(number);
  return { __typename: 'UnblockAccountPayload', account, delivery: effect.delivery };
};
