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

type InboxState = InboxEventRow['state'];

const keyset: Keyset = {
  columns: [inboxEvents.receivedAt, inboxEvents.sourceId, inboxEvents.partition, inboxEvents.offset],
  order: 'desc',
};

/**
 * Written out, not a parameter: the partial indexes inbox_events_open and inbox_events_reprocessed are chosen by it. Of those that are
 * done only the ones are told of that were dead before.
 */
const inState: Readonly<Record<InboxState, SQL>> = {
  pending: sql`${inboxEvents.state} = 'pending'`,
  dead: sql`${inboxEvents.state} = 'dead'`,
  done: sql`${inboxEvents.reprocessedAt} is not null`,
};

/** Newest first. */
export async function listInboxEvents(
  { db, companyId }: CompanyReader,
  { state, page }: { state: InboxState; page: KeysetPage },
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
  { state, limit }: { state: InboxState; limit: number },
): Promise<number> =>
  countUpTo(db, inboxEvents, and(eq(inboxEvents.companyId, companyId), inState[state]), limit);
