import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeRun } from './harness/judge/sign-ups.ts';
import { env } from './harness/parts/env.ts';
import type { HubProcess } from './harness/parts/hub.ts';
import { untilReady } from './harness/parts/process.ts';
import { seeded } from './harness/parts/seeded.ts';
import { moveOffsets } from './harness/seams/group-offsets.ts';
import { holdTable, untilSomeWait } from './harness/seams/locks.ts';
import type { Trap } from './harness/seams/trap.ts';
import { type LoadWish, ORDINARY, prepareLoad, sendLoad } from './harness/sign-ups/load.ts';
import { playRounds, type Run } from './harness/sign-ups/runs.ts';
import { type SignUpStack, startSignUpStack } from './harness/sign-ups/sign-up-stack.ts';

const HOUR_MS = 3_600_000;

let stack: SignUpStack;
beforeAll(async () => {
  // Who is frozen in a call gives it up when it thaws later than this, and then has nothing to settle twice.
  stack = await startSignUpStack({ consumerEnv: { ROSDOMOFON_REQUEST_TIMEOUT_MS: '24000' } });
});
afterAll(() => stack.close());
const stackOf = () => stack;

/**
 * With leases that are moved in the database alone, a frozen owner still believes in its own. So nothing else is under
 * way then, and the attempt has nothing more to send.
 */
const ONE_SIGN_UP = { signUps: [1, 1], answers: [0, 0], way: 'rest' } as const;
const LAST_CALLS = /\/(accounts|flats|messages)$|\/sign_ups\//;

