import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { get } from 'node:https';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCertificate, type TestCertificate } from '../../kafka-broker/testing/certificate.ts';
import { testEnvironment } from '../../kafka-broker/testing/env.ts';
import { openTestSandbox, type TestSandbox, temporaryFolder } from '../../testing/test-sandbox.ts';
import type { AnyJson } from '../testing/test-portal.ts';

// Public clients of Bitrix24, unchanged but for the URL (facts §11, §15). Two of them know nothing but https.

const CONTACTS = 2620;
const scripts = path.resolve(import.meta.dirname, '../../../test-clients');
const python = path.resolve(import.meta.dirname, '../../../../../.cache/python/bitrix24/bin/python');
const hasPython = existsSync(python);
if (!hasPython) {
  const missing = 'fast_bitrix24 and b24pysdk are missing: run scripts/python-clients.sh';
  if (testEnvironment.isCi) throw new Error(missing);
  process.stderr.write(`Not run: ${missing}.\n`);
}

let folder: ReturnType<typeof temporaryFolder>;
let certificate: TestCertificate;
let plain: TestSandbox;
let secure: TestSandbox;
beforeAll(async () => {
  folder = temporaryFolder();
  certificate = createCertificate(folder.path);
  [plain, secure] = await Promise.all([
    openTestSandbox({ bitrix24: { contacts: CONTACTS } }),
    openTestSandbox({ bitrix24: { contacts: CONTACTS, tls: certificate } }),
  ]);
});
afterAll(async () => {
  await Promise.all([plain.close(), secure.close()]);
  folder[Symbol.dispose]();
});
beforeEach(async () => {
  for (const sandbox of [plain, secure]) await sandbox.call('POST /bitrix24/limits/reset');
});

const run = async (
  program: string,
  args: string[],
  environment: Record<string, string> = {},
): Promise<AnyJson> => {
  const { stdout } = await promisify(execFile)(program, args, {
    env: { PATH: testEnvironment.path, ...environment },
    timeout: 50_000,
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout);
};
/** The certificate is of this name. */
const named = (url: string) => url.replace('127.0.0.1', 'localhost');
const control = async (sandbox: TestSandbox, call: string, body?: object): Promise<AnyJson> =>
  JSON.parse((await sandbox.call(call, body)).text);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

test.skipIf(!hasPython)(
  'fast_bitrix24 reads all pages, adds in batches, and finds what it added',
  async () => {
    const { webhookUrl } = plain.endpoints.bitrix24;
    const script = path.join(scripts, 'fast_bitrix24_client.py');
    const result = await run(python, ['-B', script, '--webhook', webhookUrl]);
    expect(result.contacts.map(Number).toSorted((a: number, b: number) => a - b)).toEqual(upTo(CONTACTS));
    // It sends its batches side by side: which of them is first is not its word.
    const numberOf = (name: string) => Number(/\d+/.exec(name)?.[0]);
    result.names.sort((a: string, b: string) => numberOf(a) - numberOf(b));
    expect(result).toMatchObject({
      phones: CONTACTS,
      items: CONTACTS,
      names: Array.from({ length: 70 }, (_, n) => `Новый ${n} & Ко`),
      batch: { read: { TITLE: 'Сделка', STAGE_ID: 'NEW' } },
      found: { CONTACT: [70, result.added.at(-1)] },
    });
    expect(Object.values(result.one)).toMatchObject([{ NAME: 'Новый 0 & Ко', LAST_NAME: 'Изменённый' }]);
    expect(await control(plain, 'GET /bitrix24/usage')).toMatchObject({ refusedByRate: 0 });
  },
);

test.skipIf(!hasPython)(
  'b24pysdk reads by offset and by chain, and tells failed commands apart',
  async () => {
    const { portalUrl, webhookUrl } = secure.endpoints.bitrix24;
    const token = webhookUrl.replace(`${portalUrl}/rest/`, '').replace(/\/$/, '');
    const result = await run(
      python,
      [
        '-B',
        path.join(scripts, 'b24pysdk_client.py'),
        '--domain',
        named(new URL(portalUrl).host),
        '--token',
        token,
      ],
      { REQUESTS_CA_BUNDLE: certificate.caFile },
    );
    expect(result.chain).toEqual(upTo(CONTACTS));
    expect(result).toMatchObject({
      profile: { ID: '1', ADMIN: true },
      pages: CONTACTS,
      read: { NAME: 'Иван & Ко', PHONE: [{ VALUE: '+79000000077', VALUE_TYPE: 'MOBILE', TYPE_ID: 'PHONE' }] },
      item: { item: { title: 'Сделка', contactIds: [result.added], stageId: 'NEW' } },
      fields: ['UF_CRM_FLAT'],
      found: { CONTACT: [78, result.added] },
      batches: 60,
      failed: 1,
      error: [expect.any(String), 'Not found'],
    });
  },
);

describe('b24jssdk', () => {
  const client = (...args: string[]) =>
    run(process.execPath, [path.join(scripts, 'b24jssdk-client.mjs'), ...args], {
      NODE_EXTRA_CA_CERTS: certificate.caFile,
    });

  test('reads keyset pages, and batches by place and by name', async () => {
    const before = (await control(secure, 'GET /bitrix24/usage')).requests;
    const result = await client('--webhook', named(secure.endpoints.bitrix24.webhookUrl));
    expect(before).toBe(0);
    expect(result.listed).toBe(620);
    expect(result.fetched).toMatchObject({ ids: upTo(620), pages: expect.arrayContaining([50, 20]) });
    expect(result.positional[1]).toMatchObject({ ID: String(result.positional[0]), NAME: 'Иван & Ко' });
    expect(result.found.CONTACT).toContain(result.positional[0]);
    expect([result.errors, result.after]).toEqual([['Элемент не найден'], true]);
  });

  test('as an application renews an expired token once, and goes on', async () => {
    const { portalUrl, oauth } = secure.endpoints.bitrix24;
    const { clientId, clientSecret } = oauth;
    const consent = await askSecurely(`${named(oauth.authorizeUrl)}?client_id=${clientId}`);
    const code = new URL(consent.location ?? '').searchParams.get('code') ?? '';
    const query = new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      client_secret: clientSecret,
      code,
    });
    const tokens = JSON.parse(
      (await askSecurely(`${named(portalUrl)}/oauth/token/?${query.toString()}`)).text,
    );
    await control(secure, 'POST /bitrix24/tokens/expire');
    const application = JSON.stringify({ tokens: localTokens(tokens), clientId, clientSecret });
    const result = await client('--application', application);
    expect(result).toMatchObject({ info: { CODE: clientId, LICENSE_FAMILY: 'pro' }, refreshed: 1 });
    expect(result.fetched.ids).toEqual(upTo(620));
    expect(await control(secure, 'GET /bitrix24/usage')).toMatchObject({ refreshes: 1 });
  });
});

const localTokens = (tokens: AnyJson) => ({
  ...tokens,
  client_endpoint: named(tokens.client_endpoint),
  server_endpoint: named(tokens.server_endpoint),
});

function askSecurely(url: string): Promise<{ text: string; location: string | undefined }> {
  const { promise, resolve, reject } = Promise.withResolvers<{
    text: string;
    location: string | undefined;
  }>();
  get(url, { ca: certificate.ca }, (incoming) => {
    let text = '';
    incoming.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
    });
    incoming.on('end', () => resolve({ text, location: incoming.headers.location }));
  }).on('error', reject);
  return promise;
}
