/**
 * «Tạo mẫu» in Chromium, and the whole workflow: a set, blank workbooks, filled in, collected, appraised, computed and
 * saved; served, and from the single file.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { Edit } from '../../src/core/model/workbook/edit';
import { COLLECT_TEXT } from '../../src/taskpane/text/collect-text';
import { TASK_TEXT } from '../../src/taskpane/text/task-text';
import { TEXT } from '../../src/taskpane/text/text';
import { ROOT } from '../kit/programs/bundle';
import { grid } from '../kit/grid';
import { excelOnWeb } from '../kit/programs/excel-on-web';
import { cellsOfExcel } from '../kit/cells-of';
import { simulatedExcel } from '../kit/excel/simulated-excel';
import { downloaded, openSite, shoot, visit, type Site } from '../kit/programs/page';
import { describeWith } from '../kit/programs/programs';
import { open, workbookOf } from '../kit/files/workbook-of';

const SET = grid(
  `
  BỘ TIÊU CHÍ XÁC ĐỊNH CHỈ SỐ CCHC CẤP XÃ NĂM 2026
  TT    | Tiêu chí                     | Điểm tối đa | Bước điểm
  1     | LĨNH VỰC CHỈ ĐẠO             | 3           |
  1.1   | Kế hoạch cải cách hành chính | 1           | 0.25
  1.2   | Báo cáo định kỳ              | 2           | 0.5
  2     | LĨNH VỰC THỂ CHẾ             | 5           |
  2.1   | Rà soát văn bản              | 5           | 0.5
        | Tổng cộng                    | 8           |`,
  { sheet: 'Bộ tiêu chí' },
);
const UNITS = 'Xã Hòa Bình; Khối xã\nXã Kim Sơn; Khối xã';
const TABLE = 'Bảng tổng hợp.xlsx';

const upload = (name: string, bytes: Uint8Array) => ({ name, mimeType: '', buffer: Buffer.from(bytes) });

const BLANK = grid(
  `
  BẢNG TỔNG HỢP CHỈ SỐ CCHC NĂM 2026
  STT | Tiêu chí                     | Điểm tối đa | Xã Hòa Bình |           | Xã Kim Sơn |
      |                              |             | Tự chấm     | Thẩm định | Tự chấm    | Thẩm định
  1   | LĨNH VỰC CHỈ ĐẠO             | 3           |             |           |            |
  1.1 | Kế hoạch cải cách hành chính | 1           |             |           |            |
  1.2 | Báo cáo định kỳ              | 2           |             |           |            |`,
  { sheet: 'Bảng tổng hợp' },
);

async function openFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(upload(name, bytes));
}

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: TEXT.more }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Types a score into the given column beside each code. */
function typed(bytes: Uint8Array, scores: Readonly<Record<string, number>>, column: number): Uint8Array {
  const file = open(bytes);
  const sheet = file.book.sheets.find(({ visibility }) => visibility === 'visible');
  const edits = (sheet?.grid().values ?? []).flatMap((cells, row): Edit[] => {
    const score = scores[typeof cells?.[0] === 'string' ? cells[0] : ''];
    if (score === undefined) return [];
    return [{ kind: 'cell', at: { row, column }, content: { kind: 'number', value: String(score) }, format: null }];
  });
  expect(edits).toHaveLength(Object.keys(scores).length);
  return file.apply([{ sheet: sheet?.name ?? '', isNew: false, edits }]);
}

/** The column of the nth occurrence of a heading of the table. */
function columnOf(bytes: Uint8Array, heading: string, nth: number): number {
  const { values = [] } = open(bytes).book.sheets[0]?.grid() ?? {};
  const row = values.find((cells) => cells?.includes(heading)) ?? [];
  return row.flatMap((cell, column) => (cell === heading ? [column] : []))[nth] ?? -1;
}

