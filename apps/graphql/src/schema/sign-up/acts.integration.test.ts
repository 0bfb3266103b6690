import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { createMirror } from '../../testing/mirror.ts';
import { type TestSignUps, testSignUps } from '../../testing/sign-ups.ts';
import { type Tenant, uidOf } from '../../testing/tenant.ts';

let api: TestApi;
let tenant: Tenant;
let work: TestSignUps;
let deliveries: TestDeliveries;
let next = 0;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  tenant = await api.tenant(`company${next++}`);
  const mirror = await createMirror(api.store, tenant);
  await mirror.import({
    services: [{ rosdomofonId: 1 }, { rosdomofonId: 2 }, { rosdomofonId: 3 }],
    entrances: [
      { rosdomofonId: 11, number: '1', services: [1, 2], ranges: [{ flatStart: 1, flatEnd: 20 }] },
      { rosdomofonId: 12, number: '2', services: [], ranges: [{ flatStart: 21, flatEnd: 40 }] },
    ],
  });
  deliveries = await createDeliveries(api.store, tenant);
  work = testSignUps(api.store, tenant);
});

const FIELDS = `id version state stateReason reviewReason movedBy movedAt assignee
  suggestions { entranceRosdomofonId addressLine score reasons evidence { city street house flat } flatRanges { start end }
    services { rosdomofonId name type } entrance { rosdomofonId } }
  plan { entranceRosdomofonId entrance { rosdomofonId } flat isVirtual services { rosdomofonId } decidedBy rejectedReason
    account { id } createdFlat { id } }
  steps { step state errorCode delivery { id state kind requestedBy } }
  deliveries { kind state about { id } }
  timeline(first: 20) { nodes { kind actor details } }`;
const COMMON = `... on UserError { code path } ... on SignUpStateError { signUp { state } }
  ... on StaleVersionError { currentVersion changedBy }`;
const TEXTS = {
  approve: `($input: ApproveSignUpInput!) { outcome: approveSignUp(input: $input) { __typename ${COMMON}
    ... on ApproveSignUpPayload { signUp { ${FIELDS} } } ... on AmbiguousEntranceError { suggestions { entranceRosdomofonId } }
    ... on FlatOutOfRangeError { flatRanges { start end } } ... on ServicesRefusedError { unknownRosdomofonIds } } }`,
  reject: `($input: RejectSignUpInput!) { outcome: rejectSignUp(input: $input) { __typename ${COMMON}
    ... on RejectSignUpPayload { signUp { ${FIELDS} } } } }`,
  retry: `($input: RetrySignUpInput!) { outcome: retrySignUp(input: $input) { __typename ${COMMON}
    ... on RetrySignUpPayload { signUp { ${FIELDS} } } } }`,
  assign: `($input: AssignSignUpInput!) { outcome: assignSignUp(input: $input) { __typename ${COMMON}
    ... on AssignSignUpPayload { signUp { ${FIELDS} } } } }`,
} as const;

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
const act = async (name: keyof typeof TEXTS, input: object, key = tenant.key) =>
  (await ask(`mutation ${TEXTS[name]}`, { input: { idempotencyKey: randomUUID(), ...input } }, key)).outcome;
const actor = () => `api-key:${tenant.key.split('_')[2]}`;

/** For what was decided until now. */
const holdIsOver = () => api.store.run(`update deliveries set due_at = now() where state = 'pending'`, []);

/** A sign-up that the workflow has looked at. */
async function asked(more: Parameters<Tenant['signUps']>[1] = {}) {
  const { integrationId } = tenant;
  const match = { integrationId, kind: 'sign_up.match', maxAttempts: 15 };
  await tenant.signUps([1], { requestedAt: new Date(), ...more }, 'company', match);
  const [claimed] = await deliveries.claim();
  if (claimed) await deliveries.settle(claimed);
  await work.match(uidOf(1));
  const { signUps } = await ask(`{ signUps(first: 1) { nodes { ${FIELDS} } } }`);
  return signUps.nodes[0];
}

describe('a sign-up that waits for a person', () => {
  it('shows why, and which entrances may be it', async () => {
    expect(await asked()).toMatchObject({
      state: 'NEEDS_REVIEW',
      stateReason: 'POLICY_REVIEW',
      reviewReason: 'POLICY_REVIEW',
      movedBy: 'workflow',
      movedAt: expect.any(String),
      assignee: null,
      suggestions: [
        {
          entranceRosdomofonId: 11,
          score: 1,
          reasons: [],
          evidence: { house: 'EXACT', flat: 'EXACT' },
          flatRanges: [{ start: 1, end: 20 }],
          services: [{ rosdomofonId: 1, type: 'Gate' }, { rosdomofonId: 2 }],
          entrance: { rosdomofonId: 11 },
        },
      ],
      steps: [],
      deliveries: [{ kind: 'sign_up.match', state: 'DELIVERED' }],
      timeline: { nodes: [{ kind: 'RECEIVED' }, { kind: 'REVIEW_NEEDED', actor: 'workflow' }] },
    });
  });

  it('without a flat has several, each with what is doubtful', async () => {
    const { reviewReason, suggestions } = await asked({ flat: null });
    expect(reviewReason).toBe('FLAT_MISSING');
    expect(suggestions).toMatchObject([
      { entranceRosdomofonId: 11, reasons: expect.arrayContaining(['FLAT_UNKNOWN']) },
      { entranceRosdomofonId: 12 },
    ]);
  });
});

