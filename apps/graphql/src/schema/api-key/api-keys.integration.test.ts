import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { eventually } from '../../testing/eventually.ts';
import { openSocket, subscribe } from '../../testing/socket.ts';
import type { Tenant } from '../../testing/tenant.ts';
import { expectPages } from '../../testing/walk.ts';

let api: TestApi;
let demo: Tenant;
let other: Tenant;
beforeAll(async () => {
  api = await startApi({ rememberKeysMs: 50 });
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
});
afterAll(() => api[Symbol.asyncDispose]());

const KEY = 'id publicId name state permissions networks createdBy expiresAt previousSecretUntil revokedAt';
// any: answers are looked at by tests, which know their shape
async function act(name: string, input: object, credential = demo.key): Promise<any> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const text = `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) { __typename ... on UserError { code path }
    ${name === 'revokeApiKey' ? '' : '... on BeyondPermissionsError { permissions }'}
    ${name === 'createApiKey' ? '' : '... on ApiKeyStateError { apiKey { state } }'}
    ... on ${type}Payload { apiKey { ${KEY} } ${name === 'revokeApiKey' ? '' : 'key'} } } }`;
  const { data, errors } = await api.query(credential, text, { input });
  expect(errors).toEqual([]);
  return data.outcome;
}
const create = (more: object = {}, credential = demo.key) =>
  act('createApiKey', { name: 'CRM', permissions: ['READ_EVENTS'], ...more }, credential);
const isGood = async (key: string) => (await api.query(key, '{ __typename }')).status === 200;

describe('a key', () => {
  it('is made with what it may do, and shown once', async () => {
    const expiresAt = '2030-01-01T00:00:00.000Z';
    const { apiKey, key } = await create({
      networks: ['127.0.0.0/8'],
      expiresAt,
      permissions: ['SEE_PHONES', 'READ_EVENTS'],
    });
    expect(key).toMatch(/^dmv_live_[0-9a-f]{12}_[0-9a-f]{48}$/);
    expect(apiKey).toMatchObject({
      publicId: key.split('_')[2],
      state: 'ACTIVE',
      permissions: ['READ_EVENTS', 'SEE_PHONES'],
      networks: ['127.0.0.0/8'],
      createdBy: `api-key:${demo.key.split('_')[2]}`,
      expiresAt,
    });
    const { data } = await api.query(key, '{ viewer { permissions actor role person { name } } }');
    expect(data.viewer).toEqual({
      permissions: ['READ_EVENTS', 'SEE_PHONES'],
      actor: `api-key:${apiKey.publicId}`,
      role: null,
      person: null,
    });
    const { data: listed } = await api.query(demo.key, `{ apiKeys(first: 1) { nodes { ${KEY} } } }`);
    expect(listed.apiKeys.nodes).toEqual([apiKey]);
    expect(JSON.stringify(listed)).not.toContain(key.slice(-48));
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(101) }],
    ['networks', { networks: ['10.0.0.0/33'] }],
    ['networks', { networks: ['example.org'] }],
    ['expiresAt', { expiresAt: '2020-01-01T00:00:00Z' }],
  ])('is not made with a wrong %s: %j', async (field, more) => {
    expect(await create(more)).toEqual({
      __typename: 'ApiKeyInvalidError',
      code: 'API_KEY_INVALID',
      path: ['input', field],
    });
  });

  it('gives away no more than its maker has, neither made nor rotated', async () => {
    const maker = await api.key(demo, { permissions: ['READ_KEYS', 'WRITE_KEYS', 'READ_EVENTS'] });
    expect(await create({ permissions: ['SEE_PHONES', 'READ_EVENTS', 'READ_AUDIT'] }, maker)).toMatchObject({
      __typename: 'BeyondPermissionsError',
      path: ['input', 'permissions'],
      permissions: ['READ_AUDIT', 'SEE_PHONES'],
    });
    const { apiKey } = await create({ permissions: ['SEE_PHONES'] });
    expect(await act('rotateApiKey', { id: apiKey.id }, maker)).toMatchObject({
      code: 'BEYOND_PERMISSIONS',
      permissions: ['SEE_PHONES'],
    });
    const { data } = await api.query(maker, '{ apiKeys(first: 100) { nodes { id permissions } } }');
    const everything = data.apiKeys.nodes.find(
      ({ permissions }: { permissions: null }) => permissions === null,
    );
    expect((await act('rotateApiKey', { id: everything.id }, maker)).code).toBe('BEYOND_PERMISSIONS');
    expect((await create({}, maker)).__typename).toBe('CreateApiKeyPayload');
  });

  it('works with both secrets after a rotation, with neither after it was revoked, and its socket is closed', async () => {
    const { apiKey, key } = await create();
    const rotated = await act('rotateApiKey', { id: apiKey.id });
    expect(rotated.apiKey.previousSecretUntil).not.toBeNull();
    for (const one of [key, rotated.key]) expect(await isGood(one)).toBe(true);
    const socket = openSocket(api.wsUrl, rotated.key);
    const followed = subscribe(socket, 'subscription { deliveryChanged { __typename cursor } }');
    await followed.ended;
    // It may not follow deliveries, but it is let in.
    expect(followed.errors.flat()).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect(await act('revokeApiKey', { id: apiKey.id })).toMatchObject({ apiKey: { state: 'REVOKED' } });
    for (const one of [key, rotated.key]) await eventually(async () => expect(await isGood(one)).toBe(false));
    expect(await act('revokeApiKey', { id: apiKey.id })).toMatchObject({
      __typename: 'ApiKeyStateError',
      apiKey: { state: 'REVOKED' },
    });
    expect(await act('rotateApiKey', { id: apiKey.id })).toMatchObject({ code: 'API_KEY_STATE' });
    await socket.dispose();
  });

  it('is the company’s own', async () => {
    const { apiKey, key } = await create();
    for (const name of ['rotateApiKey', 'revokeApiKey'])
      expect(await act(name, { id: apiKey.id }, other.key)).toMatchObject({
        __typename: 'NotFoundError',
        path: ['input', 'id'],
      });
    expect(await isGood(key)).toBe(true);
  });
});

it('keys come in pages, usable or not', async () => {
  for (let i = 0; i < 12; i += 1) await create({ name: `key ${i}` });
  const list = {
    name: 'apiKeys',
    text: (args: string) =>
      `{ apiKeys(${args}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    connection: (data: any) => data.apiKeys,
  };
  await expectPages({ api, key: demo.key }, list);
  const states = async (isUsable: boolean) => {
    const { data } = await api.query(
      demo.key,
      'query ($is: Boolean!) { apiKeys(first: 100, filter: { isUsable: $is }) { nodes { state } } }',
      { is: isUsable },
    );
    return new Set(data.apiKeys.nodes.map(({ state }: { state: string }) => state));
  };
  expect(await states(true)).toEqual(new Set(['ACTIVE']));
  expect(await states(false)).toEqual(new Set(['REVOKED']));
});

it('roles and permissions say the same, from both sides', async () => {
  const { data } = await api.query(
    demo.key,
    '{ roles { role permissions } permissions { permission roles } }',
  );
  expect(data.roles.map(({ role }: { role: string }) => role)).toEqual([
    'OWNER',
    'MANAGER',
    'AGENT',
    'ENGINEER',
    'VIEWER',
  ]);
  for (const { permission, roles } of data.permissions)
    for (const one of data.roles)
      expect([one.role, permission, roles.includes(one.role)]).toEqual([
        one.role,
        permission,
        one.permissions.includes(permission),
      ]);
});
