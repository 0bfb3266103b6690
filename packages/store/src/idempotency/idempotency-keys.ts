import { jsonTexts } from '../delivery/json-column.ts';
import { type Runner, runOn } from '../open/run-on.ts';

export interface IdempotencyKey {
  readonly companyId: bigint;
  readonly key: string;
}

export interface Intention extends IdempotencyKey {
  readonly mutation: string;
  readonly inputHash: string;
}

export interface KnownIntention {
  readonly mutation: string;
  readonly inputHash: string;
  /** What was made. */
  readonly result: unknown;
}

/** How long a key is remembered. */
const REMEMBERED = `interval '24 hours'`;

/**
 * Waits for another transaction that is at the same key. Each new key forgets up to two old ones of any company, so
 * that there are never more than a day of them and no job is needed; what another transaction is at is left to it.
 */
const CLAIM = `/* claim_idempotency_key */
with old as (
  select company_id, key from idempotency_keys where created_at < now() - ${REMEMBERED} and (company_id, key) <> ($1, $2)
  order by created_at limit 2 for update skip locked
), forgotten as (
  delete from idempotency_keys k using old where k.company_id = old.company_id and k.key = old.key
)
insert into idempotency_keys as k (company_id, key, mutation, input_hash) values ($1, $2, $3, $4)
on conflict (company_id, key) do update set mutation = excluded.mutation, input_hash = excluded.input_hash,
  result = null, created_at = now() where k.created_at < now() - ${REMEMBERED}
returning 1`;

const FIND = `/* find_idempotency_key */
select mutation, input_hash as "inputHash", result from idempotency_keys where company_id = $1 and key = $2`;

/** Null: the key is the caller's now. Otherwise what it was used for. */
export async function claimIdempotencyKey(
  runner: Runner,
  { companyId, key, mutation, inputHash }: Intention,
): Promise<KnownIntention | null> {
  for (;;) {
    const claimed = await runOn(runner, CLAIM, [companyId, key, mutation, inputHash]);
    if (claimed.length > 0) return null;
    const [known] = await runOn<KnownIntention>(runner, FIND, [companyId, key]);
    // Released between the two statements: it is to be had now.
    if (known) return known;
  }
}

/** `result` is what JSON can say. */
export async function saveIdempotencyResult(
  runner: Runner,
  { companyId, key }: IdempotencyKey,
  result: unknown,
): Promise<void> {
  await runOn(
    runner,
    '/* save_idempotency_result */ update idempotency_keys set result = $3::text::jsonb where company_id = $1 and key = $2',
    [companyId, key, jsonTexts([result])],
  );
}
