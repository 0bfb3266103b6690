import { CRM_PLANNERS, followForgotten, followMissed, saveMapping } from '@domovoy/domain';
import {
  forgetChanges,
  forgottenUpTo,
  markFeed,
  openFeed,
  putExternalRef,
  readFeedPage,
} from '@domovoy/store';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFollowerWorld, ofOne, PATIENT } from './testing/follower-world.ts';

const world = createFollowerWorld();
const { connect, deliveries, follow, own, reached, readable, signUp } = world;
beforeAll(() => world.open());
beforeEach(() => world.begin());
afterAll(() => world.close());

describe('a portal that comes back after longer than the feed remembers', () => {
  /** Nobody has worked with it for 40 days, and the feed has forgotten all that was said meanwhile. */
  async function forget(): Promise<void> {
    await world.store.run(
      `insert into changes (company_id, entity, entity_id, op) values ($1, 'job', 1, 'changed')`,
      [world.companyId],
    );
    await readable();
    const epoch = await openFeed(world.store);
    await world.store.run('truncate feed_marks', []);
    await markFeed(world.store, { epoch, everyMs: 0 });
    await world.store.run(`update feed_marks set at = now() - interval '20 days'`, []);
    while ((await forgetChanges(world.store, { epoch, olderThanDays: 14, limit: 1_000 })) > 0);
    await world.store.run(
      `update crm_cursors set updated_at = now() - interval '40 days' where integration_id = $1`,
      [world.integrationId],
    );
  }
  const missed = async () => {
    const [row] = await world.store.run<{ reason: string | null; entity: string | null; since: Date }>(
      `select missed_reason as reason, missed_entity as entity, missed_since as since from crm_cursors
       where integration_id = $1`,
      [world.integrationId],
    );
    return row;
  };
  const caughtUp = () =>
    vi.waitFor(
      async () => expect(await missed()).toMatchObject({ reason: 'FEED_FORGOTTEN', entity: null }),
      PATIENT,
    );

  test('is told anew what changed meanwhile, and nothing that did not; people are told why', async () => {
    await connect();
    const [old] = [await signUp(1), await signUp(2)];
    await world.store.run(`update sign_ups set updated_at = now() - interval '60 days' where id = $1`, [old]);
    await forget();
    const [cursor] = await world.store.run<{ xid: string; id: string }>(
      'select xid::text as xid, change_id::text as id from crm_cursors where integration_id = $1',
      [world.integrationId],
    );
    // A control: by the feed alone nothing of it is heard.
    const page = await readFeedPage(world.store, { after: cursor ?? { xid: '0', id: '0' }, limit: 500 });
    expect(
      page.filter(({ companyId: of, entity }) => of === world.companyId && entity === 'sign_up'),
    ).toEqual([]);
    await using _ = follow();
    await reached(ofOne(2));
    await caughtUp();
    const told = await world.store.run(
      `select from changes where company_id = $1 and entity = 'integration' and entity_id = $2`,
      [world.companyId, world.integrationId],
    );
    expect(told).toHaveLength(2);
    await signUp(3);
    await reached([...ofOne(2), ...ofOne(3)]);
  });

  test('is told of accounts, services and messages too', async () => {
    await world.store.run('update integrations set config = $2::text::jsonb where id = $1', [
      world.integrationId,
      JSON.stringify({ portal: 'https://p.example', auth: 'webhook', chat: { mode: 'timeline' } }),
    ]);
    await own();
    await connect();
    const contact = { fields: [{ field: 'UF_CRM_BALANCE', value: '{{balance}}', type: 'double' }] };
    await saveMapping(world.store, {
      companyId: world.companyId,
      integrationId: world.integrationId,
      mapping: { hasProducts: true, contact },
      expectedVersion: 0,
      actor: 'test',
    });
    await world.store.run(`delete from deliveries where integration_id = $1`, [world.integrationId]);
    await putExternalRef(world.store.db, {
      integrationId: world.integrationId,
      companyId: world.companyId,
      entity: 'abonent',
      entityId: 5n,
      remoteKind: 'contact',
      remoteId: '7',
    });
    await world.store.run(
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
      [world.companyId],
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
    const target = {
      integrationId: world.integrationId,
      companyId: world.companyId,
      kind: 'bitrix24',
    } as const;
    const follower = { owner: { integrationId: world.integrationId, ...world.crm.owner }, target };
    expect(await followForgotten(world.store, follower, await forgottenUpTo(world.store))).toBe(true);
    expect(await followMissed(world.store, follower, CRM_PLANNERS)).toBe(300);
    await using _ = follow();
    await caughtUp();
    expect(await deliveries()).toHaveLength(360);
  });

  test('but was behind by less than that, has missed nothing', async () => {
    await connect();
    await signUp(1);
    await forget();
    await world.store.run('delete from crm_cursors where integration_id = $1', [world.integrationId]);
    await connect();
    await using _ = follow();
    await signUp(2);
    await reached(ofOne(2));
    expect(await missed()).toMatchObject({ reason: null, entity: null });
  });
});
