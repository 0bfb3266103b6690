import { connectServiceToEntrance, deliveriesOfJob, JOB_KINDS } from '@domovoy/domain';
import { createLogger } from '@domovoy/service-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JobWorker } from '../../../jobs/job-worker.ts';
import { createEffectWorld, type EffectWorld } from '../testing/effect-world.ts';

interface Connected {
  readonly connections: readonly { serviceId: number; flatId: number }[];
}

const NOT_THERE = 4_000_000;
let world: EffectWorld;
let jobs: JobWorker;

beforeAll(async () => {
  world = await createEffectWorld({ accounts: 60 });
  await (await world.startConsumer()).ready();
  await world.until(`select count(*) from sync_runs where state = 'completed'`, 1);
  const logger = createLogger({ name: 'test', level: 'silent' });
  jobs = new JobWorker({ store: world.store, kinds: JOB_KINDS, logger });
});
afterAll(async () => {
  await jobs[Symbol.asyncDispose]();
  await world.close();
});

/** Where most flats have not a service that is to be had there. */
async function findPlace() {
  const [place] = await world.rows<{ entrance: bigint; service: bigint }>(
    `select o.entrance_rosdomofon_id as entrance, o.service_rosdomofon_id as service
     from entrance_services o join flats f on f.entrance_rosdomofon_id = o.entrance_rosdomofon_id
     where f.account_rosdomofon_id is not null
     group by 1, 2 order by count(*) desc, 1, 2 limit 1`,
  );
  return { entranceRosdomofonId: place?.entrance ?? 0n, serviceRosdomofonId: place?.service ?? 0n };
}

test('each flat of an entrance is connected once, with lost answers, a mirror that is behind, and one that is refused', async () => {
  const at = await findPlace();
  const own = `f.entrance_rosdomofon_id = ${at.entranceRosdomofonId} and f.account_rosdomofon_id is not null`;
  // The mirror is behind: it knows of no connection there, RosDomofon has some. And one flat is gone since.
  const forgotten = await world.rows(
    `delete from service_connections c using flats f where c.flat_rosdomofon_id = f.rosdomofon_id and ${own}
     and c.service_rosdomofon_id = ${at.serviceRosdomofonId} returning c.id`,
  );
  const flats = await world.rows<{ flat: number; account: number }>(
    `select f.rosdomofon_id::int as flat, f.account_rosdomofon_id::int as account from flats f where ${own}`,
  );
  const [first] = flats;
  await world.store.run(
    `insert into flats (company_id, rosdomofon_id, synced_at, changed_at, entrance_rosdomofon_id, account_rosdomofon_id, is_virtual)
     select id, $1, now(), now(), $2, $3, false from companies`,
    [NOT_THERE, at.entranceRosdomofonId, first?.account ?? 0],
  );
  expect(forgotten.length).toBeGreaterThan(0);
  const path = '/abonents-service/api/v1/services/*/connections';
  expect(flats.length - forgotten.length).toBeGreaterThan(5);
  // One of the three may be the flat that is refused.
  await world.fault({ kind: 'cut-after', path, method: 'POST', times: 3 });
  const { companyId, ...caller } = await world.caller();
  const expectedCount = flats.length + 1;
  const asked = await connectServiceToEntrance(world.store, { companyId, ...caller, at, expectedCount });
  if (asked.kind !== 'requested') throw new Error(JSON.stringify(asked));
  const company = world.store.company(companyId);
  const job = async () => (await company.loadJobs([asked.jobId]))[0];
  await expect.poll(async () => (await job())?.state, { timeout: 40_000 }).toBe('completed');

  const seen = new Map<number, number>();
  for (const account of new Set(flats.map((one) => one.account))) {
    const { connections } = await world.call<Connected>('GET', `/abonent?accountId=${account}`);
    for (const { serviceId, flatId } of connections)
      if (serviceId === Number(at.serviceRosdomofonId)) seen.set(flatId, (seen.get(flatId) ?? 0) + 1);
  }
  expect(flats.map(({ flat }) => seen.get(flat))).toEqual(flats.map(() => 1));
  // Connected in an attempt without an answer, and found by the next one.
  const cut = await world.count(
    `select count(*) from deliveries where state = 'delivered' and ambiguous_attempts > 0`,
  );
  expect(cut).toBeGreaterThanOrEqual(2);
  expect(await job()).toMatchObject({
    done: expectedCount,
    failed: 1,
    result: {
      connected: flats.length - forgotten.length - cut,
      alreadyConnected: forgotten.length + cut,
      failed: 1,
    },
  });
  const keys = deliveriesOfJob({ id: asked.jobId, kind: 'services.connect' }) ?? undefined;
  const page = { direction: 'forward', limit: 10, cursor: null } as const;
  const { rows } = await company.listDeliveries({ filter: { keys, states: ['dead'] }, page });
  expect(rows).toMatchObject([{ subject: `flat:${NOT_THERE}`, lastErrorCode: 'ROSDOMOFON_REJECTED' }]);
  // The mirror has what it was told: nothing is left but the flat that RosDomofon does not know.
  expect(await company.countFlatsAtEntrance(at)).toMatchObject({ without: 1, connected: flats.length });
});
