import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createSignUpWorld,
  type EntranceThere,
  newPhone,
  type SignUpWorld,
} from './testing/sign-up-world.ts';

let world: SignUpWorld;
let entrance: EntranceThere;
beforeAll(async () => {
  world = await createSignUpWorld();
  const found = (await world.entrances()).find(({ services }) => services.length > 1);
  if (found === undefined) throw new Error('no entrance');
  entrance = found;
});
afterAll(() => world.close());
beforeEach(() => world.policy('automatic'));

const signUp = (phone: string, more: object = {}) =>
  world.send({ phone, entranceId: entrance.id, flat: entrance.flatStart, ...more });
const services = () => entrance.services.length;
/** What the hub did; what RosDomofon told of it besides comes when it comes. */
const deedsOf = async (uid: string) =>
  (await world.timeline(uid)).flatMap(({ kind, actor }) => (actor === null ? [] : kind));
const deliveries = (where: string) => world.count(`select count(*) from deliveries where ${where}`);

describe('a sign-up that is certain', () => {
  test('ends with an account, a flat, its services, the status and a welcome, each exactly once', async () => {
    const phone = newPhone();
    const { id, uid } = await signUp(phone);
    const row = await world.reached(uid, 'completed');
    expect(await world.there(phone)).toMatchObject({
      counts: { accounts: 1, flats: 1, connections: services(), messages: 1 },
      accounts: [{ number: row.contractNumber ?? `DV${id}` }],
      flats: [{ number: entrance.flatStart, entranceId: entrance.id }],
    });
    expect((await world.stateThere(id))?.status).toBe('CONNECTED');
    expect(await deedsOf(uid)).toEqual(['matched', ...Array(5).fill('step_done'), 'completed']);
  });

  test('is in the mirror at once', async () => {
    const phone = newPhone();
    const { uid } = await signUp(phone);
    await world.reached(uid, 'completed');
    const [account] = await world.store
      .company(world.companyId)
      .loadAccountsByPhone({ phones: [phone], limit: 5 });
    const [flat] = await world.store.run<{ number: string; connections: bigint }>(
      `select f.number, (select count(*) from service_connections c where c.flat_rosdomofon_id = f.rosdomofon_id) as connections
       from flats f where f.account_rosdomofon_id = $1`,
      [account?.rosdomofonId ?? null],
    );
    expect(flat).toEqual({ number: String(entrance.flatStart), connections: BigInt(services()) });
  });

  test('of a person who has an account, and then the flat, makes neither again', async () => {
    const phone = newPhone();
    const first = await signUp(phone);
    await world.reached(first.uid, 'completed');
    const second = await signUp(phone, { flat: entrance.flatStart + 1 });
    await world.reached(second.uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 2, messages: 2 });
    const third = await signUp(phone);
    await world.reached(third.uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({
      accounts: 1,
      flats: 2,
      connections: 2 * services(),
    });
  });

  test('sent twice by one new person at the same moment still makes one account and one flat', async () => {
    const phone = newPhone();
    const sent = await Promise.all([signUp(phone), signUp(phone), signUp(phone)]);
    for (const { uid } of sent) await world.reached(uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({
      accounts: 1,
      flats: 1,
      connections: services(),
    });
  });

  test('whose contract number is taken gets the next number of the policy', async () => {
    const [taken] = await world.store.run<{ number: string }>(
      'select number from accounts where number is not null and vanished_at is null order by id limit 1',
      [],
    );
    await world.policy('automatic', {
      accountNumber: { prefersContract: false, template: taken?.number ?? '' },
    });
    const phone = newPhone();
    const { id, uid } = await signUp(phone);
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).accounts).toMatchObject([{ number: `DV${id}` }]);
  });

  test('causes nothing by its own status, which RosDomofon tells as an event', async () => {
    const phone = newPhone();
    const { uid } = await signUp(phone);
    const { id } = await world.reached(uid, 'completed');
    await world.until(`select count(*) from sign_ups where id = ${id} and wire_status = 'connected'`, 1);
    expect(
      await deliveries(
        `payload ->> 'signUpId' = '${id}' and kind in ('sign_up.match', 'sign_up.set_status')`,
      ),
    ).toBe(2);
  });
});

