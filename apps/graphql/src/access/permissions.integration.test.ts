import {
  ALL_PERMISSIONS,
  PERMISSIONS,
  PERMISSIONS_OF_ROLE,
  ROLES,
  type Role,
  saveCannedResponse,
} from '@domovoy/domain';
import {
  type FieldDefinitionNode,
  getNamedType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type TypeNode,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../schema/create-schema.ts';
import { typeDefs } from '../schema/typeDefs.generated.ts';
import { type GraphqlAnswer, post, startApi, type TestApi } from '../testing/api.ts';
import { createDeliveries } from '../testing/deliveries.ts';
import { eventually } from '../testing/eventually.ts';
import { createMirror } from '../testing/mirror.ts';
import { createTestPerson, signedIn } from '../testing/person.ts';
import { everyList, type SampleOperation, sampleOperations } from '../testing/sample-operations.ts';
import { openSocket, subscribe } from '../testing/socket.ts';
import type { Tenant } from '../testing/tenant.ts';

const schema = createSchema();
const OPERATIONS = [OperationTypeNode.QUERY, OperationTypeNode.MUTATION].flatMap((kind) =>
  sampleOperations(schema, kind),
);
const SUBSCRIPTIONS = sampleOperations(schema, OperationTypeNode.SUBSCRIPTION);
/** What every caller may ask for; of these, what tells or changes something is the caller's own alone. */
const OPEN = [
  'companies',
  // What they give or change needs what it is about: schema/issue tests that.
  'issues',
  'muteIssue',
  'node',
  'nodes',
  'permissions',
  'resolveIssue',
  'revokeSession',
  'roles',
  'search',
  'viewer',
];
const PHONE = /7900000\d{4}/;
const ALL_BUT_PHONES = PERMISSIONS.filter((permission) => permission !== 'SEE_PHONES');

let api: TestApi;
let demo: Tenant;
let other: Tenant;
let masked: string;
/** Somebody of each role, signed in. */
const tokens = new Map<Role, string>();
beforeAll(async () => {
  api = await startApi({ rememberKeysMs: 100 });
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
  masked = await api.key(demo, { permissions: ALL_BUT_PHONES });
  await demo.signUps([1]);
  await demo.messages(['my number is 8 900 000-00-34']);
  await demo.deadEvents([new TextEncoder().encode('{"phone":79000000012}')]);
  await (await createMirror(api.store, demo)).import({
    services: [{ rosdomofonId: 1 }],
    entrances: [{ rosdomofonId: 1, services: [1] }],
    accounts: [
      { rosdomofonId: 1, number: '79000000012', phone: '79000000012', ownerAbonentRosdomofonId: 1 },
      { rosdomofonId: 2, number: 'A-0012-77', phone: '79000005678', ownerAbonentRosdomofonId: 1 },
    ],
    flats: [{ rosdomofonId: 1, number: '1', entranceRosdomofonId: 1, accountRosdomofonId: 1 }],
    connections: [{ rosdomofonId: 1, accountRosdomofonId: 1 }],
  });
  await saveCannedResponse(api.store, {
    companyId: demo.company.id,
    actor: 'test',
    changes: null,
    title: 'Phone',
    text: 'Call 79000000012',
  });
  const deliveries = await createDeliveries(api.store, demo);
  await deliveries.enqueue({ payload: { phone: '79000000012' } });
  await deliveries.bury({});
  const { data, errors } = await api.query(
    demo.key,
    `mutation { redeliverMatching(input: { filter: {}, expectedCount: 2, idempotencyKey: "a" }) { __typename }
      blockAccount(input: { number: "A-0012-77", reason: "calls 79000000034", idempotencyKey: "b", waitMs: 0 }) { __typename }
      inviteStaff(input: { email: "new@example.org", role: VIEWER }) { __typename } }`,
  );
  if (errors.length > 0 || JSON.stringify(data).includes('Error'))
    throw new Error(`nothing was prepared: ${JSON.stringify({ data, errors })}`);
  for (const role of ROLES) {
    const person = await createTestPerson(api.store, demo.company.id, role);
    tokens.set(role, (await signedIn(api.url, person)).accessToken);
  }
});
afterAll(() => api[Symbol.asyncDispose]());

/** What the schema's text says, read apart from what enforces it. */
function saidBySchema(): Map<string, string[]> {
  const definitions = typeDefs.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
      ? [definition]
      : [],
  );
  const names = ({ directives = [] }: Pick<FieldDefinitionNode, 'directives'>) =>
    directives.flatMap(({ arguments: [argument] = [] }) =>
      argument?.value.kind === Kind.ENUM ? [argument.value.value] : [],
    );
  const named = (type: TypeNode): string =>
    type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
  const ofType = new Map(definitions.map((definition) => [definition.name.value, names(definition)]));
  const roots = definitions.filter(({ name }) => /^(Query|Mutation|Subscription)$/.test(name.value));
  return new Map(
    roots
      .flatMap(({ fields = [] }) => fields)
      .map((field) => [field.name.value, [...names(field), ...(ofType.get(named(field.type)) ?? [])]]),
  );
}

