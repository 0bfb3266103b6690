import { and, eq, sql } from 'drizzle-orm';
import type { Executor, Tx } from '../db.ts';
import type { Store } from '../open/open-store.ts';
import { bigintArray } from '../page/bigint-array.ts';
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
 * The company's integration of a kind, wherever its access comes from; null when there is none. Until the transaction
 * ends, others who ask this for the company wait: who hears "none" may insert.
 */
export async function findIntegrationToInsert(
  tx: Tx,
  { companyId, kind }: Pick<IntegrationRow, 'companyId' | 'kind'>,
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
    .where(and(eq(integrations.companyId, companyId), eq(integrations.kind, kind)))
    .orderBy(integrations.id)
    .limit(1);
  return row ?? null;
}

type NewIntegration = Pick<IntegrationRow, 'companyId' | 'kind' | 'config'> &
  Partial<Pick<IntegrationRow, 'secrets'>>;

/** One that carries its access itself. */
export async function insertIntegration(db: Executor, given: NewIntegration): Promise<IntegrationRow> {
  const [row] = await db
    .insert(integrations)
    .values({ ...given, origin: 'stored' })
    .returning();
  if (row === undefined) throw new TypeError('an insert returns its row');
  return row;
}

type Changes = Partial<Pick<IntegrationRow, 'config' | 'secrets' | 'state' | 'stateReason'>>;

/** False: the company has no such integration. */
export async function updateIntegration(
  db: Executor,
  { id, companyId }: { id: bigint; companyId: bigint },
  changed: Changes,
): Promise<boolean> {
  const rows = await db
    .update(integrations)
    .set(changed)
    .where(and(eq(integrations.id, id), eq(integrations.companyId, companyId)))
    .returning({ id: integrations.id });
  return rows.length > 0;
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
