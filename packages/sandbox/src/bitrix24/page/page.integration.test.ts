import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../../testing/browser.ts';
import { type EventReceiver, startEventReceiver } from '../../testing/event-receiver.ts';
import { connectToLine, sendMessages, visitorMessage } from '../../testing/open-lines-client.ts';
import { type PortalClient, portalApplication, portalWebhook } from '../../testing/portal-client.ts';
import { openTestSandbox, type TestSandbox } from '../../testing/test-sandbox.ts';

let sandbox: TestSandbox;
let receiver: EventReceiver;
let webhook: PortalClient;
let application: PortalClient;
beforeAll(async () => {
  sandbox = await openTestSandbox({ accounts: 10, bitrix24: { limits: 'off' } });
  receiver = await startEventReceiver();
  webhook = portalWebhook(sandbox);
  application = await portalApplication(sandbox);
});
beforeEach(async () => {
  await sandbox.call('POST /reset');
  receiver.forget();
});
afterAll(async () => {
  await receiver[Symbol.asyncDispose]();
  await sandbox.close();
});

const portal = (path: string) => `${sandbox.endpoints.bitrix24.portalUrl}${path}`;
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(portal(path), { headers: { 'accept-language': 'ru', ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const HOSTILE = `"><script>window.hacked=1</script><img src=x onerror="window.hacked=1">'&amp;`;

/** A contact, his deal with a product and a comment, and a chat with him. */
async function fillPortal(name = 'Иван', phone = '+79000000042') {
  const fm = [{ typeId: 'PHONE', valueType: 'MOBILE', value: phone }];
  const contact = await webhook.result('crm.item.add', {
    entityTypeId: 3,
    fields: { name, lastName: 'Петров', originId: '42', fm },
  });
  const contactId: number = contact.item.id;
  const deal = await webhook.result('crm.item.add', {
    entityTypeId: 2,
    fields: { title: `Домофон: ${name}`, contactIds: [contactId], opportunity: 1500, currencyId: 'RUB' },
  });
  const dealId: number = deal.item.id;
  await webhook.result('crm.item.productrow.set', {
    ownerType: 'D',
    ownerId: dealId,
    productRows: [{ productName: `Обслуживание ${name}`, price: 50, quantity: 3 }],
  });
  await webhook.result('crm.timeline.comment.add', {
    fields: { ENTITY_TYPE: 'deal', ENTITY_ID: dealId, COMMENT: `[b]Заявка[/b] от ${name}` },
  });
  await connectToLine(application, receiver.url);
  const files = [{ name, url: 'javascript:window.hacked=1' }];
  const { body } = await sendMessages(
    application,
    visitorMessage('m1', `Здравствуйте, ${name}`, { message: { files } }),
  );
  const chat = `/online/?IM_DIALOG=chat${body.result.DATA.RESULT[0].session.CHAT_ID}`;
  return { contactId, dealId, chat };
}

describe('the pages of the portal', () => {
  test('tell chats apart whose visitors have one name: by the contact, or by the phone', async () => {
    await fillPortal();
    const nobody = { id: 'abonent-77', name: 'Абонент', last_name: '', phone: '+79000000077' };
    const visitors = [nobody, { ...nobody, id: 'abonent-78', phone: '+79000000078' }];
    for (const user of visitors)
      await sendMessages(
        application,
        visitorMessage(`m-${user.id}`, 'Алло', { user, chat: { id: user.id } }),
      );
    const { text } = await get('/online/');
    const names = [...text.matchAll(/IM_DIALOG=chat\d+"[^>]*>([^<]+)/g)].map(([, name = '']) => name.trim());
    expect(new Set(names).size).toBe(3);
    expect(names).toContain('Иван Петров');
  });

  test('show a contact, his deal at its stage, what is sold, what was noted, and what he wrote', async () => {
    const { contactId, dealId } = await fillPortal();
    expect((await get('/')).text).toContain(`href="/crm/deal/details/${dealId}/"`);
    const board = (await get('/crm/deal/kanban/')).text;
    expect(/data-stage="NEW"[\s\S]*?<\/section>/.exec(board)?.[0]).toContain('Домофон: Иван');
    const contacts = (await get('/crm/contact/list/?find=0000042')).text;
    expect(contacts).toContain('Иван Петров');
    expect((await get('/crm/contact/list/?find=7777')).text).not.toContain('Иван Петров');
    const deal = (await get(`/crm/deal/details/${dealId}/`)).text;
    for (const text of ['Новая', 'Обслуживание Иван', '<b>Заявка</b> от Иван', '+79000000042'])
      expect(deal).toContain(text);
    expect(deal.replaceAll(/\s/g, ' ')).toContain('150 ₽');
    const contact = (await get(`/crm/contact/details/${contactId}/`)).text;
    for (const text of ['Домофон: Иван', 'IM_DIALOG=chat']) expect(contact).toContain(text);
    expect((await get('/online/')).text).toContain('Здравствуйте, Иван');
    expect((await get('/devops/')).text).toContain('РосДомофон');
  });

  test('do not exist for what does not exist, and have no token in them', async () => {
    for (const path of [
      '/crm/deal/details/999/',
      '/online/?IM_DIALOG=chat999',
      '/crm/type/77/kanban/',
      '/crm/deal/kanban/?category=9',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    await fillPortal();
    const text = (await get('/devops/')).text;
    expect(text).not.toContain(sandbox.endpoints.bitrix24.oauth.clientSecret);
    expect(text).not.toMatch(/[0-9a-f]{70}/);
  });

  test('speak Russian or English, as the browser or the address asks', async () => {
    expect((await get('/devops/', { 'accept-language': 'en-US,en;q=0.9' })).text).toContain(
      '<html lang="en">',
    );
    expect((await get('/devops/', { 'accept-language': 'de, ru;q=0.8, en;q=0.5' })).text).toContain(
      '<html lang="ru">',
    );
    const english = (await get('/devops/?lang=en')).text;
    expect(english).toContain('Event handlers');
    expect(english).toContain('href="/crm/deal/kanban/?lang=en"');
  });

  test('are markup of ours alone, whatever a name contains', async () => {
    const { contactId, dealId, chat } = await fillPortal(HOSTILE, '+79000000043');
    await sandbox.call('POST /bitrix24/operator/replies', { text: HOSTILE });
    for (const path of [
      '/crm/deal/kanban/',
      '/crm/contact/list/',
      `/crm/contact/list/?find=${encodeURIComponent(HOSTILE)}`,
    ])
      expect((await get(path)).text).not.toMatch(/<script>|<img/);
    const { text: talk } = await get(chat);
    expect(talk.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(2);
    expect(talk).not.toMatch(/<script>|<img|href="javascript/);
    for (const path of [`/crm/deal/details/${dealId}/`, `/crm/contact/details/${contactId}/`]) {
      const { text, headers } = await get(path);
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toMatch(/<script>|<img/);
      expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    }
  });

  test('let an operator answer with a plain form, and no page of another site', async () => {
    await fillPortal();
    await application.result('event.bind', { event: 'ONIMCONNECTORMESSAGEADD', handler: receiver.url });
    const chat = (await get('/online/')).text.match(/IM_DIALOG=chat(\d+)/)?.[1];
    const post = (headers: Record<string, string>) =>
      fetch(portal(`/online/${chat}/reply`), {
        method: 'POST',
        headers,
        body: new URLSearchParams({ text: 'Мастер едет' }),
        redirect: 'manual',
      });
    expect((await post({ origin: 'https://example.org' })).status).toBe(403);
    const answer = await post({ origin: sandbox.endpoints.bitrix24.portalUrl });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/online/?IM_DIALOG=chat${chat}`]);
    const [event] = await receiver.atLeast(1);
    expect(event?.form['data[MESSAGES][0][message][text]']).toContain('Мастер едет');
    expect((await get(`/online/?IM_DIALOG=chat${chat}`)).text.match(/Мастер едет/g)).toHaveLength(2);
  });
});

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    page = await browser.newPage({ locale: 'ru-RU' });
    problems.length = 0;
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  });
  afterEach(async () => {
    await page.close();
    if (problems.length > 0) throw new Error(problems.join('\n'));
  });
  afterAll(() => browser.close());

  test('a deal appears on the board and moves between its stages without anybody reading the page again', async () => {
    await page.goto(portal('/'));
    const { dealId } = await fillPortal();
    const stage = (id: string) => page.locator(`[data-stage="${id}"]`).getByText('Домофон: Иван');
    await stage('NEW').waitFor();
    await webhook.result('crm.item.update', { entityTypeId: 2, id: dealId, fields: { stageId: 'WON' } });
    await stage('WON').waitFor();
    expect(await stage('NEW').count()).toBe(0);
  });

  test('an abonent writes while the operator is writing: nothing is lost on either side', async () => {
    await fillPortal();
    await application.result('event.bind', { event: 'ONIMCONNECTORMESSAGEADD', handler: receiver.url });
    await page.goto(portal('/online/'));
    await page.getByRole('link', { name: /Иван Петров/ }).click();
    const field = page.getByRole('textbox');
    await field.pressSequentially('Мастер ');
    await sendMessages(application, visitorMessage('m2', 'Вы скоро?'));
    await page.getByRole('log').getByText('Вы скоро?').waitFor();
    expect(await field.inputValue()).toBe('Мастер ');
    await field.pressSequentially('едет');
    await field.press('Enter');
    await page.getByRole('log').getByText('Мастер едет').waitFor();
    expect(await field.inputValue()).toBe('');
    const [event] = await receiver.atLeast(1);
    expect(event?.form['data[MESSAGES][0][message][text]']).toContain('Мастер едет');
    expect(receiver.received).toHaveLength(1);
  });

  test('a hostile name is a name', async () => {
    const { dealId, chat } = await fillPortal(HOSTILE, '+79000000043');
    for (const path of ['/', `/crm/deal/details/${dealId}/`, '/crm/contact/list/', chat, '/devops/']) {
      await page.goto(portal(path));
      expect(await page.evaluate('window.hacked')).toBeUndefined();
    }
    await page.goto(portal(`/crm/deal/details/${dealId}/`));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Домофон: ${HOSTILE}`);
  });
});
