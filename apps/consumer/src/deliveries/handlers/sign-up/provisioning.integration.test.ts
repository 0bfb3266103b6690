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

describe('a sign-up that is certain', () => {
  test('ends with an account, a flat, its services, the status and a welcome, each exactly once', async () => {
    const phone = newPhone();
    const { id, uid } = await signUp(phone);
    const row = await world.reached(uid, 'completed');
    const there = await world.there(phone);
    expect(there).toMatchObject({
      counts: { accounts: 1, flats: 1, connections: entrance.services.length, messages: 1 },
      accounts: [{ number: row.contractNumber ?? `DV${id}` }],
      flats: [{ number: entrance.flatStart, entranceId: entrance.id }],
    });
    expect((await world.stateThere(id))?.status).toBe('CONNECTED');
    const steps = (await world.timeline(uid)).filter(({ kind }) => kind !== 'repeated');
    expect(steps.map(({ kind }) => kind).filter((kind) => kind !== 'status_changed')).toEqual([
      'received',
      'matched',
      'step_done',
      'step_done',
      'step_done',
      'step_done',
      'step_done',
      'completed',
    ]);
  });
});
