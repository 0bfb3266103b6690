import { randomUUID } from 'node:crypto';
import { settleDeliveries } from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeId } from '../../ids/node-id.ts';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
let deliveries: TestDeliveries;
let companies = 0;

beforeAll(async () => {
  api = await startApi({ rememberKeysMs: 100 });
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  demo = await api.tenant(`company${companies++}`);
  deliveries = await createDeliveries(api.store, demo);
});

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>, key = demo.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}

const FIELDS = `id state message advice totalCount { count precision } firstFailedAt lastFailedAt
  resolution { resolvedAt resolvedBy note } mute { until mutedBy note }`;
const ISSUES = `query ($filter: IssueFilterInput, $first: Int! = 20) { issues(filter: $filter, first: $first) {
  deliveryIssues { hasMore nodes { ${FIELDS} kind code target { id } sample { id state } } }
  inboxEventIssues { hasMore nodes { ${FIELDS} topic reason sample { id state payload { text } } } } } }`;
const issues = async (filter: object = {}, first = 20) => (await ask(ISSUES, { filter, first })).issues;
const ofDeliveries = async (filter: object = {}) => (await issues(filter)).deliveryIssues.nodes;
const ofEvents = async (filter: object = {}) => (await issues(filter)).inboxEventIssues.nodes;

const decide = (name: 'resolveIssue' | 'muteIssue', input: object, key = demo.key) =>
  api.query(
    key,
    `mutation ($input: ${name === 'muteIssue' ? 'MuteIssueInput' : 'ResolveIssueInput'}!) { outcome: ${name}(input: $input) {
      __typename ... on UserError { code message path } ... on IssueStateError { issue { ${FIELDS} } }
      ... on ${name === 'muteIssue' ? 'MuteIssuePayload' : 'ResolveIssuePayload'} { issue { ${FIELDS} } } } }`,
    { input },
  );
const outcomeOf = async (...given: Parameters<typeof decide>) => {
  const { data, errors } = await decide(...given);
  expect(errors).toEqual([]);
  return data.outcome;
};
const redeliver = (id: string) =>
  ask(`mutation ($input: RedeliverInput!) { redeliver(input: $input) { __typename } }`, {
    input: { id, idempotencyKey: randomUUID() },
  });
