import { and, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Executor, Tx } from '../db.ts';
import type { FeedPosition } from '../feed/cursor.ts';
import type { Store } from '../open/open-store.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { changes } from '../schema/change.ts';
import { crmCursors } from '../schema/crm.ts';
import { integrations } from '../schema/integration.ts';

export type CrmCursorRow = typeof crmCursors.$inferSelect;

/** Who tells the CRM: the owner of its integration, as it was when the worker took it. */
export interface CrmOwner {
  readonly integrationId: bigint;
  readonly workerId: string;
  readonly ownerFence: bigint;
}

/** The same for people: of the company's integrations only. */
export const loadCrmCursorsOf = (
  { db, companyId }: CompanyReader,
  integrationIds: readonly bigint[],
): Promise<CrmCursorRow[]> =>
  db
    .select()
    .from(crmCursors)
    .where(
      and(
        eq(crmCursors.companyId, companyId),
        sql`${crmCursors.integrationId} = any(${bigintArray(integrationIds)})`,
      ),
    );

/** In no order. */
export const loadCrmCursors = (store: Store, integrationIds: readonly bigint[]): Promise<CrmCursorRow[]> =>
  store.db
    .select()
    .from(crmCursors)
    .where(sql`${crmCursors.integrationId} = any(${bigintArray(integrationIds)})`);

/**
 * From here on the CRM is told: what is there already stays as it is, but for sign-ups since `backfillSince`. One that
 * has a cursor keeps it; a later wish for a back-fill begins it anew.
 */
export async function openCrmCursorAt(
  db: Executor,
  given: Pick<CrmCursorRow, 'integrationId' | 'companyId' | 'epoch' | 'xid' | 'changeId' | 'backfillSince'>,
): Promise<void> {
  const { backfillSince } = given;
  const insert = db.insert(crmCursors).values({ ...given, backfillAfter: backfillSince && 0n });
  await (backfillSince === null
    ? insert.onConflictDoNothing()
    : insert.onConflictDoUpdate({
        target: crmCursors.integrationId,
        set: { backfillSince, backfillAfter: 0n },
      }));
}

/** The cursor, alone until the transaction ends; null: there is none, or the integration has another owner by now. */
export async function lockCrmCursor(tx: Tx, owner: CrmOwner): Promise<CrmCursorRow | null> {
  const [row] = await tx
    .select({ cursor: crmCursors })
    .from(crmCursors)
    .innerJoin(integrations, eq(integrations.id, crmCursors.integrationId))
    .where(
      and(
        eq(crmCursors.integrationId, owner.integrationId),
        eq(integrations.owner, owner.workerId),
        eq(integrations.ownerFence, owner.ownerFence),
      ),
    )
    .for('update', { of: crmCursors });
  return row?.cursor ?? null;
}

/** Moves a cursor that the transaction has locked. */
export async function moveCrmCursor(
  tx: Tx,
  integrationId: bigint,
  to: Partial<
    Pick<CrmCursorRow, 'epoch' | 'backfillSince' | 'backfillAfter' | 'missedEntity' | 'missedAfter'>
  > & {
    readonly position?: FeedPosition;
  },
): Promise<void> {
  const { position, ...changed } = to;
  const moved = position ? { xid: position.xid, changeId: BigInt(position.id), updatedAt: sql`now()` } : {};
  await tx
    .update(crmCursors)
    .set({ ...changed, ...moved })
    .where(eq(crmCursors.integrationId, integrationId));
}

/** What a cursor that the transaction has locked has missed. People who look at the integration are told. */
export async function noteMissedChanges(
  tx: Tx,
  { integrationId, companyId }: Pick<CrmCursorRow, 'integrationId' | 'companyId'>,
  missed: { readonly since: Date; readonly reason: string; readonly entity: string },
): Promise<void> {
  await tx
    .update(crmCursors)
    .set({
      missedSince: missed.since,
      missedUntil: sql`now()`,
      missedReason: missed.reason,
      missedEntity: missed.entity,
      missedAfter: 0n,
    })
    .where(eq(crmCursors.integrationId, integrationId));
  await tellCrmCursor(tx, { integrationId, companyId });
}

/** The integration looks different now. */
export async function tellCrmCursor(
  tx: Tx,
  { integrationId, companyId }: Pick<CrmCursorRow, 'integrationId' | 'companyId'>,
): Promise<void> {
  await tx
    .insert(changes)
    .values({ companyId, entity: 'integration', entityId: integrationId, op: 'changed' });
}
