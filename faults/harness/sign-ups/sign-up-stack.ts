import { readMessagingPolicy, saveMessagingPolicy, saveSignUpPolicy } from '@domovoy/domain';
import { openStore, type Store } from '@domovoy/store';
import postgres, { type Sql } from 'postgres';
import { expect, vi } from 'vitest';
import { type Hub, type HubProcess, openHub } from '../parts/hub.ts';
import { type OwnPostgres, startOwnPostgres } from '../parts/postgres.ts';
import { untilReady } from '../parts/process.ts';
import { type SandboxProcess, startSandboxProcess } from '../parts/sandbox.ts';
import { endSessions } from '../seams/group-members.ts';
import { untilPostgresAnswers } from '../seams/locks.ts';
import { type RosdomofonMoments, type RosdomofonWatch, watchRosdomofon } from '../seams/rosdomofon-watch.ts';
import { Trap } from '../seams/trap.ts';
import { type FreeFlat, freeFlats } from './doors.ts';

type Method = 'GET' | 'POST' | 'DELETE';

/** A hub that works on sign-ups, a RosDomofon in which its effects are counted, and all of its ways watched. */
export interface SignUpStack {
  readonly postgres: OwnPostgres;
  readonly sandbox: SandboxProcess;
  readonly hub: Hub;
  readonly companyId: bigint;
  /** The judge's eyes; past all proxies, as the store. */
  readonly sql: Sql;
  /** For what people do. */
  readonly store: Store;
  readonly rosdomofon: RosdomofonWatch;
  readonly traps: RosdomofonMoments & Hub['traps'];
  consumer: HubProcess;
  freeFlat(): FreeFlat;
  newPhone(): string;
  /** The sandbox's control API. */
  readonly control: <T>(method: Method, path: string, body?: object) => Promise<T>;
  /** Everything that was ever produced to MESSAGES_OUT, oldest first. */
  messagesOut(): Promise<readonly string[]>;
  /** How messages go to abonents from now on. */
  sendBy(way: 'kafka' | 'rest'): Promise<void>;
  /** Leases and sessions of who is gone end now, instead of after half a minute. */
  passTime(): Promise<void>;
  /** After a kill -9. */
  restartConsumer(given?: { clockSkewMs?: number }): Promise<void>;
  /** After a run that failed: the next one begins with everything whole. */
  readonly repair: () => Promise<void>;
  close(): Promise<void>;
}

export interface SignUpStackOptions {
  /** What consumers are told besides. */
  readonly consumerEnv?: Readonly<Record<string, string>>;
  /** What the sandbox is told besides. */
  readonly sandboxArgs?: readonly string[];
  /** review: a person approves each. */
  readonly mode?: 'automatic' | 'review';
}

