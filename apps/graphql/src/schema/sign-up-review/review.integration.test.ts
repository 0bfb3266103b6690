import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { workOnJob } from '../../testing/jobs.ts';
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
    services: [{ rosdomofonId: 1 }, { rosdomofonId: 2 }],
    entrances: [
      { rosdomofonId: 11, number: '1', services: [1, 2], ranges: [{ flatStart: 1, flatEnd: 20 }] },
      { rosdomofonId: 12, number: '2', services: [1], ranges: [{ flatStart: 21, flatEnd: 40 }] },
    ],
    accounts: [
      { rosdomofonId: 1, number: 'A1', phone: '79000000002', ownerAbonentRosdomofonId: 2, isBlocked: true },
      { rosdomofonId: 2, number: 'A2', phone: '79000000002', ownerAbonentRosdomofonId: 2 },
    ],
    flats: [{ rosdomofonId: 5, number: '7', entranceRosdomofonId: 11, ownerAbonentRosdomofonId: 99 }],
    connections: [{ rosdomofonId: 8, flatRosdomofonId: 5, serviceRosdomofonId: 2 }],
  });
  deliveries = await createDeliveries(api.store, tenant);
  work = testSignUps(api.store, tenant);
});

// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables?: Record<string, unknown>, key = tenant.key): Promise<any> {
  const { data, errors } = await api.query(key, text, variables);
  expect(errors).toEqual([]);
  return data;
}

async function asked(number: number, more: Parameters<Tenant['signUps']>[1] = {}) {
  const match = { integrationId: tenant.integrationId, kind: 'sign_up.match', maxAttempts: 15 };
  await tenant.signUps([number], { requestedAt: new Date(), ...more }, 'company', match);
  const [claimed] = await deliveries.claim();
  if (claimed) await deliveries.settle(claimed);
  await work.match(uidOf(number));
  const { signUps } = await ask(
    'query ($uid: ID!) { signUps(first: 1, filter: { uid: $uid }) { nodes { id version state } } }',
    { uid: uidOf(number) },
  );
  return signUps.nodes[0];
}

