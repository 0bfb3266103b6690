import { approveSignUp, retrySignUp, saveSignUpPolicy } from '@domovoy/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({ accounts: 200 });
});
afterAll(() => world.close());

test('without access to REST a sign-up is kept and nothing is done about it, by the hub or by a person', async () => {
  const { control, rosdomofon } = world.sandbox.endpoints;
  const send = async (fields: object): Promise<string> => {
    const response = await fetch(`${control}/sign-ups`, { method: 'POST', body: JSON.stringify(fields) });
    return ((await response.json()) as { signUps: { uid: string }[] }).signUps[0]?.uid ?? '';
  };
  const rowOf = async (uid: string) =>
    (
      await world.store.run<{ id: bigint; state: string; state_reason: string | null; version: number }>(
        'select * from sign_ups where uid = $1',
        [uid],
      )
    )[0];
  const without = await world.startConsumer();
  await without.ready();
  const [company] = await world.store.run<{ id: bigint }>('select id from companies limit 1', []);
  const companyId = company?.id ?? 0n;
  await saveSignUpPolicy(world.store, {
    companyId,
    actor: 'test',
    expectedVersion: null,
    policy: { mode: 'automatic', startsAt: new Date(Date.now() - 60_000) },
  });
  const uid = await send({ phone: '79000004001' });
  await expect
    .poll(() => rowOf(uid), { timeout: 20_000 })
    .toMatchObject({ state: 'new', state_reason: 'REST_OFF' });
  expect(await world.count('select count(*) from deliveries')).toBe(0);
  const row = await rowOf(uid);
  const act = { companyId, signUpId: row?.id ?? 0n, expectedVersion: row?.version ?? 0, actor: 'user:1' };
  expect(await approveSignUp(world.store, { ...act, entranceId: 1 })).toEqual({ kind: 'off' });
  expect(await retrySignUp(world.store, act)).toEqual({ kind: 'off' });
  await without.close();

  // With access from now on: what comes is worked on, and what waited may be looked at by a person's word.
  const consumer = await world.startConsumer({ rest: rosdomofon });
  await consumer.ready();
  expect(await rowOf(uid)).toMatchObject({ state: 'new', state_reason: 'REST_OFF' });
  expect(await retrySignUp(world.store, act)).toMatchObject({ kind: 'done' });
  await expect
    .poll(async () => (await rowOf(uid))?.state, { timeout: 30_000 })
    .toMatch(/^(needs_review|provisioning|completed)$/);
  await world.until(
    `select count(*) from deliveries where kind = 'sign_up.match' and state = 'delivered'`,
    1,
  );
});
