import { HEALTH_CODES, healthWords } from '@domovoy/domain';
import { acquireIntegrations, insertIntegration, registerWorker, reportIntakes } from '@domovoy/store';
import { isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeId } from '../../ids/node-id.ts';
import { startApi, type TestApi } from '../../testing/api.ts';
import { countReads } from '../../testing/count-reads.ts';
import { createDeliveries } from '../../testing/deliveries.ts';
import { countStatements } from '../../testing/statement-counter.ts';
import type { Tenant } from '../../testing/tenant.ts';
import { createSchema } from '../create-schema.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api[Symbol.asyncDispose]());

it('health names the part that does not work, and is well again when it does', async () => {
  const demo = await api.tenant('demo');
  const stateOf = async (subject: string) => {
    const text =
      '{ health { state parts { subject state code message advice integration { id } } } consumerLag { lag } }';
    const { data, errors } = await api.query(demo.key, text);
    expect(errors).toEqual([]);
    return data.health.parts.find((part: { subject: string }) => part.subject === subject);
  };
  expect(await stateOf('CONSUMERS')).toMatchObject({ state: 'BROKEN', code: 'NO_CONSUMER' });
  await createDeliveries(api.store, demo);
  expect(await stateOf('CONSUMERS')).toMatchObject({ state: 'OK', code: null, advice: null });
  await api.store.run(`update integrations set state = 'paused', state_at = now()`, []);
  expect(await stateOf('INTAKE')).toMatchObject({ state: 'PAUSED', code: 'INTEGRATION_PAUSED' });
});

const HEALTH = '{ state checkedAt parts { subject state code cause since integration { id } } }';

/** A portal besides RosDomofon: it is sent to, and nothing of it comes from Kafka. */
const addPortal = ({ company }: Tenant) =>
  insertIntegration(api.store.db, { companyId: company.id, kind: 'bitrix24', config: {} });

it('one integration has its own parts and no others, by its id and as a field', async () => {
  const tenant = await api.tenant('single');
  const portal = await addPortal(tenant);
  await api.store.run(`update integrations set state = 'broken', state_code = 'PORTAL_GONE' where id = $1`, [
    portal.id,
  ]);
  const ofId =
    'query ($id: ID!) { integrationHealth(id: $id) ' +
    HEALTH +
    ' integration(id: $id) { health ' +
    HEALTH +
    ' } }';
  const healthOf = async (id: bigint) => {
    const { data, errors } = await api.query(tenant.key, ofId, { id: encodeId('Integration', id) });
    expect(errors).toEqual([]);
    expect(data.integration.health).toEqual(data.integrationHealth);
    return data.integrationHealth;
  };
  const [kafka, bitrix] = [await healthOf(tenant.integrationId), await healthOf(portal.id)];
  expect(kafka).toMatchObject({
    state: 'LATE',
    parts: [
      { subject: 'INTAKE', state: 'LATE', code: 'INTAKE_STARTING' },
      { subject: 'DELIVERIES', state: 'OK', code: null },
    ],
  });
  expect(bitrix).toMatchObject({
    state: 'BROKEN',
    parts: [{ subject: 'DELIVERIES', state: 'BROKEN', code: 'INTEGRATION_BROKEN', cause: 'PORTAL_GONE' }],
  });
  const { data } = await api.query(tenant.key, `{ health ${HEALTH} }`);
  expect(data.health.parts).toEqual(expect.arrayContaining([...kafka.parts, ...bitrix.parts]));
});

it('an integration of another company is not there, nor is one that never was', async () => {
  const [tenant, stranger] = [await api.tenant('single'), await api.tenant('stranger')];
  const text = 'query ($id: ID!) { integrationHealth(id: $id) { state } }';
  for (const id of [
    encodeId('Integration', tenant.integrationId),
    encodeId('Integration', 999n),
    'int_x',
    'x',
  ]) {
    const answer = await api.query(stranger.key, text, { id });
    expect([id, answer.data, answer.errors]).toEqual([id, { integrationHealth: null }, []]);
  }
});

it('the health of many integrations takes as many statements as that of one', async () => {
  const tenant = await api.tenant('many');
  const text = '{ integrations { health { state parts { code integration { id } } } } }';
  const few = await countReads(api, tenant, text);
  for (let n = 0; n < 10; n++) await addPortal(tenant);
  const many = await countReads(api, tenant, text);
  expect(many.data.integrations).toHaveLength(11);
  expect([few.repeated, many.repeated]).toEqual([{}, {}]);
  expect(many.readCount).toBe(few.readCount);

  // A read may be several statements: so they are counted as well.
  await using counter = await countStatements(api.databaseUrl);
  await using counted = await startApi({ databaseUrl: counter.url, rememberKeysMs: 600_000 });
  const statementsFor = async (key: string, document: string) => {
    let least = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 3; n++) {
      const before = counter.count();
      await counted.query(key, document);
      least = Math.min(least, counter.count() - before);
    }
    return least;
  };
  const single = await api.tenant('stranger');
  expect(await statementsFor(tenant.key, text)).toBe(await statementsFor(single.key, text));
});

