/**
 * Every view of the page at 320 pixels, light, dark and in high contrast: axe finds nothing, nothing scrolls sideways,
 * and nothing depends on a colour that is removed.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { TEXT } from '../../src/taskpane/text/text';
import { TASK_TEXT } from '../../src/taskpane/text/task-text';
import { grid } from '../kit/grid';
import { NARROW, WIDE, axe, openSite, shoot, tab, visit, visitSample, type Site } from '../kit/programs/page';
import { describeWith } from '../kit/programs/programs';
import { workbookOf } from '../kit/files/workbook-of';

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  'forced-dark': { forcedColors: 'active', colorScheme: 'dark' },
} as const satisfies Record<string, BrowserContextOptions>;
type Look = keyof typeof LOOKS;
const LOOK_NAMES = Object.keys(LOOKS) as Look[];
const NO_LOOK = { colorScheme: 'light', forcedColors: 'none' } as const;

const chooseTask = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name: TEXT.more }).click();
  await page.getByRole('menuitem', { name }).click();
};
const goBack = (page: Page): Promise<void> => page.getByRole('button', { name: TASK_TEXT.back }).click();
const open = (name: RegExp) => (page: Page) => tab(page, name).click();

/**
 * Views in sequence, each starting from the state that the previous one leaves: a sample of seven units with its grid
 * hidden.
 */
const VIEWS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'don-vi',
    async (page) => {
      await page.locator('button.unit').nth(4).click();
    },
  ],
  [
    'nang-xep-loai',
    async (page) => {
      await page.getByRole('button', { name: TEXT.lift }).click();
      await page.locator('.goal .filter').first().click();
      await page.getByRole('cell', { name: /\(\+/ }).waitFor();
      // Scrolls to the end, because axe would count a control partly covered by the result at the bottom as too small.
      await page.locator('.task').evaluate((panel) => {
        panel.scrollTop = panel.scrollHeight;
      });
    },
  ],
  [
    'so-nam-truoc',
    async (page) => {
      await goBack(page);
      await chooseTask(TEXT.compare)(page);
    },
  ],
  [
    'co-nam-truoc',
    async (page) => {
      const last = grid('TT | Nội dung | Điểm tối đa | UBND xã Tân Lập | UBND xã Đăk Pnê\n1 | Chỉ đạo | 10 | 8 | 9', {
        sheet: '2021',
      });
      await page
        .locator('.task input[type=file]')
        .setInputFiles({ name: '2021.xlsx', mimeType: '', buffer: Buffer.from(await workbookOf([last])) });
      await page.getByText('tìm thấy 2 đơn vị').waitFor();
      await page.getByRole('button', { name: TEXT.close }).click();
    },
  ],
  [
    'xuat',
    async (page) => {
      await chooseTask(TEXT.export)(page);
      await page.getByRole('radio', { name: TASK_TEXT.exportSome }).check();
      await page.locator('.task').evaluate((panel) => {
        panel.scrollTop = panel.scrollHeight;
      });
    },
  ],
  [
    'dan-van-ban',
    async (page) => {
      await goBack(page);
      await chooseTask(TEXT.prose)(page);
      await page
        .getByRole('textbox', { name: TASK_TEXT.proseText })
        .fill(
          'UBND xã Tân Lập\n- Tiêu chí 1.1.3. Mức độ hoàn thành kế hoạch (trừ 0,17 điểm). Nguyên nhân: ' +
            'Chậm.\n- Tiêu chí 9.9. Lạ (trừ 1 điểm). Nguyên nhân: x.',
        );
      await page.getByRole('button', { name: TASK_TEXT.proseRead }).click();
      await page.locator('.prose-row').nth(1).waitFor();
      await page.locator('.task').evaluate((panel) => {
        panel.scrollTop = panel.scrollHeight;
      });
    },
  ],
  [
    'khong-loi',
    async (page) => {
      await goBack(page);
      await open(/Lỗi/)(page);
    },
  ],
  [
    'diem-bi-tru',
    async (page) => {
      await open(/Điểm bị trừ/)(page);
      await page
        .getByRole('button', { name: /^Sửa: / })
        .first()
        .click();
      await page.locator('.suggestion').first().waitFor();
    },
  ],
  [
    'cai-dat',
    async (page) => {
      await open(/Cài đặt/)(page);
      await page.locator('.details-form').waitFor();
    },
  ],
];

