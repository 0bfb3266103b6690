import { waitMsOf } from '../../../account/refresh-input.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { changedIntegration } from '../../changed-integration.ts';
import { integrationIdOf } from '../../integration-outcome.ts';
import { accessOf, chatGiven, clearable } from '../../portal-input.ts';

export const updateIntegration: NonNullable<MutationResolvers['updateIntegration']> = async (
  _parent,
  { input },
  context,
) => {
  const [integrationId, waitMs] = [integrationIdOf(input.id), waitMsOf(input)];
  const result = await context.commands.changeBitrix24({
    integrationId,
    name: clearable(input.name),
    eventToken: clearable(input.eventToken),
    ...accessOf(input),
    ...chatGiven(input.chat),
  });
  const changed = await changedIntegration(context, integrationId, result, waitMs);
  return '__typename' in changed ? changed : { __typename: 'UpdateIntegrationPayload', ...changed };
};
