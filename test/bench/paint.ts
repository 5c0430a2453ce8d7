/**
 * Bench (e): the page's first paint and the time until its first button responds, at normal and reduced processor
 * speed; and how smoothly the largest sheet scrolls in a browser without a graphics processor.
 */
import { chromium, type Browser, type Page } from 'playwright-core';
import { buildBigWorkbook } from '../kit/files/big-workbook';
import { CHROMIUM } from '../kit/programs/chromium';
import { WIDE } from '../kit/programs/page';

export interface PaintResult {
  /** Milliseconds from the request of the page. */
  readonly paint: number;
  readonly answers: number;
}
export interface ScrollResult {
  readonly framesPerSecond: number;
  /** The longest time between two frames, in milliseconds. */
  readonly longest: number;
}

const RUNS = 5;
const OPEN = 'Mở tệp Excel…';

/** Starts a browser that optimises code, as the browsers in offices do. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });

/** Returns the medians of several visits without a cache. `slowdown`: factor by which the processor is slowed down. */
export async function benchPaint(browser: Browser, address: string, slowdown: number): Promise<PaintResult> {
  const runs: PaintResult[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await firstSight(browser, address, slowdown));
  const median = (of: (run: PaintResult) => number): number =>
    runs.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
  return { paint: median(({ paint }) => paint), answers: median(({ answers }) => answers) };
}

type Watched = Window & { answered?: number };

async function firstSight(browser: Browser, address: string, slowdown: number): Promise<PaintResult> {
  const context = await browser.newContext({ viewport: WIDE, serviceWorkers: 'block' });
  try {
    await context.addInitScript(waitForButton, OPEN);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(address, { waitUntil: 'commit' });
    const answered = await page.waitForFunction(() => (window as Watched).answered);
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    );
    return { paint, answers: (await answered.jsonValue()) ?? Infinity };
  } finally {
    await context.close();
  }
}

/** Runs in the page before its own script: a button counts as responding once the task after its appearance has run. */
function waitForButton(name: string): void {
  const look = (): void => {
    const isThere = [...document.querySelectorAll('button')].some(({ textContent }) => textContent.includes(name));
    if (!isThere) requestAnimationFrame(look);
    else
      setTimeout(() => {
        (window as Watched).answered = performance.now();
      });
  };
  requestAnimationFrame(look);
}

const SCROLLING = 4000;
/** Two lines per frame: as fast as a spun mouse wheel. */
const PER_FRAME = 48;

/** Scrolls the sheet by one step per frame, down or to the right; frames are timed by the browser's own clock. */
export async function benchScrolling(browser: Browser, address: string, units: number, items: number) {
  const context = await browser.newContext({ viewport: WIDE, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(address);
    const bytes = Buffer.from(buildBigWorkbook({ units, items }));
    await page.locator('input[type=file]').first().setInputFiles({ name: 'Bảng.xlsx', mimeType: '', buffer: bytes });
    await page.locator('.grid').waitFor({ timeout: 120_000 });
    await page.waitForTimeout(1000);
    return { down: await scrolled(page, 'top'), right: await scrolled(page, 'left') };
  } finally {
    await context.close();
  }
}

const scrolled = (page: Page, direction: 'top' | 'left'): Promise<ScrollResult> =>
  page.evaluate(
    ([towards, wanted, step]) =>
      new Promise<ScrollResult>((resolve) => {
        const box = document.querySelector('.grid');
        let [first, last, frames, longest] = [0, 0, 0, 0];
        const frame = (now: number): void => {
          if (first === 0) first = now;
          else {
            frames += 1;
            longest = Math.max(longest, now - last);
          }
          last = now;
          box?.scrollBy({ [towards]: step });
          if (now - first < wanted) requestAnimationFrame(frame);
          else resolve({ framesPerSecond: (frames * 1000) / (now - first), longest });
        };
        requestAnimationFrame(frame);
      }),
    [direction, SCROLLING, PER_FRAME] as const,
  );
