import { sql } from 'drizzle-orm';
import type { Executor } from '../db.ts';

/** Where an abonent lives, as far as the hub knows. */
export interface Home {
  readonly address: string | null;
  readonly flat: string | null;
}

interface Row extends Record<string, unknown> {
  readonly address: string | null;
  readonly flat: string | null;
}

/**
 * The mirror's flat of the abonent's account, else the newest sign-up with an address. Asked for the first message of a
 * dialog only.
 */
export async function findHome(
  db: Executor,
  { companyId, abonentRosdomofonId }: { companyId: bigint; abonentRosdomofonId: bigint },
): Promise<Home | null> {
  const [company, abonent] = [String(companyId), String(abonentRosdomofonId)];
  const [mirrored] = await db.execute<Row>(sql`/* find_home */
    select e.address_line as address, f.number as flat
    from accounts a
      join flats f on f.company_id = a.company_id and f.account_rosdomofon_id = a.rosdomofon_id and f.vanished_at is null
      left join entrances e on e.company_id = f.company_id and e.rosdomofon_id = f.entrance_rosdomofon_id
    where a.company_id = ${company}::bigint and a.owner_abonent_rosdomofon_id = ${abonent}::bigint
      and a.vanished_at is null
    order by f.id desc limit 1`);
  if (mirrored?.address) return mirrored;
  const [asked] = await db.execute<Row>(sql`/* find_home_of_sign_up */
    select concat_ws(', ', nullif(city, ''), nullif(street, ''), nullif(concat_ws(' ', house, block, building, housing), ''))
      as address, flat
    from sign_ups
    where company_id = ${company}::bigint and abonent_rosdomofon_id = ${abonent}::bigint and state <> 'network'
    order by id desc limit 1`);
  return asked ?? mirrored ?? null;
}
