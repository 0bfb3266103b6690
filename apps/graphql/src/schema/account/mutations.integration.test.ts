import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { eventually } from '../../testing/eventually.ts';
import { createMirror, type TestMirror } from '../../testing/mirror.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let mirror: TestMirror;
let next = 0;

beforeAll(async () => {
  api = await startApi({ isAlone: true });
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
});
beforeEach(async () => {
  tenant = await api.tenant(`company${next++}`);
  mirror = await createMirror(api.store, tenant);
  await mirror.import({ accounts: [{ rosdomofonId: 1, number: 'ЛС-1' }, { rosdomofonId: 2 }] });
});

// any: answers are looked at by tests, which know their shape
async function mutate(text: string, variables?: Record<string, unknown>): Promise<any> {
  const { data, errors } = await api.query(tenant.key, `mutation ${text}`, variables);
  expect(errors).toEqual([]);
  return data;
}

const IMPORT = `{ importAccounts { __typename ... on ImportAccountsPayload { isJoined run { id kind state requestedBy } }
  ... on UserError { code message path } ... on MirrorOffError { reason } } }`;
const REFRESH = `($input: RefreshAccountInput!) { refreshAccount(input: $input) { __typename
  ... on RefreshAccountPayload { account { id number balance { amount currency } balanceAt detailsSyncedAt }
    run { id kind state error { code message } accountRosdomofonId account { number } } }
  ... on UserError { code message path } ... on MirrorOffError { reason } } }`;

/** What the consumer does when it finds a run that waits. */
async function workOn(
  kind: 'full' | 'account' | 'preview',
  work: (run: NonNullable<Awaited<ReturnType<TestMirror['claim']>>>) => Promise<void>,
) {
  const run = await eventually(async () => {
    const claimed = await mirror.claim(kind);
    expect(claimed).not.toBeNull();
    return claimed;
  });
  if (run) await work(run);
}

describe('importAccounts', () => {
  it('asks for an import in the name of the key; the second request joins the first, waiting or running', async () => {
    const publicId = tenant.key.split('_')[2];
    const { importAccounts: first } = await mutate(IMPORT);
    expect(first).toMatchObject({
      isJoined: false,
      run: { kind: 'FULL', state: 'QUEUED', requestedBy: `api-key:${publicId}` },
    });
    expect((await mutate(IMPORT)).importAccounts).toMatchObject({
      isJoined: true,
      run: { id: first.run.id },
    });
    await workOn('full', async (run) => {
      expect((await mutate(IMPORT)).importAccounts).toMatchObject({
        isJoined: true,
        run: { id: first.run.id, state: 'RUNNING' },
      });
      await mirror.settle(run, 'completed');
    });
    expect((await mutate(IMPORT)).importAccounts).toMatchObject({ isJoined: false });
  });

  it('asks for a preview with `dryRun`, which no import joins, and says what it found', async () => {
    const previewed = `{ importAccounts(input: { dryRun: true }) { __typename
      ... on ImportAccountsPayload { isJoined run { id kind state differences { label } } } } }`;
    const { importAccounts: asked } = await mutate(previewed);
    expect(asked).toMatchObject({
      isJoined: false,
      run: { kind: 'PREVIEW', state: 'QUEUED', differences: [] },
    });
    expect((await mutate(previewed)).importAccounts).toMatchObject({
      isJoined: true,
      run: { id: asked.run.id },
    });
    expect((await mutate(IMPORT)).importAccounts).toMatchObject({ isJoined: false, run: { kind: 'FULL' } });
    await workOn('preview', async (run) => {
      const found = {
        entity: 'service_connection',
        change: 'changed',
        rosdomofonId: '31',
        label: null,
        fields: ['is_blocked', 'account_rosdomofon_id'],
      };
      await api.store.run('update sync_runs set differences = $1::text::jsonb where id = $2', [
        JSON.stringify([found]),
        run.id,
      ]);
      await mirror.settle(run, 'completed');
    });
    const { data } = await api.query(
      tenant.key,
      'query ($id: ID!) { syncRun(id: $id) { state differences { entity change rosdomofonId label changedFields } } }',
      { id: asked.run.id },
    );
    expect(data.syncRun).toEqual({
      state: 'COMPLETED',
      differences: [
        {
          entity: 'SERVICE_CONNECTION',
          change: 'CHANGED',
          rosdomofonId: 31,
          label: null,
          changedFields: ['isBlocked', 'accountRosdomofonId'],
        },
      ],
    });
  });

  it.each([
    ['NO_ACCESS', `update integrations set config = '{}' where id = $1`],
    ['PAUSED', `update integrations set state = 'paused' where id = $1`],
    [
      'NO_ACCESS',
      `with gone as (delete from sync_runs where integration_id = $1) update integrations set company_id = (select id from companies order by id limit 1), origin = 'stored' where id = $1`,
    ],
  ])('says %s where nothing can be read, and asks for nothing', async (reason, statement) => {
    await api.store.run(statement, [tenant.integrationId]);
    const { importAccounts } = await mutate(IMPORT);
    expect(importAccounts).toEqual({
      __typename: 'MirrorOffError',
      code: 'MIRROR_OFF',
      message: expect.any(String),
      path: null,
      reason,
    });
    expect((await mutate(REFRESH, { input: { number: 'ЛС-1' } })).refreshAccount).toMatchObject({ reason });
    expect(
      await api.store.run(`select 1 from sync_runs where state = 'queued' and integration_id = $1`, [
        tenant.integrationId,
      ]),
    ).toEqual([]);
  });
});

