/**
 * «Tổng hợp» in Chromium: files of units in several formats are reviewed, decided on and written into the open table;
 * the page as one file does the same.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { utils, write } from '@e965/xlsx';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { COLLECT_TEXT } from '../../src/taskpane/text/collect-text';
import { TEXT } from '../../src/taskpane/text/text';
import type { Grid } from '../../src/core/model/workbook/grid';
import { ROOT } from '../kit/programs/bundle';
import { grid } from '../kit/grid';
import { downloaded, openSite, shoot, visit, type Site } from '../kit/programs/page';
import { describeWith } from '../kit/programs/programs';
import { open, workbookOf } from '../kit/files/workbook-of';

const PAGE = pathToFileURL(join(ROOT, 'dist', 'cchc.html')).href;

const TABLE = grid(
  `
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2025
  STT | Tiêu chí                     | Điểm tối đa | Xã Hòa Bình |    | Xã Kim Sơn |    | Xã An Bình |
      |                              |             | Tự chấm | Thẩm định | Tự chấm | Thẩm định | Tự chấm | Thẩm định
  1   | LĨNH VỰC CHỈ ĐẠO             | 3           |         |           |         |           |         |
  1.1 | Kế hoạch cải cách hành chính | 1           |         |           |         |           |         |
  1.2 | Báo cáo định kỳ              | 2           |         |           |         |           |         |`,
  { sheet: 'Bảng tổng hợp' },
);

const sent = (unit: string, first: string, second: string): Grid =>
  grid(
    `
  BẢNG TỰ CHẤM ĐIỂM CCHC NĂM 2025
  Đơn vị: ${unit}
  STT | Tiêu chí                     | Điểm tối đa | Điểm tự chấm
  1   | LĨNH VỰC CHỈ ĐẠO             | 3           |
  1.1 | Kế hoạch cải cách hành chính | 1           | ${first}
  1.2 | Báo cáo định kỳ              | 2           | ${second}`,
    { sheet: 'Tự chấm' },
  );

const fileOf = async (name: string, sheet: Grid) => ({
  name,
  mimeType: '',
  buffer: Buffer.from(await workbookOf([sheet])),
});

/** Written as Excel 2003 saves it. */
function oldFileOf(name: string, { values, sheet }: Grid) {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(values.map((row) => [...(row ?? [])])), sheet);
  return { name, mimeType: '', buffer: Buffer.from(write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array) };
}

async function startWith(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await fileOf('bảng.xlsx', TABLE));
  await page.getByRole('button', { name: TEXT.more }).click();
  await page.getByRole('menuitem', { name: TEXT.collect }).click();
}

const choose = async (page: Page, files: Awaited<ReturnType<typeof fileOf>>[]): Promise<void> =>
  page.getByLabel(COLLECT_TEXT.choose, { exact: true }).setInputFiles(files);

describeWith(['chromium'], 'collecting', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 240_000);
  afterAll(() => site.close());

  test('files are reviewed, a conflict and a name decided, and what was sent is in the saved workbook', async () => {
    const { page, complaints, close } = await visit(site, '');
    await startWith(page);
    await choose(page, [
      await fileOf('hòa bình.xlsx', sent('Xã Hòa Bình', '1', '2')),
      await fileOf('hòa bình sửa.xlsx', sent('Xã Hòa Bình', '1', '1.5')),
      oldFileOf('kim sơn.xls', sent('Xã Kim Sơn', '0.75', '2')),
      await fileOf('an.xlsx', sent('Xã An Bịnh', '0.5', '1')),
      { name: 'hỏng.ods', mimeType: '', buffer: Buffer.from('không phải tệp') },
    ]);
    await page.getByText('2/3 đơn vị đã gửi · 3 ô sẽ ghi · 1 ô chờ quyết định').waitFor();
    await page.getByText(/hỏng\.ods: Tệp hỏng/).waitFor();
    await shoot(page, 'tong-hop-xem-lai');
    await page.getByLabel(/Xã An Bịnh/).selectOption('Xã An Bình');
    await page.getByText('3/3 đơn vị đã gửi · 5 ô sẽ ghi · 1 ô chờ quyết định').waitFor();
    await page.getByRole('radio', { name: /1,5 hòa bình sửa\.xlsx › Tự chấm!D6/ }).check();
    await shoot(page, 'tong-hop-da-chon');
    await page.getByRole('button', { name: 'Ghi 6 ô vào bảng' }).click();
    await page.getByText(/Đã ghi số liệu của các đơn vị/).waitFor();
    await shoot(page, 'tong-hop-da-ghi');
    const { bytes } = await downloaded(page, () => page.getByRole('button', { name: TEXT.computeAndSave }).click());
    const { sheets } = open(bytes).book;
    const values = sheets.find(({ name }) => name === 'Bảng tổng hợp')?.grid().values ?? [];
    const cells = (code: number) => values.find((row) => row?.[0] === code)?.slice(3, 8);
    expect([cells(1.1), cells(1.2)]).toEqual([
      [1, null, 0.75, null, 0.5],
      [1.5, null, 2, null, 1],
    ]);
    expect(sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Nguồn số liệu', 'Tình hình gửi số liệu']));
    expect(complaints.filter((line) => !line.includes('Service Worker registration blocked'))).toEqual([]);
    await close();
  }, 120_000);

  test('the page as one file collects old forms as well', async () => {
    const { page, requests, complaints, close } = await visit(site, PAGE, { offline: true });
    await startWith(page);
    await choose(page, [
      await fileOf('hòa bình.xlsx', sent('Xã Hòa Bình', '1', '2')),
      oldFileOf('kim sơn.xls', sent('Xã Kim Sơn', '0.75', '2')),
    ]);
    await page.getByText('2/3 đơn vị đã gửi · 4 ô sẽ ghi').waitFor();
    await page.getByRole('button', { name: 'Ghi 4 ô vào bảng' }).click();
    await page.getByText(/Đã ghi số liệu của các đơn vị/).waitFor();
    expect([requests.filter((each) => !/^(file:.*\/cchc\.html|blob:null\/)/.test(each)), complaints]).toEqual([[], []]);
    await close();
  }, 120_000);

  test('the page as one file opens a table of Excel 2003, computes it and saves it as .xlsx', async () => {
    const { page, complaints, close } = await visit(site, PAGE, { offline: true });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(oldFileOf('kim sơn.xls', sent('Xã Kim Sơn', '0.75', '2')));
    const { name, bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: TEXT.computeAndSave }).click(),
    );
    expect(name).toMatch(/^kim sơn.*\.xlsx$/);
    const values = open(bytes).book.sheets.flatMap((sheet) => sheet.grid().values.flatMap((row) => row ?? []));
    expect(values).toContain(91.67); // (0,75 + 2) ÷ 3
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
