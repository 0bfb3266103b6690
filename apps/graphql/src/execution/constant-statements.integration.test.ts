import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSchema } from '../schema/create-schema.ts';
import { startApi, type TestApi } from '../testing/api.ts';
import { connectionOperations } from '../testing/connection-operations.ts';
import { createDeliveries } from '../testing/deliveries.ts';
import { createMirror } from '../testing/mirror.ts';
import { countStatements, type StatementCounter } from '../testing/statement-counter.ts';
import type { Tenant } from '../testing/tenant.ts';

const MANY = 20;
/** What this world cannot fill for several nodes, and why. Whoever fills one takes it out: the test says so. */
const UNFILLED: Readonly<Record<string, string>> = {};

const OPERATIONS = connectionOperations(createSchema(), { inboxEvents: 'state: DEAD' });

/** What takes whole workflows to come about. There is one company. */
const FILLING = [
  `insert into jobs (company_id, kind, input, total, requested_by, state, error_code, error_message)
   select id, 'test', '{}', 1, 'test', 'failed', 'E', 'no' from companies, generate_series(1, 25)`,
  `insert into canned_responses (company_id, title, text, updated_by) select id, 'title ' || n, 'text', 'test' from companies, generate_series(1, 25) n`,
  `insert into conversation_drafts (conversation_id, person, company_id, text)
   select c.id, 'api-key:' || k.public_id, c.company_id, 'draft' from conversations c, api_keys k`,
  `update accounts set balance = 1, balance_currency = 'RUB', balance_at = now(), recommended_payment = 1, recommended_payment_at = now()`,
  `insert into external_refs (integration_id, company_id, entity, entity_id, remote_kind, remote_id)
   select i.id, i.company_id, 'abonent', rosdomofon_id, 'contact', rosdomofon_id::text from abonents, integrations i
   union all select i.id, i.company_id, 'sign_up', s.id, 'deal', s.id::text from sign_ups s, integrations i`,
  `insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, payload)
   select s.company_id, i.id, 'sign_up.match', 'abonent:' || s.abonent_rosdomofon_id, 'filled ' || s.id, 5, json_build_object('signUpId', s.id::text)
   from sign_ups s, integrations i order by s.id desc limit 15`,
  `update deliveries set original_delivery_id = id - 1, redelivery_id = id - 2`,
  `insert into sync_runs (company_id, integration_id, kind, account_rosdomofon_id, state, requested_by, error_code, error_message, problems,
     differences)
   select company_id, id, 'account', n, 'failed', 'test', 'E', 'no', '[{"phase": "accounts", "rosdomofonId": "1", "reason": "no"}]',
     '[{"entity": "account", "change": "added", "rosdomofonId": "1", "label": "1", "fields": []}]'
   from integrations, generate_series(1, 25) n`,
  `insert into sync_run_counts (run_id, company_id, entity) select id, company_id, 'account' from sync_runs on conflict do nothing`,
  `insert into sign_up_plans (sign_up_id, company_id, entrance_rosdomofon_id, flat, decided_by, account_rosdomofon_id, flat_rosdomofon_id, suggestions)
   select id, company_id, rosdomofon_id, '1', 'test', rosdomofon_id, rosdomofon_id, json_build_array(json_build_object('entranceId', rosdomofon_id,
     'addressLine', 'there', 'score', 1, 'reasons', json_build_array(), 'evidence', json_build_object(), 'flatRanges', null, 'services', json_build_array())) from sign_ups`,
  `insert into sign_up_steps (sign_up_id, step, company_id, state, delivery_id)
   select s.id, 'account', s.company_id, 'done', (select min(id) from deliveries) + s.id from sign_ups s`,
  `insert into users (public_id, email, name) select 'u' || n, n || '@example.org', 'name' from generate_series(1, 25) n`,
  `insert into memberships (company_id, user_id, role, created_by) select c.id, u.id, 'agent', 'test' from companies c, users u`,
  `insert into invitations (company_id, email, role, token_hash, created_by, expires_at)
   select id, 'i' || n || '@example.org', 'agent', n::text, 'test', now() + interval '1 day' from companies, generate_series(1, 25) n`,
  `insert into api_keys (company_id, public_id, secret_hash, name, created_by, permissions)
   select c.id, 'k' || u.id, 'hash', 'name', 'user:' || u.public_id, '{READ_EVENTS}' from companies c, users u`,
  // Of each the trail says what it caused: what the same transaction tells the feed.
  `with told as (insert into changes (company_id, entity, entity_id, op) select company_id, 'sign_up', id, 'changed' from sign_ups)
   insert into audit_entries (company_id, actor, action, entity, entity_id)
   select c.id, 'user:' || u.public_id, 'test', 'api_key', u.id from companies c, users u`,
];