describe('refreshAccount', () => {
  it('waits until the account was read, and gives it as it is then', async () => {
    const working = workOn('account', async (run) => {
      expect(run.accountRosdomofonId).toBe(1n);
      await mirror.details(run, 1, -120.5);
      await mirror.settle(run, 'completed');
    });
    const { refreshAccount } = await mutate(REFRESH, { input: { number: 'ЛС-1', waitMs: 10_000 } });
    await working;
    expect(refreshAccount).toMatchObject({
      account: {
        number: 'ЛС-1',
        balance: { amount: '-120.50', currency: 'RUB' },
        balanceAt: '2026-11-01T00:00:00.000Z',
        detailsSyncedAt: expect.any(String),
      },
      run: {
        kind: 'ACCOUNT',
        state: 'COMPLETED',
        error: null,
        accountRosdomofonId: 1,
        account: { number: 'ЛС-1' },
      },
    });
  });

  it('that fails says why, with the account as it was', async () => {
    const working = workOn('account', (run) => mirror.settle(run, 'failed'));
    const { refreshAccount } = await mutate(REFRESH, { input: { number: 'ЛС-1' } });
    await working;
    expect(refreshAccount).toMatchObject({
      account: { number: 'ЛС-1', balance: null, detailsSyncedAt: null },
      run: { state: 'FAILED', error: { code: 'TIMEOUT', message: 'RosDomofon did not answer.' } },
    });
  });

  it('that takes too long gives the run that goes on; the next request joins it while it waits', async () => {
    const { refreshAccount: first } = await mutate(REFRESH, { input: { number: 'ЛС-1', waitMs: 0 } });
    expect(first).toMatchObject({ account: { balance: null }, run: { state: 'QUEUED' } });
    const { refreshAccount: second } = await mutate(REFRESH, {
      input: { id: first.account.id, waitMs: 200 },
    });
    expect(second.run).toEqual(first.run);
  });

  it('may wait longer than a query may take', async () => {
    await using hasty = await startApi({ databaseUrl: api.databaseUrl, queryTimeoutMs: 200 });
    const variables = { input: { number: 'ЛС-1', waitMs: 1_000 } };
    const { data, errors } = await hasty.query(tenant.key, `mutation ${REFRESH}`, variables);
    expect(errors).toEqual([]);
    expect(data.refreshAccount.run.state).toBe('QUEUED');
  });

  it('several in one operation each show the account after their own reading', async () => {
    const working = (async () => {
      for (const balance of [1, 2])
        await workOn('account', async (run) => {
          await mirror.details(run, 1, balance);
          await mirror.settle(run, 'completed');
        });
    })();
    const one = `refreshAccount(input: { number: "ЛС-1", waitMs: 10000 }) { ... on RefreshAccountPayload { account { balance { amount } owner { accounts(first: 1) { nodes { balance { amount } } } } } } }`;
    const { a, b } = await mutate(`{ a: ${one} b: ${one} }`);
    await working;
    for (const [answer, amount] of [
      [a, '1.00'],
      [b, '2.00'],
    ])
      expect(answer.account).toEqual({
        balance: { amount },
        owner: { accounts: { nodes: [{ balance: { amount } }] } },
      });
  });

  it('of an account that the company has not finds none', async () => {
    const foreign = (await api.query(tenant.key, '{ accountByNumber(number: "ЛС-1") { id } }')).data
      .accountByNumber.id;
    tenant = await api.tenant(`company${next++}`);
    await createMirror(api.store, tenant);
    for (const [input, path] of [
      [{ id: foreign }, ['input', 'id']],
      [{ id: 'acc_hello' }, ['input', 'id']],
      [{ number: 'ЛС-1' }, ['input', 'number']],
    ])
      expect((await mutate(REFRESH, { input })).refreshAccount).toEqual({
        __typename: 'NotFoundError',
        code: 'NOT_FOUND',
        message: 'There is no such account.',
        path,
      });
  });

  it.each([
    [{}, 'Give either `id` or `number`.'],
    [{ id: 'acc_x', number: 'ЛС-1' }, 'Give either `id` or `number`.'],
    [{ number: 'ЛС-1', waitMs: 10_001 }, '`waitMs` has to be from 0 to 10000.'],
    [{ number: 'ЛС-1', waitMs: -1 }, '`waitMs` has to be from 0 to 10000.'],
  ])('%j is refused', async (input, message) => {
    const { errors } = await api.query(tenant.key, `mutation ${REFRESH}`, { input });
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

it('mutations do not go over GET', async () => {
  const url = `${api.url}?query=${encodeURIComponent(`mutation ${IMPORT}`)}`;
  const headers = { authorization: `Bearer ${tenant.key}`, 'apollo-require-preflight': '1' };
  expect((await fetch(url, { headers })).status).toBe(405);
  expect(await mirror.claim('full')).toBeNull();
});
