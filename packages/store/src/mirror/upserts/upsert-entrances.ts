import { numbers, textColumn, texts } from '../../intake/columns.ts';
import type { Runner } from '../../open/run-on.ts';
import { addressWords } from '../../search/address-words.ts';
import {
  type MirrorAuthor,
  type Mirrored,
  orUpdate,
  RUN,
  runMirrorChunk,
  toldAs,
} from '../mirror-statement.ts';

export interface EntranceMirrorRow {
  readonly rosdomofonId: number;
  readonly addressLine: string;
  readonly serviceRosdomofonIds: readonly number[];
}

const COLUMNS = ['address_line', 'address_words'] as const;

const STATEMENT = `/* upsert_entrances */
with ${RUN}, given as materialized (
  select * from unnest($3::bigint[], ${textColumn(4)}, ${textColumn(5)}) as t(rosdomofon_id, ${COLUMNS.join()})
), offered as materialized (
  select run.company_id, t.entrance_id, t.service_id
  from run cross join unnest($6::bigint[], $7::bigint[]) as t(entrance_id, service_id)
), gone as (
  delete from entrance_services es using run, given g
  where es.company_id = run.company_id and es.entrance_rosdomofon_id = g.rosdomofon_id
    and (es.entrance_rosdomofon_id, es.service_rosdomofon_id) not in (select entrance_id, service_id from offered)
  returning es.entrance_rosdomofon_id as entrance_id
), come as (
  insert into entrance_services (company_id, entrance_rosdomofon_id, service_rosdomofon_id)
  select company_id, entrance_id, service_id from offered order by entrance_id, service_id
  on conflict do nothing returning entrance_rosdomofon_id as entrance_id
), written as (
  insert into entrances as m (company_id, rosdomofon_id, ${COLUMNS.join()}, synced_at, changed_at)
  select run.company_id, g.*, clock_timestamp(), clock_timestamp() from run cross join given g order by g.rosdomofon_id
  ${orUpdate(COLUMNS, {
    isTouched:
      'm.rosdomofon_id = any(array(select entrance_id from gone union all select entrance_id from come))',
  })}
), ${toldAs('entrance')}`;

/** Entrances as their list tells them, each with exactly these services. */
export function upsertEntrances(
  runner: Runner,
  by: MirrorAuthor,
  given: readonly EntranceMirrorRow[],
): Promise<Mirrored> {
  return runMirrorChunk(runner, by, STATEMENT, given, (rows) => {
    const offered = rows.flatMap(({ rosdomofonId, serviceRosdomofonIds }) =>
      [...new Set(serviceRosdomofonIds)].map((serviceId) => ({ entranceId: rosdomofonId, serviceId })),
    );
    return [
      numbers(rows.map((row) => row.rosdomofonId)),
      texts(rows.map((row) => row.addressLine)),
      texts(rows.map((row) => addressWords(row.addressLine).join(' '))),
      numbers(offered.map(({ entranceId }) => entranceId)),
      numbers(offered.map(({ serviceId }) => serviceId)),
    ];
  });
}