const buryWith = async (errorCode: string, kind = 'test.do') => {
  const [id = ''] = await deliveries.enqueue({ kind });
  for (const claimed of await deliveries.claim())
    await deliveries.settle(claimed, { state: 'dead', outcome: 'dead', errorCode });
  return id;
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe('an issue of deliveries', () => {
  it('is what died of one cause, told in both languages, with a sample', async () => {
    const first = await buryWith('WEBHOOK_REVOKED');
    const second = await buryWith('WEBHOOK_REVOKED');
    await buryWith('BITRIX24_TIMEOUT');
    await buryWith('WEBHOOK_REVOKED', 'test.other');
    const found = await ofDeliveries({ kind: ['test.do'] });
    expect(found).toMatchObject([
      { code: 'BITRIX24_TIMEOUT', totalCount: { count: 1 } },
      {
        state: 'OPEN',
        kind: 'test.do',
        code: 'WEBHOOK_REVOKED',
        target: { id: deliveries.targetId },
        message: expect.stringContaining('The portal does not know the webhook'),
        advice: expect.stringContaining('redeliverMatching'),
        totalCount: { count: 2, precision: 'EXACT' },
        sample: [
          { id: second, state: 'DEAD' },
          { id: first, state: 'DEAD' },
        ],
        resolution: null,
        mute: null,
      },
    ]);
    const [, issue] = found;
    expect(issue.firstFailedAt < issue.lastFailedAt).toBe(true);
    expect(await ofDeliveries({})).toHaveLength(3);
    const { node } = await ask(
      'query ($id: ID!) { node(id: $id) { __typename id ... on Issue { message(language: RU) advice(language: RU) company { id } integration { id } } } }',
      { id: issue.id },
    );
    expect(node).toMatchObject({
      __typename: 'DeliveryIssue',
      id: issue.id,
      message: expect.stringContaining('вебхук'),
      advice: expect.stringContaining('отправьте снова'),
      company: { id: encodeId('Company', demo.company.id) },
      integration: { id: encodeId('Integration', demo.integrationId) },
    });
  });

  it('is gone when they are sent again, and is the same one when that dies too', async () => {
    const id = await buryWith('WEBHOOK_REVOKED');
    const [issue] = await ofDeliveries();
    await redeliver(id);
    expect(await ofDeliveries()).toEqual([]);
    expect((await ask('query ($id: ID!) { node(id: $id) { id } }', { id: issue.id })).node).toBeNull();
    expect(await outcomeOf('resolveIssue', { id: issue.id })).toMatchObject({ __typename: 'NotFoundError' });
    expect(
      await api.store.run('select from issue_decisions where company_id = $1', [demo.company.id]),
    ).toEqual([]);
    for (const claimed of await deliveries.claim())
      await deliveries.settle(claimed, { state: 'dead', outcome: 'dead', errorCode: 'WEBHOOK_REVOKED' });
    expect(await ofDeliveries()).toMatchObject([{ id: issue.id, totalCount: { count: 1 } }]);
  });

  it('counts up to 10,000', async () => {
    await buryWith('WEBHOOK_REVOKED');
    await api.store.run(
      `insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, state, settled_at, last_error_code)
       select company_id, integration_id, kind, subject, 'many' || n, 5, 'dead', now(), last_error_code
       from deliveries, generate_series(1, 10000) n where company_id = $1`,
      [demo.company.id],
    );
    const [issue] = await ofDeliveries();
    expect(issue.totalCount).toEqual({ count: 10_000, precision: 'AT_LEAST' });
    expect(issue.sample).toHaveLength(10);
  });

  it('of a death without a code is there as well', async () => {
    const [id = ''] = await deliveries.enqueue({});
    for (const claimed of await deliveries.claim())
      await deliveries.settle(claimed, { state: 'dead', outcome: 'dead', errorCode: null });
    expect(await ofDeliveries()).toMatchObject([{ code: null, sample: [{ id }], totalCount: { count: 1 } }]);
  });
});

describe('an issue that somebody resolved', () => {
  it('is resolved until one more dies, and then says that it was', async () => {
    await buryWith('WEBHOOK_REVOKED');
    const [{ id }] = await ofDeliveries();
    const actor = (await ask('{ viewer { actor } }')).viewer.actor;
    expect(await outcomeOf('resolveIssue', { id, note: 'портал переехал' })).toMatchObject({
      __typename: 'ResolveIssuePayload',
      issue: {
        id,
        state: 'RESOLVED',
        totalCount: { count: 1 },
        resolution: { resolvedBy: actor, note: 'портал переехал' },
      },
    });
    expect(await ofDeliveries({ state: ['OPEN'] })).toEqual([]);
    expect(await ofDeliveries({ state: ['RESOLVED', 'MUTED'] })).toMatchObject([{ id }]);
    await buryWith('BITRIX24_TIMEOUT');
    expect(await ofDeliveries({ state: ['OPEN'] })).toMatchObject([{ code: 'BITRIX24_TIMEOUT' }]);
    await buryWith('WEBHOOK_REVOKED');
    expect(await ofDeliveries({ state: ['OPEN'] })).toMatchObject([
      { id, totalCount: { count: 2 }, resolution: { note: 'портал переехал' } },
      { code: 'BITRIX24_TIMEOUT' },
    ]);
  });

  it('opens by what was being written when it was resolved, although that began earlier', async () => {
    await buryWith('WEBHOOK_REVOKED');
    const [{ id }] = await ofDeliveries();
    await deliveries.enqueue({});
    const [claimed] = await deliveries.claim();
    const [isWritten, isResolved] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const settled = api.store.transaction(async (tx) => {
      await settleDeliveries(tx, 'worker', [
        {
          id: claimed?.id ?? 0n,
          fence: claimed?.fence ?? 0n,
          state: 'dead',
          outcome: 'dead',
          errorCode: 'WEBHOOK_REVOKED',
          isCounted: true,
          delayMs: null,
          durationMs: 1,
          result: null,
          request: null,
          response: null,
        },
      ]);
      isWritten.resolve();
      await isResolved.promise;
    });
    await isWritten.promise;
    const { issue } = await outcomeOf('resolveIssue', { id });
    expect(issue.state).toBe('RESOLVED');
    isResolved.resolve();
    await settled;
    const [now] = await ofDeliveries({ state: ['OPEN'] });
    expect(now).toMatchObject({ id, totalCount: { count: 2 } });
    // By the time of the decision nobody would have seen it.
    expect(now.lastFailedAt < now.resolution.resolvedAt).toBe(true);
  });

  it('is resolved once by ten people at once: the others are told who did', async () => {
    await buryWith('WEBHOOK_REVOKED');
    const [{ id }] = await ofDeliveries();
    const atOnce = () =>
      Promise.all(Array.from({ length: 10 }, (_, n) => outcomeOf('resolveIssue', { id, note: `Nr. ${n}` })));
    const outcomes = await atOnce();
    const done = outcomes.filter(({ __typename }) => __typename === 'ResolveIssuePayload');
    expect(done).toHaveLength(1);
    for (const outcome of outcomes) expect(outcome.issue.resolution.note).toBe(done[0].issue.resolution.note);
    expect(outcomes.filter(({ code }) => code === 'ISSUE_STATE')).toHaveLength(9);
    const trail = () =>
      api.store.run(`select from audit_entries where company_id = $1 and action = 'issue.resolve'`, [
        demo.company.id,
      ]);
    expect(await trail()).toHaveLength(1);

    // The control: a resolution that is not kept.
    await api.store.run(
      `create function forget_resolution() returns trigger language plpgsql as 'begin new.resolved_through = null; return new; end'`,
      [],
    );
    await api.store.run(
      'create trigger forget_resolution before update on issue_decisions for each row execute function forget_resolution()',
      [],
    );
    await buryWith('WEBHOOK_REVOKED');
    const forgotten = await atOnce();
    await api.store.run('drop trigger forget_resolution on issue_decisions', []);
    expect(forgotten.filter(({ code }) => code === 'ISSUE_STATE')).toEqual([]);
  });
});

describe('an issue that somebody muted', () => {
  it('stays away whatever dies, and comes back when the time has come', async () => {
    await buryWith('WEBHOOK_REVOKED');
    const [{ id }] = await ofDeliveries();
    const until = inDays(1);
    expect(await outcomeOf('muteIssue', { id, until, note: 'чинят' })).toMatchObject({
      __typename: 'MuteIssuePayload',
      issue: { state: 'MUTED', mute: { until, note: 'чинят' } },
    });
    await buryWith('WEBHOOK_REVOKED');
    expect(await ofDeliveries({ state: ['OPEN'] })).toEqual([]);
    expect(await ofDeliveries({ state: ['MUTED'] })).toMatchObject([{ id, totalCount: { count: 2 } }]);
    await api.store.run(`update issue_decisions set muted_until = now() where company_id = $1`, [
      demo.company.id,
    ]);
    expect(await ofDeliveries()).toMatchObject([{ id, state: 'OPEN', mute: null }]);
  });

  it('comes back at once when somebody says so; what was resolved below it is still resolved', async () => {
    await buryWith('WEBHOOK_REVOKED');
    const [{ id }] = await ofDeliveries();
    const mute = (until: string | null) => outcomeOf('muteIssue', { id, until });
    expect(await mute(null)).toMatchObject({ code: 'ISSUE_STATE', issue: { state: 'OPEN' } });
    await mute(inDays(1));
    expect(await mute(inDays(2))).toMatchObject({ issue: { state: 'MUTED' } });
    expect(await mute(null)).toMatchObject({
      __typename: 'MuteIssuePayload',
      issue: { state: 'OPEN', mute: null },
    });
    await outcomeOf('resolveIssue', { id });
    await mute(inDays(1));
    expect(await mute(null)).toMatchObject({ issue: { state: 'RESOLVED' } });
    await mute(inDays(1));
    expect(await outcomeOf('resolveIssue', { id })).toMatchObject({
      issue: { state: 'RESOLVED', mute: null },
    });
  });

  it.each([
    ['is over', -1],
    ['is too far away to be meant', 91],
  ])('is not until a time that %s', async (_name, days) => {
    await buryWith('WEBHOOK_REVOKED');
    const [{ id }] = await ofDeliveries();
    expect(await outcomeOf('muteIssue', { id, until: inDays(days) })).toMatchObject({ code: 'TIME_REFUSED' });
    expect(await ofDeliveries()).toMatchObject([{ state: 'OPEN' }]);
  });
});

describe('an issue of events', () => {
  const text = (value: string) => new TextEncoder().encode(value);

  it('is what could not be read for one reason, whatever numbers stand in that', async () => {
    await demo.deadEvents([text('a'), text('b')], 'the value is not valid JSON (20 bytes)');
    await demo.deadEvents([text('c')], 'the value is not valid JSON (7 bytes)');
    await demo.deadEvents([text('d')], 'message: expected text');
    const found = await ofEvents();
    expect(found).toMatchObject([
      { reason: 'message: expected text', totalCount: { count: 1 } },
      {
        state: 'OPEN',
        topic: `MESSAGES_IN_${demo.company.shortName}`,
        reason: 'the value is not valid JSON (# bytes)',
        message: expect.stringContaining('cannot be read'),
        totalCount: { count: 3, precision: 'EXACT' },
        sample: [{ payload: { text: 'c' } }, { state: 'DEAD' }, { state: 'DEAD' }],
      },
    ]);
    const topic = [`MESSAGES_IN_${demo.company.shortName}`];
    expect(await ofEvents({ topic })).toEqual(found);
    expect(await ofEvents({ topic: ['SIGN_UPS_ALL'] })).toEqual([]);
    const { node } = await ask(
      'query ($id: ID!) { node(id: $id) { __typename ... on Issue { message(language: RU) } } }',
      { id: found[0].id },
    );
    expect(node).toEqual({
      __typename: 'InboxEventIssue',
      message: expect.stringContaining('не читаются'),
    });
  });

  it('is gone when they are reprocessed; resolved, it opens with the next one, also of the topic made anew', async () => {
    const value = { fromAbonent: { id: 5, phone: 79_000_000_001 }, channel: 'support', message: 'Ещё раз' };
    await demo.deadEvents([text(JSON.stringify(value))], 'could not be read');
    const [{ id, sample }] = await ofEvents();
    await outcomeOf('resolveIssue', { id });
    await demo.deadEvents([text('x')], 'could not be read');
    expect(await ofEvents({ state: ['OPEN'] })).toMatchObject([{ id, totalCount: { count: 2 } }]);
    await outcomeOf('resolveIssue', { id });
    const [source] = await api.store.run<{ id: number }>(
      `insert into inbox_sources (integration_id, topic, epoch) select integration_id, topic, 2 from inbox_sources
       where integration_id = $1 returning id`,
      [demo.integrationId],
    );
    await api.store.run(
      `update inbox_events set source_id = $1, received_at = now() where company_id = $2 and raw = 'x'`,
      [source?.id ?? 0, demo.company.id],
    );
    expect(await ofEvents({ state: ['OPEN'] })).toMatchObject([
      { id, totalCount: { count: 2 }, sample: [{ payload: { text: 'x' } }, { id: sample[0].id }] },
    ]);
    await ask('mutation ($input: ReprocessEventInput!) { reprocessEvent(input: $input) { __typename } }', {
      input: { id: sample[0].id, idempotencyKey: randomUUID() },
    });
    expect(await ofEvents()).toMatchObject([{ id, totalCount: { count: 1 } }]);
  });
});

describe('who may', () => {
  const key = (...permissions: string[]) => api.key(demo, { permissions: permissions as never });

  beforeEach(async () => {
    await buryWith('WEBHOOK_REVOKED');
    await demo.deadEvents([null], 'no value');
  });

  it.each([
    ['deliveryIssues', 'READ_DELIVERIES', 'inboxEventIssues', 'READ_EVENTS'],
    ['inboxEventIssues', 'READ_EVENTS', 'deliveryIssues', 'READ_DELIVERIES'],
  ])('read %s alone gets them, and is told what the others need', async (own, permission, other, missing) => {
    const { data, errors } = await api.query(await key(permission), ISSUES, {});
    expect(data.issues[own].nodes).toHaveLength(1);
    expect(data.issues[other]).toBeNull();
    expect(errors).toMatchObject([
      { path: ['issues', other], extensions: { code: 'FORBIDDEN', permission: missing } },
    ]);
  });

  it('read no integrations sees the issue all the same', async () => {
    const { data, errors } = await api.query(
      await key('READ_DELIVERIES'),
      '{ issues(first: 1) { deliveryIssues { nodes { code integration { id } } } } }',
    );
    expect(data.issues.deliveryIssues.nodes).toEqual([{ code: 'WEBHOOK_REVOKED', integration: null }]);
    expect(errors).toMatchObject([{ extensions: { permission: 'READ_INTEGRATIONS' } }]);
  });

  it.each([
    ['deliveryIssues', 'WRITE_DELIVERIES', 'WRITE_EVENTS'],
    ['inboxEventIssues', 'WRITE_EVENTS', 'WRITE_DELIVERIES'],
  ])('decide about %s needs their own permission', async (list, needed, other) => {
    const [{ id }] = (await issues())[list].nodes;
    const reads = ['READ_DELIVERIES', 'READ_EVENTS'];
    const refused = await decide('resolveIssue', { id }, await key(...reads, other));
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', permission: needed } }]);
    const muted = await decide('muteIssue', { id, until: inDays(1) }, await key(...reads, other));
    expect(muted.errors).toMatchObject([{ extensions: { permission: needed } }]);
    expect(await outcomeOf('resolveIssue', { id }, await key(...reads, needed))).toMatchObject({
      __typename: 'ResolveIssuePayload',
    });
  });

  it('is of another company finds nothing of it', async () => {
    const stranger = await api.tenant('stranger');
    const [{ id }] = await ofDeliveries();
    expect((await ask(ISSUES, {}, stranger.key)).issues).toEqual({
      deliveryIssues: { hasMore: false, nodes: [] },
      inboxEventIssues: { hasMore: false, nodes: [] },
    });
    const { node } = await ask('query ($id: ID!) { node(id: $id) { id } }', { id }, stranger.key);
    expect(node).toBeNull();
    for (const [name, more] of [
      ['resolveIssue', {}],
      ['muteIssue', { until: inDays(1) }],
    ] as const)
      expect(await outcomeOf(name, { id, ...more }, stranger.key)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ofDeliveries()).toMatchObject([{ state: 'OPEN' }]);
  });
});

describe('the list', () => {
  it('begins with what failed last, says whether there are more, and takes 1 to 100', async () => {
    for (const code of ['A', 'B', 'C']) await buryWith(code);
    expect((await issues({}, 2)).deliveryIssues).toMatchObject({
      hasMore: true,
      nodes: [{ code: 'C' }, { code: 'B' }],
    });
    expect((await issues({}, 3)).deliveryIssues.hasMore).toBe(false);
    for (const first of [0, 101])
      expect((await api.query(demo.key, `{ issues(first: ${first}) { __typename } }`)).errors).toMatchObject([
        { extensions: { code: 'BAD_USER_INPUT' } },
      ]);
  });

  it('is of one integration when that is asked for', async () => {
    await buryWith('A');
    const integrationId = encodeId('Integration', demo.integrationId);
    expect(await ofDeliveries({ integrationId })).toHaveLength(1);
    expect(await ofDeliveries({ integrationId: encodeId('Integration', demo.integrationId + 1n) })).toEqual(
      [],
    );
    expect(await ofDeliveries({ integrationId: 'nothing' })).toEqual([]);
  });

  it('may not be noted upon at length', async () => {
    await buryWith('A');
    const [{ id }] = await ofDeliveries();
    const { errors } = await decide('resolveIssue', { id, note: 'x'.repeat(501) });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
