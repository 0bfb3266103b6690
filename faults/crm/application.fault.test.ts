import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import { type CrmStack, startCrmStack } from '../harness/crm/crm-stack.ts';
import { type CrmRound, playCrmRounds } from '../harness/crm/rounds.ts';
import { untilReady } from '../harness/parts/process.ts';

const TOKEN_LIFETIME_S = 5;

let stack: CrmStack;
beforeAll(async () => {
  stack = await startCrmStack({ auth: 'application', mode: 'review' });
  const more = await Promise.all([1, 2, 3].map(() => stack.hub.startConsumer()));
  await Promise.all(more.map((consumer) => untilReady(consumer, consumer.url)));
});
afterAll(() => stack.close());
const stackOf = () => stack;

const refreshes = async (): Promise<number> =>
  (await stack.control<{ refreshes: number }>('GET', '/bitrix24/usage')).refreshes;

/** The deal of a sign-up, once it waits for somebody. */
const dealOf = (uid: string): Promise<number> =>
  vi.waitFor(
    async () => {
      const { items } = await stack.call<{ items: { id: number; stageId: string }[] }>('crm.item.list', {
        entityTypeId: 2,
        filter: { '=originId': `sign-up-${uid}` },
      });
      expect(items.map(({ stageId }) => stageId)).toEqual(['PREPARATION']);
      return items[0]?.id ?? 0;
    },
    { timeout: 120_000, interval: 100 },
  );

/** People in the portal move each deal to the stage that says what becomes of it. */
async function decide({ load, random }: CrmRound<unknown>, from: number): Promise<void> {
  for (const { uid, ends } of random.shuffled(load.signUps.slice(from))) {
    const id = await dealOf(uid);
    const stageId = ends === 'completed' ? 'EXECUTING' : 'LOSE';
    await stack.call('crm.item.update', { entityTypeId: 2, id, fields: { stageId } });
  }
}

/** Who decided is on record, once. */
async function expectActsOfPeople({ load }: CrmRound<unknown>): Promise<void> {
  const rows = await stack.sql<{ uid: string; acts: string }[]>`
    select s.uid::text, string_agg(a.actor || ' ' || a.action, ', ') as acts
    from sign_ups s join audit_entries a on a.entity = 'sign_up' and a.entity_id = s.id
    where s.uid = any(${load.signUps.map(({ uid }) => uid)}::uuid[]) group by s.uid`;
  const acts = new Map(rows.map((row) => [row.uid, row.acts]));
  for (const { uid, ends } of load.signUps)
    expect(acts.get(uid)).toBe(`bitrix24 sign_up.${ends === 'completed' ? 'approve' : 'reject'}`);
}

describe('each stage that people choose is followed once, although', () => {
  playCrmRounds(stackOf, {
    name: 'CRM, tokens expire every 5 s with four workers, events twice and in another order',
    variants: ['application'],
    load: { ends: ['completed', 'rejected'], signUps: [2, 4], pauseMs: 200 },
    async play(round) {
      await stack.control('POST', '/bitrix24/event-delivery', {
        seed: `${round.random.int(0, 1_000_000)}`,
        duplicated: 0.1,
        reordered: 0.1,
        maxDelayMs: 200,
        inParallel: 4,
      });
      await stack.control('POST', '/bitrix24/behaviour', { tokenLifetimeS: TOKEN_LIFETIME_S });
      await stack.control('POST', '/bitrix24/tokens/expire', {});
      const before = { refreshes: await refreshes(), at: performance.now() };
      const { signUps } = round.load;
      // Longer than a token lives: the next call finds it expired.
      while (performance.now() - before.at < 1_200 * TOKEN_LIFETIME_S) {
        const from = signUps.length;
        await round.send();
        await decide(round, from);
      }
      await round.untilOver();
      const elapsedS = (performance.now() - before.at) / 1_000;
      const used = (await refreshes()) - before.refreshes;
      expect(used).toBeGreaterThanOrEqual(2);
      expect(used).toBeLessThanOrEqual(Math.ceil(elapsedS / TOKEN_LIFETIME_S) + 1);
      await expectActsOfPeople(round);
    },
  });
});
