import { mirrorServices } from '@domovoy/domain';
import type { SyncContext } from '../sync-context.ts';
import { readPages } from './read-pages.ts';

/** All services of the company. Few enough to begin anew after a crash. */
export async function importServices(context: SyncContext): Promise<void> {
  const { store, session, rosdomofon, signal } = context;
  const { onIssue } = session;
  await readPages(context, {
    phase: 'services',
    fresh: true,
    pagesFrom: (page, size) => rosdomofon.services.list({ page, size }, { signal, onIssue }).pages(),
    write: (services) => mirrorServices(store, session.fence, services),
  });
  await session.conclude('service');
  await session.count('service');
}
