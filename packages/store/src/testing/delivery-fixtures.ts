import { ensureCompany } from '../company/ensure-company.ts';
import type { ClaimOptions } from '../delivery/claim-deliveries.ts';
import { claimDeliveries } from '../delivery/claim-deliveries.ts';
import { enqueueDeliveries, type NewDelivery } from '../delivery/enqueue-deliveries.ts';
import type { Settlement } from '../delivery/settle-deliveries.ts';
import { ensureEnvironmentIntegration } from '../integration/integrations.ts';
import type { Store } from '../open/open-store.ts';
import { acquireIntegrations } from '../worker/ownership.ts';
import { registerWorker } from '../worker/workers.ts';

/** A company with an integration that a worker owns, and what one does with its deliveries. */
export async function createTarget(store: Store, shortName = 'demo') {
  const company = await ensureCompany(store.db, { shortName, name: shortName });
  const { id: integrationId } = await ensureEnvironmentIntegration(store.db, {
    companyId: company.id,
    config: {},
  });
  const workerId = `worker-of-${shortName}`;
  await registerWorker(store, { workerId, leaseMs: 600_000 });
  const [owned] = await acquireIntegrations(store, workerId);
  const owner = { integrationId, workerId, ownerFence: owned?.ownerFence ?? 0n };

  const delivery = (subject: string, key: string | number, more: Partial<NewDelivery> = {}): NewDelivery => ({
    companyId: company.id,
    integrationId,
    kind: 'test',
    subject,
    dedupeKey: String(key),
    payload: { key },
    maxAttempts: 5,
    ...more,
  });
  return {
    companyId: company.id,
    ...owner,
    owner,
    delivery,
    enqueue: async (...given: NewDelivery[]) => (await enqueueDeliveries(store, given)).map(({ id }) => id),
    claim: (more: Partial<ClaimOptions> = {}) =>
      claimDeliveries(store, { ...owner, limit: 50, runLength: 4, after: '', leaseMs: 30_000, ...more }),
    read: (companyId = company.id) => store.company(companyId),
  };
}

export type Target = Awaited<ReturnType<typeof createTarget>>;

/** Delivered, unless something else is given. */
export const settlement = (
  { id, fence }: { id: bigint; fence: bigint },
  more: Partial<Settlement> = {},
): Settlement => ({
  id,
  fence,
  state: 'delivered',
  outcome: 'delivered',
  errorCode: null,
  isCounted: true,
  delayMs: null,
  durationMs: 5,
  result: null,
  request: null,
  response: null,
  ...more,
});
