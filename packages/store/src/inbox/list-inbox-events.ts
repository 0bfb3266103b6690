import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { countUpTo } from '../page/count-up-to.ts';
import {
  type Keyset,
  type KeysetPage,
  keyOf,
  keysetBound,
  keysetOrder,
  type Page,
  rowsToRead,
  toPage,
} from '../page/keyset.ts';
import { inboxEvents } from '../schema/inbox.ts';
import { type InboxEventRow, inboxEventColumns } from './inbox-event-columns.ts';

export type OpenInboxState = Exclude<InboxEventRow['state'], 'done'>;

const keyset: Keyset = {
  columns: [inboxEvents.receivedAt, inboxEvents.sourceId, inboxEvents.partition, inboxEvents.offset],
  order: 'desc',
};

/** Written out, not a parameter: the partial index inbox_events_open is chosen by it. */
const inState: Readonly<Record<OpenInboxState, SQL>> = {
  pending: sql`${inboxEvents.state} = 'pending'`,
  dead: sql`${inboxEvents.state} = 'dead'`,
};

/** Newest first. */
export async function listInboxEvents(
  { db, companyId }: CompanyReader,
  { state, page }: { state: OpenInboxState; page: KeysetPage },
): Promise<Page<InboxEventRow & { key: string }>> {
  const read = await db
    .select({ ...inboxEventColumns, key: keyOf(keyset) })
    .from(inboxEvents)
    .where(and(eq(inboxEvents.companyId, companyId), inState[state], keysetBound(keyset, page)))
    .orderBy(...keysetOrder(keyset, page))
    .limit(rowsToRead(page));
  return toPage(read, page);
}

export const countInboxEvents = (
  { db, companyId }: CompanyReader,
  { state, limit }: { state: OpenInboxState; limit: number },
): Promise<number> =>
  countUpTo(db, inboxEvents, and(eq(inboxEvents.companyId, companyId), inState[state]), limit);