/** A key with what the role permits, and the session of a person who has it. */
const credentialsOf = async (role: Role): Promise<string[]> => [
  await api.key(demo, { permissions: [...PERMISSIONS_OF_ROLE[role]] }),
  tokens.get(role) ?? '',
];

const forbidden = ({ errors }: GraphqlAnswer) =>
  errors.filter(({ extensions }) => extensions['code'] === 'FORBIDDEN');
const ask = (key: string, { text, variables }: SampleOperation) => api.query(key, text, variables);

describe('each root field', () => {
  const said = saidBySchema();

  it.each(ROLES)('answers the role %s as the schema says, to a key and to a person', async (role) => {
    const permissions = PERMISSIONS_OF_ROLE[role];
    for (const credential of await credentialsOf(role)) {
      for (const operation of OPERATIONS) {
        const missing = said.get(operation.field)?.find((name) => !(permissions as Set<string>).has(name));
        const expected =
          missing === undefined ? [] : [{ extensions: { permission: missing, retryable: false } }];
        expect([operation.field, forbidden(await ask(credential, operation))]).toMatchObject([
          operation.field,
          expected,
        ]);
      }
      const { data } = await api.query(credential, '{ viewer { permissions } }');
      expect(data.viewer.permissions).toEqual([...permissions].toSorted());
    }
  });

  it('that somebody may subscribe to answers each role as the schema says, a key and a person', async () => {
    for (const role of ROLES) {
      const permissions = PERMISSIONS_OF_ROLE[role];
      for (const credential of await credentialsOf(role)) {
        const socket = openSocket(api.wsUrl, credential);
        for (const { field, text, variables } of SUBSCRIPTIONS) {
          const missing = said.get(field)?.find((name) => !(permissions as Set<string>).has(name));
          const subscription = subscribe(socket, text, variables);
          if (missing === undefined) await subscription.live;
          else await subscription.ended;
          const expected =
            missing === undefined ? [] : [{ extensions: { code: 'FORBIDDEN', permission: missing } }];
          expect([field, role, subscription.errors.flat()]).toMatchObject([field, role, expected]);
          subscription.stop();
        }
        await socket.dispose();
      }
    }
  });

  it('is refused without a key, and with one that permits nothing unless it is open', async () => {
    const nothing = await api.key(demo, { permissions: [] });
    const open: string[] = [];
    for (const operation of OPERATIONS) {
      const { text: query, variables } = operation;
      expect((await post(api.url, null, { query, variables })).status).toBe(401);
      if (forbidden(await ask(nothing, operation)).length === 0) open.push(operation.field);
    }
    expect(open.toSorted()).toEqual(OPEN);
  });
});

describe('what is behind an edge or an id', () => {
  it('needs what its type needs, on every way to it', async () => {
    const { data } = await api.query(
      demo.key,
      '{ accounts(first: 1) { nodes { id } } signUps(first: 1) { nodes { id } } }',
    );
    const [account, signUp] = [data.accounts.nodes[0].id, data.signUps.nodes[0].id];
    const key = await api.key(demo, { permissions: ['READ_SIGN_UPS'] });
    const answer = await api.query(
      key,
      `query ($ids: [ID!]!, $account: ID!) {
        nodes(ids: $ids) { id } node(id: $account) { id }
        signUps(first: 1) { nodes { id abonent { id } } }
      }`,
      { ids: [signUp, account], account },
    );
    expect(answer.data).toEqual({
      nodes: [{ id: signUp }, null],
      node: null,
      signUps: { nodes: [{ id: signUp, abonent: null }] },
    });
    expect(
      forbidden(answer).map(({ path, extensions }) => [path?.join('.'), extensions['permission']]),
    ).toEqual(
      expect.arrayContaining([
        ['nodes.1', 'READ_ACCOUNTS'],
        ['node', 'READ_ACCOUNTS'],
        ['signUps.nodes.0.abonent', 'READ_ACCOUNTS'],
      ]),
    );
  });
});

