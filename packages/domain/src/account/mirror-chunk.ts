// A chunk of RosDomofon's objects into the mirror: one statement per table, each a transaction of its own, so that the
// feed is never held for long. A run that is killed in between reads them again.
import type { RosDomofonAccountDetails, RosDomofonEntrance, RosDomofonService } from '@domovoy/models';
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
  type AccountRows,
  accountDetailsRow,
  accountRows,
  entranceRow,
  type FlatRows,
  type ServiceConnectionRows,
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
  rows: readonly AccountRows[],
): Promise<void> {
  await upsertAbonents(
    store,
    run,
    rows.map(({ owner }) => owner),
  );
  await upsertAccounts(
    store,
    run,
    rows.map(({ account }) => account),
  );
}

export async function mirrorAccountDetails(
  store: Store,
  run: SyncRunFence,
  account: RosDomofonAccountDetails,
): Promise<void> {
  await mirrorAccounts(store, run, [accountRows(account)]);
  await recordAccountDetails(store, run, accountDetailsRow(account));
}

/** Flats with their entrances and owners. */
export async function mirrorFlats(
  store: Store,
  run: SyncRunFence,
  rows: readonly FlatRows[],
  written: WrittenObjects,
): Promise<void> {
  const entrances = written.newEntrances(rows.flatMap(({ entrance }) => entrance ?? []));
  await upsertEntranceAddresses(store, run, entrances);
  written.rememberEntrances(entrances);
  const flats = written.newFlats(rows.map(({ flat }) => flat));
  const owners = rows.flatMap(({ owner }) => owner ?? []);
  await upsertAbonents(store, run, owners);
  await upsertFlats(store, run, flats);
  written.rememberFlats(flats);
}

/** Connections with their flats. */
export async function mirrorServiceConnections(
  store: Store,
  run: SyncRunFence,
  rows: readonly ServiceConnectionRows[],
  written: WrittenObjects,
): Promise<void> {
  await mirrorFlats(store, run, rows, written);
  await upsertServiceConnections(
    store,
    run,
    rows.map(({ connection }) => connection),
  );
}
