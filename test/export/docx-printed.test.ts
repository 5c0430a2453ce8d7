/** Documents as LibreOffice prints them: measures the printed page. */
import { beforeAll, expect, test } from '@jest/globals';
import type { ReportDocument } from '../../src/core/model/document';
import { documentToDocx } from '../../src/export/document-to-docx';
import { cell, documentOf, FORM, FULL, longTable, paragraph, print, type Printed, type Word } from '../kit/files/docx';
import { describeWith } from '../kit/programs/programs';

const POINTS = 72 / 25.4;
const [A4_SHORT, A4_LONG] = [210 * POINTS, 297 * POINTS];
const [LEFT, RIGHT] = [30 * POINTS, A4_SHORT - 20 * POINTS];
const TOP = 20 * POINTS;
const FIRST_LINE = 12.7 * POINTS;

/** Removes blanks: pdftotext breaks a word in two where a letter comes from another font. */
const solid = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

const LONG = 'Tiêu chí bị trừ điểm do chưa hoàn thành kế hoạch. '.repeat(600);

/** Numbers of paragraphs before a signature, so that it moves down the page from one document to the next. */
const FILLERS = [14, 15, 16, 17, 18, 19];

/** Appendices of tables that end at every height of the page, with a last row of one line or of two. */
const APPENDICES: ReportDocument = {
  form: FORM,
  sections: [
    { landscape: false, appendix: null, blocks: [paragraph('Có phụ lục kèm theo.')] },
    ...Array.from({ length: 16 }, (_, at) => ({
      landscape: false,
      appendix: { label: `Phụ lục ${at + 1}`, title: 'Danh sách' },
      blocks: [
        {
          ...longTable(24 + (at >> 1)),
          header: [],
          rows: [
            ...longTable(24 + (at >> 1)).rows,
            [cell('x', { span: 4 })],
            ...(at % 2 === 0 ? [] : [[cell('một\nhai', { span: 4 })]]),
          ],
        },
      ],
    })),
  ],
};