describe('approveSignUp', () => {
  it('begins the first step, in the name of the key; the same key again changes nothing more', async () => {
    const { id, version } = await asked();
    const input = { id, expectedVersion: version, idempotencyKey: randomUUID() };
    const { signUp } = await act('approve', input);
    expect(signUp).toMatchObject({
      id,
      state: 'PROVISIONING',
      stateReason: null,
      reviewReason: null,
      movedBy: actor(),
      plan: {
        entranceRosdomofonId: 11,
        entrance: { rosdomofonId: 11 },
        flat: '7',
        isVirtual: false,
        services: [{ rosdomofonId: 1 }, { rosdomofonId: 2 }],
        decidedBy: actor(),
      },
      steps: [{ step: 'ACCOUNT', state: 'WAITING', delivery: { state: 'PENDING', requestedBy: actor() } }],
      deliveries: [
        { kind: 'sign_up.ensure_account', state: 'PENDING', about: { id } },
        { kind: 'sign_up.match', state: 'DELIVERED', about: { id } },
      ],
      timeline: {
        nodes: expect.arrayContaining([expect.objectContaining({ kind: 'APPROVED', actor: actor() })]),
      },
    });
    expect(signUp.version).toBeGreaterThan(version);
    expect((await act('approve', input)).signUp).toEqual(signUp);
    expect(await act('approve', { ...input, flat: '8' })).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(await deliveries.claim()).toEqual([]);
    await holdIsOver();
    expect(await deliveries.claim()).toHaveLength(1);
  });

  it('of two people at once lets one through, and tells the other who it was', async () => {
    const { id, version } = await asked();
    const both = await Promise.all([1, 2].map(() => act('approve', { id, expectedVersion: version })));
    expect(new Set(both.map((outcome) => outcome.__typename))).toEqual(
      new Set(['ApproveSignUpPayload', 'StaleVersionError']),
    );
    expect(both.find((outcome) => outcome.code === 'STALE_VERSION')).toMatchObject({
      path: ['input', 'expectedVersion'],
      currentVersion: version + 1,
      changedBy: actor(),
    });
    expect(await deliveries.claim()).toEqual([]);
    await holdIsOver();
    expect(await deliveries.claim()).toHaveLength(1);
  });

  it.each<[string, object, object, object]>([
    [
      'no entrance of several',
      { flat: null },
      {},
      {
        code: 'AMBIGUOUS_ENTRANCE',
        suggestions: [{ entranceRosdomofonId: 11 }, { entranceRosdomofonId: 12 }],
      },
    ],
    [
      'an entrance that is none',
      {},
      { entranceRosdomofonId: 99 },
      { code: 'NOT_FOUND', path: ['input', 'entranceRosdomofonId'] },
    ],
    [
      'no flat',
      { flat: null },
      { entranceRosdomofonId: 11 },
      { code: 'FLAT_MISSING', path: ['input', 'flat'] },
    ],
    [
      'a flat of another entrance',
      {},
      { entranceRosdomofonId: 11, flat: '30' },
      { code: 'FLAT_OUT_OF_RANGE', flatRanges: [{ start: 1, end: 20 }] },
    ],
    [
      'a service of another entrance',
      {},
      { serviceRosdomofonIds: [1, 3] },
      { code: 'SERVICES_REFUSED', unknownRosdomofonIds: [3] },
    ],
    [
      'an entrance without services',
      {},
      { entranceRosdomofonId: 12, flat: '30' },
      { code: 'SERVICES_REFUSED', unknownRosdomofonIds: [] },
    ],
  ])('with %s says what is wrong, and does nothing', async (_name, given, input, expected) => {
    const { id, version } = await asked(given);
    expect(await act('approve', { id, expectedVersion: version, ...input })).toMatchObject(expected);
    expect((await ask(`query ($id: ID!) { signUp(id: $id) { version state } }`, { id })).signUp).toEqual({
      version,
      state: 'NEEDS_REVIEW',
    });
  });

  it('with an entrance, a flat and services takes those', async () => {
    const { id, version } = await asked({ flat: null });
    const { signUp } = await act('approve', {
      id,
      expectedVersion: version,
      entranceRosdomofonId: 11,
      flat: '9',
      serviceRosdomofonIds: [2],
    });
    expect(signUp.plan).toMatchObject({
      entranceRosdomofonId: 11,
      flat: '9',
      services: [{ rosdomofonId: 2 }],
    });
  });

  it('without access to RosDomofon does nothing', async () => {
    const { id, version } = await asked();
    await api.store.run(`update integrations set config = '{}' where id = $1`, [tenant.integrationId]);
    expect(await act('approve', { id, expectedVersion: version })).toMatchObject({ code: 'ROSDOMOFON_OFF' });
  });
});

