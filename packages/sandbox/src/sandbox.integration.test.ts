import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestSandbox, type TestSandbox } from './testing/test-sandbox.ts';

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
