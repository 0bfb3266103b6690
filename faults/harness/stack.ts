import postgres, { type Sql } from 'postgres';
import { expect, vi } from 'vitest';
import { compare, type Findings } from './compare.ts';
import { endSessions } from './group-members.ts';
import { type Hub, type HubProcess, openHub } from './hub.ts';
import { observe } from './observe.ts';
import { type OwnPostgres, startOwnPostgres } from './postgres.ts';
import { untilReady } from './process.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox.ts';
import type { Subscriber } from './subscriber.ts';
import { startTraffic, type Traffic } from './traffic.ts';

/** Everything that a fault test needs, running: the hub with two subscribers, its surroundings, and traffic. */
export interface Stack {
  readonly postgres: OwnPostgres;
  readonly sandbox: SandboxProcess;
  readonly hub: Hub;
  readonly traffic: Traffic;
  readonly messages: Subscriber;
  readonly signUps: Subscriber;
  /** For locks and looks; past all proxies. Its connections are renewed after a restart of Postgres. */
  readonly sql: Sql;
  consumer: HubProcess;
  api: HubProcess;
  /** Starts another one after a kill -9, as a supervisor does; what only time would change has changed meanwhile. */
  restartConsumer(): Promise<void>;
  /** The dead consumer's lease and its membership in the Kafka group end now instead of after 6 and 45 s. */
  passTime(): Promise<void>;
  /** Lets the traffic rest, and resolves when everything acknowledged has had its effect; fails when it does not. */
  expectNothingLost(timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface StackOptions {
  seed: string;
}

export async function startStack({ seed }: StackOptions): Promise<Stack> {
  const [database, sandbox] = await Promise.all([startOwnPostgres(), startSandboxProcess()]);
  const { kafkaPort, groupId, companyShortName } = sandbox;
  const hub = await openHub({
    databaseUrl: database.url,
    kafka: { brokers: sandbox.brokers, groupId, companyShortName },
  });
  const sql = postgres(database.url, { max: 4, onnotice: () => {}, idle_timeout: 5 });
  const [consumer, api] = await Promise.all([hub.startConsumer(), hub.startApi()]);
  await untilReady(consumer, consumer.url);
  const messages = hub.subscribe({ topic: 'messages' });
  const signUps = hub.subscribe({ topic: 'sign-ups' });
  // Live before the first event: what was there before is no subscriber's business.
  await expect.poll(() => messages.isLive && signUps.isLive, { timeout: 10_000, interval: 10 }).toBe(true);
  const traffic = startTraffic({ brokers: sandbox.brokers, companyShortName, seed });

  const stack: Stack = {
    postgres: database,
    sandbox,
    hub,
    traffic,
    messages,
    signUps,
    sql,
    consumer,
    api,
    async passTime() {
      await endSessions(kafkaPort, groupId);
      await sql`update workers set lease_until = now() where lease_until > now()`;
    },
    async restartConsumer() {
      await stack.passTime();
      stack.consumer = await hub.startConsumer();
    },
    async expectNothingLost(timeoutMs = 30_000) {
      await traffic.pause();
      await untilFound(async () => {
        const observed = await observe(database.url);
        return compare(traffic.ledger.entries, observed, { messages, signUps });
      }, timeoutMs);
    },
    async close() {
      await traffic.stop();
      await Promise.all([messages.close(), signUps.close()]);
      await hub.close();
      await sql.end({ timeout: 1 });
      await Promise.all([database.remove(), sandbox.remove()]);
    },
  };
  return stack;
}

/** Waits until nothing is missing any more; what is there twice never goes away, so that fails at once. */
async function untilFound(find: () => Promise<Findings>, timeoutMs: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const { lost, duplicated } = await find();
      expect({ lost: lost.slice(0, 10), duplicated: duplicated.slice(0, 10) }).toEqual({
        lost: [],
        duplicated: [],
      });
    },
    { timeout: timeoutMs, interval: 150 },
  );
}
