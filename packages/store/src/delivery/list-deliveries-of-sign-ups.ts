import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { CompanyReader } from '../company/company-reader.ts';
import { bigintArray } from '../page/bigint-array.ts';
import { deliveries } from '../schema/delivery.ts';
import { integrations } from '../schema/integration.ts';
import { signUps } from '../schema/sign-up.ts';
import type { DeliveryRow } from './delivery-filter.ts';

/**
 * What is and was done about each sign-up, newest first. Deliveries have the abonent as their subject, who may have asked
 * several times: the payload says about which one. What is settled and what is open have an index each.
 */
export async function listDeliveriesOfSignUps(
  { db, companyId }: CompanyReader,
  { signUpIds, limit }: { signUpIds: readonly bigint[]; limit: number },
): Promise<{ signUpId: bigint; delivery: DeliveryRow }[]> {
  const { subject, state, payload } = deliveries;
  const branch = (which: SQL) => sql`(select ${deliveries.id} from ${deliveries}
    where ${deliveries.companyId} = ${companyId} and ${which}
      and ${subject} = any(array[asked.subject, asked.subject || ':messages'])
      and ${payload} ->> 'signUpId' = asked.id::text
    order by ${deliveries.id} desc limit ${limit})`;
  const own = sql`any(array(select ${integrations.id} from ${integrations} where ${integrations.companyId} = ${companyId}))`;
  const found = sql`${deliveries.id} = any(array(
    select child.id from (
      select ${signUps.id} as id, 'abonent:' || ${signUps.abonentRosdomofonId} as subject from ${signUps}
      where ${signUps.id} = any(${bigintArray(signUpIds)}) and ${signUps.companyId} = ${companyId}
    ) as asked cross join lateral (
      select id from (${branch(sql`${state} in ('delivered', 'dead', 'skipped')`)} union all
        ${branch(sql`${state} in ('pending', 'leased') and ${deliveries.integrationId} = ${own}`)}) as both_kinds
      order by id desc limit ${limit}
    ) as child))`;
  const rows = await db
    .select()
    .from(deliveries)
    .where(and(found, eq(deliveries.companyId, companyId)))
    .orderBy(desc(deliveries.id));
  return rows.map((delivery) => ({ signUpId: signUpIdOf(delivery), delivery }));
}

/** The statement has found it by this. */
const signUpIdOf = ({ payload }: DeliveryRow): bigint =>
  typeof payload === 'object' && payload !== null && 'signUpId' in payload
    ? BigInt(String(payload.signUpId))
    : 0n;
