import { createTestDatabase } from '@domovoy/testkit';
import { expect, it } from 'vitest';
import { startApi } from '../../testing/api.ts';
import { createDeliveries } from '../../testing/deliveries.ts';
import { countStatements } from '../../testing/statement-counter.ts';

/** All that an issue gives. */
const TEXT = (first: number) => `{ issues(first: ${first}) {
  deliveryIssues { nodes { id integration { id } target { id } totalCount { count } sample { id attempts { outcome } } company { id } } }
  inboxEventIssues { nodes { id integration { id } totalCount { count } sample { id kafka { topic } payload { text } } company { id } } } } }`;

it('as many statements for 20 issues as for 2', async () => {
  await using counter = await countStatements((await createTestDatabase()).url);
  await using api = await startApi({ databaseUrl: counter.url });
  const demo = await api.tenant('demo');
  const deliveries = await createDeliveries(api.store, demo);
  for (let n = 0; n < 20; n++) {
    await deliveries.bury({ kind: `kind.${n}` });
    await demo.deadEvents([new TextEncoder().encode('x')], `reason ${'abcdefghijklmnopqrst'[n]}`);
  }
  /** The least of some runs: in between the feed is looked at, and the key is verified again. */
  const statementsOf = async (run: () => Promise<unknown>) => {
    let least = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 3; n++) {
      const before = counter.count();
      await run();
      least = Math.min(least, counter.count() - before);
    }
    return least;
  };
  const ask = async (first: number) => {
    const { data, errors } = await api.query(demo.key, TEXT(first));
    expect(errors).toEqual([]);
    for (const list of [data.issues.deliveryIssues, data.issues.inboxEventIssues]) {
      expect(list.nodes).toHaveLength(first);
      expect(list.nodes[0].sample).toHaveLength(1);
    }
  };
  const few = await statementsOf(() => ask(2));
  expect(await statementsOf(() => ask(20))).toBe(few);
  // The control: whoever asks for each is noticed.
  const askEach = async () => {
    await ask(20);
    for (let n = 0; n < 20; n++) await api.store.run('select 1', []);
  };
  expect(await statementsOf(askEach)).toBe(few + 20);
});
