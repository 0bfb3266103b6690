import type { CompanyScope, SyncRunRow } from '@domovoy/store';

/** The newest reading of everything that is in one of the states. */
export async function newestImport(
  company: CompanyScope,
  states: readonly SyncRunRow['state'][],
): Promise<SyncRunRow | null> {
  const { rows } = await company.listSyncRuns({
    filter: { kind: 'full', states },
    page: { direction: 'forward', limit: 1, cursor: null },
  });
  return rows[0] ?? null;
}