/** What leaves the house, with the seams around it. `most`: each load has at least one more of them. */
const CALLS = [
  { what: 'the account', path: /\/accounts$/, way: 'kafka', most: 2 },
  { what: 'the flat', path: /\/flats$/, way: 'kafka', most: 2 },
  { what: 'a service connection', path: /\/connections$/, way: 'kafka', most: 2 },
  { what: 'the status', path: /\/sign_ups\//, way: 'kafka', most: 2 },
  { what: 'a message by REST', path: /\/messages$/, way: 'rest', most: 2 },
  { what: 'a message by Kafka', path: null, way: 'kafka', most: 1 },
] as const;
type Call = (typeof CALLS)[number];

/** kill -9 of the consumer at one of the moments of the trap; what was on its way is lost. */
async function killAt<V>({ random, send }: Run<V>, trap: Trap, most: number): Promise<void> {
  const action = async () => {
    await stack.consumer.kill9();
    return 'drop' as const;
  };
  await Promise.all([trap.set(action, { skips: random.int(0, most) }), send()]);
  await stack.restartConsumer();
}

/** Whoever writes to the table waits, with the settling of a delivery written and not committed. */
async function killInTheMiddle({ random, send }: Run<unknown>): Promise<void> {
  const table = random.pick(['sign_up_steps', 'delivery_attempts']);
  await using lock = await holdTable(stack.hub.databaseUrl, table);
  await send();
  const backends = await untilSomeWait(stack.sql, `%${table}%`);
  await stack.consumer.kill9();
  await Promise.all(backends.map((pid) => stack.sql`select pg_terminate_backend(${pid})`));
  await lock.release();
  await stack.restartConsumer();
}

/** The owner freezes when a call is done; another process is there to do the rest. */
async function freezeOwner(send: () => Promise<void>, skips: number, calls = /./): Promise<HubProcess> {
  const standby = await stack.hub.startConsumer();
  await untilReady(standby, standby.url);
  const owner = stack.consumer;
  const action = () => {
    owner.freeze();
    return 'pass' as const;
  };
  stack.rosdomofon.only(calls);
  await Promise.all([stack.traps.afterEffect.set(action, { skips }), send()]);
  stack.consumer = standby;
  return owner;
}

describe('each sign-up is completed exactly once, although the consumer is killed', () => {
  playRounds(stackOf, {
    name: 'kill -9: claimed',
    variants: ['afterClaim', 'look'],
    play: (run) => killAt(run, stack.traps[run.variant], 4),
  });

  playRounds<Call>(stackOf, {
    name: 'kill -9: before the call',
    variants: CALLS,
    load: ({ way }) => ({ way }),
    async play(run) {
      const { path, most } = run.variant;
      if (path !== null) stack.rosdomofon.only(path);
      await killAt(run, path === null ? stack.traps.beforeProduce : stack.traps.beforeEffect, most);
    },
  });

  playRounds<Call>(stackOf, {
    name: 'kill -9: after the call, before settling',
    variants: CALLS,
    load: ({ way }) => ({ way }),
    async play(run) {
      const { path, most } = run.variant;
      if (path !== null) stack.rosdomofon.only(path);
      await killAt(run, path === null ? stack.traps.afterProduce : stack.traps.afterEffect, most);
    },
  });

  playRounds(stackOf, {
    name: 'kill -9: inside settle',
    variants: ['insideSettle', 'afterSettle', 'beforeSettle', 'middle'],
    play: (run) =>
      run.variant === 'middle' ? killInTheMiddle(run) : killAt(run, stack.traps[run.variant], 4),
  });
});

describe('each sign-up is completed exactly once, although', () => {
  playRounds(stackOf, {
    name: 'SIGSTOP of the owner, SIGCONT when it is none any more',
    // The second takes as long as the leases do.
    variants: env.isThorough ? ['after its last call', 'at anything'] : ['after its last call'],
    load: (variant) => (variant === 'at anything' ? {} : ONE_SIGN_UP),
    async play({ variant, random, send, untilOver }) {
      const isAtAnything = variant === 'at anything';
      const owner = await freezeOwner(send, random.int(0, 2), isAtAnything ? /./ : LAST_CALLS);
      if (!isAtAnything) await stack.passTime();
      await untilOver();
      owner.thaw();
      await owner.line((line) => line.includes('"delivery-lease-lost"'));
      await owner.stop();
    },
  });

  playRounds(stackOf, {
    name: 'a wall clock that is wrong by an hour',
    variants: [HOUR_MS, -HOUR_MS],
    async play(run) {
      const { variant: clockSkewMs } = run;
      await stack.consumer.stop();
      await stack.restartConsumer({ clockSkewMs });
      await untilReady(stack.consumer, stack.consumer.url);
      // Control: the clock of that process really is wrong.
      const { time } = JSON.parse(await stack.consumer.line((line) => line.includes('"listening"')));
      if (Math.abs(new Date(time).getTime() - Date.now() - clockSkewMs) > 60_000)
        throw new Error(`its clock says ${time}`);
      // What one has begun with its clock, another one ends whose clock is wrong the other way.
      stack.rosdomofon.only(/./);
      const action = async () => {
        await stack.consumer.kill9();
        return 'drop' as const;
      };
      const moment = run.random.pick(['beforeEffect', 'afterEffect']);
      await Promise.all([stack.traps[moment].set(action, { skips: run.random.int(0, 8) }), run.send()]);
      await stack.restartConsumer({ clockSkewMs: -clockSkewMs });
    },
  });
});

/** A load of its own; what it leaves is not judged again. */
async function loadOf(seed: string, more: Partial<LoadWish> = {}) {
  const wish: LoadWish = { ...ORDINARY, ...more };
  const load = await prepareLoad(stack, wish);
  return { load, send: () => sendLoad(stack, load, seeded(seed), wish) };
}

const TWICE = /2 times step_done/;

describe('controls: without its protection the promise is broken, and the judge says so', () => {
  test('without the fence an owner that comes back settles what another one has settled', async () => {
    const { rewrites } = stack.hub.consumerToPostgres;
    // The fence, and the key that an attempt has by it.
    rewrites.push({ from: 'd.fence = r.fence', to: 'd.fence > 0      ', count: 0 });
    rewrites.push({
      from: 'select id, fence, company_id, outcome',
      to: 'select id,-fence, company_id, outcome',
      count: 0,
    });
    // Frozen for longer than its call may take, an owner gives up as soon as it comes back: again.
    const seen: string[] = [];
    for (let round = 0; round < 4 && !seen.some((doubled) => TWICE.test(doubled)); round += 1)
      seen.push(await comeBack(`no fence ${round}`));
    expect(seen.join('\n')).toMatch(TWICE);
    expect(rewrites.map(({ count }) => count > 0)).toEqual([true, true]);
    rewrites.length = 0;
    await stack.consumer.stop();
    await stack.restartConsumer();
  }, 400_000);

  /** An owner is frozen after its last call, another one ends its work, and it comes back: what is there twice then. */
  async function comeBack(seed: string): Promise<string> {
    await stack.consumer.stop();
    await stack.restartConsumer();
    await untilReady(stack.consumer, stack.consumer.url);
    const { load, send } = await loadOf(seed, ONE_SIGN_UP);
    const owner = await freezeOwner(send, 0, LAST_CALLS);
    await stack.passTime();
    await expect.poll(async () => (await judgeRun(stack, load)).lost, { timeout: 60_000 }).toEqual([]);
    expect((await judgeRun(stack, load)).doubled).toEqual([]);
    owner.thaw();
    let doubled = '';
    await expect
      .poll(
        async () => {
          doubled = (await judgeRun(stack, load)).doubled.join('\n');
          return doubled;
        },
        { timeout: 15_000 },
      )
      .toMatch(TWICE)
      .catch(() => undefined);
    await owner.stop();
    return doubled;
  }

  test('a consumer that commits the offset before its work loses sign-ups', async () => {
    await untilReady(stack.consumer, stack.consumer.url);
    const { load, send } = await loadOf('offset first');
    const action = async () => {
      await stack.consumer.kill9();
      return 'drop' as const;
    };
    await Promise.all([stack.traps.beforeIntake.set(action), send()]);
    await moveOffsets(stack.sandbox, 'end');
    await stack.restartConsumer();
    await untilReady(stack.consumer, stack.consumer.url);
    const { load: next, send: sendNext } = await loadOf('what comes after it');
    await sendNext();
    await expect.poll(async () => (await judgeRun(stack, next)).lost, { timeout: 60_000 }).toEqual([]);
    expect((await judgeRun(stack, load)).lost.join('\n')).toMatch(/is not there/);
  });
});
