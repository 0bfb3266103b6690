import { approveSignUp, retrySignUp, Suggestions } from '@domovoy/domain';
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
  const [first] = await world.entrances();
  if (first === undefined) throw new Error('no entrance');
  entrance = first;
});
afterAll(() => world.close());
beforeEach(() => world.policy('automatic'));

const signUp = (phone: string, more: object = {}) =>
  world.send({ phone, entranceId: entrance.id, flat: entrance.flatStart, ...more });
const nothingMade = async (phone: string) =>
  expect((await world.there(phone)).counts).toMatchObject({ accounts: 0, flats: 0, messages: 0 });
async function suggestionsFor(signUpId: bigint) {
  const [plan] = await world.store.company(world.companyId).loadSignUpPlans([signUpId]);
  return Suggestions.parse(plan?.suggestions);
}
const importAgain = async () => {
  await world.store.run(
    `insert into sync_runs (company_id, integration_id, kind, state, requested_by)
     select company_id, id, 'full', 'queued', 'test' from integrations`,
    [],
  );
  await world.store.run(`select pg_notify('domovoy_sync_runs', '')`, []);
};

/** Each time one in another house: what was looked for in one is remembered for a while. */
let houses = 0;
async function otherHouse(): Promise<EntranceThere & { readonly line: string }> {
  const rows = await world.store.run<{ id: bigint; line: string }>(
    'select rosdomofon_id as id, address_line as line from entrances',
    [],
  );
  const lines = new Map(rows.map(({ id, line }) => [Number(id), line]));
  const doors = (await world.entrances()).map((door) => ({ ...door, line: lines.get(door.id) ?? '' }));
  const byLine = Map.groupBy(
    doors.filter(({ services, line }) => services.length > 0 && line !== lines.get(entrance.id)),
    ({ line }) => line,
  );
  const found = [...byLine.values()][houses++]?.[0];
  if (found === undefined) throw new Error('no other house');
  return found;
}

describe('a person is asked, with what speaks for each entrance', () => {
  test('when the sign-up names no flat; a later event that names it settles that', async () => {
    const phone = newPhone();
    const { uid } = await signUp(phone, { flat: null });
    const { id } = await world.reached(uid, 'needs_review', 'FLAT_MISSING');
    const suggestions = await suggestionsFor(id);
    expect(suggestions.filter(({ entranceId }) => entranceId === entrance.id)).toMatchObject([
      {
        entranceId: entrance.id,
        reasons: expect.arrayContaining(['FLAT_UNKNOWN']),
        score: expect.any(Number),
        evidence: { flat: 'unknown' },
        flatRanges: [{ start: entrance.flatStart, end: entrance.flatEnd }],
        services: entrance.services.map((service) => expect.objectContaining({ id: service.id })),
      },
    ]);
    await nothingMade(phone);

    await world.send({ uid, flat: String(entrance.flatStart) });
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1 });
  });

  test.each([
    ['FLAT_UNCLEAR', { flat: '12А' }],
    ['FLAT_OUTSIDE_RANGES', { flat: '99999' }],
    ['ENTRANCE_NOT_FOUND', { entranceId: undefined, city: 'Иваново', street: 'Небывалая', house: '999' }],
  ])('with the reason %s', async (reason, more) => {
    const phone = newPhone();
    const { uid } = await signUp(phone, more);
    await world.reached(uid, 'needs_review', reason);
    await nothingMade(phone);
    const told = (await world.timeline(uid)).filter(({ kind }) => kind === 'review_needed');
    expect(told).toMatchObject([{ details: { reason } }]);
  });

  test('when several entrances of the house have the flat', async () => {
    const [twin] = await world.store.run<{ id: bigint }>(
      `select e.rosdomofon_id as id from entrances e join entrances o
         on o.address_line = e.address_line and o.id <> e.id
       join entrance_flat_ranges r on r.entrance_rosdomofon_id = e.rosdomofon_id
       join entrance_flat_ranges q on q.entrance_rosdomofon_id = o.rosdomofon_id and q.flat_start = r.flat_start
       limit 1`,
      [],
    );
    const [range] = await world.store.run<{ start: number }>(
      'select flat_start as start from entrance_flat_ranges where entrance_rosdomofon_id = $1 limit 1',
      [twin?.id ?? null],
    );
    const phone = newPhone();
    const { uid } = await world.send({ phone, entranceId: Number(twin?.id), flat: range?.start });
    const { id } = await world.reached(uid, 'needs_review', 'SEVERAL_ENTRANCES');
    const suggestions = await suggestionsFor(id);
    expect(suggestions.length).toBeGreaterThan(1);
    expect(suggestions.map(({ entranceId }) => entranceId)).toContain(Number(twin?.id));
  });

  test('when nobody knows which flats the entrance has; an import that brings them settles that', async () => {
    const { id: entranceId, flatStart: flat } = await otherHouse();
    const ranges = `entrance_flat_ranges where entrance_rosdomofon_id = ${entranceId}`;
    await world.store.run(`delete from ${ranges}`, []);
    // Neither the entrance nor any of its flats tells.
    world.edit((path, answer) => {
      if (path.endsWith(`/entrances/${entranceId}/flats`)) return { ...answer, body: [] };
      if (!path.includes(`/entrances/${entranceId}`)) return answer;
      return { ...answer, body: Object.assign({}, answer.body, { address: null }) };
    });
    const phone = newPhone();
    const { uid } = await signUp(phone, { entranceId, flat });
    const { id } = await world.reached(uid, 'needs_review', 'FLAT_RANGES_UNKNOWN');
    const suggestions = await suggestionsFor(id);
    expect(suggestions.find(({ entranceId: one }) => one === entranceId)).toMatchObject({
      flatRanges: null,
      reasons: expect.arrayContaining(['FLAT_RANGES_UNKNOWN']),
    });
    await nothingMade(phone);
    world.edit((_path, answer) => answer);
    await importAgain();
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1, messages: 1 });
    expect(await world.count(`select count(*) from ${ranges}`)).toBeGreaterThan(0);
  });

  test('when it may be in another town: the entrance is suggested, with the doubt; a person approves it', async () => {
    const { id, line, flatStart } = await otherHouse();
    const [, street, house] = line.split(', ');
    const phone = newPhone();
    const { uid } = await world.send({ phone, city: '', street, house, flat: flatStart });
    const row = await world.reached(uid, 'needs_review', 'ADDRESS_DOUBTFUL');
    const suggestions = await suggestionsFor(row.id);
    expect(suggestions.map(({ entranceId }) => entranceId)).toContain(id);
    for (const { reasons } of suggestions) expect(reasons).toContain('CITY_UNKNOWN');
    await nothingMade(phone);
    const approved = await approveSignUp(world.store, {
      companyId: world.companyId,
      signUpId: row.id,
      expectedVersion: row.version,
      actor: 'user:1',
      entranceId: id,
    });
    expect(approved).toMatchObject({ kind: 'done' });
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).flats).toMatchObject([{ entranceId: id }]);
  });

  test('when the policy would connect nothing that the entrance has', async () => {
    await world.policy('automatic', { services: { pick: 'types', types: ['Teleport'] } });
    const { uid } = await signUp(newPhone());
    await world.reached(uid, 'needs_review', 'NO_SERVICES');
  });

  test('when the look for the entrance itself fails for good', async () => {
    const phone = newPhone();
    await world.fault({ kind: 'error', path: 'entrances', status: 400 });
    const { uid } = await signUp(phone, { entranceId: undefined, street: 'Небывалая', house: '998' });
    await world.reached(uid, 'needs_review', 'MATCH_FAILED');
    await world.noFaults();
    const { id: signUpId, version } = await world.reached(uid, 'needs_review', 'MATCH_FAILED');
    const acted = await retrySignUp(world.store, {
      companyId: world.companyId,
      signUpId,
      expectedVersion: version,
      actor: 'user:1',
    });
    expect(acted.kind).toBe('done');
    await world.reached(uid, 'needs_review', 'ENTRANCE_NOT_FOUND');
  });
});

