import { sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { externalRefs } from '../schema/external-ref.ts';
import type { ExternalRefKey, ExternalRefRow } from './external-refs.ts';

export interface ExternalRefToPut extends ExternalRefKey {
  readonly companyId: bigint;
  /** Null: it is about to be made, and its id not known. */
  readonly remoteId: string | null;
  readonly state?: ExternalRefRow['state'];
  /** Absent: what is known stays. */
  readonly detail?: unknown;
  /** Another one of ours may be linked to the same one over there: people merged the two. */
  readonly mayShare?: boolean;
}

/**
 * Links one of ours to its id over there; one that was linked to another id is linked anew. Without `mayShare` an id
 * that another one of ours has is refused by the unique index: StoreConstraintError.
 */
export async function putExternalRef(db: Executor, given: ExternalRefToPut): Promise<ExternalRefRow> {
  const { mayShare = false, state = 'linked', detail, ...row } = given;
  const isShared = mayShare
    ? sql<boolean>`exists (select from external_refs o where o.integration_id = ${row.integrationId}
        and o.remote_kind = ${row.remoteKind} and o.remote_id = ${row.remoteId} and not o.is_shared
        and (o.entity, o.entity_id) <> (${row.entity}, ${row.entityId}))`
    : sql<boolean>`false`;
  const changed = { remoteId: row.remoteId, state, isShared, ...(detail === undefined ? {} : { detail }) };
  const [put] = await db
    .insert(externalRefs)
    .values({ ...row, state, detail: detail ?? null, isShared })
    .onConflictDoUpdate({
      target: [
        externalRefs.integrationId,
        externalRefs.entity,
        externalRefs.entityId,
        externalRefs.remoteKind,
      ],
      set: { ...changed, updatedAt: sql`now()` },
    })
    .returning();
  if (put === undefined) throw new TypeError('an upsert returns its row');
  return put;
}