const COMMON = '... on UserError { code path }';
const mutate = async (name: string, input: object, selection = '', key = tenant.key) => {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { outcome: ${name}(input: $input) { __typename ${COMMON} ${selection} } }`;
  return (await ask(text, { input }, key)).outcome;
};
const approve = (signUp: { id: string; version: number }) =>
  mutate(
    'approveSignUp',
    { id: signUp.id, expectedVersion: signUp.version, idempotencyKey: randomUUID() },
    '... on ApproveSignUpPayload { signUp { id version state heldUntil } }',
  );
const UNDONE = `... on StaleVersionError { currentVersion } ... on UndoSignUpDecisionPayload { signUp { state stateReason heldUntil plan { flat decidedBy } steps { step } } }
  ... on TooLateError { executedSteps { step } compensation { step action explanation connectionRosdomofonIds } }`;
const undo = (id: string, more: object = {}) =>
  mutate('undoSignUpDecision', { id, idempotencyKey: randomUUID(), ...more }, UNDONE);

describe('suggestEntrances', () => {
  const FIELDS = `candidates { suggestion { entranceRosdomofonId score reasons }
    fields { field verdict asked found shared onlyAsked onlyFound isSameCode } } isCertain reason detail`;
  it('says of a sign-up which words and numbers agree, and why a person is asked', async () => {
    const { id } = await asked(1);
    const text = `query ($id: ID!) { suggestEntrances(signUpId: $id) { ${FIELDS} } }`;
    const { suggestEntrances } = await ask(text, { id });
    expect(suggestEntrances).toMatchObject({ isCertain: true, reason: 'POLICY_REVIEW', detail: null });
    expect(suggestEntrances.candidates).toMatchObject([
      {
        suggestion: { entranceRosdomofonId: 11, score: 1, reasons: [] },
        fields: [
          { field: 'CITY', verdict: 'EXACT', shared: ['иваново'] },
          { field: 'STREET', verdict: 'EXACT', shared: ['ташкентская'], onlyAsked: [], onlyFound: [] },
          { field: 'HOUSE', verdict: 'EXACT', asked: '100', found: '100' },
          { field: 'FLAT', verdict: 'EXACT', asked: '7', found: '1–20', shared: ['7'] },
        ],
      },
    ]);
  });

  it('takes an address that somebody types, and says how far it came', async () => {
    const text = `query ($address: String!, $flat: String) { suggestEntrances(address: $address, flat: $flat) { ${FIELDS} } }`;
    const typed = await ask(text, { address: 'г. Иваново, ул. Ташкентская, д. 100', flat: null });
    expect(typed.suggestEntrances).toMatchObject({ isCertain: false, reason: 'FLAT_MISSING' });
    expect(typed.suggestEntrances.candidates).toHaveLength(2);
    expect(typed.suggestEntrances.candidates[0].fields).toMatchObject([
      { onlyAsked: ['город'] },
      { verdict: 'EQUIVALENT', onlyAsked: ['улица'] },
      {},
      { verdict: 'UNKNOWN', asked: null },
    ]);
    expect(await ask(text, { address: 'Иваново, Другая, 100' })).toMatchObject({
      suggestEntrances: { candidates: [], reason: 'ENTRANCE_NOT_FOUND', detail: 'STREET_DIFFERS' },
    });
    const both = await api.query(tenant.key, '{ suggestEntrances { isCertain } }');
    expect(both.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('previewApproval', () => {
  const TEXT = `query ($ids: [ID!]!, $decision: SignUpDecisionInput) { previewApproval(ids: $ids, decision: $decision) {
    signUp { id state } refusal { code message } entranceRosdomofonId flat isVirtual services { rosdomofonId }
    connectedServiceRosdomofonIds account { number } newAccountNumber existingFlat { number } message
    deliveries { step kind waitMs target { id } } warnings } }`;

  it('tells what would happen, and does nothing of it', async () => {
    const { id } = await asked(1);
    const before = await api.store.run('select count(*)::int as n from deliveries', []);
    const { previewApproval } = await ask(TEXT, { ids: [id, 'sup_0000000000000'] });
    expect(previewApproval).toMatchObject([
      {
        signUp: { id, state: 'NEEDS_REVIEW' },
        refusal: null,
        entranceRosdomofonId: 11,
        flat: '7',
        services: [{ rosdomofonId: 1 }, { rosdomofonId: 2 }],
        connectedServiceRosdomofonIds: [2],
        account: null,
        newAccountNumber: 'DV1',
        existingFlat: { number: '7' },
        message: expect.stringContaining('кв. 7'),
        warnings: ['FLAT_OF_ANOTHER_ABONENT', 'SERVICES_CONNECTED_ALREADY'],
      },
    ]);
    expect(
      previewApproval[0].deliveries.map(({ step, waitMs }: { step: string; waitMs: number }) => [
        step,
        waitMs,
      ]),
    ).toEqual([
      ['ACCOUNT', 10_000],
      ['FLAT', 0],
      ['CONNECTIONS', 0],
      ['STATUS', 0],
      ['WELCOME', 0],
    ]);
    expect(await api.store.run('select count(*)::int as n from deliveries', [])).toEqual(before);
    expect(
      await ask('query ($id: ID!) { signUp(id: $id) { state plan { flat } steps { step } } }', { id }),
    ).toEqual({
      signUp: { state: 'NEEDS_REVIEW', plan: { flat: null }, steps: [] },
    });
  });

  it('warns of what a person would want to know, and says why it would be refused', async () => {
    const { id } = await asked(2, { abonentRosdomofonId: 2 });
    await asked(3, { abonentRosdomofonId: 2, phone: '79000000002' });
    const other = await api.key(tenant);
    await mutate('claimSignUp', { id }, '', other);
    const preview = async (decision: object) => (await ask(TEXT, { ids: [id], decision })).previewApproval[0];
    expect(await preview({})).toMatchObject({
      account: { number: 'A2' },
      newAccountNumber: null,
      warnings: expect.arrayContaining(['SEVERAL_ACCOUNTS', 'OTHER_SIGN_UP_OPEN', 'CLAIMED_BY_OTHER']),
    });
    expect(await preview({ flat: '30' })).toMatchObject({
      refusal: { code: 'FLAT_OUT_OF_RANGE' },
      entranceRosdomofonId: null,
      deliveries: [],
    });
    expect(await preview({ serviceRosdomofonIds: [77] })).toMatchObject({
      refusal: { code: 'SERVICES_REFUSED' },
    });
    expect(await preview({ entranceRosdomofonId: 99 })).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });
});

describe('undoSignUpDecision', () => {
  it('takes a held approval back, once for each key', async () => {
    const signUp = await asked(1);
    const { signUp: approved } = await approve(signUp);
    expect(approved).toMatchObject({ state: 'PROVISIONING', heldUntil: expect.any(String) });
    const stale = await undo(signUp.id, { decisionVersion: approved.version - 1 });
    expect(stale).toMatchObject({ __typename: 'StaleVersionError', currentVersion: approved.version });
    const input = { decisionVersion: approved.version, idempotencyKey: randomUUID() };
    const undone = await undo(signUp.id, input);
    expect(undone.signUp).toEqual({
      state: 'NEEDS_REVIEW',
      stateReason: 'POLICY_REVIEW',
      heldUntil: null,
      plan: { flat: null, decidedBy: null },
      steps: [],
    });
    expect(await undo(signUp.id, input)).toEqual(undone);
    expect(await undo(signUp.id)).toMatchObject({ __typename: 'SignUpStateError' });
    expect(await deliveries.claim()).toEqual([]);
  });

  it('says too late what was done, and how it is taken back', async () => {
    const signUp = await asked(1);
    const { signUp: approved } = await approve(signUp);
    await api.store.run(`update deliveries set due_at = now() where state = 'pending'`, []);
    expect(await deliveries.claim()).toHaveLength(1);
    expect(await undo(signUp.id)).toMatchObject({
      __typename: 'TooLateError',
      code: 'TOO_LATE',
      executedSteps: [{ step: 'ACCOUNT' }],
      compensation: [{ step: 'ACCOUNT', action: 'BLOCK_ACCOUNT', connectionRosdomofonIds: [] }],
    });
    const input = {
      id: signUp.id,
      expectedVersion: approved.version,
      reason: 'Не тот дом',
      tellsAbonent: false,
      idempotencyKey: randomUUID(),
    };
    const SELECTION = '... on CompensateSignUpPayload { signUp { state stateReason steps { step state } } }';
    expect(await mutate('compensateSignUp', { ...input, reason: ' ' }, SELECTION)).toMatchObject({
      code: 'REASON_MISSING',
    });
    const taken = await mutate('compensateSignUp', input, SELECTION);
    expect(taken.signUp).toMatchObject({
      state: 'REJECTED',
      stateReason: 'COMPENSATED',
      steps: expect.arrayContaining([
        { step: 'BLOCK_ACCOUNT', state: 'WAITING' },
        { step: 'STATUS', state: 'WAITING' },
      ]),
    });
    expect(await mutate('compensateSignUp', input, SELECTION)).toEqual(taken);
  });
});

describe('who looks at it', () => {
  const CLAIMED =
    '... on ClaimSignUpPayload { signUp { claimedBy version } } ... on ClaimedByOtherError { claimedBy since }';
  const of = (key: string) => `api-key:${key.split('_')[2]}`;

  it('of several at once is one; the others hear who, and may take over', async () => {
    const { id, version } = await asked(1);
    const keys = [tenant.key, await api.key(tenant), await api.key(tenant)];
    const claims = await Promise.all(keys.map((key) => mutate('claimSignUp', { id }, CLAIMED, key)));
    const winner = keys[claims.findIndex(({ __typename }) => __typename === 'ClaimSignUpPayload')] ?? '';
    expect(claims.filter(({ __typename }) => __typename === 'ClaimedByOtherError')).toEqual(
      Array(2).fill(expect.objectContaining({ code: 'CLAIMED_BY_OTHER', claimedBy: of(winner) })),
    );
    const other = keys.find((key) => key !== winner) ?? '';
    const claimed = (key: string, more = {}) =>
      mutate(
        'claimSignUp',
        { id, ...more },
        '... on ClaimSignUpPayload { signUp { claimedBy version } }',
        key,
      );
    expect(await mutate('releaseSignUp', { id }, '', other)).toMatchObject({ code: 'CLAIMED_BY_OTHER' });
    expect(await claimed(other, { canTakeOver: true })).toMatchObject({
      signUp: { claimedBy: of(other), version },
    });
    const released = await mutate(
      'releaseSignUp',
      { id },
      '... on ReleaseSignUpPayload { signUp { claimedBy } }',
      other,
    );
    expect(released.signUp).toEqual({ claimedBy: null });
    await claimed(tenant.key);
    await approve({ id, version });
    expect(await ask('query ($id: ID!) { signUp(id: $id) { claimedBy } }', { id })).toEqual({
      signUp: { claimedBy: null },
    });
  });

  it('a parked one is set aside for as long as it was told', async () => {
    const { id } = await asked(1);
    const park = (until: string | null) =>
      mutate(
        'parkSignUp',
        { id, until, note: 'ждёт договора' },
        '... on ParkSignUpPayload { signUp { parkedUntil parkNote } }',
      );
    const until = new Date(Date.now() + 3_600_000).toISOString();
    expect((await park(until)).signUp).toEqual({ parkedUntil: until, parkNote: 'ждёт договора' });
    const found = async (isParked: boolean) =>
      (
        await ask(
          'query ($isParked: Boolean) { signUps(first: 5, filter: { isParked: $isParked }) { nodes { id } } }',
          {
            isParked,
          },
        )
      ).signUps.nodes.length;
    expect([await found(true), await found(false)]).toEqual([1, 0]);
    expect(await park('2020-01-01T00:00:00Z')).toMatchObject({ code: 'TIME_REFUSED' });
    expect((await park(null)).signUp).toEqual({ parkedUntil: null, parkNote: null });
    expect([await found(true), await found(false)]).toEqual([0, 1]);
  });
});

describe('approveSignUps', () => {
  it('approves what is clear, leaves the rest to people, and says why', async () => {
    const signUps = [await asked(1), await asked(2), await asked(3, { flat: null })];
    const ids = signUps.map(({ id }) => id);
    const many = (input: object) =>
      mutate(
        'approveSignUps',
        { idempotencyKey: randomUUID(), ...input },
        '... on ApproveSignUpsPayload { job { id kind progress { total } } } ... on CountChangedError { now { count } }',
      );
    expect(await many({ ids, expectedCount: 2 })).toMatchObject({ code: 'COUNT_CHANGED', now: { count: 3 } });
    const { job } = await many({ filter: { city: 'Иваново' }, expectedCount: 3 });
    expect(job).toMatchObject({ kind: 'sign_ups.approve', progress: { total: 3 } });
    await workOnJob(api.store);
    const done = await ask('query ($id: ID!) { job(id: $id) { state progress { done failed } result } }', {
      id: job.id,
    });
    expect(done.job).toEqual({
      state: 'COMPLETED',
      progress: { done: 3, failed: 1 },
      result: { approved: 2, refused: { AMBIGUOUS: 1 } },
    });
    const { nodes } = await ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on SignUp { state heldUntil } } }',
      { ids },
    );
    expect(nodes).toMatchObject([
      { state: 'PROVISIONING', heldUntil: expect.any(String) },
      { state: 'PROVISIONING' },
      { state: 'NEEDS_REVIEW', heldUntil: null },
    ]);
    const refused = await api.query(
      tenant.key,
      'mutation ($input: ApproveSignUpsInput!) { approveSignUps(input: $input) { __typename } }',
      { input: { filter: { state: ['NEW'] }, expectedCount: 0, idempotencyKey: 'x' } },
    );
    expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
