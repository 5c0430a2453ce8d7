/**
 * The text that asks for causes reads back as written: every suggestion belongs to its own loss, every blank stays
 * blank, nothing is doubtful.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessBook } from '../../../src/core/assess';
import { causesText, openLosses, type OpenLoss } from '../../../src/core/causes/causes-text';
import { readPassages } from '../../../src/core/causes/read-passages';
import type { BookAssessment } from '../../../src/core/model/assessment';
import type { CellValue } from '../../../src/core/model/workbook/grid';
import { bookOf, grid, gridOf } from '../../kit/grid';

const everything = (book: BookAssessment, lastYear: BookAssessment | null = null): OpenLoss[] =>
  openLosses(book, lastYear?.sheets ?? [], () => true);
const placeOf = (sheet: string, unit: number, item: number): string => `${sheet}|${String(unit)}|${String(item)}`;
const words = (cause: string): string =>
  cause
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Returns the causes that the text would write, by loss, and every state that is in doubt. */
function readBack(
  book: BookAssessment,
  text: string,
): { readonly causes: Record<string, string>; readonly doubts: string[] } {
  const causes: Record<string, string> = {};
  const doubts: string[] = [];
  for (const sheet of book.sheets) {
    for (const { entries, state, match, doubts: said } of readPassages(sheet, null, text).passages) {
      if (state !== 'sure') doubts.push(`${state}: ${match.line.text} ${said.join(' ')}`);
      for (const { unit, item, cause } of entries)
        causes[placeOf(sheet.scoreSheet.sheet, unit, item)] = words(cause ?? '');
    }
  }
  return { causes, doubts };
}

const BLANK = '…… [nguyên nhân]';

const wanted = (losses: readonly OpenLoss[], inBlanks: string | null): Record<string, string> =>
  Object.fromEntries(
    losses.flatMap(({ assessment, unit, item, line, suggestions }) => {
      const cause = line === null ? null : line.endsWith(BLANK) ? inBlanks : (suggestions[0]?.cause ?? null);
      return cause === null
        ? []
        : [[placeOf(assessment.scoreSheet.sheet, unit.position, item.position), words(cause)] as const];
    }),
  );

/** Matches the blank only at the end of a line, where the text puts it: an item may have the same name. */
const BLANKS = /(?<=Nguyên nhân: )…… \[nguyên nhân\]$/gm;

function expectRoundTrip(book: BookAssessment, losses: readonly OpenLoss[]): string {
  const text = causesText(book, losses, ['Đầu trang']);
  expect(readBack(book, text)).toEqual({ causes: wanted(losses, null), doubts: [] });
  expect(readBack(book, text.replace(BLANKS, 'Chưa làm kịp'))).toEqual({
    causes: wanted(losses, 'Chưa làm kịp'),
    doubts: [],
  });
  // Deleting the marked blank without writing a cause gives no cause either.
  expect(readBack(book, text.replace(BLANKS, ''))).toEqual({ causes: wanted(losses, null), doubts: [] });
  return text;
}

const TABLE = `
TT | Nội dung | Điểm tối đa | Xã An | Xã Bình | Xã Cát
1 | CHỈ ĐẠO, ĐIỀU HÀNH | 4 | | |
1.1 | Kế hoạch cải cách hành chính | 2 | | |
 | - Ban hành đầy đủ các kế hoạch đúng thời gian | 1 | 0.5 | 0.5 | 1
 | - Chất lượng kế hoạch | 1 | 0.75 | 0.75 | 0.5
1.2 | Tuyên truyền | 2 | 1 | 1 | 1.5
2 | THỂ CHẾ | 2 | | |
2.1 | Rà soát văn bản | 2 | | |
 | - Ban hành đầy đủ các kế hoạch đúng thời gian | 1 | 0.5 | 1 | 0
 | - Xử lý sau rà soát | 1 | 1 | 0 | 1
`;
const CAUSES = `
Đơn vị | Mã | Tiêu chí | Nguyên nhân
Xã Bình | 1.2 | Tuyên truyền | Hình thức đơn điệu
Xã Cát | | Chất lượng kế hoạch | Xây dựng muộn
`;