export async function startSignUpStack({
  consumerEnv = {},
  sandboxArgs = [],
  mode = 'automatic',
}: SignUpStackOptions = {}): Promise<SignUpStack> {
  await using opened = new AsyncDisposableStack();
  const keep = <T>(resource: T, close: (resource: T) => Promise<void>): T => opened.adopt(resource, close);
  const [database, sandbox] = await Promise.all([
    startOwnPostgres(),
    startSandboxProcess(['--accounts', '600', '--seed', 'sign-ups', ...sandboxArgs]),
  ]);
  keep(database, () => database.remove());
  keep(sandbox, () => sandbox.remove());
  const moments = {
    look: new Trap('before a look at RosDomofon'),
    beforeEffect: new Trap('before an effect at RosDomofon'),
    afterEffect: new Trap('after an effect at RosDomofon'),
  };
  const rosdomofon = keep(await watchRosdomofon(sandbox.rosdomofon.url, moments), (each) => each.close());
  const sql = keep(postgres(database.url, { max: 4, onnotice: () => {}, idle_timeout: 5 }), (each) =>
    each.end({ timeout: 1 }),
  );
  const store = opened.use(openStore(database.url, { applicationName: 'fault-test', maxConnections: 2 }));
  const { brokers, kafkaPort, groupId, companyShortName } = sandbox;
  const hub = await openHub({
    databaseUrl: database.url,
    kafka: { brokers, groupId, companyShortName },
    consumerEnv: {
      ROSDOMOFON_URL: rosdomofon.url,
      ROSDOMOFON_USERNAME: sandbox.rosdomofon.username,
      ROSDOMOFON_PASSWORD: sandbox.rosdomofon.password,
      ROSDOMOFON_REQUESTS_PER_SECOND: '1000',
      ...consumerEnv,
    },
  });
  keep(hub, () => hub.close());
  const companyId = await decide(store, mode);
  const consumer = await hub.startConsumer();
  await untilReady(consumer, consumer.url);
  await vi.waitFor(
    async () => expect(await sql`select from sync_runs where state = 'completed'`).toHaveLength(1),
    { timeout: 60_000, interval: 50 },
  );
  const freeFlat = await freeFlats(sql);
  let phones = 0;
  let messagesOutSeen = '0';
  const messagesOut: string[] = [];
  let reading: Promise<readonly string[]> = Promise.resolve(messagesOut);
  async function readMessagesOut(): Promise<readonly string[]> {
    for (;;) {
      const page = await call<{ messages: { event: { message: string } }[]; next: string }>(
        sandbox.control,
        'GET',
        `/messages-out?since=${messagesOutSeen}`,
      );
      if (page.messages.length === 0) return messagesOut;
      messagesOut.push(...page.messages.map(({ event }) => event.message));
      messagesOutSeen = page.next;
    }
  }

  const closing = opened.move();
  const stack: SignUpStack = {
    postgres: database,
    sandbox,
    hub,
    companyId,
    sql,
    store,
    rosdomofon,
    traps: { ...moments, ...hub.traps },
    consumer,
    freeFlat,
    newPhone: () => `7900001${String((phones += 1)).padStart(4, '0')}`,
    control: (method, path, body) => call(sandbox.control, method, path, body),
    messagesOut() {
      // One after the other: two that read at once would both keep what they find.
      reading = reading.then(readMessagesOut, readMessagesOut);
      return reading;
    },
    async sendBy(way) {
      const { version } = await readMessagingPolicy(store, companyId);
      const given = { companyId, sendBy: way, autoReplies: null, actor: 'test' };
      const saved = await saveMessagingPolicy(store, { ...given, expectedVersion: version });
      if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
    },
    async passTime() {
      await endSessions(kafkaPort, groupId);
      await sql`update workers set lease_until = now() where lease_until > now()`;
      await sql`update deliveries set lease_until = now() where state = 'leased'`;
    },
    async restartConsumer(given) {
      await stack.passTime();
      stack.consumer = await hub.startConsumer(given);
    },
    async repair() {
      await stack.control('DELETE', '/faults');
      await stack.control('POST', '/behaviour', { tokenLifetimeS: 3_600 });
      await stack.postgres.kill9();
      await stack.postgres.start();
      await untilPostgresAnswers(hub.databaseUrl);
      await stack.consumer.kill9();
      await stack.restartConsumer();
    },
    close: () => closing.disposeAsync(),
  };
  return stack;
}

async function call<T>(control: string, method: Method, path: string, body?: object): Promise<T> {
  const response = await fetch(control + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function decide(store: Store, mode: 'automatic' | 'review'): Promise<bigint> {
  const [company] = await store.run<{ id: bigint }>('select id from companies', []);
  const companyId = company?.id ?? 0n;
  const saved = await saveSignUpPolicy(store, {
    companyId,
    actor: 'test',
    expectedVersion: null,
    policy: {
      mode,
      // Another number at hand: that RosDomofon refuses a taken one must not be what protects from a second account.
      rules: { accountNumber: { template: 'X{{signUpId}}' } },
      startsAt: new Date(Date.now() - 60_000),
    },
  });
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
  return companyId;
}
