import {
  beginBitrix24Authorization,
  type ChatConfig,
  changeBitrix24,
  connectBitrix24,
  readMapping,
  saveMapping,
} from '@domovoy/domain';
import { createSecretBox } from '@domovoy/store';
import { freePort } from '@domovoy/testkit';
import { expect, vi } from 'vitest';
import { startPersistently, startProcess, type TestProcess, untilReady } from '../parts/process.ts';
import { type PortalMoments, type PortalWatch, watchPortal } from '../seams/portal/watch-portal.ts';
import { Trap } from '../seams/trap.ts';
import { type SignUpStack, startSignUpStack } from '../sign-ups/sign-up-stack.ts';

/** The hub that works on sign-ups, with a portal whose way is watched as well. */
export interface CrmStack extends SignUpStack {
  readonly portal: PortalWatch;
  /** At the portal. Those of the stack itself are at RosDomofon, Postgres and Kafka. */
  readonly portalTraps: PortalMoments;
  readonly integrationId: bigint;
  readonly chatMode: ChatConfig['mode'];
  /** One call of the portal by somebody who works in it, past the hub. */
  readonly call: <T>(method: string, params: object) => Promise<T>;
  /** How the CRM is told from now on. */
  saveMapping(mapping: object): Promise<void>;
  /** Resolves when nothing is left to deliver. */
  untilQuiet(): Promise<void>;
}

export interface CrmStackOptions {
  /** How the portal is reached. As an application its tokens expire, and its events come by web hook. */
  readonly auth: 'webhook' | 'application';
  readonly chatMode?: ChatConfig['mode'];
  /** review: a person approves each sign-up. */
  readonly mode?: 'automatic' | 'review';
}

/** So long the hub waits for an answer of the portal. */
export const PORTAL_TIMEOUT_MS = 4_000;
const KEY = Buffer.alloc(32, 7);

export async function startCrmStack({
  auth,
  chatMode = 'off',
  mode = 'automatic',
}: CrmStackOptions): Promise<CrmStack> {
  await using opened = new AsyncDisposableStack();
  const hooksPort = await freePort();
  const hooksUrl = `http://127.0.0.1:${hooksPort}`;
  const signUps = await startSignUpStack({
    mode,
    consumerEnv: {
      ENCRYPTION_KEY: KEY.toString('base64'),
      HOOKS_PUBLIC_URL: hooksUrl,
      // A portal that hangs costs a round so long; and what it is at work on then, it ends within the other time.
      BITRIX24_REQUEST_TIMEOUT_MS: String(PORTAL_TIMEOUT_MS),
      BITRIX24_CUT_MS: '2500',
      BITRIX24_RECONCILE_EVERY_MS: '3600000',
    },
    sandboxArgs: ['--bitrix24-limits', 'off'],
  });
  opened.defer(() => signUps.close());
  const hooks = await startHooks(signUps.hub.databaseUrl, hooksPort);
  opened.defer(() => hooks.stop());
  const { webhookUrl, portalUrl } = signUps.sandbox.bitrix24;
  const portalTraps = {
    look: new Trap('before a look at the portal'),
    beforeEffect: new Trap('before an effect at the portal'),
    afterEffect: new Trap('after an effect at the portal'),
  };
  const portal = await watchPortal(portalUrl, portalTraps);
  opened.defer(() => portal.close());
  const integrationId = await connect(signUps, { auth, chatMode, hooksUrl, portalUrl: portal.url });
  const closing = opened.move();
  const { repair } = signUps;
  return Object.assign(signUps, {
    portal,
    portalTraps,
    integrationId,
    chatMode,
    call: <T>(method: string, params: object) => call<T>(webhookUrl, method, params),
    async saveMapping(mapping: object) {
      const { store, companyId } = signUps;
      const { version: expectedVersion } = await readMapping(store.db, integrationId);
      const given = { companyId, integrationId, mapping, expectedVersion, actor: 'test' };
      const saved = await saveMapping(store, given);
      if (saved.kind !== 'saved') throw new TypeError(JSON.stringify(saved));
    },
    untilQuiet: () =>
      vi.waitFor(
        async () => {
          const open = await signUps.sql`select from deliveries where state in ('pending', 'leased')`;
          expect(open.length).toBe(0);
        },
        { timeout: 110_000, interval: 50 },
      ),
    async repair() {
      portal.only(/./);
      portal.meddle(null);
      await signUps.control('DELETE', '/bitrix24/faults');
      await repair();
    },
    close: () => closing.disposeAsync(),
  });
}

