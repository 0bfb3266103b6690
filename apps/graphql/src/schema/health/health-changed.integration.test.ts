import { openStore, registerWorker, updateIntegration } from '@domovoy/store';
import { createProxy, createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApi, type TestApi } from '../../testing/api.ts';
import { createDeliveries, type TestDeliveries } from '../../testing/deliveries.ts';
import { eventually } from '../../testing/eventually.ts';
import { type Event, openSocket, type Subscription, subscribe } from '../../testing/socket.ts';
import { countStatements } from '../../testing/statement-counter.ts';
import type { Tenant } from '../../testing/tenant.ts';

const TEXT = `subscription { healthChanged { __typename cursor ... on HealthChanged { health {
  state checkedAt parts { subject state code cause integration { id } } } } } }`;

/** Looks soon, for what nobody tells. */
const EAGER = { healthEveryMs: 20, gapMs: 10, heartbeatMs: 100 };
/** Looks for a reason only. */
const CALM = { healthEveryMs: 3_600_000, gapMs: 10 };

let api: TestApi;
let calm: TestApi;
let demo: Tenant;
let other: Tenant;
let deliveries: TestDeliveries;
beforeAll(async () => {
  api = await startApi({ lookouts: EAGER, rememberKeysMs: 200 });
  calm = await startApi({ lookouts: CALM, databaseUrl: api.databaseUrl });
  [demo, other] = [await api.tenant('demo'), await api.tenant('other')];
  deliveries = await createDeliveries(api.store, demo);
});
afterAll(async () => {
  await calm[Symbol.asyncDispose]();
  await api[Symbol.asyncDispose]();
});

const partOf = (event: Event, subject: string) =>
  event?.health.parts.find((part: { subject: string }) => part.subject === subject);
const whatIsTold = ({ health }: Event) => JSON.stringify(health.parts);

async function followed(from: TestApi, key: string) {
  const socket = openSocket(from.wsUrl, key);
  const subscription = subscribe(socket, TEXT);
  await subscription.live;
  return { socket, subscription };
}

async function moveTarget(action: 'pause' | 'resume') {
  const field = `${action}Target`;
  const text = `mutation ($id: ID!) { ${field}(input: { id: $id }) { __typename } }`;
  const { data } = await calm.query(demo.key, text, { id: deliveries.targetId });
  expect(data[field].__typename).not.toMatch(/Error$/);
}

const eachHears = (subscriptions: readonly Subscription[], code: string | null) =>
  eventually(() => {
    for (const { events } of subscriptions)
      expect(partOf(events.at(-1), 'DELIVERIES')).toMatchObject({ code });
  });

it('tells how it is, that no consumer is alive any more, and that one is again; each once, not at each look', async () => {
  const { socket, subscription } = await followed(api, demo.key);
  const { events } = subscription;
  expect(events).toMatchObject([{ __typename: 'HealthChanged' }]);
  expect(partOf(events[0], 'CONSUMERS')).toMatchObject({ state: 'OK', code: null });
  // It is looked at several times between two heartbeats.
  await eventually(() => expect(subscription.heartbeats.length).toBeGreaterThan(5));
  expect(events).toHaveLength(1);
  // As if the process had been killed: its lease runs out, and nobody says so.
  await api.store.run(`update workers set lease_until = now() - interval '1 second'`, []);
  await eventually(() =>
    expect(partOf(events.at(-1), 'CONSUMERS')).toMatchObject({ state: 'BROKEN', code: 'NO_CONSUMER' }),
  );
  expect(events.at(-1).health.state).toBe('BROKEN');
  await registerWorker(api.store, { workerId: 'the next one', leaseMs: 3_600_000 });
  await eventually(() => expect(partOf(events.at(-1), 'CONSUMERS')).toMatchObject({ state: 'OK' }));
  const told = events.map(whatIsTold);
  expect(told.filter((text, at) => text === told[at - 1])).toEqual([]);
  const times: number[] = events.map(({ health }) => Date.parse(health.checkedAt));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  await socket.dispose();
});

