import { enqueueFrom } from '../../delivery/enqueue-deliveries.ts';
import { textColumn, texts } from '../../intake/columns.ts';
import type { SignUpWork } from '../../intake/record-sign-ups.ts';
import type { Store } from '../../open/open-store.ts';

/** A piece: each is a transaction that holds the feed while it writes. */
const PIECE = 500;

const STATEMENT = `/* resume_sign_ups */
with waiting as materialized (
  select id, abonent_rosdomofon_id from sign_ups
  where company_id = $1::bigint and state = 'needs_review' and assignee is null
    and state_reason = any(${textColumn(2)}) and id > $3::bigint
  order by id limit ${PIECE}
), to_do as materialized (
  select $1::bigint as company_id, $4::bigint as integration_id, $5::text as kind,
    'abonent:' || abonent_rosdomofon_id as subject, id || ':' || $7::text as dedupe_key,
    jsonb_build_object('signUpId', id::text, 'abonentId', abonent_rosdomofon_id::text) as payload, $6::int as max_attempts, 0 as due_in_ms,
    null::text as requested_by, null::text as traceparent, id as position
  from waiting
), ${enqueueFrom('to_do')}
select count(*)::int as seen, max(id)::text as last, (select count(*) from delivery)::int as enqueued from waiting`;

/**
 * Those that wait for one of these reasons are looked at again: the mirror has learnt something. Once for each `cause`,
 * however often it is asked.
 */
export async function resumeSignUps(
  store: Store,
  given: SignUpWork & { companyId: bigint; reasons: readonly string[]; cause: string },
): Promise<number> {
  const { companyId, reasons, integrationId, kind, maxAttempts, cause } = given;
  let enqueued = 0;
  for (let after = '0'; ; ) {
    const [piece] = await store.run<{ seen: number; last: string | null; enqueued: number }>(STATEMENT, [
      companyId,
      texts(reasons),
      after,
      integrationId,
      kind,
      maxAttempts,
      cause,
    ]);
    enqueued += piece?.enqueued ?? 0;
    if (!piece?.last || piece.seen < PIECE) return enqueued;
    after = piece.last;
  }
}
