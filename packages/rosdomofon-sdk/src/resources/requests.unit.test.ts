import { describe, expect, test } from 'vitest';
import {
  createFakeRosDomofon,
  createFakeRosDomofonAbonent,
  type FakeRequest,
  status,
} from '../testing/index.ts';

// The calls as the service knows them (facts §1): what each method sends. A method that is not in the table fails.

const A = '/abonents-service/api/v1';
type Row = [operation: string, params: object, request: string, body?: unknown];

const OPERATOR: Row[] = [
  ['accounts.list', {}, `GET ${A}/accounts`],
  ['accounts.get', { accountId: 7 }, `GET ${A}/accounts/7`],
  ['accounts.flats', { accountId: 7 }, `GET ${A}/accounts/7/flats`],
  ['accounts.connections', { accountId: 7 }, `GET ${A}/accounts/7/connections`],
  [
    'accounts.create',
    { number: '100-42', phone: '+79000000001' },
    `POST ${A}/accounts`,
    { number: '100-42', phone: '79000000001' },
  ],
  ['accounts.block', { accountNumber: '100/42' }, `PUT ${A}/accounts/100%2F42/block`],
  ['accounts.unblock', { accountNumber: '100-42' }, `DELETE ${A}/accounts/100-42/block`],
  ['abonents.flats', { abonentId: 7 }, `GET ${A}/abonents/7/flats`],
  ['actionTokens.verify', { token: 'a/b' }, `GET ${A}/action_token/verify/a%2Fb`],
  ['entrances.list', { address: 'Тула, , 1', size: 5 }, `GET ${A}/entrances?address=Тула, , 1&page=0&size=5`],
  ['entrances.get', { entranceId: 7 }, 'GET /rdas-service/api/v1/entrances/7/'],
  ['entrances.services', { entranceId: 7 }, `GET ${A}/entrances/7/services`],
  ['entrances.flats', { entranceId: 7 }, `GET ${A}/entrances/7/flats`],
  [
    'flats.create',
    { abonentId: 7, entranceId: 8, flatNumber: '12', virtual: false },
    `POST ${A}/flats`,
    { abonentId: 7, entranceId: '8', flatNumber: '12', virtual: false },
  ],
  ['flats.create', { flatNumber: 12, virtual: true }, `POST ${A}/flats`, { flatNumber: '12', virtual: true }],
  [
    'messages.list',
    { abonentId: 7, channel: 'support', page: 1 },
    `GET ${A}/abonents/7/messages?channel=support&page=1`,
  ],
  [
    'messages.send',
    { to: { id: 7 }, message: 'Здравствуйте' },
    `POST ${A}/messages`,
    {
      toAbonents: [{ id: 7, phone: 0 }],
      channel: 'support',
      message: 'Здравствуйте',
      deliveryMethod: 'push',
      broadcast: false,
    },
  ],
  [
    'messages.send',
    { to: [{ phone: '79000000001' }, { id: 7 }], message: 'x', channel: 'notification' },
    `POST ${A}/messages`,
    {
      toAbonents: [{ phone: '+79000000001' }, { id: 7, phone: 0 }],
      channel: 'notification',
      message: 'x',
      deliveryMethod: 'push',
      broadcast: false,
    },
  ],
  [
    'messages.broadcast',
    { message: 'x' },
    `POST ${A}/messages`,
    { toAbonents: [], channel: 'notification', message: 'x', deliveryMethod: 'push', broadcast: true },
  ],
  ['services.list', {}, `GET ${A}/services?page=0`],
  ['services.connections', { serviceId: 7 }, `GET ${A}/services/7/connections`],
  ['services.connect', { serviceId: 7, flatId: 8 }, `POST ${A}/services/7/connections`, { flatId: 8 }],
  [
    'services.connect',
    { serviceId: 7, flatId: 8, accountId: 9 },
    `POST ${A}/services/7/connections`,
    { flatId: 8, accountId: 9 },
  ],
  ['serviceConnections.block', { connectionId: 7 }, `PUT ${A}/services_connections/7/block`],
  ['serviceConnections.unblock', { connectionId: 7 }, `DELETE ${A}/services_connections/7/block`],
  [
    'signUps.update',
    { signUpId: 7, status: 'connected' },
    'PATCH /abonents-service/api/v2/sign_ups/7',
    { status: 'connected' },
  ],
  [
    'signUps.update',
    { signUpId: 7, isVirtual: true, rejectedReason: '' },
    'PATCH /abonents-service/api/v2/sign_ups/7',
    { isVirtual: true, rejectedReason: '' },
  ],
];

