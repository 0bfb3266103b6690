import type { Sandbox } from '../sandbox.ts';
import type { AnyJson } from './rosdomofon-client.ts';

export interface PortalAnswer {
  status: number;
  body: AnyJson;
}

export interface PortalClient {
  call: (method: string, params?: object) => Promise<PortalAnswer>;
  /** The result, or an error that says what there was instead. */
  result: (method: string, params?: object) => Promise<AnyJson>;
}

type Portal = Pick<Sandbox, 'endpoints'>;

const clientWith = (urlOf: (method: string) => string, auth: object = {}): PortalClient => {
  const call: PortalClient['call'] = async (method, params = {}) => {
    const response = await fetch(urlOf(method), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...params, ...auth }),
      redirect: 'manual',
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    call,
    async result(method, params) {
      const { status, body } = await call(method, params);
      if (status !== 200) throw new Error(`${method}: ${status} ${JSON.stringify(body)}`);
      return body.result;
    },
  };
};

export const portalWebhook = ({ endpoints: { bitrix24 } }: Portal): PortalClient =>
  clientWith((method) => `${bitrix24.webhookUrl}${method}`);

/** The portal's application, with tokens that somebody consented to. */
export async function portalApplication(
  portal: Portal,
): Promise<PortalClient & { tokens: AnyJson; with: (accessToken: string) => PortalClient }> {
  const { portalUrl, oauth } = portal.endpoints.bitrix24;
  const { clientId, clientSecret, authorizeUrl } = oauth;
  const consent = await fetch(`${authorizeUrl}?client_id=${clientId}&redirect_uri=${portalUrl}/`, {
    redirect: 'manual',
  });
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clientId,
    client_secret: clientSecret,
    code,
  });
  const tokens: AnyJson = await (await fetch(`${portalUrl}/oauth/token/?${form.toString()}`)).json();
  const as = (auth: string) => clientWith((method) => `${portalUrl}/rest/${method}`, { auth });
  return { ...as(tokens.access_token), tokens, with: as };
}
