import { broadcastMessage, JOB_KINDS } from '@domovoy/domain';
import { createLogger } from '@domovoy/service-kit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { JobWorker } from '../../../jobs/job-worker.ts';
import { createEffectWorld, type EffectWorld } from '../testing/effect-world.ts';

let world: EffectWorld;
let jobs: JobWorker;
/** Of a person who has the app: RosDomofon refuses notices to others. */
let account: { id: number; number: string };

beforeAll(async () => {
  world = await createEffectWorld();
  await (await world.startConsumer()).ready();
  const reachable = `from accounts a join abonents p on p.rosdomofon_id = a.owner_abonent_rosdomofon_id and p.has_logged_in
    where a.number is not null`;
  account = await vi.waitFor(
    async () => {
      const [found] = await world.rows<{ id: number; number: string }>(
        `select a.rosdomofon_id::int as id, number ${reachable} order by 1 limit 1`,
      );
      if (found === undefined) throw new Error('no account yet');
      return found;
    },
    { timeout: 20_000 },
  );
  const logger = createLogger({ name: 'test', level: 'silent' });
  jobs = new JobWorker({ store: world.store, kinds: JOB_KINDS, logger });
});
afterAll(async () => {
  await jobs[Symbol.asyncDispose]();
  await world.close();
});

test.each(['kafka', 'rest'] as const)(
  'a broadcast by %s reaches the person once, on the channel for notices',
  async (by) => {
    await world.setPolicy(by);
    const text = `Воды не будет (${by})`;
    const asked = await broadcastMessage(world.store, {
      companyId: await world.companyId(),
      filter: { accountNumbers: [account.number] },
      text,
      expectedCount: 1,
      actor: 'user:anna',
      idempotencyKey: by,
    });
    expect(asked).toMatchObject({ kind: 'requested' });
    const sent = () =>
      world.rows(
        `select m.state, channel, author from messages m join conversations c on c.id = m.conversation_id where text = '${text}'`,
      );
    await expect
      .poll(sent, { timeout: 20_000 })
      .toEqual([{ state: 'sent', channel: 'notification', author: 'user:anna' }]);
    await world.untilReadBack();
    expect(await sent()).toHaveLength(1);
    expect((await world.told(account.id)).filter((told) => told === text)).toHaveLength(1);
  },
);
