import { cancelSyncRun, requestImport, requestImportPreview } from '@domovoy/domain';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createMirrorWorld, type MirrorWorld } from '../testing/mirror-world.ts';

let world: MirrorWorld;
let consumers: Awaited<ReturnType<MirrorWorld['startConsumer']>>[] = [];
beforeAll(async () => {
  world = await createMirrorWorld({ accounts: 60 });
});
afterEach(async () => {
  world.proxy.edit((_path, answer) => answer);
  for (const consumer of consumers) await consumer.close();
  consumers = [];
});
afterAll(() => world.close());

async function start(given: Parameters<MirrorWorld['startConsumer']>[0] = {}) {
  const consumer = await world.startConsumer({ rest: world.rest, ...given });
  consumers.push(consumer);
  return consumer;
}

/** Holds the answers to paths that end so, until they are let go. */
function hold(suffix: string) {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  world.proxy.edit(async (path, answer) => {
    if (!path.endsWith(suffix)) return answer;
    reached.resolve();
    await released.promise;
    return answer;
  });
  return { reached: reached.promise, release: () => released.resolve() };
}
const request = async (ask = requestImport) => {
  const requested = await ask(world.store, {
    companyId: await world.companyId(),
    requestedBy: 'test',
  });
  if (!('runId' in requested)) throw new Error(requested.outcome);
  return requested;
};

describe('a run', () => {
  test('in progress is not begun twice: who asks now joins it, however many at once; afterwards it is another one', async () => {
    const held = hold('/v1/accounts');
    await start();
    await held.reached;
    const asked = await Promise.all([request(), request(), request()]);
    expect(new Set(asked.map(({ runId }) => runId)).size).toBe(1);
    expect(asked.map(({ outcome }) => outcome)).toEqual(['joined', 'joined', 'joined']);
    expect((await world.runs()).map(({ state }) => state)).toEqual(['running']);
    held.release();
    expect(await world.ended(asked[0].runId)).toMatchObject({ state: 'completed' });
    const later = await request();
    expect(later.outcome).toBe('requested');
    expect(await world.ended(later.runId)).toMatchObject({ state: 'completed' });
    await world.expectMirrored();
  });

  test('goes on with another owner when the lease is lost, and the former owner writes nothing any more', async () => {
    const held = hold('/v1/accounts');
    await start();
    const { runId } = await request();
    await held.reached;
    const fence = async () => (await world.runs()).find(({ id }) => id === runId)?.fence ?? 0n;
    const before = await fence();
    // As if the process had been frozen for longer than its lease.
    await world.store.run(`update workers set lease_until = now() - interval '1 second'`, []);
    const second = await start();
    await vi.waitUntil(async () => (await fence()) > before, { timeout: 15_000 });
    held.release();
    expect(await world.ended(runId)).toMatchObject({ state: 'completed' });
    expect(second.lines).toContainEqual(
      expect.objectContaining({ event: 'sync-resumed', phase: 'accounts' }),
    );
    await vi.waitFor(
      () => expect(consumers[0]?.lines).toContainEqual(expect.objectContaining({ event: 'lease-lost' })),
      5_000,
    );
    await world.expectMirrored();
  });

  test.each([
    ['an import', requestImport],
    ['a preview', requestImportPreview],
  ])('that is cancelled stops, and says so: %s', async (_name, ask) => {
    const held = hold('/v1/accounts');
    const consumer = await start();
    const { runId } = await request(ask);
    await held.reached;
    const companyId = await world.companyId();
    expect(await cancelSyncRun(world.store, { companyId: companyId + 1n, runId, actor: 'test' })).toBe(false);
    expect(await cancelSyncRun(world.store, { companyId, runId, actor: 'test' })).toBe(true);
    held.release();
    await vi.waitFor(() =>
      expect(consumer.lines).toContainEqual(expect.objectContaining({ event: 'sync-lost' })),
    );
    expect(await world.ended(runId)).toMatchObject({ state: 'cancelled' });
    // The lane is free again.
    expect(await world.importNow()).toMatchObject({ state: 'completed' });
  });

  test('is left where it is at an orderly end, which waits for no answer; the next owner goes on at once', async () => {
    const held = hold('/v1/accounts');
    const first = await start();
    const { runId } = await request();
    await held.reached;
    await first.close();
    held.release();
    await start();
    expect(await world.ended(runId)).toMatchObject({ state: 'completed' });
    await world.expectMirrored();
  });

  test('fails at wrong credentials, in words, and the next scheduled one does not come at once', async () => {
    await start({ rest: { ...world.rest, password: 'wrong' } });
    const { runId } = await request();
    expect(await world.ended(runId)).toMatchObject({
      state: 'failed',
      error_code: 'ROSDOMOFON_CREDENTIALS_REFUSED',
    });
    const [last] = await world.rows<{ n: number }>(
      `select count(*)::int as n from sync_runs where state in ('queued', 'running')`,
    );
    expect(last).toEqual({ n: 0 });
  });

  test('comes by itself when the last one is too long ago', async () => {
    const first = await start();
    await world.importNow();
    await first.close();
    const before = (await world.runs()).length;
    const frequent = await start({ syncEveryMs: 1_000 });
    await vi.waitFor(async () => expect((await world.runs()).length).toBeGreaterThan(before), 15_000);
    expect((await world.runs()).at(-1)).toMatchObject({ requested_by: 'schedule' });
    // What it has begun is ended, or the next test would join it.
    await frequent.close();
    await start();
    await world.ended((await world.runs()).at(-1)?.id);
  });
});