it('consumerLag tells what the reader of each partition noted last', async () => {
  const tenant = await api.tenant('lagging');
  const stranger = await api.tenant('stranger');
  const text = `{ consumerLag { integration { id } topic partition position end lag failures waitingSince reportedAt } }`;
  const lags = async (key: string) => {
    const { data, errors } = await api.query(key, text);
    expect(errors).toEqual([]);
    return data.consumerLag;
  };
  expect(await lags(tenant.key)).toEqual([]);
  const worker = 'reader of lagging';
  await api.store.run(`update workers set lease_until = now() - interval '1 second'`, []);
  await registerWorker(api.store, { workerId: worker, leaseMs: 3_600_000 });
  const owned = await acquireIntegrations(api.store, worker);
  const ownerFence = owned.find(({ id }) => id === tenant.integrationId)?.ownerFence ?? 0n;
  const partition = { position: '5', end: '5', failures: 0, waitingForMs: null };
  const report = {
    integrationId: tenant.integrationId,
    ownerFence,
    state: 'running',
    errorCode: null,
    partitions: [
      { ...partition, topic: 'SIGN_UPS_lagging', partition: 0 },
      {
        topic: 'MESSAGES_IN_lagging',
        partition: 10,
        position: '9007199254740000',
        end: '9007199254740991',
        failures: 3,
        waitingForMs: 90_000,
      },
      { ...partition, topic: 'MESSAGES_IN_lagging', partition: 2, position: null, end: null },
    ],
  } as const;
  await reportIntakes(api.store, worker, [report]);
  const [unknown, behind, done, ...rest] = await lags(tenant.key);
  expect(rest).toEqual([]);
  const integration = { id: encodeId('Integration', tenant.integrationId) };
  const { reportedAt } = behind;
  const shown = { integration, failures: 0, waitingSince: null, reportedAt };
  expect(unknown).toEqual({
    ...shown,
    topic: 'MESSAGES_IN_lagging',
    partition: 2,
    position: null,
    end: null,
    lag: null,
  });
  expect(behind).toEqual({
    ...shown,
    topic: 'MESSAGES_IN_lagging',
    partition: 10,
    position: 9_007_199_254_740_000,
    end: 9_007_199_254_740_991,
    lag: 991,
    failures: 3,
    waitingSince: new Date(Date.parse(reportedAt) - 90_000).toISOString(),
  });
  expect(done).toEqual({ ...shown, topic: 'SIGN_UPS_lagging', partition: 0, position: 5, end: 5, lag: 0 });
  expect(await lags(stranger.key)).toEqual([]);
  // Who does not own it any more is not heard.
  await api.store.run('update integrations set owner_fence = owner_fence + 1', []);
  await reportIntakes(api.store, worker, [{ ...report, partitions: [] }]);
  expect(await lags(tenant.key)).toHaveLength(3);
});

it('is told in words of both languages, of which the schema names every code', async () => {
  const tenant = await api.tenant('words');
  const partOf = async (key: string, subject: string) => {
    const text = `{ health { parts { subject code en: message(language: EN) ru: message(language: RU) plain: message
      adviceEn: advice adviceRu: advice(language: RU) } } }`;
    const { data } = await api.query(key, text);
    return data.health.parts.find((part: { subject: string }) => part.subject === subject);
  };
  await api.store.run(`update integrations set state = 'shadow' where id = $1`, [tenant.integrationId]);
  const [english, russian] = [healthWords('SENDS_NOTHING', 'en'), healthWords('SENDS_NOTHING', 'ru')];
  expect(await partOf(tenant.key, 'DELIVERIES')).toEqual({
    subject: 'DELIVERIES',
    code: 'SENDS_NOTHING',
    en: english.message,
    plain: english.message,
    ru: russian.message,
    adviceEn: english.advice,
    adviceRu: russian.advice,
  });
  const type = createSchema().getType('HealthPart');
  const description = isObjectType(type) ? type.getFields()['code']?.description : '';
  const named = new Set([...(description ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named).toEqual(new Set(HEALTH_CODES));
});
