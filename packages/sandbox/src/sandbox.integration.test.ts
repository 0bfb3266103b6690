import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox } from './sandbox.ts';
import { openTestSandbox, type TestSandbox, temporaryFolder } from './testing/test-sandbox.ts';

describe('a sandbox with passwords', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await openTestSandbox({ sasl: { users: { operator: 'right&+' } } });
  });
  afterAll(() => sandbox.close());

  const topicsSeenWith = async (password: string | null) => {
    const admin = new Kafka({
      brokers: [sandbox.endpoints.kafka.brokers],
      logLevel: logLevel.NOTHING,
      retry: { retries: 0 },
      ...(password === null ? {} : { sasl: { mechanism: 'scram-sha-512', username: 'operator', password } }),
    }).admin();
    try {
      await admin.connect();
      return await admin.listTopics();
    } finally {
      await admin.disconnect();
    }
  };

  test('shows its topics to who knows one', async () => {
    expect(await topicsSeenWith('right&+')).toContain('SIGN_UPS_demo');
  });

  test.each([['wrong'], [null]])('shows nothing to who says %j', async (password) => {
    await expect(topicsSeenWith(password)).rejects.toThrow(/\S/);
  });

  test('needs none for its control calls', async () => {
    expect((await sandbox.call('POST /sign-ups')).status).toBe(201);
  });
});

describe('closing a sandbox', () => {
  test('twice is once, and frees folder and ports', async () => {
    const sandbox = await openTestSandbox();
    await Promise.all([sandbox.close(), sandbox.close()]);
    await expect(fetch(sandbox.endpoints.control)).rejects.toThrow('fetch failed');
  });

  test('a start that fails leaves nothing open', async () => {
    await using first = await openTestSandbox();
    const controlPort = Number(new URL(first.endpoints.control).port);
    await expect(openTestSandbox({ controlPort })).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      meta: { port: controlPort },
    });
    await expect(openTestSandbox({ companyShortName: 'ALL' })).rejects.toThrow('ALL');
  });
});

test('a port that one part had the last time may now be given to another', async () => {
  using folder = temporaryFolder();
  const first = await startSandbox({ dataDir: folder.path });
  await first.close();
  const controlPort = Number(first.endpoints.kafka.brokers.split(':')[1]);
  await using second = await startSandbox({ dataDir: folder.path, controlPort });
  expect(second.endpoints.control).toBe(`http://127.0.0.1:${controlPort}`);
  expect(second.endpoints.rosdomofon).toEqual(first.endpoints.rosdomofon);
});
