import { type Runner, runOn } from '../open/run-on.ts';

export interface NewHookEvent {
  readonly integrationId: bigint;
  readonly companyId: bigint;
  /** What sort of hook it came by: the topic of its source. */
  readonly topic: string;
  /** Identity of an event that has one; the same again is not recorded. Null: each counts. */
  readonly key: string | null;
  /** JSON, without a secret in it. */
  readonly payload: string;
  /** What is secret about it, sealed; emptied when the event is done. */
  readonly secrets: Uint8Array | null;
  /** CRC-32 of the body as it came. */
  readonly hash: number;
}

/**
 * One row, before anybody is answered. The source comes with its first event. 0.3 ms, most of it the commit. The
 * sequence is one for all sources: their order is what counts, and gaps mean nothing.
 */
const STATEMENT = `/* record_hook_event */
with known as (
  select id from inbox_sources where integration_id = $1::bigint and topic = $3::text order by epoch desc limit 1
), made as (
  insert into inbox_sources (integration_id, topic) select $1::bigint, $3::text where not exists (select from known)
  on conflict (integration_id, topic, epoch) do update set topic = excluded.topic returning id
), event as (
  insert into inbox_events (source_id, partition, "offset", company_id, hash, state, key, payload, secrets)
  select id, 0, nextval('hook_events_offset'), $2::bigint, $4::bigint, 'pending', $5::text, $6::text,
    decode($7::text, 'hex')
  from (select id from known union all select id from made limit 1) as source
  on conflict do nothing returning "offset"
)
select (select count(*) from event)::int as count`;

/** False: it was there already. */
export async function recordHookEvent(runner: Runner, event: NewHookEvent): Promise<boolean> {
  const { integrationId, companyId, topic, hash, key, payload, secrets } = event;
  const [row] = await runOn<{ count: number }>(runner, STATEMENT, [
    integrationId,
    companyId,
    topic,
    hash,
    key,
    payload,
    secrets && Buffer.from(secrets).toString('hex'),
  ]);
  return row !== undefined && row.count > 0;
}
