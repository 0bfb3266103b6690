// What users of b24jssdk do with a portal, by webhook and as an application: prints what came of it as JSON.
// Its https is trusted by NODE_EXTRA_CA_CERTS, which Node reads when it starts: a process of its own.
import { parseArgs } from 'node:util';
import { B24Hook, B24OAuth } from '@bitrix24/b24jssdk';

const { values } = parseArgs({ options: { webhook: { type: 'string' }, application: { type: 'string' } } });

/** @param {import('@bitrix24/b24jssdk').AbstractB24} b24 */
async function fetched(b24) {
  const [requests, ids] = [[], []];
  const pages = b24.actions.v2.fetchList.make({
    method: 'crm.item.list',
    // It sends two requests a second, once it has sent fifty.
    params: { entityTypeId: 3, select: ['id', 'name'], filter: { '<=id': 620 } },
    idKey: 'id',
    customKeyForResult: 'items',
  });
  for await (const rows of pages) {
    requests.push(rows.length);
    ids.push(...rows.map(({ id }) => id));
  }
  return { pages: requests, ids };
}

async function byWebhook(url) {
  const b24 = B24Hook.fromWebhookUrl(url);
  const list = await b24.actions.v2.callList.make({
    method: 'crm.contact.list',
    params: { select: ['ID', 'NAME'], filter: { '<=ID': 620 } },
  });
  const positional = await b24.actions.v2.batch.make({
    calls: [
      ['crm.contact.add', { fields: { NAME: 'Иван & Ко', PHONE: [{ VALUE: '+79000000088' }] } }],
      ['crm.contact.get', { id: '$result[0]' }],
    ],
    options: { isHaltOnError: true },
  });
  const named = await b24.actions.v2.batch.make({
    calls: {
      good: { method: 'crm.duplicate.findbycomm', params: { type: 'PHONE', values: ['+79000000088'] } },
      bad: { method: 'crm.item.get', params: { entityTypeId: 2, id: 1e9 } },
      after: { method: 'server.time' },
    },
    options: { isHaltOnError: false, returnAjaxResult: true },
  });
  const results = named.getData();
  return {
    fetched: await fetched(b24),
    listed: list.getData().length,
    positional: positional.getData(),
    found: results.good.getData().result,
    errors: named.getErrorMessages(),
    after: results.after.isSuccess,
  };
}

async function byApplication({ tokens, ...secret }) {
  const b24 = new B24OAuth(
    {
      applicationToken: 'unused',
      userId: tokens.user_id,
      memberId: tokens.member_id,
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
      expires: tokens.expires,
      expiresIn: tokens.expires_in,
      scope: tokens.scope,
      domain: new URL(tokens.client_endpoint).host,
      clientEndpoint: tokens.client_endpoint,
      serverEndpoint: tokens.server_endpoint,
      status: tokens.status,
    },
    secret,
  );
  const refreshed = [];
  b24.setCallbackRefreshAuth(async ({ b24OAuthParams }) => {
    refreshed.push(b24OAuthParams.refreshToken);
  });
  const info = await b24.actions.v2.call.make({ method: 'app.info' });
  return { info: info.getData().result, refreshed: refreshed.length, fetched: await fetched(b24) };
}

const result = values.webhook
  ? await byWebhook(values.webhook)
  : await byApplication(JSON.parse(values.application ?? '{}'));
process.stdout.write(`${JSON.stringify(result)}\n`);
