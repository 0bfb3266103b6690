import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import type { Change } from '../feed/read-feed-page.ts';

/** What of the feed can be found again in the rows themselves, when the feed has forgotten it. */
export type RecoverableEntity = Extract<Change['entity'], 'sign_up' | 'account' | 'service' | 'message'>;

/** `r` is the row, `$since` the moment; a message does not change long after it was said. */
const CHANGED: Readonly<Record<RecoverableEntity, (since: SQL, company: SQL) => SQL>> = {
  sign_up: (since) => sql`sign_ups r where r.updated_at >= ${since}`,
  account: (since) => sql`accounts r where r.changed_at >= ${since}`,
  service: (since) => sql`services r where r.changed_at >= ${since}`,
  // By the conversations, whose list is indexed by time; the messages themselves are not.
  message: (since, company) => sql`messages r where r.sent_at >= ${since} and r.conversation_id in (
    select c.id from conversations c where c.company_id = ${company} and c.last_message_at >= ${since})`,
};

/** A page of the rows of a company that are new or have changed since a moment, by id. */
export async function listChangedRows(
  db: Executor,
  given: {
    readonly companyId: bigint;
    readonly entity: RecoverableEntity;
    readonly since: Date;
    readonly after: bigint;
    readonly limit: number;
  },
): Promise<bigint[]> {
  const company = sql`${given.companyId}::bigint`;
  const since = sql`${given.since.toISOString()}::timestamptz`;
  const rows = await db.execute<{ id: string }>(sql`/* list_changed_rows */
    select r.id::text as id from ${CHANGED[given.entity](since, company)}
      and r.company_id = ${company} and r.id > ${given.after}::bigint
    order by r.id limit ${given.limit}::int`);
  return rows.map(({ id }) => BigInt(id));
}
