import { sql } from 'drizzle-orm';
import type { Executor, Tx } from '../db.ts';

export interface PendingHookEvent {
  readonly sourceId: number;
  readonly offset: bigint;
  readonly topic: string;
  readonly payload: string;
  readonly secrets: Uint8Array | null;
  readonly receivedAt: Date;
}

interface Row extends Record<string, unknown> {
  source_id: number;
  offset: string;
  topic: string;
  payload: string | null;
  secrets: Uint8Array | null;
  received_at: string;
}

/**
 * The oldest that wait, in the order of their arrival, locked: whoever else looks at the same time passes over them. By
 * inbox_events_pending.
 */
export async function lockPendingHookEvents(
  tx: Tx,
  { integrationId, limit }: { integrationId: bigint; limit: number },
): Promise<PendingHookEvent[]> {
  const rows = await tx.execute<Row>(sql`/* lock_pending_hook_events */
    select e.source_id, e."offset"::text, s.topic, e.payload, e.secrets, e.received_at::text
    from inbox_events e join inbox_sources s on s.id = e.source_id
    where e.source_id in (
        select id from inbox_sources where integration_id = ${String(integrationId)}::bigint and topic like 'bitrix24:%'
      ) and e.state = 'pending'
    order by e."offset" limit ${limit}::int for update of e skip locked`);
  return [...rows].map((row) => ({
    sourceId: row.source_id,
    offset: BigInt(row.offset),
    topic: row.topic,
    payload: row.payload ?? '',
    secrets: row.secrets,
    receivedAt: new Date(row.received_at),
  }));
}

/** One event with its secret, as long as that is needed. */
export async function findHookEvent(
  db: Executor,
  { sourceId, offset }: { sourceId: number; offset: bigint },
): Promise<Pick<PendingHookEvent, 'payload' | 'secrets' | 'receivedAt'> | null> {
  const [row] = await db.execute<Row>(sql`/* find_hook_event */
    select payload, secrets, received_at::text from inbox_events
    where source_id = ${sourceId}::int and partition = 0 and "offset" = ${String(offset)}::bigint`);
  return row === undefined
    ? null
    : { payload: row.payload ?? '', secrets: row.secrets, receivedAt: new Date(row.received_at) };
}

export interface HookEventSettlement {
  readonly sourceId: number;
  readonly offset: bigint;
  readonly state: 'done' | 'dead';
  /** Why it is dead, in words for a person. */
  readonly reason: string | null;
  /** A delivery still needs its secret; it empties it itself. */
  readonly keepsSecrets?: boolean;
}

/** In the transaction that writes what follows from them. */
export async function settleHookEvents(tx: Tx, settlements: readonly HookEventSettlement[]): Promise<void> {
  for (const { sourceId, offset, state, reason, keepsSecrets } of settlements)
    await tx.execute(sql`/* settle_hook_event */
      update inbox_events set state = ${state}::text, reason = ${reason}::text,
        secrets = case when ${keepsSecrets ?? false}::boolean then secrets end
      where source_id = ${sourceId}::int and partition = 0 and "offset" = ${String(offset)}::bigint and state = 'pending'`);
}

/** What was secret about an event is used up. */
export async function emptyHookSecrets(
  tx: Tx,
  { sourceId, offset }: { sourceId: number; offset: bigint },
): Promise<void> {
  await tx.execute(sql`/* empty_hook_secrets */
    update inbox_events set secrets = null
    where source_id = ${sourceId}::int and partition = 0 and "offset" = ${String(offset)}::bigint`);
}
