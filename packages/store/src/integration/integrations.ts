import { and, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Executor, Tx } from '../db.ts';
import type { Store } from '../open/open-store.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { changes } from '../schema/change.ts';
import { companies } from '../schema/company.ts';
import { integrations } from '../schema/integration.ts';

export type IntegrationRow = typeof integrations.$inferSelect;
/** With the short name that the company's topics end with. */
export type IntegrationWithCompany = IntegrationRow & { readonly companyShortName: string };

/** In no order; unknown ids are left out. For workers, which look after integrations of every company. */
export async function loadIntegrations(
  store: Store,
  ids: readonly bigint[],
): Promise<IntegrationWithCompany[]> {
  const rows = await store.db
    .select({ integration: integrations, companyShortName: companies.shortName })
    .from(integrations)
    .innerJoin(companies, eq(companies.id, integrations.companyId))
    .where(sql`${integrations.id} = any(${bigintArray(ids)})`);
  return rows.map(({ integration, companyShortName }) => ({ ...integration, companyShortName }));
}

/** The company's integration of a kind; null when there is none. */
export async function findIntegration(
  db: Executor,
  { companyId, kind }: Pick<IntegrationRow, 'companyId' | 'kind'>,
): Promise<IntegrationRow | null> {
  const [row] = await db
    .select()
    .from(integrations)
    .where(and(eq(integrations.companyId, companyId), eq(integrations.kind, kind)))
    .orderBy(integrations.id)
    .limit(1);
  return row ?? null;
}

/**
 * The company's integration of a kind, wherever its access comes from, and of one portal when there may be several; null
 * when there is none. Until the transaction ends, others who ask this for the company wait: who hears "none" may insert.
 */
export async function findIntegrationToInsert(
  tx: Tx,
  { companyId, kind, portal }: Pick<IntegrationRow, 'companyId' | 'kind'> & { readonly portal?: string },
): Promise<Pick<IntegrationRow, 'id' | 'origin'> | null> {
  // Not "for update": that would hold back the intake, whose rows refer to the company.
  await tx
    .select({ id: companies.id })
    .from(companies)
    .where(eq(companies.id, companyId))
    .for('no key update');
  const [row] = await tx
    .select({ id: integrations.id, origin: integrations.origin })
    .from(integrations)
    .where(
      and(
        eq(integrations.companyId, companyId),
        eq(integrations.kind, kind),
        portal === undefined ? undefined : sql`${integrations.config} ->> 'portal' = ${portal}`,
      ),
    )
    .orderBy(integrations.id)
    .limit(1);
  return row ?? null;
}

/** Also inside a transaction; null: the company has no such one. */
export async function findIntegrationConfig(
  db: Executor,
  { integrationId, companyId }: { integrationId: bigint; companyId: bigint },
): Promise<unknown> {
  const [row] = await db
    .select({ config: integrations.config })
    .from(integrations)
    .where(and(eq(integrations.id, integrationId), eq(integrations.companyId, companyId)));
  return row?.config ?? null;
}

/** What the last live look found; null: nobody looked. */
export async function findIntegrationChecks(
  db: Executor,
  { integrationId, companyId }: { integrationId: bigint; companyId: bigint },
): Promise<unknown> {
  const [row] = await db
    .select({ checks: integrations.checks })
    .from(integrations)
    .where(and(eq(integrations.id, integrationId), eq(integrations.companyId, companyId)));
  return row?.checks ?? null;
}

/** In the order of their making. */
export const listIntegrations = ({ db, companyId }: CompanyReader): Promise<IntegrationRow[]> =>
  db.select().from(integrations).where(eq(integrations.companyId, companyId)).orderBy(integrations.id);

/** In no order; what is not the company's is left out. */
export const loadIntegrationsOf = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<IntegrationRow[]> =>
  db
    .select()
    .from(integrations)
    .where(and(eq(integrations.companyId, companyId), sql`${integrations.id} = any(${bigintArray(ids)})`));