describe('rejectSignUp', () => {
  it('has RosDomofon and the abonent told; a second refusal comes too late', async () => {
    const { id, version } = await asked();
    const { signUp } = await act('reject', {
      id,
      expectedVersion: version,
      reason: ' Не наш дом ',
      tellsAbonent: true,
    });
    expect(signUp).toMatchObject({
      state: 'REJECTED',
      stateReason: 'REJECTED_BY_HAND',
      plan: { rejectedReason: 'Не наш дом' },
      steps: [
        { step: 'STATUS', state: 'WAITING' },
        { step: 'REFUSAL', state: 'WAITING' },
      ],
    });
    const again = { id, expectedVersion: signUp.version, reason: 'x', tellsAbonent: false };
    expect(await act('reject', again)).toMatchObject({
      code: 'SIGN_UP_STATE',
      signUp: { state: 'REJECTED' },
    });
  });

  it('needs a reason', async () => {
    const { id, version } = await asked();
    const input = { id, expectedVersion: version, reason: ' ', tellsAbonent: false };
    expect(await act('reject', input)).toMatchObject({ code: 'REASON_MISSING', path: ['input', 'reason'] });
  });
});

describe('retrySignUp', () => {
  it('begins the step anew that failed', async () => {
    const { id, version } = await asked();
    await act('approve', { id, expectedVersion: version });
    await work.fail(uidOf(1), 'account', 'ROSDOMOFON_REJECTED');
    const failed = (await ask(`query ($id: ID!) { signUp(id: $id) { ${FIELDS} } }`, { id })).signUp;
    expect(failed).toMatchObject({
      state: 'FAILED',
      stateReason: 'STEP_FAILED',
      steps: [{ step: 'ACCOUNT', state: 'FAILED', errorCode: 'ROSDOMOFON_REJECTED' }],
    });
    const { signUp } = await act('retry', { id, expectedVersion: failed.version });
    expect(signUp).toMatchObject({ state: 'PROVISIONING', steps: [{ step: 'ACCOUNT', state: 'WAITING' }] });
    expect(signUp.deliveries).toHaveLength(3);
    expect(await act('retry', { id, expectedVersion: signUp.version })).toMatchObject({
      code: 'SIGN_UP_STATE',
      signUp: { state: 'PROVISIONING' },
    });
  });
});

describe('assignSignUp', () => {
  it('takes it over, and gives it back to be looked at anew', async () => {
    const { id, version } = await asked();
    const { signUp } = await act('assign', { id, expectedVersion: version, assignee: 'anna' });
    expect(signUp).toMatchObject({ assignee: 'anna', stateReason: 'ASSIGNED', state: 'NEEDS_REVIEW' });
    const { signUp: back } = await act('assign', { id, expectedVersion: signUp.version, assignee: null });
    expect(back).toMatchObject({ assignee: null, stateReason: 'RETRIED' });
    expect(back.deliveries).toMatchObject([
      { kind: 'sign_up.match', state: 'PENDING' },
      { kind: 'sign_up.match', state: 'DELIVERED' },
    ]);
  });

  it('refuses an empty name', async () => {
    const { id, version } = await asked();
    const { errors } = await api.query(tenant.key, `mutation ${TEXTS.assign}`, {
      input: { id, expectedVersion: version, assignee: ' ', idempotencyKey: 'k' },
    });
    expect(errors).toMatchObject([{ message: '`assignee` has 1 to 100 characters.' }]);
  });
});

it('a key of another company acts on none, whatever it asks', async () => {
  const { id, version } = await asked();
  const { key } = await api.tenant(`company${next++}`);
  const common = { id, expectedVersion: version };
  for (const outcome of [
    await act('approve', common, key),
    await act('reject', { ...common, reason: 'x', tellsAbonent: true }, key),
    await act('retry', common, key),
    await act('assign', { ...common, assignee: 'x' }, key),
  ])
    expect(outcome).toEqual({ __typename: 'NotFoundError', code: 'NOT_FOUND', path: ['input', 'id'] });
  expect(
    await ask(
      'query ($id: ID!) { deliveries(first: 5, filter: { aboutId: $id }) { nodes { id } } }',
      { id },
      key,
    ),
  ).toEqual({
    deliveries: { nodes: [] },
  });
  expect((await ask('query ($id: ID!) { signUp(id: $id) { version } }', { id })).signUp).toEqual({ version });
});
