import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { apiKeys } from '../schema/api-key.ts';

export type ApiKeyRow = typeof apiKeys.$inferSelect;
type NewApiKey = Pick<ApiKeyRow, 'companyId' | 'publicId' | 'secretHash' | 'name'> & {
  readonly expiresAt?: Date;
  readonly permissions?: string[] | null;
  readonly networks?: string[];
  readonly createdBy?: string;
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

interface KeyOfCompany {
  readonly companyId: bigint;
  readonly publicId: string;
}

const usable = ({ companyId, publicId }: KeyOfCompany) =>
  and(eq(apiKeys.companyId, companyId), eq(apiKeys.publicId, publicId), isNull(apiKeys.revokedAt));

/** Null: the company has no such key, or it is revoked already. */
export async function revokeApiKey(db: Executor, key: KeyOfCompany): Promise<ApiKeyRow | null> {
  const [row] = await db.update(apiKeys).set({ revokedAt: sql`now()` }).where(usable(key)).returning();
  return row ?? null;
}

/** The old secret works on for a while. Null: the company has no such key, or it is revoked. */
export async function rotateApiKey(
  db: Executor,
  { secretHash, overlapMs, ...key }: KeyOfCompany & { secretHash: string; overlapMs: number },
): Promise<ApiKeyRow | null> {
  const [row] = await db
    .update(apiKeys)
    .set({
      previousSecretHash: sql`${apiKeys.secretHash}`,
      previousUntil: sql`now() + ${overlapMs} * interval '1 millisecond'`,
      secretHash,
    })
    .where(usable(key))
    .returning();
  return row ?? null;
}
