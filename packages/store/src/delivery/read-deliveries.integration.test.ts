import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAtDeliveryTargets } from '../delivery-target/look-at-targets.ts';
import { pauseDeliveryTarget, restDeliveryTarget } from '../delivery-target/pause-target.ts';
import { reportDeliveryTarget } from '../delivery-target/report-target.ts';
import { openStore, type Store } from '../open/open-store.ts';
import type { KeysetPage } from '../page/keyset.ts';
import { createTarget, settlement, type Target } from '../testing/delivery-fixtures.ts';
import type { DeliveryFilter } from './delivery-filter.ts';
import { settleDeliveries } from './settle-deliveries.ts';

let store: Store;
let target: Target;
let other: Target;

beforeAll(async () => {
  const database = await createTestDatabase();
  store = openStore(database.url, { applicationName: 'test' });
  target = await createTarget(store);
  other = await createTarget(store, 'other');
  const { delivery } = target;
  await target.enqueue(
    delivery('sign_up:1', 'dead', { kind: 'first' }),
    delivery('sign_up:2', 'delivered', { kind: 'first' }),
    delivery('sign_up:3', 'retrying', { kind: 'second' }),
  );
  const [a, b, c] = await target.claim();
  if (!a || !b || !c) throw new Error('three were expected');
  await settleDeliveries(store, target.workerId, [
    settlement(a, { state: 'dead', outcome: 'dead', errorCode: 'E_DEAD' }),
    settlement(b),
    settlement(c, { state: 'pending', outcome: 'retry', errorCode: 'E_RETRY', delayMs: 60_000 }),
  ]);
  await target.enqueue(
    delivery('sign_up:1', 'waiting', { dueInMs: 60_000 }),
    delivery('sign_up:1#key', 'part'),
    delivery('sign_up:10', 'neighbour'),
  );
  await other.enqueue(other.delivery('sign_up:1', 'foreign'));
});
afterAll(() => store[Symbol.asyncDispose]());

const page = (more: Partial<KeysetPage> = {}): KeysetPage => ({
  direction: 'forward',
  limit: 50,
  cursor: null,
  ...more,
});
const keysOf = async (filter: DeliveryFilter) => {
  const { rows } = await target.read().listDeliveries({ filter, page: page() });
  return rows.map(({ dedupeKey }) => dedupeKey);
};

