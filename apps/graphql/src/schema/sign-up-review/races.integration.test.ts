import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { createMirror } from '../../testing/mirror.ts';
import { testSignUps } from '../../testing/sign-ups.ts';
import { type Tenant, uidOf } from '../../testing/tenant.ts';

const AT_ONCE = 8;

let api: TestApi;
let tenant: Tenant;
let deliveries: TestDeliveries;
let next = 0;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());
beforeEach(async () => {
  tenant = await api.tenant(`company${next++}`);
  deliveries = await createDeliveries(api.store, tenant);
  await (await createMirror(api.store, tenant)).import({
    services: [{ rosdomofonId: 1 }],
    entrances: [{ rosdomofonId: 11, number: '1', services: [1], ranges: [{ flatStart: 1, flatEnd: 20 }] }],
  });
});

interface SeenSignUp {
  readonly id: string;
  readonly version: number;
}
// any: answers are looked at by tests, which know their shape
async function ask(text: string, variables: Record<string, unknown>): Promise<any> {
  const { data, errors } = await api.query(tenant.key, text, variables);
  expect(errors).toEqual([]);
  return data;
}
async function waitingSignUp(number: number): Promise<SeenSignUp> {
  const match = { integrationId: tenant.integrationId, kind: 'sign_up.match', maxAttempts: 15 };
  await tenant.signUps([number], { requestedAt: new Date() }, 'company', match);
  const [claimed] = await deliveries.claim();
  if (claimed) await deliveries.settle(claimed);
  await testSignUps(api.store, tenant).match(uidOf(number));
  const text = 'query ($uid: ID!) { signUps(first: 1, filter: { uid: $uid }) { nodes { id version } } }';
  return (await ask(text, { uid: uidOf(number) })).signUps.nodes[0];
}
const PAYLOADS = {
  approveSignUp: 'signUp { id version }',
  approveSignUps: 'job { id }',
  compensateSignUp: 'signUp { id version state }',
  undoSignUpDecision: 'signUp { id version state }',
};
async function mutate(name: keyof typeof PAYLOADS, input: object) {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const text = `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) { __typename ... on UserError { code }
    ... on ${type}Payload { ${PAYLOADS[name]} } } }`;
  return (await ask(text, { input })).outcome;
}
async function approved(number: number): Promise<SeenSignUp> {
  const { id, version } = await waitingSignUp(number);
  const input = { id, expectedVersion: version, idempotencyKey: randomUUID() };
  return (await mutate('approveSignUp', input)).signUp;
}

/** One request in two wordings, and what it does when it does it. */
interface Case {
  readonly name: keyof typeof PAYLOADS;
  readonly action: string;
  readonly inputs: () => Promise<readonly [one: object, other: object]>;
  /** What nothing but its effect makes. */
  readonly effects: string;
}

const CASES: readonly Case[] = [
  {
    name: 'undoSignUpDecision',
    action: 'sign_up.undo',
    inputs: async () => {
      const { id, version } = await approved(1);
      return [{ id }, { id, decisionVersion: version }];
    },
    effects: `select count(*)::int as count from sign_up_events where company_id = $1 and kind = 'undone'`,
  },
  {
    name: 'compensateSignUp',
    action: 'sign_up.compensate',
    inputs: async () => {
      const { id, version } = await approved(1);
      const input = { id, expectedVersion: version, tellsAbonent: false };
      return [
        { ...input, reason: 'не тот дом' },
        { ...input, reason: 'не тот подъезд' },
      ];
    },
    effects: `select count(*)::int as count from sign_up_events where company_id = $1 and kind = 'compensated'`,
  },
  {
    name: 'approveSignUps',
    action: 'sign_up.approve_matching',
    inputs: async () => {
      const [one, two] = [await waitingSignUp(1), await waitingSignUp(2)];
      return [
        { ids: [one.id, two.id], expectedCount: 2 },
        { ids: [one.id], expectedCount: 1 },
      ];
    },
    effects: 'select count(*)::int as count from jobs where company_id = $1',
  },
];

const count = async (text: string, more: readonly string[] = []) =>
  (await api.store.run<{ count: number }>(text, [tenant.company.id, ...more]))[0]?.count;
const audited = (action: string) =>
  count('select count(*)::int as count from audit_entries where company_id = $1 and action = $2', [action]);
const several = <T>(work: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, at) => work(at)));

describe.each(CASES)('one key of $name, used by several at once', ({ name, action, inputs, effects }) => {
  it('with one input has one effect, and all hear of it', async () => {
    const [input] = await inputs();
    const idempotencyKey = randomUUID();
    const outcomes = await several(() => mutate(name, { ...input, idempotencyKey }));
    expect(outcomes[0]?.__typename).toMatch(/Payload$/);
    expect(outcomes).toEqual(outcomes.map(() => outcomes[0]));
    expect([await count(effects), await audited(action)]).toEqual([1, 1]);
    // Later as well.
    expect(await mutate(name, { ...input, idempotencyKey })).toEqual(outcomes[0]);
    expect([await count(effects), await audited(action)]).toEqual([1, 1]);
  });

  it('with two inputs has the effect of one, and whoever asks for the other hears that the key is taken', async () => {
    const both = await inputs();
    const idempotencyKey = randomUUID();
    const outcomes = await several((at) => mutate(name, { ...both[at % 2], idempotencyKey }));
    const won = outcomes.findIndex(({ __typename }) => __typename.endsWith('Payload'));
    expect(won).toBeGreaterThanOrEqual(0);
    for (const [at, outcome] of outcomes.entries())
      if (at % 2 === won % 2) expect(outcome).toEqual(outcomes[won]);
      else expect(outcome).toEqual({ __typename: 'IdempotencyConflictError', code: 'IDEMPOTENCY_CONFLICT' });
    expect([await count(effects), await audited(action)]).toEqual([1, 1]);
  });

  it('control: with keys of their own they do not all hear of one thing', async () => {
    const [input] = await inputs();
    const outcomes = await several(() => mutate(name, { ...input, idempotencyKey: randomUUID() }));
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBeGreaterThan(1);
  });
});
