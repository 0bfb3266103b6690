import { enqueueFrom } from '../delivery/enqueue-deliveries.ts';
import type { Store } from '../open/open-store.ts';
import { milliseconds, numbers, textColumn, texts } from './columns.ts';
import { intakeStatement, runIntake } from './inbox-statement.ts';
import { distinctOffsets, type IntakeRow, type IntakeTarget, type Recorded } from './intake-row.ts';
import { KNOWN_ABONENT } from './known-abonent.ts';

export interface IncomingMessageRow extends IntakeRow {
  readonly abonentRosdomofonId: number;
  readonly phone: string | null;
  readonly channel: string;
  readonly text: string;
  readonly sentAt: Date;
}

export interface RecordedIncomingMessages extends Recorded {
  /** Conversations that began with one of these messages. */
  readonly started: number;
  /** Deliveries that somebody has to be woken for. */
  readonly enqueued: number;
}

/** The delivery with which an automatic answer is thought over. */
export interface AnswerWork {
  readonly integrationId: bigint;
  readonly kind: string;
  readonly maxAttempts: number;
}

/**
 * Where the company has automatic answers, each conversation with news gets a delivery that thinks one over: there
 * with the messages, or not at all.
 *
 * Conversations and abonents are sorted by their key: two chunks at once lock them in the same order.
 *
 * Chunks of 500 beside a raw loop of `insert … select unnest` into one table, in one run: 200 B 37–58 % of its rate,
 * three partitions at a time 43–68 %; 1 KB 39–57 % and 40–69 %. One backend alone, median of 16 interleaved rounds on
 * a busy machine: 54 µs per message while the list moved with every message, 44 with it moving by quarters of an hour,
 * 38 without `on conflict` at the inbox. Of these the conversations' rows in `changes` take 5, the probe of abonents 2.
 */
const STATEMENT = intakeStatement(
  (inbox) => `/* record_incoming_messages */
with event as materialized (
  select *, to_timestamp(sent_ms / 1000) as sent_at
  from unnest($4::bigint[], $5::bigint[], ${textColumn(6)}, $7::bigint[], ${textColumn(8)}, ${textColumn(9)},
    ${textColumn(10)}, $11::float8[]) as t("offset", hash, payload, abonent_id, phone, channel, text, sent_ms)
), ${inbox}, person as materialized (
  select distinct on (abonent_id) abonent_id, phone, sent_at
  from fresh order by abonent_id, phone is null, sent_at desc, "offset" desc
), abonent as (
  insert into abonents as a (company_id, rosdomofon_id, phone, seen_at)
  select $3::bigint, p.abonent_id, p.phone, p.sent_at
  from person p left join lateral (${KNOWN_ABONENT}) k on true
  where k.id is null or (p.phone <> k.phone and p.sent_at >= k.seen_at) or (p.phone is not null and k.phone is null)
  order by p.abonent_id
  on conflict (company_id, rosdomofon_id) do update set phone = excluded.phone, seen_at = excluded.seen_at
    where excluded.phone is not null and (a.phone is null or excluded.seen_at >= a.seen_at)
), conversation as (
  insert into conversations as c (company_id, abonent_rosdomofon_id, channel, unread, last_message_at)
  select $3::bigint, abonent_id, channel, count(*), max(sent_at) from fresh
  group by abonent_id, channel order by abonent_id, channel
  on conflict (company_id, abonent_rosdomofon_id, channel) do update set
    unread = c.unread + excluded.unread, state = 'open', snoozed_until = null, snoozed_by = null,
    last_message_at = greatest(c.last_message_at, excluded.last_message_at)
  returning id, abonent_rosdomofon_id as abonent_id, channel, old.id is null as is_new
), message as (
  insert into messages (company_id, conversation_id, direction, state, text, source_id, partition, "offset", sent_at)
  select $3::bigint, c.id, 'in', 'received', f.text, $1::int, $2::int, f."offset", f.sent_at
  from fresh f full join conversation c using (abonent_id, channel) order by f."offset"
  returning id, conversation_id
), change as (
  insert into changes (company_id, entity, entity_id, op)
  select $3::bigint, 'conversation', id, case when is_new then 'added' else 'changed' end from conversation
  union all select $3::bigint, 'message', id, 'added' from message
), to_do as materialized (
  select $3::bigint as company_id, $12::bigint as integration_id, $13::text as kind,
    'conversation:' || conversation_id as subject, max(id)::text as dedupe_key,
    jsonb_build_object('conversationId', conversation_id::text, 'firstMessageId', min(id)::text,
      'messageId', max(id)::text) as payload,
    $14::int as max_attempts, 0 as due_in_ms, null::text as requested_by, null::text as traceparent, max(id) as position
  from message
  where $12::bigint is not null and exists (
    select from messaging_policies where company_id = $3::bigint and auto_replies is not null)
  group by conversation_id
), ${enqueueFrom('to_do')}
select (select count(*) from delivery)::int as enqueued, (select count(*) from fresh)::int as fresh, (select count(*) from conversation where is_new)::int as started,
  exists (select from clash) as recreated`,
);

/**
 * Messages from abonents, each with its effects: the conversation is opened or reopened and counts one more unread.
 * One statement, therefore one transaction and one round trip: it cannot be half committed.
 */
export async function recordIncomingMessages(
  store: Store,
  { sourceId, partition, companyId }: IntakeTarget,
  given: readonly IncomingMessageRow[],
  work: AnswerWork | null = null,
): Promise<RecordedIncomingMessages> {
  const rows = distinctOffsets(given);
  if (rows.length === 0) return { fresh: 0, started: 0, enqueued: 0, recreated: false };
  return runIntake<RecordedIncomingMessages>(store, STATEMENT, [
    sourceId,
    partition,
    companyId,
    numbers(rows.map((row) => row.offset)),
    numbers(rows.map((row) => row.hash)),
    texts(rows.map((row) => row.payload)),
    numbers(rows.map((row) => row.abonentRosdomofonId)),
    texts(rows.map((row) => row.phone)),
    texts(rows.map((row) => row.channel)),
    texts(rows.map((row) => row.text)),
    milliseconds(rows.map((row) => row.sentAt)),
    work?.integrationId ?? null,
    work?.kind ?? null,
    work?.maxAttempts ?? null,
  ]);
}
