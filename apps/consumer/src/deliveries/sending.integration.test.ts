import { ambiguous, dead, delivered, retry, skipped } from '@domovoy/domain';
import { DomovoyError } from '@domovoy/models';
import { notifyDeliveries } from '@domovoy/store';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createDeliveryWorld,
  type DeliveryWorld,
  type Handle,
  type TestTarget,
} from './testing/delivery-world.ts';
import { enqueueTest } from './testing/kinds.ts';

let world: DeliveryWorld;
let target: TestTarget;
let stop: () => PromiseLike<void>;

beforeAll(async () => {
  world = await createDeliveryWorld();
  target = await world.addTarget();
});
afterAll(() => world.close());
afterEach(() => stop());

let keys = 0;
/** Sends one delivery with this handler until it is settled. */
async function send(handle: Handle, more: Omit<Parameters<DeliveryWorld['startWorker']>[0], 'handle'> = {}) {
  const { close, lines } = await world.startWorker({ handle, ...more });
  stop = close;
  const key = `key-${++keys}`;
  const [id = 0n] = await world.enqueue(target, [{ about: 'a', key }]);
  await world.drained();
  return { row: await world.load(target, id), attempts: await world.attemptsOf(target, id), lines, id };
}

const outcomesOf = (attempts: readonly { outcome: string }[]) => attempts.map(({ outcome }) => outcome);

describe('a delivery', () => {
  test('is delivered: result, attempt and summary are kept, secrets and phones are not', async () => {
    const { row, attempts } = await send((delivery, { record, integration, signal }) => {
      expect(delivery).toMatchObject({
        kind: 'test.send',
        subject: 'a',
        attempt: 1,
        maxAttempts: 5,
        ambiguousAttempts: 0,
      });
      expect(integration).toMatchObject({ id: target.integrationId, companyShortName: 'company-1' });
      expect(signal.aborted).toBe(false);
      record({ request: { method: 'POST', phone: '+79000000001', password: 'secret' } });
      record({ response: { status: 200 } });
      return delivered({ accountId: 5 });
    });
    expect(row).toMatchObject({ state: 'delivered', attempts: 1, result: { accountId: 5 }, leasedBy: null });
    expect(attempts).toMatchObject([
      {
        outcome: 'delivered',
        worker: expect.stringMatching(/^worker-/),
        durationMs: expect.any(Number),
        request: { method: 'POST', phone: '*********01', password: '[redacted]' },
        response: { status: 200 },
      },
    ]);
  });

  test('that fails is tried again, with what is known of the attempts before, until it succeeds', async () => {
    const seen: [number, number][] = [];
    const { row, attempts } = await send(({ attempt, ambiguousAttempts }) => {
      seen.push([attempt, ambiguousAttempts]);
      if (attempt === 1) return retry('E_RETRY');
      if (attempt === 2) return ambiguous('E_AMBIGUOUS');
      return delivered();
    });
    expect(seen).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
    ]);
    expect(outcomesOf(attempts)).toEqual(['retry', 'ambiguous', 'delivered']);
    expect(row).toMatchObject({
      state: 'delivered',
      attempts: 3,
      ambiguousAttempts: 1,
      lastErrorCode: 'E_AMBIGUOUS',
    });
  });

  test('ends as dead when its attempts are spent, and the workflow hears of it in the same transaction', async () => {
    const heard: string[] = [];
    const { row, attempts, id } = await send(() => retry('E'), {
      onDead: async (tx, delivery, code) => {
        heard.push(code);
        await tx.execute(`update companies set name = 'dead ${delivery.id}'`);
      },
    });
    expect(outcomesOf(attempts)).toEqual(['retry', 'retry', 'retry', 'retry', 'dead']);
    expect(row).toMatchObject({ state: 'dead', attempts: 5, lastErrorCode: 'E' });
    expect(heard).toEqual(['E']);
    expect(await world.count(`select count(*) from companies where name = 'dead ${id}'`)).toBe(1);
  });

  test('whose outcome stays unknown is dead, and still says so', async () => {
    const { row, attempts } = await send(() => ambiguous('E'));
    expect(row).toMatchObject({ state: 'dead', ambiguousAttempts: 5 });
    expect(outcomesOf(attempts).at(-1)).toBe('ambiguous');
  });

  test.each([
    ['dead', () => dead('REFUSED'), 'REFUSED'],
    ['skipped', () => skipped('GONE'), 'GONE'],
  ] as const)('is %s by the word of its handler', async (state, handle, code) => {
    const { row, attempts } = await send(handle);
    expect(row).toMatchObject({ state, attempts: 1, lastErrorCode: code });
    expect(attempts).toHaveLength(1);
  });
});

