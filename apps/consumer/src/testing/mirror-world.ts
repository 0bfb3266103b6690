import { requestAccountRefresh, requestImport } from '@domovoy/domain';
import { createRosDomofon } from '@domovoy/rosdomofon-sdk';
import { expect, vi } from 'vitest';
import { startRosdomofonProxy } from './rosdomofon-proxy.ts';
import { createWorld } from './world.ts';

export interface RunRow {
  readonly id: bigint;
  readonly kind: string;
  readonly state: string;
  readonly phase: string | null;
  readonly done: number;
  readonly fence: bigint;
  readonly problems: readonly { phase: string; rosdomofonId: string | null; reason: string }[];
  readonly error_code: string | null;
  readonly requested_by: string;
}

const ENDED = ['completed', 'failed', 'cancelled'];

/** A world whose RosDomofon is reached through a proxy, with a look into the mirror. */
export async function createMirrorWorld(options: { accounts: number }) {
  const world = await createWorld(options);
  const { url, username, password } = world.sandbox.endpoints.rosdomofon;
  const proxy = await startRosdomofonProxy(url);
  const rest = { url: proxy.url, username, password };
  const rosdomofon = createRosDomofon({ baseUrl: url, username, password });

  const rows = <Row>(text: string) => world.store.run<Row>(text, []);
  const runs = () => rows<RunRow>('select * from sync_runs order by id');
  const companyId = async () => (await rows<{ id: bigint }>('select id from companies limit 1'))[0]?.id ?? 0n;

  /** The last run, when it has ended. */
  const ended = (id?: bigint): Promise<RunRow> =>
    vi.waitFor(
      async () => {
        const all = await runs();
        const run = id === undefined ? all.at(-1) : all.find((one) => one.id === id);
        if (!run || !ENDED.includes(run.state)) throw new Error(`${run?.state} ${run?.phase} ${run?.done}`);
        return run;
      },
      { timeout: 45_000, interval: 50 },
    );
  async function importNow(): Promise<RunRow> {
    const requested = await requestImport(world.store, { companyId: await companyId(), requestedBy: 'test' });
    if (!('runId' in requested)) throw new Error(requested.outcome);
    return ended(requested.runId);
  }
  async function refreshNow(accountRosdomofonId: number): Promise<RunRow> {
    const requested = await requestAccountRefresh(world.store, {
      companyId: await companyId(),
      requestedBy: 'test',
      accountRosdomofonId: BigInt(accountRosdomofonId),
    });
    if (!('runId' in requested)) throw new Error(requested.outcome);
    return ended(requested.runId);
  }

  /** What the run found, by kind of object. */
  async function countsOf({ id }: Pick<RunRow, 'id'>) {
    const found = await rows<{ entity: string }>(
      `select entity, added, changed, same, vanished, unreadable from sync_run_counts where run_id = ${id} order by entity`,
    );
    return Object.fromEntries(found.map(({ entity, ...counts }) => [entity, counts]));
  }

  /** The ids of everything that RosDomofon has, read without the mirror. */
  async function truth() {
    const accounts = await rosdomofon.accounts.list().toArray();
    const services: number[] = [];
    for await (const { id } of rosdomofon.services.list({ size: 100 })) services.push(id);
    const entrances: number[] = [];
    for await (const { id } of rosdomofon.entrances.list({ size: 100 })) entrances.push(id);
    const connections = [];
    for (const serviceId of services)
      connections.push(...(await rosdomofon.services.connections({ serviceId }).toArray()));
    return {
      accounts: idsOf(accounts),
      services: services.toSorted(byNumber),
      entrances: entrances.toSorted(byNumber),
      connections: idsOf(connections),
      flats: [...new Set(connections.map(({ flat }) => flat.id))].toSorted(byNumber),
    };
  }
  /** The ids of everything in the mirror that has not vanished. */
  async function mirrored(): Promise<Awaited<ReturnType<typeof truth>>> {
    const ids = async (table: string) =>
      (
        await rows<{ id: bigint }>(
          `select rosdomofon_id as id from ${table} where vanished_at is null order by rosdomofon_id`,
        )
      ).map(({ id }) => Number(id));
    return {
      accounts: await ids('accounts'),
      services: await ids('services'),
      entrances: await ids('entrances'),
      connections: await ids('service_connections'),
      flats: await ids('flats'),
    };
  }

  return {
    ...world,
    proxy,
    rest,
    rosdomofon,
    rows,
    runs,
    ended,
    importNow,
    refreshNow,
    countsOf,
    truth,
    mirrored,
    companyId,
    expectMirrored: async () => expect(await mirrored()).toEqual(await truth()),
    close: async () => {
      await rosdomofon.close();
      await world.close();
      await proxy.close();
    },
  };
}

const byNumber = (a: number, b: number) => a - b;
const idsOf = (objects: readonly { id: number }[]) => objects.map(({ id }) => id).toSorted(byNumber);

export type MirrorWorld = Awaited<ReturnType<typeof createMirrorWorld>>;
