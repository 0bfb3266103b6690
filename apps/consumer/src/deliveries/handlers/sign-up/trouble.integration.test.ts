import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Edit } from '../../../testing/rosdomofon-proxy.ts';
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
  // Every effect is a call then, also the welcome.
  await world.sendBy('rest');
  // Another number at hand: that RosDomofon refuses one that is taken must not be what protects from a second account.
  await world.policy('automatic', { accountNumber: { template: 'X{{signUpId}}' } });
});
afterAll(() => world.close());
afterEach(async () => {
  world.edit(untouched);
  await world.noFaults();
});

const untouched: Edit = (_path, answer) => answer;

/** Every call that changes something. */
const EFFECTS = [
  { method: 'POST', path: 'accounts' },
  { method: 'POST', path: 'flats' },
  { method: 'POST', path: 'services/*/connections' },
  { method: 'PATCH', path: 'sign_ups/*' },
  { method: 'POST', path: 'messages' },
] as const;

const hitAll = async (fault: object, effects: readonly { method: string; path: string }[] = EFFECTS) => {
  for (const effect of effects) await world.fault({ ...fault, ...effect, times: 1 });
};
const signUp = (phone: string) => world.send({ phone, entranceId: entrance.id, flat: entrance.flatStart });
/** Faults that have not struck as often as they should. */
const left = async () => (await world.call<{ faults: unknown[] }>('GET', '/faults')).faults.length;

describe('exactly one account, flat, connection and welcome, although every call that changes something', () => {
  test.each([
    ['is done and answered with 500', { kind: 'error-after' }],
    ['is done and never answered', { kind: 'timeout-after' }],
    ['is done, and the connection breaks', { kind: 'cut-after' }],
    ['is done, and half of the answer comes', { kind: 'half-answer' }],
    ['is done, and a page of a gateway comes with 200', { kind: 'html-after' }],
    ['is refused for a while', { kind: 'error', status: 503 }],
    ['is too many, and the service says how long to wait', { kind: 'rate-limit', retryAfterS: 1 }],
    ['finds its token revoked', { kind: 'token-revoked' }],
  ])('%s', async (_what, fault) => {
    await hitAll(fault);
    expect(await left()).toBe(EFFECTS.length);
    const phone = newPhone();
    const { id, uid } = await signUp(phone);
    await world.reached(uid, 'completed');
    expect(await left()).toBe(0);
    expect((await world.there(phone)).counts).toMatchObject({
      accounts: 1,
      flats: 1,
      connections: entrance.services.length,
      messages: 1,
    });
    expect((await world.stateThere(id))?.status).toBe('CONNECTED');
  });

  test('and every service connection in turn is done and answered with 500', async () => {
    const effect = { method: 'POST', path: 'services/*/connections' };
    await world.fault({ kind: 'error-after', ...effect, times: entrance.services.length });
    const phone = newPhone();
    await world.reached((await signUp(phone)).uid, 'completed');
    expect((await world.there(phone)).counts.connections).toBe(entrance.services.length);
  });
});

describe('controls: a look that finds nothing', () => {
  const A = '/abonents-service/api/v1';
  /** What a handler that does not look would know. */
  const blind: Edit = (path, answer) => {
    const isLook =
      path === `${A}/accounts` ||
      /\/(accounts|entrances)\/\d+\/(flats|connections)$/.test(path) ||
      /\/abonents\/\d+\/messages$/.test(path);
    if (!isLook || answer.status !== 200) return answer;
    if (Array.isArray(answer.body)) return { ...answer, body: [] };
    // An account that was made is an object, a list of messages a page.
    const page = answer.body;
    const isPage = typeof page === 'object' && page !== null && 'content' in page;
    return isPage ? { ...answer, body: { ...page, content: [] } } : answer;
  };

  test.each([
    ['accounts', { method: 'POST', path: 'accounts' }],
    ['flats', { method: 'POST', path: 'flats' }],
    ['connections', { method: 'POST', path: 'services/*/connections' }],
    ['messages', { method: 'POST', path: 'messages' }],
  ] as const)('makes %s twice', async (what, effect) => {
    world.edit(blind);
    await hitAll({ kind: 'error-after' }, [effect]);
    const phone = newPhone();
    await world.reached((await signUp(phone)).uid, 'completed');
    const { counts } = await world.there(phone);
    expect(counts[what]).toBe(what === 'connections' ? entrance.services.length + 1 : 2);
  });
});
