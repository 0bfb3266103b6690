import { CRM_PLANNERS, followForgotten, followMissed, openCrmCursor, saveMapping } from '@domovoy/domain';
import { createLogger } from '@domovoy/service-kit';
import {
  ensureCompany,
  forgetChanges,
  forgottenUpTo,
  insertIntegration,
  loadIntegrations,
  markFeed,
  notifyChanges,
  openFeed,
  openStore,
  putExternalRef,
  readFeedPage,
  registerWorker,
  type Store,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CrmFollower, type OwnedCrm } from './crm-follower.ts';

let store: Store;
let companyId: bigint;
let integrationId: bigint;
let crm: OwnedCrm;
const logger = createLogger({ name: 'test', level: 'silent' });
const WORKER = 'worker-1';
/** Whoever writes into another database of this server holds the feed of all of them. */
const PATIENCE_MS = 40_000;

beforeAll(async () => {
  const { url } = await createTestDatabase();
  store = openStore(url, { applicationName: 'test' });
  await registerWorker(store, { workerId: WORKER, leaseMs: 3_600_000 });
});
afterAll(() => store[Symbol.asyncDispose]());

let companies = 0;
beforeEach(async () => {
  const shortName = `company-${++companies}`;
  ({ id: companyId } = await ensureCompany(store.db, { shortName, name: shortName }));
  ({ id: integrationId } = await insertIntegration(store.db, { companyId, kind: 'bitrix24', config: {} }));
  crm = await own();
});

/** This worker takes the integration (again). */
async function own(): Promise<OwnedCrm> {
  const [owned] = await store.run<{ fence: bigint }>(
    'update integrations set owner = $2, owner_fence = owner_fence + 1 where id = $1 returning owner_fence as fence',
    [integrationId, WORKER],
  );
  const [integration] = await loadIntegrations(store, [integrationId]);
  if (!integration) throw new Error('it was made a moment ago');
  return { integration, owner: { workerId: WORKER, ownerFence: owned?.fence ?? 0n } };
}

const follow = (owned: () => OwnedCrm[] = () => [crm]) =>
  new CrmFollower({ store, logger, owned, pollMs: 50 });

let uids = 0;
/** A sign-up with the first line of its timeline, as an intake writes it, told to the feed. */
async function signUp(abonentId: number, requestedAt = new Date()): Promise<bigint> {
  const uid = `00000000-0000-4000-8000-${String(++uids).padStart(12, '0')}`;
  const [row] = await store.run<{ id: bigint }>(
    `with s as (
       insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone,
         requested_at, seen_at)
       values ($1, $2, 1, 'unprocessed', 'new', $3, '79000000001', $4::timestamptz, now()) returning id, company_id
     ), e as (
       insert into sign_up_events (company_id, sign_up_id, kind, wire_status, occurred_at)
       select company_id, id, 'received', 'unprocessed', now() from s
     ), c as (
       insert into changes (company_id, entity, entity_id, op) select company_id, 'sign_up', id, 'added' from s
     ) select id from s`,
    [companyId, uid, abonentId, requestedAt.toISOString()],
  );
  await notifyChanges(store);
  return row?.id ?? 0n;
}
async function tell(signUpId: bigint): Promise<void> {
  await store.run(
    `insert into changes (company_id, entity, entity_id, op) values ($1, 'sign_up', $2, 'changed')`,
    [companyId, signUpId],
  );
  await notifyChanges(store);
}
const deliveries = () =>
  store.run<{ id: bigint; kind: string; subject: string; state: string }>(
    'select id, kind, subject, state from deliveries where integration_id = $1 order by id',
    [integrationId],
  );