describe('losses without a cause', () => {
  const book = assessBook(bookOf(grid(TABLE, { sheet: 'Bảng tổng hợp' }), grid(CAUSES, { sheet: 'Nguyên nhân' })));
  const losses = everything(book);

  test('are all listed, with what was given for the same item elsewhere; those that have one are not', () => {
    expect(
      losses.map(
        ({ unit, item, suggestions }) =>
          `${unit.name} ${item.code} ${item.name}: ${suggestions.map(({ cause }) => cause).join()}`,
      ),
    ).toEqual([
      'Xã An  Ban hành đầy đủ các kế hoạch đúng thời gian: ',
      'Xã An  Chất lượng kế hoạch: Xây dựng muộn',
      'Xã An 1.2 Tuyên truyền: Hình thức đơn điệu',
      'Xã An  Ban hành đầy đủ các kế hoạch đúng thời gian: ',
      'Xã Bình  Ban hành đầy đủ các kế hoạch đúng thời gian: ',
      'Xã Bình  Chất lượng kế hoạch: Xây dựng muộn',
      'Xã Bình  Xử lý sau rà soát: ',
      'Xã Cát 1.2 Tuyên truyền: Hình thức đơn điệu',
      'Xã Cát  Ban hành đầy đủ các kế hoạch đúng thời gian: ',
    ]);
  });

  test('come back as they were asked, two bullets of one name told apart by what stands above them', () => {
    const text = expectRoundTrip(book, losses);
    expect(losses.filter(({ line }) => line === null)).toEqual([]);
    expect(text).toContain(
      '- Tiêu chí 1.2. Tuyên truyền (trừ 1 điểm). Nguyên nhân: Hình thức đơn điệu\n# Gợi ý lấy từ: Xã Bình\n',
    );
    expect(text).toContain(`- Xử lý sau rà soát (trừ 1 điểm). Nguyên nhân: ${BLANK}\n`);
    expect(text).toContain('- Tiêu chí 2.1. Rà soát văn bản');
    expect(text.startsWith('# Đầu trang\n\nĐơn vị: Xã An\n\n')).toBe(true);
  });

  test("last year's cause says that it is last year's", () => {
    const before = assessBook(
      bookOf(
        grid(TABLE, { sheet: 'Năm trước' }),
        grid('Đơn vị | Mã | Tiêu chí | Nguyên nhân\nXã Bình | | Xử lý sau rà soát | Chưa xử lý', {
          sheet: 'Nguyên nhân',
        }),
      ),
    );
    const again = everything(book, before);
    expect(expectRoundTrip(book, again)).toContain(
      '- Xử lý sau rà soát (trừ 1 điểm). Nguyên nhân: Chưa xử lý\n# Gợi ý lấy từ: Xã Bình, năm trước\n',
    );
  });

  test('are asked only of the units that were chosen', () => {
    expect(new Set(openLosses(book, [], (_, unit) => unit === 2).map(({ unit }) => unit.name))).toEqual(
      new Set(['Xã Cát']),
    );
  });
});

describe('several sheets', () => {
  const own = (name: string, cause: string) =>
    grid(
      'TT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân\n1 | Chỉ đạo điều hành | 10 | |\n' +
        `1.1 | Kế hoạch năm | 10 | 5 | ${cause}\n1.2 | Báo cáo | 5 | 4 |`,
      { sheet: name },
    );

  test('each unit’s sheet gets its own words, also where only the sheet names the unit', () => {
    const book = assessBook(bookOf(own('Xã A', ''), own('Trường Hoa Sen', 'Ban hành chậm'), own('Xã C', '')));
    const losses = everything(book);
    const text = expectRoundTrip(book, losses);
    expect(text).toContain('\nTrang tính: Xã C\n\nĐơn vị: Xã C\n');
    expect(Object.keys(wanted(losses, null))).toEqual([placeOf('Xã A', 0, 1), placeOf('Xã C', 0, 1)]);
  });

  test('a unit that a sheet of totals names too is asked where its items stand', () => {
    const totals = grid(
      'TT | Đơn vị | Chỉ đạo (4 điểm) | Thể chế (2 điểm) | Chỉ số\n1 | Xã An | 2.25 | 1.5 |\n' +
        '2 | Xã Bình | 2.25 | 1 |\n3 | Xã Cát | 3 | 1 |',
      { sheet: 'Kết quả chung' },
    );
    const book = assessBook(bookOf(totals, grid(TABLE, { sheet: 'Chi tiết' })));
    expect(book.sheets).toHaveLength(2);
    const losses = everything(book);
    expect(new Set(losses.map(({ assessment }) => assessment.scoreSheet.sheet))).toEqual(new Set(['Chi tiết']));
    expectRoundTrip(book, losses);
  });
});

