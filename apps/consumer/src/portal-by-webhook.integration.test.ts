import { changeBitrix24, sendMessage } from '@domovoy/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPortalWorld, type PortalWorld } from './testing/portal-world.ts';

let world: PortalWorld;
let integrationId: bigint;

beforeAll(async () => {
  world = await createPortalWorld({ consumerEnv: { BITRIX24_RECONCILE_EVERY_MS: '1000' } });
}, 180_000);
afterAll(() => world.close());

const atPortal = async <T>(method: string, params: object): Promise<T> => {
  const response = await fetch(`${world.portal.webhookUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  const { result } = (await response.json()) as { result: T };
  return result;
};
const commentsOf = async (contactId: number) =>
  (
    await atPortal<{ ID: string; COMMENT: string }[]>('crm.timeline.comment.list', {
      filter: { ENTITY_ID: contactId, ENTITY_TYPE: 'contact' },
    })
  ).map(({ COMMENT }) => COMMENT);
const count = async (text: string): Promise<number> =>
  (await world.one<{ n: number }>(`select count(*)::int as n from ${text}`))?.n ?? 0;
const delivered = (kind: string) => count(`deliveries where kind = '${kind}' and state = 'delivered'`);
const messagesOut = async () =>
  JSON.stringify((await world.call<{ messages: unknown[] }>('GET', '/messages-out')).messages);
const contactId = async () => {
  const ref = await world.one<{ id: string }>(
    `select remote_id as id from external_refs where remote_kind = 'contact' and state = 'linked'`,
  );
  return Number(ref?.id);
};

describe('a portal connected by webhook', () => {
  test('works at once, and says what a person has to do by hand', async () => {
    integrationId = await world.connect({ webhookUrl: world.portal.webhookUrl, chat: { mode: 'timeline' } });
    const report = await world.checked();
    const steps = report ? Object.fromEntries(report.steps.map((step) => [step.name, step])) : {};
    expect(steps).toMatchObject({
      portal: { state: 'ok' },
      application: { state: 'skipped', hint: 'BY_WEBHOOK' },
      limits: { hint: 'LIMITS_ASSUMED' },
      events: { state: 'warning', hint: 'EVENTS_BY_HAND' },
      open_line: { state: 'skipped' },
    });
    expect(await world.integration()).toMatchObject({ state: 'active' });
  });

  test('is told of by an outgoing webhook whose token a person has entered', async () => {
    const { applicationToken } = await world.call<{ applicationToken: string }>(
      'POST',
      '/bitrix24/outgoing-webhooks',
      {
        url: `${world.hooksUrl}/bitrix24/${integrationId}`,
        events: ['ONCRMTIMELINECOMMENTADD', 'ONCRMDEALUPDATE', 'ONCRMCONTACTUPDATE'],
      },
    );
    const changed = await changeBitrix24(
      world.store,
      { companyId: world.companyId, integrationId, actor: 'user:1', eventToken: applicationToken },
      world.encryption,
    );
    expect(changed.kind).toBe('changed');
  });
});

describe('the chat without an application', () => {
  test('shows a message as a comment on the contact, which is made for it', async () => {
    await world.call('POST', '/messages', { text: 'Нет картинки [камера]' });
    await world.until(async () => (await delivered('chat.forward')) === 1);
    const [comment, ...others] = await commentsOf(await contactId());
    expect(others).toEqual([]);
    expect(comment).toContain('Нет картинки');
  });

  test('sends a comment with the prefix to the abonent, and no other one', async () => {
    const id = await contactId();
    const add = (comment: string) =>
      atPortal('crm.timeline.comment.add', {
        fields: { ENTITY_ID: id, ENTITY_TYPE: 'contact', COMMENT: comment },
      });
    await add('Позвонить завтра');
    await add('Абоненту: мастер [b]придёт[/b] в 15:00');
    await world.until(async () => (await messagesOut()).includes('мастер придёт в 15:00'));
    await world.until(async () => (await delivered('chat.read_comment')) >= 1);
    expect(await count(`messages where direction = 'out'`)).toBe(1);
    expect(await messagesOut()).not.toContain('Позвонить');
  });

  test('shows an answer that was given here, once, and takes none of its own words for an answer', async () => {
    const conversation = await world.one<{ id: bigint }>('select id from conversations limit 1');
    const sent = await sendMessage(world.store, {
      companyId: world.companyId,
      conversationId: conversation?.id ?? 0n,
      text: 'Абоненту: всё починили',
      author: 'user:1',
      idempotencyKey: 'answer-1',
    });
    expect(sent.kind).toBe('queued');
    const shown = async () =>
      (await commentsOf(await contactId())).filter((text) => text.includes('всё починили')).length;
    await world.until(async () => (await shown()) > 0);
    // Its own event has come back by then, and was looked at.
    await world.until(
      async () =>
        (await count(`inbox_events where state = 'pending'`)) === 0 &&
        (await count(`deliveries where kind = 'chat.read_comment' and state in ('pending', 'leased')`)) === 0,
    );
    expect(await shown()).toBe(1);
    expect(await count(`messages where text like '%всё починили%'`)).toBe(1);
  });
});

test('what no web hook tells is found by the regular look', async () => {
  await world.call('POST', '/sign-ups', { count: 1 });
  const deal = () =>
    world.one<{ id: string }>(
      `select remote_id as id from external_refs where remote_kind = 'deal' and state = 'linked'`,
    );
  await world.until(async () => (await deal()) !== undefined);
  await world.call('POST', '/bitrix24/event-delivery', { dropped: 1 });
  const before = await delivered('crm.read');
  await atPortal('crm.item.update', {
    entityTypeId: 2,
    id: Number((await deal())?.id),
    fields: { title: 'Переименовали' },
  });
  await world.until(async () => (await delivered('crm.read')) > before);
  await world.call('POST', '/bitrix24/event-delivery', { dropped: 0 });
});

describe('a webhook that is revoked', () => {
  test('breaks the portal with a reason; deliveries wait, and go on with a new one', async () => {
    const code = world.portal.webhookUrl.split('/').at(-2) ?? '';
    const { webhookUrl } = await world.call<{ webhookUrl: string }>('POST', '/bitrix24/webhooks', {
      userId: 1,
    });
    await world.call('DELETE', `/bitrix24/webhooks?code=${code}`);
    await world.call('POST', '/messages', { text: 'Алло?' });
    await world.inState('broken', 'WEBHOOK_REVOKED');
    expect((await world.integration()).stateReason).toContain('webhook');
    expect(await count(`deliveries where state = 'dead'`)).toBe(0);
    const shown = await delivered('chat.forward');
    const changed = await changeBitrix24(
      world.store,
      { companyId: world.companyId, integrationId, actor: 'user:1', webhookUrl },
      world.encryption,
    );
    expect(changed.kind).toBe('changed');
    await world.inState('active');
    await world.until(async () => (await delivered('chat.forward')) > shown);
  });
});
