import { openStore, type Store } from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { chunk, createTenant, signUp } from '../testing/records.ts';
import { receiveSignUps } from './receive-sign-ups.ts';
import { canSignUpMove } from './sign-up-transitions.ts';

const now = Date.UTC(2026, 10, 21, 12);
const minute = 60_000;
let store: Store;

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
afterAll(() => store[Symbol.asyncDispose]());

async function scene(shortName: string) {
  const tenant = await createTenant(store, shortName);
  const [own, network] = [await tenant.source(`SIGN_UPS_${shortName}`), await tenant.source('SIGN_UPS_ALL')];
  return {
    ...tenant,
    own: (...records: ReturnType<typeof signUp>[]) =>
      receiveSignUps(store, own, { ...chunk(...records), scope: 'company' }, () => now),
    network: (...records: ReturnType<typeof signUp>[]) =>
      receiveSignUps(store, network, { ...chunk(...records), scope: 'network' }, () => now),
    rows: () =>
      store.run<{ state: string; wire_status: string; requested_at: Date; seen_at: Date }>(
        'select state, wire_status, requested_at, seen_at from sign_ups where company_id = $1',
        [tenant.companyId],
      ),
    timeline: async () =>
      (
        await store.run<{ kind: string }>(
          'select kind from sign_up_events where company_id = $1 order by id',
          [tenant.companyId],
        )
      ).map(({ kind }) => kind),
  };
}

describe('receiving sign-ups', () => {
  test('a sign-up that comes in both topics is one row with a timeline', async () => {
    const { own, network, rows, timeline } = await scene('both');
    expect(await own(signUp(0, now))).toEqual({
      fresh: 1,
      dead: 0,
      recreated: false,
      created: 1,
      adopted: 0,
      changed: 0,
    });
    expect(await network(signUp(0, now))).toMatchObject({ fresh: 1, created: 0, adopted: 0, changed: 0 });
    expect(await rows()).toMatchObject([{ state: 'new', wire_status: 'unprocessed' }]);
    expect(await timeline()).toEqual(['received', 'repeated']);
  });

  test('one seen only in the network is kept apart until the own topic adopts it', async () => {
    const { own, network, rows, timeline } = await scene('adopts');
    expect(await network(signUp(0, now))).toMatchObject({ created: 1 });
    expect(await rows()).toMatchObject([{ state: 'network' }]);
    expect(await own(signUp(0, now))).toMatchObject({ created: 0, adopted: 1 });
    expect(await rows()).toMatchObject([{ state: 'new' }]);
    expect(await timeline()).toEqual(['received', 'adopted']);
    expect(canSignUpMove('network', 'new')).toBe(true);
  });

  test('a status that changes later changes the row; an older event that comes late does not', async () => {
    const { own, rows, timeline } = await scene('status');
    await own(signUp(0, now - 10 * minute));
    expect(await own(signUp(1, now, { status: 'PROCESSED' }))).toMatchObject({ fresh: 1, changed: 1 });
    expect(await own(signUp(2, now - 5 * minute, { status: 'REJECTED' }))).toMatchObject({
      fresh: 1,
      changed: 0,
    });
    expect(await rows()).toMatchObject([{ wire_status: 'processed' }]);
    expect(await timeline()).toEqual(['received', 'status_changed', 'outdated']);
  });

  test('the same records again have no effect', async () => {
    const { own, timeline } = await scene('again');
    const records = [signUp(0, now), signUp(1, now, { status: 'PROCESSED' })];
    expect(await own(...records)).toMatchObject({ fresh: 2 });
    expect(await own(...records)).toMatchObject({ fresh: 0, created: 0, changed: 0, recreated: false });
    expect(await timeline()).toHaveLength(2);
  });

  test.each([
    ['without a time', -1],
    ['of 1970', 1],
    ['of the year 2100', Date.UTC(2100)],
    ['beyond every calendar', Number.MAX_SAFE_INTEGER],
  ])('a record %s counts as now, and cannot pin the row against later ones', async (name, time) => {
    const { own, rows } = await scene(`time-${name.length}`);
    await own(signUp(0, time));
    expect(await rows()).toMatchObject([{ seen_at: new Date(now), requested_at: new Date(now) }]);
    await own(signUp(1, now + 1, { status: 'PROCESSED' }));
    expect(await rows()).toMatchObject([{ wire_status: 'processed' }]);
  });

  test.each([-60, 60])(
    'a process whose clock is %i minutes wrong keeps the times of events',
    async (minutes) => {
      const { source, rows } = await scene(`skewed-${minutes}`);
      const own = await source(`SIGN_UPS_skewed-${minutes}`);
      const sentAt = Date.now();
      vi.useFakeTimers({ toFake: ['Date'], now: sentAt + minutes * minute });
      try {
        await receiveSignUps(store, own, { ...chunk(signUp(0, sentAt)), scope: 'company' });
      } finally {
        vi.useRealTimers();
      }
      expect(await rows()).toMatchObject([{ seen_at: new Date(sentAt), requested_at: new Date(sentAt) }]);
    },
  );

  test('dead records are kept with their reason beside the living', async () => {
    const { companyId, source } = await scene('dead');
    const own = await source('SIGN_UPS_dead');
    const dead = [
      { offset: 1n, timestampMs: 0, hash: 7, raw: Buffer.from([0xff]), reason: 'not valid UTF-8' },
    ];
    const received = await receiveSignUps(
      store,
      own,
      { ...chunk(signUp(0, now), signUp(2, now, { status: 'PROCESSED' })), dead, scope: 'company' },
      () => now,
    );
    expect(received).toMatchObject({ fresh: 2, dead: 1 });
    const rows = await store.run<{ state: string; reason: string | null }>(
      'select state, reason from inbox_events where company_id = $1 order by "offset"',
      [companyId],
    );
    expect(rows.map(({ state }) => state)).toEqual(['done', 'dead', 'done']);
    expect(rows[1]?.reason).toBe('not valid UTF-8');
  });

  test('a topic that was created anew starts an epoch, once for all who notice, and loses nothing', async () => {
    const { own, source, timeline, companyId } = await scene('anew');
    await own(signUp(0, now), signUp(1, now, { status: 'PROCESSED' }));
    const [first, second] = [await source('SIGN_UPS_anew'), await source('SIGN_UPS_anew')];
    const other = (offset: number) =>
      signUp(offset, now, { uid: `00000000-0000-4000-8000-00000000000${offset}`, id: offset });
    const received = await Promise.all(
      [first, second].map((own_, at) =>
        receiveSignUps(store, own_, { ...chunk(other(at)), scope: 'company' }, () => now),
      ),
    );
    expect(received).toMatchObject([
      { fresh: 1, created: 1, recreated: true },
      { fresh: 1, created: 1, recreated: true },
    ]);
    expect([first.epoch, second.epoch]).toEqual([2, 2]);
    expect(await timeline()).toEqual(['received', 'status_changed', 'received', 'received']);
    const sources = await store.run(
      'select from inbox_sources s join integrations i on i.id = s.integration_id where company_id = $1',
      [companyId],
    );
    expect(sources).toHaveLength(3); // own, own's second epoch, the network's
  });
});
