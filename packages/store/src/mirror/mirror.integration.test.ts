import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import {
  account,
  createMirror,
  entranceAddress,
  flat,
  serviceConnection,
} from '../testing/mirror-fixtures.ts';
import { countMirrored } from './count-mirrored.ts';
import { listUnconfirmedEntrances } from './list-unconfirmed-entrances.ts';
import { markVanished } from './mark-vanished.ts';
import { recordAccountDetails } from './upserts/record-account-details.ts';
import { upsertAbonents } from './upserts/upsert-abonents.ts';
import { upsertAccounts } from './upserts/upsert-accounts.ts';
import { upsertEntranceAddresses } from './upserts/upsert-entrance-addresses.ts';
import { upsertEntrances } from './upserts/upsert-entrances.ts';
import { upsertFlats } from './upserts/upsert-flats.ts';
import { upsertServiceConnections } from './upserts/upsert-service-connections.ts';
import { recordServiceTariffs, upsertServices } from './upserts/upsert-services.ts';

let store: Store;
let mirror: Awaited<ReturnType<typeof createMirror>>;
let next = 0;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  store = openStore(url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  mirror = await createMirror(store, `company${next++}`);
});

const of = { of: 'company' } as const;
const rows = <T>(text: string) => store.run<T>(text, [mirror.company.id]);
const told = async (entity: string) =>
  (
    await rows<{ op: string }>(
      `select op from changes where company_id = $1 and entity = '${entity}' order by changes.xid, id`,
    )
  ).map(({ op }) => op);
const counts = () =>
  rows<object>(`select added, changed, same, vanished, unreadable from sync_run_counts
    where company_id = $1 order by run_id`);

describe('accounts', () => {
  test('are told when they are new or another, and not when they are the same', async () => {
    const first = await mirror.begin();
    expect(await upsertAccounts(store, first, [account(2), account(1)])).toEqual({ added: 2, changed: 0 });
    await mirror.settle(first);
    const second = await mirror.begin();
    const given = [account(1), account(2, { isBlocked: true, blockReason: 'debt' }), account(3)];
    expect(await upsertAccounts(store, second, given)).toEqual({ added: 1, changed: 1 });
    expect((await told('account')).toSorted()).toEqual(['added', 'added', 'added', 'changed']);
    expect(
      await rows(`select rosdomofon_id::int as id, number, phone, is_blocked, block_reason,
        synced_at > changed_at as "isOlder" from accounts where company_id = $1 order by 1`),
    ).toMatchObject([
      { id: 1, number: '1001', phone: '79000000001', is_blocked: false, isOlder: true },
      { id: 2, is_blocked: true, block_reason: 'debt', isOlder: false },
      { id: 3, isOlder: false },
    ]);
  });

  test('that come twice in a run are written once; of two in one chunk the later one counts', async () => {
    const run = await mirror.begin();
    await upsertAccounts(store, run, [account(1), account(1, { number: 'later' })]);
    const before = await rows(`select ctid::text from accounts where company_id = $1`);
    expect(await upsertAccounts(store, run, [account(1, { number: 'later' })])).toEqual({
      added: 0,
      changed: 0,
    });
    expect(await rows(`select ctid::text from accounts where company_id = $1`)).toEqual(before);
    expect(await rows(`select number from accounts where company_id = $1`)).toEqual([{ number: 'later' }]);
  });

  test('that a complete reading does not find are marked, and come back when they are seen again', async () => {
    const first = await mirror.begin();
    await upsertAccounts(store, first, [account(1), account(2)]);
    await mirror.settle(first);
    const second = await mirror.begin();
    await upsertAccounts(store, second, [account(1)]);
    expect(await markVanished(store, second, 'account', of)).toBe(1);
    await countMirrored(store, second, { entity: 'account', scope: of, unreadable: 0 });
    await mirror.settle(second);
    const third = await mirror.begin();
    expect(await upsertAccounts(store, third, [account(1), account(2)])).toEqual({ added: 0, changed: 1 });
    expect(await markVanished(store, third, 'account', of)).toBe(0);
    await countMirrored(store, third, { entity: 'account', scope: of, unreadable: 2 });
    expect(
      await rows(`select count(*)::int as n from accounts where company_id = $1 and vanished_at is null`),
    ).toEqual([{ n: 2 }]);
    expect(await counts()).toEqual([
      { added: 0, changed: 0, same: 1, vanished: 1, unreadable: 0 },
      { added: 0, changed: 1, same: 1, vanished: 0, unreadable: 2 },
    ]);
    expect(await told('account')).toEqual(['added', 'added', 'changed', 'changed']);
  });

  test('vanish in small transactions, all of them', async () => {
    const first = await mirror.begin();
    await upsertAccounts(
      store,
      first,
      Array.from({ length: 1_234 }, (_, id) => account(id)),
    );
    await mirror.settle(first);
    expect(await markVanished(store, await mirror.begin(), 'account', of)).toBe(1_234);
    const [largest] = await rows<{ n: number }>(
      `select max(n)::int as n from (select count(*) as n from changes where company_id = $1 and op = 'changed' group by xid) as t`,
    );
    expect(largest).toEqual({ n: 500 });
  });

  test('keep what only their details tell when a list brings them again', async () => {
    const run = await mirror.begin();
    await upsertAccounts(store, run, [account(1)]);
    const details = {
      rosdomofonId: 1,
      balance: -120.555,
      balanceCurrency: 'RUB',
      balanceAt: new Date('2026-11-01T00:00:00Z'),
      recommendedPayment: 300,
      recommendedPaymentAt: null,
      paidUntil: null,
    };
    expect(await recordAccountDetails(store, run, details)).toEqual({ added: 0, changed: 1 });
    expect(await recordAccountDetails(store, run, details)).toEqual({ added: 0, changed: 0 });
    await upsertAccounts(store, run, [account(1, { isBlocked: true })]);
    expect(
      await rows(`select balance, recommended_payment, balance_at from accounts where company_id = $1`),
    ).toEqual([{ balance: '-120.56', recommended_payment: '300.00', balance_at: details.balanceAt }]);
  });
});

