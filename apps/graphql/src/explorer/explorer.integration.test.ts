import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type TestApi } from '../testing/api.ts';
import { hasBrowser, openBrowser } from '../testing/browser.ts';
import { createDeliveries } from '../testing/deliveries.ts';
import { eventually } from '../testing/eventually.ts';
import type { Tenant } from '../testing/tenant.ts';

let api: TestApi;
let demo: Tenant;
beforeAll(async () => {
  api = await startApi({ explorer: true });
  demo = await api.tenant('demo');
});
afterAll(() => api[Symbol.asyncDispose]());
const at = (path: string) => new URL(path, api.url).href;

/** From source it is built at the first look. */
async function untilBuilt(): Promise<Response> {
  return eventually(
    async () => {
      const response = await fetch(at('/explorer/'));
      expect(response.status).toBe(200);
      return response;
    },
    { timeout: 120_000 },
  );
}

describe('the explorer', () => {
  it('is there only where it is switched on', async () => {
    await using other = await startApi();
    expect((await fetch(new URL('/explorer/', other.url))).status).toBe(404);
  });

  it('asks nobody for a key, and lets nothing in from elsewhere', async () => {
    const response = await untilBuilt();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    const page = await response.text();
    expect(page).not.toMatch(/https?:/);
    expect(page).not.toMatch(/<script(?![^>]*src=)/);
    const script = at(`/explorer/${/src="\.\/(assets\/[^"]+)"/.exec(page)?.[1] ?? ''}`);
    expect((await fetch(script)).headers.get('cache-control')).toContain('immutable');
    for (const path of ['/explorer/assets/..%2findex.html', '/explorer/assets/none.js'])
      expect((await fetch(at(path))).status).toBe(404);
    expect((await fetch(at('/explorer'))).url).toBe(at('/explorer/'));
  }, 150_000);
});

// CI installs Chromium.
describe.skipIf(!hasBrowser)('the explorer in a browser', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    await untilBuilt();
    browser = await openBrowser();
    page = await browser.newPage({ viewport: { width: 1_400, height: 900 } });
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
  }, 180_000);
  afterAll(() => browser.close());

  const response = async () => (await page.locator('.result-window').innerText()).replaceAll('\u00a0', ' ');
  const run = () => page.locator('.graphiql-execute-button').click();

  it('takes the key out of the address, and answers a query', async () => {
    await page.goto(`${at('/explorer/')}#key=${demo.key}`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: 60_000 });
    expect(page.url()).toBe(at('/explorer/'));
    await run();
    await expect.poll(response, { timeout: 30_000 }).toContain('Company demo');
  }, 120_000);

  it('has the examples of docs/api, and shows the events of a subscription', async () => {
    await page.getByRole('button', { name: 'Examples' }).first().click();
    await page.getByRole('button', { name: 'DeadOnes', exact: true }).click();
    await expect.poll(() => page.locator('.graphiql-query-editor').innerText()).toContain('deliveryChanged');
    await run();
    await expect.poll(response, { timeout: 30_000 }).toContain('Heartbeat');
    await (await createDeliveries(api.store, demo)).bury({});
    await expect.poll(response, { timeout: 30_000 }).toContain('TEST_FAILED');
    await page.screenshot({ path: join(tmpdir(), 'domovoy-explorer.png') });
    expect(complaints).toEqual([]);
  }, 120_000);
});
