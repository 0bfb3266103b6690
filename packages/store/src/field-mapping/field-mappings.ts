import { and, desc, eq } from 'drizzle-orm';
import type { Executor, Tx } from '../db.ts';
import { fieldMappings } from '../schema/crm.ts';
import { integrations } from '../schema/integration.ts';

export type FieldMappingRow = typeof fieldMappings.$inferSelect;

/** The version that counts; null: the default does. */
export async function findFieldMapping(db: Executor, integrationId: bigint): Promise<FieldMappingRow | null> {
  const [row] = await db
    .select()
    .from(fieldMappings)
    .where(eq(fieldMappings.integrationId, integrationId))
    .orderBy(desc(fieldMappings.version))
    .limit(1);
  return row ?? null;
}

/** The same, and until the transaction ends nobody else saves one. `hasIntegration`: the company has it. */
export async function lockFieldMapping(
  tx: Tx,
  { integrationId, companyId }: { integrationId: bigint; companyId: bigint },
): Promise<{ hasIntegration: boolean; row: FieldMappingRow | null }> {
  const [integration] = await tx
    .select({ id: integrations.id })
    .from(integrations)
    .where(and(eq(integrations.id, integrationId), eq(integrations.companyId, companyId)))
    .for('no key update');
  if (integration === undefined) return { hasIntegration: false, row: null };
  return { hasIntegration: true, row: await findFieldMapping(tx, integrationId) };
}

export async function addFieldMapping(db: Executor, row: Omit<FieldMappingRow, 'savedAt'>): Promise<void> {
  await db.insert(fieldMappings).values(row);
}