describe('the fence of a run', () => {
  test('refuses everything that a former owner still tries to write', async () => {
    const former = await mirror.begin();
    await upsertAccounts(store, former, [account(1)]);
    await mirror.takeOver(`second${next}`);
    const run = await mirror.claim();
    expect(run).toMatchObject({ id: former.runId, isResumed: true });
    await expect(upsertAccounts(store, former, [account(1, { number: 'old' })])).rejects.toMatchObject({
      code: 'SYNC_RUN_LOST',
    });
    await expect(markVanished(store, former, 'account', of)).rejects.toMatchObject({ code: 'SYNC_RUN_LOST' });
    await expect(
      countMirrored(store, former, { entity: 'account', scope: of, unreadable: 0 }),
    ).rejects.toMatchObject({ code: 'SYNC_RUN_LOST' });
    expect(await rows(`select number from accounts where company_id = $1`)).toEqual([{ number: '1001' }]);
    // The control: with the fence of the moment the same row goes through, so it is the fence that refuses.
    await upsertAccounts(store, { runId: former.runId, fence: run?.fence ?? -1n }, [
      account(1, { number: 'old' }),
    ]);
    expect(await rows(`select number from accounts where company_id = $1`)).toEqual([{ number: 'old' }]);
  });

  test('of a run that has ended refuses as well', async () => {
    const run = await mirror.begin();
    await mirror.settle(run);
    await expect(upsertAccounts(store, run, [account(1)])).rejects.toMatchObject({ code: 'SYNC_RUN_LOST' });
  });
});

describe('entrances', () => {
  const entrance = (id: number, serviceRosdomofonIds: number[]) => ({
    rosdomofonId: id,
    addressLine: `г. Иваново, ул. Ташкентская, д. 100, под. ${id}`,
    serviceRosdomofonIds,
  });
  const services = () =>
    rows(`select entrance_rosdomofon_id::int as e, service_rosdomofon_id::int as s from entrance_services
      where company_id = $1 order by 1, 2`);
  const ranges = () =>
    rows(`select entrance_rosdomofon_id::int as e, flat_start, flat_end from entrance_flat_ranges
      where company_id = $1 order by 1, 2`);

  test('have exactly the services that the list tells, and another one is a change of the entrance', async () => {
    const first = await mirror.begin();
    await upsertEntrances(store, first, [entrance(1, [5, 6, 6]), entrance(2, [])]);
    await mirror.settle(first);
    const run = await mirror.begin();
    expect(await upsertEntrances(store, run, [entrance(1, [6, 7]), entrance(2, [])])).toEqual({
      added: 0,
      changed: 1,
    });
    expect(await services()).toEqual([
      { e: 1, s: 6 },
      { e: 1, s: 7 },
    ]);
    // Also when the run has seen the entrance already.
    expect(await upsertEntrances(store, run, [entrance(1, [])])).toEqual({ added: 0, changed: 1 });
    expect(await services()).toEqual([]);
  });

  test('get the parts of their address and their ranges from flats, and keep the line of the list', async () => {
    const run = await mirror.begin();
    await upsertEntrances(store, run, [entrance(1, [])]);
    const extra = [
      { flatStart: 1, flatEnd: 20 },
      { flatStart: 101, flatEnd: 110 },
    ];
    expect(
      await upsertEntranceAddresses(store, run, [entranceAddress(1, { ranges: extra }), entranceAddress(2)]),
    ).toEqual({ added: 1, changed: 1 });
    expect(
      await rows(`select rosdomofon_id::int as id, address_line, address_words, street, house, number,
        street_rosdomofon_id::int as street_id from entrances where company_id = $1 order by 1`),
    ).toEqual([
      {
        id: 1,
        address_line: 'г. Иваново, ул. Ташкентская, д. 100, под. 1',
        address_words: 'иваново ташкентская 100 1',
        street: 'Ташкентская',
        house: '100',
        number: '1',
        street_id: 7037,
      },
      expect.objectContaining({ id: 2, address_line: 'Иваново, Ташкентская, 100, подъезд 2' }),
    ]);
    expect(await ranges()).toEqual([
      { e: 1, flat_start: 1, flat_end: 20 },
      { e: 1, flat_start: 101, flat_end: 110 },
      { e: 2, flat_start: 1, flat_end: 36 },
    ]);
    const fewer = entranceAddress(1, { ranges: extra.slice(0, 1) });
    expect(await upsertEntranceAddresses(store, run, [fewer])).toEqual({ added: 0, changed: 1 });
    expect(await upsertEntranceAddresses(store, run, [fewer])).toEqual({ added: 0, changed: 0 });
    expect(await ranges()).toHaveLength(2);
  });
});

