import { and, asc, eq, gt, isNotNull, or } from 'drizzle-orm';
import type { Executor, Tx } from '../db.ts';
import type { Store } from '../open/open-store.ts';
import { integrations } from '../schema/integration.ts';
import type { IntegrationRow } from './integrations.ts';

export type SealedRow = Pick<IntegrationRow, 'id' | 'companyId' | 'kind' | 'secrets' | 'tokens'>;

const columns = {
  id: integrations.id,
  companyId: integrations.companyId,
  kind: integrations.kind,
  secrets: integrations.secrets,
  tokens: integrations.tokens,
};

const PAGE = 100;

/** All integrations with something sealed, by id. Of every company: a key is the installation's. */
export async function* allSealedSecrets(store: Store): AsyncGenerator<SealedRow> {
  for (let afterId = 0n; ; ) {
    const rows = await listSealedSecrets(store.db, { afterId, limit: PAGE });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    afterId = last.id;
  }
}

/** What of it is sealed. */
export const sealedIn = ({ secrets, tokens }: Pick<SealedRow, 'secrets' | 'tokens'>): Uint8Array[] =>
  [secrets, tokens].filter((sealed) => sealed !== null);

const listSealedSecrets = (
  db: Executor,
  { afterId, limit }: { afterId: bigint; limit: number },
): Promise<SealedRow[]> =>
  db
    .select(columns)
    .from(integrations)
    .where(
      and(gt(integrations.id, afterId), or(isNotNull(integrations.secrets), isNotNull(integrations.tokens))),
    )
    .orderBy(asc(integrations.id))
    .limit(limit);

/** Nobody changes what is sealed in it until the transaction ends. */
export async function lockSealedSecrets(tx: Tx, id: bigint): Promise<SealedRow | null> {
  const [row] = await tx
    .select(columns)
    .from(integrations)
    .where(eq(integrations.id, id))
    .for('no key update');
  return row ?? null;
}

export async function saveSealedSecrets(
  tx: Tx,
  id: bigint,
  sealed: Pick<SealedRow, 'secrets' | 'tokens'>,
): Promise<void> {
  await tx.update(integrations).set(sealed).where(eq(integrations.id, id));
}
