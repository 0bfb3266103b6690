import { ALL_PERMISSIONS, DeliveryWaiter } from '@domovoy/domain';
import { createLogger, type Logger } from '@domovoy/service-kit';
import { type ExecutionResult, execute, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Caller } from '../commands/caller.ts';
import { commandsOf } from '../commands/commands.ts';
import { type Context, createContext } from '../context.ts';
import { createFeed, type Feed, feedOfStore } from '../feed/feed.ts';
import { createLoaders } from '../loaders.ts';
import { PresenceBoard } from '../presence/presence-board.ts';
import { createSchema } from '../schema/create-schema.ts';
import { startApi, type TestApi } from '../testing/api.ts';
import { type Tenant, uidOf } from '../testing/tenant.ts';
import { createExecutor } from './executor.ts';

const schema = createSchema();
const executor = createExecutor(schema);
const logger = createLogger({ name: 'test', level: 'silent' });

let api: TestApi;
let demo: Tenant;
let feed: Feed;
let presence: PresenceBoard;
let signUpId: string;
beforeAll(async () => {
  api = await startApi();
  feed = createFeed(feedOfStore(api.store), { logger });
  presence = new PresenceBoard(api.store, { logger });
  demo = await api.tenant('demo');
  await demo.signUps([1, 2, 3]);
  await demo.signUps([2], { wireStatus: 'processed' });
  await demo.messages(['one', 'two']);
  await demo.deadEvents([new Uint8Array([1, 2, 3]), null]);
  const { data } = await api.query(demo.key, '{ signUps(first: 1) { nodes { id } } }');
  signUpId = data.signUps.nodes[0].id;
});
afterAll(async () => {
  await feed[Symbol.asyncDispose]();
  await presence[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const newContext = (): Context => {
  const services = {
    company: (companyId: bigint) => api.store.company(companyId),
    commands: (caller: Caller) =>
      commandsOf({ store: api.store, waiter: new DeliveryWaiter(api.store), encryption: null }, caller),
    feed,
    presence,
    lookouts: {} as never,
    hooksUrl: null,
    publicUrl: null,
    logger,
  };
  const caller = {
    companyId: demo.company.id,
    actor: 'api-key:test',
    session: null,
    permissions: ALL_PERMISSIONS,
  };
  return createContext(services, caller, 'request-1');
};

/** As the other side of the wire sees it. */
const shown = ({ data, errors }: ExecutionResult) =>
  JSON.parse(JSON.stringify({ data, errors: errors?.map(({ path, locations }) => ({ path, locations })) }));

const DOCUMENTS: [name: string, text: string, variables?: Record<string, unknown>][] = [
  [
    'scalars, enums, nested objects',
    '{ signUps(first: 10) { nodes { uid state phone createdAt address { city } } } }',
  ],
  [
    'aliases of one field with other arguments',
    '{ a: signUps(first: 1) { nodes { uid } } b: signUps(last: 1) { nodes { uid } } }',
  ],
  [
    'repeated fields that merge',
    '{ signUps(first: 2) { nodes { uid } nodes { state address { city } address { flat } } } }',
  ],
  [
    'named and nested fragments',
    `query { signUps(first: 3) { edges { cursor node { ...All } } pageInfo { ...Page } totalCount { count precision } } }
     fragment All on SignUp { id ...Some timeline(first: 5) { nodes { kind kafka { topic offset } } } }
     fragment Some on SignUp { uid abonent { id phone company { shortName } } }
     fragment Page on PageInfo { hasNextPage hasPreviousPage startCursor endCursor }`,
  ],
  [
    'interfaces and inline fragments',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on SignUp { uid } ... on Message { text } } }',
    { ids: ['sup_0000000000000', 'nonsense'] },
  ],
  [
    'one node',
    'query ($id: ID!) { node(id: $id) { id ... on Node { __typename } ... on SignUp { state } } }',
    { id: 'SIGN_UP' },
  ],
  [
    'variables with defaults',
    'query ($n: Int = 2, $states: [SignUpState!] = [NEW]) { signUps(first: $n, filter: { state: $states }) { nodes { uid } } }',
  ],
  [
    'a variable within an input object',
    'query ($uid: ID) { signUps(first: 9, filter: { uid: $uid }) { nodes { uid } } }',
    { uid: uidOf(2) },
  ],
  [
    'skip and include, true',
    `query ($yes: Boolean!) { signUps(first: 1) { nodes { uid @skip(if: $yes) state @include(if: $yes) ...A @include(if: $yes) } } }
     fragment A on SignUp { phone }`,
    { yes: true },
  ],
  [
    'skip and include, false',
    `query ($yes: Boolean!) { signUps(first: 1) { nodes { uid @skip(if: $yes) state @include(if: $yes) ...A @include(if: $yes) } } }
     fragment A on SignUp { phone }`,
    { yes: false },
  ],
  [
    'a field that one spread skips and another asks for',
    `query ($yes: Boolean!) { signUps(first: 1) { nodes { ...A @skip(if: $yes) ...B } } }
     fragment A on SignUp { uid phone } fragment B on SignUp { uid }`,
    { yes: true },
  ],
  [
    'a fragment whose first spread is skipped and whose second is not',
    `query ($yes: Boolean!, $no: Boolean!) { signUps(first: 2) { nodes { ...A @skip(if: $yes) ...A @skip(if: $no) } } }
     fragment A on SignUp { uid address { ...B @include(if: $yes) flat } } fragment B on SignUpAddress { city }`,
    { yes: true, no: false },
  ],
  [
    'an error in a list field',
    '{ ok: signUps(first: 1) { nodes { uid } } bad: signUps(first: 1000) { nodes { uid } } }',
  ],
  ['an error below a row', '{ signUps(first: 2) { nodes { uid timeline { nodes { kind } } } } }'],
  [
    'a variable of the wrong type',
    'query ($n: Int!) { signUps(first: $n) { nodes { uid } } }',
    { n: 'many' },
  ],
  ['a variable that is missing', 'query ($n: Int!) { signUps(first: $n) { nodes { uid } } }', {}],
  ['nulls', '{ conversation(id: "cnv_nothing") { id } signUp(id: "x") { id } }'],
  [
    'conversations with messages',
    '{ conversations(first: 5) { nodes { messages(last: 1) { nodes { text conversation { channel } } pageInfo { hasPreviousPage } } } } }',
  ],
  ['bytes', '{ inboxEvents(state: DEAD, first: 5) { nodes { payload { text base64 } kafka { topic } } } }'],
  [
    'introspection',
    '{ __schema { queryType { fields { name type { kind ofType { name } } } } } __type(name: "Node") { possibleTypes { name } } }',
  ],
  [
    'several operations, one chosen',
    'query Other { __typename } query Chosen { viewer { company { shortName } } }',
  ],
];

describe('compiled queries', () => {
  it.each(DOCUMENTS)('answer like graphql-js: %s', async (_name, text, variables = {}) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const operationName = text.includes('query Chosen') ? 'Chosen' : undefined;
    const given = 'id' in variables ? { id: signUpId } : variables;
    const operation = { document, operationName, variables: given, context: newContext() };
    const expected = await execute({
      schema,
      document,
      operationName,
      variableValues: given,
      contextValue: newContext(),
    });
    for (let round = 0; round < 2; round++)
      expect(shown(await executor.execute({ ...operation, context: newContext() }))).toEqual(shown(expected));
  });

  it('read each kind of row once, however many rows refer to it', async () => {
    const context = newContext();
    for (let abonent = 1; abonent < 30; abonent++)
      await demo.messages(['x'], { abonentRosdomofonId: abonent });
    const spies = (['loadAbonentsByRosdomofonId', 'listMessages', 'loadCompany'] as const).map((name) => {
      const read = vi.fn<() => unknown>(context.company[name] as () => unknown);
      Object.assign(context.company, { [name]: read });
      return read;
    });
    const text =
      '{ conversations(first: 30) { nodes { abonent { phone } company { name } messages(last: 2) { nodes { company { name } } } } } }';
    const result = await executor.execute({
      document: parse(text),
      operationName: null,
      variables: {},
      context: { ...context, loaders: createLoaders(context.company, context.caller) },
    });
    expect(result.errors).toBeUndefined();
    for (const spy of spies) expect(spy).toHaveBeenCalledTimes(1);
  });

  it('mask what went wrong inside, and log it under the id of the request', async () => {
    const failing = { ...newContext() };
    Object.assign(failing.loaders, {
      company: () => Promise.reject(new Error('secret: select * from companies')),
    });
    const error = vi.fn<Logger['error']>();
    const result = await executor.execute({
      document: parse('{ viewer { company { name } } }'),
      operationName: null,
      variables: {},
      context: { ...failing, logger: { ...logger, error } },
    });
    expect(result.errors).toMatchObject([
      {
        message: 'Something went wrong on our side.',
        path: ['viewer', 'company'],
        extensions: { code: 'INTERNAL', retryable: false, requestId: 'request-1' },
      },
    ]);
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(error).toHaveBeenCalledWith(expect.objectContaining({ requestId: 'request-1' }));
  });

  it('end with QUERY_TIMEOUT when they take too long', async () => {
    const impatient = createExecutor(schema, { timeoutMs: 20 });
    const context = newContext();
    Object.assign(context.loaders, { company: () => new Promise(() => {}) });
    const result = await impatient.execute({
      document: parse('{ companies { name } }'),
      operationName: null,
      variables: {},
      context,
      heaviestField: 'companies',
    });
    const extensions = { code: 'QUERY_TIMEOUT', retryable: true, heaviestField: 'companies' };
    expect(result).toMatchObject({
      errors: [{ message: expect.stringContaining('below companies'), extensions }],
    });
  });

  it('are kept within bounds', async () => {
    const busy = createExecutor(schema);
    const padding = ' '.repeat(100_000);
    for (let i = 0; i < 30; i++)
      await busy.execute({
        document: parse(`{ __typename } #${i}${padding}`),
        operationName: null,
        variables: {},
        context: newContext(),
      });
    expect(busy.compiledCount).toBeGreaterThan(10);
    expect(busy.compiledCount).toBeLessThan(20);
  });
});
