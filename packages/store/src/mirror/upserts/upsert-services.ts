import { numbers, textColumn, texts } from '../../intake/columns.ts';
import type { Runner } from '../../open/run-on.ts';
import {
  type MirrorAuthor,
  type Mirrored,
  orUpdate,
  RUN,
  runMirrorChunk,
  toldAs,
} from '../mirror-statement.ts';

export interface ServiceMirrorRow {
  readonly rosdomofonId: number;
  readonly name: string;
  readonly customName: string | null;
  readonly type: string;
}

const COLUMNS = ['name', 'custom_name', 'type'] as const;

const STATEMENT = `/* upsert_services */
with ${RUN}, given as materialized (
  select * from unnest($3::bigint[], ${textColumn(4)}, ${textColumn(5)}, ${textColumn(6)})
    as t(rosdomofon_id, name, custom_name, type)
), written as (
  insert into services as m (company_id, rosdomofon_id, ${COLUMNS.join()}, synced_at, changed_at)
  select run.company_id, g.*, clock_timestamp(), clock_timestamp() from run cross join given g order by g.rosdomofon_id
  ${orUpdate(COLUMNS)}
), ${toldAs('service')}`;

export function upsertServices(
  runner: Runner,
  by: MirrorAuthor,
  given: readonly ServiceMirrorRow[],
): Promise<Mirrored> {
  return runMirrorChunk(runner, by, STATEMENT, given, (rows) => [
    numbers(rows.map((row) => row.rosdomofonId)),
    texts(rows.map((row) => row.name)),
    texts(rows.map((row) => row.customName)),
    texts(rows.map((row) => row.type)),
  ]);
}

export interface ServiceTariffRow {
  readonly rosdomofonId: number;
  readonly tariff: number;
}

const TARIFFS = `/* record_service_tariffs */
with ${RUN}, given as materialized (
  select * from unnest($3::bigint[], $4::numeric(14, 2)[]) as t(rosdomofon_id, tariff)
), written as (
  update services m set tariff = g.tariff, changed_at = clock_timestamp()
  from run, given g
  where m.company_id = run.company_id and m.rosdomofon_id = g.rosdomofon_id and m.tariff is distinct from g.tariff
  returning new.id, false as is_added, true as is_changed
), ${toldAs('service')}`;

/** The list of services has no tariffs: the entrances that offer them tell. Unknown services are left out. */
export function recordServiceTariffs(
  runner: Runner,
  by: MirrorAuthor,
  given: readonly ServiceTariffRow[],
): Promise<Mirrored> {
  return runMirrorChunk(runner, by, TARIFFS, given, (rows) => [
    numbers(rows.map((row) => row.rosdomofonId)),
    numbers(rows.map((row) => row.tariff)),
  ]);
}