describe('another company', () => {
  it('is not there: by no id, and in no list', async () => {
    const fields = [
      ...everyList(schema)
        .filter(({ variables }) => Object.keys(variables).join() === 'first')
        .map(({ field }) => `${field}(first: 20) { nodes { __typename id } }`),
      'inboxEvents(state: DEAD, first: 20) { nodes { __typename id } }',
      'integrations { __typename id } deliveryTargets { __typename id }',
      'connections: services(first: 1) { nodes { serviceConnections(first: 1) { nodes { __typename id } } } }',
      'messages: conversations(first: 1) { nodes { messages(first: 1) { nodes { __typename id } } } }',
      'issues(first: 20) { deliveryIssues { nodes { __typename id } } inboxEventIssues { nodes { __typename id } } }',
      'companies { __typename id }',
    ];
    /** Field by field: together they are more than one operation may ask for. */
    const all = async (credential: string) => {
      const answers = await Promise.all(fields.map((field) => api.query(credential, `{ ${field} }`)));
      return JSON.stringify(answers);
    };
    const mine = await all(demo.key);
    expect(mine).not.toContain('"message":');
    const found = new Map(
      [...mine.matchAll(/"__typename":"(\w+)","id":"(\w+)"/g)].map(([, type, id]) => [id, type]),
    );
    const node = schema.getType('Node');
    const types = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && type.getInterfaces().some((one) => one === node) ? [type.name] : [],
    );
    expect(new Set(found.values())).toEqual(new Set(types));
    const ids = [...found.keys()];
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect((await api.query(demo.key, nodes, { ids })).data.nodes).toEqual(ids.map((id) => ({ id })));
    const stranger = await createTestPerson(api.store, other.company.id, 'owner');
    const { accessToken } = await signedIn(api.url, stranger);
    for (const credential of [other.key, accessToken])
      expect(await api.query(credential, nodes, { ids })).toMatchObject({
        errors: [],
        data: { nodes: ids.map(() => null) },
      });
    const theirs = await all(other.key);
    for (const id of ids) expect(theirs).not.toContain(id);

    const byId = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
      ({ args }) => args.map(({ name, type }) => `${name}: ${String(type)}`).join() === 'id: ID!',
    );
    for (const field of byId) {
      // What is told of an object is asked for by the id of the object.
      const type = getNamedType(field.type).name.replace(/Health$/, '');
      for (const id of ids.filter((one) => type === 'Node' || found.get(one) === type)) {
        const one = `query ($id: ID!) { ${field.name}(id: $id) { __typename } }`;
        expect((await api.query(demo.key, one, { id })).data[field.name]).not.toBeNull();
        expect(await api.query(other.key, one, { id })).toMatchObject({
          errors: [],
          data: { [field.name]: null },
        });
      }
    }
  });
});

