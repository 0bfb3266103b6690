import { DomovoyError } from '@domovoy/models';
import type { DeliveryRow, IntegrationRow } from '@domovoy/store';
import { type Context, forgetLoaded } from '../../context.ts';
import { decodeId } from '../../ids/node-id.ts';
import { notFoundError } from '../outcome/user-error.ts';

export const integrationNotFound = () => notFoundError('There is no such integration.', ['input', 'id']);

/** The id of an integration; one that is no id finds nothing. */
export const integrationIdOf = (text: string): bigint => decodeId('Integration', text) ?? 0n;

/** As it is now. */
export async function integrationNow(context: Context, id: bigint): Promise<IntegrationRow> {
  forgetLoaded(context);
  const integration = await context.loaders.integrations.load(id);
  if (integration) return integration;
  throw new DomovoyError('An integration is not there any more.', { code: 'INTEGRATION_MISSING' });
}

export async function integrationStateError(context: Context, id: bigint, message: string) {
  return {
    __typename: 'IntegrationStateError' as const,
    code: 'INTEGRATION_STATE' as const,
    message,
    path: ['input', 'id'],
    integration: await integrationNow(context, id),
  };
}

export const secretsOffError = () => ({
  __typename: 'SecretsOffError' as const,
  code: 'SECRETS_OFF' as const,
  message: 'The hub runs without ENCRYPTION_KEY, so that it cannot keep secrets.',
  path: null,
});

/** The live check, as it is when it settles, or else after `waitMs`. */
export async function awaitedCheck(
  context: Context,
  deliveryId: bigint | null,
  waitMs: number,
): Promise<DeliveryRow | null> {
  if (deliveryId === null) return null;
  const delivery = await context.commands.settledDelivery(deliveryId, waitMs);
  if (delivery) return delivery;
  throw new DomovoyError('A delivery that was enqueued is not there.', { code: 'DELIVERY_MISSING' });
}
