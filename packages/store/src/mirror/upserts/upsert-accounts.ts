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

export interface AccountMirrorRow {
  readonly rosdomofonId: number;
  readonly number: string | null;
  readonly ownerAbonentRosdomofonId: number;
  readonly phone: string | null;
  readonly isBlocked: boolean;
  readonly blockReason: string | null;
}

const COLUMNS = ['number', 'owner_abonent_rosdomofon_id', 'phone', 'is_blocked', 'block_reason'] as const;

const STATEMENT = `/* upsert_accounts */
with ${RUN}, given as materialized (
  select * from unnest($3::bigint[], ${textColumn(4)}, $5::bigint[], ${textColumn(6)}, $7::boolean[], ${textColumn(8)})
    as t(rosdomofon_id, number, owner_abonent_rosdomofon_id, phone, is_blocked, block_reason)
), written as (
  insert into accounts as m (company_id, rosdomofon_id, ${COLUMNS.join()}, synced_at, changed_at)
  select run.company_id, g.*, clock_timestamp(), clock_timestamp() from run cross join given g order by g.rosdomofon_id
  ${orUpdate(COLUMNS)}
), ${toldAs('account')}`;

/** Accounts as the list tells them. What only their details tell stays as it is. */
export function upsertAccounts(
  runner: Runner,
  by: MirrorAuthor,
  given: readonly AccountMirrorRow[],
): Promise<Mirrored> {
  return runMirrorChunk(runner, by, STATEMENT, given, (rows) => [
    numbers(rows.map((row) => row.rosdomofonId)),
    texts(rows.map((row) => row.number)),
    numbers(rows.map((row) => row.ownerAbonentRosdomofonId)),
    texts(rows.map((row) => row.phone)),
    numbers(rows.map((row) => row.isBlocked)),
    texts(rows.map((row) => row.blockReason)),
  ]);
}
