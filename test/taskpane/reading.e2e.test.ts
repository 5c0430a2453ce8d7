/**
 * «Cách đọc bảng» in Chromium: it opens when the reader asks the officer, one drop-down corrects the reading, and the
 * file keeps the choice.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { TASK_TEXT, roleOfColumn } from '../../src/taskpane/text/task-text';
import { TEXT } from '../../src/taskpane/text/text';
import { eventually } from '../kit/programs/eventually';
import { NARROW, axe, downloaded, openSite, shoot, tab, visit, visitSample, type Site } from '../kit/programs/page';
import { describeWith } from '../kit/programs/programs';
import { twoAppraisals } from '../kit/field/two-appraisals';
import { open, workbookOf } from '../kit/files/workbook-of';

const HEADING = { name: TASK_TEXT.names.reading };

describeWith(['chromium'], 'how the table was read', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 240_000);
  afterAll(() => site.close());

  const give = (page: Page, bytes: Uint8Array): Promise<void> =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'Xã An.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
  const outcome = (page: Page) => page.getByRole('status', { name: TASK_TEXT.readingNow });
  const role = (page: Page, letters: string, heading: string) =>
    page.getByRole('combobox', { name: roleOfColumn(letters, heading) });

  test('opens by itself, one drop-down decides, undo asks again, and a saved file opened again keeps it', async () => {
    const { page, complaints, close } = await visit(site, '');
    const source = await workbookOf([twoAppraisals()]);
    await give(page, source);
    await page.getByRole('heading', HEADING).waitFor();
    await eventually(async () => expect(await outcome(page).innerText()).toContain(TEXT.undetermined));
    await role(page, 'F', 'Điểm kiểm tra lại').selectOption('foreign');
    await page.getByText(TEXT.settingsSaved).waitFor();
    await eventually(async () => expect(await outcome(page).innerText()).toContain('85'));
    // The drop-down keeps the chosen value.
    await eventually(async () => expect(await role(page, 'F', 'Điểm kiểm tra lại').inputValue()).toBe('foreign'));

    await page.getByRole('button', { name: TEXT.more }).click();
    await page.getByRole('menuitem', { name: TEXT.undo }).click();
    await page.getByText(TEXT.undone).waitFor();
    await eventually(async () => expect(await outcome(page).innerText()).toContain(TEXT.undetermined));
    await page.getByRole('button', { name: /^Đúng vậy: Điểm kiểm tra lại/ }).click();
    await page.getByText(TEXT.settingsSaved).waitFor();
    await eventually(async () => expect(await outcome(page).innerText()).toContain('80'));

    await page.getByRole('button', { name: TEXT.compute }).click();
    const press = (): Promise<void> => page.getByRole('button', { name: TEXT.save }).click();
    const { bytes } = await downloaded(page, press, source);
    const settings = open(bytes).book.sheets.find(({ name }) => name === 'Cấu hình');
    expect(settings?.grid().values[0]).toEqual(['Cột', 'Điểm kiểm tra lại', 'điểm thẩm định']);
    await close();

    const again = await visit(site, '');
    await give(again.page, bytes);
    await tab(again.page, /Kết quả/).waitFor();
    await eventually(async () => expect(await again.page.getByRole('heading', HEADING).count()).toBe(0));
    await eventually(async () => expect(await again.page.locator('.pane').innerText()).toContain('80'));
    const said = [...complaints, ...again.complaints];
    expect(said.filter((line) => !line.includes('Service Worker registration blocked'))).toEqual([]);
    await again.close();
  }, 120_000);

  test('is legible at 320 pixels, light and dark, reached from the menu and by keyboard', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, close } = await visit(site, '', { viewport: NARROW, colorScheme });
      await give(page, await workbookOf([twoAppraisals()]));
      await page.getByRole('heading', HEADING).waitFor();
      await role(page, 'F', 'Điểm kiểm tra lại').waitFor();
      expect(await axe(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width);
      await role(page, 'E', 'Huyện chấm').focus();
      await shoot(page, `cach-doc-${colorScheme}`);
      await page.keyboard.press('Tab');
      await eventually(async () =>
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(TASK_TEXT.readingConfirm),
      );
      await page.locator('.task').evaluate((panel) => {
        panel.scrollTop = panel.scrollHeight;
      });
      await shoot(page, `cach-doc-${colorScheme}-cuoi`);
      await close();
    }
    const { page, close } = await visitSample(site, 'don-vi-theo-cot');
    await page.getByRole('button', { name: TEXT.more }).click();
    await page.getByRole('menuitem', { name: TEXT.reading }).click();
    await role(page, 'D, H, L, P và 3 cột khác', 'Tự chấm').waitFor();
    await shoot(page, 'cach-doc-nhieu-don-vi');
    await close();
  }, 120_000);
});
