// A chunk of RosDomofon's objects into the mirror: one statement per table, each a transaction of its own, so that the
// feed is never held for long. A run that is killed in between reads them again. What a call has told on its own (an
// account that was just blocked) is written in the transaction of whoever made it.
import type { RosDomofonAccountDetails, RosDomofonEntrance, RosDomofonService } from '@domovoy/models';
import {
  type MirrorAuthor,
  type Runner,
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
import { WrittenObjects } from './written-objects.ts';

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
  runner: Runner,
  by: MirrorAuthor,
  rows: readonly AccountRows[],
): Promise<void> {
  await upsertAbonents(
    runner,
    by,
    rows.map(({ owner }) => owner),
  );
  await upsertAccounts(
    runner,
    by,
    rows.map(({ account }) => account),
  );
}

export async function mirrorAccountDetails(
  runner: Runner,
  by: MirrorAuthor,
  account: RosDomofonAccountDetails,
): Promise<void> {
  await mirrorAccounts(runner, by, [accountRows(account)]);
  await recordAccountDetails(runner, by, accountDetailsRow(account));
}

/** Flats with their entrances and owners. */
export async function mirrorFlats(
  runner: Runner,
  by: MirrorAuthor,
  rows: readonly FlatRows[],
  written = new WrittenObjects(),
): Promise<void> {
  const entrances = written.newEntrances(rows.flatMap(({ entrance }) => entrance ?? []));
  await upsertEntranceAddresses(runner, by, entrances);
  written.rememberEntrances(entrances);
  const flats = written.newFlats(rows.map(({ flat }) => flat));
  const owners = rows.flatMap(({ owner }) => owner ?? []);
  await upsertAbonents(runner, by, owners);
  await upsertFlats(runner, by, flats);
  written.rememberFlats(flats);
}

/** Connections with their flats. */
export async function mirrorServiceConnections(
  runner: Runner,
  by: MirrorAuthor,
  rows: readonly ServiceConnectionRows[],
  written = new WrittenObjects(),
): Promise<void> {
  await mirrorFlats(runner, by, rows, written);
  await upsertServiceConnections(
    runner,
    by,
    rows.map(({ connection }) => connection),
  );
}
