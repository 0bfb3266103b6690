import type { Store } from '../open/open-store.ts';

/** All times are the database's: clocks of processes differ, and a paused process does not know it was. */
const LEASE = `clock_timestamp() + make_interval(secs => $2::float8 / 1000)`;

/** A process that looks after integrations. Its id is new with every start. */
export interface WorkerLease {
  readonly workerId: string;
  readonly leaseMs: number;
}

const REGISTER = `/* register_worker */ insert into workers (id, lease_until) values ($1, ${LEASE})`;

export async function registerWorker(store: Store, { workerId, leaseMs }: WorkerLease): Promise<void> {
  await store.run(REGISTER, [workerId, leaseMs]);
}

/** 0.5 ms and one row per beat and process, however many integrations it owns. A lease per integration was 4 ms. */
const HEARTBEAT = `/* heartbeat_worker */
update workers set lease_until = ${LEASE} where id = $1 and lease_until > clock_timestamp() returning id`;

/** False: the lease has run out. The worker stops everything and registers under a new id. */
export async function heartbeatWorker(store: Store, { workerId, leaseMs }: WorkerLease): Promise<boolean> {
  const rows = await store.run(HEARTBEAT, [workerId, leaseMs]);
  return rows.length > 0;
}

const RETIRE = `/* retire_worker */
with released as (update integrations set owner = null where owner = $1 returning id)
delete from workers where id = $1`;

/** At an orderly end: the others take over at once instead of after the lease. */
export async function retireWorker(store: Store, workerId: string): Promise<void> {
  await store.run(RETIRE, [workerId]);
}

const FORGET = `/* forget_workers */ delete from workers where lease_until < clock_timestamp() - interval '1 minute'`;

/** Rows of processes that are long gone. */
export async function forgetWorkers(store: Store): Promise<void> {
  await store.run(FORGET, []);
}
