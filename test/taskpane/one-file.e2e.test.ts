/**
 * The page as a single file, opened from a folder without network: a file is opened, a fault repaired, a cause typed,
 * and every report and the filled copy are saved.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Document, Packer, Paragraph } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assessBook } from '../../src/core/assess';
import { TEXT } from '../../src/taskpane/text/text';
import { TASK_TEXT } from '../../src/taskpane/text/task-text';
import { ROOT } from '../kit/programs/bundle';
import { print } from '../kit/files/docx';
import { grid } from '../kit/grid';
import { downloaded, openSite, shoot, tab, visit, type Site } from '../kit/programs/page';
import { describeWith } from '../kit/programs/programs';
import { recalculateFiles } from '../kit/programs/recalculate';
import { open, workbookOf } from '../kit/files/workbook-of';

const CAUSES = ['Hồ sơ bổ sung nhiều lần', 'Kế hoạch ban hành chậm', 'Chưa kiểm tra', 'Hồ sơ quá hạn'] as const;
const PAGE = pathToFileURL(join(ROOT, 'dist', 'cchc.html')).href;

describeWith(['chromium', 'libreoffice'], 'the page as one file', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 240_000);
  afterAll(() => site.close());

  test('opens without server and network, does the whole work, asks for nothing outside itself', async () => {
    const { page, requests, complaints, close } = await visit(site, PAGE, { offline: true });
    const source = await workbookOf([
      grid(
        `TT | Nội dung | Điểm tối đa | Xã An Bình | Xã Bình Minh
        1 | Chỉ đạo | 10 | 10 | 7
        1.1 | Kế hoạch | 6 | 10 | 4
        1.2 | Kiểm tra | 4 | 4 | 3
        2 | Một cửa | 5 | 4 | 4`,
        { sheet: 'Bảng' },
      ),
    ]);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'bảng.xlsx', mimeType: '', buffer: Buffer.from(source) });
    await tab(page, /Lỗi/).click();
    await page.getByRole('textbox', { name: /Điểm đúng Xã An Bình · 1\.1/ }).fill('6');
    await page.keyboard.press('Enter');
    await page.getByText('Đã ghi 1 ô').waitFor();
    await tab(page, /Điểm bị trừ/).click();
    await page.getByRole('button', { name: 'Ghi nguyên nhân: 2 Một cửa' }).first().click();
    // The cursor moves to the next open cause.
    for (const cause of CAUSES) {
      await page.keyboard.type(cause);
      await page.keyboard.press('Enter');
      await page.getByText(TEXT.causeSaved).waitFor();
      await page.waitForTimeout(300);
    }
    await page.getByRole('button', { name: TEXT.compute }).click();
    await page.getByText('Đã tính và ghi').waitFor();
    await shoot(page, 'mot-tep');

    await page.getByRole('button', { name: TEXT.more }).click();
    await page.getByRole('menuitem', { name: TEXT.export }).click();
    const kinds = page.locator('fieldset').first().getByRole('checkbox');
    await kinds.first().waitFor();
    for (const kind of await kinds.all()) await kind.check();
    const template = new Document({ sections: [{ children: [new Paragraph('{Đơn vị} đạt {Chỉ số}')] }] });
    await page.getByLabel(TASK_TEXT.templateChoose).setInputFiles({
      name: 'Mẫu.docx',
      mimeType: '',
      buffer: await Packer.toBuffer(template),
    });
    const press = (): Promise<void> =>
      page.getByRole('button', { name: TASK_TEXT.exportNow, exact: true }).click({ timeout: 30_000 });
    const reports = await downloaded(page, press);
    const files = unzipSync(reports.bytes);
    expect(Object.keys(files).length).toBeGreaterThanOrEqual(5);
    const filled = Object.keys(files).filter((name) => name.includes('Mẫu') && name.includes('Xã Bình Minh'));
    const words = filled.map((name) =>
      strFromU8(unzipSync(files[name]!)['word/document.xml']!).replace(/<[^>]*>/g, ''),
    );
    // 11 of 15 points.
    expect(words).toEqual(['UBND xã Bình Minh đạt 73,33']);
    const documents = Object.entries(files).filter(([name]) => name.endsWith('.docx'));
    const printed = print(Object.fromEntries(documents.map(([, bytes], n) => [`mot-tep-${n.toString()}`, bytes])));
    const pages = Object.values(printed).map(({ pages: each }) => each.join('\n'));
    expect(pages.filter((text) => text.trim() === '')).toEqual([]);
    expect(pages.join(' ').replace(/\s+/g, ' ')).toContain(CAUSES[0]);

    const saved = await downloaded(page, () => page.getByRole('button', { name: TEXT.save }).click(), source);
    const { sheets } = assessBook(open(saved.bytes).book);
    expect(sheets[0]!.deductions.map(({ cause }) => cause).sort()).toEqual([...CAUSES].sort());
    const [cells] = recalculateFiles([saved.bytes]);
    expect([cells!('Bảng', 2, 3), cells!('Bảng', 3, 4)]).toEqual([6, 3]);
    const texts = (sheet: string) =>
      Array.from({ length: 30 * 16 }, (_, n) => cells!(sheet, Math.floor(n / 16), n % 16)).filter(
        (each) => each !== null,
      );
    expect(texts('Điểm bị trừ')).toEqual(expect.arrayContaining([...CAUSES, 'Xã Bình Minh']));
    // 6 + 4 + 4 of 15, and 4 + 3 + 4, as LibreOffice computes them.
    expect(texts('Kết quả')).toEqual(expect.arrayContaining(['Xã An Bình', 93.33, 'Xã Bình Minh', 73.33]));
    expect(requests.filter((url) => !/^(file:.*\/cchc\.html|blob:null\/)/.test(url))).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }, 120_000);
});
