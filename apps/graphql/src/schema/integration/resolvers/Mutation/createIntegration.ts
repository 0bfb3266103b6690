import { waitMsOf } from '../../../account/refresh-input.ts';
import { idempotencyConflict, idempotencyKeyOf } from '../../../outcome/idempotency.ts';
import type { MutationResolvers } from '../../../types.generated.ts';
import { textValue } from '../../../values/filter-value.ts';
import { awaitedCheck, integrationNow, secretsOffError } from '../../integration-outcome.ts';
import { integrationInvalidError } from '../../integration-problems.ts';
import { accessOf, chatGiven } from '../../portal-input.ts';

export const createIntegration: NonNullable<MutationResolvers['createIntegration']> = async (
  _parent,
  { input },
  context,
) => {
  const [idempotencyKey, waitMs] = [idempotencyKeyOf(input), waitMsOf(input)];
  const given = {
    idempotencyKey,
    name: textValue(input.name),
    eventToken: textValue(input.eventToken),
    backfillSince: input.historySince ?? null,
    ...accessOf(input),
    ...chatGiven(input.chat),
  };
  const result = await context.commands.connectBitrix24(given);
  if (result.kind === 'key-conflict') return idempotencyConflict();
  if (result.kind === 'invalid') return integrationInvalidError(result.problems);
  if (result.kind === 'no-key') return secretsOffError();
  if (result.kind === 'exists')
    return {
      __typename: 'IntegrationExistsError',
      code: 'INTEGRATION_EXISTS',
      message: 'The company is connected to this portal already.',
      path: ['input'],
      integration: await integrationNow(context, result.integrationId),
    };
  const delivery = await awaitedCheck(context, result.deliveryId, waitMs);
  const integration = await integrationNow(context, result.integrationId);
  return { __typename: 'CreateIntegrationPayload', integration, delivery };
};
