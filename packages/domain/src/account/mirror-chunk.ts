// A chunk of RosDomofon's objects into the mirror: one statement per table, each a transaction of its own, so that the
// feed is never held for long. A run that is killed in between reads them again. What a call has told on its own (an
// account that was just blocked) is written in the transaction of whoever made it.
import type {
  RosDomofonAccount,
  RosDomofonAccountDetails,
  RosDomofonEntrance,
  RosDomofonFlat,
  RosDomofonService,
  ServiceConnection,
} from '@domovoy/models';
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
import type { WrittenEntrances } from './written-entrances.ts';

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
  accounts: readonly RosDomofonAccount[],
): Promise<void> {
  await upsertAbonents(
    runner,
    by,
    accounts.map(({ owner }) => abonentRow(owner)),
  );
  await upsertAccounts(runner, by, accounts.map(accountRow));
}

export async function mirrorAccountDetails(
  runner: Runner,
  by: MirrorAuthor,
  account: RosDomofonAccountDetails,
): Promise<void> {
  await mirrorAccounts(runner, by, [account]);
  await recordAccountDetails(runner, by, accountDetailsRow(account));
}

interface Belonging {
  /** The account by which they were asked for. */
  readonly accountId?: number;
  readonly written: WrittenEntrances;
}

/** Flats with their entrances and owners. */
export async function mirrorFlats(
  runner: Runner,
  by: MirrorAuthor,
  flats: readonly RosDomofonFlat[],
  { accountId, written }: Belonging,
): Promise<void> {
  await mirrorAddresses(runner, by, flats, written);
  await upsertAbonents(
    runner,
    by,
    flats.flatMap(({ owner }) => (owner ? [abonentRow(owner)] : [])),
  );
  await upsertFlats(
    runner,
    by,
    flats.map((flat) => flatRow(flat, accountId)),
  );
}

/** Connections with their flats and entrances. Accounts and services have their own lists. */
export async function mirrorServiceConnections(
  runner: Runner,
  by: MirrorAuthor,
  connections: readonly ServiceConnection[],
  { accountId, written }: Belonging,
): Promise<void> {
  await mirrorAddresses(
    runner,
    by,
    connections.map(({ flat }) => flat),
    written,
  );
  await upsertFlats(
    runner,
    by,
    connections.map(({ flat, account }) => flatRow(flat, account?.id ?? accountId)),
  );
  await upsertServiceConnections(
    runner,
    by,
    connections.map((connection) => serviceConnectionRow(connection, accountId)),
  );
}

async function mirrorAddresses(
  runner: Runner,
  by: MirrorAuthor,
  flats: readonly RosDomofonFlat[],
  written: WrittenEntrances,
): Promise<void> {
  const told = flats.flatMap(({ address }) => entranceAddressRow(address) ?? []);
  const rows = written.newAmong(told);
  await upsertEntranceAddresses(runner, by, rows);
  written.remember(rows);
}
