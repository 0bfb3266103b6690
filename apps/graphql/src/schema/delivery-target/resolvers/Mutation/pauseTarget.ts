import { userInputError } from '../../../../errors/public-error.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { textValue } from '../../../values/filter-value.ts';
import { onTarget } from '../../target-outcome.ts';

const MAX_CHARACTERS = 500;

export const pauseTarget: NonNullable<MutationResolvers['pauseTarget']> = async (
  _parent,
  { input },
  context,
) => {
  const reason = textValue(input.reason) ?? null;
  if ((reason?.length ?? 0) > MAX_CHARACTERS)
    throw userInputError(`\`reason\` may have ${MAX_CHARACTERS} characters at most.`);
  const outcome = await onTarget(context, input.id, {
    act: (id) => context.commands.pauseTarget(id, reason),
    refusal: 'It is paused already.',
  });
  return '__typename' in outcome ? outcome : { __typename: 'PauseTargetPayload', ...outcome };
};
