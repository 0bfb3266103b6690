import { and, eq, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Tx } from '../db.ts';
import { rowsByKey } from '../page/rows-by-key.ts';
import { conversationDrafts } from '../schema/conversation-person.ts';

export type DraftRow = typeof conversationDrafts.$inferSelect;

interface Whose {
  readonly conversationId: bigint;
  readonly person: string;
}

const whose = ({ conversationId, person }: Whose) =>
  and(eq(conversationDrafts.conversationId, conversationId), eq(conversationDrafts.person, person));

export async function saveDraft(tx: Tx, draft: Omit<DraftRow, 'updatedAt'>): Promise<DraftRow> {
  const [row] = await tx
    .insert(conversationDrafts)
    .values(draft)
    .onConflictDoUpdate({
      target: [conversationDrafts.conversationId, conversationDrafts.person],
      set: { text: draft.text, updatedAt: sql`now()` },
    })
    .returning();
  if (row === undefined) throw new TypeError('an upsert returns its row');
  return row;
}

export async function deleteDraft(tx: Tx, given: Whose): Promise<void> {
  await tx.delete(conversationDrafts).where(whose(given));
}

/** Of one person, in no order. */
export const loadDrafts = (
  { db, companyId }: CompanyReader,
  { conversationIds, person }: { conversationIds: readonly bigint[]; person: string },
): Promise<DraftRow[]> =>
  db
    .select()
    .from(conversationDrafts)
    .where(
      and(
        rowsByKey(
          { column: conversationDrafts.conversationId, company: conversationDrafts.companyId },
          conversationIds,
          companyId,
        ),
        eq(conversationDrafts.person, person),
      ),
    );
