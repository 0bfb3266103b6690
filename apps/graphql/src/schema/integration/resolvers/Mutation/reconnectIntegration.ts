import { waitMsOf } from '../../../account/refresh-input.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { changedIntegration } from '../../changed-integration.ts';
import {
  integrationIdOf,
  integrationNotFound,
  integrationNow,
  integrationStateError,
} from '../../integration-outcome.ts';
import { accessOf } from '../../portal-input.ts';

export const reconnectIntegration: NonNullable<MutationResolvers['reconnectIntegration']> = async (
  _parent,
  { input },
  context,
) => {
  const [integrationId, waitMs] = [integrationIdOf(input.id), waitMsOf(input)];
  const begun = await context.commands.beginBitrix24Authorization(integrationId);
  if (begun.kind === 'not-found') return integrationNotFound();
  if (begun.kind === 'not-here')
    return integrationStateError(context, integrationId, 'Only a portal of Bitrix24 is reconnected here.');
  if (begun.kind === 'begun') {
    const integration = await integrationNow(context, integrationId);
    return {
      __typename: 'ReconnectIntegrationPayload',
      integration,
      authorizeUrl: begun.url,
      delivery: null,
    };
  }
  const result = await context.commands.changeBitrix24({ integrationId, ...accessOf(input) });
  const changed = await changedIntegration(context, integrationId, result, waitMs);
  return '__typename' in changed
    ? changed
    : { __typename: 'ReconnectIntegrationPayload', authorizeUrl: null, ...changed };
};
