import { and, eq, type SQL, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Executor } from '../db.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { externalRefs } from '../schema/external-ref.ts';

export type ExternalRefRow = typeof externalRefs.$inferSelect;

/** What of ours, and as what it is known over there. */
export type ExternalRefKey = Pick<ExternalRefRow, 'integrationId' | 'entity' | 'entityId' | 'remoteKind'>;

const isKey = ({ integrationId, entity, entityId, remoteKind }: ExternalRefKey) =>
  and(
    eq(externalRefs.integrationId, integrationId),
    eq(externalRefs.entity, entity),
    eq(externalRefs.entityId, entityId),
    eq(externalRefs.remoteKind, remoteKind),
  );

export async function findExternalRef(db: Executor, key: ExternalRefKey): Promise<ExternalRefRow | null> {
  const [row] = await db.select().from(externalRefs).where(isKey(key));
  return row ?? null;
}

/** In no order; what is not known over there is left out. */
export const loadExternalRefs = (
  db: Executor,
  {
    integrationId,
    entity,
    entityIds,
    remoteKind,
  }: Omit<ExternalRefKey, 'entityId'> & { readonly entityIds: readonly bigint[] },
): Promise<ExternalRefRow[]> =>
  db
    .select()
    .from(externalRefs)
    .where(
      and(
        eq(externalRefs.integrationId, integrationId),
        eq(externalRefs.entity, entity),
        sql`${externalRefs.entityId} = any(${bigintArray(entityIds)})`,
        eq(externalRefs.remoteKind, remoteKind),
      ),
    );

/**
 * Whose it is over here: usually one, several when people made ours one over there. The first is not shared. Asked in
 * two halves, because each of the two indexes answers only its own.
 */
export const findRefsByRemote = (
  db: Executor,
  {
    integrationId,
    remoteKind,
    remoteId,
  }: Pick<ExternalRefRow, 'integrationId' | 'remoteKind'> & { readonly remoteId: string },
): Promise<ExternalRefRow[]> => {
  const isIt = and(
    eq(externalRefs.integrationId, integrationId),
    eq(externalRefs.remoteKind, remoteKind),
    eq(externalRefs.remoteId, remoteId),
  );
  const half = (isShared: SQL) => db.select().from(externalRefs).where(and(isIt, isShared));
  return unionAll(half(sql`not is_shared`), half(sql`is_shared`)).orderBy(sql`is_shared`, sql`created_at`);
};

/** False: there is no such ref. */
export async function setExternalRef(
  db: Executor,
  key: ExternalRefKey,
  changed: Partial<Pick<ExternalRefRow, 'state' | 'detail'>>,
): Promise<boolean> {
  const rows = await db
    .update(externalRefs)
    .set({ ...changed, updatedAt: sql`now()` })
    .where(isKey(key))
    .returning({ entityId: externalRefs.entityId });
  return rows.length > 0;
}
