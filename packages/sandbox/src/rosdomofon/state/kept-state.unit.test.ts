import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { planCity } from '../../city-plan/plan-city.ts';
import { temporaryFolder } from '../../testing/test-sandbox.ts';
import { accountWire } from '../wire/account.ts';
import type { CityState } from './city-state.ts';
import { type KeptState, keepState } from './kept-state.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const plan = (accounts = 40) => planCity({ companyShortName: 'demo', accounts });
const keep = (accounts?: number) => keepState(folder.path, plan(accounts));
/** All that an observer can tell two states apart by. */
const summary = (state: CityState) => ({
  accounts: [...state.city.accounts.values()].map((account) =>
    accountWire({ state, isSparse: false }, account),
  ),
  flats: [...state.city.flats.values()].map(({ id, number, entrance, account, owner }) => [
    id,
    number,
    entrance?.id,
    account?.id,
    owner.id,
  ]),
  connections: [...state.city.connections.values()].map(({ id, service, flat, isBlocked }) => [
    id,
    service.id,
    flat.id,
    isBlocked,
  ]),
  rest: structuredClone([
    state.messages,
    state.codes,
    state.refreshTokens,
    state.settings,
    state.actionTokens,
    state.doorOpenings,
  ]),
});

/** One change of every kind. */
function live(state: KeptState): void {
  const { city } = state.current();
  const company = city.plan.own.company.id;
  const who = { abonentId: 1_579_000, phone: 79_000_009_000 };
  const [service] = city.services.values();
  const entranceId = service?.entrances[0]?.id ?? 0;
  const [account, flat, connection, firstId, token] = [1, 1, 1, 2, 1].map((count) => state.takeIds(count));
  if (!account || !flat || !connection || !firstId || !token || !service) throw new Error('no ids');
  state.commit({ what: 'account created', id: account, companyId: company, number: 'Д-1', ...who });
  state.commit({
    what: 'flat created',
    id: flat,
    companyId: company,
    entranceId,
    number: 5,
    isVirtual: true,
    ...who,
  });
  state.commit({
    what: 'service connected',
    id: connection,
    serviceId: service.id,
    flatId: flat,
    accountId: account,
    atMs: 1,
  });
  state.commit({ what: 'account blocked', id: account, isBlocked: true });
  state.commit({ what: 'connection blocked', id: connection, isBlocked: true });
  state.commit({
    what: 'message sent',
    firstId,
    companyId: company,
    abonentIds: [who.abonentId, 1_570_000],
    channel: 'support',
    text: 'Привет',
    atMs: 2,
  });
  state.commit({ what: 'code sent', phone: who.phone, code: '1234', atMs: 3 });
  state.commit({ what: 'abonent signed in', ...who, refreshTokenHash: 'abc' });
  state.commit({ what: 'settings changed', abonentId: who.abonentId, callsMuted: true, chatsMuted: false });
  state.commit({ what: 'door opened', abonentId: who.abonentId, adapterId: '1', relay: 1, atMs: 4 });
  state.commit({
    what: 'action token made',
    id: token,
    token: 't',
    abonentId: who.abonentId,
    expiresAtMs: 5,
  });
  state.commit({ what: 'action token used', token: 't' });
}

describe('a state that is kept', () => {
  test('is the same when it is read again, after one change of every kind', () => {
    const first = keep();
    const atFirst = summary(first.current());
    live(first);
    const changed = summary(first.current());
    expect(changed).not.toEqual(atFirst);
    first.close();
    const second = keep();
    expect(summary(second.current())).toEqual(changed);
    second.close();
  });

  test('never gives an id twice, not after a restart and not after a reset', () => {
    const given: number[] = [];
    for (let start = 0; start < 3; start += 1) {
      const state = keep();
      live(state);
      given.push(...[...state.current().city.accounts.keys()].slice(-1));
      state.reset();
      live(state);
      given.push(...[...state.current().city.accounts.keys()].slice(-1));
      if (start === 1) state.reset();
      state.close();
    }
    expect(new Set(given).size).toBe(6);
    expect(given).toEqual(given.toSorted((a, b) => a - b));
  });

  test('is as it was in the beginning after a reset, also when it was not looked at since the start', () => {
    const first = keep();
    const atFirst = summary(first.current());
    live(first);
    first.close();
    const second = keep();
    second.reset();
    expect(summary(second.current())).toEqual(atFirst);
    second.close();
  });

  test('of another size is another city; the first one is there again later', () => {
    const small = keep();
    live(small);
    const changed = summary(small.current());
    small.close();
    const large = keep(60);
    expect(large.current().city.accounts.size).toBeGreaterThan(60);
    expect(large.current().doorOpenings).toEqual([]);
    large.close();
    expect(readdirSync(folder.path)).toHaveLength(2);
    const again = keep();
    expect(summary(again.current())).toEqual(changed);
    again.close();
  });
});
