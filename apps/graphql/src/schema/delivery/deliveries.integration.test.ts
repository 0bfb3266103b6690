import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeId } from '../../ids/node-id.ts';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import type { Tenant } from '../../testing/tenant.ts';
import { expectPages, PAGE } from '../../testing/walk.ts';

let api: TestApi;
let demo: Tenant;
let deliveries: TestDeliveries;

beforeAll(async () => {
  api = await startApi();
  demo = await api.tenant('demo');
  deliveries = await createDeliveries(api.store, demo);
});
afterAll(() => api[Symbol.asyncDispose]());

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>, key = demo.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}

describe('a delivery', () => {
  const DELIVERY = `query ($id: ID!) { delivery(id: $id) {
    id kind subject state attemptCount maxAttempts ambiguousAttemptCount lastErrorCode payload result requestedBy
    cancelledBy dueAt leaseUntil createdAt settledAt about { __typename id } target { id kind } company { id }
    original { id } redelivery { id }
    attempts { outcome errorCode durationMs endedAt request response worker lateOutcome } } }`;

  it('is shown with every attempt, what it is about and where it goes', async () => {
    await demo.signUps([1]);
    const signUp = (await ask('{ signUps(first: 1) { nodes { id } } }')).signUps.nodes[0].id;
    const [row] = await api.store.run<{ id: bigint }>('select id from sign_ups', []);
    const [id = ''] = await deliveries.enqueue({
      kind: 'sign_up.ensure_account',
      subject: 'abonent:1',
      payload: { signUpId: String(row?.id) },
      requestedBy: 'api-key:abc',
    });
    const [first] = await deliveries.claim();
    expect((await ask(DELIVERY, { id })).delivery).toMatchObject({
      state: 'LEASED',
      leaseUntil: expect.any(String),
      attempts: [],
    });
    if (first)
      await deliveries.settle(first, {
        state: 'pending',
        outcome: 'ambiguous',
        errorCode: 'TIMEOUT',
        delayMs: 0,
        request: { method: 'POST', path: '/v1/accounts' },
      });
    const [second] = await deliveries.claim();
    if (second) await deliveries.settle(second, { result: { accountId: 7 }, response: { status: 200 } });

    expect((await ask(DELIVERY, { id })).delivery).toEqual({
      id,
      kind: 'sign_up.ensure_account',
      subject: 'abonent:1',
      state: 'DELIVERED',
      attemptCount: 2,
      maxAttempts: 5,
      ambiguousAttemptCount: 1,
      lastErrorCode: 'TIMEOUT',
      payload: { signUpId: String(row?.id) },
      result: { accountId: 7 },
      requestedBy: 'api-key:abc',
      cancelledBy: null,
      dueAt: expect.any(String),
      leaseUntil: null,
      createdAt: expect.any(String),
      settledAt: expect.any(String),
      about: { __typename: 'SignUp', id: signUp },
      target: { id: deliveries.targetId, kind: 'ROSDOMOFON' },
      company: { id: encodeId('Company', demo.company.id) },
      original: null,
      redelivery: null,
      attempts: [
        {
          outcome: 'AMBIGUOUS',
          errorCode: 'TIMEOUT',
          durationMs: 5,
          endedAt: expect.any(String),
          request: { method: 'POST', path: '/v1/accounts' },
          response: null,
          worker: 'sender of demo',
          lateOutcome: null,
        },
        expect.objectContaining({ outcome: 'DELIVERED', errorCode: null, response: { status: 200 } }),
      ],
    });
    const found = await ask(
      'query ($about: ID!) { deliveries(first: 5, filter: { aboutId: $about }) { nodes { id } } }',
      { about: signUp },
    );
    expect(found.deliveries.nodes).toEqual([{ id }]);
    expect((await ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id })).node).toEqual({
      __typename: 'Delivery',
      id,
    });
  });

  it('of more than 50 attempts shows the newest 50', async () => {
    const [id = ''] = await deliveries.enqueue({ subject: 'many' });
    await api.store.run(
      `insert into delivery_attempts (delivery_id, fence, company_id, outcome, error_code, worker)
       select d.id, n, d.company_id, 'retry', 'E' || n, 'w' from deliveries d, generate_series(1, 60) n where subject = 'many'`,
      [],
    );
    const { attempts } = (await ask(DELIVERY, { id })).delivery;
    expect(attempts).toHaveLength(50);
    expect([attempts[0].errorCode, attempts[49].errorCode]).toEqual(['E11', 'E60']);
  });
});

