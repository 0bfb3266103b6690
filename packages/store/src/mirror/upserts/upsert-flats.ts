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

export interface FlatMirrorRow {
  readonly rosdomofonId: number;
  readonly entranceRosdomofonId: number | null;
  readonly number: string | null;
  readonly accountRosdomofonId: number | null;
  readonly ownerAbonentRosdomofonId: number | null;
  readonly isVirtual: boolean;
  readonly isBlocked: boolean | null;
}

const COLUMNS = [
  'entrance_rosdomofon_id',
  'number',
  'account_rosdomofon_id',
  'owner_abonent_rosdomofon_id',
  'is_virtual',
  'is_blocked',
] as const;
/** Answers differ in how much of a flat they tell. */
const KEPT = ['entrance_rosdomofon_id', 'number', 'owner_abonent_rosdomofon_id', 'is_blocked'];

const STATEMENT = `/* upsert_flats */
with ${RUN}, given as materialized (
  select * from unnest($3::bigint[], $4::bigint[], ${textColumn(5)}, $6::bigint[], $7::bigint[], $8::boolean[], $9::boolean[])
    as t(rosdomofon_id, ${COLUMNS.join()})
), written as (
  insert into flats as m (company_id, rosdomofon_id, ${COLUMNS.join()}, synced_at, changed_at)
  select run.company_id, g.*, clock_timestamp(), clock_timestamp() from run cross join given g order by g.rosdomofon_id
  ${orUpdate(COLUMNS, { kept: KEPT })}
), ${toldAs('flat')}`;

export function upsertFlats(
  runner: Runner,
  by: MirrorAuthor,
  given: readonly FlatMirrorRow[],
): Promise<Mirrored> {
  return runMirrorChunk(runner, by, STATEMENT, given, (rows) => [
    numbers(rows.map((row) => row.rosdomofonId)),
    numbers(rows.map((row) => row.entranceRosdomofonId)),
    texts(rows.map((row) => row.number)),
    numbers(rows.map((row) => row.accountRosdomofonId)),
    numbers(rows.map((row) => row.ownerAbonentRosdomofonId)),
    numbers(rows.map((row) => row.isVirtual)),
    numbers(rows.map((row) => row.isBlocked)),
  ]);
}
