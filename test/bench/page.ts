/**
 * Bench (c): the built page in Chromium: the time from a cold load to the first button, and the worker's time for a
 * province's sheet.
 */
import type { Page } from 'playwright-core';
import { assessBook } from '../../src/core/assess';
import type { Edit } from '../../src/core/model/workbook/edit';
import { addressOf, isScoredItem } from '../../src/core/model/score-sheet';
import { add, decimal, toText } from '../../src/core/values/decimal';
import { nodeCodec } from '../../src/hosts/xlsx-file/zip/codec-node';
import { openXlsx } from '../../src/hosts/xlsx-file/xlsx-file';
import { buildBigWorkbook } from '../kit/files/big-workbook';
import { openSite, visit, type Site } from '../kit/programs/page';

export interface PageResult {
  /** Milliseconds from the request of the page until a button responds. */
  readonly interactive: number;
  /**
   * `open`: reading, scoring and checking, as when a file is opened; `assess`: scoring and checking alone; `fill`:
   * filling in, packing and reading back, as «Tính chỉ số» does.
   */
  readonly open: number;
  readonly assess: number;
  readonly fill: number;
}

const RUNS = 5;

/**
 * Returns the medians of several visits, each without a cache. `idle`: milliseconds between the page's load and opening
 * the file; `mistakes`: number of mistyped scores in it, each in another unit and item.
 */
export async function benchPage(units: number, items: number, idle: number, mistakes = 0): Promise<PageResult> {
  const bytes = Buffer.from(withMistakes(buildBigWorkbook({ units, items }), mistakes));
  const site = await openSite();
  try {
    const runs: PageResult[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await oneVisit(site, bytes, idle));
    const median = (of: (run: PageResult) => number): number =>
      runs.map(of).sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
    return {
      interactive: median((run) => run.interactive),
      open: median((run) => run.open),
      assess: median((run) => run.assess),
      fill: median((run) => run.fill),
    };
  } finally {
    await site.close();
  }
}

function withMistakes(bytes: Uint8Array, count: number): Uint8Array {
  const file = openXlsx(bytes, nodeCodec);
  const [table] = count === 0 ? [] : assessBook(file.book).sheets;
  if (!table) return bytes;
  const { sheet, units, items } = table.scoreSheet;
  const scored = items.filter(isScoredItem);
  const edits = Array.from({ length: count }, (_, at): Edit[] => {
    const unit = units[Math.floor((at * units.length) / count)];
    const item = scored[(at * 37) % scored.length];
    const score = unit && item ? unit.appraised?.[item.position] : undefined;
    const cell = unit && item ? addressOf(table.scoreSheet, unit, item, 'appraised') : null;
    if (score?.kind !== 'points' || cell === null) return [];
    const value = toText(add(score.points, decimal('0.3')));
    return [{ kind: 'cell', at: cell, content: { kind: 'number', value }, format: null }];
  }).flat();
  return file.apply([{ sheet, isNew: false, edits }]);
}

async function oneVisit(site: Site, bytes: Buffer, idle: number): Promise<PageResult> {
  const { page, close } = await visit(site, '', {}, countWorkerTime);
  try {
    const button = page.getByRole('button', { name: 'Mở tệp Excel…' });
    await button.waitFor();
    await button.click({ trial: true });
    const interactive = await page.evaluate(() => performance.now());
    await page.waitForTimeout(idle);
    await page.locator('input[type=file]').first().setInputFiles({ name: 'Bảng.xlsx', mimeType: '', buffer: bytes });
    const open = await timeOf(page, 'open');
    const assess = await timeOf(page, 'assess');
    await page.getByRole('button', { name: 'Tính chỉ số' }).click();
    return { interactive, open, assess, fill: await timeOf(page, 'run') };
  } finally {
    await close();
  }
}

type Timed = Window & { readonly workerTimes: Map<string, number> };

async function timeOf(page: Page, method: string): Promise<number> {
  const handle = await page.waitForFunction((name) => (window as unknown as Timed).workerTimes.get(name), method);
  return (await handle.jsonValue()) ?? 0;
}

/** Runs in the page before its own script: records how long each call to the worker takes, as seen from the page. */
function countWorkerTime(): void {
  const times = new Map<string, number>();
  Object.assign(window, { workerTimes: times });
  const wire = Worker.prototype as unknown as { postMessage: (this: Worker, message: unknown) => void };
  const send = wire.postMessage;
  wire.postMessage = function post(this: Worker, message: unknown): void {
    const { id, method } = message as { readonly id: number; readonly method: string };
    const start = performance.now();
    let assessing: number | null = null;
    const listen = ({
      data,
    }: MessageEvent<{ readonly id: number; readonly kind: string; readonly step?: string }>): void => {
      if (data.id !== id) return;
      if (data.kind === 'step') {
        if (data.step === 'assess') assessing = performance.now();
        return;
      }
      times.set(method, performance.now() - start);
      if (method === 'open' && assessing !== null) times.set('assess', performance.now() - assessing);
      this.removeEventListener('message', listen);
    };
    this.addEventListener('message', listen);
    send.call(this, message);
  };
}
