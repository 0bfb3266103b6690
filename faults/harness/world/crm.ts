import { connectBitrix24, openCrmCursor } from '@domovoy/domain';
import { createSecretBox, openStore } from '@domovoy/store';
import { expect, vi } from 'vitest';
import { type PortalWatch, watchPortal } from '../seams/portal-watch.ts';
import { Trap } from '../seams/trap.ts';
import { type Sent, type SignUpStack, startSignUpStack } from './sign-ups.ts';

/** The hub that works on sign-ups, with a portal whose way is watched as well. */
export interface CrmStack {
  readonly signUps: SignUpStack;
  readonly portal: PortalWatch;
  readonly traps: { readonly look: Trap; readonly beforeEffect: Trap; readonly afterEffect: Trap };
  /** So many people sign up; kill -9 of the consumer at the moment of the trap, and another one begins. */
  killAt(trap: Trap, count: number): Promise<void>;
  /** Resolves when each abonent is one contact, each sign-up one deal at its stage, each line one comment. */
  expectEachOnce(timeoutMs?: number): Promise<void>;
  /** One call of the portal, past the hub. */
  readonly call: <T>(method: string, params: object) => Promise<T>;
  close(): Promise<void>;
}

const KEY = Buffer.alloc(32, 7);

export async function startCrmStack(): Promise<CrmStack> {
  const signUps = await startSignUpStack({
    env: {
      ENCRYPTION_KEY: KEY.toString('base64'),
      // The sandbox has done what it was asked for, or never will, when it does not answer.
      BITRIX24_CUT_MS: '500',
    },
    sandboxArgs: ['--bitrix24-limits', 'off'],
  });
  const { webhookUrl, portalUrl } = signUps.sandbox.bitrix24;
  const traps = {
    look: new Trap('before a look at the portal'),
    beforeEffect: new Trap('before an effect at the portal'),
    afterEffect: new Trap('after an effect at the portal'),
  };
  const portal = await watchPortal(portalUrl, traps);
  await connect(signUps.hub.databaseUrl, webhookUrl.replace(portalUrl, portal.url));

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
  const stack: CrmStack = {
    signUps,
    portal,
    traps,
    call,
    async killAt(trap, count) {
      const sprung = trap.set(async () => {
        await signUps.consumer.kill9();
        return 'drop' as const;
      });
      await Promise.all([sprung, signUps.signUp(count)]);
      await signUps.restartConsumer();
    },
    async expectEachOnce(timeoutMs = 90_000) {
      try {
        await vi.waitFor(
          async () => {
            const seen = await Promise.all(signUps.sent.map(async (sent) => look(call, sent)));
            const wrong = seen.filter((line) => line !== AS_IT_SHOULD_BE);
            expect(wrong.slice(0, 10).join('\n')).toBe('');
          },
          { timeout: timeoutMs, interval: 250 },
        );
      } catch (error) {
        const open = await signUps.sql`
          select kind, state, last_error_code, attempts, ambiguous_attempts from deliveries
          where kind like 'crm.%' and state not in ('delivered', 'skipped') order by id limit 20`;
        if (error instanceof Error)
          error.message += `\n${open.map((row) => JSON.stringify(row)).join('\n')}\n${signUps.consumer.lines.slice(-20).join('\n')}`;
        throw error;
      }
    },
    async close() {
      await signUps.close();
      await portal.close();
    },
  };
  return stack;
}

const AS_IT_SHOULD_BE = '1 contact, deals WON, comments completed received';

/** What the portal has of somebody who signed up, in words that are all the same when all is well. */
async function look(call: CrmStack['call'], { phone, uid }: Sent): Promise<string> {
  const found = await call<{ CONTACT?: number[] }>('crm.duplicate.findbycomm', {
    type: 'PHONE',
    values: [`+${phone}`, phone, `8${phone.slice(1)}`, phone.slice(1)],
    entity_type: 'CONTACT',
  });
  const { items } = await call<{ items: { id: number; stageId: string }[] }>('crm.item.list', {
    entityTypeId: 2,
    filter: { '=originId': `sign-up-${uid}` },
  });
  const comments = await Promise.all(
    items.map(({ id }) =>
      call<{ COMMENT: string }[]>('crm.timeline.comment.list', {
        filter: { ENTITY_ID: id, ENTITY_TYPE: 'deal' },
      }),
    ),
  );
  const told = comments
    .flat()
    .map(({ COMMENT }) => (COMMENT.startsWith('Заявка') ? 'received' : 'completed'))
    .toSorted();
  const stages = items.map(({ stageId }) => stageId).join();
  return `${found.CONTACT?.length ?? 0} contact, deals ${stages}, comments ${told.join(' ')}`;
}

/** What a person does once; the owner takes the portal within a second. */
async function connect(databaseUrl: string, webhookUrl: string): Promise<void> {
  await using store = openStore(databaseUrl, { applicationName: 'fault-test', maxConnections: 2 });
  const [company] = await store.run<{ id: bigint }>('select id from companies', []);
  const companyId = company?.id ?? 0n;
  const connected = await connectBitrix24(
    store,
    { companyId, actor: 'test', idempotencyKey: 'portal', webhookUrl },
    createSecretBox(KEY),
  );
  if (connected.kind !== 'connected') throw new Error(JSON.stringify(connected));
  await openCrmCursor(store, { integrationId: connected.integrationId, companyId, since: null });
}
