import { randomBytes } from 'node:crypto';
import { createSecretBox, type Store, updateIntegration } from '@domovoy/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import type { Tenant } from '../../testing/tenant.ts';

const HOOKS = 'https://hooks.example';
const WEBHOOK = 'https://portal.bitrix24.example/rest/7/s3cr3tc0de/';
const SECRET = /s3cr3t/;
let api: TestApi;
let store: Store;
let own: Tenant;
let other: Tenant;
let keys = 0;

beforeAll(async () => {
  api = await startApi({ encryption: createSecretBox(randomBytes(32)), hooksUrl: HOOKS });
  store = api.store;
  own = await api.tenant('own');
  other = await api.tenant('other');
});
afterAll(() => api[Symbol.asyncDispose]());

const FIELDS = `id kind name state stateReason { code message(language: RU) } portal { url auth memberId scopes }
  checks { name state ok ms hint(language: RU) hintCode names } checkedAt limits { tariff isKnown burst perSecond }
  chat { mode connector lineId isActive } hooks { url installUrl redirectUrl hasToken refusals { reason count } }
  target { id } mapping { version } company { shortName }`;
const CREATE = `mutation ($input: CreateIntegrationInput!) { createIntegration(input: $input) {
  __typename ... on UserError { code message path }
  ... on CreateIntegrationPayload { integration { ${FIELDS} } delivery { kind state target { id } } }
  ... on IntegrationInvalidError { problems { field problem message(language: RU) } }
  ... on IntegrationExistsError { integration { id } } } }`;