describe('it goes on by itself', () => {
  test('at RosDomofon’s own search, for a house that the mirror does not know yet', async () => {
    await world.store.run(
      `update entrances set vanished_at = now() where rosdomofon_id = ${entrance.id}`,
      [],
    );
    const phone = newPhone();
    const { uid } = await signUp(phone);
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).flats).toMatchObject([{ entranceId: entrance.id }]);
    await world.store.run(`update entrances set vanished_at = null where rosdomofon_id = ${entrance.id}`, []);
  });

  test('when an import of the mirror brings what was missing, without a line of the timeline for nothing', async () => {
    await world.policy('automatic', { services: { pick: 'types', types: ['Teleport'] } });
    const phone = newPhone();
    const { uid } = await signUp(phone);
    await world.reached(uid, 'needs_review', 'NO_SERVICES');
    const runs = await world.count('select count(*) from sync_runs');
    await importAgain();
    await world.until(`select count(*) from sync_runs where state = 'completed'`, runs + 1);
    await world.until(
      `select count(*) from deliveries d join sign_ups s on d.payload ->> 'signUpId' = s.id::text
       where s.uid = '${uid}' and d.state = 'delivered'`,
      2,
    );
    expect((await world.timeline(uid)).filter(({ kind }) => kind === 'review_needed')).toHaveLength(1);

    await world.policy('automatic');
    await importAgain();
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1 });
  });
});

describe('what others decide in RosDomofon is followed', () => {
  test.each([
    ['rejected', 'rejected', 'REJECTED_ELSEWHERE'],
    ['connected', 'completed', 'CONNECTED_ELSEWHERE'],
    ['delegated', 'needs_review', 'DELEGATED_ELSEWHERE'],
  ] as const)('%s there is %s here', async (status, state, reason) => {
    const phone = newPhone();
    const { uid } = await signUp(phone, { flat: null });
    await world.reached(uid, 'needs_review', 'FLAT_MISSING');
    await world.send({ uid, status });
    await world.reached(uid, state, reason);
    // And nothing more: not even when the flat comes.
    await world.send({ uid, status, flat: String(entrance.flatStart) });
    await world.until(`select count(*) from sign_ups where uid = '${uid}' and flat is not null`, 1);
    await world.until(`select count(*) from deliveries where state in ('pending', 'leased')`, 0);
    await world.reached(uid, state, reason);
    await nothingMade(phone);
  });

  test('also in the middle of the steps: those that are left are not begun', async () => {
    const phone = newPhone();
    await world.fault({ kind: 'error', path: 'flats', method: 'POST' });
    const { id, uid } = await signUp(phone);
    const failing = `select count(*) from deliveries d join sign_ups s on d.payload ->> 'signUpId' = s.id::text
      where s.uid = '${uid}' and d.kind = 'sign_up.ensure_flat' and d.attempts > 0`;
    await world.until(failing, 1);
    await world.send({ uid, status: 'rejected' });
    await world.until(`select count(*) from sign_ups where uid = '${uid}' and wire_status = 'rejected'`, 1);
    await world.noFaults();
    await world.store.run(`update deliveries set due_at = now() where state = 'pending'`, []);
    await world.reached(uid, 'rejected', 'REJECTED_ELSEWHERE');
    await world.until(`select count(*) from deliveries where state in ('pending', 'leased')`, 0);
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 0, messages: 0 });
    expect((await world.stateThere(id))?.status).toBe('REJECTED');
  });
});
