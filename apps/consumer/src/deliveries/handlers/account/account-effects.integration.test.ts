import {
  blockAccount,
  blockServiceConnection,
  connectService,
  createAccount,
  createFlat,
  effectOutcome,
  type RequestedEffect,
  unblockAccount,
  unblockServiceConnection,
} from '@domovoy/domain';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createEffectWorld, type EffectWorld } from '../testing/effect-world.ts';

interface Abonent {
  readonly id: number;
  readonly phone: number;
  readonly counts: { readonly accounts: number; readonly flats: number; readonly connections: number };
  readonly accounts: readonly { id: number; number: string; isBlocked: boolean }[];
  readonly flats: readonly { id: number; entranceId: number; number: number }[];
  readonly connections: readonly { id: number; serviceId: number; flatId: number; isBlocked: boolean }[];
}

let world: EffectWorld;
let number: string;

beforeAll(async () => {
  world = await createEffectWorld();
  await (await world.startConsumer()).ready();
  // The first import: what is blocked is in the mirror then.
  await world.until(`select count(*) from sync_runs where state = 'completed'`, 1);
  number = (await abonent()).accounts[0]?.number ?? '';
});
afterAll(() => world.close());
afterEach(() => world.call('DELETE', '/faults'));

const abonent = (accountId = world.account) => world.call<Abonent>('GET', `/abonent?accountId=${accountId}`);
const outcome = async (requested: RequestedEffect) =>
  effectOutcome(world.store, await world.settled(requested, 15_000));
/** Calls that changed something, of those since `from`. */
const changes = async (path: string) =>
  (
    await world.call<{ requests: { method: string }[] }>(
      'GET',
      `/history?path=${encodeURIComponent(path)}&limit=500`,
    )
  ).requests.length;
const blocked = () => world.count(`select count(*) from accounts where number = '${number}' and is_blocked`);

describe('an account', () => {
  test('is blocked there and in the mirror, told in the feed and the audit trail; a second time changes nothing', async () => {
    const path = '/abonents-service/api/v1/accounts/*/block';
    const before = await changes(path);
    const block = async () =>
      outcome(await blockAccount(world.store, { ...(await world.caller()), number, reason: 'debt' }));
    expect(await block()).toMatchObject({ kind: 'done', result: { isBlocked: true, isChanged: true } });
    expect((await abonent()).accounts).toMatchObject([{ isBlocked: true }]);
    expect(await blocked()).toBe(1);
    expect(
      await world.rows(`select c.op from changes c join accounts a on a.id = c.entity_id
        where c.entity = 'account' and a.number = '${number}' and c.op = 'changed'`),
    ).toHaveLength(1);
    expect(
      await world.rows(
        `select actor, action, entity, details from audit_entries where action = 'account.block'`,
      ),
    ).toEqual([
      { actor: 'user:anna', action: 'account.block', entity: 'account', details: { number, reason: 'debt' } },
    ]);
    expect(await block()).toMatchObject({ kind: 'done', result: { isBlocked: true, isChanged: false } });
    expect((await changes(path)) - before).toBe(1);
  });

  test.each(['error-after', 'cut-after', 'html-after'])(
    'is unblocked once, although the answer was %s',
    async (kind) => {
      await outcome(await blockAccount(world.store, { ...(await world.caller()), number, reason: null }));
      const path = '/abonents-service/api/v1/accounts/*/block';
      const before = await changes(path);
      await world.fault({ kind, path, method: 'DELETE', times: 1 });
      const requested = await unblockAccount(world.store, { ...(await world.caller()), number });
      expect(await outcome(requested)).toMatchObject({ kind: 'done', result: { isChanged: false } });
      expect((await changes(path)) - before).toBe(1);
      expect(await blocked()).toBe(0);
    },
  );

  test('that RosDomofon does not know is a failure of its own kind', async () => {
    const requested = await blockAccount(world.store, {
      ...(await world.caller()),
      number: 'nobody',
      reason: null,
    });
    expect(await outcome(requested)).toEqual({ kind: 'not-found-there' });
  });

  test('that cannot be changed yet is pending, and done later', async () => {
    await world.fault({ kind: 'error', path: '/abonents-service/api/v1/accounts/*', times: 3 });
    const requested = await blockAccount(world.store, {
      ...(await world.caller()),
      number,
      reason: null,
    });
    if (!('deliveryId' in requested)) throw new Error(requested.kind);
    const [row] = await world.store.company(await world.companyId()).loadDeliveries([requested.deliveryId]);
    if (row === undefined) throw new Error('no delivery');
    expect(await effectOutcome(world.store, row)).toMatchObject({ kind: 'pending' });
    expect(await outcome(requested)).toMatchObject({ kind: 'done', result: { isBlocked: true } });
  });

  test('is made once, although the answer was lost; with the number of somebody else it is refused', async () => {
    const { phone } = await abonent(world.account + 1);
    await world.fault({
      kind: 'error-after',
      path: '/abonents-service/api/v1/accounts',
      method: 'POST',
      times: 1,
    });
    const made = await outcome(
      await createAccount(world.store, { ...(await world.caller()), number: 'new-1', phone: String(phone) }),
    );
    expect(made).toMatchObject({ kind: 'done', result: { isNew: false } });
    expect((await abonent(world.account + 1)).counts.accounts).toBe(2);
    expect(await world.count(`select count(*) from accounts where number = 'new-1'`)).toBe(1);
    const taken = await createAccount(world.store, {
      ...(await world.caller()),
      number,
      phone: String(phone),
    });
    expect(await outcome(taken)).toMatchObject({ kind: 'refused', code: 'ACCOUNT_NUMBER_TAKEN' });
  });
});

