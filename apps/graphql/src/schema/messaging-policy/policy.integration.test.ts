import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import type { Tenant } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let other: Tenant;

beforeAll(async () => {
  api = await startApi();
  [tenant, other] = [await api.tenant('demo'), await api.tenant('other')];
});
afterAll(() => api[Symbol.asyncDispose]());

const POLICY = `sendBy version autoReplies { timeZone hours { day intervals { from to } } holidays welcome outOfHours firstOfDay
  mostPerDay }`;
const SAVE = `mutation ($input: SaveMessagingPolicyInput!) { outcome: saveMessagingPolicy(input: $input) { __typename
  ... on SaveMessagingPolicyPayload { policy { ${POLICY} } }
  ... on UserError { code path } ... on PolicyInvalidError { problems { field message } }
  ... on StaleVersionError { currentVersion } } }`;

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
const save = async (input: object) => (await ask(SAVE, { input })).outcome;
const read = async (key?: string) =>
  (await ask(`{ messagingPolicy { ${POLICY} } }`, {}, key)).messagingPolicy;

const REPLIES = {
  timeZone: 'Europe/Moscow',
  hours: [
    { day: 'TUE', intervals: [{ from: '09:00', to: '18:00' }] },
    {
      day: 'MON',
      intervals: [
        { from: '09:00', to: '13:00' },
        { from: '14:00', to: '24:00' },
      ],
    },
  ],
  holidays: ['2027-01-01'],
  welcome: 'Здравствуйте!',
};
const NOTHING = { sendBy: 'KAFKA', version: 0, autoReplies: null };

it('a policy is saved, and seen by its company alone; an older version is refused', async () => {
  expect(await read()).toEqual(NOTHING);
  const { policy } = await save({ sendBy: 'REST', autoReplies: REPLIES, expectedVersion: 0 });
  expect(policy).toEqual({
    sendBy: 'REST',
    version: 1,
    autoReplies: {
      ...REPLIES,
      hours: REPLIES.hours.toReversed(),
      outOfHours: null,
      firstOfDay: null,
      mostPerDay: 2,
    },
  });
  expect(await read()).toEqual(policy);
  expect(await read(other.key)).toEqual(NOTHING);
  expect(await save({ sendBy: 'KAFKA', expectedVersion: 0 })).toMatchObject({
    code: 'STALE_VERSION',
    currentVersion: 1,
  });
  expect(await save({ sendBy: 'KAFKA', expectedVersion: 1 })).toMatchObject({
    policy: { sendBy: 'KAFKA', version: 2, autoReplies: null },
  });
});

it('what makes no sense is said field by field', async () => {
  const autoReplies = {
    ...REPLIES,
    timeZone: 'Europe/Nowhere',
    hours: [{ day: 'MON', intervals: [{ from: '9', to: '18:00' }] }],
    welcome: 'x'.repeat(4_001),
  };
  const { code, problems } = await save({ sendBy: 'KAFKA', autoReplies, expectedVersion: 2 });
  expect(code).toBe('POLICY_INVALID');
  expect(problems.map(({ field }: { field: string }) => field)).toEqual(
    expect.arrayContaining(['autoReplies.timeZone', 'autoReplies.hours.MON.0.from', 'autoReplies.welcome']),
  );
});

it.each([
  [
    {
      hours: [
        { day: 'MON', intervals: [] },
        { day: 'MON', intervals: [] },
      ],
    },
    '`hours` has each day at most once.',
  ],
  [
    {
      hours: [{ day: 'MON', intervals: Array.from({ length: 11 }, () => ({ from: '09:00', to: '10:00' })) }],
    },
    'A day has at most 10 intervals.',
  ],
  [{ holidays: Array.from({ length: 101 }, () => '2027-01-01') }, '`holidays` has at most 100 days.'],
])('%j is refused', async (more, message) => {
  const input = { sendBy: 'KAFKA', autoReplies: { ...REPLIES, ...more }, expectedVersion: 2 };
  const { errors } = await api.query(tenant.key, SAVE, { input });
  expect(errors).toMatchObject([{ message }]);
});
