import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { countReads } from '../../testing/count-reads.ts';
import { createMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';

const ACCOUNTS = 30;
let api: TestApi;
let demo: Tenant;

beforeAll(async () => {
  api = await startApi();
  demo = await api.tenant('demo');
  const numbers = Array.from({ length: ACCOUNTS }, (_, i) => i + 1);
  await (await createMirror(api.store, demo)).import({
    services: [{ rosdomofonId: 1 }, { rosdomofonId: 2 }],
    entrances: numbers.map((rosdomofonId) => ({
      rosdomofonId,
      services: [1, 2],
      ranges: [{ flatStart: 1, flatEnd: 10 }],
    })),
    accounts: numbers.map((rosdomofonId) => ({ rosdomofonId })),
    flats: numbers.map((id) => ({
      rosdomofonId: id,
      number: '1',
      entranceRosdomofonId: id,
      accountRosdomofonId: id,
    })),
    connections: numbers.map((id) => ({
      rosdomofonId: id,
      accountRosdomofonId: id,
      serviceRosdomofonId: 1 + (id % 2),
    })),
  });
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

it('what is read per row is read once for all rows of the page, on every level', async () => {
  const text = `{ accounts(first: 100) { nodes { owner { phone accounts(first: 2) { nodes { id } } } company { name }
    flats(first: 2) { totalCount { count } nodes { account { number } owner { id }
      entrance { flatRanges { end } services { name } flats(first: 2) { nodes { id } }
        flatMap(first: 5) { entries { state flat { number } account { number } } } } } }
    serviceConnections(first: 2) { nodes { service { name serviceConnections(first: 2) { nodes { flat { serviceConnections(first: 2) { nodes { id } } } account { number } } } } } } } } }`;
  const { data, repeated, readCount } = await countReads(api, demo, text);
  expect(data.accounts.nodes).toHaveLength(ACCOUNTS);
  // Of accounts, flats and services, flats are children in two places.
  expect(repeated).toEqual({ listFlatsOfParents: 2, listServiceConnectionsOfParents: 3 });
  expect(readCount).toBeGreaterThan(10);
});
