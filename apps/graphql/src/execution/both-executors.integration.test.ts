import { readdirSync, readFileSync } from 'node:fs';
import { ALL_PERMISSIONS, PERMISSIONS_OF_ROLE } from '@domovoy/domain';
import { createLogger } from '@domovoy/service-kit';
import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Context, createContext } from '../context.ts';
import { createFeed, type Feed, feedOfStore } from '../feed/feed.ts';
import { PresenceBoard } from '../presence/presence-board.ts';
import { createSchema } from '../schema/create-schema.ts';
import { startApi, type TestApi } from '../testing/api.ts';
import { createMirror } from '../testing/mirror.ts';
import { type RandomOperation, randomOperations, type Values } from '../testing/random-operations.ts';
import { everyList, sampleOperations } from '../testing/sample-operations.ts';
import type { Tenant } from '../testing/tenant.ts';
import { createExecutor } from './executor.ts';

const schema = createSchema();
const onJit = createExecutor(schema);
const onGraphqlJs = createExecutor(schema, { isCompiled: false });
const logger = createLogger({ name: 'test', level: 'silent' });

let api: TestApi;
let demo: Tenant;
let feed: Feed;
let presence: PresenceBoard;
let values: Values;
beforeAll(async () => {
  api = await startApi();
  feed = createFeed(feedOfStore(api.store), { logger });
  presence = new PresenceBoard(api.store, { logger });
  demo = await api.tenant('demo');
  await demo.signUps([1, 2, 3]);
  await demo.messages(['one', 'my number is 8 900 000-00-34']);
  await demo.deadEvents([new Uint8Array([1, 2, 3]), null]);
  await (await createMirror(api.store, demo)).import({
    services: [{ rosdomofonId: 1 }],
    entrances: [{ rosdomofonId: 1, services: [1] }],
    accounts: [{ rosdomofonId: 1, number: 'A-1', phone: '79000000012', ownerAbonentRosdomofonId: 1 }],
    flats: [{ rosdomofonId: 1, number: '1', entranceRosdomofonId: 1, accountRosdomofonId: 1 }],
    connections: [{ rosdomofonId: 1, accountRosdomofonId: 1 }],
  });
  values = {
    ID: [...(await someIds()), 'nonsense', ''],
    Int: [1, 2, 3, 50, 1_000, -1],
    Float: [0.5, 1],
    Boolean: [true, false],
    String: ['x', 'А-1', '"\\\n', ''],
    Phone: ['+79000000012', '+79000000034'],
    SafeInt: [1, 2 ** 40],
    DateTime: ['2026-01-01T00:00:00Z', '2100-01-01T00:00:00Z'],
    JSON: ['x', 1],
  };
});
afterAll(async () => {
  await feed[Symbol.asyncDispose]();
  await presence[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

async function someIds(): Promise<string[]> {
  const lists = ['signUps', 'conversations', 'accounts', 'abonents', 'entrances', 'flats', 'services'];
  const { data } = await api.query(
    demo.key,
    `{ ${lists.map((list) => `${list}(first: 2) { nodes { id } }`).join(' ')} }`,
  );
  return Object.values(data).flatMap((list: any) => list.nodes.map(({ id }: { id: string }) => id));
}

function newContext(permissions = ALL_PERMISSIONS): Context {
  const services = {
    company: (companyId: bigint) => api.store.company(companyId),
    commands: () => ({}) as never,
    feed,
    presence,
    lookouts: {} as never,
    hooksUrl: null,
    publicUrl: null,
    logger,
  };
  const caller = { companyId: demo.company.id, actor: 'api-key:test', permissions, session: null };
  return createContext(services, caller, 'request-1');
}

interface Shown {
  readonly data?: unknown;
  readonly errors: readonly { readonly path?: readonly (string | number)[] }[];
}

const IS_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
/** As the other side of the wire sees it; what happened since the question has no time of its own (`Health.at`). */
const shown = ({ data, errors = [] }: ExecutionResult, askedAt: string): Shown =>
  JSON.parse(JSON.stringify({ data, errors }), (_name, value: unknown) =>
    typeof value === 'string' && IS_TIME.test(value) && value >= askedAt && value < LATER ? 'now' : value,
  ) as Shown;
const LATER = new Date(Date.now() + 86_400_000).toISOString();

/**
 * Errors come in the order in which they happen, which says nothing. Of several that make the same place null graphql-js
 * tells those that happened before it was null, because it looks no further; graphql-jit tells all, or another one first.
 * The specification has it either way: each place that is null has an error, and its own errors are the same.
 */
function expectSameAnswer(compiled: Shown, interpreted: Shown, operation: string): void {
  // The operation stands in both, so that a difference shows whose it is.
  expect({ operation, data: compiled.data }).toEqual({ operation, data: interpreted.data });
  const [byJit, byGraphqlJs] = [compiled, interpreted].map(({ data, errors }) =>
    Map.groupBy(errors, (error) => JSON.stringify(nulledBy(error, data))),
  );
  const places = (told?: Map<string, unknown>) => [...(told?.keys() ?? [])].toSorted();
  expect({ operation, places: places(byJit) }).toEqual({ operation, places: places(byGraphqlJs) });
  for (const [place, errors] of byJit ?? []) {
    const others = byGraphqlJs?.get(place) ?? [];
    // Of what made a place above it null, each may tell another one.
    const own = (told: Shown['errors']) => told.filter(({ path }) => JSON.stringify(path ?? null) === place);
    expect({ operation, place, errors: own(errors) }).toEqual({ operation, place, errors: own(others) });
  }
}

/** The place that an error has made null: its own, or one above. */
function nulledBy({ path }: Shown['errors'][number], data: unknown): readonly (string | number)[] | null {
  if (!path) return null;
  let value = data;
  for (const [depth, step] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth);
    value = (value as Record<string | number, unknown>)[step];
  }
  return path;
}

async function onBoth({ text, variables }: RandomOperation, permissions = ALL_PERMISSIONS) {
  const operation = { document: parse(text), operationName: null, variables };
  const askedAt = new Date(Date.now() - 1_000).toISOString();
  const [asCompiled, asInterpreted] = await Promise.all(
    [onJit, onGraphqlJs].map((executor) =>
      executor.execute({ ...operation, context: newContext(permissions) }),
    ),
  );
  return {
    compiled: shown(asCompiled as ExecutionResult, askedAt),
    interpreted: shown(asInterpreted as ExecutionResult, askedAt),
  };
}

async function expectSame(operation: RandomOperation, permissions = ALL_PERMISSIONS): Promise<Shown> {
  const { text } = operation;
  expect({ text, problems: validate(schema, parse(text)) }).toEqual({ text, problems: [] });
  const both = await onBoth(operation, permissions);
  expectSameAnswer(
    both.compiled,
    both.interpreted,
    `${operation.text}\n${JSON.stringify(operation.variables)}`,
  );
  return both.interpreted;
}

describe('both executors answer the same', () => {
  test.each(sampleOperations(schema, OperationTypeNode.QUERY))('$field', async (operation) => {
    await expectSame(operation);
  });

  test.each(everyList(schema))('everything of $field, seen and hidden', async (operation) => {
    await expectSame(operation);
    await expectSame(operation, PERMISSIONS_OF_ROLE.viewer);
  });

  /** Refused in many places, some of which may be null and some of which may not. */
  const NEARLY_NONE = new Set(['READ_SIGN_UPS', 'READ_CONVERSATIONS'] as const);
  test.each([1, 2, 3, 4])('to 100 random operations, seed %i', async (seed) => {
    const answers: Shown[] = [];
    for (const operation of randomOperations(schema, { seed, count: 100, values }))
      for (const permissions of [ALL_PERMISSIONS, NEARLY_NONE])
        answers.push(await expectSame(operation, permissions));
    // Not all refused, nor all the same: with data, with errors, with both, with nothing executed.
    expect(answers.filter(({ data, errors }) => data && errors.length === 0).length).toBeGreaterThan(10);
    expect(answers.filter(({ data, errors }) => data && errors.length > 0).length).toBeGreaterThan(3);
    expect(answers.filter(({ data }) => data === null || data === undefined).length).toBeGreaterThan(3);
  });

  test.each(documentsOf('../../../../docs/api'))('documentation, $name', async ({ text, document }) => {
    if (getOperationAST(document)?.operation === OperationTypeNode.QUERY)
      await expectSame({ text, variables: {} });
  });
});

const FALLBACK =
  'query ($id: ID! = "nonsense", $n: Int! = 2) { signUp(id: $id) { id } signUps(first: $n) { nodes { uid } } }';
const SPREAD_AGAIN =
  '{ signUps(first: 1) { nodes { ...F @skip(if: true) ...F } } } fragment F on SignUp { uid }';

describe('where graphql-jit by itself answers something else', () => {
  test.each([
    ['a variable with a default and `!` that is not given', FALLBACK],
    ['a fragment that is spread again after it was skipped', SPREAD_AGAIN],
  ])('ours does not: %s', async (_name, text) => {
    const expected = await expectSame({ text, variables: {} });
    expect(expected).toMatchObject({
      data: { signUps: { nodes: expect.arrayContaining([{ uid: expect.any(String) }]) } },
    });
    // The control: the comparison sees a difference where there is one.
    const jit = compileQuery(schema, parse(text));
    if (!isCompiledQuery(jit)) throw new TypeError('it compiles');
    expect(shown(await jit.query({}, newContext(), {}), LATER)).not.toEqual(expected);
  });
});

/** The operations of a folder's pages: of those that execute their examples. */
function documentsOf(folder: string): { name: string; text: string; document: DocumentNode }[] {
  const url = new URL(`${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) =>
      [...readFileSync(new URL(name, url), 'utf8').matchAll(/```graphql[^\n]*\n(.*?)```/gs)].flatMap(
        ([, text = ''], at) => {
          const document = parse(text);
          return getOperationAST(document) ? [{ name: `${name} ${at + 1}`, text, document }] : [];
        },
      ),
    );
}
