import { createHash, randomBytes } from 'node:crypto';
import { createLogger, createMetrics } from '@domovoy/service-kit';
import {
  createSecretBox,
  ensureCompany,
  insertIntegration,
  openStore,
  replaceHookToken,
  type Store,
} from '@domovoy/store';
import { createTestDatabase } from '@domovoy/testkit';
import { stringify } from 'qs';
import { createHooksServer, type HooksServerOptions } from '../http/create-server.ts';
import { createHookMetrics } from '../observe/hook-metrics.ts';

export const TOKEN = 'a-token-of-the-portal';
export const box = createSecretBox(randomBytes(32));
export const sha256 = (text: string) => createHash('sha256').update(text).digest();

export async function openWorld() {
  const { url: databaseUrl } = await createTestDatabase();
  const store = openStore(databaseUrl, { applicationName: 'test' });
  const { id: companyId } = await ensureCompany(store.db, { shortName: 'demo', name: 'demo' });
  return { databaseUrl, store, companyId };
}

/** A portal that is connected; with `TOKEN` for its events unless it is not known yet. */
export async function connectPortal(store: Store, companyId: bigint, { isBelieved = true } = {}) {
  const { id: integrationId } = await insertIntegration(store.db, {
    companyId,
    kind: 'bitrix24',
    config: {},
  });
  if (isBelieved) await believe(store, integrationId);
  return integrationId;
}

export const believe = (
  store: Store,
  integrationId: bigint,
  token = TOKEN,
  origin: 'outgoing_webhook' | 'application' = 'outgoing_webhook',
) => replaceHookToken(store.db, { integrationId, tokenHash: sha256(token), origin, memberId: null });

export async function serveHooks(store: Store, more: Partial<HooksServerOptions> = {}) {
  const metrics = createMetrics({ processMetrics: false });
  const server = createHooksServer({
    store,
    logger: createLogger({ name: 'test', level: 'silent' }),
    metrics: createHookMetrics(metrics),
    encryption: box,
    ready: () => ({ ok: true }),
    ...more,
  });
  const { url } = await server.listen({ host: '127.0.0.1', port: 0 });
  return { url, metrics, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

export type Served = Awaited<ReturnType<typeof serveHooks>>;

export const event = (more: Record<string, unknown> = {}, auth: Record<string, unknown> = {}) => ({
  event: 'ONCRMDEALUPDATE',
  event_handler_id: '975',
  data: { FIELDS: { ID: '662' } },
  ts: '1724140800',
  ...more,
  auth: { domain: 'portal.example', member_id: 'm1', application_token: TOKEN, ...auth },
});

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** Posted as a portal does; `from`: as the proxy in front of us tells where it came from. */
export async function post(
  url: string,
  body: unknown,
  { type = 'application/x-www-form-urlencoded', from }: { type?: string; from?: string } = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': type, ...(from === undefined ? {} : { 'x-forwarded-for': from }) },
    body: typeof body === 'string' ? body : stringify(body),
  });
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    text: await response.text(),
  };
}

export const times = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

/** How many answers have which status. */
export const statuses = (answers: readonly Answer[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([of, all]) => [of, all.length]));

export async function countRows(store: Store, integrationId: bigint): Promise<number | undefined> {
  const [row] = await store.run<{ n: number }>(
    `select count(*)::int as n from inbox_events e join inbox_sources s on s.id = e.source_id where s.integration_id = $1`,
    [integrationId],
  );
  return row?.n;
}

export async function countRefusals(store: Store, integrationId: bigint, reason: string) {
  const [row] = await store.run<{ count: bigint }>(
    'select count from hook_refusals where integration_id = $1 and reason = $2',
    [integrationId, reason],
  );
  return row?.count;
}
