import { createLogger } from '@domovoy/service-kit';
import { loadIntegrations, putExternalRef } from '@domovoy/store';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type CrmWorld, createCrmWorld } from '../crm/testing/crm-world.ts';
import { chatHandlers } from './chat-handlers.ts';

const CUT_MS = 60_000;
const ABONENT = 9n;
let world: CrmWorld;
let contactId: number;
let conversationId: bigint;

beforeAll(async () => {
  world = await createCrmWorld({ isIdle: true });
  const { store, target } = world;
  const { companyId, integrationId } = target;
  await store.run(
    `update integrations set config = config || '{"chat":{"mode":"timeline"}}'::jsonb where id = $1`,
    [integrationId],
  );
  const { item } = await world.call<{ item: { id: number } }>('crm.item.add', {
    entityTypeId: 3,
    fields: { name: 'Абонент' },
  });
  contactId = item.id;
  await putExternalRef(store.db, {
    integrationId,
    companyId,
    entity: 'abonent',
    entityId: ABONENT,
    remoteKind: 'contact',
    remoteId: String(contactId),
  });
  const [row] = await store.run<{ id: bigint }>(
    `insert into conversations (company_id, abonent_rosdomofon_id, channel, last_message_at)
     values ($1, $2, 'support', now()) returning id`,
    [companyId, ABONENT],
  );
  conversationId = row?.id ?? 0n;
});
afterAll(() => world.close());

async function message(text: string): Promise<bigint> {
  const [row] = await world.store.run<{ id: bigint }>(
    `insert into messages (company_id, conversation_id, direction, state, text, sent_at)
     values ($1, $2, 'in', 'received', $3, now()) returning id`,
    [world.target.companyId, conversationId, text],
  );
  return row?.id ?? 0n;
}

/** One attempt, past the engine. */
async function attempt(messageId: bigint, ambiguousAttempts = 0) {
  const { store, target, portal } = world;
  const [integration] = await loadIntegrations(store, [target.integrationId]);
  if (!integration) throw new Error('it is there');
  const tools = {
    store,
    bitrix24Of: () => portal,
    portalStates: new Map(),
    portalCutMs: CUT_MS,
    hooksUrl: null,
  };
  const outcome = await chatHandlers(tools)['chat.forward'].handle(
    {
      id: 1n,
      kind: 'chat.forward',
      companyId: target.companyId,
      subject: '',
      payload: { messageId, conversationId },
      attempt: 1 + ambiguousAttempts,
      maxAttempts: 10,
      ambiguousAttempts,
      traceparent: null,
    },
    {
      integration,
      signal: new AbortController().signal,
      logger: createLogger({ name: 'test', level: 'silent' }),
      record: () => {},
    },
  );
  if ('continuation' in outcome)
    await store.transaction((tx) => outcome.continuation?.(tx, () => {}) ?? Promise.resolve());
  return outcome;
}
const shown = async (text: string) =>
  (await world.commentsOf(contactId, 'contact')).filter((comment) => comment.includes(text)).length;

test('a comment of which nobody heard is looked for when the portal is surely done with it, and is there once', async () => {
  // The world's client waits for 1 s.
  const hang = { kind: 'latency', call: 'crm.timeline.comment.add', delayMs: 2_000, times: 1 };
  const slow = await message('Долго думает');
  await world.control('POST', '/bitrix24/faults', hang);
  expect(await attempt(slow)).toMatchObject({ outcome: 'ambiguous', afterMs: CUT_MS });
  await vi.waitUntil(async () => (await shown('Долго думает')) === 1, 10_000);
  expect(await attempt(slow, 1)).toMatchObject({ outcome: 'delivered' });
  expect(await shown('Долго думает')).toBe(1);

  // A control: who looks at once finds nothing, and writes it twice.
  const hasty = await message('Поспешили');
  await world.control('POST', '/bitrix24/faults', hang);
  await attempt(hasty);
  expect(await attempt(hasty, 1)).toMatchObject({ outcome: 'delivered' });
  await vi.waitUntil(async () => (await shown('Поспешили')) === 2, 10_000);
});
