import { pauseTarget, resumeTarget } from '@domovoy/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  createSignUpWorld,
  type EntranceThere,
  newPhone,
  type SignUpWorld,
} from './testing/sign-up-world.ts';

const PEOPLE = 12;
let world: SignUpWorld;
let entrance: EntranceThere;
beforeAll(async () => {
  world = await createSignUpWorld();
  const [first] = await world.entrances();
  if (first === undefined) throw new Error('no entrance');
  entrance = first;
  await world.policy('automatic');
});
afterAll(() => world.close());

test('sign-ups that wait together share their look at the list of accounts, and each gets one of its own', async () => {
  const target = { companyId: world.companyId, integrationId: world.consumer.integrationId, actor: 'test' };
  await pauseTarget(world.store, { ...target, reason: null });
  const phones = Array.from({ length: PEOPLE }, newPhone);
  const uids = [];
  for (const phone of phones)
    uids.push((await world.send({ phone, entranceId: entrance.id, flat: entrance.flatStart })).uid);
  await world.until(
    `select count(*) from deliveries where kind = 'sign_up.match' and state = 'pending'`,
    PEOPLE,
  );
  const before = world.calls.length;
  await resumeTarget(world.store, target);
  for (const uid of uids) await world.reached(uid, 'completed');
  const lists = world.calls.slice(before).filter((call) => call === 'GET /abonents-service/api/v1/accounts');
  // Eight at a time: one look for each would be twelve.
  expect(lists.length).toBeGreaterThan(0);
  expect(lists.length).toBeLessThanOrEqual(PEOPLE / 2);
  for (const phone of phones)
    expect((await world.there(phone)).counts).toMatchObject({ accounts: 1, messages: 1 });
});
