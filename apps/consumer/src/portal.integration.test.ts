import { requestCheck } from '@domovoy/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPortalWorld, type PortalWorld } from './testing/portal-world.ts';

let world: PortalWorld;
let integrationId: bigint;

beforeAll(async () => {
  world = await createPortalWorld();
});
afterAll(() => world.close());

interface Chat {
  readonly id: number;
  readonly messages: readonly {
    readonly from: string;
    readonly text: string;
    readonly [field: string]: unknown;
  }[];
}
const chats = () => world.call<{ chats: Chat[] }>('GET', '/bitrix24/chats');
const messagesOut = () =>
  world
    .call<{ messages: { value: string }[] }>('GET', '/messages-out')
    .then(({ messages }) => JSON.stringify(messages));

describe('a portal connected as an application', () => {
  test('is broken with a reason until somebody has authorised it, then it works, checked live', async () => {
    integrationId = await world.connect({ chat: { mode: 'open_line' } });
    expect(await world.integration()).toMatchObject({ state: 'broken', stateCode: 'AUTHORIZATION_AWAITED' });
    expect(await world.authorize(integrationId)).toBe(200);
    await world.inState('active');
    const report = await world.checked();
    expect(report && report.portal?.isAdmin).toBe(true);
    expect(report && Object.fromEntries(report.steps.map(({ name, state }) => [name, state]))).toMatchObject({
      portal: 'ok',
      application: 'ok',
      limits: 'ok',
      events: 'ok',
    });
    const tokens = await world.one<{ tokens: Uint8Array }>('select tokens from integrations where id = $1', [
      integrationId,
    ]);
    expect(Buffer.from(tokens?.tokens ?? []).length).toBeGreaterThan(100);
  });

  test('has an open line of its own with an active connector, whatever was there', async () => {
    await world.until(async () => {
      const { config } = await world.integration();
      return (
        JSON.stringify(config).includes('"lineId":') && !JSON.stringify(config).includes('"lineId":null')
      );
    });
    const before = (await world.integration()).checkedAt;
    await requestCheck(world.store, { companyId: world.companyId, integrationId, actor: 'user:1' });
    const report = await world.checked(before);
    expect(report && report.openLine).toMatchObject({ isActive: true });
  });
});

describe('the support chat', () => {
  test('shows what an abonent writes, and brings the operator’s answer to MESSAGES_OUT with its author’s name', async () => {
    await world.call('POST', '/messages', { text: 'Не открывается дверь [подъезд 2]' });
    const chat = await world.until(async () =>
      (await chats()).chats.find(({ messages }) =>
        messages.some(({ text }) => text.includes('Не открывается дверь')),
      ),
    );
    expect(JSON.stringify(chat)).toContain('+79000');
    await world.call('POST', '/bitrix24/operator/replies', {
      chatId: chat && chat.id,
      text: 'Мастер [b]уже[/b] едет',
    });
    await world.until(async () => (await messagesOut()).includes('Мастер уже едет'));
    const answer = await world.one<{ author: string; authorName: string | null; state: string }>(
      `select author, author_name as "authorName", state from messages where text = 'Мастер уже едет'`,
    );
    expect(answer?.author).toMatch(/^bitrix24:\d+$/);
    expect(answer?.authorName).toBeTruthy();
    // The operator sees that it arrived.
    await world.until(
      async () =>
        (
          await world.one<{ n: number }>(
            `select count(*)::int as n from deliveries where kind = 'chat.delivered' and state = 'delivered'`,
          )
        )?.n === 1,
    );
  });

  test('shows nothing twice, and none of it comes back as an answer', async () => {
    const [{ n: shown } = { n: 0 }] = await world.store.run<{ n: number }>(
      `select count(*)::int as n from external_refs where entity = 'message' and state = 'linked'`,
      [],
    );
    expect(shown).toBe(2);
    const texts = (await chats()).chats.flatMap(({ messages }) => messages.map(({ text }) => text));
    expect(texts.filter((text) => text.includes('Не открывается дверь'))).toHaveLength(1);
    expect(await world.one(`select count(*)::int as n from messages where direction = 'out'`)).toEqual({
      n: 1,
    });
  });
});

test('a sign-up ends as a contact and a deal of the portal', async () => {
  const startedAt = performance.now();
  await world.call('POST', '/sign-ups', { count: 1 });
  await world.until(
    async () =>
      (
        await world.one<{ n: number }>(
          `select count(*)::int as n from external_refs where state = 'linked' and remote_kind in ('contact', 'deal')
           and remote_id is not null and entity in ('abonent', 'sign_up')`,
        )
      )?.n === 2,
  );
  expect(performance.now() - startedAt).toBeLessThan(6_000);
});
