import type { Store } from '../open/open-store.ts';

/** An integration that may be sent events, and the tokens that those events have to carry. */
export interface HookTarget {
  readonly integrationId: bigint;
  readonly companyId: bigint;
  /** SHA-256 of each token that is known to be the portal's. */
  readonly tokenHashes: readonly Uint8Array[];
  /** Has the portal told the token of the application? Until then nobody can know it. */
  readonly hasApplicationToken: boolean;
}

const STATEMENT = `/* find_hook_target */
select i.id as "integrationId", i.company_id as "companyId",
  coalesce((select string_agg(encode(token_hash, 'hex'), ',') from hook_tokens t where t.integration_id = i.id), '')
    as hashes,
  exists (select from hook_tokens t where t.integration_id = i.id and t.origin = 'application')
    as "hasApplicationToken"
from integrations i where i.id = $1 and i.kind = 'bitrix24'`;

/** Null: there is no such integration. Two probes, 0.1 ms. */
export async function findHookTarget(store: Store, integrationId: bigint): Promise<HookTarget | null> {
  const [row] = await store.run<Omit<HookTarget, 'tokenHashes'> & { hashes: string }>(STATEMENT, [
    integrationId,
  ]);
  if (row === undefined) return null;
  const { hashes, ...target } = row;
  return {
    ...target,
    tokenHashes: hashes === '' ? [] : hashes.split(',').map((hash) => Buffer.from(hash, 'hex')),
  };
}
