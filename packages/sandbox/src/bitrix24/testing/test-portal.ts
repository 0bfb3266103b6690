import { startHttp } from '../../http/listen.ts';
import { temporaryFolder } from '../../testing/test-sandbox.ts';
import { newPortalCredentials, type PortalCredentials } from '../auth/credentials.ts';
import type { PortalBehaviour } from '../behaviour.ts';
import { createPortal } from '../create-portal.ts';
import { openPortal, type PortalContext } from '../portal-context.ts';

/** Answers of any call; each test says what it expects of them. */
export type AnyJson = any;

export interface PortalAnswer {
  status: number;
  contentType: string;
  text: string;
  body: AnyJson;
}

export interface TestPortal extends AsyncDisposable {
  context: PortalContext;
  origin: string;
  webhookUrl: string;
  /** By webhook, as JSON. */
  call(method: string, params?: object): Promise<PortalAnswer>;
  /** The result, of a call that has to work. */
  result(method: string, params?: object): Promise<AnyJson>;
  batch(cmd: object, more?: object): Promise<AnyJson>;
  close(): Promise<void>;
}

export interface TestPortalOptions {
  behaviour?: Partial<PortalBehaviour>;
  now?: () => number;
  /** Whose portal it is; a new one in a folder of its own when not given. */
  kept?: { folder: string; credentials: PortalCredentials };
}

/** The portal alone, over HTTP. Without limits, unless a test is about them. */
export async function openTestPortal({ behaviour, now, kept }: TestPortalOptions = {}): Promise<TestPortal> {
  const folder = kept ? null : temporaryFolder();
  const credentials = kept?.credentials ?? newPortalCredentials();
  const context = openPortal({
    folder: kept?.folder ?? folder?.path ?? '',
    credentials,
    behaviour: { limits: 'off', ...behaviour },
    now,
  });
  const server = await startHttp(createPortal(context), 0);
  context.address.listening({ port: server.port, isSecure: false });
  const webhookUrl = `${server.url}/rest/1/${credentials.webhookCode}/`;
  const call = (method: string, params: object = {}) => postJson(`${webhookUrl}${method}`, params);
  const result = async (method: string, params: object = {}) => {
    const answer = await call(method, params);
    if (answer.status !== 200) throw new Error(`${method}: ${answer.status} ${answer.text}`);
    return answer.body.result;
  };
  const close = async () => {
    await server.close();
    context.close();
    folder?.[Symbol.dispose]();
  };
  return {
    context,
    origin: server.url,
    webhookUrl,
    call,
    result,
    batch: (cmd, more = {}) => result('batch', { halt: 0, ...more, cmd }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

export const postJson = (url: string, params: object): Promise<PortalAnswer> =>
  ask(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(params) });

export async function ask(url: string, init: RequestInit = {}): Promise<PortalAnswer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const contentType = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    contentType,
    text,
    body: contentType.includes('json') ? JSON.parse(text) : null,
  };
}
