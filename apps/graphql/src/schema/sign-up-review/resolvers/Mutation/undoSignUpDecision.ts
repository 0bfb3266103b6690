import { forgetLoaded } from '../../../../context.ts';
import { idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import { notFoundError } from '../../../outcome/user-error.ts';
import { ABSENT, actOutcome, findSignUp } from '../../../sign-up/act-outcome.ts';
import type { MutationResolvers } from '../../../types.generated.ts';

export const undoSignUpDecision: NonNullable<MutationResolvers['undoSignUpDecision']> = async (
  _parent,
  { input },
  context,
) => {
  const idempotencyKey = idempotencyKeyOf(input);
  const known = await findSignUp(context.loaders, input.id);
  if (known === null) return notFoundError(...ABSENT);
  const decision =
    typeof input.decisionVersion === 'number' ? { decisionVersion: input.decisionVersion } : {};
  const result = await context.commands.undoDecision({ signUpId: known.id, ...decision, idempotencyKey });
  if (result.kind === 'too-late') {
    forgetLoaded(context);
    return {
      __typename: 'TooLateError',
      code: 'TOO_LATE',
      message: 'Something was begun about it already.',
      path: ['input', 'id'],
      signUp: (await context.loaders.signUps.load(known.id)) ?? known,
      executedSteps: [...result.executedSteps],
      compensation: [...result.compensation],
    };
  }
  const outcome = await actOutcome(context, known.id, result);
  return '__typename' in outcome ? outcome : { __typename: 'UndoSignUpDecisionPayload', ...outcome };
};
