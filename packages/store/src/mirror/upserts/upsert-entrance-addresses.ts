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

export interface FlatRange {
  readonly flatStart: number;
  readonly flatEnd: number;
}

export interface EntranceAddressRow {
  readonly rosdomofonId: number;
  /** Composed of the parts; used only when the list of entrances did not bring the entrance. */
  readonly addressLine: string;
  readonly countryCode: string | null;
  readonly city: string | null;
  readonly cityFias: string | null;
  readonly street: string | null;
  readonly streetRosdomofonId: number | null;
  readonly streetFias: string | null;
  readonly streetKladr: string | null;
  readonly streetUniversalCode: string | null;
  readonly house: string | null;
  readonly houseRosdomofonId: number | null;
  readonly houseFias: string | null;
  readonly block: string | null;
  readonly building: string | null;
  readonly housing: string | null;
  readonly number: string | null;
  readonly prefix: string | null;
  readonly ranges: readonly FlatRange[];
}

const TEXTS = {
  country_code: 'countryCode',
  city: 'city',
  city_fias: 'cityFias',
  street: 'street',
  street_fias: 'streetFias',
  street_kladr: 'streetKladr',
  street_universal_code: 'streetUniversalCode',
  house: 'house',
  house_fias: 'houseFias',
  block: 'block',
  building: 'building',
  housing: 'housing',
  number: 'number',
  prefix: 'prefix',
} as const satisfies Record<string, keyof EntranceAddressRow>;
const TEXT_COLUMNS = Object.keys(TEXTS);
const TEXT_FIELDS = Object.values(TEXTS);
const COLUMNS = ['street_rosdomofon_id', 'house_rosdomofon_id', ...TEXT_COLUMNS];
/** The parameters of the texts come last. */
const FIRST_TEXT = 11;

const STATEMENT = `/* upsert_entrance_addresses */
with ${RUN}, given as materialized (
  select * from unnest($3::bigint[], ${textColumn(4)}, ${textColumn(5)}, $6::bigint[], $7::bigint[],
    ${TEXT_COLUMNS.map((_, at) => textColumn(FIRST_TEXT + at)).join()})
    as t(rosdomofon_id, address_line, address_words, ${COLUMNS.join()})
), range as materialized (
  select run.company_id, t.entrance_id, t.flat_start, t.flat_end
  from run cross join unnest($8::bigint[], $9::int[], $10::int[]) as t(entrance_id, flat_start, flat_end)
), gone as (
  delete from entrance_flat_ranges r using run, given g
  where r.company_id = run.company_id and r.entrance_rosdomofon_id = g.rosdomofon_id
    and (r.entrance_rosdomofon_id, r.flat_start, r.flat_end) not in (select entrance_id, flat_start, flat_end from range)
  returning r.entrance_rosdomofon_id as entrance_id
), come as (
  insert into entrance_flat_ranges (company_id, entrance_rosdomofon_id, flat_start, flat_end)
  select company_id, entrance_id, flat_start, flat_end from range order by entrance_id, flat_start, flat_end
  on conflict do nothing returning entrance_rosdomofon_id as entrance_id
), written as (
  insert into entrances as m (company_id, rosdomofon_id, address_line, address_words, ${COLUMNS.join()}, synced_at, changed_at)
  select run.company_id, g.*, clock_timestamp(), clock_timestamp() from run cross join given g order by g.rosdomofon_id
  ${orUpdate(COLUMNS, {
    isTouched:
      'm.rosdomofon_id = any(array(select entrance_id from gone union all select entrance_id from come))',
  })}
), ${toldAs('entrance')}`;

/** Entrances as the address of a flat tells them: the parts of the address, and exactly these flat ranges. */
export function upsertEntranceAddresses(
  runner: Runner,
  by: MirrorAuthor,
  given: readonly EntranceAddressRow[],
): Promise<Mirrored> {
  return runMirrorChunk(runner, by, STATEMENT, given, (rows) => {
    const ranges = rows.flatMap(({ rosdomofonId, ranges: of }) =>
      of.map((range) => ({ rosdomofonId, ...range })),
    );
    return [
      numbers(rows.map((row) => row.rosdomofonId)),
      texts(rows.map((row) => row.addressLine)),
      texts(rows.map((row) => addressWords(row.addressLine).join(' '))),
      numbers(rows.map((row) => row.streetRosdomofonId)),
      numbers(rows.map((row) => row.houseRosdomofonId)),
      numbers(ranges.map((range) => range.rosdomofonId)),
      numbers(ranges.map((range) => range.flatStart)),
      numbers(ranges.map((range) => range.flatEnd)),
      ...TEXT_FIELDS.map((field) => texts(rows.map((row) => row[field]))),
    ];
  });
}
