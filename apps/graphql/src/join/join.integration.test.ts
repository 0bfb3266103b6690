import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inviteStaff, PERMISSIONS_OF_ROLE, type Role } from '@domovoy/domain';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi } from '../testing/api.ts';
import { hasBrowser, openBrowser } from '../testing/browser.ts';
import { type OidcWorld, openOidcWorld } from '../testing/oidc-world.ts';
import { createTestPerson, postAuth, signedIn } from '../testing/person.ts';
import type { Tenant } from '../testing/tenant.ts';

const PASSWORD = 'три слова и ещё одно';
const WHO = '{ viewer { role company { shortName } person { name email } } }';

let world: OidcWorld;
let demo: Tenant;
let made = 0;
beforeAll(async () => {
  world = await openOidcWorld();
  demo = await world.api.tenant('demo');
});
afterAll(() => world[Symbol.asyncDispose]());

const at = (path: string) => new URL(path, world.publicUrl).href;
/** Another invitation, and the address of its page. */
async function invite(email = `invited${(made += 1)}@example.org`, role: Role = 'agent') {
  const permissions = PERMISSIONS_OF_ROLE.owner;
  const given = { companyId: demo.company.id, email, role, actor: 'test', permissions };
  const result = await inviteStaff(world.api.store, given);
  if (result.kind !== 'invited') throw new Error(`the invitation was ${result.kind}`);
  return { email, token: result.token, link: at(`/join#${result.token}`) };
}
const expire = (email: string) =>
  world.api.store.run(`update invitations set expires_at = now() - interval '1 second' where email = $1`, [
    email,
  ]);
const accept = (token: string) =>
  postAuth(world.api.url, 'join', { token, name: 'Somebody', password: PASSWORD });

describe('what whoever has the link of an invitation is told', () => {
  const look = (token: string) => postAuth(world.api.url, 'invitation', { token });

  it('is into what they are asked, and whether they are known', async () => {
    const { token, email } = await invite();
    const company = { shortName: 'demo', name: 'Company demo' };
    expect((await look(token)).body).toEqual({ company, role: 'AGENT', email, isPersonKnown: false });
    const other = await world.api.tenant('other');
    const known = await createTestPerson(world.api.store, other.company.id, 'viewer');
    expect((await look((await invite(known.email)).token)).body).toMatchObject({ isPersonKnown: true });
  });

  it('is why it works no more, and nothing else', async () => {
    const [used, old, replaced] = [await invite(), await invite(), await invite()];
    await accept(used.token);
    await expire(old.email);
    await invite(replaced.email);
    for (const [token, status, code] of [
      [used.token, 410, 'INVITATION_USED'],
      [old.token, 410, 'INVITATION_EXPIRED'],
      [replaced.token, 410, 'INVITATION_WITHDRAWN'],
      [`${used.token.slice(0, -1)}_`, 404, 'INVITATION_UNKNOWN'],
      ['dmi_', 404, 'INVITATION_UNKNOWN'],
    ] as const) {
      const answer = await look(token);
      expect(answer).toMatchObject({ status, code });
      expect(JSON.stringify(answer.body)).not.toMatch(/example\.org|Company demo/);
    }
  });
});

it('the page asks from the public address, whatever Host a proxy in front sends', async () => {
  const publicUrl = 'https://api.example.org';
  await using proxied = await startApi({ databaseUrl: world.api.databaseUrl, publicUrl });
  const { token } = await invite();
  const askFrom = async (origin: string) =>
    (await postAuth(proxied.url, 'invitation', { token }, { headers: { origin } })).status;
  expect([await askFrom(publicUrl), await askFrom('https://elsewhere.example.org')]).toEqual([200, 403]);
});

