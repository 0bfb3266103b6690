import { randomUUID } from 'node:crypto';
import type { Client } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { eventually } from '../../testing/eventually.ts';
import { workOnJob } from '../../testing/jobs.ts';
import { openSocket, subscribe } from '../../testing/socket.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let deliveries: TestDeliveries;
let socket: Client;

beforeAll(async () => {
  api = await startApi({ isAlone: true });
  demo = await api.tenant('demo');
  deliveries = await createDeliveries(api.store, demo);
  socket = openSocket(api.wsUrl, demo.key);
});
beforeEach(() => api.store.run('truncate deliveries, jobs', []));
afterAll(async () => {
  await socket.dispose();
  await api[Symbol.asyncDispose]();
});

const JOB = `id kind state progress { done total failed } result error { code } requestedBy cancelledBy finishedAt`;
const REQUEST = `mutation ($input: RedeliverMatchingInput!) { redeliverMatching(input: $input) {
  ... on RedeliverMatchingPayload { job { id } } } }`;
const CANCEL = `mutation ($input: CancelJobInput!) { outcome: cancelJob(input: $input) { __typename
  ... on CancelJobPayload { job { ${JOB} } } ... on UserError { code path } ... on JobStateError { job { state } } } }`;
const LIST = `query ($filter: JobFilterInput, $after: String) { jobs(first: 2, after: $after, filter: $filter) {
  nodes { ${JOB} } totalCount { count } pageInfo { endCursor hasNextPage } } }`;
const CHANGED = `subscription ($id: ID, $since: Cursor) { jobChanged(id: $id, since: $since) { __typename cursor
  ... on JobChanged { job { ${JOB} } } } }`;

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables: Record<string, unknown> = {}, key = demo.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
async function request(): Promise<string> {
  const [{ count: expectedCount }] = [
    (await ask(`{ previewRedelivery(filter: {}) { totalCount { count } } }`)).previewRedelivery.totalCount,
  ];
  const input = { filter: {}, expectedCount, idempotencyKey: randomUUID() };
  return (await ask(REQUEST, { input })).redeliverMatching.job.id;
}
const actor = () => `api-key:${demo.key.split('_')[2]}`;

it('a job is told of from its asking to its end: all of them, one, and after a cursor what was missed', async () => {
  await deliveries.bury({}, {}, {});
  const all = subscribe(socket, CHANGED);
  await all.live;
  const id = await request();
  const one = subscribe(socket, CHANGED, { id });
  await one.live;
  await workOnJob(api.store);
  const completed = {
    id,
    kind: 'deliveries.redeliver',
    state: 'COMPLETED',
    progress: { done: 3, total: 3, failed: 0 },
    result: { redelivered: 3, passedOver: 0 },
    error: null,
    requestedBy: actor(),
    cancelledBy: null,
    finishedAt: expect.any(String),
  };
  await eventually(() => {
    for (const { events } of [all, one]) expect(events.at(-1)).toMatchObject({ job: completed });
  });
  expect(
    await ask(`query ($id: ID!) { job(id: $id) { ${JOB} } node(id: $id) { __typename id } }`, { id }),
  ).toEqual({
    job: completed,
    node: { __typename: 'Job', id },
  });
  const since = all.cursor();
  await deliveries.bury({});
  await request();
  const later = subscribe(socket, CHANGED, { since });
  await eventually(() => expect(later.events.at(-1)).toMatchObject({ job: { state: 'QUEUED' } }));
  for (const subscription of [all, one, later]) {
    expect(subscription.errors).toEqual([]);
    subscription.stop();
  }
});

it('jobs are listed newest first, page by page, by kind and state', async () => {
  const ids = [];
  for (let at = 0; at < 3; at += 1) {
    await deliveries.bury({});
    ids.push(await request());
  }
  const first = (await ask(LIST)).jobs;
  expect(first.nodes.map((job: { id: string }) => job.id)).toEqual([ids[2], ids[1]]);
  expect(first.totalCount).toEqual({ count: 3 });
  const second = (await ask(LIST, { after: first.pageInfo.endCursor })).jobs;
  expect(second.nodes.map((job: { id: string }) => job.id)).toEqual([ids[0]]);
  await workOnJob(api.store);
  expect((await ask(LIST, { filter: { state: ['COMPLETED'] } })).jobs.nodes).toMatchObject([{ id: ids[0] }]);
  expect((await ask(LIST, { filter: { kind: ['other'] } })).jobs.nodes).toEqual([]);
});

it('a job is cancelled once, by whom is kept, and none by another company', async () => {
  await deliveries.bury({});
  const id = await request();
  const other = await api.tenant('other');
  const notFound = { __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'id'] };
  expect((await ask(CANCEL, { input: { id } }, other.key)).outcome).toEqual(notFound);
  expect(
    await ask(`query ($id: ID!) { job(id: $id) { id } node(id: $id) { id } }`, { id }, other.key),
  ).toEqual({
    job: null,
    node: null,
  });
  expect((await ask(LIST, {}, other.key)).jobs.nodes).toEqual([]);
  expect((await ask(CANCEL, { input: { id } })).outcome).toMatchObject({
    __typename: 'CancelJobPayload',
    job: { state: 'CANCELLED', cancelledBy: actor(), result: null },
  });
  expect((await ask(CANCEL, { input: { id } })).outcome).toEqual({
    __typename: 'JobStateError',
    code: 'JOB_STATE',
    path: ['input', 'id'],
    job: { state: 'CANCELLED' },
  });
  expect(await workOnJob(api.store)).toBe(false);
});
