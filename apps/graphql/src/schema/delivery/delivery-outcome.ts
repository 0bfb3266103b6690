import { DomovoyError } from '@domovoy/models';
import type { DeliveryRow } from '@domovoy/store';
import { decodeId } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';

export const ABSENT = ['There is no such delivery.', ['input', 'id']] as const satisfies [string, string[]];

/** The delivery that an input names. */
export const findDelivery = async (loaders: Loaders, text: string): Promise<DeliveryRow | null> => {
  const id = decodeId('Delivery', text);
  return id === null ? null : loaders.deliveries.load(id);
};

/** A delivery that a use case has just named. */
export async function namedDelivery(loaders: Loaders, id: bigint): Promise<DeliveryRow> {
  const delivery = await loaders.deliveries.load(id);
  if (delivery) return delivery;
  throw new DomovoyError('A delivery that was named is not there.', {
    code: 'DELIVERY_MISSING',
    meta: { deliveryId: String(id) },
  });
}

export const deliveryStateError = (message: string, delivery: DeliveryRow) => ({
  __typename: 'DeliveryStateError' as const,
  code: 'DELIVERY_STATE' as const,
  message,
  path: ['input', 'id'],
  delivery,
});