const reached = async (expected: readonly string[]) =>
  vi.waitFor(
    async () =>
      expect((await deliveries()).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(expected),
    { timeout: PATIENCE_MS, interval: 10 },
  );
const ofOne = (abonentId: number) =>
  ['crm.contact', 'crm.deal', 'crm.comment'].map((kind) => `${kind} abonent:${abonentId}`);
/** Everything before it has been read. */
const passed = async (signUpId: bigint) =>
  vi.waitFor(
    async () => {
      const [row] = await store.run<{ isPassed: boolean }>(
        `select (select (c.xid, c.change_id) from crm_cursors c where integration_id = $1)
           >= (select (xid, id) from changes where entity_id = $2 and entity = 'sign_up' order by xid desc, id desc limit 1)
           as "isPassed"`,
        [integrationId, signUpId],
      );
      expect(row?.isPassed).toBe(true);
    },
    { timeout: PATIENCE_MS, interval: 10 },
  );

/** What was committed so far is behind the place at which a follower begins. */
const readable = () =>
  vi.waitFor(
    async () => {
      const [row] = await store.run<{ isReadable: boolean }>(
        `select not exists (select from changes where xid >= pg_snapshot_xmin(pg_current_snapshot())) as "isReadable"`,
        [],
      );
      expect(row?.isReadable).toBe(true);
    },
    { timeout: PATIENCE_MS, interval: 10 },
  );
async function connect(since: Date | null = null): Promise<void> {
  await readable();
  await openCrmCursor(store, { integrationId, companyId, since });
}

describe('what a CRM is told', () => {
  test('is every sign-up from the connecting on: contact, deal and comment, in the one lane of its abonent', async () => {
    await signUp(1);
    await connect();
    await using _ = follow();
    await signUp(2);
    await signUp(3);
    await reached([...ofOne(2), ...ofOne(3)]);
  });

  test('waits while nobody owns the integration, and lacks nothing afterwards', async () => {
    await connect();
    await signUp(1);
    await using _ = follow();
    await reached(ofOne(1));
  });

  test('comes once, however often the feed is read: a follower that forgot its place tells nothing twice', async () => {
    await connect();
    await using first = follow();
    await signUp(1);
    await reached(ofOne(1));
    await first[Symbol.asyncDispose]();
    await store.run(`update crm_cursors set xid = '1', change_id = 0 where integration_id = $1`, [
      integrationId,
    ]);
    await using _ = follow();
    const last = await signUp(2);
    await passed(last);
    await reached([...ofOne(1), ...ofOne(2)]);
  });

  test('is absorbed by a delivery that waits; one in work has read the rows before, so another one follows', async () => {
    await connect();
    await using _ = follow();
    const id = await signUp(1);
    await reached(ofOne(1));
    await tell(id);
    await passed(id);
    await reached(ofOne(1));
    await store.run(
      `update deliveries set state = 'leased', lease_until = now() + interval '1 hour' where integration_id = $1 and kind = 'crm.deal'`,
      [integrationId],
    );
    await tell(id);
    await reached([...ofOne(1), 'crm.deal abonent:1']);
  });

  test('nothing of a deal that somebody deleted over there', async () => {
    await connect();
    const id = await signUp(1);
    await putExternalRef(store.db, {
      integrationId,
      companyId,
      entity: 'sign_up',
      entityId: id,
      remoteKind: 'deal',
      remoteId: '7',
      state: 'gone',
    });
    await using _ = follow();
    const next = await signUp(2);
    await passed(next);
    await reached(ofOne(2));
  });

  test('stops at once when the integration has another owner: its cursor does not move', async () => {
    await connect();
    const stale = crm;
    crm = await own();
    await using old = follow(() => [stale]);
    const id = await signUp(1);
    // Its own reading comes to nothing, however often it looks.
    await vi.waitFor(async () => expect(await deliveries()).toEqual([]));
    await old[Symbol.asyncDispose]();
    await using _ = follow(() => [crm]);
    await passed(id);
    await reached(ofOne(1));
  });
});

describe('a portal that is connected later', () => {
  test('is told of what was asked for since a day, oldest first, and then goes on with the feed', async () => {
    const day = 86_400_000;
    await signUp(1, new Date(Date.now() - 40 * day));
    await signUp(2, new Date(Date.now() - 5 * day));
    await signUp(3, new Date(Date.now() - 1 * day));
    await connect(new Date(Date.now() - 30 * day));
    await using _ = follow();
    await reached([...ofOne(2), ...ofOne(3)]);
    await signUp(4);
    await reached([...ofOne(2), ...ofOne(3), ...ofOne(4)]);
  });
});

describe('a feed that began anew', () => {
  test('tells again what changed since the cursor last moved', async () => {
    await connect();
    await signUp(1);
    await store.run('update crm_cursors set epoch = epoch - 1 where integration_id = $1', [integrationId]);
    await store.run('truncate changes', []);
    await using _ = follow();
    await reached(ofOne(1));
    await signUp(2);
    await reached([...ofOne(1), ...ofOne(2)]);
  });
});

describe('a portal that comes back after longer than the feed remembers', () => {
  /** Nobody has worked with it for 40 days, and the feed has forgotten all that was said meanwhile. */
  async function forget(): Promise<void> {
    await store.run(
      `insert into changes (company_id, entity, entity_id, op) values ($1, 'job', 1, 'changed')`,
      [companyId],
    );
    await readable();
    const epoch = await openFeed(store);
    await store.run('truncate feed_marks', []);
    await markFeed(store, { epoch, everyMs: 0 });
    await store.run(`update feed_marks set at = now() - interval '20 days'`, []);
    while ((await forgetChanges(store, { epoch, olderThanDays: 14, limit: 1_000 })) > 0);
    await store.run(
      `update crm_cursors set updated_at = now() - interval '40 days' where integration_id = $1`,
      [integrationId],
    );
  }
  const missed = async () => {
    const [row] = await store.run<{ reason: string | null; entity: string | null; since: Date }>(
      `select missed_reason as reason, missed_entity as entity, missed_since as since from crm_cursors
       where integration_id = $1`,
      [integrationId],
    );
    return row;
  };
  const caughtUp = () =>
    vi.waitFor(async () => expect(await missed()).toMatchObject({ reason: 'FEED_FORGOTTEN', entity: null }), {
      timeout: PATIENCE_MS,
      interval: 10,
    });

  test('is told anew what changed meanwhile, and nothing that did not; people are told why', async () => {
    await connect();
    const [old] = [await signUp(1), await signUp(2)];
    await store.run(`update sign_ups set updated_at = now() - interval '60 days' where id = $1`, [old]);
    await forget();
    const [cursor] = await store.run<{ xid: string; id: string }>(
      'select xid::text as xid, change_id::text as id from crm_cursors where integration_id = $1',
      [integrationId],
    );
    // A control: by the feed alone nothing of it is heard.
    const page = await readFeedPage(store, { after: cursor ?? { xid: '0', id: '0' }, limit: 500 });
    expect(page.filter(({ companyId: of, entity }) => of === companyId && entity === 'sign_up')).toEqual([]);
    await using _ = follow();
    await reached(ofOne(2));
    await caughtUp();
    const told = await store.run(
      `select from changes where company_id = $1 and entity = 'integration' and entity_id = $2`,
      [companyId, integrationId],
    );
    expect(told).toHaveLength(2);
    await signUp(3);
    await reached([...ofOne(2), ...ofOne(3)]);
  });

  test('is told of accounts, services and messages too', async () => {
    await store.run('update integrations set config = $2::text::jsonb where id = $1', [
      integrationId,
      JSON.stringify({ portal: 'https://p.example', auth: 'webhook', chat: { mode: 'timeline' } }),
    ]);
    crm = await own();
    await connect();
    const contact = { fields: [{ field: 'UF_CRM_BALANCE', value: '{{balance}}', type: 'double' }] };
    await saveMapping(store, {
      companyId,
      integrationId,
      mapping: { hasProducts: true, contact },
      expectedVersion: 0,
      actor: 'test',
    });
    await store.run(`delete from deliveries where integration_id = $1`, [integrationId]);
    await putExternalRef(store.db, {
      integrationId,
      companyId,
      entity: 'abonent',
      entityId: 5n,
      remoteKind: 'contact',
      remoteId: '7',
    });
    await store.run(
      `with a as (
         insert into accounts (company_id, rosdomofon_id, owner_abonent_rosdomofon_id, synced_at, changed_at, balance, is_blocked)
         values ($1, 51, 5, now(), now(), -10, false)
       ), v as (
         insert into services (company_id, rosdomofon_id, synced_at, changed_at, name, type)
         values ($1, 52, now(), now(), 'Лесная, 1', 'SoftwareIntercom')
       ), c as (
         insert into conversations (company_id, abonent_rosdomofon_id, channel, last_message_at)
         values ($1, 5, 'support', now()) returning id
       ) insert into messages (company_id, conversation_id, direction, state, text, sent_at)
       select $1, id, 'in', 'received', 'Алло?', now() from c`,
      [companyId],
    );
    await forget();
    await using _ = follow();
    await caughtUp();
    expect((await deliveries()).map(({ kind }) => kind)).toEqual([
      'crm.contact',
      'crm.product',
      'chat.forward',
    ]);
  });

  test('and is killed in the middle of it, is told the rest, and nothing twice', async () => {
    await connect();
    for (let abonentId = 1; abonentId <= 120; abonentId++) await signUp(abonentId);
    await forget();
    const target = { integrationId, companyId, kind: 'bitrix24' } as const;
    const follower = { owner: { integrationId, ...crm.owner }, target };
    expect(await followForgotten(store, follower, await forgottenUpTo(store))).toBe(true);
    expect(await followMissed(store, follower, CRM_PLANNERS)).toBe(300);
    await using _ = follow();
    await caughtUp();
    expect(await deliveries()).toHaveLength(360);
  });

  test('but was behind by less than that, has missed nothing', async () => {
    await connect();
    await signUp(1);
    await forget();
    await store.run('delete from crm_cursors where integration_id = $1', [integrationId]);
    await connect();
    await using _ = follow();
    await signUp(2);
    await reached(ofOne(2));
    expect(await missed()).toMatchObject({ reason: null, entity: null });
  });
});

describe('a mapping with products', () => {
  test('makes a product of each service when it is saved, and of each that changes later', async () => {
    await connect();
    const service = (id: number) =>
      store.run(
        `with s as (insert into services (company_id, rosdomofon_id, synced_at, changed_at, name, type)
           values ($1, $2, now(), now(), 'Лесная, 1', 'SoftwareIntercom') returning id)
         insert into changes (company_id, entity, entity_id, op) select $1, 'service', id, 'added' from s`,
        [companyId, id],
      );
    await service(11);
    await using _ = follow();
    const saved = await saveMapping(store, {
      companyId,
      integrationId,
      mapping: { hasProducts: true },
      expectedVersion: 0,
      actor: 'test',
    });
    expect(saved).toMatchObject({ kind: 'saved', version: 1 });
    await service(12);
    await notifyChanges(store);
    await vi.waitFor(async () => {
      const rows = await deliveries();
      expect(rows.map(({ subject }) => subject).toSorted()).toEqual([
        'catalogue',
        'service:11',
        'service:12',
      ]);
    });
  });
});
