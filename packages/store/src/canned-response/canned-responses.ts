import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Executor, Tx } from '../db.ts';
import { countUpTo } from '../page/count-up-to.ts';
import {
  type Keyset,
  type KeysetPage,
  keyOf,
  keysetOrder,
  keysetWhere,
  type Page,
  rowsToRead,
  toPage,
} from '../page/keyset.ts';
import { rowsByKey } from '../page/rows-by-key.ts';
import { cannedResponses } from '../schema/canned-response.ts';
import { changes } from '../schema/change.ts';

export type CannedResponseRow = typeof cannedResponses.$inferSelect;

interface Asked {
  readonly companyId: bigint;
  readonly cannedResponseId: bigint;
}

const asked = ({ companyId, cannedResponseId }: Asked) =>
  and(eq(cannedResponses.id, cannedResponseId), eq(cannedResponses.companyId, companyId));

const keyset: Keyset = { columns: [cannedResponses.id], order: 'asc' };
const ofCompany = (companyId: bigint) => eq(cannedResponses.companyId, companyId);

/** Oldest first; out of canned_responses_list. */
export async function listCannedResponses(
  { db, companyId }: CompanyReader,
  { page }: { page: KeysetPage },
): Promise<Page<CannedResponseRow & { key: string }>> {
  const read = await db
    .select({ ...getTableColumns(cannedResponses), key: keyOf(keyset) })
    .from(cannedResponses)
    .where(keysetWhere(cannedResponses.id, keyset, [ofCompany(companyId)], page))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countCannedResponses = (
  { db, companyId }: CompanyReader,
  { limit }: { limit: number },
): Promise<number> => countUpTo(db, cannedResponses, ofCompany(companyId), limit);

/** In no order; ids that the company has not are left out. */
export const loadCannedResponses = (
  { db, companyId }: CompanyReader,
  ids: readonly bigint[],
): Promise<CannedResponseRow[]> =>
  db
    .select()
    .from(cannedResponses)
    .where(rowsByKey({ column: cannedResponses.id, company: cannedResponses.companyId }, ids, companyId));

export async function findCannedResponse(db: Executor, given: Asked): Promise<CannedResponseRow | null> {
  const [row] = await db.select().from(cannedResponses).where(asked(given));
  return row ?? null;
}

type Text = Pick<CannedResponseRow, 'title' | 'text' | 'updatedBy'>;

export async function insertCannedResponse(
  tx: Tx,
  row: Text & Pick<CannedResponseRow, 'companyId'>,
): Promise<CannedResponseRow> {
  const [made] = await tx.insert(cannedResponses).values(row).returning();
  if (made === undefined) throw new TypeError('one is inserted, one is there');
  await tell(tx, made, 'added');
  return made;
}

/** Null: it has another version by now, or is gone. */
export async function updateCannedResponse(
  tx: Tx,
  given: Asked & { readonly expectedVersion: number } & Text,
): Promise<CannedResponseRow | null> {
  const { title, text, updatedBy, expectedVersion } = given;
  const [row] = await tx
    .update(cannedResponses)
    .set({ title, text, updatedBy, updatedAt: sql`now()`, version: sql`${cannedResponses.version} + 1` })
    .where(and(asked(given), eq(cannedResponses.version, expectedVersion)))
    .returning();
  if (row === undefined) return null;
  await tell(tx, row, 'changed');
  return row;
}

/** Null: there is none such. */
export async function deleteCannedResponse(tx: Tx, given: Asked): Promise<CannedResponseRow | null> {
  const [row] = await tx.delete(cannedResponses).where(asked(given)).returning();
  if (row === undefined) return null;
  await tell(tx, row, 'changed');
  return row;
}

async function tell(
  tx: Tx,
  { id, companyId }: Pick<CannedResponseRow, 'id' | 'companyId'>,
  op: 'added' | 'changed',
): Promise<void> {
  await tx.insert(changes).values({ companyId, entity: 'canned_response', entityId: id, op });
}
