import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let next = 0;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  tenant = await api.tenant(`company${next++}`);
});

const POLICY = `mode startsAt services { pick types serviceRosdomofonIds } virtual accountNumber { prefersContract template }
  language welcome { ru en } refusal { ru en } statuses { started completed rejected } quietHours { from to timeZone }
  version updatedBy updatedAt`;
const SAVE = `mutation ($input: SaveSignUpPolicyInput!) { outcome: saveSignUpPolicy(input: $input) { __typename
  ... on SaveSignUpPolicyPayload { policy { ${POLICY} } }
  ... on UserError { code path } ... on PolicyInvalidError { problems { field message } }
  ... on StaleVersionError { currentVersion changedBy } } }`;
const PREVIEW = `query ($text: String!, $signUpId: ID) { previewWelcome(text: $text, signUpId: $signUpId) {
  text unknownFields knownFields } }`;

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
const save = async (input: object) => (await ask(SAVE, { input })).outcome;
const actor = () => `api-key:${tenant.key.split('_')[2]}`;

it('a company that has said nothing has every sign-up shown to a person', async () => {
  expect((await ask(`{ signUpPolicy { ${POLICY} } }`)).signUpPolicy).toMatchObject({
    mode: 'REVIEW',
    startsAt: null,
    services: { pick: 'ALL', types: null, serviceRosdomofonIds: null },
    virtual: 'AS_ASKED',
    language: 'RU',
    welcome: { ru: expect.stringContaining('{{address}}') },
    statuses: { started: null, completed: 'connected', rejected: 'rejected' },
    quietHours: null,
    version: 0,
    updatedBy: null,
  });
});

it('a policy is saved as a whole; what is left out becomes the default, and null says none', async () => {
  const { policy } = await save({
    mode: 'AUTOMATIC',
    startsAt: '2026-01-01T00:00:00Z',
    services: { pick: 'LIST', serviceRosdomofonIds: [1, 2] },
    virtual: 'NEVER',
    accountNumber: { prefersContract: false, template: 'X{{signUpId}}' },
    language: 'EN',
    welcome: null,
    statuses: { started: 'processed' },
    quietHours: { from: '22:00', to: '09:00', timeZone: 'Europe/Moscow' },
    expectedVersion: 0,
  });
  expect(policy).toEqual({
    mode: 'AUTOMATIC',
    startsAt: '2026-01-01T00:00:00.000Z',
    services: { pick: 'LIST', types: null, serviceRosdomofonIds: [1, 2] },
    virtual: 'NEVER',
    accountNumber: { prefersContract: false, template: 'X{{signUpId}}' },
    language: 'EN',
    welcome: null,
    refusal: { ru: expect.any(String), en: expect.any(String) },
    statuses: { started: 'processed', completed: null, rejected: null },
    quietHours: { from: '22:00', to: '09:00', timeZone: 'Europe/Moscow' },
    version: 1,
    updatedBy: actor(),
    updatedAt: expect.any(String),
  });
  expect((await ask(`{ signUpPolicy { ${POLICY} } }`)).signUpPolicy).toEqual(policy);
  const { policy: second } = await save({
    mode: 'REVIEW',
    services: { pick: 'TYPES', types: ['Gate'] },
    expectedVersion: 1,
  });
  expect(second).toMatchObject({
    version: 2,
    services: { pick: 'TYPES', types: ['Gate'] },
    welcome: { ru: expect.any(String) },
  });
  expect(await save({ mode: 'REVIEW', expectedVersion: 1 })).toEqual({
    __typename: 'StaleVersionError',
    code: 'STALE_VERSION',
    path: ['input', 'expectedVersion'],
    currentVersion: 2,
    changedBy: actor(),
  });
});

it('what makes no sense is said field by field, and nothing is saved', async () => {
  const outcome = await save({
    mode: 'REVIEW',
    services: { pick: 'LIST', serviceRosdomofonIds: [] },
    welcome: { ru: 'Здравствуйте, {{name}}!', en: 'Hello' },
    quietHours: { from: '25:00', to: '09:00', timeZone: 'Europe/Moscow' },
    expectedVersion: 0,
  });
  expect(outcome.code).toBe('POLICY_INVALID');
  expect(outcome.problems.map(({ field }: { field: string }) => field).toSorted()).toEqual([
    'quietHours.from',
    'services.serviceRosdomofonIds',
    'welcome.ru',
  ]);
  expect((await ask('{ signUpPolicy { version } }')).signUpPolicy.version).toBe(0);
});

it('a welcome is previewed for an abonent who does not exist, and for one who does', async () => {
  const text = 'Адрес {{address}}, кв. {{flat}}';
  expect((await ask(PREVIEW, { text })).previewWelcome).toMatchObject({
    text: 'Адрес Иваново, Ташкентская, 100, кв. 47',
    unknownFields: [],
    knownFields: expect.arrayContaining(['address', 'flat']),
  });
  await tenant.signUps([1], { city: 'Кинешма', flat: '5' });
  const { signUps } = await ask('{ signUps(first: 1) { nodes { id } } }');
  const signUpId = signUps.nodes[0].id;
  expect((await ask(PREVIEW, { text, signUpId })).previewWelcome.text).toBe(
    'Адрес Кинешма, Ташкентская, 100, кв. 5',
  );
  expect((await ask(PREVIEW, { text: '{{name}} {{flat}}', signUpId })).previewWelcome).toMatchObject({
    text: null,
    unknownFields: ['name'],
  });
});

it('another company neither sees the policy nor previews with the sign-up', async () => {
  await save({ mode: 'AUTOMATIC', expectedVersion: 0 });
  await tenant.signUps([1]);
  const { signUps } = await ask('{ signUps(first: 1) { nodes { id } } }');
  const { key } = await api.tenant(`company${next++}`);
  expect((await ask('{ signUpPolicy { mode version } }', {}, key)).signUpPolicy).toEqual({
    mode: 'REVIEW',
    version: 0,
  });
  const { errors } = await api.query(key, PREVIEW, { text: '{{flat}}', signUpId: signUps.nodes[0].id });
  expect(errors).toMatchObject([{ message: 'There is no sign-up with this id.' }]);
});
