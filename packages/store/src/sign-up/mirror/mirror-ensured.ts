// What a step found or made at RosDomofon, into the mirror at once: the next import would bring it hours later. Only
// what is known is written; what an import knows better stays.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../db.ts';
import { accounts } from '../../schema/account.ts';
import { changes } from '../../schema/change.ts';
import { flats } from '../../schema/flat.ts';
import { serviceConnections } from '../../schema/service.ts';

type Entity = (typeof changes.$inferInsert)['entity'];

const seen = { syncedAt: sql`now()`, changedAt: sql`now()` };
const still = { syncedAt: sql`now()`, vanishedAt: null };

async function tell(
  tx: Tx,
  entity: Entity,
  companyId: bigint,
  rows: readonly { id: bigint; isAdded: boolean }[],
): Promise<void> {
  if (rows.length > 0)
    await tx.insert(changes).values(
      rows.map(({ id, isAdded }) => ({
        companyId,
        entity,
        entityId: id,
        op: isAdded ? ('added' as const) : ('changed' as const),
      })),
    );
}

const isAdded = sql<boolean>`xmax = 0`;

export type EnsuredAccount = Pick<
  typeof accounts.$inferInsert,
  'companyId' | 'rosdomofonId' | 'number' | 'ownerAbonentRosdomofonId' | 'phone'
>;

export async function mirrorEnsuredAccount(tx: Tx, account: EnsuredAccount): Promise<void> {
  const rows = await tx
    .insert(accounts)
    .values({ ...account, isBlocked: false, ...seen })
    .onConflictDoUpdate({ target: [accounts.companyId, accounts.rosdomofonId], set: still })
    .returning({ id: accounts.id, isAdded });
  await tell(tx, 'account', account.companyId, rows);
}

export type EnsuredFlat = Pick<
  typeof flats.$inferInsert,
  | 'companyId'
  | 'rosdomofonId'
  | 'entranceRosdomofonId'
  | 'number'
  | 'accountRosdomofonId'
  | 'ownerAbonentRosdomofonId'
  | 'isVirtual'
>;

export async function mirrorEnsuredFlat(tx: Tx, flat: EnsuredFlat): Promise<void> {
  const rows = await tx
    .insert(flats)
    .values({ ...flat, ...seen })
    .onConflictDoUpdate({ target: [flats.companyId, flats.rosdomofonId], set: still })
    .returning({ id: flats.id, isAdded });
  await tell(tx, 'flat', flat.companyId, rows);
}

export type EnsuredConnection = Pick<
  typeof serviceConnections.$inferInsert,
  'companyId' | 'rosdomofonId' | 'serviceRosdomofonId' | 'accountRosdomofonId' | 'flatRosdomofonId'
>;

export async function mirrorEnsuredConnections(
  tx: Tx,
  companyId: bigint,
  connections: readonly EnsuredConnection[],
): Promise<void> {
  if (connections.length === 0) return;
  const sorted = connections.toSorted((a, b) => (a.rosdomofonId < b.rosdomofonId ? -1 : 1));
  const rows = await tx
    .insert(serviceConnections)
    .values(sorted.map((connection) => ({ ...connection, isBlocked: false, ...seen })))
    .onConflictDoUpdate({
      target: [serviceConnections.companyId, serviceConnections.rosdomofonId],
      set: still,
    })
    .returning({ id: serviceConnections.id, isAdded });
  await tell(tx, 'service_connection', companyId, rows);
}
