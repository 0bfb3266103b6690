import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bitrix24, createOfflineQueue, readOfflineEvent } from '../../index.ts';
import { openTestSandbox, type TestSandbox } from '../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let app: Bitrix24;
let people: Bitrix24;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  app = await sandbox.asApplication();
  people = sandbox.byWebhook();
  for (const event of ['ONCRMCONTACTADD', 'ONCRMCONTACTUPDATE', 'ONCRMCONTACTDELETE'])
    await app.eventBindings.ensureOffline({ event });
});
afterAll(async () => {
  await sandbox[Symbol.asyncDispose]();
});

/** So many contacts that somebody adds in the portal; their ids. */
async function added(count: number): Promise<number[]> {
  const outcomes = await people.batch(
    Array.from({ length: count }, (_, at) =>
      people.contacts.add.command({ fields: { name: `Контакт ${at}` } }),
    ),
  );
  return outcomes.map((outcome) => {
    if (outcome.status !== 'ok') throw new Error(outcome.status);
    return outcome.result.id;
  });
}

function consumer(refuses: (id: number) => boolean = () => false) {
  const seen: number[] = [];
  const queue = createOfflineQueue({
    events: app.offlineEvents,
    batchSize: 10,
    handle: async (rows) => {
      const events = rows.map(readOfflineEvent);
      const ids = events.flatMap((event) => (event.kind === 'item' ? [event.id] : []));
      if (ids.some(refuses)) throw new Error('cannot');
      seen.push(...ids);
    },
  });
  return { queue, seen };
}
const isEmpty = async () => (await app.offlineEvents.list()).rows.length === 0;
const sorted = (ids: readonly number[]) => ids.toSorted((one, other) => one - other);

test('what people change is handed over once, and the queue is empty', async () => {
  const ids = await added(25);
  const { queue, seen } = consumer();
  expect(await queue.drain()).toEqual({ handled: 25, failed: 0, recovered: 0 });
  expect(sorted(seen)).toEqual(sorted(ids));
  expect(await isEmpty()).toBe(true);
});

test('what somebody reserved and never finished is found', async () => {
  const ids = await added(15);
  await app.offlineEvents.reserve({ limit: 7 });
  const { queue, seen } = consumer();
  expect(await queue.drain()).toEqual({ handled: 15, failed: 0, recovered: 7 });
  expect(sorted(seen)).toEqual(sorted(ids));
  expect(await isEmpty()).toBe(true);
});

test('what cannot be worked on is marked, and comes again with the next drain', async () => {
  const ids = await added(12);
  let isBroken = true;
  const { queue, seen } = consumer((id) => isBroken && id === ids[4]);
  expect(await queue.drain()).toEqual({ handled: 11, failed: 1, recovered: 0 });
  expect((await app.offlineEvents.list()).rows.map(({ ERROR }) => ERROR)).toEqual([true]);
  isBroken = false;
  expect(await queue.drain()).toMatchObject({ handled: 1, failed: 0 });
  expect(sorted(seen)).toEqual(sorted(ids));
  expect(await isEmpty()).toBe(true);
});

describe('nothing is lost', () => {
  test.each(['cut-after', 'error-after'])(
    'when the answer with the process id does not arrive (%s)',
    async (kind) => {
      const ids = await added(20);
      await sandbox.control('POST /bitrix24/faults', { call: 'event.offline.get', kind, times: 1 });
      await expect(app.offlineEvents.reserve({ limit: 15 })).rejects.toMatchObject({ unknownOutcome: true });
      const { queue, seen } = consumer();
      expect(await queue.drain()).toEqual({ handled: 20, failed: 0, recovered: 15 });
      expect(sorted(seen)).toEqual(sorted(ids));
    },
  );

  test.each([
    ['event.offline.clear', 'cut-after'],
    ['event.offline.clear', 'cut'],
    ['event.offline.list', 'cut'],
  ])('when the answer to %s does not arrive (%s)', async (call, kind) => {
    const ids = await added(20);
    await sandbox.control('POST /bitrix24/faults', { call, kind, times: 1 });
    const { queue, seen } = consumer();
    await queue.drain().catch(() => {});
    await queue.drain();
    expect(sorted([...new Set(seen)])).toEqual(sorted(ids));
    expect(await isEmpty()).toBe(true);
  });

  test('and the control: with rows that are deleted when they are read, it is', async () => {
    await added(5);
    await sandbox.control('POST /bitrix24/faults', {
      call: 'event.offline.get',
      kind: 'cut-after',
      times: 1,
    });
    await app.call('event.offline.get', { clear: 1 }).catch(() => {});
    const { queue, seen } = consumer();
    await queue.drain();
    expect(seen).toEqual([]);
  });
});

test('what we change ourselves does not come back', async () => {
  const hub = await sandbox.asApplication({ authConnector: 'hub' });
  await hub.eventBindings.ensureOffline({ event: 'ONCRMDEALADD' });
  await hub.deals.add({ fields: { title: 'ours' } });
  await hub.batch([hub.deals.add.command({ fields: { title: 'ours too' } })]);
  const { id } = await people.deals.add({ fields: { title: 'theirs' } });
  const ids: number[] = [];
  const queue = createOfflineQueue({
    events: hub.offlineEvents,
    handle: async (rows) => {
      for (const event of rows.map(readOfflineEvent)) if (event.kind === 'item') ids.push(event.id);
    },
  });
  await queue.drain();
  expect(ids).toEqual([id]);
});
