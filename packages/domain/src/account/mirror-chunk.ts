// A chunk of RosDomofon's objects into the mirror: one statement per table, each a transaction of its own, so that the
// feed is never held for long. A run that is killed in between reads them again.
import type {
  RosDomofonAccount,
  RosDomofonAccountDetails,
  RosDomofonEntrance,
  RosDomofonFlat,
  RosDomofonService,
  ServiceConnection,
} from '@domovoy/models';
import {
  recordAccountDetails,
  recordServiceTariffs,
  type Store,
  type SyncRunFence,
  upsertAbonents,
  upsertAccounts,
  upsertEntranceAddresses,
  upsertEntrances,
  upsertFlats,
  upsertServiceConnections,
  upsertServices,
} from '@domovoy/store';
import {
  abonentRow,
  accountDetailsRow,
  accountRow,
  entranceAddressRow,
  entranceRow,
  flatRow,
  serviceConnectionRow,
  serviceRow,
  tariffRows,
} from './mirror-rows.ts';
import type { WrittenObjects } from './written-objects.ts';

/** More would hold the feed for too long. */
export const MIRROR_CHUNK = 500;

export async function mirrorServices(
  store: Store,
  run: SyncRunFence,
  services: readonly RosDomofonService[],
): Promise<void> {
  await upsertServices(store, run, services.map(serviceRow));
}

export async function mirrorEntrances(
  store: Store,
  run: SyncRunFence,
  entrances: readonly RosDomofonEntrance[],
): Promise<void> {
  await upsertEntrances(store, run, entrances.map(entranceRow));
  await recordServiceTariffs(store, run, tariffRows(entrances));
}

export async function mirrorAccounts(
  store: Store,
  run: SyncRunFence,
  accounts: readonly RosDomofonAccount[],
): Promise<void> {
  await upsertAbonents(
    store,
    run,
    accounts.map(({ owner }) => abonentRow(owner)),
  );
  await upsertAccounts(store, run, accounts.map(accountRow));
}

export async function mirrorAccountDetails(
  store: Store,
  run: SyncRunFence,
  account: RosDomofonAccountDetails,
): Promise<void> {
  await mirrorAccounts(store, run, [account]);
  await recordAccountDetails(store, run, accountDetailsRow(account));
}

interface Belonging {
  /** The account by which they were asked for. */
  readonly accountId?: number;
  readonly written: WrittenObjects;
}

/** Flats with their entrances and owners. */
export async function mirrorFlats(
  store: Store,
  run: SyncRunFence,
  flats: readonly RosDomofonFlat[],
  { accountId, written }: Belonging,
): Promise<void> {
  await mirrorAddresses(store, run, flats, written);
  await upsertAbonents(
    store,
    run,
    flats.flatMap(({ owner }) => (owner ? [abonentRow(owner)] : [])),
  );
  await upsertFlats(
    store,
    run,
    flats.map((flat) => flatRow(flat, accountId)),
  );
}

/** Connections with their flats and entrances. Accounts and services have their own lists. */
export async function mirrorServiceConnections(
  store: Store,
  run: SyncRunFence,
  connections: readonly ServiceConnection[],
  { accountId, written }: Belonging,
): Promise<void> {
  await mirrorAddresses(
    store,
    run,
    connections.map(({ flat }) => flat),
    written,
  );
  const flats = written.newFlats(
    connections.map(({ flat, account }) => flatRow(flat, account?.id ?? accountId)),
  );
  await upsertFlats(store, run, flats);
  written.rememberFlats(flats);
  await upsertServiceConnections(
    store,
    run,
    connections.map((connection) => serviceConnectionRow(connection, accountId)),
  );
}

async function mirrorAddresses(
  store: Store,
  run: SyncRunFence,
  flats: readonly RosDomofonFlat[],
  written: WrittenObjects,
): Promise<void> {
  const told = flats.flatMap(({ address }) => entranceAddressRow(address) ?? []);
  const rows = written.newEntrances(told);
  await upsertEntranceAddresses(store, run, rows);
  written.rememberEntrances(rows);
}
