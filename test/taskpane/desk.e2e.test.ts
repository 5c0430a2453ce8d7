/**
 * The page in daily use: success notices disappear by themselves and can be undone, focus and scroll positions are
 * kept, long lists render only a screenful, cells are copied and pasted in blocks, an export lists its files, print
 * shows whole lists.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { TASK_TEXT } from '../../src/taskpane/text/task-text';
import { TEXT } from '../../src/taskpane/text/text';
import { eventually } from '../kit/programs/eventually';
import { gridOf } from '../kit/grid';
import { NARROW, axe, openSite, shoot, tab, visit, visitSample, type Site } from '../kit/programs/page';
import { describeWith } from '../kit/programs/programs';
import { workbookOf } from '../kit/files/workbook-of';

const UNITS_OF_GROUP = 100;
const GROUPS = ['KHỐI SỞ', 'KHỐI PHƯỜNG', 'KHỐI XÃ'];

/** 300 units in three khối, one row each. */
function manyUnits(): (string | number | null)[][] {
  const rows: (string | number | null)[][] = [
    ['TT', 'Tên đơn vị', 'Cải cách thể chế', 'Thủ tục hành chính', 'Tổng điểm'],
    [null, 'Điểm tối đa', 40, 60, 100],
  ];
  for (const [g, group] of GROUPS.entries()) {
    rows.push([null, group, null, null, null]);
    for (let n = 0; n < UNITS_OF_GROUP; n++) {
      const [a, b] = [20 + ((n * 7 + g) % 21), 30 + ((n * 11 + g) % 31)];
      rows.push([n + 1, `Đơn vị ${String(g + 1)}-${String(n + 1)}`, a, b, a + b]);
    }
  }
  return rows;
}