describe('the page for /join', () => {
  const open = (path: string, acceptLanguage: string) =>
    fetch(at(path), { headers: { 'accept-language': acceptLanguage } });

  it('lets nothing in from elsewhere, and tells nobody where the reader comes from', async () => {
    const page = await open('/join', 'en');
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const text = await page.text();
    expect(text).not.toMatch(/https?:|<script(?![^>]*src=)|<style|\son\w+=|style=/);
    for (const path of ['join/join.js', 'join/join.css']) {
      expect(text).toContain(`"${path}"`);
      expect((await open(`/${path}`, 'en')).headers.get('x-content-type-options')).toBe('nosniff');
    }
    expect((await open('/join/..%2fpackage.json', 'en')).status).toBe(404);
  });

  it('speaks the language of the address, else of the browser', async () => {
    const languageOf = async (path: string, accepted: string) => {
      const page = await open(path, accepted);
      expect(page.headers.get('vary')).toContain('Accept-Language');
      return /<html lang="(\w+)">/.exec(await page.text())?.[1];
    };
    expect(await languageOf('/join', 'ru-RU,en;q=0.8')).toBe('ru');
    expect(await languageOf('/join', 'fr')).toBe('en');
    expect(await languageOf('/join?lang=ru', 'en')).toBe('ru');
  });
});