describeWith(['writer', 'poppler'], 'LibreOffice prints', () => {
  let printed: Printed;
  let odd: Printed;
  let appendices: Printed;
  let ends: Printed[];

  beforeAll(async () => {
    const oddBlocks = [
      paragraph('A & B < C > "D" {PAGE} =1+1'),
      {
        kind: 'table' as const,
        widths: [1, 3],
        header: [[cell('TT'), cell('Nội dung')]],
        rows: [
          [cell('1'), cell(LONG)],
          [cell('2'), cell('Ngắn')],
        ],
      },
      paragraph(LONG),
      paragraph('Đã đọc hết.'),
    ];
    const bytes: Record<string, Uint8Array> = {
      full: await documentToDocx(FULL),
      odd: await documentToDocx(documentOf(oddBlocks)),
      appendices: await documentToDocx(APPENDICES),
    };
    for (const count of FILLERS)
      bytes[`end-${count}`] = await documentToDocx(
        documentOf(Array.from({ length: count }, (_, at) => paragraph(`Đoạn ${at + 1}.`))),
      );
    const all = print(bytes);
    [printed, odd, appendices] = [all['full']!, all['odd']!, all['appendices']!];
    ends = FILLERS.map((count) => all[`end-${count}`]!);
  }, 180_000);

  const pagesWith = (text: string): number[] =>
    printed.pages.flatMap((page, at) => (solid(page).includes(solid(text)) ? [at + 1] : []));
  const wordsOn = (page: number): Word[] => printed.words.filter((word) => word.page === page);
  const textOf = (words: readonly Word[]): string => solid(words.map(({ text }) => text).join(''));

  /** Words of a page by line, from the top; letters of two fonts may be slightly offset. */
  function linesOn(page: number): Word[][] {
    const lines: Word[][] = [];
    for (const word of wordsOn(page)) {
      const line = lines.find(([first]) => first !== undefined && Math.abs(first.top - word.top) < 3);
      if (line) line.push(word);
      else lines.push([word]);
    }
    return lines.map((line) => line.sort((a, b) => a.left - b.left)).sort((a, b) => a[0]!.top - b[0]!.top);
  }

  test('A4 upright, and on its side for the wide appendix alone', () => {
    const landscape = pagesWith('Hàng ');
    expect(landscape.length).toBeGreaterThan(1);
    expect(printed.sizes.map(([width, height]) => [Math.round(width), Math.round(height)])).toEqual(
      printed.sizes.map((_, at) =>
        (landscape.includes(at + 1) ? [A4_LONG, A4_SHORT] : [A4_SHORT, A4_LONG]).map(Math.round),
      ),
    );
  });

  test('nothing but the page number stands in the margins', () => {
    for (const { page, left, right, top, bottom, text } of printed.words) {
      const [width, height] = printed.sizes[page - 1]!;
      const isNumber = text === String(page) && bottom < TOP;
      const rightMargin = width > height ? 15 : 20;
      expect({
        page,
        text,
        inside:
          isNumber ||
          (left > LEFT - 0.5 &&
            right < width - rightMargin * POINTS + 0.5 &&
            top > TOP - 1 &&
            bottom < height - TOP + 1),
      }).toEqual({ page, text, inside: true });
    }
  });

  test('page numbers stand centred in the top margin from the second page on', () => {
    const above = printed.words.filter(({ bottom }) => bottom < TOP);
    expect(above.map(({ page, text }) => `${page}: ${text}`)).toEqual(
      printed.pages.slice(1).map((_, at) => `${at + 2}: ${at + 2}`),
    );
    for (const { page, left, right } of above) {
      const [width, height] = printed.sizes[page - 1]!;
      const centre = (LEFT + width - (width > height ? 15 : 20) * POINTS) / 2;
      expect(Math.abs((left + right) / 2 - centre)).toBeLessThan(1);
    }
  });

  test('in Times New Roman, or what has its measures, and the letters that this lacks', () => {
    expect(printed.fonts.length).toBeGreaterThan(0);
    expect(printed.fonts.filter((font) => !/TimesNewRoman|LiberationSerif|Tinos|DejaVuSerif/.test(font))).toEqual([]);
  });

  test('the letterhead: bodies on the left, the state on the right, number and date on one line below', () => {
    const [page = ''] = printed.pages;
    for (const text of [
      'UBND HUYỆN KON RẪY',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Số: 01/BC-HĐ',
      'Kon Rẫy, ngày 01 tháng 12 năm 2022',
      'BÁO CÁO',
      'Kính gửi: Ủy ban nhân dân huyện',
    ]) {
      expect(solid(page)).toContain(solid(text));
    }
    const lineWith = (text: string): Word[] => linesOn(1).find((line) => textOf(line).includes(solid(text)))!;
    // Each is one line: the quốc hiệu is not broken, and the texts that belong side by side are.
    expect(textOf(lineWith('UBND HUYỆN KON RẪY'))).toBe(solid('UBND HUYỆN KON RẪYCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'));
    expect(textOf(lineWith('Số: 01/BC-HĐ'))).toBe(solid('Số: 01/BC-HĐKon Rẫy, ngày 01 tháng 12 năm 2022'));
    const title = lineWith('BÁO CÁO');
    expect(Math.abs((title[0]!.left + title.at(-1)!.right) / 2 - (LEFT + RIGHT) / 2)).toBeLessThan(1);
  });

  test('text is justified and its first line indented', () => {
    const lines = linesOn(1);
    const first = lines.findIndex((line) => textOf(line).startsWith(solid('Căn cứ Quyết định')));
    expect(Math.abs(lines[first]![0]!.left - LEFT - FIRST_LINE)).toBeLessThan(1);
    for (const line of lines.slice(first, first + 2)) expect(Math.abs(line.at(-1)!.right - RIGHT)).toBeLessThan(1.5);
    expect(Math.abs(lines[first + 1]![0]!.left - LEFT)).toBeLessThan(1);
  });

  test('contents name every heading in its order', () => {
    const [page = ''] = printed.pages;
    const contents = solid(page).slice(solid(page).indexOf(solid('MỤC LỤC')));
    const places = [
      '1. Kết quả số điểm đạt được',
      '1.1. UBND thị trấn Đăk Rve',
      'a) Tiêu chí thành phần mất điểm',
      '2. Đánh giá chung',
      'Phụ lục I. Bảng tổng hợp điểm',
      'Phụ lục II. Danh sách đơn vị',
    ].map((heading) => contents.indexOf(solid(heading)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  test('a long table shows its header on each of its pages, and every row once', () => {
    const pages = pagesWith('75,42/94').filter((page) =>
      linesOn(page).some((line) => textOf(line).includes(solid('Xã số'))),
    );
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages)
      expect(solid(printed.pages[page - 1]!)).toMatch(/TTĐơnvịKếtquảĐiểmChỉsố|KếtquảTTĐơnvịĐiểmChỉsố/);
    const rows = printed.pages.join('\n').match(/Xã số \d+/g);
    expect(rows).toEqual(Array.from({ length: 70 }, (_, at) => `Xã số ${at + 1}`));
    for (const page of pagesWith('Hàng ')) expect(solid(printed.pages[page - 1]!)).toContain('Cột10');
  });

  test('an appendix opens a page of its own', () => {
    for (const page of [...pagesWith('Phụ lục I BẢNG TỔNG HỢP ĐIỂM'), ...pagesWith('DANH SÁCH ĐƠN VỊ')]) {
      const [number, label] = linesOn(page);
      expect([textOf(number!), textOf(label!)]).toEqual([String(page), expect.stringMatching(/^PhụlụcII?$/)]);
      expect(solid(printed.pages[page - 1]!)).toContain(
        solid('(Kèm theo Báo cáo số 01/BC-HĐ ngày 01 tháng 12 năm 2022 của Hội đồng kiểm tra, đánh giá CCHC)'),
      );
    }
  });

  test('a table that ends an appendix at the foot of its page asks for no blank page', () => {
    expect(appendices.pages.filter((page) => solid(page).length < 5)).toEqual([]);
    // Some appendices fill one page and some continue; otherwise the test proves nothing.
    const starts = appendices.pages.flatMap((page, at) => (solid(page).includes(solid('(Kèm theo')) ? [at] : []));
    expect(starts).toHaveLength(16);
    expect(new Set(starts.slice(1).map((start, at) => start - starts[at]!))).toEqual(new Set([1, 2]));
  });

  test('nơi nhận and signature follow the end of the text, side by side, with room to sign', () => {
    const [page = 0] = pagesWith('./.');
    const text = solid(printed.pages[page - 1]!);
    expect(text.indexOf('./.')).toBeLessThan(text.indexOf(solid('Nơi nhận:')));
    const lines = linesOn(page);
    const at = (start: string): Word => lines.find((line) => textOf(line).includes(solid(start)))![0]!;
    expect(textOf(lines.find((line) => textOf(line).startsWith(solid('Nơi nhận:')))!)).toBe(
      solid('Nơi nhận:TM. HỘI ĐỒNG'),
    );
    expect(at('Nguyễn Văn A').top - at('CHỦ TỊCH').bottom).toBeGreaterThan(20 * POINTS);
  });

  test('the signature never stands apart from the last words of the text', () => {
    const places = ends.map(({ pages }) =>
      ['./.', 'Nơi nhận:', 'Nguyễn Văn A'].map((text) => pages.findIndex((page) => solid(page).includes(solid(text)))),
    );
    for (const [end, recipients, name] of places) expect([recipients, name]).toEqual([end, end]);
    // The page of the signature differs between the documents; otherwise the test proves nothing.
    expect(new Set(places.map(([end]) => end)).size).toBe(2);
  });

  test('markup is shown as text, and 30,000 characters are read to their end in a paragraph and in a cell', () => {
    const all = odd.pages.map((page) => solid(page).replace(/^\d+(TTNộidung)?/, '')).join('');
    expect(all).toContain(solid('A & B < C > "D" {PAGE} =1+1'));
    expect(all.split(solid('chưa hoàn thành kế hoạch')).length - 1).toBe(1200);
    expect(all).toContain(solid('Đã đọc hết./.'));
  });
});
