import type { Store } from '../open/open-store.ts';
import { type Runner, runOn } from '../open/run-on.ts';

/** Whoever comes back with this value was sent away by us, for this integration. */
export interface OauthState {
  /** SHA-256 of what stands in the address. */
  readonly stateHash: Uint8Array;
  readonly integrationId: bigint;
  readonly companyId: bigint;
  readonly requestedBy: string;
}

/** A person signs in at the portal meanwhile. */
const VALID = `interval '15 minutes'`;

/** Old ones go with each new one, so that no job is needed. */
const ADD = `/* add_oauth_state */
with old as (delete from oauth_states where created_at < now() - interval '1 day')
insert into oauth_states (state_hash, integration_id, company_id, requested_by)
values (decode($1::text, 'hex'), $2::bigint, $3::bigint, $4::text)`;

export async function addOauthState(runner: Runner, given: OauthState): Promise<void> {
  const { stateHash, integrationId, companyId, requestedBy } = given;
  const hash = Buffer.from(stateHash).toString('hex');
  await runOn(runner, ADD, [hash, integrationId, companyId, requestedBy]);
}

const FIND = `/* find_oauth_states */
select encode(state_hash, 'hex') as hash from oauth_states
where state_hash in (select decode(hash, 'hex') from unnest(string_to_array($1, ',')) as hash)
  and used_at is null and created_at > now() - ${VALID}`;

/** Which of them (SHA-256, in hex) can be taken. Nothing is taken yet: those that were made up cost no transaction. */
export async function findOauthStates(store: Store, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await store.run<{ hash: string }>(FIND, [hashes.join()]);
  return new Set(rows.map(({ hash }) => hash));
}

const TAKE = `/* take_oauth_state */
update oauth_states set used_at = now()
where state_hash = decode($1::text, 'hex') and used_at is null and created_at > now() - ${VALID}
returning integration_id::text as "integrationId", company_id::text as "companyId"`;

/** Once: null for one that is unknown, too old, or was used. */
export async function takeOauthState(
  runner: Runner,
  stateHash: Uint8Array,
): Promise<{ integrationId: bigint; companyId: bigint } | null> {
  const [row] = await runOn<{ integrationId: string; companyId: string }>(runner, TAKE, [
    Buffer.from(stateHash).toString('hex'),
  ]);
  return row === undefined
    ? null
    : { integrationId: BigInt(row.integrationId), companyId: BigInt(row.companyId) };
}
