import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createMirrorWorld, type MirrorWorld } from '../testing/mirror-world.ts';

let world: MirrorWorld;
beforeAll(async () => {
  world = await createMirrorWorld({ accounts: 150 });
});
afterAll(() => world.close());

const untouched = (_path: string, answer: { status: number; body: unknown }) => answer;
type Objects = { id: number; blocked?: boolean }[];
/** Leaves some objects out of the answers to paths that end so. */
const without = (suffix: string, isLeft: (object: { id: number }) => boolean) =>
  world.proxy.edit((path, answer) =>
    path.endsWith(suffix) && Array.isArray(answer.body)
      ? { ...answer, body: (answer.body as Objects).filter(isLeft) }
      : answer,
  );
const accountsPath = '/v1/accounts';

describe('the mirror of a company', () => {
  test('fills by itself at the first start, with the few bulk calls and none per account', async () => {
    await world.startConsumer({ rest: world.rest });
    const run = await world.ended();
    expect(run).toMatchObject({ kind: 'full', state: 'completed', requested_by: 'schedule', problems: [] });
    await world.expectMirrored();
    const { accounts, flats, connections, entrances, services } = await world.truth();
    expect(accounts).toHaveLength(150);
    expect(await world.countsOf(run)).toEqual({
      account: { added: accounts.length, changed: 0, same: 0, vanished: 0, unreadable: 0 },
      entrance: { added: entrances.length, changed: 0, same: 0, vanished: 0, unreadable: 0 },
      flat: { added: flats.length, changed: 0, same: 0, vanished: 0, unreadable: 0 },
      service: { added: services.length, changed: 0, same: 0, vanished: 0, unreadable: 0 },
      service_connection: { added: connections.length, changed: 0, same: 0, vanished: 0, unreadable: 0 },
    });
    expect(world.proxy.calls.filter((call) => call.endsWith(accountsPath))).toHaveLength(1);
    expect(world.proxy.calls.filter((call) => /accounts\/\d|entrances\/\d/.test(call))).toEqual([]);
  });

  test('knows what the objects say: owner, block, address with its ranges, services of an entrance', async () => {
    const [account] = await world.rosdomofon.accounts.list().toArray();
    expect(
      await world.rows(`select number, phone, is_blocked, owner_abonent_rosdomofon_id as owner
        from accounts where rosdomofon_id = ${account?.id}`),
    ).toEqual([
      {
        number: account?.number ?? null,
        phone: account?.owner.phone,
        is_blocked: account?.blocked,
        owner: BigInt(account?.owner.id ?? 0),
      },
    ]);
    expect(await world.rows(`select phone from abonents where rosdomofon_id = ${account?.owner.id}`)).toEqual(
      [{ phone: account?.owner.phone }],
    );
    const [flat] = await world.rosdomofon.accounts.flats({ accountId: account?.id ?? 0 });
    const entrance = flat?.address?.entrance;
    const told = [entrance, ...(entrance?.additionalFlatRanges ?? [])];
    expect(
      await world.rows(`select flat_start, flat_end from entrance_flat_ranges
        where entrance_rosdomofon_id = ${entrance?.id} order by 1`),
    ).toEqual(
      told
        .map((range) => ({ flat_start: range?.flatStart, flat_end: range?.flatEnd }))
        .toSorted((a, b) => Number(a.flat_start) - Number(b.flat_start)),
    );
    const offered = await world.rosdomofon.entrances.services({ entranceId: entrance?.id ?? 0 });
    expect(
      await world.rows(`select service_rosdomofon_id as id from entrance_services
        where entrance_rosdomofon_id = ${entrance?.id} order by 1`),
    ).toEqual(offered.map(({ id }) => ({ id: BigInt(id) })).toSorted((a, b) => Number(a.id - b.id)));
  });

  test('tells nothing in the feed when nothing has changed', async () => {
    const before = await world.count(`select max(id) from changes`);
    const run = await world.importNow();
    expect(
      await world.rows(
        // What it is asked at the moment a target tells by itself, whatever it is asked for.
        `select entity, entity_id, op from changes where id > ${before} and entity not in ('sync_run', 'delivery_target')`,
      ),
    ).toEqual([]);
    const { accounts } = await world.truth();
    expect(await world.countsOf(run)).toMatchObject({
      account: { added: 0, changed: 0, same: accounts.length, vanished: 0 },
      entrance: { added: 0, changed: 0, vanished: 0 },
      flat: { added: 0, changed: 0, vanished: 0 },
    });
  });

  test('tells exactly the one that changed', async () => {
    const account = (await world.rosdomofon.accounts.list().toArray()).find(
      ({ number, blocked }) => number && !blocked,
    );
    await world.rosdomofon.accounts.block({ accountNumber: account?.number ?? '' });
    const before = await world.count(`select max(id) from changes`);
    const run = await world.importNow();
    expect(
      await world.rows(`select entity, rosdomofon_id as id, op from changes c join accounts a on a.id = c.entity_id
        where c.id > ${before} and entity <> 'sync_run'`),
    ).toEqual([{ entity: 'account', id: BigInt(account?.id ?? 0), op: 'changed' }]);
    expect(await world.countsOf(run)).toMatchObject({ account: { changed: 1 } });
  });

  test('marks what has vanished, and what comes back is as before', async () => {
    const { accounts } = await world.truth();
    const [gone] = accounts;
    without(accountsPath, ({ id }) => id !== gone);
    expect(await world.countsOf(await world.importNow())).toMatchObject({
      account: { vanished: 1, same: accounts.length - 1 },
    });
    expect((await world.mirrored()).accounts).toEqual(accounts.slice(1));
    world.proxy.edit(untouched);
    expect(await world.countsOf(await world.importNow())).toMatchObject({
      account: { changed: 1, vanished: 0 },
    });
    await world.expectMirrored();
  });

  test('marks nothing of a list that broke off, waits, and reads it again', async () => {
    const before = await world.mirrored();
    let cuts = 0;
    world.proxy.edit((path, answer) => {
      if (!path.endsWith(accountsPath) || cuts === 2) return answer;
      cuts += 1;
      return { ...answer, isCut: true };
    });
    const run = world.importNow();
    await vi.waitFor(async () =>
      expect((await world.runs()).at(-1)).toMatchObject({
        state: 'running',
        phase: 'accounts',
        error_code: 'ROSDOMOFON_CONNECTION',
      }),
    );
    expect(await world.mirrored()).toEqual(before);
    expect(await run).toMatchObject({ state: 'completed', error_code: null });
    expect(await world.countsOf(await run)).toMatchObject({ account: { added: 0, changed: 0, vanished: 0 } });
    expect(cuts).toBe(2);
    expect(await world.mirrored()).toEqual(before);
  });

  test('fails with words for a person when waiting does not help', async () => {
    world.proxy.edit((path, answer) =>
      path.endsWith(accountsPath) ? { status: 403, body: { message: 'no rights' } } : answer,
    );
    expect(await world.importNow()).toMatchObject({
      state: 'failed',
      phase: 'accounts',
      error_code: 'ROSDOMOFON_FORBIDDEN',
    });
    world.proxy.edit(untouched);
    await world.importNow();
    await world.expectMirrored();
  });

  test('does not take a flat that is only not connected for one that is gone', async () => {
    const connections = await world.rows<{ flat: bigint; entrance: bigint }>(`
      select rosdomofon_id as flat, entrance_rosdomofon_id as entrance from flats order by 1 limit 2`);
    const [kept, gone] = connections.map(({ flat }) => Number(flat));
    type Connections = { flat: { id: number } }[];
    world.proxy.edit((path, answer) => {
      const isList = Array.isArray(answer.body);
      if (path.endsWith('/connections') && isList)
        return {
          ...answer,
          body: (answer.body as Connections).filter(({ flat }) => flat.id !== kept && flat.id !== gone),
        };
      if (path.endsWith('/flats') && isList)
        return { ...answer, body: (answer.body as Objects).filter(({ id }) => id !== gone) };
      return answer;
    });
    const run = await world.importNow();
    expect(await world.countsOf(run)).toMatchObject({ flat: { vanished: 1 } });
    const { flats } = await world.mirrored();
    expect(flats).toContain(kept);
    expect(flats).not.toContain(gone);
    world.proxy.edit(untouched);
    await world.importNow();
    expect((await world.mirrored()).flats).toContain(gone);
  });

  test('takes a service that went while its connections were to be read for gone with them', async () => {
    const { services, connections } = await world.mirrored();
    const [gone] = services;
    world.proxy.edit((path, answer) =>
      path.endsWith(`/services/${gone}/connections`) ? { status: 404, body: { message: 'no' } } : answer,
    );
    const run = await world.importNow();
    expect(run).toMatchObject({ state: 'completed' });
    const left = await world.mirrored();
    expect(left.connections.length).toBeLessThan(connections.length);
    expect(
      await world.count(
        `select count(*) from service_connections where service_rosdomofon_id = ${gone} and vanished_at is null`,
      ),
    ).toBe(0);
    world.proxy.edit(untouched);
    await world.importNow();
    expect((await world.mirrored()).connections).toEqual(connections);
  });

  test('reports an object that cannot be read with its id, and goes on without it', async () => {
    const before = await world.mirrored();
    const { accounts, connections } = before;
    const [broken] = accounts;
    const [unstorable] = connections;
    world.proxy.edit((path, answer) => {
      if (/services\/\d+\/connections$/.test(path))
        return {
          ...answer,
          body: (answer.body as Objects).map((connection) =>
            connection.id === unstorable ? { ...connection, tariff: 1e30 } : connection,
          ),
        };
      if (path.endsWith(accountsPath))
        return {
          ...answer,
          body: (answer.body as Objects).map((account) =>
            account.id === broken ? { ...account, owner: null } : account,
          ),
        };
      if (path.endsWith('/v1/services')) {
        const page = answer.body as { content: Objects };
        return {
          ...answer,
          body: { ...page, content: page.content.map((one, at) => (at === 0 ? { ...one, name: 7 } : one)) },
        };
      }
      return answer;
    });
    const run = await world.importNow();
    expect(run).toMatchObject({ state: 'completed' });
    expect(run.problems).toEqual([
      {
        phase: 'services',
        rosdomofonId: expect.stringMatching(/^\d+$/),
        reason: expect.stringContaining('name'),
      },
      { phase: 'accounts', rosdomofonId: String(broken), reason: expect.stringContaining('owner') },
      {
        phase: 'connections',
        rosdomofonId: String(unstorable),
        reason: expect.stringContaining('SQLSTATE 22003'),
      },
    ]);
    expect(await world.countsOf(run)).toMatchObject({
      account: { unreadable: 1, same: accounts.length, vanished: 0 },
      service: { unreadable: 1, vanished: 0 },
      service_connection: { unreadable: 1, same: connections.length, vanished: 0 },
    });
    expect(await world.mirrored()).toEqual(before);
    world.proxy.edit(untouched);
  });

  test('takes nothing for gone when an object tells not even its id', async () => {
    const { accounts } = await world.truth();
    const [first, second] = accounts;
    world.proxy.edit((path, answer) =>
      path.endsWith(accountsPath)
        ? {
            ...answer,
            body: (answer.body as Objects)
              .filter(({ id }) => id !== second)
              .map((account) => (account.id === first ? { ...account, id: null } : account)),
          }
        : answer,
    );
    const run = await world.importNow();
    expect(run.problems).toMatchObject([{ phase: 'accounts', rosdomofonId: null }]);
    expect(await world.countsOf(run)).toMatchObject({ account: { vanished: 0, unreadable: 1 } });
    world.proxy.edit(untouched);
  });
});