test('two units of one name cannot be told apart: it is said, with the cell, and nothing is written to either', () => {
  const book = assessBook(
    bookOf(
      grid('TT | Nội dung | Điểm tối đa | Xã An | Xã An\n1 | CHỈ ĐẠO | 1 | |\n1.1 | Kế hoạch | 1 | 0.5 | 0.5', {
        sheet: 'Bảng',
      }),
    ),
  );
  const losses = everything(book);
  expect(losses.length).toBeGreaterThan(0);
  expect(losses.every(({ line }) => line === null)).toBe(true);
  expect(expectRoundTrip(book, losses)).toContain(
    '# 1.1. Kế hoạch (trừ 0,5 điểm, ô D3): văn bản này không nói rõ được là tiêu chí nào',
  );
});

const ODD = [
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://a.b","Bấm")',
  'Nguyên nhân: chậm',
  'Kế hoạch. - Tiêu chí 1.2. Khác (trừ 5 điểm). Nguyên nhân: sai',
  'Xã «Hoa» “Sen”',
  '# không phải nhận xét',
  '- gạch đầu dòng',
  'Trang tính: Khác',
  'Đơn vị: Xã Khác',
  'dòng một\ndòng hai',
  'a\u0085b\u2028c',
  'đạt 1/2 điểm',
  'Trách nhiệm:',
  '…… [nguyên nhân]',
  'Hòa Bình'.normalize('NFD'),
  'rất dài '.repeat(400),
  '1.1',
  '0,5',
  '...',
  '\u202eđảo ngược',
  '=cmd|x',
  'Tiêu chí 1.1 và 1.2',
  'Kế hoạch;',
  'a)',
  '{{x}}',
  'Xã A: B',
];
const odd = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  fc.constantFrom('Kế hoạch năm', 'Tuyên truyền rộng rãi', 'Báo cáo định kỳ'),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const points = fc.constantFrom(0, 0.25, 0.5, 1);

test('whatever units, items and causes are called, what is listed comes back on its loss, and nothing else', () => {
  let listed = 0;
  fc.assert(
    fc.property(
      fc.array(odd, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(odd, fc.boolean(), fc.array(points, { minLength: 3, maxLength: 3 })), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.array(odd, { maxLength: 4 }),
      (units, items, causes) => {
        const rows: CellValue[][] = [
          ['TT', 'Nội dung', 'Điểm tối đa', ...units],
          [1, 'CHỈ ĐẠO', items.length, ...units.map(() => null)],
        ];
        items.forEach(([name, isCoded, scores], at) =>
          rows.push([isCoded ? `1.${String(at + 1)}` : null, name, 1, ...units.map((_, unit) => scores[unit] ?? 1)]),
        );
        const given: CellValue[][] = [
          ['Đơn vị', 'Mã', 'Tiêu chí', 'Nguyên nhân'],
          ...causes.map((cause, at): CellValue[] => [
            units[0] ?? '',
            `1.${String((at % items.length) + 1)}`,
            items[at % items.length]?.[0] ?? '',
            cause,
          ]),
        ];
        const book = assessBook(bookOf(gridOf(rows, { sheet: 'Bảng' }), gridOf(given, { sheet: 'Nguyên nhân' })));
        const losses = everything(book);
        expectRoundTrip(book, losses);
        listed += losses.filter(({ line }) => line !== null).length;
      },
    ),
    { numRuns: 100 },
  );
  expect(listed).toBeGreaterThan(100);
});
