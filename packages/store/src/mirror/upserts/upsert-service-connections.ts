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

export interface ServiceConnectionMirrorRow {
  readonly rosdomofonId: number;
  readonly serviceRosdomofonId: number;
  readonly accountRosdomofonId: number | null;
  readonly flatRosdomofonId: number;
  readonly isBlocked: boolean;
  readonly tariff: number | null;
  readonly currency: string | null;
}

const COLUMNS = [
  'service_rosdomofon_id',
  'account_rosdomofon_id',
  'flat_rosdomofon_id',
  'is_blocked',
  'tariff',
  'currency',
] as const;

const STATEMENT = `/* upsert_service_connections */
with ${RUN}, given as materialized (
  select * from unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::boolean[], $8::numeric(14, 2)[], ${textColumn(9)})
    as t(rosdomofon_id, ${COLUMNS.join()})
), written as (
  insert into service_connections as m (company_id, rosdomofon_id, ${COLUMNS.join()}, synced_at, changed_at)
  select run.company_id, g.*, clock_timestamp(), clock_timestamp() from run cross join given g order by g.rosdomofon_id
  ${orUpdate(COLUMNS)}
), ${toldAs('service_connection')}`;

export function upsertServiceConnections(
  runner: Runner,
  by: MirrorAuthor,
  given: readonly ServiceConnectionMirrorRow[],
): Promise<Mirrored> {
  return runMirrorChunk(runner, by, STATEMENT, given, (rows) => [
    numbers(rows.map((row) => row.rosdomofonId)),
    numbers(rows.map((row) => row.serviceRosdomofonId)),
    numbers(rows.map((row) => row.accountRosdomofonId)),
    numbers(rows.map((row) => row.flatRosdomofonId)),
    numbers(rows.map((row) => row.isBlocked)),
    numbers(rows.map((row) => row.tariff)),
    texts(rows.map((row) => row.currency)),
  ]);
}
