import { saveSignUpPolicy } from '@domovoy/domain';
import { openStore } from '@domovoy/store';
import postgres, { type Sql } from 'postgres';
import { expect, vi } from 'vitest';
import { type Hub, type HubProcess, openHub } from '../parts/hub.ts';
import { type OwnPostgres, startOwnPostgres } from '../parts/postgres.ts';
import { untilReady } from '../parts/process.ts';
import { type SandboxProcess, startSandboxProcess } from '../parts/sandbox.ts';
import { endSessions } from '../seams/group-members.ts';
import { type RosdomofonWatch, watchRosdomofon } from '../seams/rosdomofon-watch.ts';
import { Trap } from '../seams/trap.ts';

/** A hub that works on sign-ups, a RosDomofon in which its effects are counted, and both of their ways watched. */
export interface SignUpStack {
  readonly postgres: OwnPostgres;
  readonly sandbox: SandboxProcess;
  readonly hub: Hub;
  readonly sql: Sql;
  readonly rosdomofon: RosdomofonWatch;
  readonly traps: { readonly look: Trap; readonly beforeEffect: Trap; readonly afterEffect: Trap };
  consumer: HubProcess;
  /** Everybody who has signed up so far. */
  readonly sent: readonly Sent[];
  control(method: string, path: string, body?: object): Promise<unknown>;
  /** So many people who are new to RosDomofon sign up, each for a flat of their own; every event comes twice. */
  signUp(count: number): Promise<void>;
  /** After a kill -9; the leases of what it had end now instead of after half a minute. */
  restartConsumer(): Promise<void>;
  /** Resolves when each sign-up is completed, with everything there once; fails when it is not. */
  expectEachOnce(timeoutMs?: number): Promise<void>;
  /** What a hub that does not look would do. */
  sendWelcomeAgain(): Promise<void>;
  close(): Promise<void>;
}

export interface Sent {
  readonly phone: string;
  readonly uid: string;
  readonly services: number;
}

interface Door {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly services: number;
}

/** Entrances whose flats are behind no other entrance of the house. */
const DOORS = `
  select e.rosdomofon_id::text as id, r.flat_start as start, r.flat_end as end,
    (select count(*) from entrance_services s where s.entrance_rosdomofon_id = e.rosdomofon_id)::int as services
  from entrances e join entrance_flat_ranges r on r.entrance_rosdomofon_id = e.rosdomofon_id
  where not exists (
    select from entrances o left join entrance_flat_ranges q on q.entrance_rosdomofon_id = o.rosdomofon_id
    where o.address_line = e.address_line and o.id <> e.id
      and (q.flat_start is null or q.flat_start <= r.flat_end and r.flat_start <= q.flat_end))
    and exists (select from entrance_services s where s.entrance_rosdomofon_id = e.rosdomofon_id)
  order by e.rosdomofon_id`;

export interface SignUpStackOptions {
  /** What the consumer is told besides. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the sandbox is told besides. */
  readonly sandboxArgs?: readonly string[];
  /** review: a person approves each. */
  readonly mode?: 'automatic' | 'review';
}

