import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Executor } from '../db.ts';
import { crmReviews } from '../schema/crm.ts';

export type CrmReviewRow = typeof crmReviews.$inferSelect;
type Key = Pick<CrmReviewRow, 'integrationId' | 'entity' | 'entityId'>;

const isKey = ({ integrationId, entity, entityId }: Key) =>
  and(
    eq(crmReviews.integrationId, integrationId),
    eq(crmReviews.entity, entity),
    eq(crmReviews.entityId, entityId),
  );

/** A person has to decide; what was decided before does not count any more. */
export async function askCrmReview(
  db: Executor,
  given: Omit<CrmReviewRow, 'createdAt' | 'resolvedAt' | 'resolvedBy'>,
): Promise<void> {
  const { reason, candidates } = given;
  await db
    .insert(crmReviews)
    .values(given)
    .onConflictDoUpdate({
      target: [crmReviews.integrationId, crmReviews.entity, crmReviews.entityId],
      set: { reason, candidates, resolvedAt: null, resolvedBy: null },
    });
}

/** False: there is nothing to decide. */
export async function resolveCrmReviewRow(
  db: Executor,
  { companyId, ...key }: Key & Pick<CrmReviewRow, 'companyId'>,
  resolvedBy: string,
): Promise<boolean> {
  const rows = await db
    .update(crmReviews)
    .set({ resolvedAt: sql`now()`, resolvedBy })
    .where(and(isKey(key), eq(crmReviews.companyId, companyId), isNull(crmReviews.resolvedAt)))
    .returning({ entityId: crmReviews.entityId });
  return rows.length > 0;
}

/** What waits for a person, newest first. */
export const listCrmReviews = (
  { db, companyId }: CompanyReader,
  { limit }: { limit: number },
): Promise<CrmReviewRow[]> =>
  db
    .select()
    .from(crmReviews)
    .where(and(eq(crmReviews.companyId, companyId), isNull(crmReviews.resolvedAt)))
    .orderBy(desc(crmReviews.createdAt))
    .limit(limit);

/** Does a person have to decide about it? */
export async function isInCrmReview(db: Executor, key: Key): Promise<boolean> {
  const rows = await db
    .select({ entityId: crmReviews.entityId })
    .from(crmReviews)
    .where(and(isKey(key), isNull(crmReviews.resolvedAt)));
  return rows.length > 0;
}
