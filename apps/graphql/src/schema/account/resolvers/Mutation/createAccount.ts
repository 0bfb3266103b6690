import { accountNumberOf } from '../../../effect/effect-input.ts';
import { settledEffect } from '../../../effect/settled-effect.ts';
import { idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { waitMsOf } from '../../refresh-input.ts';

export const createAccount: NonNullable<MutationResolvers['createAccount']> = async (
  _parent,
  { input },
  context,
) => {
  const [idempotencyKey, waitMs] = [idempotencyKeyOf(input), waitMsOf(input)];
  const { phone } = input;
  const given = { number: accountNumberOf(input.number), phone, idempotencyKey };
  const effect = await settledEffect(context, await context.commands.createAccount(given), waitMs);
  if ('__typename' in effect) return effect;
  const id = effect.idOf('accountRosdomofonId');
  const account = id === null ? null : await context.loaders.accountsByRosdomofonId.load(id);
  return { __typename: 'CreateAccountPayload', account, delivery: effect.delivery };
};
