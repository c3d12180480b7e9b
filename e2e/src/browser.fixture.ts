import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
];

/** The browser of this machine; `null` where there is none. On a build server there has to be one. */
const BROWSER_PATH = findBrowser();

const BUILT = existsSync(fileURLToPath(new URL('../../services/web/dist/index.html', import.meta.url)));

export const canBrowse = BROWSER_PATH !== null && BUILT;
/** Why a story of the page is skipped. */
export const WHY_NOT = BROWSER_PATH === null ? 'no chromium is installed' : 'the web page is not built: npm run build';

function findBrowser(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (found === undefined && process.env['CI'] === 'true') throw new Error(`no browser: install one of ${NAMES.join(', ')}`);
  return found ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs in the page, before anything of it. */
const WATCH_POLICY =
  "document.addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI));";

export interface Tab {
  page: Page;
  /** Errors of the console and of scripts, failed requests, breaches of the content security policy. */
  complaints: string[];
}

let browser: Browser | null = null;
afterAll(async () => {
  await browser?.close();
});

/** A tab that listens for everything that goes wrong in it. */
export async function openTab(url: string, locale = 'zh-CN'): Promise<Tab> {
  browser ??= await chromium.launch({ executablePath: BROWSER_PATH ?? '', args: FLAGS });
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    // The page itself ends what it no longer needs.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`request: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  await page.addInitScript({ content: WATCH_POLICY });
  await page.goto(url);
  return { page, complaints };
}
