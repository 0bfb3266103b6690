import { describe, expect, test } from 'vitest';
import { apiError, connectionLost, createFakeBitrix24, type FakeRequest } from '../testing/index.ts';
import { createOfflineQueue } from './offline-queue.ts';

interface Row {
  ID: number;
  MESSAGE_ID: string;
  EVENT_NAME: string;
  EVENT_DATA: object;
  PROCESS_ID: string | null;
  ERROR: number;
}

/** A portal with the queue of facts §8: rows are reserved under a process id, cleared by it, marked by it. */
function portal(rowCount: number) {
  const fake = createFakeBitrix24();
  const rows: Row[] = Array.from({ length: rowCount }, (_, at) => row(at + 1));
  let processes = 0;
  const lost = new Set<string>();
  const among = (value: unknown, one: unknown) =>
    value === undefined ||
    Object.values(value as object)
      .map(String)
      .includes(String(one));

  fake.answer('event.offline.get', ({ params }: FakeRequest) => {
    expect(params['clear']).toBe(0);
    const given = params['process_id'] as string | undefined;
    const after = (params['filter'] as Record<string, number> | undefined)?.['>ID'] ?? 0;
    const isError = params['error'] ?? 0;
    const found = rows
      .filter((one) => one.ID > after && one.ERROR === isError)
      .filter((one) => (given ? one.PROCESS_ID === given : one.PROCESS_ID === null || one.ERROR === 1))
      .slice(0, Number(params['limit']));
    if (found.length === 0) return { process_id: null, events: [] };
    const processId = given ?? `process-${++processes}`;
    for (const one of found) one.PROCESS_ID = processId;
    if (lost.delete('get')) return connectionLost({ isSent: true });
    return { process_id: processId, events: found.map((one) => ({ ...one, ID: String(one.ID) })) };
  });
  fake.answer('event.offline.clear', ({ params }: FakeRequest) => {
    if (lost.delete('clear')) return apiError(403, 'ACCESS_DENIED');
    for (const one of rows.filter(
      ({ PROCESS_ID, ID }) => PROCESS_ID === params['process_id'] && among(params['id'], ID),
    ))
      rows.splice(rows.indexOf(one), 1);
    return true;
  });
  fake.answer('event.offline.error', ({ params }: FakeRequest) => {
    for (const one of rows)
      if (one.PROCESS_ID === params['process_id'] && among(params['message_id'], one.MESSAGE_ID))
        one.ERROR = 1;
    return true;
  });
  fake.answer('event.offline.list', () => rows.map((one) => ({ ...one, EVENT_DATA: false })));
  return { ...fake, rows, lost };
}

const row = (id: number): Row => ({
  ID: id,
  MESSAGE_ID: `m${id}`,
  EVENT_NAME: 'ONCRMCONTACTUPDATE',
  EVENT_DATA: { FIELDS: { ID: id } },
  PROCESS_ID: null,
  ERROR: 0,
});

function consumer({ client }: ReturnType<typeof portal>, refuses: (id: number) => boolean = () => false) {
  const seen: number[] = [];
  const queue = createOfflineQueue({
    events: client.offlineEvents,
    batchSize: 10,
    handle: async (events) => {
      for (const { ID } of events) if (refuses(ID)) throw new Error('cannot');
      seen.push(...events.map(({ ID }) => ID));
    },
  });
  return { queue, seen };
}
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);

test('everything is handed over once, in order, and cleared', async () => {
  const at = portal(25);
  const { queue, seen } = consumer(at);
  expect(await queue.drain()).toEqual({ handled: 25, failed: 0, recovered: 0 });
  expect(seen).toEqual(numbers(1, 25));
  expect(at.rows).toEqual([]);
});

test('nothing is cleared before it was handled', async () => {
  const at = portal(3);
  const order: string[] = [];
  const queue = createOfflineQueue({
    events: at.client.offlineEvents,
    handle: async () => void order.push(`handled, ${at.rows.length} there`),
  });
  await queue.drain();
  expect(order).toEqual(['handled, 3 there']);
});