describe('flats and service connections', () => {
  test('keep what an answer leaves out, and belong to whom the newest answer says', async () => {
    const run = await mirror.begin();
    await upsertFlats(store, run, [flat(1, { ownerAbonentRosdomofonId: 77, isBlocked: true })]);
    await upsertFlats(store, run, [
      flat(1, { entranceRosdomofonId: null, number: null, accountRosdomofonId: 9 }),
    ]);
    expect(
      await rows(`select entrance_rosdomofon_id::int as e, number, account_rosdomofon_id::int as a,
        owner_abonent_rosdomofon_id::int as o, is_blocked from flats where company_id = $1`),
    ).toEqual([{ e: 1, number: '1', a: 9, o: 77, is_blocked: true }]);
  });

  test('are marked for one account alone when only that was read', async () => {
    const first = await mirror.begin();
    const connections = [1, 2, 3].map((id) =>
      serviceConnection(id, { accountRosdomofonId: id === 3 ? 2 : 1 }),
    );
    await upsertServiceConnections(store, first, connections);
    await mirror.settle(first);
    const run = await mirror.begin();
    await upsertServiceConnections(store, run, connections.slice(0, 1));
    const ofAccount = { of: 'account', rosdomofonId: 1 } as const;
    expect(await markVanished(store, run, 'service_connection', ofAccount)).toBe(1);
    expect(
      await rows(
        `select rosdomofon_id::int as id from service_connections where company_id = $1 and vanished_at is not null`,
      ),
    ).toEqual([{ id: 2 }]);
  });

  test('without a connection are found by their entrance, those that were longest not seen first', async () => {
    const first = await mirror.begin();
    for (const id of [3, 1, 2, 4]) await upsertFlats(store, first, [flat(id, { entranceRosdomofonId: id })]);
    await mirror.settle(first);
    const run = await mirror.begin();
    const found = (limit: number) => listUnconfirmedEntrances(store, { runId: run.runId, limit });
    expect(await found(2)).toEqual([3, 1]);
    await upsertFlats(store, run, [flat(3, { entranceRosdomofonId: 3 })]);
    expect(await found(9)).toEqual([1, 2, 4]);
  });
});

test('services get their tariffs from where they are offered, and only a new one is a change', async () => {
  const run = await mirror.begin();
  await upsertServices(store, run, [{ rosdomofonId: 5, name: 'Gate 1', customName: null, type: 'Gate' }]);
  const tariffs = [
    { rosdomofonId: 5, tariff: 49.9 },
    { rosdomofonId: 6, tariff: 1 },
  ];
  expect(await recordServiceTariffs(store, run, tariffs)).toEqual({ added: 0, changed: 1 });
  expect(await recordServiceTariffs(store, run, tariffs)).toEqual({ added: 0, changed: 0 });
  expect(await rows(`select name, tariff from services where company_id = $1`)).toEqual([
    { name: 'Gate 1', tariff: '49.90' },
  ]);
});

test('abonents keep the phone of a newer event, and get one that nobody told yet', async () => {
  const { id } = mirror.company;
  await store.run(
    `insert into abonents (company_id, rosdomofon_id, phone, seen_at) values
      ($1, 1, '79000000001', now() + interval '1 hour'), ($1, 2, '79000000002', now() - interval '1 hour'), ($1, 3, null, now())`,
    [id],
  );
  const run = await mirror.begin();
  const given = [1, 2, 3, 4].map((abonent) => ({
    rosdomofonId: abonent,
    phone: `7900000010${abonent}`,
    hasLoggedIn: abonent !== 4,
  }));
  await upsertAbonents(store, run, given);
  expect(
    await rows(`select phone, has_logged_in from abonents where company_id = $1 order by rosdomofon_id`),
  ).toEqual([
    { phone: '79000000001', has_logged_in: true },
    { phone: '79000000102', has_logged_in: true },
    { phone: '79000000103', has_logged_in: true },
    { phone: '79000000104', has_logged_in: false },
  ]);
});
