import { createTestDatabase } from '@domovoy/testkit';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../open/open-store.ts';
import { abonents } from '../schema/abonent.ts';
import { changes } from '../schema/change.ts';
import { signUpEvents, signUps } from '../schema/sign-up.ts';
import { atSecond, createIntake, signUp, uidOf } from '../testing/intake-fixtures.ts';
import { recordSignUps } from './record-sign-ups.ts';

let store: Store;
let intake: Awaited<ReturnType<typeof createIntake>>;
let companies = 0;

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());
beforeEach(async () => {
  intake = await createIntake(store, `company${++companies}`);
});

const rows = () =>
  store.db.select().from(signUps).where(eq(signUps.companyId, intake.company.id)).orderBy(asc(signUps.uid));
const timeline = async () => {
  const events = await store.db
    .select()
    .from(signUpEvents)
    .where(eq(signUpEvents.companyId, intake.company.id))
    .orderBy(asc(signUpEvents.id));
  return events.map(({ kind, wireStatus }) => `${kind} ${wireStatus}`);
};
const feed = async () => {
  const entries = await store.db
    .select()
    .from(changes)
    .where(eq(changes.companyId, intake.company.id))
    .orderBy(asc(changes.xid), asc(changes.id));
  return entries.map(({ entity, op }) => `${entity} ${op}`);
};

describe('one sign-up', () => {
  test('of the own topic is new, has a timeline, a change and an abonent', async () => {
    expect(await recordSignUps(store, intake.own, 'company', [signUp(0)])).toEqual({
      fresh: 1,
      created: 1,
      adopted: 0,
      changed: 0,
      enqueued: 0,
      recreated: false,
    });
    expect(await rows()).toMatchObject([
      {
        uid: uidOf(1),
        state: 'new',
        wireStatus: 'unprocessed',
        city: 'Иваново',
        isVirtual: false,
        isOfferSigned: null,
      },
    ]);
    expect(await timeline()).toEqual(['received unprocessed']);
    expect(await feed()).toEqual(['sign_up added']);
    expect(
      await store.db.select().from(abonents).where(eq(abonents.companyId, intake.company.id)),
    ).toHaveLength(1);
  });

  test('read twice has its effects once', async () => {
    await recordSignUps(store, intake.own, 'company', [signUp(0)]);
    expect(await recordSignUps(store, intake.own, 'company', [signUp(0)])).toMatchObject({
      fresh: 0,
      created: 0,
    });
    expect(await timeline()).toHaveLength(1);
    expect(await feed()).toHaveLength(1);
  });

  test('of the network is kept without a change and without an abonent', async () => {
    expect(await recordSignUps(store, intake.network, 'network', [signUp(0)])).toMatchObject({ created: 1 });
    expect(await rows()).toMatchObject([{ state: 'network' }]);
    expect(await timeline()).toEqual(['received unprocessed']);
    expect(await feed()).toEqual([]);
    expect(await store.db.select().from(abonents).where(eq(abonents.companyId, intake.company.id))).toEqual(
      [],
    );
  });

  test('of the network that changes its status is still no change of the company', async () => {
    await recordSignUps(store, intake.network, 'network', [signUp(0)]);
    expect(
      await recordSignUps(store, intake.network, 'network', [signUp(1, { wireStatus: 'connected' })]),
    ).toMatchObject({ changed: 1 });
    expect(await rows()).toMatchObject([{ state: 'network', wireStatus: 'connected' }]);
    expect(await feed()).toEqual([]);
  });

  test('of the network is adopted when the own topic brings it', async () => {
    await recordSignUps(store, intake.network, 'network', [signUp(0)]);
    expect(
      await recordSignUps(store, intake.own, 'company', [signUp(0, { seenAt: atSecond(-5) })]),
    ).toMatchObject({
      created: 0,
      adopted: 1,
      changed: 0,
    });
    expect(await rows()).toMatchObject([{ state: 'new' }]);
    expect(await timeline()).toEqual(['received unprocessed', 'adopted unprocessed']);
    expect(await feed()).toEqual(['sign_up added']);
  });

  test('of the company is told of a newer status by the network, too', async () => {
    await recordSignUps(store, intake.own, 'company', [signUp(0)]);
    await recordSignUps(store, intake.network, 'network', [signUp(9, { wireStatus: 'processed' })]);
    expect(await rows()).toMatchObject([{ state: 'new', wireStatus: 'processed' }]);
    expect(await timeline()).toEqual(['received unprocessed', 'status_changed processed']);
    expect(await feed()).toEqual(['sign_up added', 'sign_up changed']);
  });

  test('keeps its newest status, whatever the order in which the topics tell it', async () => {
    await recordSignUps(store, intake.own, 'company', [
      signUp(0, { seenAt: atSecond(5), wireStatus: 'connected' }),
    ]);
    await recordSignUps(store, intake.network, 'network', [signUp(0, { seenAt: atSecond(1) })]);
    await recordSignUps(store, intake.network, 'network', [
      signUp(1, { seenAt: atSecond(9), wireStatus: 'connected' }),
    ]);
    await recordSignUps(store, intake.own, 'company', [
      signUp(1, { seenAt: atSecond(7), wireStatus: 'processed' }),
    ]);
    expect(await rows()).toMatchObject([{ wireStatus: 'connected', seenAt: atSecond(9) }]);
    expect(await timeline()).toEqual([
      'received connected',
      'outdated unprocessed',
      'repeated connected',
      'outdated processed',
    ]);
    expect(await feed()).toEqual(['sign_up added']);
  });
});

