import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { env } from './harness/parts/env.ts';
import { type ApplicationStack, startApplicationStack } from './harness/world/crm-application.ts';

const TOKEN_LIFETIME_S = 5;
/** Of them half are approved and half refused by people in the portal. */
const SIGN_UPS = 8;

let stack: ApplicationStack;
beforeAll(async () => {
  stack = await startApplicationStack();
});
afterAll(() => stack.close());

const refreshes = async (): Promise<number> =>
  ((await stack.signUps.control('GET', '/bitrix24/usage')) as { refreshes: number }).refreshes;

test(
  'with tokens that expire every 5 s, four workers, and events that come late, twice and in another order, each stage that people choose is followed once',
  async () => {
    const { signUps } = stack;
    await signUps.control('POST', '/bitrix24/behaviour', { tokenLifetimeS: TOKEN_LIFETIME_S });
    await signUps.control('POST', '/bitrix24/tokens/expire', {});
    await signUps.control('POST', '/bitrix24/event-delivery', {
      seed: 'crm',
      duplicated: 0.1,
      reordered: 0.1,
      maxDelayMs: 200,
      inParallel: 4,
    });
    const more = await Promise.all([1, 2, 3].map(() => signUps.hub.startConsumer()));
    const before = { refreshes: await refreshes(), at: performance.now() };
    for (let round = 0; round < env.rounds; round += 1) await followPeople(signUps.sent.length);
    // Longer than a token lives: the next call finds it expired.
    const elapsedS = (performance.now() - before.at) / 1_000;
    const used = (await refreshes()) - before.refreshes;
    expect(used).toBeGreaterThanOrEqual(1);
    expect(used).toBeLessThanOrEqual(Math.ceil(elapsedS / TOKEN_LIFETIME_S) + 1);
    await Promise.all(more.map((consumer) => consumer.stop()));
  },
  180_000 + env.rounds * 60_000,
);

/** Some sign up, people in the portal decide, and the hub does as they did. */
async function followPeople(from: number): Promise<void> {
  const { signUps, call } = stack;
  await signUps.signUp(SIGN_UPS);
  const sent = signUps.sent.slice(from);
  const deals = await Promise.all(sent.map((one) => stack.dealAt(one, 'PREPARATION')));
  await Promise.all(
    deals.map((id, index) =>
      call('crm.item.update', {
        entityTypeId: 2,
        id,
        fields: { stageId: index % 2 === 0 ? 'LOSE' : 'EXECUTING' },
      }),
    ),
  );
  await Promise.all(sent.map((one, index) => stack.dealAt(one, index % 2 === 0 ? 'LOSE' : 'WON')));
  await vi.waitFor(
    async () => {
      const rows = await signUps.sql<{ uid: string; state: string; acts: string }[]>`
        select s.uid, s.state, (select string_agg(a.actor || ' ' || a.action, ', ') from audit_entries a
          where a.entity = 'sign_up' and a.entity_id = s.id) as acts
        from sign_ups s where s.uid = any(${sent.map(({ uid }) => uid)}::uuid[])`;
      const byUid = new Map(rows.map((row) => [row.uid, `${row.state}: ${row.acts}`]));
      expect(sent.map(({ uid }) => byUid.get(uid))).toEqual(
        sent.map((_, index) =>
          index % 2 === 0 ? 'rejected: bitrix24 sign_up.reject' : 'completed: bitrix24 sign_up.approve',
        ),
      );
    },
    { timeout: 60_000, interval: 200 },
  );
}
