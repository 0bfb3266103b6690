import { and, eq, or, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { inboxEvents } from '../schema/inbox.ts';
import { type InboxEventRow, inboxEventColumns } from './inbox-event-columns.ts';

export interface InboxCoordinates {
  readonly sourceId: number;
  readonly partition: number;
  readonly offset: bigint;
}

/** In no order; what the company has not, or what is simply done, is left out. */
export const loadInboxEvents = async (
  { db, companyId }: CompanyReader,
  coordinates: readonly InboxCoordinates[],
): Promise<InboxEventRow[]> =>
  db
    .select(inboxEventColumns)
    .from(inboxEvents)
    .where(
      and(
        or(
          ...coordinates.map((at) =>
            and(
              eq(inboxEvents.sourceId, at.sourceId),
              eq(inboxEvents.partition, at.partition),
              eq(inboxEvents.offset, at.offset),
            ),
          ),
        ) ?? sql`false`,
        eq(inboxEvents.companyId, companyId),
        sql`(${inboxEvents.state} <> 'done' or ${inboxEvents.reprocessedAt} is not null)`,
      ),
    );