async function wholeWay(page: Page, shot: string | null): Promise<void> {
  await openFile(page, 'bộ 2026.xlsx', await workbookOf([SET]));
  await choose(page, TEXT.forms);
  await page.getByLabel(TASK_TEXT.formsUnits).fill(UNITS);
  if (shot) await shoot(page, `${shot}-tao-mau`);
  const made = await downloaded(page, () =>
    page.getByRole('button', { name: TASK_TEXT.formsNow, exact: true }).click(),
  );
  expect(made.name).toBe('bộ 2026 (mẫu).zip');
  const files = unzipSync(made.bytes);
  const first = 'Tự chấm - Xã Hòa Bình.xlsx';
  const second = 'Tự chấm - Xã Kim Sơn.xlsx';
  expect(Object.keys(files).sort()).toEqual([TABLE, first, second].sort());
  const bytesOf = (name: string): Uint8Array => files[name] ?? new Uint8Array();
  await openFile(page, TABLE, bytesOf(TABLE));
  await page.getByText(TABLE).first().waitFor();
  await choose(page, TEXT.collect);
  await page
    .getByLabel(COLLECT_TEXT.choose, { exact: true })
    .setInputFiles([
      upload(first, typed(bytesOf(first), { '1.1': 1, '1.2': 2, '2.1': 4 }, 3)),
      upload(second, typed(bytesOf(second), { '1.1': 0.5, '1.2': 2, '2.1': 5 }, 3)),
    ]);
  await page.getByText('2/2 đơn vị đã gửi · 6 ô sẽ ghi').waitFor();
  if (shot) await shoot(page, `${shot}-tong-hop`);
  await page.getByRole('button', { name: 'Ghi 6 ô vào bảng' }).click();
  await page.getByText(/Đã ghi số liệu của các đơn vị/).waitFor();
  const collected = await downloaded(page, () => page.getByRole('button', { name: TEXT.computeAndSave }).click());
  // The appraised scores, typed in another program: 6,5 and 7 of 8 points.
  const judged = [
    { '1.1': 0.5, '1.2': 2, '2.1': 4 },
    { '1.1': 0.5, '1.2': 1.5, '2.1': 5 },
  ].reduce((bytes, scores, unit) => typed(bytes, scores, columnOf(bytes, 'Thẩm định', unit)), collected.bytes);
  await openFile(page, 'đã thẩm định.xlsx', judged);
  await page.getByText('đã thẩm định.xlsx').first().waitFor();
  const saved = await downloaded(page, () =>
    page.getByRole('button', { name: /^(Tính và lưu|Tính, lưu|Lưu)/ }).click(),
  );
  if (shot) await shoot(page, `${shot}-da-tinh`);
  const results =
    open(saved.bytes)
      .book.sheets.find(({ name }) => name === 'Kết quả')
      ?.grid().values ?? [];
  const indexOf = (unit: string) =>
    results.find((row) => row?.includes(unit))?.filter((cell) => typeof cell === 'number');
  expect(indexOf('Xã Hòa Bình')).toContain(81.25);
  expect(indexOf('Xã Kim Sơn')).toContain(87.5);
}

describeWith(['chromium'], 'from a set to the index', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 240_000);
  afterAll(() => site.close());

  test('in the page', async () => {
    const { page, complaints, close } = await visit(site, '');
    await wholeWay(page, 'tu-bo-tieu-chi');
    expect(complaints.filter((line) => !line.includes('Service Worker registration blocked'))).toEqual([]);
    await close();
  }, 120_000);

  test('in the page as one file, with no network', async () => {
    const { page, complaints, close } = await visit(site, pathToFileURL(join(ROOT, 'dist', 'cchc.html')).href, {
      offline: true,
    });
    await wholeWay(page, null);
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);

  test('in Excel: forms of the open table, filled in, come back into its cells', async () => {
    const { open: client, opened } = excelOnWeb(site);
    const excel = simulatedExcel({ grids: [BLANK], platform: 'OfficeOnline', excelApi: '1.15', open: client });
    await excel.install();
    const { frame, page, complaints, close } = opened();
    const enter = async (entry: string): Promise<void> => {
      await frame.getByRole('button', { name: TEXT.more }).click();
      await frame.getByRole('menuitem', { name: entry }).click();
    };
    await frame.getByText('Xã Hòa Bình').first().waitFor();
    await enter(TEXT.forms);
    const made = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: TASK_TEXT.formsNow, exact: true }).click(),
    ]);
    await shoot(page, 'excel-web-tao-mau');
    const files = unzipSync(new Uint8Array(readFileSync(await made[0].path())));
    expect(Object.keys(files).sort()).toEqual(['Tự chấm - Xã Hòa Bình.xlsx', 'Tự chấm - Xã Kim Sơn.xlsx']);
    const scores = [
      { '1.1': 1, '1.2': 1.5 },
      { '1.1': 0.25, '1.2': 2 },
    ];
    const filled = Object.keys(files).sort();
    await frame.getByRole('button', { name: TASK_TEXT.back }).click();
    await enter(TEXT.collect);
    await frame
      .getByLabel(COLLECT_TEXT.choose, { exact: true })
      .setInputFiles(
        filled.map((name, unit) => upload(name, typed(files[name] ?? new Uint8Array(), scores[unit] ?? {}, 3))),
      );
    await frame.getByText('2/2 đơn vị đã gửi · 4 ô sẽ ghi').waitFor();
    await shoot(page, 'excel-web-tong-hop');
    expect(excel.exchanges.some(({ writes }) => writes)).toBe(false);
    await frame.getByRole('button', { name: 'Ghi 4 ô vào bảng' }).click();
    await frame.getByText(/Đã ghi số liệu của các đơn vị/).waitFor();
    const cells = cellsOfExcel(excel.book);
    const written = cells.find(({ sheet }) => sheet === BLANK.sheet)?.values ?? [];
    expect(written).toEqual(expect.arrayContaining(['D5 1', 'D6 1.5', 'F5 0.25', 'F6 2']));
    expect(cells.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(['Nguồn số liệu', 'Tình hình gửi số liệu']));
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