it('tells at once what the feed tells, to its company alone', async () => {
  const [mine, theirs] = [await followed(calm, demo.key), await followed(calm, other.key)];
  await moveTarget('pause');
  await eachHears([mine.subscription], 'TARGET_PAUSED');
  await moveTarget('resume');
  await eachHears([mine.subscription], null);
  const place = { id: demo.integrationId, companyId: demo.company.id };
  await updateIntegration(api.store.db, place, { state: 'broken', stateCode: 'ACCESS_REFUSED' });
  await eachHears([mine.subscription], 'INTEGRATION_BROKEN');
  await updateIntegration(api.store.db, place, { state: 'active', stateCode: null });
  await eachHears([mine.subscription], null);
  const own = await calm.query(other.key, '{ integrations { id } }');
  const ids = own.data.integrations.map(({ id }: { id: string }) => id);
  for (const { health } of theirs.subscription.events)
    for (const { integration } of health.parts) if (integration) expect(ids).toContain(integration.id);
  expect(theirs.subscription.events.filter((event) => partOf(event, 'DELIVERIES').code !== null)).toEqual([]);
  await mine.socket.dispose();
  await theirs.socket.dispose();
});

it('costs forty subscribers what it costs one: a look is for all of a company', async () => {
  await using counter = await countStatements(api.databaseUrl);
  await using counted = await startApi({ lookouts: CALM, databaseUrl: counter.url, rememberKeysMs: 600_000 });
  const first = await followed(counted, demo.key);
  const costOfAChange = async (subscriptions: readonly Subscription[]) => {
    const before = counter.count();
    await moveTarget('pause');
    await eachHears(subscriptions, 'TARGET_PAUSED');
    await moveTarget('resume');
    await eachHears(subscriptions, null);
    return counter.count() - before;
  };
  const one = await costOfAChange([first.subscription]);
  const before = counter.count();
  const more = Array.from({ length: 39 }, () => subscribe(first.socket, TEXT));
  await Promise.all(more.map(({ live }) => live));
  // The feed is looked at in between; each of them asking would be 39 at least.
  expect(counter.count() - before).toBeLessThan(20);
  const all = await costOfAChange([first.subscription, ...more]);
  expect(all).toBeLessThan(one + 39);
  await first.socket.dispose();
});

it('ends when its key is revoked', async () => {
  const key = await api.key(other);
  const { socket, subscription } = await followed(api, key);
  await api.store.run('update api_keys set revoked_at = now() where public_id = $1', [
    key.split('_')[2] ?? '',
  ]);
  await subscription.ended;
  expect(subscription.errors).toMatchObject([{ code: 4403 }]);
  await socket.dispose();
});

it('says that the database cannot be read, invents nothing, and tells how it is when it can', async () => {
  const { url } = await createTestDatabase();
  const { hostname, port } = new URL(url);
  await using proxy = await createProxy({ host: hostname, port: Number(port) });
  const throughProxy = new URL(url);
  throughProxy.host = `127.0.0.1:${proxy.port}`;
  await using behind = await startApi({
    databaseUrl: throughProxy.href,
    rememberKeysMs: 600_000,
    lookouts: EAGER,
  });
  await using direct = openStore(url, { applicationName: 'test' });
  const tenant = await behind.tenant('demo');
  await registerWorker(direct, { workerId: 'alive', leaseMs: 3_600_000 });
  const { socket, subscription } = await followed(behind, tenant.key);
  const { events, errors } = subscription;
  proxy.refuse(true);
  proxy.reset();
  const unavailable = [{ extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }];
  await eventually(() => expect(errors).toMatchObject(unavailable));
  const late = subscribe(socket, TEXT);
  await eventually(() => expect(late.errors).toMatchObject(unavailable));
  expect(partOf(events.at(-1), 'CONSUMERS')).toMatchObject({ state: 'OK' });
  const before = events.length;
  await direct.run(`update workers set lease_until = now() - interval '1 second'`, []);
  proxy.refuse(false);
  await late.live;
  await eventually(() => expect(events.length).toBeGreaterThan(before));
  expect(partOf(events[before], 'CONSUMERS')).toMatchObject({ state: 'BROKEN' });
  expect(partOf(late.events[0], 'CONSUMERS')).toMatchObject({ state: 'BROKEN' });
  expect(errors).toMatchObject(unavailable);
  await socket.dispose();
});
