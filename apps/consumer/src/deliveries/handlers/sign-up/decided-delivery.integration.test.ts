import { randomUUID } from 'node:crypto';
import {
  assignSignUp,
  cancelDelivery,
  pauseTarget,
  redeliverOne,
  resumeTarget,
  retrySignUp,
} from '@domovoy/domain';
import { cancelDeliveries } from '@domovoy/store';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createSignUpWorld,
  type EntranceThere,
  newPhone,
  type SignUpWorld,
} from './testing/sign-up-world.ts';

let world: SignUpWorld;
let entrance: EntranceThere;
let integrationId: bigint;
const actor = 'user:7';

beforeAll(async () => {
  world = await createSignUpWorld();
  const found = (await world.entrances()).find(({ services }) => services.length > 1);
  if (found === undefined) throw new Error('no entrance');
  entrance = found;
  integrationId = world.consumer.integrationId;
  await world.policy('automatic');
});
afterAll(() => world.close());
afterEach(() => world.noFaults());

const target = () => ({ companyId: world.companyId, integrationId, actor });
const signUp = (phone: string) => world.send({ phone, entranceId: entrance.id, flat: entrance.flatStart });
const once = () => ({ companyId: world.companyId, actor, idempotencyKey: randomUUID() });
const redeliver = (deliveryId: bigint) =>
  redeliverOne(world.store, { ...once(), deliveryId, isForced: false });
const stepsOf = async (signUpId: bigint) =>
  (await world.store.company(world.companyId).loadSignUpSteps([signUpId])).map(
    ({ step, state, errorCode }) => [step, state, errorCode],
  );

/** The newest delivery of a kind for a sign-up. */
async function deliveryOf(uid: string, kind: string) {
  const [row] = await world.store.run<{ id: bigint; state: string; attempts: number }>(
    `select d.id, d.state, d.attempts from deliveries d join sign_ups s on d.payload ->> 'signUpId' = s.id::text
     where s.uid = $1 and d.kind = $2 order by d.id desc limit 1`,
    [uid, kind],
  );
  return row;
}

/** A sign-up whose flat cannot be made at the moment: the step waits for its next attempt. */
async function waitingForFlat() {
  const phone = newPhone();
  await world.fault({ kind: 'error', path: 'flats', method: 'POST', status: 503 });
  const { uid } = await signUp(phone);
  await expect
    .poll(async () => deliveryOf(uid, 'sign_up.ensure_flat'), { timeout: 20_000, interval: 5 })
    .toMatchObject({ state: 'pending', attempts: expect.toSatisfy((n: number) => n > 0) });
  const delivery = await deliveryOf(uid, 'sign_up.ensure_flat');
  return { phone, uid, row: await world.reached(uid, 'provisioning'), deliveryId: delivery?.id ?? 0n };
}

/** It may be in work at this very moment. */
async function cancelled(deliveryId: bigint): Promise<void> {
  await expect
    .poll(() => cancelDelivery(world.store, { companyId: world.companyId, deliveryId, actor }), {
      interval: 5,
    })
    .toMatchObject({ kind: 'cancelled' });
}

