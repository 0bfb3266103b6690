import { sql } from 'drizzle-orm';
import { inboxEvents } from '../schema/inbox.ts';

/** What the API shows of a payload; the rest stays in the database. */
const INBOX_PREVIEW_BYTES = 4_096;

/** A dead event without bytes is a tombstone; one that waits has its text. */
const bytes = sql`coalesce(${inboxEvents.raw}, convert_to(${inboxEvents.payload}, 'UTF8'))`;

export const inboxEventColumns = {
  sourceId: inboxEvents.sourceId,
  partition: inboxEvents.partition,
  offset: inboxEvents.offset,
  companyId: inboxEvents.companyId,
  state: inboxEvents.state,
  reason: inboxEvents.reason,
  receivedAt: inboxEvents.receivedAt,
  reprocessedAt: inboxEvents.reprocessedAt,
  reprocessedBy: inboxEvents.reprocessedBy,
  sizeBytes: sql<number | null>`octet_length(${bytes})`.as('size_bytes'),
  preview: sql<Buffer | null>`substring(${bytes} from 1 for ${sql.raw(String(INBOX_PREVIEW_BYTES))})`.as(
    'preview',
  ),
};

export interface InboxEventRow {
  readonly sourceId: number;
  readonly partition: number;
  readonly offset: bigint;
  readonly companyId: bigint;
  readonly state: 'pending' | 'done' | 'dead';
  readonly reason: string | null;
  readonly receivedAt: Date;
  /** Null: nobody has, or it is still dead. */
  readonly reprocessedAt: Date | null;
  readonly reprocessedBy: string | null;
  /** Null: it came without a value. */
  readonly sizeBytes: number | null;
  readonly preview: Buffer | null;
}