test('one that cannot be worked on holds up nobody, is marked, and tried again by the next drain', async () => {
  const at = portal(12);
  let isBroken = true;
  const { queue, seen } = consumer(at, (id) => isBroken && id === 5);
  expect(await queue.drain()).toEqual({ handled: 11, failed: 1, recovered: 0 });
  expect(at.rows).toMatchObject([{ ID: 5, ERROR: 1 }]);
  expect(await queue.drain()).toEqual({ handled: 0, failed: 1, recovered: 0 });
  isBroken = false;
  expect(await queue.drain()).toEqual({ handled: 1, failed: 0, recovered: 0 });
  expect(seen.toSorted((one, other) => one - other)).toEqual(numbers(1, 12));
});

test('what somebody reserved before a crash is found', async () => {
  const at = portal(15);
  await at.client.offlineEvents.reserve({ limit: 7 });
  const { queue, seen } = consumer(at);
  expect(await queue.drain()).toEqual({ handled: 15, failed: 0, recovered: 7 });
  expect(seen.toSorted((one, other) => one - other)).toEqual(numbers(1, 15));
});

test('an answer that nobody heard, with the process id in it, loses nothing', async () => {
  const at = portal(5);
  at.lost.add('get');
  const { queue, seen } = consumer(at);
  await expect(queue.drain()).rejects.toMatchObject({ code: 'BITRIX24_CONNECTION' });
  expect(seen).toEqual([]);
  expect(await queue.drain()).toMatchObject({ handled: 5, recovered: 5 });
});

test('what was handled and could not be cleared comes again', async () => {
  const at = portal(2);
  at.lost.add('clear');
  const { queue, seen } = consumer(at);
  await expect(queue.drain()).rejects.toMatchObject({ code: 'BITRIX24_FORBIDDEN' });
  expect(await queue.drain()).toMatchObject({ handled: 2, recovered: 2 });
  expect(seen).toEqual([1, 2, 1, 2]);
  expect(at.rows).toEqual([]);
});

test('the control: rows that are deleted when they are read are lost with a crash', async () => {
  const at = portal(2);
  const { events } = await at.client.offlineEvents.reserve({});
  // What `clear: 1`, the default of the portal, does.
  at.rows.length = 0;
  const { queue, seen } = consumer(at);
  await queue.drain();
  expect(events).toHaveLength(2);
  expect(seen).toEqual([]);
});

test('a portal that gives the same rows again and again keeps nobody for ever', async () => {
  const at = portal(0);
  const events = [{ ...row(1), ID: '1' }];
  at.answer('event.offline.list', events);
  at.answer('event.offline.get', { process_id: 'p', events });
  const { queue, seen } = consumer(at, () => true);
  expect(await queue.drain()).toEqual({ handled: 0, failed: 1, recovered: 0 });
  expect(seen).toEqual([]);
});

test('an empty queue takes one request', async () => {
  const at = portal(0);
  const { queue } = consumer(at);
  expect(await queue.drain()).toEqual({ handled: 0, failed: 0, recovered: 0 });
  expect(at.requests.map(({ method }) => method)).toEqual(['event.offline.list']);
});

describe('an end that was asked for', () => {
  test('marks nothing as an error, and leaves it for later', async () => {
    const at = portal(2);
    const ending = new AbortController();
    const queue = createOfflineQueue({
      events: at.client.offlineEvents,
      handle: async () => {
        ending.abort(new Error('shutting down'));
        throw new Error('interrupted');
      },
    });
    await expect(queue.drain({ signal: ending.signal })).rejects.toThrow('interrupted');
    expect(at.rows).toMatchObject([{ ERROR: 0 }, { ERROR: 0 }]);
    const { queue: next, seen } = consumer(at);
    await next.drain();
    expect(seen).toEqual([1, 2]);
  });
});

test('a second drain in the same process joins the first', async () => {
  const at = portal(3);
  const { queue, seen } = consumer(at);
  const [one, other] = await Promise.all([queue.drain(), queue.drain()]);
  expect(one).toBe(other);
  expect(seen).toEqual([1, 2, 3]);
});