describe('a chunk', () => {
  test('with several events of one sign-up gives each its row, and one change', async () => {
    await recordSignUps(store, intake.own, 'company', [
      signUp(0),
      signUp(1, { number: 2 }),
      signUp(2, { wireStatus: 'processed', seenAt: atSecond(20) }),
      signUp(3, { wireStatus: 'rejected', seenAt: atSecond(10) }),
      signUp(4, { wireStatus: 'connected', seenAt: atSecond(20) }),
      signUp(5, { wireStatus: 'connected', seenAt: atSecond(30) }),
    ]);
    expect(await rows()).toMatchObject([
      { wireStatus: 'connected', seenAt: atSecond(30) },
      { uid: uidOf(2) },
    ]);
    expect(await timeline()).toEqual([
      'received unprocessed',
      'received unprocessed',
      'status_changed processed',
      'outdated rejected',
      'status_changed connected',
      'repeated connected',
    ]);
    expect(await feed()).toEqual(['sign_up added', 'sign_up added']);
  });

  test('that holds one offset twice counts it once', async () => {
    const twice = [signUp(0), signUp(1, { number: 2 }), signUp(1, { number: 2 })];
    expect(await recordSignUps(store, intake.own, 'company', twice)).toMatchObject({ fresh: 2, created: 2 });
  });

  test('of a topic created anew writes nothing, also when its first record is the same', async () => {
    await recordSignUps(store, intake.own, 'company', [signUp(0), signUp(1, { number: 2 })]);
    const again = [signUp(0), signUp(1, { number: 3, hash: 77 }), signUp(2, { number: 4 })];
    expect(await recordSignUps(store, intake.own, 'company', again)).toEqual({
      fresh: 0,
      created: 0,
      adopted: 0,
      changed: 0,
      enqueued: 0,
      recreated: true,
    });
    expect(await rows()).toHaveLength(2);
  });

  test('keeps every text as it is, and what Postgres cannot hold as U+FFFD', async () => {
    const city = 'a"b\\c{},\n\t\u{1f600}é';
    await recordSignUps(store, intake.own, 'company', [
      signUp(0, {
        city,
        street: '',
        house: null,
        flat: 'a\0b\u001ec\u001fd\ud800e',
        payload: '{"a":"\\u0000"}',
      }),
    ]);
    expect(await rows()).toMatchObject([{ city, street: '', house: null, flat: 'a�b�c�d�e' }]);
  });

  test('of one event with nothing but empty texts arrives', async () => {
    await recordSignUps(store, intake.own, 'company', [signUp(0, { city: '', street: null, house: '' })]);
    expect(await rows()).toMatchObject([{ city: '', street: null, house: '' }]);
  });
});

// Found by `faults/crm/kill`: two topics in the same microsecond, and nobody began to work on the sign-up.
test('of the network that is adopted in the same moment is told and worked on all the same', async () => {
  const { url } = await createTestDatabase();
  await using setup = openStore(url, { applicationName: 'test' });
  await setup.run('create schema still', []);
  await setup.run(
    `create function still.now() returns timestamptz language sql as $$ select timestamptz '2026-11-27T09:00Z' $$`,
    [],
  );
  await setup.run(
    `alter database ${new URL(url).pathname.slice(1)} set search_path = still, public, pg_catalog`,
    [],
  );
  await using atOneTime = openStore(url, { applicationName: 'test' });
  const { own, network } = await createIntake(atOneTime, 'still');
  await recordSignUps(atOneTime, network, 'network', [signUp(0)]);
  await atOneTime.run('update sign_ups set updated_at = now()', []);
  await recordSignUps(atOneTime, own, 'company', [signUp(0)]);
  const told = await atOneTime.run<{ entity: string; op: string }>('select entity, op from changes', []);
  expect(told).toEqual([{ entity: 'sign_up', op: 'added' }]);
});

test('two topics that bring the same sign-ups at once make one row each and lose no event', async () => {
  const numbers = Array.from({ length: 200 }, (_, i) => i + 1);
  const chunk = (order: number[]) => order.map((number, offset) => signUp(offset, { number }));
  await Promise.all([
    recordSignUps(store, intake.own, 'company', chunk(numbers)),
    recordSignUps(store, intake.network, 'network', chunk(numbers.toReversed())),
    recordSignUps(store, { ...intake.own, partition: 1 }, 'company', chunk(numbers)),
  ]);
  expect((await rows()).map((row) => row.state)).toEqual(numbers.map(() => 'new'));
  expect(await timeline()).toHaveLength(600);
  expect((await feed()).filter((entry) => entry === 'sign_up added')).toHaveLength(200);
});
