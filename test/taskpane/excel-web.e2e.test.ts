/**
 * The built pane inside Excel on the web: Chromium, the genuine office.js over its postMessage protocol, a simulated
 * workbook as the host.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessBook } from '../../src/core/assess';
import { planEdits } from '../../src/core/fill';
import { TEXT } from '../../src/taskpane/text/text';
import { TASK_TEXT } from '../../src/taskpane/text/task-text';
import { ROOT } from '../kit/programs/bundle';
import { cellsOfBook, cellsOfExcel, toldBy } from '../kit/cells-of';
import { eventually } from '../kit/programs/eventually';
import { excelOnWeb, listens, type Opened, type WebOptions } from '../kit/programs/excel-on-web';
import { simulatedExcel, type ExcelOptions, type SimulatedExcel } from '../kit/excel/simulated-excel';
import { textOfDocx } from '../kit/files/docx-text';
import { axe, openSite, shoot, tab, type Site } from '../kit/programs/page';
import { describeWith } from '../kit/programs/programs';
import { open } from '../kit/files/workbook-of';

const SAMPLE = open(new Uint8Array(readFileSync(join(ROOT, 'assets', 'samples', 'don-vi-theo-cot.xlsx'))));
const GRIDS = SAMPLE.book.sheets.map((sheet) => sheet.grid());
const FILLED = open(SAMPLE.apply(planEdits(SAMPLE.book, assessBook(SAMPLE.book))));

describeWith(['chromium'], 'the pane in Excel on the web', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 180_000);
  afterAll(() => site.close());

  async function start(
    options: Partial<ExcelOptions> = {},
    web: WebOptions = {},
  ): Promise<{ readonly excel: SimulatedExcel; readonly shown: Opened }> {
    const { open: openClient, opened } = excelOnWeb(site, web);
    // The client on npm stops at 1.15.
    const excel = simulatedExcel({
      grids: GRIDS,
      platform: 'OfficeOnline',
      excelApi: '1.15',
      open: openClient,
      ...options,
    });
    excel.tell(toldBy(FILLED.book));
    await excel.install();
    return { excel, shown: opened() };
  }

  test('comes up with the workbook read; «Tính chỉ số» of the ribbon writes what the file host does', async () => {
    const { excel, shown } = await start();
    await shown.frame.getByText('UBND xã Tân Lập').first().waitFor();
    await eventually(async () => expect(await shown.frame.getByText(TEXT.open).count()).toBe(0));
    await eventually(async () => expect(await shown.frame.getByRole('grid').count()).toBe(0));
    expect(excel.exchanges.some(({ writes }) => writes)).toBe(false);
    await listens(shown);
    await excel.click('calculateIndex');
    await shown.frame.getByText('Đã tính và ghi').waitFor();
    excel.state();
    expect(cellsOfExcel(excel.book)).toEqual(cellsOfBook(FILLED.book));
    expect(excel.book.pane).toBe('Visible');
    await shoot(shown.page, 'excel-web');

    await excel.click('checkSheet');
    await shown.frame.getByRole('tab', { name: /Lỗi/, selected: true }).waitFor();
    await tab(shown.frame, /Điểm bị trừ/).click();
    await shoot(shown.page, 'excel-web-diem-bi-tru');
    expect(await shown.page.evaluate(() => document.querySelector('iframe')!.clientWidth)).toBe(350);
    expect(shown.unknown).toEqual([]);
    expect(shown.complaints).toEqual([]);
    expect(
      shown.requests.filter(
        (url) =>
          ![
            'https://excel.officeapps.live.com/',
            'https://cchc.may-chu.vn/',
            'https://appsforoffice.microsoft.com/lib/1/hosted/',
            'data:',
            'blob:',
          ].some((known) => url.startsWith(known)),
      ),
    ).toEqual([]);
    await shown.close();
  }, 120_000);

  test('a click before the workbook is read is not lost', async () => {
    const { excel, shown } = await start();
    await listens(shown);
    await excel.click('calculateIndex');
    await shown.frame.getByText('Đã tính và ghi').waitFor();
    excel.state();
    expect(cellsOfExcel(excel.book)).toEqual(cellsOfBook(FILLED.book));
    await shown.close();
  }, 120_000);

  test('a protected sheet is said in one sentence, and stays as it is', async () => {
    const { excel, shown } = await start({ protectedSheets: GRIDS.map(({ sheet }) => sheet) });
    const sheetsNow = (): unknown[] => (excel.state() as { sheets: unknown[] }).sheets.slice(0, GRIDS.length);
    const state = sheetsNow();
    await listens(shown);
    await excel.click('calculateIndex');
    const notice = shown.frame.getByRole('status');
    await notice.getByText('đang được bảo vệ').waitFor();
    await eventually(async () => expect(await notice.innerText()).toContain('CCHC901'));
    expect(sheetsNow()).toEqual(state);
    await shoot(shown.page, 'excel-web-bao-ve');
    await shown.close();
  }, 120_000);

  test('where no sheet may be added, the table is filled and one press gives our sheets as a file', async () => {
    const { excel, shown } = await start({ structureProtected: true });
    await listens(shown);
    await excel.click('calculateIndex');
    const notice = shown.frame.getByRole('status');
    await notice.getByText('CCHC901').waitFor();
    const press = notice.getByRole('button', { name: TEXT.sheetsApart });
    await press.waitFor();
    await shoot(shown.page, 'excel-web-khoa-cau-truc');
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(GRIDS.map(({ sheet }) => sheet));
    const [download] = await Promise.all([shown.page.waitForEvent('download'), press.click()]);
    expect(download.suggestedFilename()).toBe(TEXT.sheetsApartName);
    const apart = open(new Uint8Array(readFileSync(await download.path()))).book.sheets;
    expect(apart.map(({ name }) => name)).toEqual(['Điểm bị trừ', 'Kết quả']);
    await shown.close();
  }, 120_000);

  test('a filter in the way is said, and one press takes it off and computes', async () => {
    const { excel, shown } = await start();
    await listens(shown);
    const sheet = excel.sheet(GRIDS[0]!.sheet);
    sheet.filtered = true;
    sheet.hiddenRows.add(10);
    await excel.click('calculateIndex');
    const notice = shown.frame.getByRole('alert');
    await notice.getByText('CCHC910').waitFor();
    await shoot(shown.page, 'excel-web-loc');
    await notice.getByRole('button', { name: TEXT.clearFilter }).click();
    await shown.frame.getByText('Đã tính và ghi').waitFor();
    expect(sheet.filtered).toBe(false);
    await shown.close();
  }, 120_000);

  test('what the officer types is checked by itself, and nothing is written for it', async () => {
    const { excel, shown } = await start();
    await shown.frame.getByText('UBND xã Tân Lập').first().waitFor();
    const badge = tab(shown.frame, /Lỗi/);
    const before = await badge.innerText();
    await shown.page.waitForTimeout(500);
    excel.forget();
    excel.type(GRIDS[0]!.sheet, 'E12', 'abc');
    await shown.frame.waitForFunction(
      (text) => [...document.querySelectorAll<HTMLElement>('[role=tab]')].every(({ innerText }) => innerText !== text),
      before,
    );
    expect(excel.exchanges.some(({ writes }) => writes)).toBe(false);
    await shown.close();
  }, 120_000);

  test('pasted words are written into the open workbook, and a report of it is downloaded from the pane', async () => {
    const { excel, shown } = await start({}, { width: 320 });
    const { frame, page } = shown;
    await frame.getByText('UBND xã Tân Lập').first().waitFor();
    await frame.getByRole('button', { name: TEXT.more }).click();
    await frame.getByRole('menuitem', { name: TEXT.prose }).click();
    await frame
      .getByRole('textbox', { name: TASK_TEXT.proseText })
      .fill(
        'UBND xã Tân Lập\n- Tiêu chí 1.1.3. Mức độ hoàn thành kế hoạch (trừ 0,17 ' +
          'điểm). Nguyên nhân: Chậm giải ngân quý IV.',
      );
    await frame.getByRole('button', { name: TASK_TEXT.proseRead }).click();
    await frame.getByRole('checkbox', { name: /1\.1\.3/ }).check();
    await frame.getByRole('button', { name: 'Ghi 1 nguyên nhân' }).click();
    await frame.getByText('Đã ghi nguyên nhân cho 1 tiêu chí.').waitFor();
    expect(JSON.stringify(cellsOfExcel(excel.book))).toContain('Chậm giải ngân quý IV.');
    await frame.getByRole('button', { name: TASK_TEXT.back }).click();
    await frame.getByRole('button', { name: TEXT.more }).click();
    await frame.getByRole('menuitem', { name: TEXT.export }).click();
    await frame.getByRole('checkbox', { name: /Bảng tổng hợp điểm bị trừ \.xlsx/ }).uncheck();
    await frame.getByRole('checkbox', { name: /Bảng tổng hợp điểm bị trừ \.docx/ }).check();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: TASK_TEXT.exportNow, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    expect(textOfDocx(new Uint8Array(readFileSync(await download.path())))).toContain('Chậm giải ngân quý IV.');
    await shoot(page, 'excel-web-xuat');
    expect(shown.complaints).toEqual([]);
    await shown.close();
  }, 120_000);

  test('at 320 px axe finds nothing on any tab', async () => {
    const { shown } = await start({}, { width: 320 });
    await shown.frame.getByText('UBND xã Tân Lập').first().waitFor();
    for (const name of [/Kết quả/, /Lỗi/, /Điểm bị trừ/, /Cài đặt/]) {
      await tab(shown.frame, name).click();
      await shown.page.waitForTimeout(300);
      expect(await axe(shown.frame)).toEqual([]);
    }
    await shoot(shown.page, 'excel-web-320');
    // Excel reports its theme as colours and sends no event when it changes; the pane adopts the current theme when it
    // gets the focus.
    await shown.frame.evaluate(() => {
      const { Office } = window as unknown as { Office: { context: object } };
      Object.defineProperty(Office.context, 'officeTheme', { value: { bodyBackgroundColor: '#262626' } });
      window.dispatchEvent(new Event('focus'));
    });
    await shown.frame.locator('.app.dark').waitFor();
    expect(await axe(shown.frame)).toEqual([]);
    await shoot(shown.page, 'excel-web-320-toi');
    await shown.close();
  }, 120_000);

  test('without Office.js the page comes up for files, with one sentence that says so', async () => {
    const { shown } = await start({}, { hasOfficeJs: false });
    await shown.frame.getByText(TEXT.withoutOffice).waitFor();
    await shown.frame.getByText(TEXT.startTitle).waitFor();
    await shoot(shown.page, 'excel-web-khong-office');
    await shown.close();
  }, 60_000);

  test('while Excel does not answer the frame is there, and after 3 seconds files can be worked on', async () => {
    const { shown } = await start({}, { hasOfficeJs: 'never-answered', width: 320 });
    await shown.frame.getByText(TEXT.connecting).waitFor();
    await eventually(async () =>
      expect(await shown.frame.getByRole('button', { name: TEXT.workOnFile }).count()).toBe(0),
    );
    await shown.frame.getByRole('button', { name: TEXT.workOnFile }).waitFor();
    expect(await axe(shown.frame)).toEqual([]);
    await shoot(shown.page, 'excel-web-dang-noi');
    await shown.frame.getByRole('button', { name: TEXT.workOnFile }).click();
    await shown.frame.getByText(TEXT.startTitle).waitFor();
    await shown.close();
  }, 60_000);
});