describe('a flat and its services', () => {
  test('are made and connected once, although every answer was lost', async () => {
    const { flats, counts } = await abonent();
    const [home] = flats;
    const caller = await world.caller();
    await world.fault({
      kind: 'error-after',
      path: '/abonents-service/api/v1/flats',
      method: 'POST',
      times: 1,
    });
    const flat = await outcome(
      await createFlat(world.store, {
        ...caller,
        accountRosdomofonId: BigInt(world.account),
        entranceRosdomofonId: BigInt(home?.entranceId ?? 0),
        flatNumber: '777',
        isVirtual: true,
      }),
    );
    expect(flat).toMatchObject({ kind: 'done', result: { isNew: false } });
    const after = await abonent();
    expect(after.counts.flats).toBe(counts.flats + 1);
    expect(await world.count(`select count(*) from flats where number = '777'`)).toBe(1);

    const flatId = after.flats.find((one) => one.number === 777)?.id ?? 0;
    const serviceId = after.connections.find((one) => one.flatId === home?.id)?.serviceId ?? 0;
    await world.fault({
      kind: 'cut-after',
      path: '/abonents-service/api/v1/services/*/connections',
      method: 'POST',
      times: 1,
    });
    const connect = async () =>
      outcome(
        await connectService(world.store, {
          ...(await world.caller()),
          serviceRosdomofonId: BigInt(serviceId),
          flatRosdomofonId: BigInt(flatId),
          accountRosdomofonId: BigInt(world.account),
        }),
      );
    expect(await connect()).toMatchObject({ kind: 'done', result: { isNew: false } });
    expect(await connect()).toMatchObject({ kind: 'done', result: { isNew: false } });
    expect((await abonent()).counts.connections).toBe(after.counts.connections + 1);
    expect(
      await world.count(`select count(*) from service_connections where flat_rosdomofon_id = ${flatId}`),
    ).toBe(1);
  });

  test('what the service refuses is told in its own words', async () => {
    const [connection] = (await abonent()).connections;
    const requested = await connectService(world.store, {
      ...(await world.caller()),
      serviceRosdomofonId: BigInt(connection?.serviceId ?? 0),
      flatRosdomofonId: 4_000_000n,
      accountRosdomofonId: BigInt(world.account),
    });
    expect(await outcome(requested)).toEqual({
      kind: 'refused',
      code: 'ROSDOMOFON_REJECTED',
      reason: expect.stringContaining('4000000'),
    });
  });

  test('a connection is blocked and unblocked, there and in the mirror', async () => {
    const [row] = await world.rows<{ id: bigint; rosdomofon_id: bigint }>(
      `select id, rosdomofon_id from service_connections where account_rosdomofon_id = ${world.account} and not is_blocked limit 1`,
    );
    const given = { serviceConnectionId: row?.id ?? 0n };
    const isBlocked = async () =>
      (await abonent()).connections.find(({ id }) => id === Number(row?.rosdomofon_id))?.isBlocked;
    const mirrored = () =>
      world.count(`select count(*) from service_connections where id = ${row?.id} and is_blocked`);
    expect(
      await outcome(
        await blockServiceConnection(world.store, { ...(await world.caller()), ...given, reason: 'debt' }),
      ),
    ).toMatchObject({ kind: 'done' });
    expect([await isBlocked(), await mirrored()]).toEqual([true, 1]);
    await outcome(await unblockServiceConnection(world.store, { ...(await world.caller()), ...given }));
    expect([await isBlocked(), await mirrored()]).toEqual([false, 0]);
    expect(
      await blockServiceConnection(world.store, {
        ...(await world.caller()),
        serviceConnectionId: 999_999n,
        reason: null,
      }),
    ).toEqual({ kind: 'not-found' });
  });
});
