import { saveMapping } from '@domovoy/domain';
import { notifyChanges, putExternalRef } from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFollowerWorld, ofOne } from './testing/follower-world.ts';

const world = createFollowerWorld();
const { connect, deliveries, follow, own, passed, reached, signUp, tell } = world;
beforeAll(() => world.open());
beforeEach(() => world.begin());
afterAll(() => world.close());

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
    await world.store.run(`update crm_cursors set xid = '1', change_id = 0 where integration_id = $1`, [
      world.integrationId,
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
    await world.store.run(
      `update deliveries set state = 'leased', lease_until = now() + interval '1 hour' where integration_id = $1 and kind = 'crm.deal'`,
      [world.integrationId],
    );
    await tell(id);
    await reached([...ofOne(1), 'crm.deal abonent:1']);
  });

  test('nothing of a deal that somebody deleted over there', async () => {
    await connect();
    const id = await signUp(1);
    await putExternalRef(world.store.db, {
      integrationId: world.integrationId,
      companyId: world.companyId,
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
    const stale = world.crm;
    await own();
    await using old = follow(() => [stale]);
    const id = await signUp(1);
    // Its own reading comes to nothing, however often it looks.
    await vi.waitFor(async () => expect(await deliveries()).toEqual([]));
    await old[Symbol.asyncDispose]();
    await using _ = follow(() => [world.crm]);
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
    await world.store.run('update crm_cursors set epoch = epoch - 1 where integration_id = $1', [
      world.integrationId,
    ]);
    await world.store.run('truncate changes', []);
    await using _ = follow();
    await reached(ofOne(1));
    await signUp(2);
    await reached([...ofOne(1), ...ofOne(2)]);
  });
});

describe('a mapping with products', () => {
  test('makes a product of each service when it is saved, and of each that changes later', async () => {
    await connect();
    const service = (id: number) =>
      world.store.run(
        `with s as (insert into services (company_id, rosdomofon_id, synced_at, changed_at, name, type)
           values ($1, $2, now(), now(), 'Лесная, 1', 'SoftwareIntercom') returning id)
         insert into changes (company_id, entity, entity_id, op) select $1, 'service', id, 'added' from s`,
        [world.companyId, id],
      );
    await service(11);
    await using _ = follow();
    const saved = await saveMapping(world.store, {
      companyId: world.companyId,
      integrationId: world.integrationId,
      mapping: { hasProducts: true },
      expectedVersion: 0,
      actor: 'test',
    });
    expect(saved).toMatchObject({ kind: 'saved', version: 1 });
    await service(12);
    await notifyChanges(world.store);
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
