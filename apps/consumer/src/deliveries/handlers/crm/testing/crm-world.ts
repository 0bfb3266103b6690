import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bitrix24Options, createBitrix24, webhookAuth } from '@domovoy/bitrix24-sdk';
import { CRM_KINDS, noteRemoteChange, openCrmCursor, saveMapping } from '@domovoy/domain';
import { startSandbox } from '@domovoy/sandbox';
import { createLogger, createMetrics } from '@domovoy/service-kit';
import {
  type ExternalRefRow,
  ensureCompany,
  ensureEnvironmentIntegration,
  findExternalRef,
  insertIntegration,
  loadIntegrations,
  notifyChanges,
  notifyDeliveries,
  openStore,
  registerWorker,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { expect, vi } from 'vitest';
import { CrmFollower } from '../../../../crm/crm-follower.ts';
import { createDeliveryMetrics } from '../../../../observe/delivery-metrics.ts';
import { createDeliveryWorker, type DeliveryWorker } from '../../../delivery-worker.ts';
import { crmHandlers } from '../crm-handlers.ts';

export interface CrmWorldOptions {
  readonly limits?: Bitrix24Options['limits'];
  readonly sandbox?: { readonly limits: 'on' | 'off' };
  /** Nothing is sent by itself. */
  readonly isIdle?: boolean;
}

export interface SignedUp {
  readonly id: bigint;
  readonly uid: string;
  readonly abonentId: bigint;
  readonly phone: string;
}

export interface ItemThere {
  readonly id: number;
  readonly stageId?: string;
  readonly contactId?: number;
  readonly [field: string]: unknown;
}

const WORKER = 'worker-1';
let numbers = 0;

/** The hub's CRM side with the sandbox's portal: sign-ups are rows, what they lead to is counted over there. */
export async function createCrmWorld(options: CrmWorldOptions = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'domovoy-crm-test-'));
  const sandbox = await startSandbox({
    dataDir,
    seed: 1,
    accounts: 1,
    bitrix24: { limits: options.sandbox?.limits ?? 'off' },
  });
  const { webhookUrl, portalUrl } = sandbox.endpoints.bitrix24;
  const { url } = await createTestDatabase();
  const store = openStore(url, { applicationName: 'test' });
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'Демо' });
  await ensureEnvironmentIntegration(store.db, {
    companyId,
    config: { rest: { url: 'http://127.0.0.1:1', username: 'nobody' } },
  });
  const config = { portal: portalUrl, auth: 'webhook', userId: 1, chat: { mode: 'off' } };
  const { id: integrationId } = await insertIntegration(store.db, { companyId, kind: 'bitrix24', config });
  const target = { integrationId, companyId, kind: 'bitrix24' } as const;
  await openCrmCursor(store, { integrationId, companyId, since: null });
  const portal = createBitrix24({
    auth: webhookAuth(webhookUrl),
    limits: options.limits ?? { capacity: 100_000, perSecond: 100_000 },
    gather: true,
    requestTimeoutMs: 1_000,
    timeoutMs: 20_000,
    retry: { maxAttempts: 1 },
  });
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger(
    { name: 'test', level: 'info' },
    { write: (line) => void lines.push(JSON.parse(line)) },
  );
  const metrics = createMetrics({ processMetrics: false });
  const worker: DeliveryWorker = createDeliveryWorker({
    store,
    logger,
    metrics: createDeliveryMetrics(metrics, { targets: () => worker.targets }),
    kinds: CRM_KINDS,
    handlers: crmHandlers({ store, bitrix24Of: () => portal, portalStates: new Map(), portalCutMs: 50 }),
    settings: { pollMs: 100, sweepMs: 100, breaker: { failures: 1_000, baseMs: 10, capMs: 10 } },
  });
  await registerWorker(store, { workerId: WORKER, leaseMs: 3_600_000 });
  const [owned] = await store.run<{ fence: bigint }>(
    'update integrations set owner = $2, owner_fence = owner_fence + 1 where id = $1 returning owner_fence as fence',
    [integrationId, WORKER],
  );
  const [integration] = await loadIntegrations(store, [integrationId]);
  if (!integration) throw new Error('it was made a moment ago');
  const owner = { workerId: WORKER, ownerFence: owned?.fence ?? 0n };
  if (!options.isIdle) worker.start(integration, owner);
  const follower = new CrmFollower({ store, logger, owned: () => [{ integration, owner }], pollMs: 100 });

  const sqlOne = async <T>(text: string, args: Parameters<typeof store.run>[1]): Promise<T> => {
    const [row] = await store.run<T>(text, args);
    if (row === undefined) throw new Error('the statement gives a row');
    return row;
  };

  /** Somebody asks to be connected; a phone that is given again is the same abonent. */
  async function signUp(
    given: { phone?: string; abonentId?: bigint; flat?: string } = {},
  ): Promise<SignedUp> {
    const number = ++numbers;
    const uid = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const phone = given.phone ?? `7900000${String(number).padStart(4, '0')}`;
    const abonentId = given.abonentId ?? BigInt(500_000 + number);
    const { id } = await sqlOne<{ id: bigint }>(
      `with a as (
         insert into abonents (company_id, rosdomofon_id, phone, seen_at) values ($1, $3, $4, now())
         on conflict (company_id, rosdomofon_id) do nothing
       ), s as (
         insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone, city,
           street, house, flat, requested_at, seen_at)
         values ($1, $2, 1, 'unprocessed', 'new', $3, $4, 'Иваново', 'Ташкентская', '100', $5, now(), now())
         returning id, company_id
       ), e as (
         insert into sign_up_events (company_id, sign_up_id, kind, wire_status, occurred_at)
         select company_id, id, 'received', 'unprocessed', now() from s
       ), c as (
         insert into changes (company_id, entity, entity_id, op) select company_id, 'sign_up', id, 'added' from s
       ) select id from s`,
      [companyId, uid, abonentId, phone, given.flat ?? '47'],
    );
    await notifyChanges(store);
    return { id, uid, abonentId, phone };
  }

  /** The workflow moves it, with its line in the timeline. */
  async function move({ id }: SignedUp, state: string, kind: string): Promise<void> {
    await store.run(
      `with s as (update sign_ups set state = $2, version = version + 1, updated_at = now() where id = $1
         returning id, company_id, wire_status
       ), e as (
         insert into sign_up_events (company_id, sign_up_id, kind, wire_status, occurred_at, actor)
         select company_id, id, $3, wire_status, now(), 'workflow' from s
       ) insert into changes (company_id, entity, entity_id, op) select company_id, 'sign_up', id, 'changed' from s`,
      [id, state, kind],
    );
    await notifyChanges(store);
  }

  const call = async <T>(method: string, params: object = {}): Promise<T> =>
    (await portal.call(method, params)) as T;
  const itemsOf = async (entityTypeId: number, filter: object = {}): Promise<ItemThere[]> => {
    const { items } = await call<{ items: ItemThere[] }>('crm.item.list', {
      entityTypeId,
      filter,
      useOriginalUfNames: 'Y',
    });
    return items;
  };
  const contactsWith = (phone: string): Promise<number[]> =>
    call<{ CONTACT?: number[] }>('crm.duplicate.findbycomm', {
      type: 'PHONE',
      values: [`+${phone}`, phone, `8${phone.slice(1)}`, phone.slice(1)],
      entity_type: 'CONTACT',
    }).then((found) => found.CONTACT ?? []);
  const dealsOf = ({ uid }: SignedUp, entityTypeId = 2): Promise<ItemThere[]> =>
    itemsOf(entityTypeId, { '=originId': `sign-up-${uid}` });
  const commentsOf = async (dealId: number, type = 'deal'): Promise<string[]> => {
    const rows = await call<{ COMMENT: string }[]>('crm.timeline.comment.list', {
      filter: { ENTITY_ID: dealId, ENTITY_TYPE: type },
      order: { ID: 'ASC' },
    });
    return rows.map(({ COMMENT }) => COMMENT);
  };

  /** Nothing is left to tell: the feed is read to its end, and no delivery waits. */
  const settled = async (timeout = 20_000): Promise<void> => {
    let broken = '';
    await vi.waitFor(
      async () => {
        const row = await sqlOne<{ open: number; isRead: boolean; states: string }>(
          `select (select count(*)::int from deliveries
              where integration_id = $1 and state in ('pending', 'leased')) as open,
             coalesce((select (c.xid, c.change_id) from crm_cursors c where c.integration_id = $1)
               >= (select (xid, id) from changes where entity in ('sign_up', 'service', 'account')
                   order by changes.xid desc, changes.id desc limit 1), true) as "isRead",
             (select coalesce(string_agg(d.kind || ' ' || d.state || ' ' || coalesce(d.last_error_code, '') || coalesce(
                 (select concat(' ', a.request::text, ' ', a.response::text) from delivery_attempts a where a.delivery_id = d.id
                  order by a.fence desc limit 1), ''), ', '), '')
              from deliveries d where d.integration_id = $1 and d.state in ('pending', 'leased', 'dead')) as states`,
          [integrationId],
        );
        if (row.states.includes(' dead ')) broken = row.states;
        else expect(row).toEqual({ open: 0, isRead: true, states: '' });
      },
      { timeout, interval: 20 },
    );
    // Told at once: what is dead does not come back.
    expect(broken).toBe('');
  };

  let mappingVersion = 0;
  return {
    store,
    target,
    portal,
    lines,
    signUp,
    move,
    call,
    itemsOf,
    contactsWith,
    dealsOf,
    commentsOf,
    settled,
    contact: (id: number) =>
      call<{ item: ItemThere & { fm?: { typeId: string; value: string }[] } }>('crm.item.get', {
        entityTypeId: 3,
        id,
        useOriginalUfNames: 'Y',
      }).then(({ item }) => item),
    signUpRow: ({ id }: SignedUp) =>
      sqlOne<{ state: string; stateReason: string | null; movedBy: string | null }>(
        'select state, state_reason as "stateReason", moved_by as "movedBy" from sign_ups where id = $1',
        [id],
      ),
    refOf: (key: Pick<ExternalRefRow, 'entity' | 'entityId' | 'remoteKind'>) =>
      findExternalRef(store.db, { integrationId, ...key }),
    outcomes: () =>
      store.run<{ kind: string; state: string; code: string | null }>(
        'select kind, state, last_error_code as code from deliveries order by id',
        [],
      ),
    /** An event of the portal. */
    async event(entityTypeId: number, remoteId: number): Promise<boolean> {
      const eventKey = `event-${++numbers}`;
      const noted = await store.transaction((tx) =>
        noteRemoteChange(tx, { target, entityTypeId, remoteId: String(remoteId), eventKey }),
      );
      await notifyDeliveries(store, [integrationId]);
      return noted;
    },
    async mapping(mapping: object): Promise<void> {
      const saved = await saveMapping(store, {
        companyId,
        integrationId,
        mapping,
        expectedVersion: mappingVersion,
        actor: 'test',
      });
      if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
      mappingVersion = saved.version;
    },
    async control<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
      const response = await fetch(sandbox.endpoints.control + path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    async close(): Promise<void> {
      await follower[Symbol.asyncDispose]();
      await worker[Symbol.asyncDispose]();
      await portal.close();
      await store[Symbol.asyncDispose]();
      await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export type CrmWorld = Awaited<ReturnType<typeof createCrmWorld>>;
