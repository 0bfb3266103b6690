import { requestImport, requestImportPreview } from '@domovoy/domain';
import {
  notifySyncRuns,
  openRehearsal,
  StoreUnavailableError,
  type SyncDifference,
  SyncRunLostError,
  upsertAccounts,
} from '@domovoy/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMirrorWorld, type MirrorWorld, type RunRow } from '../testing/mirror-world.ts';

let world: MirrorWorld;
let consumer: Awaited<ReturnType<MirrorWorld['startConsumer']>>;
beforeAll(async () => {
  world = await createMirrorWorld({ accounts: 150 });
  consumer = await world.startConsumer({ rest: world.rest });
  await world.ended();
});
afterAll(() => world.close());

const MIRROR = [
  'services',
  'entrances',
  'entrance_services',
  'entrance_flat_ranges',
  'accounts',
  'abonents',
  'flats',
  'service_connections',
];
/** Every value of every row of the mirror, and where the feed stands without what is told of runs. */
async function fingerprint(): Promise<unknown> {
  const tables = MIRROR.map(
    (table) =>
      `select '${table}' as name, md5(string_agg(t::text, '|' order by t::text)) as sum from ${table} t`,
  );
  const feed = `select 'feed' as name, count(*)::text as sum from changes where entity not in ('sync_run', 'delivery_target')`;
  return world.rows([...tables, feed].join(' union all '));
}

async function preview(): Promise<RunRow & { differences: SyncDifference[] }> {
  const requested = await requestImportPreview(world.store, {
    companyId: await world.companyId(),
    requestedBy: 'test',
  });
  if (!('runId' in requested)) throw new Error(requested.outcome);
  const run = await world.ended(requested.runId);
  const [row] = await world.rows<{ differences: SyncDifference[] }>(
    `select differences from sync_runs where id = ${run.id}`,
  );
  return { ...run, differences: row?.differences ?? [] };
}

type Objects = { id: number }[];
const accountsPath = '/v1/accounts';
const withoutAccount = (gone: number | undefined) =>
  world.proxy.edit((path, answer) =>
    path.endsWith(accountsPath) && Array.isArray(answer.body)
      ? { ...answer, body: (answer.body as Objects).filter(({ id }) => id !== gone) }
      : answer,
  );

/** The city changes: one account is blocked, one is new, one is gone, and a flat gets a service. */
async function changeCity() {
  const accounts = await world.rosdomofon.accounts.list().toArray();
  const [blocked, gone] = accounts.filter(({ number, blocked: isBlocked }) => number && !isBlocked);
  await world.rosdomofon.accounts.block({ accountNumber: blocked?.number ?? '' });
  const made = await world.rosdomofon.accounts.create({ number: 'preview-1', phone: '79000000777' });
  withoutAccount(gone?.id);
  return { blocked, gone, made };
}

describe('a preview of an import', () => {
  test('of an unchanged city finds all the same, and says so of everything', async () => {
    const before = await fingerprint();
    const run = await preview();
    expect(run).toMatchObject({ kind: 'preview', state: 'completed', differences: [] });
    expect(await fingerprint()).toEqual(before);
    const { accounts } = await world.truth();
    expect(await world.countsOf(run)).toMatchObject({
      account: { added: 0, changed: 0, same: accounts.length, vanished: 0 },
      flat: { added: 0, changed: 0, vanished: 0 },
      service_connection: { added: 0, changed: 0, vanished: 0 },
    });
  });

  test('tells what the import after it reports, and writes nothing; the control: a city that changed tells another', async () => {
    const unchanged = await world.countsOf(await preview());
    const { blocked, gone, made } = await changeCity();
    const before = await fingerprint();
    const run = await preview();
    expect(await fingerprint()).toEqual(before);
    const promised = await world.countsOf(run);
    expect(promised).not.toEqual(unchanged);
    expect(promised).toMatchObject({ account: { added: 1, changed: 1, vanished: 1 } });
    const told = run.differences.filter(({ entity }) => entity === 'account');
    expect(told).toEqual([
      { entity: 'account', change: 'added', rosdomofonId: String(made.id), label: 'preview-1', fields: [] },
      {
        entity: 'account',
        change: 'changed',
        rosdomofonId: String(blocked?.id),
        label: blocked?.number,
        fields: expect.arrayContaining(['is_blocked']),
      },
      {
        entity: 'account',
        change: 'vanished',
        rosdomofonId: String(gone?.id),
        label: gone?.number,
        fields: [],
      },
    ]);
    expect(JSON.stringify(run.differences)).not.toContain('79000000777');
    const real = await world.importNow();
    expect(await world.countsOf(real)).toEqual(promised);
    expect(await fingerprint()).not.toEqual(before);
    expect((await preview()).differences).toEqual([]);
  });

  test('whose owner was killed begins anew, whatever that one had read: its copy is gone', async () => {
    const [left] = await world.rows<{ id: bigint }>(
      `insert into sync_runs (company_id, integration_id, kind, state, phase, checkpoint, done, fence, requested_by, started_at)
       select company_id, id, 'preview', 'running', 'connections', '{"after": 999999999}', 5, 1, 'test', now()
       from integrations where kind = 'rosdomofon' returning id`,
    );
    await notifySyncRuns(world.store);
    const run = await world.ended(left?.id);
    expect(run).toMatchObject({ state: 'completed', fence: 2n });
    const found = await world.countsOf(run);
    expect(Object.keys(found)).toEqual(['account', 'entrance', 'flat', 'service', 'service_connection']);
    expect(found).toMatchObject({ service_connection: { vanished: 0 } });
  });

  test('that was begun again and again is given up, and another one may be asked for', async () => {
    const begun = (times: number) =>
      world.rows<{ id: bigint }>(
        `insert into sync_runs (company_id, integration_id, kind, state, fence, requested_by, started_at)
         select company_id, id, 'preview', 'running', ${times}, 'test', now() from integrations where kind = 'rosdomofon'
         returning id`,
      );
    const [often] = await begun(5);
    await notifySyncRuns(world.store);
    expect(await world.ended(often?.id)).toMatchObject({
      state: 'failed',
      error_code: 'PREVIEW_INTERRUPTED',
    });
    const [once] = await begun(4);
    await notifySyncRuns(world.store);
    expect(await world.ended(once?.id)).toMatchObject({ state: 'completed' });
    expect(await preview()).toMatchObject({ state: 'completed' });
  });

  test('that waits is joined, and no import waits for it or joins it', async () => {
    const request = { companyId: await world.companyId(), requestedBy: 'test' };
    const both = await Promise.all([
      requestImportPreview(world.store, request),
      requestImportPreview(world.store, request),
    ]);
    expect(new Set(both.map((one) => ('runId' in one ? one.runId : 0n))).size).toBe(1);
    const real = await requestImport(world.store, request);
    expect(real).toMatchObject({ outcome: 'requested' });
    for (const one of [...both, real])
      expect(await world.ended('runId' in one ? one.runId : 0n)).toMatchObject({ state: 'completed' });
  });
});