const create = async (input: Record<string, unknown>, key = own.key) => {
  const { data, errors } = await api.query(key, CREATE, {
    input: { waitMs: 0, idempotencyKey: `key-${++keys}`, ...input },
  });
  expect(errors).toEqual([]);
  return data.createIntegration;
};
const act = async (mutation: string, input: Record<string, unknown>, key = own.key) => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
  const { data, errors } = await api.query(
    key,
    `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename ... on UserError { code message }
      ... on IntegrationStateError { integration { state } }
      ... on ${type}Payload { ${type === 'BeginBitrix24Authorization' ? 'authorizeUrl' : 'integration { state chat { mode } name }'} } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data[mutation];
};

describe('a portal', () => {
  let id: string;

  test('connected by webhook is there at once, its live check on its way, and its secret nowhere', async () => {
    const created = await create({
      webhookUrl: WEBHOOK,
      name: 'Офис',
      eventToken: 's3cr3t-token',
      chat: { mode: 'TIMELINE' },
    });
    expect(created).toMatchObject({
      __typename: 'CreateIntegrationPayload',
      integration: {
        kind: 'BITRIX24',
        name: 'Офис',
        state: 'ACTIVE',
        stateReason: null,
        portal: { url: 'https://portal.bitrix24.example', auth: 'WEBHOOK', memberId: null, scopes: [] },
        checks: [],
        limits: { tariff: 'standard', isKnown: false, burst: 50, perSecond: 2 },
        chat: { mode: 'TIMELINE', connector: 'domovoy', lineId: null, isActive: null },
        hooks: { hasToken: true, refusals: [] },
        mapping: { version: 0 },
        company: { shortName: 'own' },
      },
      delivery: { kind: 'integration.check', state: 'PENDING' },
    });
    ({ id } = created.integration);
    expect(JSON.stringify(created)).not.toMatch(SECRET);
    const everything = await store.run<{ text: string }>(
      `select coalesce(string_agg(r::text, ''), '') as text from (
         select config::text || encode(secrets, 'escape') from integrations union all
         select details::text from audit_entries union all select payload::text from deliveries union all
         select encode(token_hash, 'escape') from hook_tokens union all select result::text from idempotency_keys) r`,
      [],
    );
    expect(everything[0]?.text).not.toMatch(SECRET);
    expect(created.integration.hooks.url).toMatch(/^https:\/\/hooks\.example\/bitrix24\/\d+$/);
    expect(created.integration.hooks.redirectUrl).toBe('https://hooks.example/bitrix24/oauth');
  });

  test('is not connected twice, also not under another webhook', async () => {
    const again = await create({ webhookUrl: WEBHOOK.replace('/7/', '/9/') });
    expect(again).toMatchObject({ __typename: 'IntegrationExistsError', integration: { id } });
  });

  test('asked for again with the same key is the first one', async () => {
    const input = { webhookUrl: 'https://second.example/rest/1/s3cr3t/', idempotencyKey: 'the-same' };
    const [first, second] = [await create(input), await create(input)];
    expect(second.integration.id).toBe(first.integration.id);
    expect(await create({ ...input, webhookUrl: 'https://third.example/rest/1/s3cr3t/' })).toMatchObject({
      __typename: 'IdempotencyConflictError',
    });
  });

  test.each([
    [{}, 'ACCESS_MISSING'],
    [{ webhookUrl: 'https://portal.example/rest/' }, 'WEBHOOK_URL_INVALID'],
    [{ webhookUrl: 'http://portal.example/rest/1/code/' }, 'WEBHOOK_URL_INVALID'],
    [{ webhookUrl: WEBHOOK, chat: { mode: 'OPEN_LINE' } }, 'CHAT_TAKES_APPLICATION'],
    [{ application: { portal: 'portal', clientId: 'x', clientSecret: 'y' } }, 'PORTAL_INVALID'],
    [
      { webhookUrl: WEBHOOK, application: { portal: 'https://p.example', clientId: 'x', clientSecret: 'y' } },
      'ACCESS_TWICE',
    ],
  ])('is refused with %j: %s', async (input, problem) => {
    const refused = await create(input);
    expect(refused).toMatchObject({ __typename: 'IntegrationInvalidError', problems: [{ problem }] });
    expect(refused.problems[0].message).toMatch(/[а-я]/);
  });

  test('shows what the last check found, in both languages', async () => {
    const [row] = await store.run<{ id: bigint }>(`select id from integrations where name = 'Офис'`, []);
    await updateIntegration(
      store.db,
      { id: row?.id ?? 0n, companyId: own.company.id },
      {
        state: 'broken',
        stateCode: 'WEBHOOK_REVOKED',
        stateReason: 'words',
        checks: {
          steps: [
            { name: 'portal', state: 'ok', durationMs: 12, hint: null, names: [] },
            { name: 'scopes', state: 'failed', durationMs: 3, hint: 'SCOPES_MISSING', names: ['crm'] },
          ],
          portal: null,
          limits: { tariff: 'enterprise', isKnown: true, burst: 250, perSecond: 5, operatingSeconds: 480 },
          scopes: ['im'],
          hasOfflineQueue: true,
          openLine: null,
        },
      },
    );
    const { data } = await api.query(own.key, `query ($id: ID!) { integration(id: $id) { ${FIELDS} } }`, {
      id,
    });
    expect(data.integration).toMatchObject({
      state: 'BROKEN',
      stateReason: { code: 'WEBHOOK_REVOKED', message: expect.stringContaining('вебхук') },
      checks: [
        { name: 'portal', state: 'OK', ok: true, ms: 12, hint: null },
        {
          name: 'scopes',
          state: 'FAILED',
          ok: false,
          hint: 'Выдайте на портале права: crm.',
          hintCode: 'SCOPES_MISSING',
          names: ['crm'],
        },
      ],
      limits: { tariff: 'enterprise', burst: 250 },
      portal: { scopes: ['im'] },
    });
  });

  test('is paused, resumed and looked at again; what is impossible says so', async () => {
    expect(await act('pauseIntegration', { id })).toMatchObject({ integration: { state: 'PAUSED' } });
    expect(await act('pauseIntegration', { id })).toMatchObject({ code: 'INTEGRATION_STATE' });
    expect(await act('testIntegration', { id, waitMs: 0 })).toMatchObject({
      __typename: 'IntegrationStateError',
      integration: { state: 'PAUSED' },
    });
    expect(await act('resumeIntegration', { id })).toMatchObject({ integration: { state: 'ACTIVE' } });
    expect(await act('testIntegration', { id, waitMs: 0 })).toMatchObject({
      __typename: 'TestIntegrationPayload',
    });
    expect(await act('beginBitrix24Authorization', { id })).toMatchObject({ code: 'INTEGRATION_STATE' });
  });

  test('takes another webhook of the same portal, and no other portal', async () => {
    expect(
      await act('updateIntegration', {
        id,
        webhookUrl: WEBHOOK.replace('/7/', '/8/'),
        name: 'Дом',
        waitMs: 0,
      }),
    ).toMatchObject({ integration: { name: 'Дом', chat: { mode: 'TIMELINE' } } });
    expect(
      await act('reconnectIntegration', { id, webhookUrl: 'https://elsewhere.example/rest/1/c/', waitMs: 0 }),
    ).toMatchObject({ __typename: 'IntegrationInvalidError' });
  });

  test('loses what is taken away with null, and nothing that is left out', async () => {
    const shown = async () => {
      const read = `query ($id: ID!) { integration(id: $id) { name hooks { hasToken } chat { mode connector lineId } } }`;
      return (await api.query(own.key, read, { id })).data.integration;
    };
    await act('updateIntegration', {
      id,
      chat: { mode: 'TIMELINE', connector: 'another', lineId: 7 },
      waitMs: 0,
    });
    const whole = {
      name: 'Дом',
      hooks: { hasToken: true },
      chat: { mode: 'TIMELINE', connector: 'another', lineId: 7 },
    };
    expect(await shown()).toEqual(whole);
    await act('updateIntegration', { id, chat: { mode: 'TIMELINE' }, waitMs: 0 });
    expect(await shown()).toEqual(whole);
    await act('updateIntegration', { id, name: null, eventToken: null, waitMs: 0 });
    await act('updateIntegration', {
      id,
      chat: { mode: 'TIMELINE', connector: null, lineId: null },
      waitMs: 0,
    });
    expect(await shown()).toEqual({
      name: 'Bitrix24',
      hooks: { hasToken: false },
      chat: { mode: 'TIMELINE', connector: 'domovoy', lineId: null },
    });
  });

  test('belongs to its company alone', async () => {
    for (const mutation of ['pauseIntegration', 'resumeIntegration', 'beginBitrix24Authorization'])
      expect(await act(mutation, { id }, other.key)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act('testIntegration', { id, waitMs: 0 }, other.key)).toMatchObject({ code: 'NOT_FOUND' });
    const { data } = await api.query(
      other.key,
      `query ($id: ID!) { integration(id: $id) { id } node(id: $id) { id } fieldMapping(integrationId: $id) { version }
        integrations { kind } }`,
      { id },
    );
    expect(data).toEqual({
      integration: null,
      node: null,
      fieldMapping: null,
      integrations: [{ kind: 'ROSDOMOFON' }],
    });
  });
});

test('an application waits for its authorisation, at an address of the portal with a state that is nobody’s guess', async () => {
  const application = { portal: 'https://app.example/', clientId: 'local.1', clientSecret: 's3cr3t' };
  const created = await create({ application, chat: { mode: 'OPEN_LINE', connector: 'domovoy_2' } });
  expect(created).toMatchObject({
    integration: {
      state: 'BROKEN',
      stateReason: { code: 'AUTHORIZATION_AWAITED' },
      chat: { mode: 'OPEN_LINE' },
    },
    delivery: null,
  });
  const { id } = created.integration;
  const urls = new Set<string>();
  for (let n = 0; n < 2; n++) {
    const begun = await act('beginBitrix24Authorization', { id });
    const url = new URL(begun.authorizeUrl);
    expect(`${url.origin}${url.pathname}`).toBe('https://app.example/oauth/authorize/');
    expect(url.searchParams.get('client_id')).toBe('local.1');
    expect(url.searchParams.get('state')).toMatch(/^[\w-]{32}$/);
    expect(begun.authorizeUrl).not.toMatch(SECRET);
    urls.add(begun.authorizeUrl);
  }
  expect(urls.size).toBe(2);
});

test('without a key to encrypt it with no secret is taken', async () => {
  await using keyless = await startApi({ databaseUrl: api.databaseUrl, encryption: null });
  const { data } = await keyless.query(own.key, CREATE, {
    input: { webhookUrl: 'https://x.example/rest/1/c/', idempotencyKey: 'keyless' },
  });
  expect(data.createIntegration).toMatchObject({ __typename: 'SecretsOffError', code: 'SECRETS_OFF' });
});

describe('a mapping', () => {
  const SAVE = `mutation ($input: SaveFieldMappingInput!) { saveFieldMapping(input: $input) {
    __typename ... on UserError { code }
    ... on SaveFieldMappingPayload { mapping { version content integration { id } } }
    ... on MappingInvalidError { problems { problem field message severity } }
    ... on StaleVersionError { currentVersion } } }`;

  test('is saved by version, refused with its problems, and shown on a sign-up', async () => {
    const { id } = (await create({ webhookUrl: 'https://map.example/rest/1/c/' })).integration;
    const save = async (mapping: unknown, expectedVersion: number) => {
      const input = { integrationId: id, mapping, expectedVersion };
      const { data, errors } = await api.query(own.key, SAVE, { input });
      expect(errors).toEqual([]);
      return data.saveFieldMapping;
    };
    expect(await save({ deal: { title: 'Заявка {{flat}}' } }, 0)).toMatchObject({
      mapping: {
        version: 1,
        content: { deal: { title: 'Заявка {{flat}}', entityTypeId: 2 } },
        integration: { id },
      },
    });
    expect(await save({}, 0)).toMatchObject({ __typename: 'StaleVersionError', currentVersion: 1 });
    const invalid = await save({ deal: { title: '{{nobody}}' } }, 1);
    expect(invalid).toMatchObject({
      __typename: 'MappingInvalidError',
      problems: [{ problem: 'SHAPE', field: 'deal.title', severity: 'ERROR' }],
    });
    const { data, errors } = await api.query(
      own.key,
      `query ($id: ID!) { previewMapping(integrationId: $id, signUpId: "sup_none") { __typename } }`,
      { id },
    );
    expect(errors).toEqual([]);
    expect(data.previewMapping).toEqual({ __typename: 'NotFoundError' });
  });

  test('is previewed against a sign-up that there is; nothing is sent, and another company has no such sign-up', async () => {
    await own.signUps([7]);
    const { id } = (await create({ webhookUrl: 'https://preview.example/rest/1/c/' })).integration;
    const { data: listed } = await api.query(own.key, '{ signUps(first: 1) { nodes { id } } }');
    const [signUp] = listed.signUps.nodes;
    const preview = async (mapping: unknown, key = own.key) => {
      const { data, errors } = await api.query(
        key,
        `query ($id: ID!, $signUpId: ID!, $mapping: JSON) { previewMapping(integrationId: $id, signUpId: $signUpId, mapping: $mapping) {
          __typename ... on UserError { code path } ... on MappingPreview { calls { method params onlyWhenNotFound } } } }`,
        { id, signUpId: signUp.id, mapping },
      );
      expect(errors).toEqual([]);
      return data.previewMapping;
    };
    const shown = await preview({ deal: { title: 'Заявка: {{address}}' } });
    expect(shown.calls).toContainEqual(
      expect.objectContaining({
        method: 'crm.item.add',
        onlyWhenNotFound: true,
        params: expect.objectContaining({
          fields: expect.objectContaining({ title: 'Заявка: Иваново, Ташкентская, 100' }),
        }),
      }),
    );
    expect(await preview({ deal: { title: '{{nobody}}' } })).toMatchObject({
      __typename: 'MappingInvalidError',
      path: ['mapping'],
    });
    expect(await preview(null, other.key)).toMatchObject({ code: 'NOT_FOUND' });
    const sent = await store.run(
      `select from deliveries d join integrations i on i.id = d.integration_id
       where i.config ->> 'portal' = 'https://preview.example' and d.kind like 'crm.%'`,
      [],
    );
    expect(sent).toEqual([]);
  });
});