describe('the refresh of one account', () => {
  test('tells its balance, and is not kept waiting by an import', async () => {
    const held = hold('/v1/accounts');
    await start();
    const { runId } = await request();
    await held.reached;
    const [account] = await world.rosdomofon.accounts.list().toArray();
    const accountId = account?.id ?? 0;
    const details = await world.rosdomofon.accounts.get({ accountId });
    expect(await world.refreshNow(accountId)).toMatchObject({ kind: 'account', state: 'completed' });
    const [row] = await world.rows<{ balance: string | null; is_read: boolean }>(
      `select balance, details_synced_at is not null as is_read from accounts where rosdomofon_id = ${accountId}`,
    );
    expect(row?.is_read).toBe(true);
    expect(row?.balance === null ? null : Number(row?.balance)).toBe(details.balance?.balance ?? null);
    held.release();
    await world.ended(runId);
  });

  test('brings a connection that came since, and marks one that is gone, of this account alone', async () => {
    await start();
    await world.importNow();
    const [some] = await world.rows<{ account: bigint; connection: bigint; n: number }>(`
      select account_rosdomofon_id as account, min(rosdomofon_id)::int8 as connection, count(*)::int as n
      from service_connections group by 1 having count(*) > 1 limit 1`);
    const accountId = Number(some?.account);
    await world.refreshNow(accountId);
    world.proxy.edit((path, answer) =>
      path.endsWith(`/accounts/${accountId}/connections`)
        ? {
            ...answer,
            body: (answer.body as { id: number }[]).filter(({ id }) => id !== Number(some?.connection)),
          }
        : answer,
    );
    const run = await world.refreshNow(accountId);
    expect(await world.countsOf(run)).toMatchObject({
      account: { same: 1 },
      service_connection: { vanished: 1, same: (some?.n ?? 0) - 1 },
    });
    expect(
      await world.rows(`select rosdomofon_id as id from service_connections where vanished_at is not null`),
    ).toEqual([{ id: some?.connection }]);
    world.proxy.edit((_path, answer) => answer);
    expect(await world.countsOf(await world.refreshNow(accountId))).toMatchObject({
      service_connection: { changed: 1, vanished: 0 },
    });
  });

  test('of one that RosDomofon does not know any more marks it; of one that was never there it fails', async () => {
    await start();
    await world.importNow();
    const { accounts } = await world.mirrored();
    const gone = accounts.at(-1) ?? 0;
    world.proxy.edit((path, answer) =>
      path.endsWith(`/accounts/${gone}`) ? { status: 404, body: { message: 'no such account' } } : answer,
    );
    expect(await world.refreshNow(gone)).toMatchObject({ state: 'completed' });
    expect((await world.mirrored()).accounts).toEqual(accounts.slice(0, -1));
    expect(await world.refreshNow(1)).toMatchObject({ state: 'failed', error_code: 'ROSDOMOFON_NOT_FOUND' });
  });
});

describe('without access to REST', () => {
  test('nothing is mirrored, and the log says so once', async () => {
    const consumer = await world.startConsumer();
    consumers.push(consumer);
    await consumer.ready();
    const companyId = await world.companyId();
    expect(await requestImport(world.store, { companyId, requestedBy: 'test' })).toEqual({ outcome: 'off' });
    expect(consumer.lines.filter(({ event }) => event === 'mirror-off')).toHaveLength(1);
  });
});
