/** The built page in a real browser: serves dist/web as `npm start` does and opens it in Chromium. */
import type AxeCore from 'axe-core';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Frame, type Page } from 'playwright-core';
import { ROOT, buildBundle } from './bundle';
import { CHROMIUM } from './chromium';

export const SCREENSHOTS = join(ROOT, '.out', 'screenshots');
export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 320, height: 640 };

export interface Site {
  readonly origin: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** The requests and complaints of a page besides its display. */
export interface Visit {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export async function openSite(): Promise<Site> {
  buildBundle();
  mkdirSync(SCREENSHOTS, { recursive: true });
  const server = spawn(process.execPath, [join(ROOT, '.ci', 'serve.mjs'), '--port', '3400'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await addressOf(server);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      // A page lives for seconds here: optimising its code would take longer than it saves.
      '--js-flags=--no-turbofan',
    ],
  });
  return {
    origin,
    browser,
    close: async () => {
      await browser.close();
      server.kill();
    },
  };
}

function addressOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const match = /(http:\/\/localhost:\d+)\//.exec(said);
      if (match?.[1]) resolve(match[1]);
    });
    stdout?.on('close', () => reject(new Error(`the server ended: ${said}`)));
  });
}

/**
 * `path`: the part after the page's address, or a whole file: address. `first` runs in the page before the page's own
 * scripts.
 */
export async function visit(
  { browser, origin }: Site,
  path: string,
  options: BrowserContextOptions = {},
  first?: () => void,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: WIDE,
    acceptDownloads: true,
    serviceWorkers: 'block',
    ...options,
  });
  // Another test covers the card of a first visit.
  await context.addInitScript(() => window.localStorage.setItem('cchc.met', '1'));
  if (first) await context.addInitScript(first);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(path.startsWith('file:') ? path : `${origin}/taskpane.html${path}`);
  return {
    page,
    requests,
    complaints,
    close: () => context.close(),
  };
}

/** A sample in its state after opening: computed. */
export async function visitSample(site: Site, sample: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const visited = await visit(site, `?sample=${sample}`, options);
  await visited.page.getByText('Đã tính và ghi').waitFor();
  return visited;
}

export const tab = (page: Page | Frame, name: RegExp) => page.getByRole('tab', { name });

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The findings of axe, one line each. The debugger injects the script, bypassing the page's policy, which stays
 * unchanged.
 */
export async function axe(page: Page | Frame): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as { axe: typeof AxeCore };
    // During a transition, colours have contrasts that are visible only for a moment.
    const settled = Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, 1000))]);
    const { violations } = await checker.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // All other results, such as passed elements, are reported only once each; reporting them all takes most of the
      // time.
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary ?? ''}`),
    );
  });
}

/**
 * The file that the page downloads when `press` runs. It is kept beside the screenshots, where every file is checked.
 * If it was made from a workbook with errors, that `source` is kept beside it and only errors that the source lacks
 * count.
 */
export async function downloaded(
  page: Page,
  press: () => Promise<void>,
  source?: Uint8Array,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const name = download.suggestedFilename();
  const path = join(SCREENSHOTS, name);
  await download.saveAs(path);
  const { name: stem, ext } = parse(name);
  if (source) writeFileSync(join(SCREENSHOTS, `${stem}.before${ext}`), source);
  return { name, bytes: new Uint8Array(readFileSync(path)) };
}

export const shoot = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
};