describe('the list of deliveries', () => {
  test.each<[string, DeliveryFilter, string[]]>([
    ['everything, newest first', {}, ['neighbour', 'part', 'waiting', 'retrying', 'delivered', 'dead']],
    ['a state', { states: ['dead'] }, ['dead']],
    ['states', { states: ['dead', 'delivered'] }, ['delivered', 'dead']],
    ['a kind', { kinds: ['first'] }, ['delivered', 'dead']],
    ['an error code', { errorCodes: ['E_RETRY'] }, ['retrying']],
    ['a subject, open and settled, with its parts', { subjects: ['sign_up:1'] }, ['part', 'waiting', 'dead']],
    ['a subject and a state', { subjects: ['sign_up:1'], states: ['dead'] }, ['dead']],
    ['subjects', { subjects: ['sign_up:2', 'sign_up:10'] }, ['neighbour', 'delivered']],
    ['no subject at all', { subjects: [] }, []],
    ['a subject and its payload', { subjects: ['sign_up:1'], payload: { key: 'dead' } }, ['dead']],
    [
      'a subject, and what no one of it was made from',
      { subjects: ['sign_up:1'], originalDeliveryId: 0n },
      [],
    ],
    ['nobody’s target', { integrationIds: [0n] }, []],
    ['no state at all', { states: [] }, []],
    ['a time that is over', { createdAt: { to: new Date('2026-01-01') } }, []],
  ])('by %s', async (_name, filter, expected) => {
    expect(await keysOf(filter)).toEqual(expected);
    expect(await target.read().countDeliveries({ filter, limit: 100 })).toBe(expected.length);
    expect(await target.read().listDeliveryIds({ filter, after: 0n, limit: 100 })).toHaveLength(
      expected.length,
    );
  });

  test('by target', async () => {
    expect(await keysOf({ integrationIds: [target.integrationId], states: ['dead'] })).toEqual(['dead']);
  });

  test('goes on page by page, both ways', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    for (;;) {
      const { rows, hasMore } = await target
        .read()
        .listDeliveries({ filter: {}, page: page({ limit: 2, cursor }) });
      seen.push(...rows.map(({ dedupeKey }) => dedupeKey));
      cursor = rows.at(-1)?.key ?? null;
      if (!hasMore) break;
    }
    expect(seen).toEqual(await keysOf({}));
    const back = await target
      .read()
      .listDeliveries({ filter: {}, page: page({ limit: 2, cursor, direction: 'backward' }) });
    expect(back.rows.map(({ dedupeKey }) => dedupeKey)).toEqual(seen.slice(-3, -1));
  });

  test('gives ids in order, for work that goes through all of them', async () => {
    const first = await target.read().listDeliveryIds({ filter: {}, after: 0n, limit: 4 });
    const rest = await target.read().listDeliveryIds({ filter: {}, after: first.at(-1) ?? 0n, limit: 4 });
    const all = [...first, ...rest];
    expect(all).toHaveLength(6);
    expect(all).toEqual(all.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test('never shows another company’s', async () => {
    const { rows } = await other.read().listDeliveries({ filter: {}, page: page() });
    expect(rows.map(({ dedupeKey }) => dedupeKey)).toEqual(['foreign']);
    const ids = await target.read().listDeliveryIds({ filter: {}, after: 0n, limit: 50 });
    expect(await other.read().loadDeliveries(ids)).toEqual([]);
    expect(await other.read().loadDeliveryAttempts({ deliveryIds: ids, limit: 50 })).toEqual([]);
  });
});

describe('the health of targets', () => {
  const targets = () => target.read().listDeliveryTargets({ limit: 100 });

  test('is the backlog and its age, also where nobody has said anything yet', async () => {
    expect(await targets()).toEqual([
      {
        id: target.integrationId,
        kind: 'rosdomofon',
        integrationState: 'active',
        stored: null,
        isResting: false,
      },
    ]);
    const integrationIds = [target.integrationId, other.integrationId];
    const backlogs = (countUpTo: number) => target.read().loadDeliveryBacklogs({ integrationIds, countUpTo });
    expect(await backlogs(2)).toMatchObject([{ integrationId: target.integrationId, count: 2 }]);
    const [row] = await backlogs(100);
    expect(row?.count).toBe(4);
    expect(Date.now() - (row?.oldestDueAt?.getTime() ?? 0)).toBeLessThan(60_000);
  });

  test('is what the owner reports and what a person decided; another worker’s report is not heard', async () => {
    const report = {
      breaker: 'open',
      breakerCode: 'SERVER_ERROR',
      breakerLeftMs: 30_000,
      usedPerSecond: 1.9,
      allowedPerSecond: 2,
    } as const;
    await reportDeliveryTarget(store, { ...target.owner, ...report });
    await reportDeliveryTarget(store, {
      ...target.owner,
      ...report,
      workerId: 'stranger',
      breaker: 'closed',
    });
    await restDeliveryTarget(store, { ...target.owner, forMs: 60_000, code: 'RATE_LIMITED' });
    await pauseDeliveryTarget(store, { ...target, actor: 'user:1', reason: 'maintenance' });
    const [row] = await targets();
    expect(row?.isResting).toBe(true);
    expect(await target.read().loadDeliveryTargets([target.integrationId, other.integrationId])).toEqual([
      row,
    ]);
    expect(row?.stored).toMatchObject({
      breaker: 'open',
      breakerCode: 'SERVER_ERROR',
      breakerUntil: expect.any(Date),
      usedPerSecond: 1.9,
      allowedPerSecond: 2,
      quotaCode: 'RATE_LIMITED',
      quotaUntil: expect.any(Date),
      pausedBy: 'user:1',
      pauseReason: 'maintenance',
    });
    const told = await store.run(`select entity_id as id from changes where entity = 'delivery_target'`, []);
    expect(told).toEqual(Array.from({ length: 3 }, () => ({ id: target.integrationId })));
  });

  test('is looked at by its owner in one statement for all of them', async () => {
    const looks = await lookAtDeliveryTargets(store, [target.integrationId, other.integrationId]);
    const byId = new Map(looks.map((look) => [look.integrationId, look]));
    expect(byId.get(target.integrationId)).toMatchObject({ isDue: true, isPaused: true });
    expect(byId.get(target.integrationId)?.nextDueInMs).toBeGreaterThan(50_000);
    expect(byId.get(target.integrationId)?.quotaLeftMs).toBeGreaterThan(50_000);
    expect(byId.get(other.integrationId)).toMatchObject({
      isDue: true,
      nextDueInMs: null,
      isPaused: false,
      quotaLeftMs: 0,
    });
  });
});

describe('the deliveries of sign-ups', () => {
  test('are found by abonent and payload, settled or open, the newest first, none of another company’s', async () => {
    const [first, second] = await store.run<{ id: bigint }>(
      `insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone, requested_at, seen_at)
       select $1, gen_random_uuid(), n, 'unprocessed', 'new', 77, '79000000001', now(), now() from generate_series(1, 2) n
       returning id`,
      [target.companyId],
    );
    if (!first || !second) throw new Error('two were made');
    const about = ({ id }: { id: bigint }, key: string, subject = 'abonent:77') =>
      target.delivery(subject, key, { payload: { signUpId: String(id) } });
    await target.enqueue(about(first, 'match'), about(second, 'other match'));
    for (const claimed of await target.claim())
      await settleDeliveries(store, target.workerId, [settlement(claimed)]);
    await target.enqueue(
      about(first, 'account'),
      about(first, 'welcome', 'abonent:77:messages'),
      about(first, 'foreign', 'abonent:78'),
    );
    const signUpIds = [first.id, second.id];
    const keys = async (reader: Target, limit: number) =>
      (await reader.read().listDeliveriesOfSignUps({ signUpIds, limit })).map(({ signUpId, delivery }) => [
        signUpId,
        delivery.dedupeKey,
      ]);
    expect(await keys(target, 50)).toEqual([
      [first.id, 'welcome'],
      [first.id, 'account'],
      [second.id, 'other match'],
      [first.id, 'match'],
    ]);
    expect(await keys(target, 1)).toEqual([
      [first.id, 'welcome'],
      [second.id, 'other match'],
    ]);
    expect(await keys(other, 50)).toEqual([]);
  });
});
