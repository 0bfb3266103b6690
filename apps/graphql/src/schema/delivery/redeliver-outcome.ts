import type { DeliveryFilter, DeliveryRow, DeliveryState, DeliveryTargetRow } from '@domovoy/store';
import { totalCountOf } from '../../connection/read-connection.ts';
import { userInputError } from '../../errors/public-error.ts';
import type { Loaders } from '../../loaders.ts';
import type { DeliveryFilterInput } from '../types.generated.ts';
import { deliveryFilter } from './delivery-filter.ts';

export const redeliveryUnderWayError = (delivery: DeliveryRow) => ({
  __typename: 'RedeliveryUnderWayError' as const,
  code: 'REDELIVERY_UNDER_WAY' as const,
  message: 'A redelivery of it is still to be sent.',
  path: ['input', 'id'],
  delivery,
});

export const targetPausedError = (target: DeliveryTargetRow) => ({
  __typename: 'TargetPausedError' as const,
  code: 'TARGET_PAUSED' as const,
  message: 'A person has paused its target.',
  path: ['input', 'id'],
  target,
});

export const countChangedError = (counted: number) => ({
  __typename: 'CountChangedError' as const,
  code: 'COUNT_CHANGED' as const,
  message: 'Another number matches now.',
  path: ['input', 'expectedCount'],
  now: totalCountOf(counted),
});

const REDELIVERABLE: readonly DeliveryState[] = ['dead', 'skipped'];

/** What is sent again when nothing is forced. */
export async function redeliverableFilter(
  loaders: Loaders,
  input: DeliveryFilterInput,
): Promise<DeliveryFilter> {
  const filter = await deliveryFilter(loaders, input);
  const states = filter.states ?? REDELIVERABLE;
  if (states.some((state) => !REDELIVERABLE.includes(state)))
    throw userInputError('Only `DEAD` and `SKIPPED` deliveries are sent again.');
  return { ...filter, states };
}
