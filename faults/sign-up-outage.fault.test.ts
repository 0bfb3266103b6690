import { setTimeout } from 'node:timers/promises';
import { createProducer, type SentRecord } from '@domovoy/kafka-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeRun } from './harness/judge/sign-ups.ts';
import { untilReady } from './harness/parts/process.ts';
import { seeded } from './harness/parts/seeded.ts';
import { moveOffsets } from './harness/seams/group-offsets.ts';
import {
  type HeldLock,
  holdClaims,
  holdIntake,
  holdTable,
  untilPostgresAnswers,
  untilSomeWait,
} from './harness/seams/locks.ts';
import type { Moment } from './harness/seams/postgres-conversation.ts';
import { type LoadWish, ORDINARY, prepareLoad, sendLoad } from './harness/sign-ups/load.ts';
import { playRounds, type Run } from './harness/sign-ups/runs.ts';
import { type SignUpStack, startSignUpStack } from './harness/sign-ups/sign-up-stack.ts';

let stack: SignUpStack;
beforeAll(async () => {
  stack = await startSignUpStack();
});
afterAll(() => stack.close());
const stackOf = () => stack;

/** A backend at work for the hub is terminated at one of these moments; what Postgres still says to it is lost. */
async function terminateAt({ random, send }: Run<unknown>, moment: Moment): Promise<void> {
  const isAnswer = moment.startsWith('after');
  const sprung = stack.traps[moment].set(
    async ({ backendPid }) => {
      if (moment === 'afterClaim') await forgetClaim();
      await stack.sql`select pg_terminate_backend(${backendPid})`;
      return isAnswer ? 'drop' : 'pass';
    },
    { skips: random.int(0, 4) },
  );
  await Promise.all([sprung, send()]);
}

/** What was claimed and is known to nobody comes again when its lease is over. That is now, not in half a minute. */
async function forgetClaim(): Promise<void> {
  await stack.sql`update deliveries set lease_until = now()
    where state = 'leased' and lease_until = (select max(lease_until) from deliveries where state = 'leased')`;
}

/** The same in the middle of a statement, which waits for a lock. */
async function terminateInTheMiddle(
  { send }: Run<unknown>,
  hold: (databaseUrl: string) => Promise<HeldLock>,
  statement: string,
): Promise<void> {
  await using lock = await hold(stack.hub.databaseUrl);
  const sending = send();
  const backends = await untilSomeWait(stack.sql, statement);
  await Promise.all(backends.map((pid) => stack.sql`select pg_terminate_backend(${pid})`));
  await lock.release();
  await sending;
}

describe('each sign-up is completed exactly once, although of Postgres', () => {
  playRounds(stackOf, {
    name: 'Postgres restarts',
    variants: ['kill9', 'stop'],
    async play({ variant, random, send }) {
      const sending = send();
      await setTimeout(random.int(0, 400));
      await stack.postgres[variant]();
      await setTimeout(random.int(0, 400));
      await stack.postgres.start();
      await untilPostgresAnswers(stack.hub.databaseUrl);
      await sending;
    },
  });

  playRounds(stackOf, {
    name: 'backends terminated: at random',
    variants: ['one', 'all'],
    async play({ variant, random, send }) {
      const sending = send();
      for (let times = random.int(4, 10); times > 0; times -= 1) {
        await setTimeout(random.int(0, 120));
        const limit = variant === 'one' ? 1 : 100;
        await stack.sql`select pg_terminate_backend(pid) from (
          select pid from pg_stat_activity where application_name = 'domovoy-consumer' order by random() limit ${limit}) of`;
      }
      await sending;
    },
  });

  playRounds(stackOf, {
    name: 'backends terminated: at a claim',
    variants: ['afterClaim', 'beforeClaim', 'middle'],
    play: (run) =>
      run.variant === 'middle'
        ? terminateInTheMiddle(run, holdClaims, '/* claim_deliveries%')
        : terminateAt(run, run.variant),
  });

  playRounds(stackOf, {
    name: 'backends terminated: at an intake',
    variants: ['afterCommit', 'beforeIntake', 'middle'],
    // Who answers an abonent would wait for the same lock, and the sign-ups behind it.
    load: (variant) => (variant === 'middle' ? { answers: [0, 0] } : {}),
    play: (run) =>
      run.variant === 'middle'
        ? terminateInTheMiddle(run, holdIntake, '/* record_%')
        : terminateAt(run, run.variant),
  });

  playRounds(stackOf, {
    name: 'backends terminated: at a settling',
    variants: ['insideSettle', 'afterSettle', 'beforeSettle', 'middle'],
    play: (run) =>
      run.variant === 'middle'
        ? terminateInTheMiddle(run, (url) => holdTable(url, 'delivery_attempts'), '%delivery_attempts%')
        : terminateAt(run, run.variant),
  });
});

/** Every call that changes something; each load makes it at least three times. */
const WRITES = [
  { method: 'POST', path: 'accounts' },
  { method: 'POST', path: 'flats' },
  { method: 'POST', path: 'services/*/connections' },
  { method: 'PATCH', path: 'sign_ups/*' },
  { method: 'POST', path: 'messages' },
] as const;

/** Each of these calls is struck so often, before the load is over. */
async function strikeWrites(kind: string, timesOf: () => number, send: () => Promise<void>): Promise<void> {
  for (const write of WRITES) await stack.control('POST', '/faults', { kind, ...write, times: timesOf() });
  await send();
  const left = async () => (await stack.control<{ faults: unknown[] }>('GET', '/faults')).faults;
  await expect.poll(left, { timeout: 90_000, interval: 50 }).toEqual([]);
}

