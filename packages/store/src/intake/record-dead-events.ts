import type { Store } from '../open/open-store.ts';
import { numbers, textColumn, texts } from './columns.ts';
import { CLASH } from './inbox-statement.ts';
import { distinctOffsets, type IntakeTarget, type Recorded } from './intake-row.ts';

export interface DeadEventRow {
  readonly offset: bigint;
  readonly hash: number;
  /** The value's bytes, which need not be text; null for a record without a value. */
  readonly raw: Uint8Array | null;
  /** What is wrong, where, in words for a person. */
  readonly reason: string;
  /** The record's own: what is made of it when it is read again. Left out: not known. */
  readonly timestampMs?: number;
}

/** Not measured: dead events are rare. Its plan is judged with the others. */
const STATEMENT = `/* record_dead_events */
with event as materialized (
  select * from unnest($4::bigint[], $5::bigint[], ${textColumn(6)}, ${textColumn(7)}, $8::bigint[])
    as t("offset", hash, raw, reason, timestamp_ms)
), ${CLASH}, inbox as (
  insert into inbox_events (source_id, partition, company_id, "offset", hash, state, raw, reason, timestamp_ms)
  select $1::int, $2::int, $3::bigint, "offset", hash, 'dead', decode(raw, 'hex'), reason, timestamp_ms
  from event where not exists (select from clash)
  on conflict do nothing
  returning "offset"
)
select (select count(*) from inbox)::int as fresh, exists (select from clash) as recreated`;

/** Records that cannot be read: kept with their bytes and a reason. They have no other effect and stop nobody. */
export async function recordDeadEvents(
  store: Store,
  { sourceId, partition, companyId }: IntakeTarget,
  given: readonly DeadEventRow[],
): Promise<Recorded> {
  const rows = distinctOffsets(given);
  if (rows.length === 0) return { fresh: 0, recreated: false };
  const [recorded] = await store.run<Recorded>(STATEMENT, [
    sourceId,
    partition,
    companyId,
    numbers(rows.map((row) => row.offset)),
    numbers(rows.map((row) => row.hash)),
    texts(rows.map((row) => row.raw && Buffer.from(row.raw).toString('hex'))),
    texts(rows.map((row) => row.reason)),
    // Beyond what a number holds exactly it is no time, and may be none that the column takes.
    numbers(
      rows.map(({ timestampMs }) => (Number.isSafeInteger(timestampMs) ? (timestampMs ?? null) : null)),
    ),
  ]);
  if (recorded === undefined) throw new TypeError('the statement gives one row');
  return recorded;
}
