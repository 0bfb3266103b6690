import { type SignUpRules, saveMessagingPolicy, saveSignUpPolicy } from '@domovoy/domain';
import type { SignUpRow } from '@domovoy/store';
import { expect, vi } from 'vitest';
import type { z } from 'zod';
import { type Edit, startRosdomofonProxy } from '../../../../testing/rosdomofon-proxy.ts';
import { createWorld } from '../../../../testing/world.ts';

/** What the sandbox's RosDomofon has of an abonent. */
export interface AbonentThere {
  readonly id: number;
  readonly counts: { accounts: number; flats: number; connections: number; messages: number };
  readonly accounts: readonly { id: number; number: string }[];
  readonly flats: readonly { id: number; number: number; entranceId: number | null }[];
  readonly connections: readonly { serviceId: number; flatId: number }[];
}

export interface SentSignUp {
  readonly id: number;
  readonly uid: string;
}

export interface EntranceThere {
  readonly id: number;
  readonly services: readonly { id: number; type: string }[];
  readonly flatStart: number;
  readonly flatEnd: number;
}

export type Rules = z.input<typeof SignUpRules>;

/** Attempts follow each other at once, and a call that hangs does not hang for long. */
const QUICK = {
  callTimeoutMs: 1_000,
  settings: { pollMs: 200, sweepMs: 200, breaker: { failures: 1_000, baseMs: 10, capMs: 10 } },
};

/** The hub with the sandbox's RosDomofon: sign-ups come through Kafka, what they lead to is counted there. */
export async function createSignUpWorld(options: { accounts?: number } = {}) {
  const world = await createWorld({ accounts: options.accounts ?? 600 });
  const { control, rosdomofon } = world.sandbox.endpoints;
  const { username, password } = rosdomofon;
  const proxy = await startRosdomofonProxy(rosdomofon.url);
  const start = () =>
    world.startConsumer({
      rest: { url: proxy.url, username, password },
      deliveries: QUICK,
      syncEveryMs: 3_600_000,
    });
  let consumer = await start();
  await consumer.ready();
  const [company] = await world.store.run<{ id: bigint }>('select id from companies limit 1', []);
  const companyId = company?.id ?? 0n;
  await world.until(`select count(*) from sync_runs where state = 'completed'`, 1);

  async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    const response = await fetch(control + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
    return JSON.parse(answer) as T;
  }
  async function send(fields: object = {}): Promise<SentSignUp> {
    const { signUps } = await call<{ signUps: SentSignUp[] }>('POST', '/sign-ups', fields);
    const [signUp] = signUps;
    if (signUp === undefined) throw new Error('no sign-up');
    return signUp;
  }
  const find = async (uid: string): Promise<SignUpRow | undefined> => {
    const page = { direction: 'forward', limit: 1, cursor: null } as const;
    return (await world.store.company(companyId).listSignUps({ filter: { uid }, page })).rows[0];
  };
  /** Resolves when the sign-up is in the state, for the reason. */
  const until = (uid: string, state: SignUpRow['state'], stateReason: string | null = null) =>
    vi.waitFor(
      async () => {
        const row = await find(uid);
        expect({ state: row?.state, stateReason: row?.stateReason }).toEqual({ state, stateReason });
        if (row === undefined) throw new Error('not there');
        return row;
      },
      { timeout: 45_000, interval: 5 },
    );
  const there = (phone: string) => call<AbonentThere>('GET', `/abonent?phone=${phone}`);
  const stateThere = async (id: number) => {
    const { signUps } = await call<{ signUps: { id: number; status: string; rejectedReason?: string }[] }>(
      'GET',
      '/sign-ups?limit=200',
    );
    return signUps.find((one) => one.id === id);
  };
  const timeline = async (uid: string) => {
    const rows = await world.store.run<{ kind: string; details: unknown; actor: string | null }>(
      `select e.kind, e.details, e.actor from sign_up_events e join sign_ups s on s.id = e.sign_up_id
       where s.uid = $1 order by e.id`,
      [uid],
    );
    return rows;
  };
  /** Entrances whose first flat is behind no other entrance of the house, as the mirror has them. */
  const entrances = async (): Promise<EntranceThere[]> =>
    (
      await world.store.run<{ id: bigint; low: number; high: number; services: string }>(
        `select e.rosdomofon_id as id, min(r.flat_start)::int as low, min(r.flat_end)::int as high,
           (select coalesce(json_agg(json_build_object('id', s.rosdomofon_id, 'type', s.type) order by s.rosdomofon_id), '[]')::text
            from entrance_services es join services s on s.rosdomofon_id = es.service_rosdomofon_id
            where es.entrance_rosdomofon_id = e.rosdomofon_id) as services
         from entrances e join entrance_flat_ranges r on r.entrance_rosdomofon_id = e.rosdomofon_id
         where e.vanished_at is null and not exists (
           select from entrances o left join entrance_flat_ranges r2 on r2.entrance_rosdomofon_id = o.rosdomofon_id
           where o.address_line = e.address_line and o.id <> e.id
             and (r2.flat_start is null or r.flat_start between r2.flat_start and r2.flat_end))
         group by e.rosdomofon_id having count(*) = 1 and min(r.flat_end) > min(r.flat_start) + 3 order by 1`,
        [],
      )
    ).map(({ id, low, high, services }) => ({
      id: Number(id),
      flatStart: low,
      flatEnd: high,
      services: JSON.parse(services) as EntranceThere['services'],
    }));

  let policyVersion: number | null = null;
  async function policy(mode: 'automatic' | 'review', rules: Rules = {}): Promise<void> {
    const saved = await saveSignUpPolicy(world.store, {
      companyId,
      actor: 'test',
      expectedVersion: policyVersion,
      policy: { mode, rules: { holdMs: 0, ...rules }, startsAt: new Date(Date.now() - 60_000) },
    });
    if (saved.kind !== 'saved') throw new Error(JSON.stringify(saved));
    policyVersion = saved.policy.version;
  }

  async function sendBy(way: 'kafka' | 'rest'): Promise<void> {
    const [known] = await world.store.run<{ version: number }>('select version from messaging_policies', []);
    const saved = await saveMessagingPolicy(world.store, {
      companyId,
      sendBy: way,
      autoReplies: null,
      expectedVersion: known?.version ?? 0,
      actor: 'test',
    });
    if (saved.kind !== 'saved') throw new Error(saved.kind);
  }

  return {
    ...world,
    companyId,
    sendBy,
    call,
    send,
    find,
    reached: until,
    there,
    stateThere,
    timeline,
    entrances,
    policy,
    /** Every call of the hub so far. */
    calls: proxy.calls,
    /** What the hub is told instead of RosDomofon's own answers. */
    edit: (change: Edit) => proxy.edit(change),
    close: async () => {
      await world.close();
      await proxy.close();
    },
    fault: (fields: object) => call('POST', '/faults', fields),
    noFaults: () => call('DELETE', '/faults'),
    get consumer() {
      return consumer;
    },
    async restart() {
      await consumer.close();
      consumer = await start();
      await consumer.ready();
    },
  };
}

export type SignUpWorld = Awaited<ReturnType<typeof createSignUpWorld>>;

let phones = 4_000;
/** Of a person whom RosDomofon has not seen yet. */
export const newPhone = () => `7900000${++phones}`;
