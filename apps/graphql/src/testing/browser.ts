import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** The system's own. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = PLACES.find((place) => existsSync(place));
export const hasBrowser = executablePath !== undefined;

export async function openBrowser(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('there is no Chromium on this machine');
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