describe('without SEE_PHONES', () => {
  // Among the newest of the trail, of which one page is looked at.
  beforeAll(async () => {
    const text = `mutation { createAccount(input: { number: "P-1", phone: "+79000000078", idempotencyKey: "c", waitMs: 0 }) {
      __typename } }`;
    const { data } = await api.query(demo.key, text);
    if (data.createAccount.__typename !== 'CreateAccountPayload') throw new Error('no phone in the trail');
  });

  it.each(everyList(schema).map((list) => [list.field, list] as const))(
    '%s tells no phone',
    async (_field, list) => {
      const variables = { ...list.variables, ...('state' in list.variables ? { state: 'DEAD' } : {}) };
      const answer = await api.query(masked, list.text, variables);
      expect(forbidden(answer).every(({ extensions }) => extensions['permission'] === 'SEE_PHONES')).toBe(
        true,
      );
      expect(JSON.stringify(answer.data)).not.toMatch(PHONE);
      const ofEngineer = await api.query(tokens.get('engineer') ?? '', list.text, variables);
      expect(JSON.stringify(ofEngineer.data)).not.toMatch(PHONE);
    },
  );

  it('the lists tell phones to those who may see them', async () => {
    const answers = await Promise.all(everyList(schema).map((list) => ask(demo.key, list)));
    const telling = everyList(schema).filter((_list, at) => PHONE.test(JSON.stringify(answers[at]?.data)));
    expect(telling.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['abonents', 'accounts', 'auditEvents', 'deliveries', 'signUps']),
    );
  });

  it('texts are masked, and an event that somebody follows', async () => {
    const { data } = await api.query(
      masked,
      `{ conversations(first: 1) { nodes { messages(first: 1) { nodes { text } } } }
         inboxEvents(state: DEAD, first: 1) { nodes { payload { text } } } signUps(first: 1) { nodes { phone } } }`,
    );
    expect(data).toEqual({
      conversations: { nodes: [{ messages: { nodes: [{ text: 'my number is *********34' }] } }] },
      inboxEvents: { nodes: [{ payload: { text: '{"phone":*********12}' } }] },
      signUps: { nodes: [{ phone: '+*********01' }] },
    });
    const socket = openSocket(api.wsUrl, masked);
    const followed = subscribe(
      socket,
      'subscription { signUpChanged { __typename cursor ... on SignUpChanged { signUp { phone } } } }',
    );
    await followed.live;
    await demo.signUps([2]);
    await eventually(() => expect(followed.events).toMatchObject([{ signUp: { phone: '+*********02' } }]));
    await socket.dispose();
  });

  it('nothing is found by a phone', async () => {
    for (const query of [
      '{ accountsByPhone(phone: "+79000000012") { id } }',
      '{ abonents(first: 1, filter: { phone: "+79000000012" }) { nodes { id } } }',
    ]) {
      expect(forbidden(await api.query(masked, query))).toMatchObject([
        { extensions: { permission: 'SEE_PHONES' } },
      ]);
      expect((await api.query(demo.key, query)).errors).toEqual([]);
    }
    const found = async (key: string, search: string) => {
      const text =
        'query ($search: String!) { accounts(first: 5, search: $search) { nodes { rosdomofonId } } }';
      const { data, errors } = await api.query(key, text, { search });
      expect(errors).toEqual([]);
      return data.accounts.nodes.map((row: { rosdomofonId: number }) => row.rosdomofonId);
    };
    expect(await found(demo.key, '5678')).toEqual([2]);
    expect(await found(masked, '5678')).toEqual([]);
    expect(await found(masked, '+7 900 000-56-78')).toEqual([]);
    expect(await found(demo.key, '000012')).toEqual([1]);
    expect(await found(masked, '000012')).toEqual([]);
    expect(await found(masked, '0012')).toEqual([2]);
  });
});

describe('a key', () => {
  it('works from its networks alone, over HTTP and over a socket', async () => {
    const [here, elsewhere] = [
      await api.key(demo, { networks: ['127.0.0.0/8'] }),
      await api.key(demo, { networks: ['203.0.113.0/24'] }),
    ];
    expect((await api.query(here, '{ __typename }')).status).toBe(200);
    expect((await api.query(elsewhere, '{ __typename }')).status).toBe(401);
    const [open, refused] = [openSocket(api.wsUrl, here), openSocket(api.wsUrl, elsewhere)];
    await subscribe(open, 'subscription { signUpChanged { __typename cursor } }').live;
    const none = subscribe(refused, 'subscription { signUpChanged { __typename cursor } }');
    await none.ended;
    expect(none.errors).toMatchObject([{ code: 4403 }]);
    await open.dispose();
    await refused.dispose();
  });

  it('that permits less than before loses its sockets', async () => {
    const key = await api.key(demo, { permissions: [...ALL_PERMISSIONS] });
    const socket = openSocket(api.wsUrl, key);
    const followed = subscribe(socket, 'subscription { signUpChanged { __typename cursor } }');
    await followed.live;
    await api.store.run(`update api_keys set permissions = '{READ_ACCOUNTS}' where public_id = $1`, [
      key.split('_')[2] ?? '',
    ]);
    await followed.ended;
    expect(followed.errors).toMatchObject([{ code: 4403 }]);
    await socket.dispose();
  });
});
