import { IMPORT_PHASES, type ImportPhase } from '@domovoy/domain';
import { importAccounts } from './phases/accounts.ts';
import { importConnections } from './phases/connections.ts';
import { importEntrances } from './phases/entrances.ts';
import { confirmFlats } from './phases/flats.ts';
import { importServices } from './phases/services.ts';
import type { SyncContext } from './sync-context.ts';

const PHASES: Readonly<Record<ImportPhase, (context: SyncContext) => Promise<void>>> = {
  services: importServices,
  entrances: importEntrances,
  accounts: importAccounts,
  connections: importConnections,
  flats: confirmFlats,
};

/** Everything that RosDomofon knows of the company; a resumed run begins with the phase that the former owner was in. */
export async function runImport(
  context: SyncContext,
  patiently: (phase: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const { phase: resumed } = context.session.run;
  const first = IMPORT_PHASES.findIndex((phase) => phase === resumed);
  for (const phase of IMPORT_PHASES.slice(Math.max(first, 0))) await patiently(() => PHASES[phase](context));
}
