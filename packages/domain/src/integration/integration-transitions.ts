import type { IntegrationRow } from '@domovoy/store';

export type IntegrationState = IntegrationRow['state'];

/** From each state to those that may follow. What is broken works again by itself, or is paused by a person. */
export const INTEGRATION_TRANSITIONS: Readonly<Record<IntegrationState, readonly IntegrationState[]>> = {
  active: ['shadow', 'paused', 'broken'],
  shadow: ['active', 'paused', 'broken'],
  paused: ['active', 'broken'],
  // Another reason, too.
  broken: ['active', 'paused', 'broken'],
};

export const canIntegrationMove = (from: IntegrationState, to: IntegrationState): boolean =>
  INTEGRATION_TRANSITIONS[from].includes(to);
