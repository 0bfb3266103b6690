import { randomUUID } from 'node:crypto';
import { cancelDelivery, pauseTarget, redeliverOne, resumeTarget } from '@domovoy/domain';
import { cancelDeliveries } from '@domovoy/store';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createEffectWorld, type EffectWorld } from '../testing/effect-world.ts';

let world: EffectWorld;
let conversationId: bigint;
let target: { companyId: bigint; integrationId: bigint; actor: string };
const actor = 'user:anna';

beforeAll(async () => {
  world = await createEffectWorld();
  const consumer = await world.startConsumer();
  await consumer.ready();
  conversationId = await world.write();
  target = { companyId: await world.companyId(), integrationId: consumer.integrationId, actor };
});
afterAll(() => world.close());
beforeEach(() => pauseTarget(world.store, { ...target, reason: null }).then(() => undefined));
afterEach(() => resumeTarget(world.store, target).then(() => undefined));

const messageWith = async (id: bigint) => (await world.messages()).find((one) => one.id === id);
const companyId = () => target.companyId;
/** What is held when its target is paused goes back at once; it may be in hand at this very moment. */
async function cancelled(deliveryId: bigint): Promise<void> {
  await expect
    .poll(() => cancelDelivery(world.store, { companyId: companyId(), deliveryId, actor }), { interval: 5 })
    .toMatchObject({ kind: 'cancelled' });
}
const redeliver = (deliveryId: bigint, isForced = false) =>
  redeliverOne(world.store, {
    companyId: companyId(),
    deliveryId,
    actor,
    isForced,
    idempotencyKey: randomUUID(),
  });
const changes = (messageId: bigint) =>
  world.count(`select count(*) from changes where entity = 'message' and entity_id = ${messageId}`);

test('an answer whose delivery is cancelled has failed, and says so; the answers behind it go on', async () => {
  const first = await world.answer(conversationId, 'не надо');
  const second = await world.answer(conversationId, 'надо');
  const before = await changes(first.messageId);
  await cancelled(first.deliveryId);
  expect(await messageWith(first.messageId)).toMatchObject({
    state: 'failed',
    failure_code: 'CANCELLED',
    is_outcome_unknown: false,
  });
  expect(await changes(first.messageId)).toBe(before + 1);
  await resumeTarget(world.store, target);
  expect(await world.settled(second)).toMatchObject({ state: 'delivered' });
  expect(await world.told()).not.toContain('не надо');
});

test('and is queued and sent when its delivery is sent again', async () => {
  const { messageId, deliveryId } = await world.answer(conversationId, 'всё же надо');
  await cancelled(deliveryId);
  const again = await redeliver(deliveryId, true);
  if (again.kind !== 'redelivered') throw new Error(again.kind);
  expect(await messageWith(messageId)).toMatchObject({ state: 'queued', failure_code: null });
  await resumeTarget(world.store, target);
  expect(await world.settled({ deliveryId: again.id })).toMatchObject({ state: 'delivered' });
  expect(await messageWith(messageId)).toMatchObject({ state: 'sent' });
  expect((await world.told()).filter((text) => text === 'всё же надо')).toHaveLength(1);
});

test('control: cancelled without a word to its message, that stays queued for ever', async () => {
  const { messageId, deliveryId } = await world.answer(conversationId, 'никогда');
  const given = { companyId: companyId(), ids: [deliveryId], actor };
  await expect.poll(() => cancelDeliveries(world.store, given), { interval: 5 }).toHaveLength(1);
  await resumeTarget(world.store, target);
  expect(await messageWith(messageId)).toMatchObject({ state: 'queued' });
});
