import { numbers, textColumn, texts } from '../intake/columns.ts';
import { type Runner, runOn } from '../open/run-on.ts';
import { jsonTexts } from './json-column.ts';

/** A delivery before it is one. */
export interface NewDelivery {
  readonly companyId: bigint;
  /** The target. */
  readonly integrationId: bigint;
  readonly kind: string;
  readonly subject: string;
  /** Of two with the same target, kind and key only the first becomes a row. */
  readonly dedupeKey: string;
  readonly payload: unknown;
  readonly maxAttempts: number;
  /** From now, by the database's clock. */
  readonly dueInMs?: number;
  readonly requestedBy?: string | null;
  readonly traceparent?: string | null;
}

export interface EnqueuedDelivery {
  readonly id: bigint;
  /** False: it was there already. */
  readonly isNew: boolean;
}

/**
 * CTEs `delivery` and `delivery_change` out of a relation with company_id, integration_id, kind, subject, dedupe_key,
 * payload, max_attempts, due_in_ms, requested_by, traceparent and `position`, which orders the new ids: those of one
 * subject are sent by id. For statements that write the rows which cause the deliveries.
 */
export const enqueueFrom = (relation: string): string => `
delivery as (
  insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, payload, max_attempts, due_at,
    requested_by, traceparent)
  select company_id, integration_id, kind, subject, dedupe_key, payload, max_attempts,
    now() + due_in_ms * interval '1 ms', requested_by, traceparent
  from ${relation} order by position
  on conflict (integration_id, kind, dedupe_key) do nothing
  returning id, company_id, integration_id, kind, dedupe_key
), delivery_change as (
  insert into changes (company_id, entity, entity_id, op)
  select company_id, 'delivery', id, 'added' from delivery order by id
)`;

/**
 * The last join is written so that only deliveries_dedupe can answer it, one probe for each that was known: a plain
 * one is planned on an empty table as a hash of all deliveries, and stays so when they are many.
 */
const STATEMENT = `/* enqueue_deliveries */
with given as materialized (
  select company_id, integration_id, kind, subject, dedupe_key, payload::jsonb as payload, max_attempts, due_in_ms,
    requested_by, traceparent, position
  from unnest($1::bigint[], $2::bigint[], ${[3, 4, 5, 6].map(textColumn).join(', ')}, $7::int[], $8::int[],
    ${textColumn(9)}, ${textColumn(10)}) with ordinality
    as t(company_id, integration_id, kind, subject, dedupe_key, payload, max_attempts, due_in_ms, requested_by,
      traceparent, position)
), ${enqueueFrom('given')}
select g.position::int, coalesce(n.id, o.id)::text as id, n.id is not null as "isNew"
from given g
  left join delivery n on (n.integration_id, n.kind, n.dedupe_key) = (g.integration_id, g.kind, g.dedupe_key)
  left join lateral (
    select id from deliveries
    where n.id is null and integration_id = g.integration_id and kind = g.kind
      and dedupe_key >= g.dedupe_key and dedupe_key <= g.dedupe_key
    order by dedupe_key limit 1
  ) o on true`;

interface Row {
  readonly position: number;
  readonly id: string | null;
  readonly isNew: boolean;
}

/** In the order of what was given. Whoever enqueues tells the workers after the commit: notifyDeliveries. */
export async function enqueueDeliveries(
  runner: Runner,
  given: readonly NewDelivery[],
): Promise<EnqueuedDelivery[]> {
  if (given.length === 0) return [];
  const args = [
    numbers(given.map((row) => row.companyId)),
    numbers(given.map((row) => row.integrationId)),
    texts(given.map((row) => row.kind)),
    texts(given.map((row) => row.subject)),
    texts(given.map((row) => row.dedupeKey)),
    jsonTexts(given.map((row) => row.payload)),
    numbers(given.map((row) => row.maxAttempts)),
    numbers(given.map((row) => row.dueInMs ?? 0)),
    texts(given.map((row) => row.requestedBy ?? null)),
    texts(given.map((row) => row.traceparent ?? null)),
  ];
  const made = new Set<string>();
  for (;;) {
    const rows = await runOn<Row>(runner, STATEMENT, args);
    for (const { id, isNew } of rows) if (isNew && id !== null) made.add(id);
    // Without an id: another transaction added it after this statement's snapshot. The next one sees it.
    if (rows.every((row) => row.id !== null)) return inOrder(rows, made);
  }
}

/** The same key twice in one batch is one row, and only the first of the two made it. */
const inOrder = (rows: readonly Row[], made: Set<string>): EnqueuedDelivery[] =>
  rows
    .toSorted((a, b) => a.position - b.position)
    .map(({ id }) => ({ id: BigInt(id ?? 0), isNew: id !== null && made.delete(id) }));
