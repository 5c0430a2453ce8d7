/**
 * Help, the card of a first visit, the blank table, and what is kept on this machine: recent files with their drafts.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { assessBook } from '../../src/core/assess';
import { labelOf } from '../../src/core/model/score-sheet';
import { HELP_TEXT } from '../../src/taskpane/text/help-text';
import { TEXT } from '../../src/taskpane/text/text';
import { ROOT } from '../kit/programs/bundle';
import { eventually } from '../kit/programs/eventually';
import { NARROW, axe, downloaded, openSite, shoot, tab, visit, type Site } from '../kit/programs/page';
import { describeWith } from '../kit/programs/programs';
import { open } from '../kit/files/workbook-of';

const SAMPLE = join(ROOT, 'assets', 'samples', 'mot-don-vi.xlsx');
const ONE_FILE = pathToFileURL(join(ROOT, 'dist', 'cchc.html')).href;

const choose = (page: Page): Promise<void> => page.locator('input[type=file]').first().setInputFiles(SAMPLE);
const help = (page: Page): Promise<void> => page.getByRole('button', { name: TEXT.help, exact: true }).click();
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

describeWith(['chromium'], 'help in Chromium', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 180_000);
  afterAll(() => site.close());

  test('«?» shows colours with cells of this workbook, at 320 px and in the dark as well, and leads back', async () => {
    const { page, complaints, close } = await visit(site, '', { viewport: NARROW, colorScheme: 'dark' });
    await help(page);
    await page.getByRole('heading', { name: HELP_TEXT.stepsTitle }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Trở lại' }).click();
    expect(await focused(page)).toBe(TEXT.help);
    await choose(page);
    await tab(page, /Kết quả/).waitFor();
    await help(page);
    const colours = page.locator('.colours li');
    await eventually(async () => expect(await colours.first().innerText()).toMatch(/^Vàng.*\n?Ô [A-Z]+\d+ .*mất \d/));
    expect(await axe(page)).toEqual([]);
    await shoot(page, 'tro-giup-320');
    await colours.first().getByRole('button').click();
    await page.locator('.grid-cell.selected.number').waitFor();
    await page.getByRole('button', { name: 'Trở lại' }).click();
    expect(await focused(page)).toBe(TEXT.help);
    expect(complaints.filter((line) => !line.includes('Service Worker registration blocked'))).toEqual([]);
    await close();
  }, 60_000);

  test('the table to begin with has criteria and formulas of the sample, and nothing scored', async () => {
    const { page, close } = await visit(site, '');
    await help(page);
    const { name, bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: HELP_TEXT.template }).click(),
    );
    expect(name).toBe(HELP_TEXT.templateName);
    const [sample, blank] = [readFileSync(join(ROOT, 'assets', 'samples', HELP_TEXT.templateSample)), bytes].map(
      (each) => assessBook(open(new Uint8Array(each)).book).sheets[0]!,
    );
    expect(blank!.scoreSheet.items.map(labelOf)).toEqual(sample!.scoreSheet.items.map(labelOf));
    expect(blank!.scoreSheet.items.map(({ max }) => max)).toEqual(sample!.scoreSheet.items.map(({ max }) => max));
    expect(blank!.scoreSheet.units.length).toBe(sample!.scoreSheet.units.length);
    expect([blank!.deductions.length, blank!.units.filter(({ undetermined }) => !undetermined).length]).toEqual([0, 0]);
    await close();
  }, 60_000);

  test('the card of a first visit stays away once it was dismissed', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const start = async (): Promise<void> => {
      await page.goto(`${site.origin}/taskpane.html?sample=mot-don-vi`);
      await page.getByText('Đã tính và ghi').waitFor();
    };
    await start();
    await page.getByRole('heading', { name: HELP_TEXT.firstTitle }).waitFor();
    expect(await axe(page)).toEqual([]);
    await shoot(page, 'lan-dau');
    await page.getByRole('button', { name: HELP_TEXT.firstDone }).click();
    await eventually(async () =>
      expect(await page.getByRole('heading', { name: HELP_TEXT.firstTitle }).count()).toBe(0),
    );
    await start();
    await eventually(async () =>
      expect(await page.getByRole('heading', { name: HELP_TEXT.firstTitle }).count()).toBe(0),
    );
    await context.close();
  }, 60_000);

  test.each([
    ['from a folder', ONE_FILE],
    ['from a server', ''],
  ] as const)(
    'what was never saved is there again %s, and nothing is kept once that is switched off',
    async (_, address) => {
      const context = await site.browser.newContext();
      const page = await context.newPage();
      const start = (): Promise<unknown> => page.goto(address === '' ? `${site.origin}/taskpane.html` : address);
      page.on('dialog', (dialog) => void dialog.accept());
      await start();
      await choose(page);
      await page.getByRole('button', { name: TEXT.compute }).click();
      await page.getByText('Đã tính và ghi').waitFor();
      await keptWith(page, true);
      await start();
      const recent = page.locator('.recent li');
      await eventually(async () => expect(await recent.innerText()).toContain('mot-don-vi.xlsx'));
      await shoot(page, 'mo-gan-day');
      await recent.getByRole('button').first().click();
      await tab(page, /Kết quả/).waitFor();
      await page.getByText(TEXT.unsaved, { exact: true }).waitFor();
      await eventually(async () => expect(await page.getByRole('button', { name: TEXT.save }).count()).toBe(1));
      await help(page);
      await page.getByRole('checkbox', { name: HELP_TEXT.kept }).uncheck();
      await keptWith(page, null);
      await start();
      await page.getByRole('heading', { name: TEXT.samplesTitle }).waitFor();
      await eventually(async () => expect(await recent.count()).toBe(0));
      await choose(page);
      await tab(page, /Kết quả/).waitFor();
      await keptWith(page, null);
      await context.close();
    },
    60_000,
  );

  test('a file opened again asks for its draft, and is as on the disk where that is not wanted', async () => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    const questions: string[] = [];
    let isWanted = true;
    page.on('dialog', (dialog) => {
      questions.push(dialog.message());
      void (dialog.type() === 'beforeunload' || isWanted ? dialog.accept() : dialog.dismiss());
    });
    const again = async (): Promise<void> => {
      await page.goto(`${site.origin}/taskpane.html`);
      await choose(page);
      await tab(page, /Kết quả/).waitFor();
    };
    await again();
    await page.getByRole('button', { name: TEXT.compute }).click();
    await page.getByText('Đã tính và ghi').waitFor();
    await keptWith(page, true);
    await again();
    expect(questions.at(-1)).toContain('còn một bản có thay đổi chưa lưu');
    await eventually(async () => expect(await page.getByText(TEXT.unsaved, { exact: true }).count()).toBe(1));
    isWanted = false;
    await again();
    await eventually(async () => expect(await page.getByText(TEXT.unsaved, { exact: true }).count()).toBe(0));
    // Opening the file from the disk keeps the draft.
    await keptWith(page, true);
    await context.close();
  }, 60_000);

  test('two windows on one file keep two drafts, and a window that comes back continues its own', async () => {
    const context = await site.browser.newContext();
    const open = async (): Promise<Page> => {
      const page = await context.newPage();
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(`${site.origin}/taskpane.html`);
      await choose(page);
      await tab(page, /Kết quả/).waitFor();
      return page;
    };
    const compute = async (page: Page): Promise<void> => {
      await page.getByRole('button', { name: TEXT.compute }).click();
      await page.getByText('Đã tính và ghi').waitFor();
    };
    const first = await open();
    const second = await open();
    // The same unchanged file is in the list only once.
    await keptWith(first, false);
    await compute(first);
    await keptWith(first, true);
    await compute(second);
    await keptWith(first, true, true);
    await first.close();
    const third = await open();
    await third.getByText(TEXT.unsaved, { exact: true }).waitFor();
    await keptWith(third, true, true);
    await context.close();
  }, 60_000);
});

/** Waits until the kept files have the given unsaved states; null waits until no file is kept. */
async function keptWith(page: Page, ...unsaved: readonly (boolean | null)[]): Promise<void> {
  const kept = (): Promise<unknown> =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = window.indexedDB.open('cchc');
          opening.onsuccess = () => {
            const all = opening.result.transaction('files').objectStore('files').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve((all.result as { unsaved: boolean }[]).map((file) => file.unsaved));
            };
          };
        }),
    );
  const wanted = JSON.stringify(unsaved.filter((each) => each !== null));
  for (let tries = 0; tries < 100 && JSON.stringify(await kept()) !== wanted; tries++) await page.waitForTimeout(100);
  expect(JSON.stringify(await kept())).toBe(wanted);
}
