import { notifyChanges, notifyJobs, type Store } from '@domovoy/store';

/** Only wake-ups: workers and readers poll as well. */
export function tellOfJobs(store: Store): void {
  notifyJobs(store).catch(() => undefined);
  notifyChanges(store).catch(() => undefined);
}
