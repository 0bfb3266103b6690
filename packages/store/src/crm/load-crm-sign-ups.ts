import { sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';
import { bigintArray, textArray } from '../page/bigint-array.ts';

/** What decides what a CRM is told of a sign-up. */
export interface CrmSignUp {
  readonly id: bigint;
  readonly abonentId: bigint;
  /** State of the abonent's contact; null: none is known. */
  readonly contact: string | null;
  /** State of the sign-up's deal; null: none is known. */
  readonly deal: string | null;
  /** Lines of its timeline that are told there and were not yet, oldest first. */
  readonly untoldEvents: readonly bigint[];
}

interface Asked {
  readonly integrationId: bigint;
  readonly companyId: bigint;
  readonly remoteKind: string;
  /** Kinds of the timeline that are told. */
  readonly toldKinds: readonly string[];
}

interface Row extends Record<string, unknown> {
  readonly id: string;
  readonly abonentId: string;
  readonly contact: string | null;
  readonly deal: string | null;
  readonly untoldEvents: string;
}

const columns = ({ integrationId, remoteKind, toldKinds }: Asked) => sql`
  s.id::text as id, s.abonent_rosdomofon_id::text as "abonentId",
  (select c.state from external_refs c where c.integration_id = ${integrationId} and c.entity = 'abonent'
    and c.entity_id = s.abonent_rosdomofon_id and c.remote_kind = 'contact') as contact,
  (select d.state from external_refs d where d.integration_id = ${integrationId} and d.entity = 'sign_up'
    and d.entity_id = s.id and d.remote_kind = ${remoteKind}) as deal,
  (select coalesce(array_agg(e.id order by e.id), '{}')::text from sign_up_events e
    where e.sign_up_id = s.id and e.kind = any(${textArray(toldKinds)})
      and not exists (select from external_refs r where r.integration_id = ${integrationId}
        and r.entity = 'sign_up_event' and r.entity_id = e.id and r.remote_kind = 'timeline_comment')
  ) as "untoldEvents"`;

const toSignUp = ({ id, abonentId, contact, deal, untoldEvents }: Row): CrmSignUp => ({
  id: BigInt(id),
  abonentId: BigInt(abonentId),
  contact,
  deal,
  untoldEvents: (untoldEvents.match(/\d+/g) ?? []).map(BigInt),
});

/** By id; those of the network are nobody's. */
export async function loadCrmSignUps(
  db: Executor,
  asked: Asked & { readonly ids: readonly bigint[] },
): Promise<CrmSignUp[]> {
  const rows = await db.execute<Row>(sql`/* load_crm_sign_ups */ select ${columns(asked)} from sign_ups s
    where s.id = any(${bigintArray(asked.ids)}) and s.company_id = ${asked.companyId} and s.state <> 'network'
    order by s.id`);
  return rows.map(toSignUp);
}

/** A page of those that were asked for since a day, by id: for a portal that is connected later. */
export async function listCrmSignUpsSince(
  db: Executor,
  asked: Asked & { readonly since: Date; readonly after: bigint; readonly limit: number },
): Promise<CrmSignUp[]> {
  const { companyId, since, after, limit } = asked;
  const rows =
    await db.execute<Row>(sql`/* list_crm_sign_ups_since */ select ${columns(asked)} from sign_ups s
    where s.id > ${after} and s.company_id = ${companyId} and s.state <> 'network'
      and s.requested_at >= ${since.toISOString()}::timestamptz
    order by s.id limit ${limit}`);
  return rows.map(toSignUp);
}
