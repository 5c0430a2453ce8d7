/**
 * An officer's whole workflow with a province's table: 30 communes × 110 items, 8 faults of which 4 have no suggestion,
 * 257 losses without a cause. Every click, typed text, paste and non-text key is counted.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { assessBook } from '../../src/core/assess';
import type { CellValue } from '../../src/core/model/workbook/grid';
import { TEXT } from '../../src/taskpane/text/text';
import { ROOT } from '../kit/programs/bundle';
import { gridOf } from '../kit/grid';
import { downloaded, openSite, tab, visit, type Site } from '../kit/programs/page';
import { describeWith } from '../kit/programs/programs';
import { open, workbookOf } from '../kit/files/workbook-of';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const UNITS = 30;
const AREAS = 10;
const ITEMS_OF_AREA = 11;
/**
 * Losses that share a cause: 19 items, each with a loss in 9 communes. The other 86 items with a loss have it in one
 * commune each.
 */
const SHARED = { items: 19, units: 9 };
const ALONE = 86;

/** Points by item and unit: the full 2 of each item, except for the losses. */
function scores(): number[][] {
  const points = Array.from({ length: AREAS * ITEMS_OF_AREA }, () => Array<number>(UNITS).fill(2));
  for (let item = 0; item < SHARED.items; item++)
    for (let n = 0; n < SHARED.units; n++) points[item]![(item + n * 3) % UNITS] = 1.5;
  for (let n = 0; n < ALONE; n++) points[SHARED.items + n]![(n * 7) % UNITS] = 1;
  return points;
}

/** One line per area and per item; four areas have one wrong sum each. */
function table(): CellValue[][] {
  const points = scores();
  const rows: CellValue[][] = [
    ['TT', 'Nội dung', 'Điểm tối đa', ...Array.from({ length: UNITS }, (_, unit) => `Xã số ${unit + 1}`)],
  ];
  for (let area = 0; area < AREAS; area++) {
    const own = points.slice(area * ITEMS_OF_AREA, (area + 1) * ITEMS_OF_AREA);
    const sums = Array.from({ length: UNITS }, (_, unit) => own.reduce((sum, line) => sum + line[unit]!, 0));
    if (area < 4) sums[area] = sums[area]! - 3;
    rows.push([`${area + 1}`, `Lĩnh vực ${area + 1}`, ITEMS_OF_AREA * 2, ...sums]);
    own.forEach((line, item) => rows.push([`${area + 1}.${item + 1}`, `Nội dung ${area + 1}.${item + 1}`, 2, ...line]));
  }
  // Text instead of points, in other communes: nothing shows which points were meant.
  for (const [n, area] of [6, 7, 8, 9].entries()) rows[(area + 1) * (ITEMS_OF_AREA + 1)]![13 + n] = 'xem lại';
  return rows;
}

const NAME = 'bảng tổng hợp 30 xã.xlsx';

describeWith(['chromium'], 'the way from opening to the last cause', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 240_000);
  afterAll(() => site.close());

  test('30 communes end with no error and no open cause after fewer than 100 actions for the causes', async () => {
    const source = await workbookOf([gridOf(table(), { sheet: 'Bảng' })]);
    const before = assessBook(open(source).book).sheets[0]!.diagnostics.filter(({ severity }) => severity !== 'note');
    expect([before.length, before.filter(({ suggestions }) => suggestions.length === 0).length]).toEqual([8, 4]);
    const { page, close } = await visit(site, '');
    const does = counting(page);
    await does.open(source);
    await repair(page, does);
    const forFaults = does.count();
    await typeSharedCauses(page, does);
    await pasteOtherCauses(page, does);
    const forCauses = does.count() - forFaults;
    const save = page.getByRole('button', { name: TEXT.computeAndSave });
    const saved = await downloaded(page, () => does.click(save), source);
    const { diagnostics, deductions } = assessBook(open(saved.bytes).book).sheets[0]!;
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([deductions.length, deductions.filter(({ cause }) => cause === null).length]).toEqual([257, 0]);
    expect(new Set(deductions.map(({ cause }) => cause)).size).toBe(SHARED.items + ALONE);
    expect(forCauses).toBeLessThan(100);
    // The README states these counts.
    expect([forFaults, forCauses]).toEqual(COUNTED);
    await close();
  }, 240_000);
});

