import { approveSignUp, assignSignUp, rejectSignUp, retrySignUp } from '@domovoy/domain';
import type { SignUpRow } from '@domovoy/store';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
afterEach(() => world.noFaults());

/** A sign-up that waits for a person, because it names no flat. */
async function waiting() {
  const phone = newPhone();
  const { id, uid } = await world.send({ phone, entranceId: entrance.id, flat: null });
  const row = await world.reached(uid, 'needs_review', 'FLAT_MISSING');
  return { phone, uid, there: id, row };
}
const act = (row: SignUpRow, actor = 'user:1') => ({
  companyId: world.companyId,
  signUpId: row.id,
  expectedVersion: row.version,
  actor,
});
const approval = (row: SignUpRow) => ({
  ...act(row),
  entranceId: entrance.id,
  flat: String(entrance.flatStart),
});
const audit = async (row: SignUpRow) =>
  (
    await world.store
      .company(world.companyId)
      .listAuditEntries({ entity: 'sign_up', entityIds: [row.id], limit: 10 })
  ).map(({ action, actor }) => `${actor} ${action}`);

describe('approving', () => {
  test('with an entrance, a flat and services does the rest, and is written down', async () => {
    const { phone, uid, row } = await waiting();
    const [service] = entrance.services;
    const acted = await approveSignUp(world.store, { ...approval(row), serviceIds: [service?.id ?? 0] });
    expect(acted).toMatchObject({ kind: 'done', signUp: { state: 'provisioning', movedBy: 'user:1' } });
    await world.reached(uid, 'completed');
    expect(await world.there(phone)).toMatchObject({
      counts: { accounts: 1, flats: 1, connections: 1, messages: 1 },
      flats: [{ number: entrance.flatStart, entranceId: entrance.id }],
    });
    expect(await audit(row)).toEqual(['user:1 sign_up.approve']);
    expect((await world.timeline(uid)).filter(({ kind }) => kind === 'approved')).toMatchObject([
      { actor: 'user:1', details: { entranceId: entrance.id, flat: String(entrance.flatStart) } },
    ]);
  });

  test.each([
    ['a flat behind another entrance', { flat: '99999' }, 'flat-out-of-range'],
    ['no flat that RosDomofon would take', { flat: 'направо' }, 'flat-missing'],
    ['an entrance that the company has not', { entranceId: 5 }, 'entrance-unknown'],
    ['a service that the entrance has not', { serviceIds: [5] }, 'services-unknown'],
    ['no service at all', { serviceIds: [] }, 'no-services'],
  ])('with %s is refused, and nothing changes', async (_what, more, kind) => {
    const { row, uid } = await waiting();
    expect(await approveSignUp(world.store, { ...approval(row), ...more })).toMatchObject({ kind });
    expect(await world.find(uid)).toEqual(row);
  });

  test('without an entrance takes the only one that is suggested, and is ambiguous without one', async () => {
    const { uid } = await world.send({
      phone: newPhone(),
      city: 'Иваново',
      street: 'Небывалая',
      house: '997',
    });
    const row = await world.reached(uid, 'needs_review', 'ENTRANCE_NOT_FOUND');
    expect(await approveSignUp(world.store, { ...act(row), flat: '1' })).toEqual({
      kind: 'ambiguous',
      suggestions: [],
    });
  });

  test('by two people at once: the second hears who was first, and when', async () => {
    const { row, phone, uid } = await waiting();
    const both = await Promise.all([
      approveSignUp(world.store, approval(row)),
      approveSignUp(world.store, { ...approval(row), actor: 'user:2' }),
    ]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
    const conflict = both.find((one) => one.kind === 'conflict');
    expect(conflict).toMatchObject({ by: expect.stringMatching(/^user:[12]$/), at: expect.any(Date) });
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1, messages: 1 });
    expect(await audit(row)).toHaveLength(1);
  });

  test('of what is over, or of another company, is refused', async () => {
    const { row, uid } = await waiting();
    await rejectSignUp(world.store, { ...act(row), reason: 'Нет дома', tellsAbonent: false });
    const over = await world.find(uid);
    if (over === undefined) throw new Error('gone');
    expect(await approveSignUp(world.store, approval(over))).toEqual({
      kind: 'wrong-state',
      state: 'rejected',
    });
    expect(await approveSignUp(world.store, { ...approval(over), companyId: world.companyId + 1n })).toEqual({
      kind: 'not-found',
    });
  });
});

