import {
  type AccountMirrorRow,
  acquireIntegrations,
  type ClaimedSyncRun,
  claimSyncRun,
  type EntranceAddressRow,
  type FlatMirrorRow,
  markVanished,
  notifyChanges,
  recordAccountDetails,
  registerWorker,
  requestSyncRun,
  type ServiceConnectionMirrorRow,
  type Store,
  settleSyncRun,
  upsertAbonents,
  upsertAccounts,
  upsertEntranceAddresses,
  upsertEntrances,
  upsertFlats,
  upsertServiceConnections,
  upsertServices,
} from '@domovoy/store';
import type { Tenant } from './tenant.ts';

/** A company's mirror, written as the consumer does it. */
export interface TestMirror {
  /** The next run that waits; null when there is none. */
  claim(kind: ClaimedSyncRun['kind']): Promise<ClaimedSyncRun | null>;
  settle(run: ClaimedSyncRun, to: 'completed' | 'failed'): Promise<void>;
  /** One full run that reads all this, and nothing else. */
  import(rows: MirrorRows): Promise<void>;
  /** What a refresh tells of an account. */
  details(run: ClaimedSyncRun, rosdomofonId: number, balance: number): Promise<void>;
}

export interface MirrorRows {
  readonly accounts?: readonly (Partial<AccountMirrorRow> & { rosdomofonId: number })[];
  readonly entrances?: readonly (Partial<EntranceAddressRow> & {
    rosdomofonId: number;
    services?: readonly number[];
  })[];
  readonly flats?: readonly (Partial<FlatMirrorRow> & { rosdomofonId: number })[];
  readonly services?: readonly { rosdomofonId: number; name?: string; type?: string }[];
  readonly connections?: readonly (Partial<ServiceConnectionMirrorRow> & { rosdomofonId: number })[];
}

export async function createMirror(store: Store, { company, integrationId }: Tenant): Promise<TestMirror> {
  const workerId = `worker of ${company.shortName}`;
  await store.run(`update workers set lease_until = now() - interval '1 second'`, []);
  await store.run(`update integrations set config = $1::text::jsonb where id = $2`, [
    JSON.stringify({ rest: { url: 'http://127.0.0.1:1', username: 'demo' } }),
    integrationId,
  ]);
  await registerWorker(store, { workerId, leaseMs: 3_600_000 });
  const owned = (await acquireIntegrations(store, workerId)).find(({ id }) => id === integrationId);
  if (owned === undefined) throw new TypeError('not acquired');
  const owner = { workerId, integrationId, ownerFence: owned.ownerFence };

  const claim: TestMirror['claim'] = async (kind) => {
    const run = await claimSyncRun(store, owner, { kind, from: ['queued', 'running'] });
    await notifyChanges(store);
    return run;
  };
  const settle: TestMirror['settle'] = async (run, to) => {
    const error = to === 'failed' ? { code: 'TIMEOUT', message: 'RosDomofon did not answer.' } : null;
    await settleSyncRun(store, { runId: run.id, fence: run.fence }, { to, from: ['running'], error });
    await notifyChanges(store);
  };
  return {
    claim,
    settle,
    import: async (rows) => {
      await requestSyncRun(store, {
        integrationId,
        kind: 'full',
        accountRosdomofonId: null,
        requestedBy: 'test',
      });
      const run = await claim('full');
      if (run === null) throw new TypeError('a run waits');
      await write(store, run, rows);
      await settle(run, 'completed');
    },
    details: async (run, rosdomofonId, balance) => {
      const at = new Date('2026-11-01T00:00:00Z');
      await recordAccountDetails(
        store,
        { runId: run.id, fence: run.fence },
        {
          rosdomofonId,
          balance,
          balanceCurrency: 'RUB',
          balanceAt: at,
          recommendedPayment: 150,
          recommendedPaymentAt: at,
          paidUntil: at,
        },
      );
    },
  };
}

async function write(store: Store, { id, fence }: ClaimedSyncRun, rows: MirrorRows): Promise<void> {
  const run = { runId: id, fence };
  const { accounts = [], entrances = [], flats = [], services = [], connections = [] } = rows;
  await upsertServices(
    store,
    run,
    services.map((row) => ({ name: `Service ${row.rosdomofonId}`, customName: null, type: 'Gate', ...row })),
  );
  const places = entrances.map((row) => ({ ...NOWHERE, addressLine: 'Иваново, Ташкентская, 100', ...row }));
  await upsertEntrances(
    store,
    run,
    places.map(({ rosdomofonId, addressLine, services: offered = [] }) => ({
      rosdomofonId,
      addressLine,
      serviceRosdomofonIds: offered,
    })),
  );
  await upsertEntranceAddresses(store, run, places);
  const given = accounts.map((row) => ({
    number: String(100_000 + row.rosdomofonId),
    ownerAbonentRosdomofonId: 10_000 + row.rosdomofonId,
    phone: `7900000${String(row.rosdomofonId).padStart(4, '0')}`,
    isBlocked: false,
    blockReason: null,
    ...row,
  }));
  await upsertAbonents(
    store,
    run,
    given.map(({ ownerAbonentRosdomofonId, phone }) => ({
      rosdomofonId: ownerAbonentRosdomofonId,
      phone,
      hasLoggedIn: true,
    })),
  );
  await upsertAccounts(store, run, given);
  await upsertFlats(
    store,
    run,
    flats.map((row) => ({ ...NOBODYS, number: String(row.rosdomofonId), ...row })),
  );
  await upsertServiceConnections(
    store,
    run,
    connections.map((row) => ({
      serviceRosdomofonId: 1,
      accountRosdomofonId: null,
      flatRosdomofonId: row.rosdomofonId,
      isBlocked: false,
      tariff: 49.5,
      currency: 'RUB',
      ...row,
    })),
  );
  for (const entity of ['account', 'flat', 'entrance', 'service', 'service_connection'] as const)
    await markVanished(store, run, entity, { of: 'company' });
}

const NOBODYS = {
  entranceRosdomofonId: null,
  accountRosdomofonId: null,
  ownerAbonentRosdomofonId: null,
  isVirtual: false,
  isBlocked: null,
};

const NOWHERE = {
  countryCode: 'RU',
  city: 'Иваново',
  cityFias: null,
  street: 'Ташкентская',
  streetRosdomofonId: 7037,
  streetFias: null,
  streetKladr: null,
  streetUniversalCode: null,
  house: '100',
  houseRosdomofonId: 65_175,
  houseFias: null,
  block: null,
  building: null,
  housing: null,
  number: null,
  prefix: null,
  ranges: [],
};
