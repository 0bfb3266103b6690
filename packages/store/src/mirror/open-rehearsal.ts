import { isRetryable } from '../errors/classify.ts';
import type { Store } from '../open/open-store.ts';
import type { SyncDifference } from '../schema/sync-run.ts';
import { tableOf } from './mark-vanished.ts';
import { RUN, type SyncRunFence } from './mirror-statement.ts';
import { SyncRunLostError } from './sync-run-lost.ts';

/** All that the statements of the mirror write, and what of it they compare with. */
const TABLES = {
  services: 'in pieces',
  entrances: 'in pieces',
  entrance_services: 'as a whole',
  entrance_flat_ranges: 'as a whole',
  accounts: 'in pieces',
  abonents: 'in pieces',
  flats: 'in pieces',
  service_connections: 'in pieces',
  sync_runs: 'run alone',
  sync_run_counts: 'empty',
  changes: 'empty',
} as const;

/** No run of the real table ever has it. */
const FENCE = -1n;
/** A copy of 100,000 rows, and its indexes. */
const COPY_TIMEOUT_MS = 120_000;
/** Copied at once: a transaction that writes holds the feed, also one that writes a temporary table. */
const PIECE_ROWS = 20_000;
/** Of each kind of object and change. */
const MOST_DIFFERENCES = 10;

/** Where an import may be tried: the mirror's statements run on it as they are, and nothing of the mirror changes. */
export interface Rehearsal extends AsyncDisposable {
  readonly store: Store;
  readonly fence: bigint;
  /** Writes what was found to the run: counts, and some differences. @throws SyncRunLostError */
  report(): Promise<void>;
}

/**
 * Temporary tables of the same names, which a session finds before the real ones: so it is the very statements of an import
 * that compare. They lie on the database's disk, and go with the session. Once it may be lost nothing more is
 * asked of it. And should another session find the real tables by these names, no statement writes anything: each asks first
 * for its run, and no run has this fence.
 */
export async function openRehearsal(
  store: Store,
  run: SyncRunFence & { readonly companyId: bigint },
  { pieceRows = PIECE_ROWS }: { pieceRows?: number } = {},
): Promise<Rehearsal> {
  const copy = untilLost(
    store.apart({ applicationName: 'import-preview', statementTimeoutMs: COPY_TIMEOUT_MS }),
  );
  try {
    await copy.run('/* rehearsal_ids */ create temp sequence rehearsal_ids increment by -1', []);
    for (const [table, what] of Object.entries(TABLES)) await shadow(copy, table, { what, run, pieceRows });
    // From here on: what was copied was there before.
    const begin =
      '/* begin_rehearsal */ update pg_temp.sync_runs set fence = $1, started_at = clock_timestamp()';
    await copy.run(begin, [FENCE]);
  } catch (error) {
    await copy[Symbol.asyncDispose]();
    throw error;
  }
  return {
    store: copy,
    fence: FENCE,
    report: () => report(copy, store, run),
    [Symbol.asyncDispose]: () => copy[Symbol.asyncDispose](),
  };
}

/** What may have cost the session is its last statement. */
function untilLost(copy: Store): Store {
  let isLost = false;
  return {
    ...copy,
    async run(text, args) {
      if (isLost) throw new SyncRunLostError();
      try {
        return await copy.run(text, args);
      } catch (error) {
        isLost ||= isRetryable(error);
        throw error;
      }
    },
  };
}

