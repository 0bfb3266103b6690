import type { MutationResolvers } from '../../../types.generated.ts';
import { integrationIdOf } from '../../integration-outcome.ts';
import { movedIntegration } from '../../moved-integration.ts';

export const pauseIntegration: NonNullable<MutationResolvers['pauseIntegration']> = async (
  _parent,
  { input },
  context,
) => {
  const id = integrationIdOf(input.id);
  const moved = await movedIntegration(context, id, await context.commands.pauseIntegration(id));
  return '__typename' in moved ? moved : { __typename: 'PauseIntegrationPayload', ...moved };
};