let api: TestApi;
let counter: StatementCounter;
let tenant: Tenant;

beforeAll(async () => {
  counter = await countStatements((await createTestDatabase()).url);
  api = await startApi({ databaseUrl: counter.url });
  tenant = await api.tenant('demo');
  const all = Array.from({ length: MANY + 5 }, (_, n) => n + 1);
  const mirror = await createMirror(api.store, tenant);
  await mirror.import({
    services: all.map((n) => ({ rosdomofonId: n })),
    entrances: all.map((n) => ({
      rosdomofonId: n,
      number: String(n),
      services: [n, 1],
      ranges: [{ flatStart: n, flatEnd: n + 1 }],
    })),
    accounts: all.map((n) => ({ rosdomofonId: n, ownerAbonentRosdomofonId: n })),
    flats: all.map((n) => ({
      rosdomofonId: n,
      number: String(n),
      entranceRosdomofonId: n,
      accountRosdomofonId: n,
      ownerAbonentRosdomofonId: n,
    })),
    connections: all.map((n) => ({
      rosdomofonId: n,
      serviceRosdomofonId: n,
      flatRosdomofonId: n,
      accountRosdomofonId: n,
    })),
  });
  await tenant.signUps(all, {}, 'company', {
    integrationId: tenant.integrationId,
    kind: 'sign_up.match',
    maxAttempts: 15,
  });
  for (const n of all) await tenant.messages([`message ${n}`, 'again'], { abonentRosdomofonId: n });
  await tenant.deadEvents(all.map((n) => new Uint8Array([n])));
  const deliveries = await createDeliveries(api.store, tenant);
  await deliveries.bury(...Array.from({ length: 10 }, () => ({})));
  const conversations = (await ask('{ conversations(first: 20) { nodes { id } } }')).conversations.nodes;
  for (const { id } of conversations)
    await ask(`mutation { setPresence(input: { conversationId: "${id}", state: READING }) { __typename } }`);
  for (const statement of FILLING) await api.store.run(statement, []);
});
afterAll(async () => {
  await api[Symbol.asyncDispose]();
  await counter[Symbol.asyncDispose]();
});

// any: answers are looked at by a test that knows their shape
async function ask(text: string): Promise<any> {
  const { data, errors } = await api.query(tenant.key, text);
  expect(errors).toEqual([]);
  return data;
}

/** The least of some runs: in between the feed is looked at, and the key is verified again. */
async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < 3; n++) {
    const before = counter.count();
    await run();
    least = Math.min(least, counter.count() - before);
  }
  return least;
}

const isThere = (value: any): boolean =>
  value !== null &&
  value !== undefined &&
  (Array.isArray(value) ? value.length > 0 : (value.nodes?.length ?? 1) > 0);

describe('as many statements for a page of 20 as for a page of 2', () => {
  it.each(OPERATIONS)('$name', async ({ name, text, root, field }) => {
    const { nodes } = (await ask(text(MANY)))[root];
    const filled = nodes.filter((node: any) => field === null || isThere(node[field])).length;
    expect([name, filled >= (field === null ? MANY : 3)]).toEqual([name, UNFILLED[name] === undefined]);
    const [few, many] = [await statementsOf(() => ask(text(2))), await statementsOf(() => ask(text(MANY)))];
    expect(many).toBe(few);
  });

  it('names nothing as unfilled that the schema has not', () => {
    const names = OPERATIONS.map(({ name }) => name);
    expect(Object.keys(UNFILLED).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('control: whoever asks for each node is noticed', async () => {
    const askEach = async (first: number) => {
      const { accounts } = await ask(`{ accounts(first: ${first}) { nodes { id } } }`);
      for (const _ of accounts.nodes) await api.store.run('select 1', []);
    };
    const [few, many] = [await statementsOf(() => askEach(2)), await statementsOf(() => askEach(MANY))];
    expect(many - few).toBe(MANY - 2);
  });
});