describe('the delivery of a step that a person cancels', () => {
  test('stops its sign-up where everybody sees it, and a retry goes on there', async () => {
    const { phone, uid, row, deliveryId } = await waitingForFlat();
    await cancelled(deliveryId);
    const failed = await world.reached(uid, 'failed', 'STEP_CANCELLED');
    expect(failed.movedBy).toBe(actor);
    expect(await stepsOf(row.id)).toEqual([
      ['account', 'done', null],
      ['flat', 'failed', 'CANCELLED'],
    ]);
    expect((await world.timeline(uid)).at(-1)).toMatchObject({ kind: 'step_failed', actor });
    await world.noFaults();
    const act = { companyId: world.companyId, signUpId: row.id, expectedVersion: failed.version, actor };
    expect(await retrySignUp(world.store, act)).toMatchObject({ kind: 'done' });
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1, messages: 1 });
  });

  test('can be sent again instead: the sign-up goes on by that, once', async () => {
    const { phone, uid, deliveryId } = await waitingForFlat();
    await cancelled(deliveryId);
    await world.reached(uid, 'failed', 'STEP_CANCELLED');
    await world.noFaults();
    const again = await redeliver(deliveryId);
    expect(again).toMatchObject({ kind: 'redelivered' });
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1, messages: 1 });
    expect((await deliveryOf(uid, 'sign_up.ensure_flat'))?.state).toBe('delivered');
  });

  test('can be taken over by a person', async () => {
    const { uid, row, deliveryId } = await waitingForFlat();
    await cancelled(deliveryId);
    const { version: expectedVersion } = await world.reached(uid, 'failed', 'STEP_CANCELLED');
    const act = { companyId: world.companyId, signUpId: row.id, expectedVersion, actor };
    expect(await assignSignUp(world.store, { ...act, assignee: actor })).toMatchObject({ kind: 'done' });
    await world.reached(uid, 'needs_review', 'ASSIGNED');
  });

  test('control: cancelled without a word to its sign-up, that waits for ever', async () => {
    const { uid, row, deliveryId } = await waitingForFlat();
    const given = { companyId: world.companyId, ids: [deliveryId], actor };
    await expect.poll(() => cancelDeliveries(world.store, given), { interval: 5 }).toHaveLength(1);
    await world.noFaults();
    expect((await stepsOf(row.id)).at(-1)).toEqual(['flat', 'waiting', null]);
    await world.reached(uid, 'provisioning');
    await world.until(
      `select count(*) from deliveries where state in ('pending', 'leased')
      and payload ->> 'signUpId' = '${row.id}'`,
      0,
    );
  });
});

describe('the delivery of a step that is dead and sent again', () => {
  const dead = async () => {
    const phone = newPhone();
    await world.fault({ kind: 'error', path: 'flats', method: 'POST', status: 422 });
    const { uid } = await signUp(phone);
    const row = await world.reached(uid, 'failed', 'STEP_FAILED');
    await world.noFaults();
    const delivery = await deliveryOf(uid, 'sign_up.ensure_flat');
    return { phone, uid, row, deliveryId: delivery?.id ?? 0n };
  };

  test('resumes its sign-up; a second time it is under way or over', async () => {
    const { phone, uid, deliveryId } = await dead();
    const both = await Promise.all([redeliver(deliveryId), redeliver(deliveryId)]);
    expect(both.map(({ kind }) => kind).toSorted()[0]).toBe('redelivered');
    expect(both.filter(({ kind }) => kind === 'redelivered').length).toBeLessThanOrEqual(2);
    await world.reached(uid, 'completed');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1, messages: 1 });
    expect((await world.timeline(uid)).filter(({ kind }) => kind === 'retried')).toHaveLength(1);
  });

  test('changes nothing about a sign-up that went another way meanwhile', async () => {
    const { phone, uid, row, deliveryId } = await dead();
    const act = { companyId: world.companyId, signUpId: row.id, expectedVersion: row.version, actor };
    await assignSignUp(world.store, { ...act, assignee: actor });
    const again = await redeliver(deliveryId);
    if (again.kind !== 'redelivered') throw new Error(again.kind);
    await world.until(`select count(*) from deliveries where id = ${again.id} and state = 'skipped'`, 1);
    await world.reached(uid, 'needs_review', 'ASSIGNED');
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 0 });
  });
});

test('a look for the entrance that is cancelled leaves the sign-up to a person; sent again, the hub goes on', async () => {
  const phone = newPhone();
  await pauseTarget(world.store, { ...target(), reason: null });
  const { uid } = await signUp(phone);
  await expect.poll(async () => deliveryOf(uid, 'sign_up.match'), { timeout: 20_000 }).toBeDefined();
  const match = await deliveryOf(uid, 'sign_up.match');
  await cancelled(match?.id ?? 0n);
  await world.reached(uid, 'needs_review', 'MATCH_CANCELLED');
  const refused = await redeliver(match?.id ?? 0n);
  expect(refused).toMatchObject({ kind: 'target-paused' });
  await resumeTarget(world.store, target());
  expect(await redeliver(match?.id ?? 0n)).toMatchObject({ kind: 'redelivered' });
  await world.reached(uid, 'completed');
  expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, flats: 1, messages: 1 });
});