const ABONENT: Row[] = [
  ['signIn.requestCode', { phone: '+79000000001' }, `POST ${A}/abonents/79000000001/sms`],
  ['keys.list', {}, 'GET /abonents-service/api/v2/abonents/keys'],
  [
    'keys.activate',
    { adapterId: 'a1', relay: 2 },
    'POST /rdas-service/api/v1/rdas/a1/activate_key',
    { rele: 2 },
  ],
  ['cameras.list', {}, 'GET /abonents-service/api/v3/abonents/cameras'],
  ['cameras.list', { version: 'v2' }, 'GET /abonents-service/api/v2/abonents/cameras'],
  ['cameras.get', { cameraId: 7 }, 'GET /cameras-service/api/v1/cameras/7'],
  ['settings.get', {}, `GET ${A}/abonents/settings`],
  ['settings.update', { callsMuted: true }, `PATCH ${A}/abonents/settings`, { callsMuted: true }],
];

type Method = (params: object, options?: object) => PromiseLike<unknown> & AsyncIterable<unknown>;
const resourcesOf = (client: object) =>
  Object.entries(client).filter(([, value]) => typeof value === 'object') as [
    string,
    Record<string, Method>,
  ][];
const methodsOf = (client: object) =>
  resourcesOf(client).flatMap(([name, methods]) => Object.keys(methods).map((method) => `${name}.${method}`));

/** They are made of other calls, or have tests of their own. */
const COMPOSED = ['accounts.findByPhone', 'entrances.find', 'signIn.confirm'];

async function requestOf(
  fake: { client: object; requests: readonly FakeRequest[] },
  [operation, params]: Row,
) {
  const [resource = '', method = ''] = operation.split('.');
  const call = Object.fromEntries(resourcesOf(fake.client))[resource]?.[method];
  const result = call?.(params);
  // Every call is answered with a refusal: what was sent is all that matters here.
  const ended = result && 'toArray' in result ? (result.toArray as () => Promise<unknown>)() : result;
  await expect(ended).rejects.toMatchObject({ status: 418 });
  const { method: verb, path, query, body } = fake.requests.at(-1) ?? expect.unreachable();
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return { request: `${verb} ${path}${search.length > 0 ? `?${search.join('&')}` : ''}`, body };
}

describe('an operator', () => {
  test.each(OPERATOR)('%s(%j)', async (...row) => {
    const fake = createFakeRosDomofon();
    fake.answer(row[0] as 'accounts.get', status(418));
    expect(await requestOf(fake, row)).toEqual({ request: row[2], body: row[3] });
  });

  test('has no method that is not in the table', () => {
    const listed = new Set(OPERATOR.map(([operation]) => operation));
    const { client } = createFakeRosDomofon();
    expect(methodsOf(client).filter((method) => !listed.has(method) && !COMPOSED.includes(method))).toEqual(
      [],
    );
  });
});

describe('an abonent', () => {
  test.each(ABONENT)('%s(%j)', async (...row) => {
    const fake = createFakeRosDomofonAbonent();
    fake.answer(row[0] as 'keys.list', status(418));
    expect(await requestOf(fake, row)).toEqual({ request: row[2], body: row[3] });
  });

  test('has no method that is not in the table', () => {
    const listed = new Set(ABONENT.map(([operation]) => operation));
    const { client } = createFakeRosDomofonAbonent();
    expect(methodsOf(client).filter((method) => !listed.has(method) && !COMPOSED.includes(method))).toEqual(
      [],
    );
  });
});

test.each<[keyof ReturnType<typeof createFakeRosDomofon>['client'], string, object]>([
  ['accounts', 'get', { accountId: '7' }],
  ['accounts', 'get', {}],
  ['accounts', 'create', { number: ' ', phone: '79000000001' }],
  ['accounts', 'create', { number: '7', phone: '89000000001' }],
  ['services', 'connect', { serviceId: 7, flatId: '8' }],
  ['messages', 'send', { to: [], message: 'x' }],
  ['messages', 'send', { to: { id: 7 }, message: '' }],
  ['messages', 'send', { to: { id: 7 }, message: 'x', channel: 'sms' }],
  ['signUps', 'update', { signUpId: 7 }],
  ['signUps', 'update', { signUpId: 7, status: 'CONNECTED' }],
  ['flats', 'create', { flatNumber: '', virtual: false }],
])('%s.%s(%j) is refused before anything is sent', async (resource, method, params) => {
  const { client, requests } = createFakeRosDomofon();
  const call = Reflect.get(client[resource], method) as Method;
  await expect(call(params)).rejects.toMatchObject({ code: 'ROSDOMOFON_CONFIGURATION' });
  expect(requests).toEqual([]);
});
