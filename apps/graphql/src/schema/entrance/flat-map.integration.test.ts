import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let other: Tenant;
/** Ids by the entrance's number in RosDomofon. */
const ids = new Map<number, string>();

beforeAll(async () => {
  api = await startApi();
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
  const mirror = await createMirror(api.store, demo);
  const flat = (rosdomofonId: number, number: string, more: object = {}) => ({
    rosdomofonId,
    number,
    entranceRosdomofonId: 1,
    accountRosdomofonId: rosdomofonId,
    ...more,
  });
  const rows = {
    accounts: [1, 2, 3, 4, 5, 6, 7, 8].map((rosdomofonId) => ({
      rosdomofonId,
      isBlocked: rosdomofonId === 3,
    })),
    entrances: [
      {
        rosdomofonId: 1,
        ranges: [
          { flatStart: 1, flatEnd: 8 },
          { flatStart: 20, flatEnd: 21 },
        ],
      },
      { rosdomofonId: 2, ranges: [{ flatStart: 1, flatEnd: 100_000 }] },
      { rosdomofonId: 3, ranges: [] },
    ],
    flats: [
      flat(1, '1'),
      flat(2, '2', { isVirtual: true }),
      flat(3, '3'), // its account is blocked
      flat(4, '4', { isBlocked: true, isVirtual: true }),
      flat(5, '5', { accountRosdomofonId: null }),
      flat(6, '6', { isVirtual: true }),
      flat(7, '6'), // the same number, and real
      flat(8, '20'),
      flat(9, '12а'), // no number
      flat(10, '15'), // outside the ranges
      flat(12, '99999', { entranceRosdomofonId: 2 }),
    ],
  };
  await mirror.import({ ...rows, flats: [...rows.flats, flat(11, '7')] });
  await mirror.import(rows); // flat 7 is gone
  // The other company has a flat with the same ids, behind an entrance of the same id.
  const foreign = await createMirror(api.store, other);
  await foreign.import({ ...rows, flats: [flat(8, '8'), flat(1, '1', { isBlocked: true })] });
  for (const { id, rosdomofonId } of (await query('{ entrances(first: 9) { nodes { id rosdomofonId } } }'))
    .entrances.nodes)
    ids.set(rosdomofonId, id);
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

// any: answers are looked at by tests, which know their shape
async function query(text: string, variables?: Record<string, unknown>): Promise<any> {
  const { data, errors } = await api.query(demo.key, text, variables);
  expect(errors).toEqual([]);
  return data;
}

const FLAT_MAP = `query ($id: ID!, $first: Int!, $after: Int) { entrance(id: $id) { flatMap(first: $first, after: $after) {
  size hasMore endNumber entries { number state flat { rosdomofonId } account { rosdomofonId } } } } }`;
const flatMap = async (entrance: number, first: number, after?: number) =>
  (await query(FLAT_MAP, { id: ids.get(entrance), first, after })).entrance.flatMap;

describe('the flat map of an entrance', () => {
  it('tells of every number of the ranges whether it is taken, and by whom', async () => {
    const map = await flatMap(1, 100);
    expect(map).toMatchObject({ size: 10, hasMore: false, endNumber: 21 });
    const entry = (
      number: number,
      state: string,
      flat: number | null = null,
      account: number | null = null,
    ) => ({
      number,
      state,
      flat: flat && { rosdomofonId: flat },
      account: account && { rosdomofonId: account },
    });
    expect(map.entries).toEqual([
      entry(1, 'TAKEN', 1, 1),
      entry(2, 'VIRTUAL', 2, 2),
      entry(3, 'BLOCKED', 3, 3),
      entry(4, 'BLOCKED', 4, 4),
      entry(5, 'TAKEN', 5),
      entry(6, 'TAKEN', 7, 7),
      entry(7, 'FREE'),
      entry(8, 'FREE'),
      entry(20, 'TAKEN', 8, 8),
      entry(21, 'FREE'),
    ]);
  });

  it('of absurd ranges comes in pages, and says how many numbers there are', async () => {
    const first = await flatMap(2, 1_000);
    expect(first).toMatchObject({ size: 100_000, hasMore: true, endNumber: 1_000 });
    expect(first.entries).toHaveLength(1_000);
    const last = await flatMap(2, 1_000, 99_997);
    expect(last).toMatchObject({ size: 100_000, hasMore: false, endNumber: 100_000 });
    expect(last.entries.map((entry: { state: string }) => entry.state)).toEqual(['FREE', 'TAKEN', 'FREE']);
  });

  it('of unknown ranges is empty', async () => {
    expect(await flatMap(3, 10)).toEqual({ size: 0, hasMore: false, endNumber: null, entries: [] });
  });

  it('may be asked for in several pages of several entrances at once', async () => {
    const { entrances } = await query(`{ entrances(last: 3) { nodes { rosdomofonId
      a: flatMap(first: 2) { entries { number state } } b: flatMap(first: 2, after: 2) { entries { number state } } } } }`);
    const states = Object.fromEntries(
      entrances.nodes.map((node: any) => [
        node.rosdomofonId,
        [...node.a.entries, ...node.b.entries].map(({ number, state }) => `${number} ${state}`),
      ]),
    );
    expect(states).toEqual({
      1: ['1 TAKEN', '2 VIRTUAL', '3 BLOCKED', '4 BLOCKED'],
      2: ['1 FREE', '2 FREE', '3 FREE', '4 FREE'],
      3: [],
    });
  });

  it('shows nothing of another company, which has the same ids and numbers', async () => {
    const { data } = await api.query(other.key, FLAT_MAP, { id: ids.get(1), first: 10 });
    expect(data).toEqual({ entrance: null });
    const own = await api.query(
      other.key,
      '{ entrances(last: 1) { nodes { flatMap(first: 8) { entries { number state flat { number owner { id } } } } } } }',
    );
    expect(own.data.entrances.nodes[0].flatMap.entries.map((entry: any) => entry.state)).toEqual([
      'BLOCKED',
      ...Array.from({ length: 6 }, () => 'FREE'),
      'TAKEN',
    ]);
  });

  it('has at most 1,000 numbers, and counts as so many for the limits', async () => {
    for (const first of [0, 1_001])
      expect((await api.query(demo.key, FLAT_MAP, { id: ids.get(1), first })).errors).toMatchObject([
        { message: '`first` has to be from 1 to 1000.', extensions: { code: 'BAD_USER_INPUT' } },
      ]);
    const text =
      'query ($first: Int!) { entrances(first: 100) { nodes { flatMap(first: $first) { entries { number state } } } } }';
    expect((await api.query(demo.key, text, { first: 600 })).errors).toEqual([]);
    expect((await api.query(demo.key, text, { first: 700 })).errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_LARGE' } },
    ]);
  });
});