describe('an error of a handler', () => {
  const failing =
    (first: unknown): Handle =>
    ({ attempt }) => {
      if (attempt === 1) throw first;
      return delivered();
    };
  test.each([
    ['that may pass', new DomovoyError('x', { code: 'E', retryable: true }), ['retry', 'delivered']],
    [
      'with an unknown outcome',
      new DomovoyError('x', { code: 'E', unknownOutcome: true }),
      ['ambiguous', 'delivered'],
    ],
    ['that will not pass', new DomovoyError('x', { code: 'E' }), ['dead']],
    ['that is a bug', new TypeError('x'), ['ambiguous', 'delivered']],
  ])('%s', async (_name, error, outcomes) => {
    expect(outcomesOf((await send(failing(error))).attempts)).toEqual(outcomes);
  });

  test('is logged when it is a bug', async () => {
    const { lines } = await send(failing(new TypeError('x')));
    expect(lines).toContainEqual(expect.objectContaining({ event: 'handler-failed', level: 'error' }));
  });
});

describe('an attempt', () => {
  test('that takes too long is told to give up, and is ambiguous', async () => {
    const { attempts } = await send(async ({ attempt }, { signal }) => {
      if (attempt > 1) return delivered();
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
      return dead('never');
    });
    expect(attempts).toMatchObject([
      { outcome: 'ambiguous', errorCode: 'ATTEMPT_TIMEOUT' },
      { outcome: 'delivered' },
    ]);
    expect(attempts[0]?.durationMs).toBeGreaterThanOrEqual(1_000);
  });

  test('may say by itself what is known when it was told to give up', async () => {
    const { attempts } = await send(async ({ attempt }, { signal }) => {
      if (attempt > 1) return delivered();
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      return retry('NEVER_SENT');
    });
    expect(attempts).toMatchObject([{ outcome: 'retry', errorCode: 'NEVER_SENT' }, { outcome: 'delivered' }]);
  });

  test('that does not listen is gone on without', async () => {
    const { attempts, lines } = await send(({ attempt }) =>
      attempt > 1 ? delivered() : new Promise(() => {}),
    );
    expect(outcomesOf(attempts)).toEqual(['ambiguous', 'delivered']);
    expect(lines).toContainEqual(expect.objectContaining({ event: 'handler-overran' }));
  });
});

describe('the next step of the workflow', () => {
  test('is there together with the settling, and is sent at once', async () => {
    const { row } = await send(({ payload }) =>
      payload.about !== 'a'
        ? delivered()
        : delivered(null, async (tx) => {
            const next = { about: 'next', key: `next of ${payload.key}` };
            await enqueueTest(tx, { kind: 'test.send', payload: next, target, dedupeKey: next.key });
          }),
    );
    expect(row.state).toBe('delivered');
    expect(
      await world.count(`select count(*) from deliveries where subject = 'next' and state = 'delivered'`),
    ).toBe(1);
  });

  test('is settled before the next delivery of the subject begins', async () => {
    const seen: string[] = [];
    const { close } = await world.startWorker({
      handle: async ({ id, payload }) => {
        if (payload.key === 'second')
          seen.push((await world.load(target, first)).state, (await world.load(target, id)).state);
        return delivered(null, async (tx) => {
          await tx.execute('select pg_sleep(0.05)');
        });
      },
    });
    stop = close;
    const [first = 0n] = await world.enqueue(target, [
      { about: 'strict', key: 'first' },
      { about: 'strict', key: 'second' },
    ]);
    await world.drained();
    expect(seen).toEqual(['delivered', 'leased']);
  });

  test('that fails takes the settling back; the delivery comes again', async () => {
    let failures = 0;
    const { attempts, row, lines } = await send(({ attempt }) =>
      delivered({ attempt }, async (tx) => {
        await tx.execute(`update companies set name = 'half ${attempt}'`);
        if (attempt < 3) throw new Error(`not yet, ${++failures}`);
      }),
    );
    expect(failures).toBe(2);
    expect(attempts).toMatchObject([
      { outcome: 'retry', errorCode: 'CONTINUATION_FAILED' },
      { outcome: 'retry' },
      { outcome: 'delivered' },
    ]);
    expect(row).toMatchObject({ state: 'delivered', result: { attempt: 3 } });
    expect(await world.count(`select count(*) from companies where name = 'half 3'`)).toBe(1);
    expect(lines).toContainEqual(expect.objectContaining({ event: 'continuation-failed' }));
  });

  test('of another target is told to the one who sends there', async () => {
    const other = await world.addTarget();
    const elsewhere = await world.startWorker({
      handle: () => delivered('elsewhere'),
      targets: [other],
      settings: { pollMs: 60_000 },
    });
    await send(
      () =>
        delivered(null, async (tx, wake) => {
          const next = { about: 'crm', key: 'crm' };
          await enqueueTest(tx, { kind: 'test.send', payload: next, target: other, dedupeKey: 'crm' });
          wake(other.integrationId);
        }),
      { targets: [target] },
    );
    await world.until(
      `select count(*) from deliveries where subject = 'crm' and state = 'delivered'`,
      1,
      20_000,
    );
    await elsewhere.close();
  });
});

