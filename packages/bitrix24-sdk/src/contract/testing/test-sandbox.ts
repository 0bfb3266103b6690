import { readFileSync } from 'node:fs';
import {
  type Bitrix24,
  type Bitrix24Options,
  createBitrix24,
  createMemoryTokenStore,
  oauthAuth,
  webhookAuth,
} from '@domovoy/bitrix24-sdk';
import { exchangeCode } from '../../auth/exchange-code.ts';

export async function openTestSandbox(_options: object = {}) {
  const endpoints = JSON.parse(readFileSync('/tmp/bsdk/ready.json', 'utf8'));
  const { webhookUrl, oauth, portalUrl } = endpoints.bitrix24;
  const clients: Bitrix24[] = [];
  const open = (auth: Bitrix24Options['auth'], more: Partial<Bitrix24Options> = {}) => {
    const client = createBitrix24({ auth, limits: false, retry: { baseDelayMs: 1 }, ...more });
    clients.push(client);
    return client;
  };
  return {
    endpoints,
    portalUrl,
    byWebhook: (more?: Partial<Bitrix24Options>) => open(webhookAuth(webhookUrl), more),
    async asApplication(more?: Partial<Bitrix24Options>) {
      const { clientId, clientSecret, authorizeUrl } = oauth;
      const redirect = await fetch(`${authorizeUrl}?client_id=${clientId}&state=s`, { redirect: 'manual' });
      const { searchParams } = new URL(redirect.headers.get('location') ?? '', portalUrl);
      const tokens = await exchangeCode({
        clientId,
        clientSecret,
        code: searchParams.get('code') ?? '',
        serverUrl: portalUrl,
      });
      return open(oauthAuth({ clientId, clientSecret, tokens: createMemoryTokenStore(tokens) }), more);
    },
    async control(call: string, body?: object): Promise<any> {
      const [method = '', path = ''] = call.split(' ');
      const response = await fetch(`${endpoints.control}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${call}: ${response.status} ${await response.text()}`);
      return response.json();
    },
    async [Symbol.asyncDispose]() {
      for (const client of clients) await client.close({ deadlineMs: 0 });
    },
  };
}