/** Until the transaction ends nobody else changes it. Null: the company has no such one. */
export async function lockIntegration(
  tx: Tx,
  { id, companyId }: { id: bigint; companyId: bigint },
): Promise<IntegrationRow | null> {
  const [row] = await tx
    .select()
    .from(integrations)
    .where(and(eq(integrations.id, id), eq(integrations.companyId, companyId)))
    .for('no key update');
  return row ?? null;
}

type NewIntegration = Pick<IntegrationRow, 'companyId' | 'kind' | 'config'> &
  Partial<Pick<IntegrationRow, 'secrets' | 'name' | 'state' | 'stateCode' | 'stateReason'>>;

/** One that carries its access itself. */
export async function insertIntegration(db: Executor, given: NewIntegration): Promise<IntegrationRow> {
  const [row] = await db
    .insert(integrations)
    .values({ ...given, origin: 'stored' })
    .returning();
  if (row === undefined) throw new TypeError('an insert returns its row');
  await tellIntegration(db, row, 'added');
  return row;
}

type Changes = Partial<
  Pick<
    IntegrationRow,
    'name' | 'config' | 'secrets' | 'tokens' | 'state' | 'stateCode' | 'stateReason' | 'checks' | 'progress'
  >
>;

interface IntegrationToUpdate {
  readonly id: bigint;
  readonly companyId: bigint;
  /** Only as long as it is in one of these states. */
  readonly from?: readonly IntegrationRow['state'][];
  /** Not as long as one of these is why it is broken. */
  readonly unlessCodes?: readonly string[];
}

/**
 * False: the company has no such integration, or it is in another state. Followers are told; what only its owner needs
 * to know is `progress` and `tokens`.
 */
export async function updateIntegration(
  db: Executor,
  { id, companyId, from, unlessCodes = [] }: IntegrationToUpdate,
  changed: Changes,
): Promise<boolean> {
  const { state } = changed;
  const isVisible = Object.keys(changed).some((field) => field !== 'progress' && field !== 'tokens');
  return db.transaction(async (tx) => {
    const rows = await tx
      .update(integrations)
      .set({
        ...changed,
        ...(state === undefined
          ? {}
          : {
              stateAt: sql`case when ${integrations.state} = ${state} then ${integrations.stateAt} else now() end`,
            }),
        ...(changed.checks === undefined ? {} : { checkedAt: sql`now()` }),
      })
      .where(
        and(
          eq(integrations.id, id),
          eq(integrations.companyId, companyId),
          from === undefined ? undefined : inArray(integrations.state, [...from]),
          unlessCodes.length === 0
            ? undefined
            : or(isNull(integrations.stateCode), notInArray(integrations.stateCode, [...unlessCodes])),
        ),
      )
      .returning({ id: integrations.id });
    if (rows.length > 0 && isVisible) await tellIntegration(tx, { id, companyId }, 'changed');
    return rows.length > 0;
  });
}

async function tellIntegration(
  db: Executor,
  { id, companyId }: { id: bigint; companyId: bigint },
  op: 'added' | 'changed',
): Promise<void> {
  await db.insert(changes).values({ companyId, entity: 'integration', entityId: id, op });
}

/** The one whose access comes from the environment of the processes: one per company, its config follows. */
export async function ensureEnvironmentIntegration(
  db: Executor,
  { companyId, config }: { companyId: bigint; config: unknown },
): Promise<IntegrationRow> {
  const [row] = await db
    .insert(integrations)
    .values({ companyId, kind: 'rosdomofon', origin: 'environment', config })
    .onConflictDoUpdate({
      target: [integrations.companyId, integrations.kind],
      targetWhere: sql`origin = 'environment'`,
      set: { config },
    })
    .returning();
  if (row === undefined) throw new TypeError('an upsert returns its row');
  return row;
}
