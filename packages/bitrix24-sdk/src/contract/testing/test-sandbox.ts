import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Bitrix24,
  type Bitrix24Options,
  createBitrix24,
  createMemoryTokenStore,
  exchangeCode,
  type OAuthTokens,
  oauthAuth,
  webhookAuth,
} from '@domovoy/bitrix24-sdk';
import { type SandboxOptions, startSandbox } from '@domovoy/sandbox';

/** The sandbox's portal, and clients of it that are closed with it. */
export interface TestSandbox extends AsyncDisposable {
  readonly webhookUrl: string;
  readonly portalUrl: string;
  readonly application: { readonly clientId: string; readonly clientSecret: string };
  byWebhook(more?: Partial<Bitrix24Options>): Bitrix24;
  /** The first tokens of the application, as a redirect brings them. */
  authorise(): Promise<OAuthTokens>;
  asApplication(more?: Partial<Bitrix24Options>): Promise<Bitrix24>;
  /** A call of the control API: `control('POST /bitrix24/faults', { kind: 'cut' })`. */
  control<Answer>(call: string, body?: object): Promise<Answer>;
}

export async function openTestSandbox(options: Partial<SandboxOptions> = {}): Promise<TestSandbox> {
  const dataDir = mkdtempSync(join(tmpdir(), 'domovoy-bitrix24-sdk-'));
  const sandbox = await startSandbox({
    dataDir,
    accounts: 20,
    seed: 'sdk',
    bitrix24: { limits: 'off' },
    ...options,
  });
  const { control, bitrix24 } = sandbox.endpoints;
  const { clientId, clientSecret, authorizeUrl } = bitrix24.oauth;
  const clients: Bitrix24[] = [];
  const open = (auth: Bitrix24Options['auth'], more: Partial<Bitrix24Options> = {}) => {
    const client = createBitrix24({ auth, limits: false, retry: { baseDelayMs: 1 }, ...more });
    clients.push(client);
    return client;
  };

  const authorise = async () => {
    const answer = await fetch(`${authorizeUrl}?client_id=${clientId}&state=s`, { redirect: 'manual' });
    const { searchParams } = new URL(answer.headers.get('location') ?? '', bitrix24.portalUrl);
    const code = searchParams.get('code') ?? '';
    return exchangeCode({ clientId, clientSecret, code, serverUrl: bitrix24.portalUrl });
  };

  return {
    webhookUrl: bitrix24.webhookUrl,
    portalUrl: bitrix24.portalUrl,
    application: { clientId, clientSecret },
    byWebhook: (more) => open(webhookAuth(bitrix24.webhookUrl), more),
    authorise,
    async asApplication(more) {
      const tokens = createMemoryTokenStore(await authorise());
      return open(oauthAuth({ clientId, clientSecret, tokens }), more);
    },
    async control<Answer>(call: string, body?: object) {
      const [method = '', path = ''] = call.split(' ');
      const response = await fetch(`${control}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${call}: ${response.status} ${await response.text()}`);
      return (await response.json()) as Answer;
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) await client.close({ deadlineMs: 0 });
      await sandbox.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