describeWith(['chromium'], 'the looks of the page', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 240_000);
  afterAll(() => site.close());

  const looked = new Set<string>();
  const faults = new Map<Look, string[]>(LOOK_NAMES.map((look) => [look, []]));

  /** Checks the current view in every look. */
  async function check(page: Page, name: string): Promise<void> {
    await page.waitForFunction((text) => !document.body.innerText.includes(text), TEXT.loadingPart);
    for (const look of LOOK_NAMES) {
      await page.emulateMedia({ ...NO_LOOK, ...LOOKS[look] });
      await page.waitForTimeout(200);
      await shoot(page, `${look}-320-${name}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      const found = [...(await axe(page)), ...(width > NARROW.width ? [`${width} pixels wide`] : [])];
      faults.get(look)?.push(...found.map((fault) => `${name}: ${fault}`));
    }
    await page.emulateMedia(NO_LOOK);
  }

  test('every view is looked at, at 320 pixels', async () => {
    const options = { viewport: NARROW };
    const start = await visit(site, '', options);
    await check(start.page, 'mo-dau');
    await start.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'hỏng.xlsx', mimeType: '', buffer: Buffer.from('not a zip') });
    await start.page
      .getByRole('alert')
      .getByText(/CCHC90\d/)
      .waitFor();
    await check(start.page, 'tep-hong');
    await start.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'lạ.xlsx',
        mimeType: '',
        buffer: Buffer.from(await workbookOf([grid('Kính gửi | ai đó\nNội dung | khác', { sheet: 'Thư' })])),
      });
    await start.page.getByText(TEXT.unreadTitle).waitFor();
    await check(start.page, 'khong-doc-duoc');
    await start.close();

    const waiting = await visit(site, '', options);
    await waiting.page.route('**/samples/mot-don-vi.xlsx', () => undefined);
    await waiting.page.getByRole('button', { name: /Một đơn vị/ }).click();
    await waiting.page.getByRole('progressbar').waitFor();
    await check(waiting.page, 'dang-lam');
    await waiting.close();

    const single = await visitSample(site, 'mot-don-vi', options);
    await check(single.page, 'ket-qua');
    await open(/Lỗi/)(single.page);
    await check(single.page, 'loi');
    await single.page.getByRole('button', { name: TEXT.fixAll }).click();
    await check(single.page, 'sua-tat-ca');
    await single.close();

    const many = await visitSample(site, 'don-vi-theo-cot', options);
    await many.page.getByRole('button', { name: TEXT.hideGrid }).click();
    for (const [name, go] of VIEWS) {
      await go(many.page);
      await check(many.page, name);
      looked.add(name);
    }
    await many.close();
    expect([...looked]).toEqual(VIEWS.map(([name]) => name));
  }, 480_000);

  test.each(LOOK_NAMES)('%s: no view has a fault at 320 pixels', (look) => {
    expect(looked.size).toBe(VIEWS.length);
    expect(faults.get(look)).toEqual([]);
  });

  test.each(['forced', 'forced-dark'] as const)(
    '%s: what colour says is said by a line or a shape as well',
    async (look) => {
      const { page, close } = await visitSample(site, 'mot-don-vi', { ...LOOKS[look], viewport: WIDE });
      await page.locator('.grid-cell.mark-deduction').first().waitFor();
      const style = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => {
            const { backgroundColor, color, outlineStyle, outlineWidth, boxShadow, borderBottomColor, fill, stroke } =
              getComputedStyle(element);
            return {
              backgroundColor,
              color,
              line: `${outlineStyle} ${outlineWidth} ${boxShadow}`,
              borderBottomColor,
              fill,
              stroke,
            };
          });
      const [lost, doubt, plain] = [
        await style('.grid-cell.mark-deduction'),
        await style('.grid-cell.mark-warning'),
        await style('.grid-cell.number:not([class*=mark-])'),
      ];
      expect(lost.line).not.toBe(doubt.line);
      expect(lost.backgroundColor).not.toBe(plain.backgroundColor);
      expect(lost.color).toBe('rgb(0, 0, 0)');
      const [chosen, other] = [
        await style('[role=tab][aria-selected=true]'),
        await style('[role=tab][aria-selected=false]'),
      ];
      expect(chosen.borderBottomColor).not.toBe(other.borderBottomColor);
      const [track, bar] = [await style('.area .bar-track'), await style('.area .bar-fill')];
      expect(bar.fill).not.toBe(track.fill);
      expect(track.stroke).not.toBe('none');
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const { outlineStyle, outlineColor, boxShadow, borderColor } = getComputedStyle(
          document.activeElement ?? document.body,
        );
        const behind = getComputedStyle(document.querySelector('.app') ?? document.body).backgroundColor;
        return {
          isRinged: outlineStyle !== 'none' || boxShadow !== 'none' || borderColor !== behind,
          outlineColor,
          behind,
        };
      });
      expect(focused.isRinged).toBe(true);
      expect(focused.outlineColor).not.toBe(focused.behind);
      await close();
    },
    60_000,
  );
});