describe('the policy says', () => {
  test('which services are connected', async () => {
    const [type = ''] = entrance.services.map((service) => service.type);
    await world.policy('automatic', { services: { pick: 'types', types: [type] } });
    const phone = newPhone();
    await world.reached((await signUp(phone)).uid, 'completed');
    const connected = (await world.there(phone)).connections.map(({ serviceId }) => serviceId);
    expect(connected).toEqual(
      entrance.services.filter((service) => service.type === type).map(({ id }) => id),
    );
  });

  test('which status RosDomofon is given when, and in which language abonents are welcomed', async () => {
    await world.policy('automatic', {
      statuses: { started: 'processed', completed: 'connected', rejected: 'rejected' },
      language: 'en',
      welcome: { ru: 'Добро пожаловать', en: 'Flat {{flat}}, account {{account}}: welcome' },
    });
    const phone = newPhone();
    const { id, uid } = await signUp(phone);
    const row = await world.reached(uid, 'completed');
    const { messages } = await world.call<{ messages: { text: string }[] }>('GET', `/chat?phone=${phone}`);
    const number = row.contractNumber ?? `DV${id}`;
    expect(messages.map(({ text }) => text)).toEqual([
      `Flat ${entrance.flatStart}, account ${number}: welcome`,
    ]);
    expect(await deliveries(`payload ->> 'signUpId' = '${row.id}' and kind = 'sign_up.set_status'`)).toBe(2);
  });

  test('that nobody is woken at night: all is done, and the welcome waits for the morning', async () => {
    // Night in every time zone, but for one minute of the day.
    const quietHours = { from: '00:00', to: '23:59', timeZone: 'UTC' };
    await world.policy('automatic', { quietHours });
    const phone = newPhone();
    const { id, uid } = await signUp(phone);
    const waiting = `select count(*) from deliveries d join sign_ups s on d.payload ->> 'signUpId' = s.id::text
      where s.uid = '${uid}' and d.kind = 'sign_up.send_message' and d.state = 'pending' and d.due_at > now()`;
    await world.until(waiting, 1);
    await world.reached(uid, 'provisioning');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1, messages: 0 });
    expect((await world.stateThere(id))?.status).toBe('CONNECTED');

    // The evening's second wish of the same person does not wait for the welcome of the first.
    const second = await signUp(phone, { flat: entrance.flatStart + 1 });
    await world.reached(second.uid, 'provisioning');
    await world.until(waiting.replace(uid, second.uid), 1);

    await world.policy('automatic', { quietHours: null });
    await world.store.run(
      `update deliveries set due_at = now() where state = 'pending' and kind = 'sign_up.send_message'`,
      [],
    );
    await world.reached(uid, 'completed');
    await world.reached(second.uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ messages: 2 });
  });

  test('by default, when nobody has said anything, that a person decides', async () => {
    await world.policy('review');
    const phone = newPhone();
    await world.reached((await signUp(phone)).uid, 'needs_review', 'POLICY_REVIEW');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 0, flats: 0, messages: 0 });
  });
});

describe('nothing is done about a sign-up', () => {
  test('that was asked for before the policy begins', async () => {
    const { uid } = await signUp(newPhone(), { createdAt: Date.now() - 86_400_000 });
    await world.reached(uid, 'new', 'BEFORE_START');
  });

  test('of which others have begun already', async () => {
    const { uid } = await signUp(newPhone(), { status: 'processed' });
    await world.reached(uid, 'new', 'HANDLED_ELSEWHERE');
  });

  test('of another company', async () => {
    const { uid } = await signUp(newPhone(), { onlyNetwork: true });
    await world.until(`select count(*) from sign_ups where uid = '${uid}' and state = 'network'`, 1);
    expect(
      await deliveries(`payload ->> 'signUpId' = (select id::text from sign_ups where uid = '${uid}')`),
    ).toBe(0);
  });
});
