import { flatRows, mirrorFlats, WrittenObjects } from '@domovoy/domain';
import type { RosDomofonFlat } from '@domovoy/models';
import { listUnconfirmedEntrances, markVanished } from '@domovoy/store';
import type { SyncContext } from '../sync-context.ts';
import { isNotFound } from '../sync-error.ts';

/** Entrances that are asked in one run; the others wait for the next one, their flats unmarked. */
const MOST_ENTRANCES = 200;

/**
 * A flat to which no connection leads any more is gone, or only not connected: its entrance knows. None are asked at
 * the first import, and a few later; a house that left at once is one call per entrance.
 */
export async function confirmFlats({
  store,
  session,
  rosdomofon,
  mayCall,
  signal,
}: SyncContext): Promise<void> {
  await session.begin('flats', null, { fresh: true });
  const entrances = await listUnconfirmedEntrances(store, { runId: session.run.id, limit: MOST_ENTRANCES });
  session.total = entrances.length;
  const written = new WrittenObjects();
  for (const entranceId of entrances) {
    await mayCall();
    const flats = await flatsOf(() => rosdomofon.entrances.flats({ entranceId }, { signal }));
    const rows = flats.map((flat) => flatRows(flat));
    await mirrorFlats(store, session.fence, rows, written);
    await markVanished(store, session.fence, 'flat', { of: 'entrance', rosdomofonId: entranceId });
    await session.step(1);
  }
  await session.count('flat');
  await session.count('entrance');
}

async function flatsOf(read: () => Promise<RosDomofonFlat[]>): Promise<RosDomofonFlat[]> {
  try {
    return await read();
  } catch (error) {
    // The entrance is gone with all its flats.
    if (isNotFound(error)) return [];
    throw error;
  }
}
