import type { MutationResolvers } from '../../../types.generated.ts';
import { onTarget } from '../../target-outcome.ts';

export const resumeTarget: NonNullable<MutationResolvers['resumeTarget']> = async (
  _parent,
  { input },
  context,
) => {
  const outcome = await onTarget(context, input.id, {
    act: (id) => context.commands.resumeTarget(id),
    refusal: 'Nobody paused it, and it does not rest.',
  });
  return '__typename' in outcome ? outcome : { __typename: 'ResumeTargetPayload', ...outcome };
};
