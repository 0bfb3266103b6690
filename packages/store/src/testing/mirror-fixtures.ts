import { ensureCompany } from '../company/ensure-company.ts';
import { ensureEnvironmentIntegration } from '../integration/integrations.ts';
import type { AccountMirrorRow } from '../mirror/upserts/upsert-accounts.ts';
import type { EntranceAddressRow } from '../mirror/upserts/upsert-entrance-addresses.ts';
import type { FlatMirrorRow } from '../mirror/upserts/upsert-flats.ts';
import type { ServiceConnectionMirrorRow } from '../mirror/upserts/upsert-service-connections.ts';
import type { Store } from '../open/open-store.ts';
import { type ClaimedSyncRun, claimSyncRun } from '../sync-run/claim-sync-run.ts';
import { requestSyncRun } from '../sync-run/request-sync-run.ts';
import { settleSyncRun } from '../sync-run/settle-sync-run.ts';
import { acquireIntegrations } from '../worker/ownership.ts';
import { registerWorker } from '../worker/workers.ts';
import { phoneOf } from './intake-fixtures.ts';

const FROM = ['queued', 'running'] as const;

/** A company whose integration a worker owns, and runs of it. */
export async function createMirror(store: Store, shortName = 'demo') {
  const company = await ensureCompany(store.db, { shortName, name: shortName });
  const integration = await ensureEnvironmentIntegration(store.db, { companyId: company.id, config: {} });
  let owner = { workerId: '', integrationId: integration.id, ownerFence: 0n };

  /** Another worker takes the integration over, as after a kill -9 of the former one. */
  async function takeOver(workerId: string) {
    await store.run(`update workers set lease_until = now() - interval '1 second'`, []);
    await registerWorker(store, { workerId, leaseMs: 600_000 });
    const owned = (await acquireIntegrations(store, workerId)).find(({ id }) => id === integration.id);
    if (owned === undefined) throw new TypeError('not acquired');
    owner = { workerId, integrationId: integration.id, ownerFence: owned.ownerFence };
    return owner;
  }
  await takeOver(`${shortName}-first`);

  const request = (accountRosdomofonId: bigint | null = null) =>
    requestSyncRun(store, {
      integrationId: integration.id,
      kind: accountRosdomofonId === null ? 'full' : 'account',
      accountRosdomofonId,
      requestedBy: 'test',
    });
  const claim = (kind: ClaimedSyncRun['kind'] = 'full', by = owner) =>
    claimSyncRun(store, by, { kind, from: FROM });
  async function begin() {
    await request();
    const run = await claim();
    if (run === null) throw new TypeError('no run');
    return { runId: run.id, fence: run.fence };
  }
  const settle = (run: { runId: bigint; fence: bigint }, to: 'completed' | 'failed' = 'completed') =>
    settleSyncRun(store, run, { to, from: ['running'], error: null });
  return {
    company,
    integration,
    request,
    claim,
    begin,
    settle,
    takeOver,
    get owner() {
      return owner;
    },
  };
}

export const account = (id: number, more: Partial<AccountMirrorRow> = {}): AccountMirrorRow => ({
  rosdomofonId: id,
  number: String(1_000 + id),
  ownerAbonentRosdomofonId: 10_000 + id,
  phone: phoneOf(id),
  isBlocked: false,
  blockReason: null,
  ...more,
});

export const flat = (id: number, more: Partial<FlatMirrorRow> = {}): FlatMirrorRow => ({
  rosdomofonId: id,
  entranceRosdomofonId: 1,
  number: String(id),
  accountRosdomofonId: id,
  ownerAbonentRosdomofonId: null,
  isVirtual: false,
  isBlocked: null,
  ...more,
});

export const serviceConnection = (
  id: number,
  more: Partial<ServiceConnectionMirrorRow> = {},
): ServiceConnectionMirrorRow => ({
  rosdomofonId: id,
  serviceRosdomofonId: 1,
  accountRosdomofonId: id,
  flatRosdomofonId: id,
  isBlocked: false,
  tariff: 49.5,
  currency: 'RUB',
  ...more,
});

export const entranceAddress = (id: number, more: Partial<EntranceAddressRow> = {}): EntranceAddressRow => ({
  rosdomofonId: id,
  addressLine: `Иваново, Ташкентская, 100, подъезд ${id}`,
  countryCode: 'RU',
  city: 'Иваново',
  cityFias: null,
  street: 'Ташкентская',
  streetRosdomofonId: 7037,
  streetFias: '44c5f004-32d5-4724-9ee2-099071e88d1c',
  streetKladr: '37000001000099700',
  streetUniversalCode: null,
  house: '100',
  houseRosdomofonId: 65_175,
  houseFias: null,
  block: null,
  building: null,
  housing: null,
  number: String(id),
  prefix: null,
  ranges: [{ flatStart: 1, flatEnd: 36 }],
  ...more,
});
