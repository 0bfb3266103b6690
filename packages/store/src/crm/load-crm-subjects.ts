import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { type AccountRow, accountColumns } from '../account/account-columns.ts';
import type { Executor } from '../db.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { accounts } from '../schema/account.ts';
import { externalRefs } from '../schema/external-ref.ts';
import { services } from '../schema/service.ts';
import { signUps } from '../schema/sign-up.ts';

interface OfCompany {
  readonly companyId: bigint;
  readonly ids: readonly bigint[];
}

/** The owners of accounts (by row id) that a CRM has as contacts, each once: RosDomofon's ids. */
export async function listOwnersInCrm(
  db: Executor,
  { companyId, ids, integrationId }: OfCompany & { readonly integrationId: bigint },
): Promise<bigint[]> {
  const rows = await db
    .selectDistinct({ abonentId: externalRefs.entityId })
    .from(accounts)
    .innerJoin(
      externalRefs,
      and(
        eq(externalRefs.integrationId, integrationId),
        eq(externalRefs.entity, 'abonent'),
        eq(externalRefs.entityId, accounts.ownerAbonentRosdomofonId),
        eq(externalRefs.remoteKind, 'contact'),
        eq(externalRefs.state, 'linked'),
      ),
    )
    .where(and(sql`${accounts.id} = any(${bigintArray(ids)})`, eq(accounts.companyId, companyId)))
    .orderBy(asc(externalRefs.entityId));
  return rows.map(({ abonentId }) => abonentId);
}

/** RosDomofon's ids of services, by row id; null: of all that there are. */
export async function listServiceIds(
  db: Executor,
  { companyId, ids }: { companyId: bigint; ids: readonly bigint[] | null },
): Promise<bigint[]> {
  const rows = await db
    .select({ id: services.rosdomofonId })
    .from(services)
    .where(
      and(
        eq(services.companyId, companyId),
        ids === null ? isNull(services.vanishedAt) : sql`${services.id} = any(${bigintArray(ids)})`,
      ),
    )
    .orderBy(asc(services.rosdomofonId));
  return rows.map(({ id }) => id);
}

/** The sign-ups of one abonent. Rarely asked: it reads the company's list. */
export async function listSignUpIdsOfAbonent(
  db: Executor,
  { companyId, abonentId }: { companyId: bigint; abonentId: bigint },
): Promise<bigint[]> {
  const rows = await db
    .select({ id: signUps.id })
    .from(signUps)
    .where(
      and(
        eq(signUps.companyId, companyId),
        eq(signUps.abonentRosdomofonId, abonentId),
        sql`${signUps.state} <> 'network'`,
      ),
    )
    .orderBy(asc(signUps.id));
  return rows.map(({ id }) => id);
}

/** The first account of an abonent that is there, by RosDomofon's id; null: the mirror has none. */
export async function findAccountOfAbonent(
  db: Executor,
  { companyId, abonentId }: { companyId: bigint; abonentId: bigint },
): Promise<AccountRow | null> {
  const [row] = await db
    .select(accountColumns)
    .from(accounts)
    .where(
      and(
        eq(accounts.companyId, companyId),
        eq(accounts.ownerAbonentRosdomofonId, abonentId),
        isNull(accounts.vanishedAt),
      ),
    )
    .orderBy(asc(accounts.rosdomofonId))
    .limit(1);
  return row ?? null;
}
