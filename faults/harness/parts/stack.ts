import postgres, { type Sql } from 'postgres';
import { expect, vi } from 'vitest';
import { compare, type Findings } from '../judge/compare.ts';
import { observe } from '../judge/observe.ts';
import { endSessions } from '../seams/group-members.ts';
import type { Subscriber } from '../world/subscriber.ts';
import { startTraffic, type Traffic } from '../world/traffic.ts';
import { type Hub, type HubProcess, openHub } from './hub.ts';
import { type OwnPostgres, startOwnPostgres } from './postgres.ts';
import { untilReady } from './process.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox.ts';

/** Everything that a fault test needs, running: the hub with two subscribers, its surroundings, and traffic. */
export interface Stack {
  readonly postgres: OwnPostgres;
  readonly sandbox: SandboxProcess;
  readonly hub: Hub;
  /** Waits for the test to begin. */
  readonly traffic: Traffic;
  readonly messages: Subscriber;
  readonly signUps: Subscriber;
  /** For locks and looks; past all proxies. */
  readonly sql: Sql;
  consumer: HubProcess;
  api: HubProcess;
  /** The dead consumer's lease and its membership in the Kafka group end now instead of after 6 and 10 s. */
  passTime(): Promise<void>;
  /** Starts another one after a kill -9, as a supervisor does; what only time would change has changed meanwhile. */
  restartConsumer(): Promise<void>;
  /** Lets the traffic rest, and resolves when everything acknowledged has had its effect; fails when it does not. */
  expectNothingLost(timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export async function startStack({ seed }: { seed: string }): Promise<Stack> {
  await using opened = new AsyncDisposableStack();
  const keep = <T>(resource: T, close: (resource: T) => Promise<void>): T => opened.adopt(resource, close);

  const [database, sandbox] = await Promise.all([startOwnPostgres(), startSandboxProcess()]);
  keep(database, () => database.remove());
  keep(sandbox, () => sandbox.remove());
  const { brokers, kafkaPort, groupId, companyShortName } = sandbox;
  const sql = postgres(database.url, { max: 4, onnotice: () => {}, idle_timeout: 5 });
  keep(sql, () => sql.end({ timeout: 1 }));
  const hub = await openHub({ databaseUrl: database.url, kafka: { brokers, groupId, companyShortName } });
  keep(hub, () => hub.close());
  const [consumer, api] = await Promise.all([hub.startConsumer(), hub.startApi()]);
  await untilReady(consumer, consumer.url);
  const messages = keep(hub.subscribe({ topic: 'messages' }), (subscriber) => subscriber.close());
  const signUps = keep(hub.subscribe({ topic: 'sign-ups' }), (subscriber) => subscriber.close());
  // Live before the first event: what was there before is no subscriber's business.
  await vi.waitUntil(() => messages.isLive && signUps.isLive, { timeout: 60_000, interval: 10 });
  const traffic = keep(startTraffic({ brokers, companyShortName, seed }), (each) => each.stop());

  const closing = opened.move();
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
    async expectNothingLost(timeoutMs = 60_000) {
      await traffic.pause();
      try {
        await untilNothingIsFound(async () => {
          const observed = await observe(database.url);
          return compare(traffic.ledger.entries, observed, { messages, signUps });
        }, timeoutMs);
      } catch (error) {
        const said = [stack.consumer, stack.api].flatMap(({ name, lines }) => [
          `${name}:`,
          ...lines.slice(-20),
        ]);
        if (error instanceof Error) error.message += `\n${said.join('\n')}`;
        throw error;
      }
    },
    close: () => closing.disposeAsync(),
  };
  return stack;
}

async function untilNothingIsFound(find: () => Promise<Findings>, timeoutMs: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const { lost, duplicated } = await find();
      // The first ten of each tell enough.
      expect({ lost: lost.slice(0, 10), duplicated: duplicated.slice(0, 10) }).toEqual({
        lost: [],
        duplicated: [],
      });
    },
    { timeout: timeoutMs, interval: 150 },
  );
}
