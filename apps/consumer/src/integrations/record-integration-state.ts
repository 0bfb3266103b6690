import { type IntegrationWithCompany, type Store, updateIntegration } from '@domovoy/store';
import type { IntakeStatus } from '../intake/intake.ts';

/** Lets people see in the integration's row that it is broken and why, and that it works again. */
export async function recordIntegrationState(
  store: Store,
  row: IntegrationWithCompany,
  { state, error }: IntakeStatus,
): Promise<void> {
  if (state === 'broken' && error && (row.state === 'active' || row.stateReason !== error.message))
    await updateIntegration(store.db, row, { state: 'broken', stateReason: error.message });
  if (state === 'running' && row.state === 'broken')
    await updateIntegration(store.db, row, { state: 'active', stateReason: null });
}