describe('the list of deliveries', () => {
  let own: Tenant;
  let ids: Record<string, string>;

  beforeAll(async () => {
    own = await api.tenant('lists');
    const its = await createDeliveries(api.store, own);
    const [dead = ''] = await its.bury({ kind: 'first', subject: 'conversation:1' });
    const [waiting = '', part = '', other = ''] = await its.enqueue(
      { kind: 'second', subject: 'conversation:1' },
      { kind: 'second', subject: 'conversation:1#key' },
      { kind: 'first', subject: 'conversation:10' },
    );
    ids = { dead, waiting, part, other, target: its.targetId };
  });

  it.each<[string, () => string, string[]]>([
    ['nothing: all, newest first', () => '{}', ['other', 'part', 'waiting', 'dead']],
    ['state', () => '{ state: [DEAD] }', ['dead']],
    ['kind', () => '{ kind: ["second"] }', ['part', 'waiting']],
    ['subject', () => '{ subject: "conversation:1" }', ['part', 'waiting', 'dead']],
    ['subject and state', () => '{ subject: "conversation:1", state: [PENDING] }', ['part', 'waiting']],
    ['the object', () => `{ aboutId: "${encodeId('Conversation', 10n)}" }`, ['other']],
    ['an object that there is not', () => `{ aboutId: "${encodeId('SignUp', 10n)}" }`, []],
    ['an object that no delivery is about', () => `{ aboutId: "${ids['target']}" }`, []],
    ['error code', () => '{ errorCode: ["TEST_FAILED"] }', ['dead']],
    ['target', () => `{ targetId: "${ids['target']}" }`, ['other', 'part', 'waiting', 'dead']],
    ['a target that is none', () => '{ targetId: "tgt_x" }', []],
    ['time', () => '{ createdAt: { to: "2026-01-01T00:00:00Z" } }', []],
    ['an original', () => `{ originalId: "${ids['dead']}" }`, []],
  ])('by %s', async (_name, filter, expected) => {
    const data = await ask(
      `{ deliveries(first: 10, filter: ${filter()}) { nodes { id } totalCount { count precision } } }`,
      {},
      own.key,
    );
    expect(data.deliveries).toEqual({
      nodes: expected.map((name) => ({ id: ids[name] })),
      totalCount: { count: expected.length, precision: 'EXACT' },
    });
  });

  it('refuses a subject and an object at once', async () => {
    const { errors } = await api.query(
      own.key,
      '{ deliveries(first: 1, filter: { subject: "a", aboutId: "sup_x" }) { nodes { id } } }',
    );
    expect(errors).toMatchObject([{ message: 'Give either `subject` or `aboutId`.' }]);
  });

  it('gives every row once in pages of any size, both ways', async () => {
    const walked = await api.tenant('walked');
    const its = await createDeliveries(api.store, walked);
    await its.bury(...Array.from({ length: 10 }, () => ({})));
    await its.enqueue(...Array.from({ length: 30 }, () => ({})));
    const list = {
      name: 'deliveries',
      text: (args: string) => `{ deliveries(${args}) { ${PAGE} } }`,
      connection: (data: any) => data.deliveries,
    };
    expect(await expectPages({ api, key: walked.key }, list)).toHaveLength(40);
  });
});
