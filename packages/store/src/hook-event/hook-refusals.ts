import { sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import type { Store } from '../open/open-store.ts';
import { bigintArray } from '../page/bigint-array.ts';

/** Why a web hook was turned away. */
export type HookRefusal = 'token_missing' | 'token_foreign' | 'rate' | 'unreadable';

const COUNT = `/* count_hook_refusals */
insert into hook_refusals as r (integration_id, company_id, reason, count, last_at)
values ($1, $2, $3, $4, now())
on conflict (integration_id, reason) do update set count = r.count + excluded.count, last_at = excluded.last_at`;

/** Several at once: a flood of forged events is one statement a second, not one each. */
export async function countHookRefusals(
  store: Store,
  given: { integrationId: bigint; companyId: bigint; reason: HookRefusal; count: number },
): Promise<void> {
  await store.run(COUNT, [given.integrationId, given.companyId, given.reason, given.count]);
}

export interface HookRefusalRow {
  readonly integrationId: bigint;
  readonly reason: string;
  readonly count: bigint;
  readonly lastAt: Date;
}

/** Of the company's integrations. */
export async function loadHookRefusals(
  { db, companyId }: CompanyReader,
  integrationIds: readonly bigint[],
): Promise<HookRefusalRow[]> {
  const rows = await db.execute<{ integration_id: string; reason: string; count: string; last_at: string }>(
    sql`select integration_id::text, reason, count::text, last_at::text from hook_refusals
      where company_id = ${String(companyId)}::bigint and integration_id = any(${bigintArray(integrationIds)}) order by reason`,
  );
  return [...rows].map((row) => ({
    integrationId: BigInt(row.integration_id),
    reason: row.reason,
    count: BigInt(row.count),
    lastAt: new Date(row.last_at),
  }));
}

/** Those of the company's integrations whose events are told from forged ones by a token that is known. */
export async function listBelievedIntegrations(
  { db, companyId }: CompanyReader,
  integrationIds: readonly bigint[],
): Promise<bigint[]> {
  const rows = await db.execute<{ id: string }>(
    sql`select distinct i.id::text from integrations i join hook_tokens t on t.integration_id = i.id
      where i.company_id = ${String(companyId)}::bigint and i.id = any(${bigintArray(integrationIds)})`,
  );
  return [...rows].map(({ id }) => BigInt(id));
}
