import type { DeliveryState } from '@domovoy/store';

/**
 * From each state to those that may follow. A delivery begins as `pending`. Settled ones stay as they are: to send one
 * again is a new row.
 */
export const DELIVERY_TRANSITIONS: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  // Claimed; or cancelled by a person.
  pending: ['leased', 'skipped'],
  // Settled; or back: to be tried again, given back untried, or its lease ran out.
  leased: ['delivered', 'dead', 'skipped', 'pending'],
  delivered: [],
  dead: [],
  skipped: [],
};

export const canDeliveryMove = (from: DeliveryState, to: DeliveryState): boolean =>
  DELIVERY_TRANSITIONS[from].includes(to);
