import { beginBitrix24Authorization, connectBitrix24, openCrmCursor } from '@domovoy/domain';
import { createSecretBox, openStore } from '@domovoy/store';
import { freePort } from '@domovoy/testkit';
import { expect, vi } from 'vitest';
import { startPersistently, startProcess, type TestProcess, untilReady } from '../parts/process.ts';
import { type Sent, type SignUpStack, startSignUpStack } from './sign-ups.ts';

/** A hub whose portal is an application: its tokens expire, its events come by web hook. */
export interface ApplicationStack {
  readonly signUps: SignUpStack;
  /** One call of the portal by somebody who works in it. */
  readonly call: <T>(method: string, params: object) => Promise<T>;
  /** The deal of somebody who signed up, once it is at the stage. */
  dealAt(sent: Sent, stageId: string): Promise<number>;
  close(): Promise<void>;
}

const KEY = Buffer.alloc(32, 9);

export async function startApplicationStack(): Promise<ApplicationStack> {
  const hooksPort = await freePort();
  const hooksUrl = `http://127.0.0.1:${hooksPort}`;
  const signUps = await startSignUpStack({
    env: {
      ENCRYPTION_KEY: KEY.toString('base64'),
      BITRIX24_CUT_MS: '500',
      BITRIX24_RECONCILE_EVERY_MS: '3600000',
      HOOKS_PUBLIC_URL: hooksUrl,
    },
    sandboxArgs: ['--bitrix24-limits', 'off'],
    mode: 'review',
  });
  const hooks = await startHooks(signUps.hub.databaseUrl, hooksPort);
  const { webhookUrl } = signUps.sandbox.bitrix24;
  await connect(signUps, hooksUrl);

  async function call<T>(method: string, params: object): Promise<T> {
    const response = await fetch(`${webhookUrl}${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
    const answer = (await response.json()) as { result: T; error_description?: string };
    if (!response.ok) throw new Error(`${method}: ${response.status} ${answer.error_description ?? ''}`);
    return answer.result;
  }
  return {
    signUps,
    call,
    dealAt: ({ uid }, stageId) =>
      vi.waitFor(
        async () => {
          const { items } = await call<{ items: { id: number; stageId: string }[] }>('crm.item.list', {
            entityTypeId: 2,
            filter: { '=originId': `sign-up-${uid}` },
          });
          expect(items.map((item) => item.stageId)).toEqual([stageId]);
          return items[0]?.id ?? 0;
        },
        { timeout: 60_000, interval: 200 },
      ),
    async close() {
      await hooks.stop();
      await signUps.close();
    },
  };
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

/** What a person does once: connects, says yes at the portal, comes back. */
async function connect(signUps: SignUpStack, hooksUrl: string): Promise<void> {
  const { hub, sandbox } = signUps;
  await signUps.control('POST', '/bitrix24/application', { redirectUrl: `${hooksUrl}/bitrix24/oauth` });
  await using store = openStore(hub.databaseUrl, { applicationName: 'fault-test', maxConnections: 2 });
  const [company] = await store.run<{ id: bigint }>('select id from companies', []);
  const companyId = company?.id ?? 0n;
  const { portalUrl, oauth } = sandbox.bitrix24;
  const { clientId, clientSecret } = oauth;
  const connected = await connectBitrix24(
    store,
    {
      companyId,
      actor: 'test',
      idempotencyKey: 'portal',
      application: { portal: portalUrl, clientId, clientSecret },
    },
    createSecretBox(KEY),
  );
  if (connected.kind !== 'connected') throw new Error(JSON.stringify(connected));
  const { integrationId } = connected;
  await openCrmCursor(store, { integrationId, companyId, since: null });
  const begun = await beginBitrix24Authorization(store, { companyId, integrationId, actor: 'test' });
  if (begun.kind !== 'begun') throw new Error(begun.kind);
  expect((await fetch(begun.url)).status).toBe(200);
  await vi.waitFor(
    async () => {
      const [row] = await store.run<{ state: string; isChecked: boolean }>(
        'select state, checked_at is not null as "isChecked" from integrations where id = $1',
        [integrationId],
      );
      expect(row).toEqual({ state: 'active', isChecked: true });
    },
    { timeout: 60_000, interval: 50 },
  );
}
