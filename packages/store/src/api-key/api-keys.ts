import { eq, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { apiKeys } from '../schema/api-key.ts';

export type ApiKeyRow = typeof apiKeys.$inferSelect;
type NewApiKey = Pick<ApiKeyRow, 'companyId' | 'publicId' | 'secretHash' | 'name'> & {
  readonly expiresAt?: Date;
};

export async function insertApiKey(db: Executor, given: NewApiKey): Promise<ApiKeyRow> {
  const [row] = await db.insert(apiKeys).values(given).returning();
  if (row === undefined) throw new TypeError('an insert returns its row');
  return row;
}

/** Also revoked and expired ones: who asks decides, and must not be told apart by time. */
export async function findApiKey(db: Executor, publicId: string): Promise<ApiKeyRow | null> {
  const [row] = await db.select().from(apiKeys).where(eq(apiKeys.publicId, publicId));
  return row ?? null;
}

export async function touchApiKey(db: Executor, id: bigint): Promise<void> {
  await db.update(apiKeys).set({ lastUsedAt: sql`now()` }).where(eq(apiKeys.id, id));
}