describe('what cannot be sent', () => {
  test('a payload that is none of its kind is dead, with a reason', async () => {
    const { close } = await world.startWorker({ handle: () => delivered(), targets: [] });
    stop = close;
    const [id = 0n] = await world.enqueue(target, [{ about: 'a', key: 'broken' }]);
    await world.store.run(`update deliveries set payload = '{"key": 5}' where id = $1`, [id]);
    const sender = await world.startWorker({ handle: () => delivered() });
    stop = sender.close;
    await world.drained();
    expect(await world.load(target, id)).toMatchObject({ state: 'dead', lastErrorCode: 'PAYLOAD_INVALID' });
  });

  test('a kind that this process does not know waits for one that does, and costs nothing', async () => {
    const { close } = await world.startWorker({ handle: () => delivered() });
    stop = close;
    const [id = 0n] = await world.enqueue(target, [{ about: 'b', key: 'unknown', dueInMs: 60_000 }]);
    await world.store.run(`update deliveries set kind = 'test.new', due_at = now() where id = $1`, [id]);
    await notifyDeliveries(world.store, [target.integrationId]);
    await world.until(
      `select count(*) from deliveries where last_error_code = 'KIND_UNKNOWN' and due_at > now()`,
      1,
    );
    expect(await world.load(target, id)).toMatchObject({ state: 'pending', attempts: 0 });
    expect(await world.attemptsOf(target, id)).toEqual([]);
    await world.store.run(`delete from deliveries where id = $1`, [id]);
  });
});

describe('the states of a delivery', () => {
  test('control: the database of these tests refuses a move that the transition table does not know', async () => {
    const { id, row } = await send(() => delivered());
    expect(row.state).toBe('delivered');
    await expect(
      world.store.run(`update deliveries set state = 'pending' where id = $1`, [id]),
    ).rejects.toThrow(/rejected/);
    await expect(
      world.store.run(
        `insert into deliveries (company_id, integration_id, kind, subject, dedupe_key, max_attempts, state)
         values (1, 1, 'test.send', 'a', 'born dead', 1, 'dead')`,
        [],
      ),
    ).rejects.toThrow(/rejected/);
  });
});

describe('what was settled long ago', () => {
  test('is forgotten, with its attempts; the figures say so', async () => {
    const { id, row } = await send(() => delivered());
    expect(row.state).toBe('delivered');
    await world.store.run(
      `update deliveries set created_at = now() - interval '91 days', settled_at = now() - interval '91 days' where id = $1`,
      [id],
    );
    await stop();
    const { close, metrics } = await world.startWorker({
      handle: () => delivered(),
      settings: { retentionEveryMs: 50 },
    });
    stop = close;
    await world.until(`select count(*) from deliveries where id = ${id}`, 0);
    expect(await world.attemptsOf(target, id)).toEqual([]);
    await expect.poll(() => metrics.text()).toMatch(/domovoy_deliveries_forgotten_total 1/);
  });
});

test('the figures tell of attempts, their time, and how long deliveries waited for them', async () => {
  const { close, metrics } = await world.startWorker({ handle: () => delivered() });
  stop = close;
  await world.enqueue(target, [{ about: 'figures', key: 'figures' }]);
  await world.drained();
  const text = await metrics.text();
  expect(text).toMatch(/domovoy_delivery_attempts_total\{kind="test.send",outcome="delivered"\} 1/);
  expect(text).toMatch(/domovoy_delivery_attempt_seconds_count\{kind="test.send"\} 1/);
  expect(text).toMatch(/domovoy_delivery_start_delay_seconds_count\{kind="test.send"\} 1/);
  expect(text).toMatch(/domovoy_delivery_targets\{state="running"\} \d/);
});