// CI installs Chromium.
describe.skipIf(!hasBrowser)('an invited person', () => {
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  /** A browser of their own: cookies, a tab. */
  async function openTab(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // An answer that refuses is one of these as well.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text());
    });
    return page;
  }
  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(tmpdir(), `domovoy-join-${name}.png`), fullPage: true });
  const heading = (page: Page) => page.getByRole('heading', { level: 1 });
  /** Who is signed in there, as a page of ours would ask. */
  async function whoIs(page: Page) {
    const token = await page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch('auth/refresh', { method: 'POST', headers, body: '{}' });
      return ((await answer.json()) as { accessToken?: string }).accessToken;
    });
    return token === undefined ? null : (await world.api.query(token, WHO)).data.viewer;
  }

  it('opens the link that an owner got, chooses a password, and is in', async () => {
    const owner = await createTestPerson(world.api.store, demo.company.id, 'owner');
    const { accessToken } = await signedIn(world.api.url, owner);
    const { data } = await world.api.query(
      accessToken,
      `mutation { inviteStaff(input: { email: "anna@example.org", role: AGENT })
        { ... on InviteStaffPayload { link token } } }`,
    );
    const { link, token } = data.inviteStaff;
    expect(link).toBe(at(`/join#${token}`));

    const page = await openTab({ locale: 'ru-RU', viewport: { width: 390, height: 844 } });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.headers()['referer'] ?? ''}`));
    await page.goto(link);
    await expect.poll(() => heading(page).innerText()).toBe('Вас приглашает Company demo');
    await picture(page, 'ru-phone');
    expect(page.url()).toBe(at('/join'));
    expect(await page.locator('#invitation').getByText('Ваша роль: оператор').isVisible()).toBe(true);
    expect(await page.getByLabel('Электронная почта').inputValue()).toBe('anna@example.org');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);

    // By the keyboard alone.
    await page.getByLabel('Ваше имя').focus();
    await page.keyboard.type('Анна');
    await page.keyboard.press('Tab');
    await page.keyboard.type('короткий');
    await page.keyboard.press('Enter');
    const password = page.getByLabel('Новый пароль');
    await expect.poll(() => password.getAttribute('aria-invalid')).toBe('true');
    expect(await password.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await page.locator('#password-problem').innerText()).toContain('не меньше 12 знаков');
    await picture(page, 'ru-phone-problem');
    await password.fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).innerText()).toBe('Вы присоединились: Company demo');
    await picture(page, 'ru-phone-joined');
    expect(await whoIs(page)).toEqual({
      role: 'AGENT',
      company: { shortName: 'demo' },
      person: { name: 'Анна', email: 'anna@example.org' },
    });

    // The token is in no address that was asked for, and in no log.
    expect(asked.join('\n')).toContain('/auth/join');
    expect([...asked, ...world.logged].join('\n')).not.toContain(token);
    await page.getByRole('link', { name: 'English' }).click();
    await expect.poll(() => heading(page).innerText()).toBe('You are in: Company demo');
    const later = await openTab({ locale: 'ru-RU' });
    await later.goto(link);
    await expect.poll(() => heading(later).innerText()).toBe('Приглашение уже использовано');
  }, 60_000);

  it('is told why a link works no more, and what to do', async () => {
    const { link, email, token } = await invite();
    const page = await openTab();
    await page.goto(link);
    await expect.poll(() => heading(page).innerText()).toBe('You are invited to Company demo');
    // While the form is open, somebody else with the link is quicker.
    await accept(token);
    await page.getByLabel('Your name').fill('Anna');
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Join' }).click();
    await expect.poll(() => heading(page).innerText()).toBe('The invitation has been used');
    expect(await heading(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await picture(page, 'en-used');
    const old = await invite();
    await expire(old.email);
    await page.goto(old.link);
    await expect.poll(() => heading(page).innerText()).toBe('The invitation has expired');
    expect(await page.getByText('Ask whoever invited you').isVisible()).toBe(true);
    await page.goto(at('/join'));
    await page.reload();
    await expect.poll(() => heading(page).innerText()).toBe('The invitation has expired');
    expect(await page.locator('body').innerText()).not.toContain(email);
  }, 60_000);

  it('joins in a browser that keeps nothing', async () => {
    const page = await openTab();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    await page.goto((await invite()).link);
    await page.getByLabel('Your name').fill('Anna');
    await page.getByLabel('New password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).innerText()).toBe('You are in: Company demo');
  }, 60_000);

  it('changes the language without losing the invitation', async () => {
    const page = await openTab({ colorScheme: 'dark' });
    await page.goto((await invite()).link);
    await expect.poll(() => heading(page).innerText()).toBe('You are invited to Company demo');
    await page.getByRole('link', { name: 'Русский' }).click();
    await expect.poll(() => heading(page).innerText()).toBe('Вас приглашает Company demo');
    expect(page.url()).toBe(at('/join?lang=ru'));
    await page.getByRole('link', { name: 'English' }).click();
    await expect.poll(() => heading(page).innerText()).toBe('You are invited to Company demo');
    await picture(page, 'en');
  }, 60_000);

  it('who has an account gives its password', async () => {
    const other = await world.api.tenant('other');
    const known = await createTestPerson(world.api.store, other.company.id, 'viewer');
    const page = await openTab();
    await page.goto((await invite(known.email, 'manager')).link);
    await page.getByText('You have an account already').waitFor();
    expect(await page.getByLabel('Your name').isVisible()).toBe(false);
    const password = page.getByLabel('Password', { exact: true });
    await password.fill('not the password of theirs');
    await page.keyboard.press('Enter');
    await page.getByText('The password or the code is wrong.').waitFor();
    await page.getByLabel('Show the password').check();
    expect(await password.getAttribute('type')).toBe('text');
    await password.fill(known.password);
    await page.keyboard.press('Enter');
    await expect.poll(() => heading(page).innerText()).toBe('You are in: Company demo');
    expect(await whoIs(page)).toMatchObject({ role: 'MANAGER', person: { email: known.email } });
  }, 60_000);

  it('comes back from the identity provider and is in, or is told who they should be', async () => {
    const { link, email } = await invite();
    const [stranger, page] = [await openTab(), await openTab()];
    const walk = async (tab: Page, person: string) => {
      world.provider.person = { sub: person, email: person, email_verified: true, name: 'Anna' };
      await tab.goto(link);
      await tab.getByRole('link', { name: 'Use your company account' }).click();
      await tab.waitForURL((url) => url.pathname === '/join' && url.search !== '');
    };
    await walk(stranger, 'stranger@example.org');
    await stranger.getByText('it needs this e-mail').waitFor();
    await picture(stranger, 'en-provider');
    expect(stranger.url()).toBe(at('/join?lang=en'));
    expect(await whoIs(stranger)).toBeNull();
    await walk(page, email);
    await expect.poll(() => heading(page).innerText()).toBe('You are in: Company demo');
    expect(await whoIs(page)).toMatchObject({ role: 'AGENT', person: { name: 'Anna', email } });
  }, 60_000);

  it('sees a page whose policy nothing breaks, and would be noticed if something did', async () => {
    expect(complaints).toEqual([]);
    const page = await openTab();
    await page.goto(at('/join'));
    await page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'https://elsewhere.example/x.png';
      document.body.append(image);
    });
    await expect.poll(() => complaints.join('\n')).toMatch(/Content Security Policy/);
  }, 60_000);
});