async function call<T>(webhookUrl: string, method: string, params: object): Promise<T> {
  const response = await fetch(`${webhookUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  const answer = (await response.json()) as { result: T; error_description?: string };
  if (!response.ok) throw new Error(`${method}: ${response.status} ${answer.error_description ?? ''}`);
  return answer.result;
}

async function startHooks(databaseUrl: string, port: number): Promise<TestProcess> {
  const healthPort = await freePort();
  const hooks = await startPersistently(() =>
    startProcess({
      name: 'hooks',
      script: 'apps/hooks/src/main.ts',
      env: {
        DATABASE_URL: databaseUrl,
        PORT: String(port),
        HEALTH_PORT: String(healthPort),
        ENCRYPTION_KEY: KEY.toString('base64'),
      },
    }),
  );
  await untilReady(hooks, `http://127.0.0.1:${healthPort}`);
  return hooks;
}

interface ToConnect {
  readonly auth: CrmStackOptions['auth'];
  readonly chatMode: ChatConfig['mode'];
  readonly hooksUrl: string;
  /** By the watched way. */
  readonly portalUrl: string;
}

const BOX = createSecretBox(KEY);

/** What a person does once: enters the access, and says yes at the portal, or makes an outgoing webhook there. */
async function connect(
  stack: SignUpStack,
  { auth, chatMode, hooksUrl, portalUrl }: ToConnect,
): Promise<bigint> {
  const { store, companyId } = stack;
  const { webhookUrl, portalUrl: ownUrl, oauth } = stack.sandbox.bitrix24;
  const { clientId, clientSecret } = oauth;
  const access =
    auth === 'webhook'
      ? { webhookUrl: webhookUrl.replace(ownUrl, portalUrl) }
      : { application: { portal: portalUrl, clientId, clientSecret } };
  const given = { companyId, actor: 'test', idempotencyKey: 'portal', chat: { mode: chatMode }, ...access };
  const connected = await connectBitrix24(store, given, BOX);
  if (connected.kind !== 'connected') throw new Error(JSON.stringify(connected));
  const { integrationId } = connected;
  if (auth === 'application') await sayYes(stack, integrationId, hooksUrl);
  else if (chatMode === 'timeline') await makeOutgoingWebhook(stack, integrationId, hooksUrl);
  await vi.waitFor(
    async () => {
      const [row] = await store.run<{ isReady: boolean }>(
        `select state = 'active' and checked_at is not null
           and (config #>> '{chat,mode}' <> 'open_line' or config #>> '{chat,lineId}' is not null) as "isReady"
         from integrations where id = $1`,
        [integrationId],
      );
      expect(row?.isReady).toBe(true);
    },
    { timeout: 60_000, interval: 50 },
  );
  return integrationId;
}

async function sayYes(
  { store, companyId, control }: SignUpStack,
  integrationId: bigint,
  hooksUrl: string,
): Promise<void> {
  await control('POST', '/bitrix24/application', { redirectUrl: `${hooksUrl}/bitrix24/oauth` });
  const begun = await beginBitrix24Authorization(store, { companyId, integrationId, actor: 'test' });
  if (begun.kind !== 'begun') throw new Error(begun.kind);
  expect((await fetch(begun.url)).status).toBe(200);
}

async function makeOutgoingWebhook(
  { store, companyId, control }: SignUpStack,
  integrationId: bigint,
  hooksUrl: string,
): Promise<void> {
  const url = `${hooksUrl}/bitrix24/${integrationId}`;
  const made = await control<{ applicationToken: string }>('POST', '/bitrix24/outgoing-webhooks', {
    url,
    events: ['ONCRMTIMELINECOMMENTADD'],
  });
  const given = { companyId, integrationId, actor: 'test', eventToken: made.applicationToken };
  const changed = await changeBitrix24(store, given, BOX);
  if (changed.kind !== 'changed') throw new Error(changed.kind);
}
