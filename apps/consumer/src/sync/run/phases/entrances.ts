import { mirrorEntrances } from '@domovoy/domain';
import type { SyncContext } from '../sync-context.ts';
import { readPages } from './read-pages.ts';

/**
 * All entrances with their services. What the list does not have is marked later: flats may still tell of an entrance
 * that the list left out.
 */
export async function importEntrances(context: SyncContext): Promise<void> {
  const { store, session, rosdomofon, signal } = context;
  const { onIssue } = session;
  await readPages(context, {
    phase: 'entrances',
    fresh: false,
    pagesFrom: (page, size) => rosdomofon.entrances.list({ page, size }, { signal, onIssue }).pages(),
    write: (entrances) => mirrorEntrances(store, session.fence, entrances),
  });
}