describe('rejecting', () => {
  test('tells RosDomofon the reason, and the abonent when that is wanted', async () => {
    const { phone, uid, there, row } = await waiting();
    const acted = await rejectSignUp(world.store, { ...act(row), reason: 'Дом чужой', tellsAbonent: true });
    expect(acted).toMatchObject({ kind: 'done', signUp: { state: 'rejected' } });
    await world.until(
      `select count(*) from sign_up_steps where sign_up_id = ${row.id} and state = 'done'`,
      2,
    );
    expect(await world.stateThere(there)).toMatchObject({ status: 'REJECTED', rejectedReason: 'Дом чужой' });
    const { messages } = await world.call<{ messages: { text: string }[] }>('GET', `/chat?phone=${phone}`);
    expect(messages).toMatchObject([{ text: expect.stringContaining('Дом чужой') }]);
    expect(await audit(row)).toEqual(['user:1 sign_up.reject']);
    await world.reached(uid, 'rejected', 'REJECTED_BY_HAND');
  });

  test('without a reason is refused', async () => {
    const { row } = await waiting();
    expect(await rejectSignUp(world.store, { ...act(row), reason: '  ', tellsAbonent: false })).toEqual({
      kind: 'reason-missing',
    });
  });
});

describe('a step that is dead', () => {
  const failedSignUp = async () => {
    const phone = newPhone();
    await world.fault({ kind: 'error', path: 'flats', method: 'POST', status: 422 });
    const sent = await world.send({ phone, entranceId: entrance.id, flat: entrance.flatStart });
    const row = await world.reached(sent.uid, 'failed', 'STEP_FAILED');
    return { phone, ...sent, row };
  };

  test('makes the sign-up fail where everybody can see it, and a retry goes on from there', async () => {
    const { phone, uid, row } = await failedSignUp();
    const steps = await world.store.company(world.companyId).loadSignUpSteps([row.id]);
    expect(steps.map(({ step, state, errorCode }) => [step, state, errorCode])).toEqual([
      ['account', 'done', null],
      ['flat', 'failed', 'ROSDOMOFON_REJECTED'],
    ]);
    await world.noFaults();
    expect(await retrySignUp(world.store, act(row))).toMatchObject({ kind: 'done' });
    expect(await retrySignUp(world.store, act(row, 'user:2'))).toMatchObject({
      kind: 'conflict',
      by: expect.any(String),
    });
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1, messages: 1 });
    expect(await audit(row)).toEqual(['user:1 sign_up.retry']);
  });

  test('can be left to a person, who ends it in RosDomofon', async () => {
    const { phone, uid, row } = await failedSignUp();
    const acted = await assignSignUp(world.store, { ...act(row), assignee: 'user:7' });
    expect(acted).toMatchObject({ kind: 'done', signUp: { assignee: 'user:7', stateReason: 'ASSIGNED' } });
    await world.send({ uid, status: 'connected' });
    await world.reached(uid, 'completed', 'CONNECTED_ELSEWHERE');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 0, messages: 0 });
  });
});

describe('taking over by hand', () => {
  test('stops the hub in the middle, and giving it back lets it go on', async () => {
    const phone = newPhone();
    await world.fault({ kind: 'error', path: 'flats', method: 'POST', status: 503 });
    const { uid } = await world.send({ phone, entranceId: entrance.id, flat: entrance.flatStart });
    await world.until(
      `select count(*) from deliveries d join sign_ups s on d.payload ->> 'signUpId' = s.id::text
       where s.uid = '${uid}' and d.kind = 'sign_up.ensure_flat' and d.state = 'pending' and d.attempts > 0`,
      1,
    );
    const row = await world.reached(uid, 'provisioning');
    expect(await assignSignUp(world.store, { ...act(row), assignee: 'user:7' })).toMatchObject({
      kind: 'done',
    });
    await world.noFaults();
    await world.until(`select count(*) from deliveries where state in ('pending', 'leased')`, 0);
    const taken = await world.reached(uid, 'needs_review', 'ASSIGNED');
    // What an event tells changes nothing about that.
    await world.send({ uid, flat: String(entrance.flatStart + 1) });
    await world.until(
      `select count(*) from deliveries d join sign_ups s on d.payload ->> 'signUpId' = s.id::text
       where s.uid = '${uid}' and d.kind = 'sign_up.match' and d.state = 'skipped'`,
      1,
    );
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 0 });

    expect(await assignSignUp(world.store, { ...act(taken), assignee: null })).toMatchObject({
      kind: 'done',
    });
    await world.reached(uid, 'completed');
    expect(await world.there(phone)).toMatchObject({
      counts: { accounts: 1, flats: 1, messages: 1 },
      flats: [{ number: entrance.flatStart + 1 }],
    });
    expect(await audit(row)).toEqual(['user:1 sign_up.hand_back', 'user:1 sign_up.assign']);
  });
});
