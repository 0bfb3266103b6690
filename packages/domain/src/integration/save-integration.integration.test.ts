import { randomBytes } from 'node:crypto';
import {
  createSecretBox,
  ensureCompany,
  ensureEnvironmentIntegration,
  findIntegrationToInsert,
  insertIntegration,
  loadIntegrations,
  openStore,
  type Store,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { integrationAccess } from './integration-access.ts';
import { saveIntegration } from './save-integration.ts';

const box = createSecretBox(randomBytes(32));
const config = { brokers: ['kafka:443'], groupId: 'contract-7', saslUsername: 'operator' };
const secrets = { saslPassword: 'hunter2' };
let store: Store;
let companyId: bigint;

beforeAll(async () => {
  store = openStore((await createTestDatabase()).url, { applicationName: 'test' });
});
beforeEach(async () => {
  companyId = await newCompany();
});
afterAll(() => store[Symbol.asyncDispose]());

let companyCount = 0;
const newCompany = async () => {
  companyCount++;
  const shortName = `company${companyCount}`;
  return (await ensureCompany(store.db, { shortName, name: shortName })).id;
};
const load = async (id: bigint) => {
  const [row] = await loadIntegrations(store, [id]);
  if (!row) throw new Error('the integration is not there');
  return row;
};

describe('a stored integration', () => {
  test('gives back the access that was saved, its secret sealed in between', async () => {
    const { id } = await saveIntegration(store, { companyId, config, secrets }, box);
    const row = await load(id);
    expect(JSON.stringify(row.config) + Buffer.from(row.secrets ?? []).toString('latin1')).not.toContain(
      'hunter2',
    );
    expect(integrationAccess(row, box).kafka.sasl?.password).toBe('hunter2');
  });

  test('may be given another access later, but not by another company', async () => {
    const { id } = await saveIntegration(store, { companyId, config, secrets }, box);
    await saveIntegration(store, { id, companyId, config, secrets: { saslPassword: 'hunter3' } }, box);
    expect(integrationAccess(await load(id), box).kafka.sasl?.password).toBe('hunter3');
    const other = await ensureCompany(store.db, { shortName: 'other', name: 'Other' });
    await expect(
      saveIntegration(store, { id, companyId: other.id, config, secrets }, box),
    ).rejects.toMatchObject({
      code: 'INTEGRATION_UNKNOWN',
    });
  });

  test('does not open with the secret of another one', async () => {
    const [one, two] = [
      await saveIntegration(store, { companyId, config, secrets }, box),
      await saveIntegration(store, { companyId: await newCompany(), config, secrets }, box),
    ];
    await store.run(
      'update integrations set secrets = (select secrets from integrations where id = $1) where id = $2',
      [one.id, two.id],
    );
    const moved = await load(two.id);
    expect(() => integrationAccess(moved, box)).toThrow(
      expect.objectContaining({ code: 'INTEGRATION_SECRET_DAMAGED' }),
    );
  });

  test.each([
    [
      'brokers are no brokers',
      { config: { ...config, brokers: ['kafka'] }, secrets },
      'INTEGRATION_CONFIG_INVALID',
    ],
    ['the password is missing', { config, secrets: null }, 'INTEGRATION_CONFIG_INVALID'],
    [
      'the password has no user',
      { config: { ...config, saslUsername: undefined }, secrets },
      'INTEGRATION_CONFIG_INVALID',
    ],
    [
      'REST has no password',
      { config: { ...config, rest: { url: 'https://rosdomofon.example', username: 'operator' } }, secrets },
      'INTEGRATION_CONFIG_INVALID',
    ],
  ])('is refused when %s', async (_name, given, code) => {
    await expect(saveIntegration(store, { companyId, ...given }, box)).rejects.toMatchObject({ code });
  });

  test('is refused when the company has one: both would read the same topics', async () => {
    const { id } = await saveIntegration(store, { companyId, config, secrets }, box);
    await expect(saveIntegration(store, { companyId, config, secrets }, box)).rejects.toMatchObject({
      code: 'INTEGRATION_EXISTS',
      message: expect.stringContaining(`(${id})`),
    });
    // control: it is the company's doing, not that of the access
    await saveIntegration(store, { companyId: await newCompany(), config, secrets }, box);
  });

  test('is refused when the company has the one of the environment', async () => {
    await ensureEnvironmentIntegration(store.db, { companyId, config: {} });
    await expect(saveIntegration(store, { companyId, config, secrets }, box)).rejects.toMatchObject({
      code: 'INTEGRATION_EXISTS',
      message: expect.stringContaining('environment of the consumers'),
    });
  });

  test('is refused when somebody else saves one at the same time', async () => {
    const kind = 'rosdomofon';
    let second: Promise<unknown> = Promise.resolve();
    await store.transaction(async (tx) => {
      expect(await findIntegrationToInsert(tx, { companyId, kind })).toBeNull();
      await insertIntegration(tx, { companyId, kind, config });
      second = saveIntegration(store, { companyId, config, secrets }, box).catch((error: unknown) => error);
      const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      await expect.poll(() => store.run(waiting, [])).toHaveLength(1);
    });
    expect(await second).toMatchObject({ code: 'INTEGRATION_EXISTS' });
  });

  test('is refused when it is secret and there is no key to encrypt it with', async () => {
    await expect(saveIntegration(store, { companyId, config, secrets }, null)).rejects.toMatchObject({
      code: 'ENCRYPTION_KEY_MISSING',
    });
  });
});
