import { notifyChanges, notifyDeliveries, type Store } from '@domovoy/store';

/** Only wake-ups: workers and readers poll as well, so nobody waits for them and their failure changes nothing. */
export function tell(store: Store, integrationIds: readonly bigint[]): void {
  notifyDeliveries(store, integrationIds).catch(() => undefined);
  notifyChanges(store).catch(() => undefined);
}
