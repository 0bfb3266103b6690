import type { Store } from '../open/open-store.ts';
import { milliseconds, numbers, textColumn, texts } from './columns.ts';
import { intakeStatement, runIntake } from './inbox-statement.ts';
import { distinctOffsets, type IntakeRow, type IntakeTarget, type Recorded } from './intake-row.ts';
import { KNOWN_ABONENT } from './known-abonent.ts';

export interface OutgoingMessageRow extends IntakeRow {
  readonly channel: string;
  readonly text: string;
  readonly sentAt: Date;
  /** The record's own time, whether it can be believed or not: by it a message that began here is known again. */
  readonly recordedMs: number;
  /** Nobody for a broadcast. The same abonent twice gets one message. */
  readonly recipients: readonly { readonly abonentRosdomofonId: number; readonly phone: string | null }[];
}

export interface RecordedOutgoingMessages extends Recorded {
  readonly started: number;
}

/**
 * The message of ours that a record brings back: text, abonent and millisecond are the same, and no other one of the
 * conversation has that millisecond. Two probes, of conversations_abonent and messages_own; what others send has none. The
 * conversation is asked for as the first one from its key on: to an equality any index that begins with the company looks
 * as good while the table is empty, and only this one has the order.
 */
const OWN = `select m.id from messages m
  where f.is_fresh and m.author is not null and m.text = f.text
    and m.sent_at = to_timestamp(f.recorded_ms / 1000) and m.conversation_id = (
      select case when (c.abonent_rosdomofon_id, c.channel) = (r.abonent_id, f.channel) then c.id end
      from conversations c
      where (c.company_id, c.abonent_rosdomofon_id, c.channel) >= ($3::bigint, r.abonent_id, f.channel)
        and c.company_id = $3::bigint
      order by c.company_id, c.abonent_rosdomofon_id, c.channel limit 1
    )
  limit 1`;

/**
 * One that began here is not added a second time: whatever was known of its sending before, now it is certain. A
 * conversation that begins with a record waits for the abonent (`pending`); the state of a known one stays.
 * Everything else is as in record_incoming_messages.
 */
const STATEMENT = intakeStatement(
  (inbox) => `/* record_outgoing_messages */
with event as materialized (
  select *, to_timestamp(sent_ms / 1000) as sent_at from unnest($4::bigint[], $5::bigint[], ${textColumn(6)}, ${textColumn(7)}, ${textColumn(8)},
    $9::float8[], $13::float8[]) as t("offset", hash, payload, channel, text, sent_ms, recorded_ms)
), recipient as materialized (
  select * from unnest($10::bigint[], $11::bigint[], ${textColumn(12)}) as t("offset", abonent_id, phone)
), ${inbox}, sent as materialized (
  select r.abonent_id, r.phone, f.channel, f.text, f.sent_at, "offset", f.is_fresh, own.id as own_id
  from recipient r full join fresh f using ("offset") left join lateral (${OWN}) own on true
), addressed as not materialized (
  select * from sent where is_fresh and abonent_id is not null and own_id is null
), read_back as (
  update messages m set state = 'sent', source_id = $1::int, partition = $2::int, "offset" = s."offset",
    failure_code = null, failure_reason = null, is_outcome_unknown = false
  from sent s where m.id = any(array[s.own_id]) and m.source_id is null
  returning m.id, old.state <> 'sent' or old.is_outcome_unknown as is_changed
), person as materialized (
  select distinct on (abonent_id) abonent_id, phone, sent_at
  from addressed order by abonent_id, phone is null, sent_at desc, "offset" desc
), abonent as (
  insert into abonents as a (company_id, rosdomofon_id, phone, seen_at)
  select $3::bigint, p.abonent_id, p.phone, p.sent_at
  from person p left join lateral (${KNOWN_ABONENT}) k on true
  where k.id is null or (p.phone <> k.phone and p.sent_at >= k.seen_at) or (p.phone is not null and k.phone is null)
  order by p.abonent_id
  on conflict (company_id, rosdomofon_id) do update set phone = excluded.phone, seen_at = excluded.seen_at
    where excluded.phone is not null and (a.phone is null or excluded.seen_at >= a.seen_at)
), conversation as (
  insert into conversations as c (company_id, abonent_rosdomofon_id, channel, state, last_message_at)
  select $3::bigint, abonent_id, channel, 'pending', max(sent_at) from addressed
  group by abonent_id, channel order by abonent_id, channel
  on conflict (company_id, abonent_rosdomofon_id, channel) do update set
    last_message_at = greatest(c.last_message_at, excluded.last_message_at)
  returning id, abonent_rosdomofon_id as abonent_id, channel, old.id is null as is_new
), message as (
  insert into messages (company_id, conversation_id, direction, state, text, source_id, partition, "offset", sent_at)
  select $3::bigint, c.id, 'out', 'sent', a.text, $1::int, $2::int, a."offset", a.sent_at
  from addressed a full join conversation c using (abonent_id, channel) order by a."offset", c.id
  returning id
), change as (
  insert into changes (company_id, entity, entity_id, op)
  select $3::bigint, 'conversation', id, case when is_new then 'added' else 'changed' end from conversation
  union all select $3::bigint, 'message', id, 'added' from message
  union all select $3::bigint, 'message', id, 'changed' from read_back where is_changed
)
select (select count(*) from fresh)::int as fresh, (select count(*) from conversation where is_new)::int as started,
  exists (select from clash) as recreated`,
);

/** Messages to abonents, whoever sent them: one, unless it began here, in the conversation of each recipient. What is unread stays so. */
export async function recordOutgoingMessages(
  store: Store,
  { sourceId, partition, companyId }: IntakeTarget,
  given: readonly OutgoingMessageRow[],
): Promise<RecordedOutgoingMessages> {
  const rows = distinctOffsets(given);
  if (rows.length === 0) return { fresh: 0, started: 0, recreated: false };
  const recipients = rows.flatMap(({ offset, recipients: of }) => {
    const distinct = new Map(of.map((recipient) => [recipient.abonentRosdomofonId, recipient]));
    return [...distinct.values()].map((recipient) => ({ offset, ...recipient }));
  });
  return runIntake<RecordedOutgoingMessages>(store, STATEMENT, [
    sourceId,
    partition,
    companyId,
    numbers(rows.map((row) => row.offset)),
    numbers(rows.map((row) => row.hash)),
    texts(rows.map((row) => row.payload)),
    texts(rows.map((row) => row.channel)),
    texts(rows.map((row) => row.text)),
    milliseconds(rows.map((row) => row.sentAt)),
    numbers(recipients.map((recipient) => recipient.offset)),
    numbers(recipients.map((recipient) => recipient.abonentRosdomofonId)),
    texts(recipients.map((recipient) => recipient.phone)),
    numbers(rows.map((row) => row.recordedMs)),
  ]);
}
