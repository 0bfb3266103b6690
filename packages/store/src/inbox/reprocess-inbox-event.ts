import { sql } from 'drizzle-orm';
import type { Tx } from '../db.ts';
import type { AuditCause } from '../schema/audit-entry.ts';
import type { InboxCoordinates } from './load-inbox-events.ts';

/** A dead event with all that is needed to read it again. */
export interface DeadInboxEvent extends InboxCoordinates {
  readonly companyId: bigint;
  readonly companyShortName: string;
  readonly integrationId: bigint;
  readonly topic: string;
  readonly epoch: number;
  readonly hash: number;
  /** Of a record of Kafka; null for one without a value, and for an event of a portal. */
  readonly raw: Uint8Array | null;
  /** Of an event of a portal. */
  readonly payload: string | null;
  readonly reason: string | null;
  /** Of the record; null for an event of a portal, and for one that died before this was kept. */
  readonly timestampMs: number | null;
  /** As the database writes it, to the microsecond. */
  readonly receivedAt: string;
}

interface Row extends Record<string, unknown> {
  company_short_name: string;
  integration_id: string;
  topic: string;
  epoch: number;
  hash: string;
  raw: Uint8Array | null;
  payload: string | null;
  reason: string | null;
  timestamp_ms: string | null;
  received_at: string;
}

const at = ({ sourceId, partition, offset }: InboxCoordinates) => sql`source_id = ${sourceId}::int
  and partition = ${partition}::int and "offset" = ${String(offset)}::bigint`;

/** Locked until the end of the transaction. Null: the company has no dead event there (any more). */
export async function lockDeadInboxEvent(
  tx: Tx,
  { companyId, ...place }: InboxCoordinates & { companyId: bigint },
): Promise<DeadInboxEvent | null> {
  const { sourceId, partition, offset } = place;
  const [row] = await tx.execute<Row>(sql`/* lock_dead_inbox_event */
    select c.short_name as company_short_name, s.integration_id::text, s.topic, s.epoch, e.hash::text, e.raw,
      e.payload, e.reason, e.timestamp_ms::text, e.received_at::text
    from inbox_events e join inbox_sources s on s.id = e.source_id join companies c on c.id = e.company_id
    where ${at(place)} and e.company_id = ${String(companyId)}::bigint and e.state = 'dead'
    for update of e`);
  if (row === undefined) return null;
  return {
    sourceId,
    partition,
    offset,
    companyId,
    companyShortName: row.company_short_name,
    integrationId: BigInt(row.integration_id),
    topic: row.topic,
    epoch: row.epoch,
    hash: Number(row.hash),
    raw: row.raw,
    payload: row.payload,
    reason: row.reason,
    timestampMs: row.timestamp_ms === null ? null : Number(row.timestamp_ms),
    receivedAt: row.received_at,
  };
}

/** Makes room for the intake, which takes in only what the inbox has not: in the same transaction, or the event is lost. */
export async function removeDeadInboxEvent(tx: Tx, place: InboxCoordinates): Promise<void> {
  await tx.execute(sql`/* remove_dead_inbox_event */
    delete from inbox_events where ${at(place)} and state = 'dead'`);
}

/**
 * It is done now, and says who asked for that, when, and what had been wrong. It keeps its place by age: what forgets the
 * inbox walks along the offsets and stops at what is too young.
 */
export async function markInboxEventReprocessed(
  tx: Tx,
  event: Pick<DeadInboxEvent, 'sourceId' | 'partition' | 'offset' | 'reason' | 'receivedAt'>,
  actor: string,
): Promise<void> {
  await tx.execute(sql`/* mark_inbox_event_reprocessed */
    update inbox_events set state = 'done', reason = ${event.reason}::text, secrets = null,
      received_at = ${event.receivedAt}::timestamptz, reprocessed_by = ${actor}::text, reprocessed_at = now()
    where ${at(event)}`);
}

export interface WrittenChanges {
  readonly entity: string;
  readonly op: AuditCause['op'];
  readonly count: number;
  /** The first of them. */
  readonly id: bigint;
}

interface ChangesRow extends Record<string, unknown> {
  entity: string;
  op: AuditCause['op'];
  count: number;
  id: string;
}

/** What this transaction has told the feed so far, in the order of the first of each kind. */
export async function readOwnChanges(tx: Tx): Promise<WrittenChanges[]> {
  const rows = await tx.execute<ChangesRow>(sql`/* read_own_changes */
    select entity, op, count(*)::int as count, (array_agg(entity_id order by id))[1]::text as id
    from changes where xid = pg_current_xact_id() group by entity, op order by min(changes.id)`);
  return [...rows].map(({ entity, op, count, id }) => ({ entity, op, count, id: BigInt(id) }));
}
