import type { Sql } from 'postgres';

/** A flat that nobody has signed up for yet. */
export interface FreeFlat {
  readonly entranceId: number;
  readonly flat: number;
  /** So many are connected for it. */
  readonly services: number;
}

interface Door {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly services: number;
}

/** Entrances whose flats are behind no other entrance of the house. */
const DOORS = `
  select e.rosdomofon_id::text as id, r.flat_start as start, r.flat_end as end,
    (select count(*) from entrance_services s where s.entrance_rosdomofon_id = e.rosdomofon_id)::int as services
  from entrances e join entrance_flat_ranges r on r.entrance_rosdomofon_id = e.rosdomofon_id
  where not exists (
    select from entrances o left join entrance_flat_ranges q on q.entrance_rosdomofon_id = o.rosdomofon_id
    where o.address_line = e.address_line and o.id <> e.id
      and (q.flat_start is null or q.flat_start <= r.flat_end and r.flat_start <= q.flat_end))
    and exists (select from entrance_services s where s.entrance_rosdomofon_id = e.rosdomofon_id)
  order by e.rosdomofon_id`;

/** Flats from door to door, as the mirror knows them. */
export async function freeFlats(sql: Sql): Promise<() => FreeFlat> {
  const doors = await sql.unsafe<Door[]>(DOORS);
  let given = 0;
  return () => {
    const door = doors[given % doors.length];
    if (door === undefined) throw new Error('the city has no door');
    const floor = Math.floor(given / doors.length);
    given += 1;
    return {
      entranceId: Number(door.id),
      flat: door.start + (floor % (door.end - door.start + 1)),
      services: door.services,
    };
  };
}
