import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../schema/create-schema.ts';
import { startApi, type TestApi } from '../testing/api.ts';
import { prepareEveryMutation } from '../testing/every-mutation/every-mutation.ts';
import type { PreparedMutation } from '../testing/every-mutation/prepared-mutation.ts';
import type { Tenant } from '../testing/tenant.ts';

/** Mutations that leave nothing worth a trail, each with why. */
const NOT_AUDITED: Readonly<Record<string, string>> = {
  saveDraft: 'what somebody has begun to write is nobody else’s, and changes nothing',
  setPresence: 'who reads and types now is kept nowhere',
};

const NAMES = Object.keys(createSchema().getMutationType()?.getFields() ?? {});
const PHONE = /7900000\d{4}/;

let api: TestApi;
let demo: Tenant;
let accessToken: string;
let prepared: Readonly<Record<string, PreparedMutation>>;

beforeAll(async () => {
  api = await startApi({ hooksUrl: 'https://hooks.example' });
  demo = await api.tenant('demo');
  ({ accessToken, mutations: prepared } = await prepareEveryMutation(api, demo));
});
afterAll(() => api[Symbol.asyncDispose]());

interface Entry {
  readonly actor: string;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly caused: readonly { entity: string; id: string; op: string }[];
  /** The transaction that wrote it. */
  readonly xid: string;
}

const lastId = async () =>
  (await api.store.run<{ id: bigint }>('select coalesce(max(id), 0) as id from audit_entries', []))[0]?.id ??
  0n;
const entriesAfter = (id: bigint) =>
  api.store.run<Entry>(
    `select actor, action, before, after, caused, xmin::text as xid from audit_entries where id > $1 order by id`,
    [id],
  );

async function run(name: string): Promise<Entry[]> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const input = await prepared[name]?.input();
  const before = await lastId();
  const text = `mutation ($input: ${type}Input!) { outcome: ${name}(input: $input) { __typename ... on UserError { code message path } } }`;
  const { data, errors } = await api.query(accessToken, text, { input });
  expect(errors).toEqual([]);
  expect(data.outcome).toEqual({ __typename: `${type}Payload` });
  return entriesAfter(before);
}

describe('each mutation', () => {
  it('of the schema is tried here, or says why it leaves no entry', () => {
    const tried = [...Object.keys(prepared), ...Object.keys(NOT_AUDITED)];
    expect(tried.toSorted()).toEqual(NAMES.toSorted());
  });

  it('tells who did what, as it was before and after, and all that the same transaction wrote to the feed', async () => {
    const actor = (await api.query(accessToken, '{ viewer { actor } }')).data.viewer.actor;
    expect(actor).toMatch(/^user:[0-9a-f]{12}$/);
    for (const [name, { action, before, after, causes = [] }] of Object.entries(prepared)) {
      const entry = (await run(name)).find((one) => one.action === action);
      expect([name, entry]).toMatchObject([
        name,
        { actor, action, ...(before ? { before } : {}), ...(after ? { after } : {}) },
      ]);
      const written = await api.store.run<{ entity: string; id: string; op: string }>(
        `select entity, entity_id::text as id, min(op) as op from changes where (xid::text::numeric % 4294967296)::text = $1
         group by 1, 2 order by min(id)`,
        [entry?.xid ?? ''],
      );
      expect([name, entry?.caused]).toEqual([name, written]);
      for (const cause of causes)
        expect([name, entry?.caused.map(({ entity }) => entity)]).toEqual([
          name,
          expect.arrayContaining([cause]),
        ]);
    }
  });

  it('whose cause nobody notes would be found out: the control', async () => {
    await api.store.run('alter table audit_entries disable trigger audit_entry_caused', []);
    const [entry] = await run('sendMessage');
    await api.store.run('alter table audit_entries enable trigger audit_entry_caused', []);
    expect(entry).toMatchObject({ action: 'message.send', caused: [] });
    expect((await run('sendMessage'))[0]?.caused).not.toEqual([]);
  });

  it('leaves no secret in the trail', async () => {
    const [row] = await api.store.run<{ text: string }>(
      `select string_agg(concat_ws(' ', details, before, after, caused), ' ') as text from audit_entries`,
      [],
    );
    expect(row?.text).toContain('https://c.example');
    expect(row?.text).not.toMatch(/dmv_live|dmi_|dmr_|\$argon2|rest\/1\/(secret|other)|clientSecret/);
  });
});

describe('the trail', () => {
  const LIST = `query ($filter: AuditFilterInput, $first: Int!, $after: String) {
    auditEvents(filter: $filter, first: $first, after: $after) {
      nodes { id at actor actorName action entity entityId details before after caused { entity id change } }
      pageInfo { hasNextPage endCursor } totalCount { count } } }`;
  const list = async (filter: object, key = accessToken, first = 100) => {
    const { data, errors } = await api.query(key, LIST, { filter, first });
    expect(errors).toEqual([]);
    return data.auditEvents;
  };

  it('is read by actor, action, thing and time', async () => {
    const { viewer } = (await api.query(accessToken, '{ viewer { actor person { name } } }')).data;
    const [assigned] = (await list({ action: ['conversation.assign'] })).nodes;
    expect(assigned).toMatchObject({
      actor: viewer.actor,
      actorName: viewer.person.name,
      entity: 'conversation',
      before: { assignee: null },
      after: { assignee: 'Анна' },
      caused: [{ entity: 'conversation', id: assigned.entityId, change: 'CHANGED' }],
    });
    const ofThing = await list({ entityId: assigned.entityId });
    expect(ofThing.nodes.map(({ action }: { action: string }) => action).toSorted()).toEqual([
      'conversation.assign',
      'conversation.read',
      'conversation.resolve',
      'conversation.snooze',
    ]);
    expect(
      (await list({ entityId: assigned.entityId, action: ['conversation.read'] })).totalCount.count,
    ).toBe(1);
    expect((await list({ actor: ['user:nobody'] })).nodes).toEqual([]);
    expect((await list({ at: { to: '2020-01-01T00:00:00Z' } })).nodes).toEqual([]);
    const since = await list({
      at: { from: assigned.at, to: new Date(Date.parse(assigned.at) + 1).toISOString() },
    });
    expect(since.nodes).toContainEqual(assigned);
    const [node] = (
      await api.query(accessToken, 'query ($id: ID!) { node(id: $id) { __typename id } }', {
        id: assigned.id,
      })
    ).data
      ? [assigned]
      : [];
    expect(node).toBe(assigned);
  });

  it('comes in pages, each event once, newest first', async () => {
    const all = (await list({})).nodes.map(({ id }: { id: string }) => id);
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await api.query(accessToken, LIST, { filter: {}, first: 7, after });
      paged.push(...data.auditEvents.nodes.map(({ id }: { id: string }) => id));
      ({ hasNextPage: more, endCursor: after } = data.auditEvents.pageInfo);
    }
    expect(paged.slice(0, 100)).toEqual(all);
    expect(new Set(paged).size).toBe(paged.length);
  });

  it('tells no phone to who may not see one', async () => {
    const plain = JSON.stringify(await list({ action: ['account.create'] }));
    expect(plain).toMatch(PHONE);
    const masked = await api.key(demo, { permissions: ['READ_AUDIT'] });
    expect(JSON.stringify(await list({}, masked))).not.toMatch(PHONE);
  });
});
