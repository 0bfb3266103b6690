import {
  type ChatGiven,
  changeBitrix24,
  openTokens,
  readBitrix24Config,
  requestCheck,
} from '@domovoy/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPortalWorld, type PortalWorld } from './testing/portal-world.ts';

let world: PortalWorld;
let integrationId: bigint;

beforeAll(async () => {
  world = await createPortalWorld();
}, 180_000);
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

const count = async (text: string): Promise<number> =>
  (await world.one<{ n: number }>(`select count(*)::int as n from ${text}`))?.n ?? 0;
const delivered = (kind: string) => count(`deliveries where kind = '${kind}' and state = 'delivered'`);

describe('a portal connected as an application', () => {
  test('is broken with a reason until somebody has authorised it, then it works, checked live', async () => {
    integrationId = await world.connect({ chat: { mode: 'open_line' } });
    expect(await world.integration()).toMatchObject({ state: 'broken', stateCode: 'AUTHORIZATION_AWAITED' });
    // What is said meanwhile waits, and is shown afterwards.
    await world.call('POST', '/messages', { text: 'Раньше всех' });
    await world.until(async () => (await count(`deliveries where kind = 'chat.forward'`)) === 1);
    expect(await world.authorize(integrationId)).toBe(200);
    await world.inState('active');
    await world.until(async () => (await delivered('chat.forward')) === 1);
    const report = await world.checked();
    expect(report && report.portal).toMatchObject({
      isAdmin: true,
      memberId: expect.stringMatching(/^\w{20,}$/),
    });
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
    expect(shown).toBe(3);
    const texts = (await chats()).chats.flatMap(({ messages }) => messages.map(({ text }) => text));
    expect(texts.filter((text) => text.includes('Не открывается дверь'))).toHaveLength(1);
    expect(await world.one(`select count(*)::int as n from messages where direction = 'out'`)).toEqual({
      n: 1,
    });
  });

  test('is resolved here when the operator ends the dialog, and open again with the next word of the abonent', async () => {
    const conversation = () =>
      world.one<{ state: string; abonentId: bigint }>(
        `select c.state, c.abonent_rosdomofon_id as "abonentId" from conversations c
           join messages m on m.conversation_id = c.id where m.text = 'Мастер уже едет'`,
      );
    const isIn = (state: string) => world.until(async () => (await conversation())?.state === state);
    expect((await conversation())?.state).not.toBe('resolved');
    const { chats: all } = await chats();
    const chat = all.find(({ messages }) => messages.some(({ text }) => text.includes('Не открывается')));
    await world.call('POST', '/bitrix24/operator/finish', { chatId: chat?.id });
    await isIn('resolved');
    const abonentId = Number((await conversation())?.abonentId);
    await world.call('POST', '/messages', { text: 'Никто не приехал', abonentId });
    await isIn('open');
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

/** As somebody at the portal, not as the hub. */
const atPortal = async <T>(method: string, params: object): Promise<T> => {
  const response = await fetch(`${world.portal.webhookUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  const { result } = (await response.json()) as { result: T };
  return result;
};
test('what somebody moves at the portal is read again, out of the portal’s own queue', async () => {
  const before = await delivered('crm.read');
  const deal = await world.one<{ id: string }>(
    `select remote_id as id from external_refs where remote_kind = 'deal'`,
  );
  await atPortal('crm.item.update', { entityTypeId: 2, id: Number(deal?.id), fields: { stageId: 'LOSE' } });
  await world.until(async () => (await delivered('crm.read')) > before);
  const report = await world.checked();
  expect(report && report.hasOfflineQueue).toBe(true);
});

describe('tokens', () => {
  test('that expired are renewed, whatever asks for them at the same time', async () => {
    const { refreshes: before } = await world.call<{ refreshes: number }>('GET', '/bitrix24/usage');
    await world.call('POST', '/bitrix24/tokens/expire', {});
    const shown = await delivered('chat.forward');
    await world.call('POST', '/messages', { count: 6 });
    await world.until(async () => (await delivered('chat.forward')) >= shown + 6);
    const { refreshes } = await world.call<{ refreshes: number }>('GET', '/bitrix24/usage');
    expect(refreshes - before).toBe(1);
  });

  test('that are refused break the portal; nothing dies of it, and all of it goes on once it is authorised anew', async () => {
    await world.call('POST', '/bitrix24/tokens/revoke', {});
    const shown = await delivered('chat.forward');
    await world.call('POST', '/messages', { count: 3, text: 'Вы меня слышите?' });
    await world.inState('broken', 'AUTHORIZATION_LOST');
    expect(await count(`deliveries where kind = 'chat.forward' and state = 'dead'`)).toBe(0);
    expect(await world.authorize(integrationId)).toBe(200);
    await world.inState('active');
    await world.until(async () => (await delivered('chat.forward')) === shown + 3);
    const rows = await world.store.run<{ attempts: number }>(
      `select attempts from deliveries where kind = 'chat.forward' and state = 'delivered' order by id desc limit 3`,
      [],
    );
    expect(rows.every(({ attempts }) => attempts === 1)).toBe(true);
  });
});

test('an application that is uninstalled breaks with that reason; installed again, it works again', async () => {
  await world.call('POST', '/bitrix24/application', { isInstalled: false });
  await world.inState('broken', 'APPLICATION_REMOVED');
  const { checkedAt } = await world.integration();
  await world.call('POST', '/bitrix24/application', {
    isInstalled: true,
    handlerUrl: `${world.hooksUrl}/bitrix24/${integrationId}/install`,
  });
  await world.inState('active');
  // Its events are bound anew: with an application all of them go.
  await world.until(async () => {
    const report = await world.checked(checkedAt);
    return report && report.steps.some(({ name, state }) => name === 'events' && state === 'ok');
  });
  expect(await count(`hook_tokens where origin = 'application'`)).toBe(1);
});

test('forged and foreign events are refused and counted, and cause nothing', async () => {
  const looked = await delivered('integration.check');
  for (const token of ['forged', 'foreign', 'missing'])
    await world.call('POST', '/bitrix24/events', { event: 'ONAPPUPDATE', data: {}, token });
  await world.until(async () => (await count('hook_refusals')) > 0);
  await world.call('POST', '/bitrix24/events', { event: 'ONAPPUPDATE', data: {}, token: 'right' });
  await world.until(async () => (await delivered('integration.check')) > looked);
});

test('a renamed portal is worked with at its new address, which is kept at once', async () => {
  const { portalUrl } = await world.call<{ portalUrl: string }>('POST', '/bitrix24/rename');
  const shown = await delivered('chat.forward');
  await world.call('POST', '/messages', { text: 'Вы переехали?' });
  await world.until(async () => (await delivered('chat.forward')) > shown);
  await world.until(async () => {
    const row = await world.integration();
    const { clientEndpoint } = openTokens(world.encryption, row, row.tokens ?? new Uint8Array());
    return readBitrix24Config(row.config).portal === portalUrl && clientEndpoint === `${portalUrl}/rest/`;
  });
  await world.call('POST', '/bitrix24/rename');
});

test('a line that is not chatted through any more is left: its connector is active there no more', async () => {
  const isActiveAt = async (line: number) => {
    const row = await world.integration();
    const { accessToken } = openTokens(world.encryption, row, row.tokens ?? new Uint8Array());
    const response = await fetch(`${world.portal.portalUrl}/rest/imconnector.status`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ CONNECTOR: 'domovoy', LINE: line, auth: accessToken }),
    });
    const { result } = (await response.json()) as { result: { STATUS: boolean } };
    return result.STATUS;
  };
  const lineNow = async () => readBitrix24Config((await world.integration()).config).chat.lineId;
  const chat = async (given: ChatGiven) => {
    const by = { companyId: world.companyId, integrationId, actor: 'user:1' };
    expect((await changeBitrix24(world.store, { ...by, chat: given }, world.encryption)).kind).toBe(
      'changed',
    );
  };
  const line = (await lineNow()) ?? 0;
  expect(await isActiveAt(line)).toBe(true);
  await chat({ mode: 'off' });
  await world.until(async () => !(await isActiveAt(line)));
  await chat({ mode: 'open_line' });
  await world.until(async () => isActiveAt((await lineNow()) ?? 0));
});

test('killed at any moment, each message is shown once, or flagged', async () => {
  await world.call('POST', '/bitrix24/faults', {
    kind: 'latency',
    call: 'imconnector.send.messages',
    delayMs: 400,
  });
  const before = await count('messages');
  await world.call('POST', '/messages', { count: 8, text: 'Считаю до восьми' });
  for (let n = 0; n < 2; n++) {
    await world.until(async () => (await count(`external_refs where state = 'sending'`)) > 0);
    await world.restartConsumer();
  }
  await world.call('DELETE', '/bitrix24/faults');
  await world.until(
    async () =>
      (await count('messages')) === before + 8 &&
      (await count(`deliveries where kind = 'chat.forward' and state in ('pending', 'leased')`)) === 0,
    // Of an owner that was killed the leases run out after 30 s.
    90_000,
  );
  const there = (await chats()).chats
    .flatMap(({ messages }) => messages.map(({ text }) => text))
    .filter((text) => text.includes('Считаю до восьми')).length;
  const linked = await count(
    `external_refs r join messages m on m.id = r.entity_id where r.entity = 'message' and r.state = 'linked' and m.text = 'Считаю до восьми'`,
  );
  const flagged = await count(`external_refs where entity = 'message' and state = 'ambiguous'`);
  expect(linked + flagged).toBe(8);
  expect(there).toBeGreaterThanOrEqual(linked);
  expect(there).toBeLessThanOrEqual(8);
}, 120_000);