async function shadow(
  copy: Store,
  table: string,
  given: { what: string; run: SyncRunFence & { companyId: bigint }; pieceRows: number },
): Promise<void> {
  const made = `create temp table ${table} (like public.${table} including all excluding identity excluding indexes)`;
  await copy.run(made, []);
  const columns = await copy.run<{ name: string; isOwn: boolean; isIdentity: boolean }>(
    `select quote_ident(attname) as name, attgenerated = '' as "isOwn", attidentity <> '' as "isIdentity"
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [`public.${table}`],
  );
  // Below all ids that are there.
  for (const { name } of columns.filter(({ isIdentity }) => isIdentity))
    await copy.run(
      `alter table pg_temp.${table} alter column ${name} set default nextval('rehearsal_ids')`,
      [],
    );
  const own = columns
    .filter(({ isOwn }) => isOwn)
    .map(({ name }) => name)
    .join();
  await fill(copy, table, { ...given, own });
  // Those for searching would cost more than all else, and nobody searches here.
  const indexes = await copy.run<{ text: string }>(
    `select replace(pg_get_indexdef(i.indexrelid), ' ON public.', ' ON pg_temp.') as text
     from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam and a.amname = 'btree'
     where i.indrelid = $1::regclass`,
    [`public.${table}`],
  );
  for (const { text } of indexes) await copy.run(text, []);
  await copy.run(`analyze pg_temp.${table}`, []);
}

async function fill(
  copy: Store,
  table: string,
  given: { what: string; run: SyncRunFence & { companyId: bigint }; pieceRows: number; own: string },
): Promise<void> {
  const { what, run, pieceRows, own } = given;
  const insert = `insert into pg_temp.${table} (${own}) select ${own}`;
  if (what === 'as a whole')
    await copy.run(`${insert} from public.${table} where company_id = $1`, [run.companyId]);
  if (what === 'run alone')
    await copy.run(`${insert} from public.${table} where id = $1 and fence = $2`, [run.runId, run.fence]);
  if (what !== 'in pieces') return;
  const text = `with piece as materialized (
      select * from public.${table} where company_id = $1 and rosdomofon_id > $2 order by rosdomofon_id limit $3
    ), copied as (${insert} from piece)
    select max(rosdomofon_id) as last from piece`;
  for (let last: bigint | null = 0n; last !== null; ) {
    const [row]: { last: bigint | null }[] = await copy.run(text, [run.companyId, last, pieceRows]);
    last = row?.last ?? null;
  }
}

const LABELS = {
  service: 'n.name',
  entrance: 'n.address_line',
  account: 'n.number',
  flat: 'n.number',
  service_connection: 'null::text',
} as const;

/** What every change moves. */
const MOVING = "'{id,synced_at,changed_at,vanished_at,created_at,address_words,word_vector}'::text[]";

const differences = (entity: keyof typeof LABELS) => `/* rehearsal_differences_${tableOf(entity)} */
with judged as (
  select m.*, case when m.vanished_at >= r.started_at then 'vanished' when m.created_at >= r.started_at then 'added'
    else 'changed' end as change
  from pg_temp.${tableOf(entity)} m cross join pg_temp.sync_runs r
  where m.vanished_at >= r.started_at or m.vanished_at is null and m.changed_at >= r.started_at
), numbered as (
  select *, row_number() over (partition by change order by rosdomofon_id) as position from judged
)
select '${entity}' as entity, n.change, n.rosdomofon_id::text as "rosdomofonId", ${LABELS[entity]} as label,
  case when n.change = 'changed' then (
    select coalesce(json_agg(now.key order by now.key), '[]') from jsonb_each(to_jsonb(m)) now
    where now.key <> all(${MOVING}) and now.value is distinct from to_jsonb(o) -> now.key
  ) else '[]' end as fields
from numbered n join pg_temp.${tableOf(entity)} m on m.id = n.id left join public.${tableOf(entity)} o on o.id = n.id
where n.position <= ${MOST_DIFFERENCES} order by n.change, n.rosdomofon_id`;

const SAVE = `/* save_sync_preview */
with ${RUN}, counted as (
  insert into sync_run_counts (run_id, company_id, entity, added, changed, same, vanished, unreadable)
  select run.id, run.company_id, c.entity, c.added, c.changed, c.same, c.vanished, c.unreadable
  from run cross join jsonb_to_recordset($3::text::jsonb)
    as c(entity text, added int, changed int, same int, vanished int, unreadable int)
  on conflict (run_id, entity) do update set added = excluded.added, changed = excluded.changed, same = excluded.same,
    vanished = excluded.vanished, unreadable = excluded.unreadable
), saved as (
  update sync_runs r set differences = $4::text::jsonb from run where r.id = run.id returning r.id
)
select exists (select from saved) as "isHeld"`;

async function report(copy: Store, store: Store, { runId, fence }: SyncRunFence): Promise<void> {
  const counts = await copy.run(
    '/* rehearsal_counts */ select entity, added, changed, same, vanished, unreadable from pg_temp.sync_run_counts',
    [],
  );
  const found: SyncDifference[] = [];
  for (const entity of ['service', 'entrance', 'account', 'flat', 'service_connection'] as const)
    found.push(...(await copy.run<SyncDifference>(differences(entity), [])));
  const args = [runId, fence, JSON.stringify(counts), JSON.stringify(found)];
  const [row] = await store.run<{ isHeld: boolean }>(SAVE, args);
  if (row?.isHeld !== true) throw new SyncRunLostError();
}