test('a copy that is made in many pieces is the whole mirror of the company', async () => {
  const run = { runId: 0n, fence: 0n, companyId: await world.companyId() };
  await using rehearsal = await openRehearsal(world.store, run, { pieceRows: 7 });
  for (const table of MIRROR) {
    const sum = (of: string) =>
      `select md5(string_agg(t::text, '|' order by t::text)) as sum from ${of}.${table} t`;
    expect({ table, rows: await rehearsal.store.run(sum('pg_temp'), []) }).toEqual({
      table,
      rows: await world.rows(sum('public')),
    });
  }
});

describe('a rehearsal whose session is lost', () => {
  // It would go on with the runs that are taken in hand here.
  beforeAll(() => consumer.close());

  const row = {
    rosdomofonId: 1,
    number: 'lost',
    ownerAbonentRosdomofonId: 1,
    phone: null,
    isBlocked: false,
    blockReason: null,
  };
  /** A run in hand, and a copy of the mirror for it. */
  async function rehearse() {
    const [run] = await world.rows<{ id: bigint; company_id: bigint; fence: bigint }>(
      `update sync_runs set state = 'running', fence = fence + 1 where id = (select max(id) from sync_runs where kind = 'preview')
       returning id, company_id, fence`,
    );
    if (run === undefined) throw new Error('no run');
    const { id: runId, company_id: companyId, fence } = run;
    return { fence, runId, rehearsal: await openRehearsal(world.store, { runId, fence, companyId }) };
  }
  const lost = () => world.count(`select count(*) from accounts where number = 'lost'`);

  test('asks nothing more of it', async () => {
    const { runId, rehearsal } = await rehearse();
    const own = { runId, fence: rehearsal.fence };
    expect(await upsertAccounts(rehearsal.store, own, [row])).toEqual({ added: 1, changed: 0 });
    await world.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'import-preview'
       and datname = current_database()`,
    );
    await expect(upsertAccounts(rehearsal.store, own, [row])).rejects.toThrow(StoreUnavailableError);
    await expect(upsertAccounts(rehearsal.store, own, [row])).rejects.toThrow(SyncRunLostError);
    await expect(rehearsal.report()).rejects.toThrow(SyncRunLostError);
    expect(await lost()).toBe(0);
    await rehearsal[Symbol.asyncDispose]();
  });

  test('would write nothing to the real tables, which have the same names', async () => {
    const { runId, rehearsal } = await rehearse();
    const own = { runId, fence: rehearsal.fence };
    await rehearsal[Symbol.asyncDispose]();
    await expect(upsertAccounts(world.store, own, [row])).rejects.toThrow(SyncRunLostError);
    expect(await lost()).toBe(0);
  });

  test('control: with the fence of the run itself it would have written', async () => {
    const { runId, fence, rehearsal } = await rehearse();
    await rehearsal[Symbol.asyncDispose]();
    expect(await upsertAccounts(world.store, { runId, fence }, [row])).toEqual({ added: 1, changed: 0 });
    expect(await lost()).toBe(1);
  });
});
