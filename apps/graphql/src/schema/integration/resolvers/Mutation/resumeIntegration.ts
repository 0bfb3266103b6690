import type { MutationResolvers } from '../../../types.generated.ts';
import { integrationIdOf } from '../../integration-outcome.ts';
import { movedIntegration } from '../../moved-integration.ts';

export const resumeIntegration: NonNullable<MutationResolvers['resumeIntegration']> = async (
  _parent,
  { input },
  context,
) => {
  const id = integrationIdOf(input.id);
  const moved = await movedIntegration(context, id, await context.commands.resumeIntegration(id));
  return '__typename' in moved ? moved : { __typename: 'ResumeIntegrationPayload', ...moved };
};