/** The counts in the README: to open and repair, and for the causes. */
const COUNTED = /để mở và sửa 8 lỗi (\d+) thao tác, để ghi 257 nguyên nhân (\d+) thao tác/
  .exec(README)
  ?.slice(1)
  .map(Number);

/** Performs the officer's actions and counts them. */
function counting(page: Page) {
  let count = 0;
  return {
    count: () => count,
    click: (what: Locator): Promise<void> => {
      count++;
      return what.click();
    },
    type: (text: string): Promise<void> => {
      count++;
      return page.keyboard.insertText(text);
    },
    choose: async (list: Locator, option: string): Promise<void> => {
      count++;
      await list.selectOption(option);
    },
    press: (key: string): Promise<void> => {
      count++;
      return page.keyboard.press(key);
    },
    paste: (text: string): Promise<void> => {
      count++;
      return page.evaluate((pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      }, text);
    },
    open: (bytes: Uint8Array): Promise<void> => {
      count++;
      const file = { name: NAME, mimeType: '', buffer: Buffer.from(bytes) };
      return page.locator('input[type=file]').first().setInputFiles(file);
    },
  };
}

type Actions = ReturnType<typeof counting>;

/** Four faults by their suggestions; four by hand, each in the field of its card. */
async function repair(page: Page, does: Actions): Promise<void> {
  await does.click(tab(page, /Lỗi/));
  for (const [left, sum] of ['20,5', '21', '22', '22'].entries()) {
    await page.waitForFunction((n) => document.querySelectorAll('.issue.warning').length === n, 4 - left);
    await does.click(page.getByRole('button', { name: `Sửa thành ${sum}`, exact: true }).first());
  }
  await page.locator('.issue.warning').first().waitFor({ state: 'detached' });
  for (let left = 4; left > 0; left--) {
    await page.waitForFunction((n) => document.querySelectorAll('.issue.error').length === n, left);
    // After the first one, the page moves the cursor to the next field.
    if (left === 4) await does.click(page.locator('.issue.error .issue-field input').first());
    else await page.locator('.issue-field input:focus').waitFor();
    await does.type('2');
    await does.press('Enter');
  }
  await page.locator('.issue.error').first().waitFor({ state: 'detached' });
}

/**
 * A criterion with losses in nine communes: its cause is typed once, then Ctrl+Enter; the cursor moves to the next open
 * one.
 */
async function typeSharedCauses(page: Page, does: Actions): Promise<void> {
  await does.click(tab(page, /Điểm bị trừ/));
  await does.click(page.getByRole('checkbox', { name: /Chưa ghi nguyên nhân/ }));
  await does.choose(page.getByLabel(TEXT.orderBy), 'item');
  await page
    .getByText(/257 khoản/)
    .first()
    .waitFor();
  const form = page.locator('.cause-form');
  await does.click(page.getByRole('button', { name: /^Ghi nguyên nhân: 1\.1\b/ }).first());
  for (let shared = 0; shared < SHARED.items; shared++) {
    const label = await form.locator('textarea').getAttribute('aria-label');
    await form.getByText(/Ctrl\+Enter: ghi cho 9 đơn vị/).waitFor();
    await does.type(`Nguyên nhân chung thứ ${shared + 1}`);
    await does.press('Control+Enter');
    // No element has the focus between two forms.
    await page.waitForFunction((was) => {
      const next = document.querySelector('.cause-form textarea:focus')?.getAttribute('aria-label') ?? null;
      return next !== null && next !== was;
    }, label);
  }
}

/** Pastes the other causes, one per line, as a column copied from the workbook with the communes' explanations. */
async function pasteOtherCauses(page: Page, does: Actions): Promise<void> {
  await page.locator('.cause-form textarea:focus').waitFor();
  await does.paste(Array.from({ length: ALONE }, (_, n) => `Nguyên nhân riêng thứ ${n + 1}`).join('\r\n'));
  await does.click(page.getByRole('button', { name: `Ghi ${ALONE} dòng` }));
  await page.getByText(`Đã ghi nguyên nhân cho ${ALONE} tiêu chí.`).waitFor();
}