describe('each sign-up is completed exactly once, although RosDomofon', () => {
  playRounds(stackOf, {
    name: 'RosDomofon answers 500 after the effect, each write call',
    variants: ['rest'],
    load: { way: 'rest' },
    play: ({ random, send }) => strikeWrites('error-after', () => random.int(1, 3), send),
  });

  playRounds(stackOf, {
    name: 'RosDomofon hangs after the effect, each write call',
    variants: ['rest'],
    load: { way: 'rest' },
    play: ({ send }) => strikeWrites('timeout-after', () => 1, send),
  });

  playRounds(stackOf, {
    name: 'every token expires after 5 s',
    variants: ['behaviour'],
    load: { pauseMs: 700 },
    async play({ send, untilOver }) {
      const signIn = '/history?path=/authserver-service/oauth/token';
      const { next } = await stack.control<{ next: number }>('GET', signIn);
      await stack.control('POST', '/behaviour', { tokenLifetimeS: 5 });
      await stack.control('POST', '/tokens/revoke', {});
      const startedAt = performance.now();
      await send();
      await setTimeout(Math.max(0, 5_200 - (performance.now() - startedAt)));
      await send();
      await untilOver();
      const { requests } = await stack.control<{ requests: unknown[] }>('GET', `${signIn}&since=${next}`);
      if (requests.length < 2) throw new Error('no token has expired');
      await stack.control('POST', '/behaviour', { tokenLifetimeS: 3_600 });
    },
  });
});

/** Other records that say the same as those before: where Kafka's producer has sent twice. */
async function produceAgain(uids: readonly string[]): Promise<void> {
  const { brokers } = stack.sandbox;
  await using producer = createProducer({ access: { brokers }, clientId: 'twice' });
  const records = await stack.sql<{ topic: string; payload: string }[]>`
    select s.topic, e.payload from inbox_events e join inbox_sources s on s.id = e.source_id
    where s.topic like 'SIGN_UPS_%' and e.payload::jsonb->>'uid' = any(${[...uids]}) order by e.received_at, e."offset"`;
  const sent: SentRecord[] = [];
  for (const { topic, payload } of records)
    sent.push(...(await producer.send(topic, [{ key: String(JSON.parse(payload).uid), value: payload }])));
  await expect
    .poll(async () => (await Promise.all(sent.map(isRead))).every(Boolean), { timeout: 60_000 })
    .toBe(true);
}

async function isRead({ topic, partition, offset }: SentRecord): Promise<boolean> {
  const rows = await stack.sql`
    select from inbox_events e join inbox_sources s on s.id = e.source_id
    where s.topic = ${topic} and e.partition = ${partition} and e."offset" = ${String(offset)}`;
  return rows.length > 0;
}

describe('each sign-up is completed exactly once, although every event', () => {
  playRounds(stackOf, {
    name: 'every event comes again',
    variants: ['sent again', 'read again'],
    async play({ variant, random, load, send, untilOver }) {
      const again = () =>
        variant === 'sent again' ? produceAgain(load.signUps.map(({ uid }) => uid)) : readAllAgain();
      const sending = send();
      await setTimeout(random.int(0, 400));
      await again();
      await sending;
      await untilOver();
      await again();
    },
  });
});

/** From the first record on, as after the loss of all offsets. */
async function readAllAgain(): Promise<void> {
  await stack.consumer.kill9();
  await moveOffsets(stack.sandbox, 'start');
  await stack.restartConsumer();
  await untilReady(stack.consumer, stack.consumer.url);
}

describe('controls: without its protection the promise is broken, and the judge says so', () => {
  test('order that was broken is noticed, and a flag that no attempt accounts for', async () => {
    const wish: LoadWish = { ...ORDINARY, answers: [3, 3] };
    const load = await prepareLoad(stack, wish);
    await sendLoad(stack, load, seeded('calm'), wish);
    const isOver = async () => (await judgeRun(stack, load)).lost;
    await expect.poll(isOver, { timeout: 60_000 }).toEqual([]);
    expect(await judgeRun(stack, load)).toMatchObject({ doubled: [], broken: [], ambiguous: 0, flagged: 0 });

    const [talk] = load.talks;
    if (talk === undefined) throw new Error('nobody has written');
    talk.answers.reverse();
    await stack.sql`update deliveries set settled_at = now() + interval '1 hour'
      where id = (select min(id) from deliveries where id > ${String(load.afterDelivery)} and kind = 'message.send')`;
    await stack.sql`update messages set is_outcome_unknown = true
      where conversation_id = ${String(talk.conversationId)} and direction = 'out'`;
    const { broken } = await judgeRun(stack, load);
    expect(broken.join('\n')).toMatch(/ended with message\.send \d+ .*before message\.send \d+/);
    expect(broken.join('\n')).toMatch(/came in another order/);
    expect(broken.join('\n')).toMatch(/3 messages are flagged, 0 attempts ambiguous/);
  });

  test('without a look accounts, flats, connections and messages are there twice', async () => {
    const wish = { ...ORDINARY, way: 'rest' } as const;
    const load = await prepareLoad(stack, wish);
    stack.rosdomofon.blind(true);
    await strikeWrites(
      'error-after',
      () => 1,
      () => sendLoad(stack, load, seeded('blind'), wish),
    );
    await expect.poll(async () => (await judgeRun(stack, load)).lost, { timeout: 60_000 }).toEqual([]);
    const { doubled } = await judgeRun(stack, load);
    stack.rosdomofon.blind(false);
    for (const what of [/accounts of 1/, /flats of 1/, /connections of/, /messages of 1|2 times in the chat/])
      expect(doubled.join('\n')).toMatch(what);
  });
});
