import { eq, sql } from 'drizzle-orm';
import type { Executor, Tx } from '../db.ts';
import type { Store } from '../open/open-store.ts';
import { integrations } from '../schema/integration.ts';

/** The sealed tokens of an integration that was authorised as an application; null: it has none. */
export async function loadIntegrationTokens(db: Executor, id: bigint): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ tokens: integrations.tokens })
    .from(integrations)
    .where(eq(integrations.id, id));
  return row?.tokens ?? null;
}

export async function saveIntegrationTokens(
  db: Executor,
  id: bigint,
  tokens: Uint8Array | null,
): Promise<void> {
  await db.update(integrations).set({ tokens }).where(eq(integrations.id, id));
}

/** Any number that no other lock uses. */
const TOKENS_LOCK = 1_651_076_143;

/**
 * One at a time for each integration, across all processes. An advisory lock and not the row's: a locked row gives the
 * transaction an id, and an open one with an id holds the whole feed for as long as the portal takes to answer.
 */
export const withIntegrationTokens = <T>(
  store: Store,
  id: bigint,
  work: (tx: Tx) => Promise<T>,
): Promise<T> =>
  store.transaction(async (tx) => {
    const part = Number(BigInt.asIntN(32, id));
    await tx.execute(sql`/* lock_tokens */ select pg_advisory_xact_lock(${TOKENS_LOCK}::int, ${part}::int)`);
    return work(tx);
  });