export async function startSignUpStack(options: SignUpStackOptions = {}): Promise<SignUpStack> {
  await using opened = new AsyncDisposableStack();
  const keep = <T>(resource: T, close: (resource: T) => Promise<void>): T => opened.adopt(resource, close);
  const [database, sandbox] = await Promise.all([
    startOwnPostgres(),
    startSandboxProcess(['--accounts', '600', '--seed', 'sign-ups', ...(options.sandboxArgs ?? [])]),
  ]);
  keep(database, () => database.remove());
  keep(sandbox, () => sandbox.remove());
  const traps = {
    look: new Trap('before a look at RosDomofon'),
    beforeEffect: new Trap('before an effect at RosDomofon'),
    afterEffect: new Trap('after an effect at RosDomofon'),
  };
  const { username, password } = sandbox.rosdomofon;
  const rosdomofon = keep(await watchRosdomofon(sandbox.rosdomofon.url, traps), (each) => each.close());
  const sql = keep(postgres(database.url, { max: 4, onnotice: () => {}, idle_timeout: 5 }), (each) =>
    each.end({ timeout: 1 }),
  );
  const { brokers, kafkaPort, groupId, companyShortName } = sandbox;
  const env = {
    KAFKA_TLS: 'off',
    ROSDOMOFON_URL: rosdomofon.url,
    ROSDOMOFON_USERNAME: username,
    ROSDOMOFON_PASSWORD: password,
    ROSDOMOFON_REQUESTS_PER_SECOND: '1000',
    ...options.env,
  };
  const hub = keep(
    await openHub({ databaseUrl: database.url, kafka: { brokers, groupId, companyShortName, env } }),
    (each) => each.close(),
  );
  await decide(database.url, options.mode ?? 'automatic');
  const consumer = await hub.startConsumer();
  await untilReady(consumer, consumer.url);
  await vi.waitFor(
    async () => expect(await sql`select from sync_runs where state = 'completed'`).toHaveLength(1),
    { timeout: 60_000, interval: 50 },
  );
  const doors = await sql.unsafe<Door[]>(DOORS);
  const sent: Sent[] = [];

  async function control(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(sandbox.control + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }
  async function signUpOne(): Promise<void> {
    const number = sent.length;
    const door = doors[number % doors.length];
    if (door === undefined) throw new Error('the city has no door');
    const phone = `7900001${String(number).padStart(4, '0')}`;
    const flat = door.start + (Math.floor(number / doors.length) % (door.end - door.start + 1));
    const answer = (await control('POST', '/sign-ups', { phone, entranceId: Number(door.id), flat })) as {
      signUps: { uid: string }[];
    };
    const uid = answer.signUps[0]?.uid ?? '';
    sent.push({ phone, uid, services: door.services });
    await control('POST', '/sign-ups', { uid });
  }

  const closing = opened.move();
  const stack: SignUpStack = {
    postgres: database,
    sandbox,
    hub,
    sql,
    rosdomofon,
    traps,
    consumer,
    sent,
    control,
    async signUp(count) {
      for (let each = 0; each < count; each += 1) await signUpOne();
    },
    async restartConsumer() {
      await endSessions(kafkaPort, groupId);
      await sql`update workers set lease_until = now() where lease_until > now()`;
      await sql`update deliveries set lease_until = now() where state = 'leased'`;
      stack.consumer = await hub.startConsumer();
    },
    async expectEachOnce(timeoutMs = 60_000) {
      try {
        await untilEachIsThereOnce(sql, sent, control, timeoutMs);
      } catch (error) {
        if (error instanceof Error) error.message += `\n${stack.consumer.lines.slice(-20).join('\n')}`;
        throw error;
      }
      expect(await brokenOrder(sql)).toEqual([]);
    },
    async sendWelcomeAgain() {
      const { url } = sandbox.rosdomofon;
      const login = new URLSearchParams({ grant_type: 'password', client_id: 'machine', username, password });
      const signedIn = await fetch(`${url}/authserver-service/oauth/token`, { method: 'POST', body: login });
      const { access_token: token } = (await signedIn.json()) as { access_token: string };
      const response = await fetch(`${url}/abonents-service/api/v1/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          toAbonents: [{ phone: `+${sent[0]?.phone}` }],
          channel: 'support',
          message: 'again',
          deliveryMethod: 'push',
        }),
      });
      expect(response.status).toBe(200);
    },
    close: () => closing.disposeAsync(),
  };
  return stack;
}

async function decide(databaseUrl: string, mode: 'automatic' | 'review'): Promise<void> {
  await using store = openStore(databaseUrl, { applicationName: 'fault-test', maxConnections: 1 });
  const [company] = await store.run<{ id: bigint }>('select id from companies', []);
  const saved = await saveSignUpPolicy(store, {
    companyId: company?.id ?? 0n,
    actor: 'test',
    expectedVersion: null,
    policy: { mode, startsAt: new Date(Date.now() - 60_000) },
  });
  if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
}

async function untilEachIsThereOnce(
  sql: Sql,
  sent: readonly Sent[],
  control: SignUpStack['control'],
  timeoutMs: number,
): Promise<void> {
  await vi.waitFor(
    async () => {
      // What failed waits a second and more for its next attempt: the clock is moved, not the order.
      await sql`update deliveries set due_at = now() where state = 'pending' and due_at > now() + interval '1 second'`;
      const open = await sql`select uid, state, state_reason from sign_ups
        where state not in ('completed', 'network') limit 5`;
      expect([...open]).toEqual([]);
      expect(Number((await sql`select count(*) as n from sign_ups`)[0]?.['n'])).toBe(sent.length);
    },
    { timeout: timeoutMs, interval: 100 },
  );
  const wrong: unknown[] = [];
  for (const { phone, services } of sent) {
    const { counts } = (await control('GET', `/abonent?phone=${phone}`)) as {
      counts: Record<string, number>;
    };
    const { accounts, flats, connections, messages } = counts;
    if (accounts !== 1 || flats !== 1 || connections !== services || messages !== 1)
      wrong.push({ phone, accounts, flats, connections, services, messages });
  }
  if (wrong.length > 0) throw new Error(`not there exactly once: ${JSON.stringify(wrong.slice(0, 5))}`);
}

/** Deliveries of one subject that ended in another order than they were enqueued in. */
const brokenOrder = async (sql: Sql): Promise<unknown[]> => [
  ...(await sql`
    select subject, id from (
      select subject, id, settled_at, lag(settled_at) over (partition by subject order by id) as before from deliveries
    ) d where settled_at < before`),
];