async function openMany(page: Page): Promise<void> {
  const bytes = await workbookOf([gridOf(manyUnits(), { sheet: 'Tổng hợp' })]);
  const file = { name: 'nhiều đơn vị.xlsx', mimeType: '', buffer: Buffer.from(bytes) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.locator('button.unit').first().waitFor();
}

/** Whether the focused element matches the selector. */
const focused = (page: Page, selector: string): Promise<boolean> =>
  page
    .waitForFunction((wanted) => document.activeElement?.matches(wanted) === true, selector, { timeout: 5000 })
    .then(
      () => true,
      () => false,
    );

describeWith(['chromium'], 'working at the desk', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 240_000);
  afterAll(() => site.close());

  test('good news offers the way back and the way there, and leaves; what is red is counted', async () => {
    const { page, close } = await visitSample(site, 'mot-don-vi');
    await eventually(async () => expect(await tab(page, /Lỗi/).locator('.badge').count()).toBe(0));
    await tab(page, /Lỗi/).click();
    // A cell without unit and item is named by its address.
    await page.getByRole('textbox', { name: 'Giá trị đúng Ô A19' }).waitFor();
    await page.getByRole('button', { name: 'Sửa thành −3,54' }).click();
    const notice = page.locator('.notice');
    await notice.getByText('Đã sửa 1 ô').waitFor();
    await notice.getByRole('button', { name: TEXT.seeIt }).click();
    await page.locator('.cell-name').getByText('E8').waitFor();
    await notice.getByRole('button', { name: TEXT.undo }).click();
    await notice.getByText(TEXT.undone).waitFor();
    await notice.getByRole('button', { name: TEXT.redo }).click();
    await notice.getByText(TEXT.redone).waitFor();
    await page.mouse.move(5, 5);
    await tab(page, /Lỗi/).focus();
    await notice.waitFor({ state: 'detached', timeout: 12_000 });
    await close();
  }, 60_000);

  /** Actions in sequence, each with the element that has the focus afterwards. */
  const ACTIONS: readonly (readonly [string, (page: Page) => Promise<void>, string])[] = [
    ['a sample is opened', () => Promise.resolve(), '[role=tab][aria-selected=true]'],
    ['computed', (page) => page.getByRole('button', { name: TEXT.compute }).click(), '.topbar-line button'],
    ['a unit is opened', (page) => page.locator('button.unit').nth(3).click(), '.detail h2'],
    ['its cell is shown', (page) => page.getByRole('button', { name: TEXT.goToUnit }).click(), '.detail-links button'],
    ['the list is back', (page) => page.getByRole('button', { name: TEXT.back }).click(), 'button.unit'],
    ['the menu is opened', (page) => page.getByRole('button', { name: TEXT.more }).click(), '[role=menuitem]'],
    ['and left', (page) => page.keyboard.press('Escape'), '.menu-place button'],
    [
      'an export is begun',
      async (page) => {
        await page.getByRole('button', { name: TEXT.more }).click();
        await page.getByRole('menuitem', { name: TEXT.export }).click();
      },
      '#task-name',
    ],
    ['and left', (page) => page.getByRole('button', { name: TASK_TEXT.back }).click(), '.topbar-line button'],
    ['another tab', (page) => tab(page, /Điểm bị trừ/).click(), '#tab-deductions'],
    [
      'a cause is to be changed',
      (page) =>
        page
          .getByRole('button', { name: /^Sửa: / })
          .first()
          .click(),
      '.cause-form textarea',
    ],
    [
      'the cause is written',
      async (page) => {
        await page.locator('.cause-form textarea').fill('Chậm một tuần');
        await page.keyboard.press('Enter');
        await page.getByText(TEXT.causeSaved).waitFor();
      },
      '.deduction-place, .cause-form textarea',
    ],
    [
      'taken back by the notice',
      async (page) => {
        await page.locator('.notice').getByRole('button', { name: TEXT.undo }).click();
        await page.getByText(TEXT.undone).waitFor();
      },
      '[role=tab][aria-selected=true], .notice button',
    ],
    [
      'settings are saved',
      async (page) => {
        await tab(page, /Cài đặt/).click();
        await page.getByLabel(TEXT.ties).selectOption('competition');
        await page.getByRole('button', { name: TEXT.apply }).click();
        await page.getByText(TEXT.settingsSaved).waitFor();
      },
      '[role=tab][aria-selected=true], .settings *',
    ],
    ['help is opened', (page) => page.getByRole('button', { name: TEXT.help }).click(), '#task-name'],
    ['and left', (page) => page.getByRole('button', { name: TASK_TEXT.back }).click(), '.topbar-line button'],
  ];

  test('after every action the focus is where the work goes on', async () => {
    const { page, close } = await visit(site, '');
    await page.getByRole('button', { name: /Các xã theo cột/ }).click();
    await page.getByText('Đã tính và ghi').waitFor();
    const lost: string[] = [];
    for (const [name, act, wanted] of ACTIONS) {
      await act(page);
      if (!(await focused(page, wanted)))
        lost.push(`${name}: ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? '')}`);
    }
    expect(lost).toEqual([]);
    await close();
  }, 90_000);

  test('300 units cost a screenful; a unit is left where the list was; paper has them all', async () => {
    const { page, close } = await visit(site, '');
    await openMany(page);
    const panel = page.locator('.panel');
    const rows = (): Promise<number> => page.locator('button.unit').count();
    // The first and last pieces are rendered at once, and emptied when the browser reports what is visible.
    await page.waitForFunction(() => document.querySelectorAll('button.unit').length < 130);
    await panel.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
    await page.waitForTimeout(400);
    await eventually(async () => expect(await rows()).toBeLessThan(160));
    const before = await panel.evaluate((box) => box.scrollTop);
    const name = await panel.evaluate((box) => {
      const { left, top } = box.getBoundingClientRect();
      const row = document.elementFromPoint(left + 80, top + 200)?.closest<HTMLElement>('button.unit');
      row?.click();
      return row?.title ?? '';
    });
    await page.getByRole('heading', { name }).waitFor();
    await page.getByRole('button', { name: TEXT.back }).click();
    expect(await focused(page, `button.unit[title="${name}"]`)).toBe(true);
    expect(await panel.evaluate((box) => box.scrollTop)).toBe(before);
    await tab(page, /Điểm bị trừ/).click();
    await page.locator('.deduction').first().waitFor();
    await tab(page, /Kết quả/).click();
    await eventually(async () => expect(await panel.evaluate((box) => box.scrollTop)).toBe(before));
    await page.getByLabel(TEXT.findUnit).fill('don vi 3-77');
    await page.waitForFunction(() => document.querySelectorAll('button.unit').length === 1);
    await page.getByLabel(TEXT.findUnit).fill('');
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await rows()).toBe(GROUPS.length * UNITS_OF_GROUP);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await close();
  }, 60_000);

  test('a block of cells is copied as Excel takes it, and 120 rows are pasted', async () => {
    const { page, close } = await visit(site, '', { permissions: ['clipboard-read', 'clipboard-write'] });
    await openMany(page);
    const grid = page.locator('.grid');
    await grid.focus();
    await page.keyboard.press('Control+Home');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    for (const key of ['Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
    await page.locator('.grid-range').waitFor();
    const [first, second] = manyUnits().slice(3, 5);
    const text = [first, second].map((row) => row!.slice(1, 4).join('\t')).join('\r\n');
    await eventually(async () => {
      await page.keyboard.press('Control+c');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
    });

    const block = Array.from({ length: 120 }, (_, n) => `${String(20 + (n % 20))},5\t${String(31 + (n % 20))}`);
    await page.evaluate((lines) => navigator.clipboard.writeText(lines), block.join('\r\n'));
    await page.keyboard.press('Control+Home');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
      await page.keyboard.press(key);
    await page.keyboard.press('Control+v');
    // Two of the pasted cells are skipped: row 104 is the heading of a khối.
    await page.getByText(/Bỏ qua 2 ô/).waitFor();
    await grid.evaluate((box) => box.scrollTo(0, 0));
    await page.locator('#cell-C4').getByText('20,5').waitFor();
    await page.locator('#cell-D5').getByText('32').waitFor();
    await close();
  }, 60_000);

  test('an export says how many files and which, and a khối is chosen at once; units have folders', async () => {
    const { page, close } = await visit(site, '');
    await openMany(page);
    await page.getByRole('button', { name: TEXT.more }).click();
    await page.getByRole('menuitem', { name: TEXT.export }).click();
    await page.getByRole('checkbox', { name: /Báo cáo phân tích chỉ số/ }).check();
    await page.getByRole('checkbox', { name: /Báo cáo kiểm điểm/ }).check();
    await page.getByRole('radio', { name: TASK_TEXT.exportSome }).check();
    await page.getByRole('checkbox', { name: /KHỐI PHƯỜNG/ }).check();
    await page.getByText('Sẽ lập 201 tệp').waitFor();
    await page.getByRole('checkbox', { name: /KHỐI PHƯỜNG/ }).uncheck();
    for (const name of ['Đơn vị 1-1', 'Đơn vị 1-2'])
      await page.locator('.chooser').getByRole('checkbox', { name, exact: true }).check();
    await page.getByText('Sẽ lập 5 tệp').click();
    await page.locator('.file-names li').nth(4).waitFor();
    const names = await page.locator('.file-names li').allTextContents();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: TASK_TEXT.exportNow, exact: true }).click(),
    ]);
    const made = Object.keys(unzipSync(readFileSync(await download.path())));
    expect(made.map((path) => path.replace(/^.*\//, '')).sort()).toEqual([...names].sort());
    expect(made.filter((path) => path.startsWith('Đơn vị 1-2/')).length).toBe(2);
    await close();
  }, 60_000);

  test.each([
    ['light', { colorScheme: 'light', forcedColors: 'none' }],
    ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
    ['forced', { colorScheme: 'light', forcedColors: 'active' }],
  ] as const)(
    '%s: axe finds nothing beside a sheet with a chosen cell that has a note, at 320 px and at 200 %%',
    async (look, media) => {
      const { page, close } = await visitSample(site, 'don-vi-theo-cot', { viewport: NARROW });
      await page.emulateMedia(media);
      await tab(page, /Điểm bị trừ/).click();
      await page.locator('.deduction-place').first().click();
      await page.locator('.cell-note').waitFor();
      for (const summary of await page.locator('.overview summary').all()) await summary.click();
      const found = await axe(page);
      await shoot(page, `${look}-320-o-co-ghi-chu`);
      // Equals 200 % zoom of a window of 1,280 × 800.
      await page.setViewportSize({ width: 640, height: 400 });
      found.push(...(await axe(page)));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
      await shoot(page, `${look}-200-o-co-ghi-chu`);
      expect(found).toEqual([]);
      await close();
    },
    60_000,
  );
});
