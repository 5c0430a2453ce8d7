/**
 * The page without Excel, as an officer uses it: a file or a sample is opened, results are shown, faults repaired,
 * causes typed, and the filled copy saved.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { assessBook } from '../../src/core/assess';
import { planEdits } from '../../src/core/fill';
import { TEXT } from '../../src/taskpane/text/text';
import { ROOT } from '../kit/programs/bundle';
import { eventually } from '../kit/programs/eventually';
import { grid } from '../kit/grid';
import { open, workbookOf } from '../kit/files/workbook-of';
import {
  NARROW,
  WIDE,
  axe,
  downloaded,
  openSite,
  shoot,
  tab,
  visit,
  visitSample,
  type Site,
} from '../kit/programs/page';
import { describeWith } from '../kit/programs/programs';

const SAMPLES = join(ROOT, 'assets', 'samples');

describeWith(['chromium'], 'the page in Chromium', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 180_000);
  afterAll(async () => {
    await site.close();
  });

  async function save(page: Page, source?: Uint8Array): Promise<Uint8Array> {
    const press = (): Promise<void> => page.getByRole('button', { name: 'Lưu bản đã điền' }).click();
    return (await downloaded(page, press, source)).bytes;
  }

  test('a sample is open and computed; a fix and a cause go into the saved file, all of it', async () => {
    const { page, requests, complaints, close } = await visitSample(site, 'mot-don-vi');
    await tab(page, /Lỗi/).click();
    await shoot(page, 'loi');
    await page.getByRole('button', { name: 'Sửa thành −3,54' }).click();
    await page.getByText('Đã sửa 1 ô').waitFor();
    await eventually(async () => expect(await page.getByText('10 − 6,46 = 3,54').count()).toBe(0));
    await tab(page, /Điểm bị trừ/).click();
    await page.getByRole('button', { name: /^Sửa: 1\.2 / }).click();
    await page.getByRole('textbox', { name: /^Nguyên nhân: 1\.2 / }).fill('Chậm tiến độ <b>hai</b> tháng');
    await page.keyboard.press('Enter');
    await page.getByText('Đã ghi nguyên nhân.').waitFor();
    await eventually(async () =>
      expect(await page.getByText('Chậm tiến độ <b>hai</b> tháng').count()).toBeGreaterThan(0),
    );
    const file = open(await save(page));
    const assessment = assessBook(file.book);
    const deductions = assessment.sheets[0]!.deductions;
    expect(deductions.map(({ cause }) => cause)).toContain('Chậm tiến độ <b>hai</b> tháng');
    expect(assessment.sheets[0]!.diagnostics.map(({ message }) => message).join('\n')).not.toContain('3,36');
    expect(planEdits(file.book, assessment)).toEqual([]);
    expect(requests.filter((url) => !url.startsWith(site.origin) && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints.filter((line) => !line.includes('Service Worker registration blocked'))).toEqual([]);
    await close();
  }, 60_000);

  test('«Sửa tất cả» shows every cell first, leaves out what is unticked, is taken back by «Hoàn tác»', async () => {
    const { page, close } = await visitSample(site, 'mot-don-vi');
    await tab(page, /Lỗi/).click();
    await page.getByRole('button', { name: 'Sửa tất cả' }).click();
    await page.getByRole('heading', { name: 'Xem trước những ô sẽ sửa' }).waitFor();
    await shoot(page, 'sua-tat-ca');
    await page.getByRole('checkbox').first().uncheck();
    await page.getByRole('button', { name: 'Sửa 7 ô' }).click();
    await page.getByText('Đã sửa 7 ô').waitFor();
    await eventually(async () => expect(await page.getByText(/ghi 3,36 nhưng/).count()).toBe(1));
    await eventually(async () => expect(await page.getByText(/6 ô điểm là chữ/).count()).toBe(0));
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByRole('menuitem', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã hoàn tác.').waitFor();
    await eventually(async () => expect(await page.getByText(/6 ô điểm là chữ/).count()).toBe(1));
    await close();
  }, 60_000);

  test('what is typed outlives a change of tabs, the grid an undone sheet; unsaved work is asked for', async () => {
    const { page, close } = await visitSample(site, 'mot-don-vi');
    await tab(page, /Điểm bị trừ/).click();
    await page.getByRole('button', { name: /^Sửa/ }).first().click();
    const typing = page.locator('.cause-form textarea');
    await typing.fill('dở dang');
    await tab(page, /Lỗi/).click();
    await tab(page, /Điểm bị trừ/).click();
    await eventually(async () => expect(await typing.inputValue()).toBe('dở dang'));
    await typing.press('Escape');
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('deduction-place'),
    );
    await page.locator('.sheet-names button', { hasText: 'Kết quả' }).click();
    await page.getByRole('button', { name: 'Thêm' }).click();
    await page.getByRole('menuitem', { name: 'Hoàn tác' }).click();
    await page.getByText('Đã hoàn tác.').waitFor();
    await page.locator('.grid-text', { hasText: 'Tuyên truyền CCHC' }).first().waitFor();
    const questions: string[] = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.message());
      void dialog.dismiss();
    });
    await page.locator('input[type=file]').first().setInputFiles(join(SAMPLES, 'ket-qua-nam-2022.xlsx'));
    while (questions.length === 0) await page.waitForTimeout(50);
    expect(questions).toEqual([expect.stringContaining('Bản đã điền của «mot-don-vi.xlsx» chưa được lưu')]);
    await eventually(async () => expect(await page.getByText('mot-don-vi.xlsx').count()).toBeGreaterThan(0));
    await close();
  }, 60_000);

  test('headings and names stay in sight, a text is found without its marks, Ctrl with an arrow goes far', async () => {
    const { page, close } = await visitSample(site, 'don-vi-theo-cot');
    const grid = page.locator('.grid');
    await eventually(async () => expect(await page.locator('.grid-frozen').count()).toBe(0));
    await grid.evaluate((box) => box.scrollTo(700, 900));
    // The frozen parts: heading, names, their corner, the letters above it, and the numbers beside the heading.
    await page.locator('.grid-frozen').nth(4).waitFor();
    await page.locator('.grid-frozen .grid-cell', { hasText: 'Lĩnh vực/Tiêu chí' }).first().waitFor();
    expect(await axe(page)).toEqual([]);
    await shoot(page, 'dong-tieu-de');
    await grid.focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('doi thoai voi nguoi dan');
    await page.getByText('1 ô', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.cell-name', { hasText: 'B28' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await eventually(async () => expect(await page.evaluate(() => document.activeElement?.className)).toBe('grid'));
    await page.keyboard.press('Control+ArrowRight');
    await page.locator('.cell-name', { hasText: 'E28' }).waitFor();
    await page.getByLabel('Cỡ hiển thị').selectOption('0.6');
    await page.locator('.grid-cell.selected').waitFor();
    await close();
  }, 60_000);

  test('what is being typed for one unit is never offered for another whose sheet is laid out alike', async () => {
    const own = (name: string) =>
      grid(`Đơn vị: ${name}\nTT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân\n1 | Chỉ đạo | 10 | 8 |`, {
        sheet: name,
      });
    const { page, close } = await visit(site, '');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'hai.xlsx',
        mimeType: '',
        buffer: Buffer.from(await workbookOf([own('Xã A'), own('Xã B')])),
      });
    await tab(page, /Điểm bị trừ/).click();
    await page.getByRole('button', { name: /^Ghi nguyên nhân/ }).click();
    const typing = page.locator('.cause-form textarea');
    await typing.fill('của xã A');
    const chooser = page.getByRole('combobox', { name: 'Trang tính' });
    await chooser.selectOption('Xã B');
    await page.locator('.deduction-place').waitFor();
    await page.waitForTimeout(300);
    await eventually(async () => expect(await typing.count()).toBe(0));
    await chooser.selectOption('Xã A');
    await typing.waitFor();
    await eventually(async () => expect(await typing.inputValue()).toBe('của xã A'));
    await close();
  }, 60_000);

  test('a score that lost points leads to its line in «Điểm bị trừ», and the line leads back', async () => {
    const { page, close } = await visitSample(site, 'mot-don-vi');
    await tab(page, /Điểm bị trừ/).click();
    const place = page.locator('.deduction-place').nth(2);
    const cell = (await place.getAttribute('title'))!.split(' · ')[0]!.replace('Ô ', '');
    await place.click();
    await page.getByRole('button', { name: 'Tới dòng trong «Điểm bị trừ»' }).click();
    await page.locator('.sheet-names [aria-current=true]', { hasText: 'Điểm bị trừ' }).waitFor();
    const line = await page.locator('.cell-name').textContent();
    await shoot(page, 'toi-dong-bi-tru');
    await page.getByRole('button', { name: 'Tới ô điểm' }).click();
    await page.locator('.cell-name', { hasText: new RegExp(`^${cell}$`) }).waitFor();
    expect(line).toMatch(/^A\d+$/);
    await close();
  }, 60_000);

  test('a file of the officer’s is checked on opening, filled in only by the button, on 320 pixels too', async () => {
    const { page, close } = await visit(site, '', { viewport: NARROW });
    await shoot(page, 'mo-dau-320');
    await page.locator('input[type=file]').first().setInputFiles(join(SAMPLES, 'don-vi-theo-cot.xlsx'));
    await page.getByText('UBND xã Đăk Tơ Lung').first().waitFor();
    await eventually(async () => expect(await page.getByText('92,85').count()).toBeGreaterThan(0));
    await eventually(async () => expect(await page.getByText('Đã tính và ghi').count()).toBe(0));
    await page.getByRole('button', { name: 'Tính chỉ số' }).click();
    await page.getByText('Đã tính và ghi').waitFor();
    await shoot(page, 'ket-qua-320');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const file = open(await save(page));
    expect(planEdits(file.book, assessBook(file.book))).toEqual([]);
    await close();
  }, 60_000);

  test('several files are all taken, each keeps its changes, none is called computed before it is', async () => {
    const table = (name: string, points: string) =>
      grid(
        `Đơn vị: ${name}\nTT | Nội dung | Điểm tối đa | Điểm thẩm định\n` +
          `1 | Chỉ đạo | 10 | ${points}\n2 | Một cửa | 10 | 9`,
        {
          sheet: name,
        },
      );
    const { page, close } = await visit(site, '');
    const file = async (name: string, ...sheets: Parameters<typeof workbookOf>[0]) => ({
      name,
      mimeType: '',
      buffer: Buffer.from(await workbookOf(sheets)),
    });
    const second = await file('hai.xlsx', table('Xã C', '7'));
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        await file('một.xlsx', table('Xã A', '8'), table('Xã B', 'abc')),
        second,
        { name: 'ghi chú.txt', mimeType: '', buffer: Buffer.from('x') },
      ]);
    await page.getByText('2 tệp nằm trong danh sách').waitFor();
    await eventually(async () => expect(await page.getByText('Không mở «ghi chú.txt»').count()).toBe(1));
    await shoot(page, 'nhieu-tep');
    await page.getByRole('button', { name: 'Xã B (1 lỗi)' }).click();
    await page.locator('.issue.error').first().waitFor();
    await eventually(async () => expect(await tab(page, /Lỗi/).getAttribute('aria-selected')).toBe('true'));

    const list = page.getByRole('combobox', { name: 'Tệp đang mở' });
    await page.getByRole('button', { name: 'Tính chỉ số' }).click();
    await page.getByText('Đã tính và ghi').waitFor();
    await list.selectOption({ label: 'hai.xlsx' });
    await page.locator('.sheet-names, .which', { hasText: 'Xã C' }).first().waitFor();
    await eventually(async () =>
      expect(await list.locator('option').allTextContents()).toEqual(['một.xlsx · chưa lưu', 'hai.xlsx']),
    );
    const { name, bytes } = await downloaded(
      page,
      () => page.getByRole('button', { name: 'Tính và lưu' }).click(),
      second.buffer,
    );
    expect(name).toBe('hai (đã tính).xlsx');
    const saved = open(bytes);
    expect(planEdits(saved.book, assessBook(saved.book))).toEqual([]);
    await list.selectOption({ label: 'một.xlsx · chưa lưu' });
    await page.getByText('Chưa lưu', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Lưu bản đã điền' }).waitFor();
    await close();
  }, 60_000);

  test('faults are put right in their cards, cells typed and pasted, and each step is taken back', async () => {
    const { page, complaints, close } = await visit(site, '');
    const table = grid(
      'TT | Nội dung | Điểm tối đa | Xã A | Xã B\n1 | Chỉ đạo | 6 | 9 | 5\n' +
        '2 | Một cửa | 4 | 4 | x\n3 | Thể chế | 5 | x | 3',
      { sheet: 'Bảng' },
    );
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'sửa.xlsx', mimeType: '', buffer: Buffer.from(await workbookOf([table])) });
    await tab(page, /Lỗi/).click();
    const above = page.locator('.issue', { hasText: '9' }).filter({ hasText: 'tối đa' }).first();
    const points = above.getByRole('textbox', { name: /Điểm đúng Xã A · 1 Chỉ đạo/ });
    await points.fill('abc');
    await page.keyboard.press('Enter');
    await above.getByRole('alert').filter({ hasText: 'không phải là số điểm' }).waitFor();
    await points.fill('5,5');
    await above.getByRole('alert').waitFor({ state: 'detached' });
    await shoot(page, 'sua-tai-cho');
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('Đã ghi 1 ô và tính lại.').waitFor();
    // The focus is on the next card, not on the grid.
    await page.locator('.issue:first-child:focus-within', { hasText: 'ghi dấu «x»' }).waitFor();
    const marks = page.locator('.issue', { hasText: 'Không đánh giá' });
    await eventually(async () => expect(await marks.count()).toBe(2));
    await marks.first().getByRole('checkbox', { name: 'cho mọi ô ghi «x»' }).check();
    await marks.first().getByRole('button', { name: 'Không đánh giá' }).click();
    await page.getByText(/Đã lưu cài đặt/).waitFor();
    await eventually(async () => expect(await marks.count()).toBe(0));

    // Xã A 5,5 of 6 and 4 of 4, the third does not apply: 95,00. Xã B 5 of 6 and 3 of 5: 72,73.
    await tab(page, /Kết quả/).click();
    await page.getByText('95,00').first().waitFor();
    await page.getByText('72,73').first().waitFor();

    const cell = (name: string) => page.locator(`#cell-${name} .grid-text`);
    await cell('E2').click();
    await page.locator('.cell-place', { hasText: 'Xã B · 1 Chỉ đạo' }).waitFor();
    await page.keyboard.type('4,5');
    await shoot(page, 'go-vao-o');
    await page.keyboard.press('Enter');
    await page.locator('.cell-name', { hasText: /^E3$/ }).waitFor();
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid'),
    );
    // 4,5 + 3 of 11.
    await page.getByText('68,18').first().waitFor();
    await page.keyboard.press('F2');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.getByText('72,73').first().waitFor();
    await page.keyboard.press('Control+y');
    await page.getByText('68,18').first().waitFor();

    await cell('D2').click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '6\t6\r\n4\t4\r\n5\t5\r\nlạ\tlạ\r\n');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    });
    await page.getByText('Bỏ qua 2 ô').waitFor();
    await eventually(async () =>
      expect(await page.locator('.unit-index').allTextContents()).toEqual(['100,00', '100,00']),
    );
    expect(complaints.filter((line) => !line.includes('Service Worker registration blocked'))).toEqual([]);
    await close();
  }, 60_000);

  test('causes go from one open loss to the next by keys, for several units, from a column', async () => {
    const { page, close } = await visit(site, '');
    const head = 'TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C';
    const rows = '1 | Chỉ đạo | 6 | 5 | 5 | 5\n2 | Một cửa | 4 | 3 | 4 | 3\n3 | Thể chế | 5 | 4 | 4 | 5';
    const table = grid(`${head}\n${rows}`, {
      sheet: 'Bảng',
    });
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'nhân.xlsx', mimeType: '', buffer: Buffer.from(await workbookOf([table])) });
    await tab(page, /Điểm bị trừ/).click();
    await page
      .getByRole('button', { name: /^Ghi nguyên nhân: 1 Chỉ đạo/ })
      .first()
      .click();
    const typing = (name: string) => page.getByRole('textbox', { name: `Nguyên nhân: ${name}` });
    await page.getByRole('button', { name: 'Ghi cho 3 đơn vị cùng tiêu chí' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.type('Kế hoạch ban hành chậm');
    await shoot(page, 'ghi-nguyen-nhan');
    await page.keyboard.press('Control+Enter');
    // The cursor is in the next field; it does not wait for the write.
    await typing('2 Một cửa').waitFor();
    await page.keyboard.type('Thiếu máy quét');
    await page.keyboard.press('Enter');
    await typing('3 Thể chế').waitFor();
    await page.keyboard.type('Rà soát chậm');
    await page.keyboard.press('Control+Enter');
    // Xã C at item 2: the cause of xã A is available by one key.
    await typing('2 Một cửa').waitFor();
    await page.locator('.suggestion').first().waitFor();
    await page.keyboard.press('Alt+1');
    await page.locator('.cause-form').waitFor({ state: 'detached' });
    await page.locator('.missing').first().waitFor({ state: 'detached' });
    await eventually(async () =>
      expect((await page.locator('.cause-text').allTextContents()).sort()).toEqual([
        ...Array.from({ length: 3 }, () => 'Kế hoạch ban hành chậm'),
        ...Array.from({ length: 2 }, () => 'Rà soát chậm'),
        ...Array.from({ length: 2 }, () => 'Thiếu máy quét'),
      ]),
    );
    for (let step = 0; step < 4; step++) {
      await page.evaluate(() => document.body.focus());
      await page.keyboard.press('Control+z');
      await page.getByText(TEXT.undone).waitFor();
    }
    await page
      .getByRole('button', { name: /^Ghi nguyên nhân: 1 Chỉ đạo/ })
      .first()
      .click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Một\tPhòng A\r\nHai\r\nBa\r\n');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await page.getByRole('button', { name: 'Ghi 3 dòng' }).click();
    await page.getByText('Đã ghi nguyên nhân cho 3 tiêu chí.').waitFor();
    await eventually(async () =>
      expect((await page.locator('.cause-text').allTextContents()).sort()).toEqual(['Ba', 'Hai', 'Một']),
    );
    await eventually(async () => expect(await page.getByText('Trách nhiệm: Phòng A').count()).toBe(1));
    await close();
  }, 60_000);

  test('what is no workbook is refused in one sentence, and the page is there for the next one', async () => {
    const { page, close } = await visit(site, '');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'hỏng.xlsx', mimeType: '', buffer: Buffer.from('not a zip') });
    await page
      .getByRole('alert')
      .getByText(/CCHC90\d/)
      .waitFor();
    await shoot(page, 'tep-hong');
    await page.locator('input[type=file]').first().setInputFiles(join(SAMPLES, 'ket-qua-nam-2022.xlsx'));
    await page.getByRole('tab', { name: 'Kết quả' }).waitFor();
    await close();
  }, 60_000);

  test('hostile text is shown as text, in the grid, the lists and the notes, and runs nothing', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(SAMPLES, 'mot-don-vi.xlsx'));
    const sheet = book.worksheets[0]!;
    const hostile = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    sheet.getCell('B8').value = hostile;
    sheet.getCell('A5').value = `Đơn vị: ${hostile}`;
    sheet.getCell('F12').value = '=HYPERLINK("javascript:window.hacked=1")';
    sheet.getCell('F13').value = 'javascript:window.hacked=1';
    sheet.getCell('F14').value = 'x'.repeat(30_000);
    sheet.name = '<svg onload=hacked=1>';
    const source = Buffer.from(await book.xlsx.writeBuffer());
    const { page, complaints, requests, close } = await visit(site, '');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'thù địch.xlsx', mimeType: '', buffer: source });
    await page.getByRole('button', { name: 'Tính chỉ số' }).click();
    await page.getByText('Đã tính và ghi').waitFor();
    for (const name of [/Kết quả/, /Lỗi/, /Điểm bị trừ/, /Cài đặt/]) {
      await tab(page, name).click();
      await page.waitForTimeout(150);
      await eventually(async () =>
        expect(await page.locator('main img[src="x"], main script, [onerror], [onload]').count()).toBe(0),
      );
    }
    await tab(page, /Điểm bị trừ/).click();
    await eventually(async () =>
      expect(await page.getByText('=HYPERLINK("javascript:window.hacked=1")').count()).toBeGreaterThan(0),
    );
    await shoot(page, 'thu-dich');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(requests.filter((url) => !url.startsWith(site.origin) && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints.filter((line) => !line.includes('Service Worker registration blocked'))).toEqual([]);
    const file = open(await save(page, source));
    expect(assessBook(file.book).sheets[0]!.deductions.map(({ cause }) => cause)).toContain(
      '=HYPERLINK("javascript:window.hacked=1")',
    );
    await close();
  }, 60_000);

  test('after the first visit everything works without a network', async () => {
    const { page, close } = await visit(site, '', { serviceWorkers: 'allow' });
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (active?.state !== 'activated')
        await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
    });
    await page.context().setOffline(true);
    await page.goto(`${site.origin}/taskpane.html?sample=mot-don-vi`);
    await page.getByText('Đã tính và ghi').waitFor();
    await tab(page, /Lỗi/).click();
    await page.getByRole('button', { name: 'Sửa thành −3,54' }).waitFor();
    await close();
  }, 60_000);

  test('the policy admits no inline code and no other origin, in the page and in the header', async () => {
    const answer = await fetch(`${site.origin}/taskpane.html`);
    const header = answer.headers.get('content-security-policy') ?? '';
    const meta = /Content-Security-Policy"? content="([^"]+)"/.exec(await answer.text())?.[1] ?? '';
    for (const policy of [header, meta]) {
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("connect-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*(?!\.)|script-src[^;]*data:/);
    }
    expect((await fetch(`${site.origin}/..%2f..%2fpackage.json`)).status).toBe(404);
  });

  test.each([
    ['light', 'light'],
    ['dark', 'dark'],
  ] as const)(
    'axe finds nothing on any tab, %s',
    async (_, colorScheme) => {
      const { page, close } = await visitSample(site, 'mot-don-vi', { colorScheme });
      for (const name of [/Kết quả/, /Lỗi/, /Điểm bị trừ/, /Cài đặt/]) {
        await tab(page, name).click();
        await page.waitForTimeout(300);
        expect(await axe(page)).toEqual([]);
        await shoot(page, `axe-${colorScheme}-${name.source.replace(/\W/g, '')}`);
      }
      await close();
      const start = await visit(site, '', { colorScheme, viewport: NARROW });
      expect(await axe(start.page)).toEqual([]);
      await start.close();
      const many = await visitSample(site, 'don-vi-theo-dong', { colorScheme, viewport: WIDE });
      expect(await axe(many.page)).toEqual([]);
      // The overview: the ratings, and a map of units and areas.
      await many.page.getByText('Bản đồ đơn vị × lĩnh vực').click();
      await eventually(async () =>
        expect(await many.page.getByRole('row').filter({ hasText: 'Sở Nội vụ' }).locator('td').count()).toBe(8),
      );
      await eventually(async () =>
        expect(await many.page.locator('.heat td.low').first().innerText()).toContain('dưới 75 %'),
      );
      expect(await axe(many.page)).toEqual([]);
      await shoot(many.page, `tong-quan-${colorScheme}`);
      // Losses without a cause, each with a field for it.
      await tab(many.page, /Điểm bị trừ/).click();
      await many.page
        .getByRole('button', { name: /^Ghi nguyên nhân/ })
        .first()
        .waitFor();
      expect(await axe(many.page)).toEqual([]);
      await many.close();
    },
    90_000,
  );

  test('everything can be done without a mouse', async () => {
    const { page, close } = await visitSample(site, 'don-vi-theo-cot');
    const focusOn = async (wanted: string): Promise<void> => {
      for (let press = 0; press < 40; press++) {
        await page.keyboard.press('Tab');
        if (
          await page.evaluate(
            (name) =>
              (document.activeElement?.textContent ?? '').includes(name) ||
              document.activeElement?.getAttribute('aria-label') === name,
            wanted,
          )
        )
          return;
      }
      throw new Error(`the Tab key never came to ${wanted}`);
    };
    // In the list, behind the links of the map.
    await focusOn('86,35');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'UBND xã Tân Lập' }).waitFor();
    await eventually(async () =>
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('UBND xã Tân Lập'),
    );
    await focusOn('1 CÔNG TÁC CHỈ ĐẠO');
    await page.keyboard.press('Enter');
    await page.locator('.cell-name', { hasText: /^[A-Z]+9$/ }).waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.cell-name', { hasText: /^[A-Z]+10$/ }).waitFor();
    await page.keyboard.press('Control+Home');
    await page.locator('.cell-name', { hasText: 'A1' }).waitFor();
    await close();
  }, 60_000);
});
