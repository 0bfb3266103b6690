import { idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { assigneeOf } from '../../../values/assignee.ts';
import { ABSENT, actOutcome, findSignUp } from '../../act-outcome.ts';

export const assignSignUp: NonNullable<MutationResolvers['assignSignUp']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const assignee = assigneeOf(input.assignee);
  const known = await findSignUp(context.loaders, input.id);
  if (known === null) return notFoundError(...ABSENT);
  const { expectedVersion } = input;
  const given = { signUpId: known.id, expectedVersion, assignee, idempotencyKey };
  const outcome = await actOutcome(context, known.id, await context.commands.assignSignUp(given));
  return '__typename' in outcome ? outcome : { __typename: 'AssignSignUpPayload', ...outcome };
};
