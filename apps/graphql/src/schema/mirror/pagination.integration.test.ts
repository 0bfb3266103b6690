import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';
import { expectPages, type List, PAGE } from '../../testing/walk.ts';

const ROWS = 43;
let api: TestApi;
let demo: Tenant;
beforeAll(async () => {
  api = await startApi();
  demo = await api.tenant('demo');
  const numbers = Array.from({ length: ROWS }, (_, i) => i + 1);
  await (await createMirror(api.store, demo)).import({
    services: numbers.map((rosdomofonId) => ({
      rosdomofonId,
      type: rosdomofonId % 2 ? 'Gate' : 'HouseChat',
    })),
    entrances: numbers.map((rosdomofonId) => ({
      rosdomofonId,
      addressLine: `Иваново, Мира, ${rosdomofonId}`,
      services: [rosdomofonId],
    })),
    // Found in two ways at once: by a part of the number, and by the address.
    accounts: numbers.map((id) => ({
      rosdomofonId: id,
      number: id % 3 ? `${id}-1007` : null,
      isBlocked: id % 2 === 0,
      ownerAbonentRosdomofonId: id <= 20 ? 5 : 100 + id,
    })),
    flats: numbers.map((id) => ({
      rosdomofonId: id,
      number: '1007',
      entranceRosdomofonId: id % 4 ? id : 1,
      accountRosdomofonId: id % 4 ? id : 1,
    })),
    connections: numbers.map((rosdomofonId) => ({
      rosdomofonId,
      accountRosdomofonId: 1,
      flatRosdomofonId: 1,
      serviceRosdomofonId: 1,
    })),
  });
  // Some of another company between them.
  const other = await api.tenant('other');
  await (await createMirror(api.store, other)).import({
    accounts: numbers.map((rosdomofonId) => ({ rosdomofonId, number: `${rosdomofonId}-1007` })),
  });
  await api.store.run(
    `insert into sync_runs (company_id, integration_id, kind, account_rosdomofon_id, state, requested_by)
     select $1, $2, case when n % 3 = 0 then 'full' else 'account' end, case when n % 3 > 0 then n end, 'completed', 'test'
     from generate_series(1, 43) n`,
    [demo.company.id, demo.integrationId],
  );
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});

const top = (name: string, field: string, more = ''): List => ({
  name,
  text: (args) => `{ ${field}(${args}${more}) { ${PAGE} } }`,
  connection: (data) => data[field],
});
const below = (name: string, parent: string, field: string): List => ({
  name,
  text: (args) => `{ parent: ${parent} { ${field}(${args}) { ${PAGE} } } }`,
  connection: ({ parent: answer }) => (answer.nodes?.[0] ?? answer)[field],
});
const inside = (name: string, parent: string, field: string): List => ({
  name,
  text: (args) => `{ parent: ${parent} { nodes { ${field}(${args}) { ${PAGE} } } } }`,
  connection: ({ parent: answer }) => answer.nodes[0][field],
});

describe.each([
  top('accounts', 'accounts'),
  top('blocked accounts', 'accounts', ', filter: { isBlocked: true }'),
  top('accounts found in several ways', 'accounts', ', search: "Мира 1007"'),
  top('accounts found by a part of a number', 'accounts', ', search: "1007"'),
  top('abonents', 'abonents'),
  top('entrances', 'entrances'),
  top(
    'entrances by address and type of service',
    'entrances',
    ', search: "мира", filter: { serviceType: ["Gate"] }',
  ),
  top('flats', 'flats'),
  top('flats of a number', 'flats', ', filter: { number: "1007" }'),
  top('services', 'services'),
  top('readings of all kinds', 'syncRuns'),
  top('full readings', 'syncRuns', ', filter: { kind: FULL, state: [COMPLETED] }'),
  below('the flats of an account', 'accountByNumber(number: "1-1007")', 'flats'),
  below('the service connections of an account', 'accountByNumber(number: "1-1007")', 'serviceConnections'),
  inside('the accounts of an abonent', 'abonents(last: 1)', 'accounts'),
  inside('the flats of an entrance', 'entrances(last: 1)', 'flats'),
  inside('the service connections of a flat', 'flats(last: 1)', 'serviceConnections'),
  inside('the service connections of a service', 'services(last: 1)', 'serviceConnections'),
])('pages of $name', (list) => {
  it('give every row once, in one order, in both directions, whatever their sizes', async () => {
    const rows = await expectPages({ api, key: demo.key }, list, { numRuns: 3 });
    const counted = list.text('first: 1').replace(PAGE, 'totalCount { count precision }');
    const { data } = await api.query(demo.key, counted);
    expect(list.connection(data)).toEqual({ totalCount: { count: rows.length, precision: 'EXACT' } });
  });
});

it('cursors are good for the list of one parent alone', async () => {
  const { data } = await api.query(
    demo.key,
    '{ flats(first: 2) { nodes { id } } entrances(last: 1) { nodes { flats(first: 1) { pageInfo { endCursor } } } } }',
  );
  const cursor = data.entrances.nodes[0].flats.pageInfo.endCursor;
  for (const text of [
    `{ flats(first: 1, after: "${cursor}") { nodes { id } } }`,
    `{ entrances(first: 1) { nodes { flats(first: 1, after: "${cursor}") { nodes { id } } } } }`,
    `{ accountByNumber(number: "1-1007") { flats(first: 1, after: "${cursor}") { nodes { id } } } }`,
  ])
    expect((await api.query(demo.key, text)).errors).toMatchObject([
      { message: 'The cursor is not one of this list.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
});
