import { openCrmCursor } from '@domovoy/domain';
import { createLogger } from '@domovoy/service-kit';
import {
  ensureCompany,
  insertIntegration,
  loadIntegrations,
  notifyChanges,
  openStore,
  registerWorker,
  type Store,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { expect, vi } from 'vitest';
import { CrmFollower, type OwnedCrm } from '../crm-follower.ts';

const WORKER = 'worker-1';
/** Whoever writes into another database of this server holds the feed of all of them. */
export const PATIENT = { timeout: 40_000, interval: 10 };

interface Planned {
  id: bigint;
  kind: string;
  subject: string;
  state: string;
}

/** A company with a portal that this worker owns, and sign-ups that the feed tells of. */
export function createFollowerWorld() {
  const logger = createLogger({ name: 'test', level: 'silent' });
  let store: Store;
  let companies = 0;
  let uids = 0;

  const world = {
    companyId: 0n,
    integrationId: 0n,
    crm: undefined as unknown as OwnedCrm,
    get store(): Store {
      return store;
    },
    open: async (): Promise<void> => {
      const { url } = await createTestDatabase();
      store = openStore(url, { applicationName: 'test' });
      await registerWorker(store, { workerId: WORKER, leaseMs: 3_600_000 });
    },
    close: async (): Promise<void> => {
      await store[Symbol.asyncDispose]();
    },
    /** Another company, with another portal. */
    begin: async (): Promise<void> => {
      const shortName = `company-${++companies}`;
      const company = await ensureCompany(store.db, { shortName, name: shortName });
      world.companyId = company.id;
      const portal = { companyId: company.id, kind: 'bitrix24', config: {} } as const;
      world.integrationId = (await insertIntegration(store.db, portal)).id;
      await world.own();
    },
    /** This worker takes the integration (again). */
    own: async (): Promise<void> => {
      const { integrationId } = world;
      const [owned] = await store.run<{ fence: bigint }>(
        'update integrations set owner = $2, owner_fence = owner_fence + 1 where id = $1 returning owner_fence as fence',
        [integrationId, WORKER],
      );
      const [integration] = await loadIntegrations(store, [integrationId]);
      if (!integration) throw new Error('it was made a moment ago');
      world.crm = { integration, owner: { workerId: WORKER, ownerFence: owned?.fence ?? 0n } };
    },
    follow: (owned?: () => OwnedCrm[]): CrmFollower =>
      new CrmFollower({ store, logger, owned: owned ?? (() => [world.crm]), pollMs: 50 }),
    /** A sign-up with the first line of its timeline, as an intake writes it, told to the feed. */
    signUp: async (abonentId: number, requestedAt = new Date()): Promise<bigint> => {
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
        [world.companyId, uid, abonentId, requestedAt.toISOString()],
      );
      await notifyChanges(store);
      return row?.id ?? 0n;
    },
    tell: async (signUpId: bigint): Promise<void> => {
      await store.run(
        `insert into changes (company_id, entity, entity_id, op) values ($1, 'sign_up', $2, 'changed')`,
        [world.companyId, signUpId],
      );
      await notifyChanges(store);
    },
    deliveries: (): Promise<Planned[]> =>
      store.run<Planned>(
        'select id, kind, subject, state from deliveries where integration_id = $1 order by id',
        [world.integrationId],
      ),
    reached: (expected: readonly string[]): Promise<void> =>
      vi.waitFor(
        async () =>
          expect((await world.deliveries()).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(
            expected,
          ),
        PATIENT,
      ),
    /** Everything before it has been read. */
    passed: (signUpId: bigint): Promise<void> =>
      vi.waitFor(async () => {
        const [row] = await store.run<{ isPassed: boolean }>(
          `select (select (c.xid, c.change_id) from crm_cursors c where integration_id = $1)
           >= (select (xid, id) from changes where entity_id = $2 and entity = 'sign_up' order by xid desc, id desc limit 1)
           as "isPassed"`,
          [world.integrationId, signUpId],
        );
        expect(row?.isPassed).toBe(true);
      }, PATIENT),
    /** What was committed so far is behind the place at which a follower begins. */
    readable: (): Promise<void> =>
      vi.waitFor(async () => {
        const [row] = await store.run<{ isReadable: boolean }>(
          `select not exists (select from changes where xid >= pg_snapshot_xmin(pg_current_snapshot())) as "isReadable"`,
          [],
        );
        expect(row?.isReadable).toBe(true);
      }, PATIENT),
    connect: async (since: Date | null = null): Promise<void> => {
      await world.readable();
      const { integrationId, companyId } = world;
      await openCrmCursor(store, { integrationId, companyId, since });
    },
  };
  return world;
}

export const ofOne = (abonentId: number) =>
  ['crm.contact', 'crm.deal', 'crm.comment'].map((kind) => `${kind} abonent:${abonentId}`);
