import { eq, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { crmCatalogues } from '../schema/crm.ts';

export type CrmCatalogueRow = typeof crmCatalogues.$inferSelect;

/** What the portal had when it was last read; null: it never was. */
export async function findCrmCatalogue(db: Executor, integrationId: bigint): Promise<CrmCatalogueRow | null> {
  const [row] = await db.select().from(crmCatalogues).where(eq(crmCatalogues.integrationId, integrationId));
  return row ?? null;
}

export async function saveCrmCatalogue(
  db: Executor,
  given: Omit<CrmCatalogueRow, 'loadedAt'>,
): Promise<void> {
  await db
    .insert(crmCatalogues)
    .values(given)
    .onConflictDoUpdate({
      target: crmCatalogues.integrationId,
      set: { content: given.content, loadedAt: sql`now()` },
    });
}
