import type {
  AccountRow,
  CompanyScope,
  EntranceFlatRangeRow,
  EntranceRow,
  FlatNumbers,
  FlatParent,
  FlatRow,
  NumberedFlat,
  ServiceConnectionParent,
  ServiceConnectionRow,
  ServiceRow,
  SyncRunCountRow,
  SyncRunRow,
} from '@domovoy/store';
import DataLoader from 'dataloader';
import { UNPAGED_LISTS } from '../execution/gate/unpaged-lists.ts';
import { byKey, groupsByKey, MAX_BATCH } from './by-key.ts';
import { type ChildLoaders, childCounts, childPages } from './child-pages.ts';

interface EntranceServiceRow {
  readonly entranceRosdomofonId: bigint;
  readonly service: ServiceRow;
}

/** Objects of the mirror refer to each other by RosDomofon's ids; lists of children are asked for by those as well. */
export interface MirrorLoaders {
  readonly accounts: DataLoader<bigint, AccountRow | null>;
  readonly accountsByRosdomofonId: DataLoader<bigint, AccountRow | null>;
  /** Of several with one number one that is still at RosDomofon, and the newest. */
  readonly accountsByNumber: DataLoader<string, AccountRow | null>;
  /** At most 20 of each phone. */
  readonly accountsByPhone: DataLoader<string, readonly AccountRow[]>;
  readonly accountsOfAbonents: ChildLoaders<AccountRow>;
  readonly entrances: DataLoader<bigint, EntranceRow | null>;
  readonly entrancesByRosdomofonId: DataLoader<bigint, EntranceRow | null>;
  /** At most 100 of each entrance. */
  readonly flatRanges: DataLoader<bigint, readonly EntranceFlatRangeRow[]>;
  /** At most 50 of each entrance. */
  readonly entranceServices: DataLoader<bigint, readonly EntranceServiceRow[]>;
  readonly flats: DataLoader<bigint, FlatRow | null>;
  readonly flatsByRosdomofonId: DataLoader<bigint, FlatRow | null>;
  readonly numberedFlats: DataLoader<FlatNumbers, readonly NumberedFlat[], string>;
  readonly flatsOf: Readonly<Record<FlatParent, ChildLoaders<FlatRow>>>;
  readonly services: DataLoader<bigint, ServiceRow | null>;
  readonly servicesByRosdomofonId: DataLoader<bigint, ServiceRow | null>;
  readonly serviceConnections: DataLoader<bigint, ServiceConnectionRow | null>;
  readonly serviceConnectionsByRosdomofonId: DataLoader<bigint, ServiceConnectionRow | null>;
  readonly serviceConnectionsOf: Readonly<
    Record<ServiceConnectionParent, ChildLoaders<ServiceConnectionRow>>
  >;
  readonly syncRuns: DataLoader<bigint, SyncRunRow | null>;
  readonly syncRunCounts: DataLoader<bigint, readonly SyncRunCountRow[]>;
}

export const createMirrorLoaders = (company: CompanyScope): MirrorLoaders => ({
  accounts: byKey(company.loadAccounts, (row) => row.id),
  accountsByRosdomofonId: byKey(company.loadAccountsByRosdomofonId, (row) => row.rosdomofonId),
  accountsByNumber: byKey(
    (numbers: readonly string[]) => company.loadAccountsByNumber({ numbers, limit: 1 }),
    (row) => row.number ?? '',
  ),
  accountsByPhone: groupsByKey(
    (phones: readonly string[]) =>
      company.loadAccountsByPhone({ phones, limit: UNPAGED_LISTS['Query.accountsByPhone'] }),
    (row) => row.phone,
  ),
  accountsOfAbonents: {
    pages: childPages((abonents, page) => company.listAccountsOfAbonents({ abonents, page })),
    counts: childCounts((abonents, limit) => company.countAccountsOfAbonents({ abonents, limit })),
  },
  entrances: byKey(company.loadEntrances, (row) => row.id),
  entrancesByRosdomofonId: byKey(company.loadEntrancesByRosdomofonId, (row) => row.rosdomofonId),
  flatRanges: groupsByKey(
    (entrances: readonly bigint[]) =>
      company.loadEntranceFlatRanges({ entrances, limit: UNPAGED_LISTS['Entrance.flatRanges'] }),
    (row) => row.entranceRosdomofonId,
  ),
  entranceServices: groupsByKey(
    (entrances: readonly bigint[]) =>
      company.loadEntranceServices({ entrances, limit: UNPAGED_LISTS['Entrance.services'] }),
    (row) => row.entranceRosdomofonId,
  ),
  flats: byKey(company.loadFlats, (row) => row.id),
  flatsByRosdomofonId: byKey(company.loadFlatsByRosdomofonId, (row) => row.rosdomofonId),
  numberedFlats: numberedFlats(company),
  flatsOf: { entrance: flatsOf(company, 'entrance'), account: flatsOf(company, 'account') },
  services: byKey(company.loadServices, (row) => row.id),
  servicesByRosdomofonId: byKey(company.loadServicesByRosdomofonId, (row) => row.rosdomofonId),
  serviceConnections: byKey(company.loadServiceConnections, (row) => row.id),
  serviceConnectionsByRosdomofonId: byKey(
    company.loadServiceConnectionsByRosdomofonId,
    (row) => row.rosdomofonId,
  ),
  serviceConnectionsOf: {
    account: serviceConnectionsOf(company, 'account'),
    flat: serviceConnectionsOf(company, 'flat'),
    service: serviceConnectionsOf(company, 'service'),
  },
  syncRuns: byKey(company.loadSyncRuns, (row) => row.id),
  syncRunCounts: groupsByKey(company.loadSyncRunCounts, (row) => row.runId),
});

const flatsOf = (company: CompanyScope, parent: FlatParent): ChildLoaders<FlatRow> => ({
  pages: childPages((parents, page) => company.listFlatsOfParents({ parent, parents, page })),
  counts: childCounts((parents, limit) => company.countFlatsOfParents({ parent, parents, limit })),
});

const serviceConnectionsOf = (
  company: CompanyScope,
  parent: ServiceConnectionParent,
): ChildLoaders<ServiceConnectionRow> => ({
  pages: childPages((parents, page) => company.listServiceConnectionsOfParents({ parent, parents, page })),
  counts: childCounts((parents, limit) =>
    company.countServiceConnectionsOfParents({ parent, parents, limit }),
  ),
});

/** Several pages of one entrance may be asked for at once: each gets its own numbers. */
const numberedFlats = (company: CompanyScope): MirrorLoaders['numberedFlats'] =>
  new DataLoader(
    async (asked: readonly FlatNumbers[]) => {
      const found = Map.groupBy(
        await company.listFlatsByNumber(asked),
        ({ flat }) => flat.entranceRosdomofonId,
      );
      return asked.map(({ entranceRosdomofonId, from, to }) =>
        (found.get(entranceRosdomofonId) ?? []).filter(({ number }) => number >= from && number <= to),
      );
    },
    {
      cacheKeyFn: ({ entranceRosdomofonId, from, to }) => `${entranceRosdomofonId} ${from} ${to}`,
      maxBatchSize: MAX_BATCH,
    },
  );
