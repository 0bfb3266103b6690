import { DomovoyError } from '@domovoy/models';
import { waitMsOf } from '../../../account/refresh-input.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import {
  awaitedCheck,
  integrationIdOf,
  integrationNotFound,
  integrationNow,
  integrationStateError,
} from '../../integration-outcome.ts';
import { stepsOf } from '../../integration-parts.ts';

const WHY_NOT = {
  'not-here': 'Only a portal of Bitrix24 can be looked at.',
  paused: 'It is paused: resume it first.',
  unauthorised: 'The application has to be authorised first: beginBitrix24Authorization.',
} as const;

export const testIntegration: NonNullable<MutationResolvers['testIntegration']> = async (
  _parent,
  { input },
  context,
) => {
  const [id, waitMs] = [integrationIdOf(input.id), waitMsOf(input)];
  const result = await context.commands.requestCheck(id);
  if (result.kind === 'not-found') return integrationNotFound();
  if (result.kind !== 'requested') return integrationStateError(context, id, WHY_NOT[result.kind]);
  const delivery = await awaitedCheck(context, result.deliveryId, waitMs);
  if (delivery === null)
    throw new DomovoyError('A delivery that was enqueued is not there.', { code: 'DELIVERY_MISSING' });
  const integration = await integrationNow(context, id);
  const steps = delivery.state === 'delivered' ? stepsOf(integration, context.hooksUrl) : [];
  return { __typename: 'TestIntegrationPayload', integration, steps, delivery };
};
