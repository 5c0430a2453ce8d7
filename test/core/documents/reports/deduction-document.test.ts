import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessBook } from '../../../../src/core/assess';
import type { BookAssessment } from '../../../../src/core/model/assessment';
import { NO_DETAILS } from '../../../../src/core/model/report-details';
import { remedied } from '../../../../src/core/lift/what-if';
import { liftPlan } from '../../../../src/core/documents/reports/lift-plan';
import { deductionDocument } from '../../../../src/core/documents/reports/deduction-document';
import { linesOf, tableLines, tablesOf, under } from '../../../kit/files/document-text';
import { bookOf, grid, gridOf } from '../../../kit/grid';
import { officeSheets, render, sumOf } from '../../../kit/office-sheet';

const book = (table: string): BookAssessment => assessBook(bookOf(grid(table)));

const UNITS = `
  TT | Nội dung | Điểm tối đa | Xã A | Xã B | Xã C
  1 | CHỈ ĐẠO, ĐIỀU HÀNH | 3 | | |
  1.1 | Kế hoạch | 1 | 0.75 | 1 | 1
  1.2 | Tuyên truyền | 2 | 0 | 1 | 2
  2 | THỂ CHẾ | 1 | | |
  2.1 | Ban hành văn bản | 1 | 1 | 1 |
`;

describe('the deduction summary as a document', () => {
  const document = deductionDocument({ book: book(UNITS), units: null, details: { ...NO_DETAILS, year: 2022 } });

  test('areas with their sums, a line for each loss, and a total that is maximum − points', () => {
    expect(tableLines(tablesOf(document)[1]!)).toEqual([
      '1. Chỉ đạo, điều hành | 3 | 0,75 | 2,25 | ',
      '1.1 | Kế hoạch | 1 | 0,75 | 0,25 | […nguyên nhân…] | […trách nhiệm…]',
      '1.2 | Tuyên truyền | 2 | 0 | 2 | […nguyên nhân…] | […trách nhiệm…]',
      '2. Thể chế | 1 | 1 | 0 | ',
      'Cộng | 4 | 1,75 | 2,25 | ',
    ]);
    expect(document.sections.every(({ landscape }) => landscape)).toBe(true);
  });

  test('each loss has the colour of its weight: all of it, half and more, less', () => {
    const fillOf = (name: string): string | undefined =>
      tablesOf(document)
        .slice(1)
        .flatMap(({ rows }) => rows)
        .find((row) => row[1]?.runs[0]?.text === name)?.[4]?.fill;
    const legend = tablesOf(document)[0]!.rows[0]!.map(({ fill }) => fill);
    expect(new Set(legend).size).toBe(3);
    expect([fillOf('Tuyên truyền'), fillOf('Kế hoạch')]).toEqual([legend[0], legend[2]]);
    const ofB = tablesOf(document)[2]!.rows.find((row) => row[1]?.runs[0]?.text === 'Tuyên truyền');
    expect(ofB?.[4]?.fill).toBe(legend[1]);
  });

  test('an undetermined unit is said to be so', () => {
    expect(under(document, '3. UBND xã C')[0]).toMatch(/^Kết quả chưa xác định: .*2\.1/);
  });

  test('a sum that is not known, or to which nothing applies, is no nought', () => {
    const rows = tableLines(
      tablesOf(
        deductionDocument({
          book: book(UNITS.replace('| 1 | 2\n', '| 1 | 1\n').replace('| 1 | 1 |\n', '| 1 | KĐG |\n')),
          units: null,
          details: NO_DETAILS,
        }),
      ).at(-1)!,
    );
    expect(rows.filter((row) => row.startsWith('2.') || row.startsWith('Cộng'))).toEqual([
      '2. Thể chế | – | – | – | ',
      'Cộng | – | – | 1 | ',
    ]);
    const ofB = tableLines(
      tablesOf(
        deductionDocument({
          book: book(UNITS.replace('| 1 | 1 |\n', '| 1 | KĐG |\n')),
          units: null,
          details: NO_DETAILS,
        }),
      )[2]!,
    );
    expect(ofB).toContain('2. Thể chế | – | Không đánh giá | – | ');
  });

  test('units that lost nothing are said so, without a legend for colours that are not there', () => {
    const lines = linesOf(
      deductionDocument({
        book: book('TT | Nội dung | Điểm tối đa | Xã A\n1 | Văn bản | 3 | \n1.1 | Ban hành | 3 | 3'),
        units: null,
        details: NO_DETAILS,
      }),
    );
    expect(lines[1]).toBe('Đạt 3/3 điểm, không bị trừ điểm.');
    expect(lines.join('\n')).not.toContain('Mất hết điểm');
  });

  test('one unit alone is named in the title, and columns that nobody filled are left out', () => {
    const [sheet] = book(UNITS).sheets;
    const alone = deductionDocument({
      book: book(UNITS),
      units: [{ sheet: sheet!.scoreSheet.sheet, unit: 1 }],
      details: { ...NO_DETAILS, year: 2022 },
    });
    expect(alone.form.subject).toBe('Điểm bị trừ trong đánh giá chỉ số cải cách hành chính năm 2022 của UBND xã B');
    expect(linesOf(alone).filter((line) => line.startsWith('# '))).toEqual(['# UBND xã B']);
    expect(linesOf(alone).join('\n')).not.toContain('Giải pháp khắc phục');
  });

  test('every row takes as many columns as the table has', () => {
    for (const { widths, rows, header } of tablesOf(document)) {
      for (const row of [...header, ...rows])
        expect(row.reduce((all, { span = 1 }) => all + span, 0)).toBe(widths.length);
    }
  });

  test('a province of thousands of losses gets its units on one list and says where the losses are', () => {
    const many = assessBook(
      bookOf(
        gridOf([
          ['TT', 'Đơn vị', ...Array.from({ length: 60 }, (_, at) => `Tiêu chí ${at + 1} (1 điểm)`)],
          ...Array.from({ length: 90 }, (_, at) => [at + 1, `Xã ${at + 1}`, ...Array<number>(60).fill(0.5)]),
        ]),
      ),
    );
    const lines = linesOf(deductionDocument({ book: many, units: null, details: NO_DETAILS }));
    expect(many.sheets[0]?.deductions).toHaveLength(5400);
    expect(lines[0]).toContain('xuất riêng cho mỗi đơn vị');
    expect(lines.filter((line) => line.includes('UBND xã'))).toHaveLength(90);
  });

  test('over any sheet, lines add up to areas, areas to the total, and the total to maximum − points', () => {
    // «–» means that nothing of the area applies.
    const hundredths = (text: string | undefined): number =>
      Math.round(Number((text ?? '').replace('–', '0').replace(',', '.')) * 100);
    fc.assert(
      fc.property(
        officeSheets({ maxUnits: 3 }),
        fc.constantFrom('one-unit' as const, 'units-as-columns' as const, 'units-as-rows' as const),
        (sheet, kind) => {
          const assessed = assessBook(bookOf(render(sheet, kind)));
          const { units } = assessed.sheets[0]!.scoreSheet;
          units.forEach(({ position }) => {
            const { points, max } = sumOf(sheet, position);
            const one = deductionDocument({
              book: assessed,
              units: [{ sheet: assessed.sheets[0]!.scoreSheet.sheet, unit: position }],
              details: NO_DETAILS,
            });
            const [, table] = tablesOf(one);
            if (!table) {
              expect(points).toBe(max);
              return;
            }
            const lost = table.header[0]!.findIndex(({ runs }) => runs[0]?.text === 'Bị trừ');
            const sums = table.rows
              .filter((row) => row[0]?.span === 2)
              .map((row) => hundredths(row[lost - 1]?.runs[0]?.text));
            const lines = table.rows
              .filter((row) => row[0]?.span !== 2)
              .map((row) => hundredths(row[lost]?.runs[0]?.text));
            const add = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
            expect([add(lines), add(sums.slice(0, -1)), sums.at(-1)]).toEqual([
              max - points,
              max - points,
              max - points,
            ]);
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('the plan of what is to be remedied', () => {
  const assessed = book(`
    TT | Nội dung | Điểm tối đa | Xã A | Xã B
    1 | CHỈ ĐẠO | 100 | |
    1.1 | Kế hoạch | 50 | 40 | 45
    1.2 | Tuyên truyền | 50 | 38 | 40
  `);
  const [sheet] = assessed.sheets;
  const plan = (items: readonly number[]): readonly string[] =>
    linesOf(
      liftPlan({
        book: assessed,
        unit: { sheet: sheet!.scoreSheet.sheet, unit: 0 },
        items,
        after: remedied(assessed.sheets, sheet!, 0, items)?.[0] ?? null,
        details: { ...NO_DETAILS, year: 2022 },
      }),
    );

  test('the chosen losses with their sum, and index, rating and rank that they would bring', () => {
    const lines = plan([1]);
    expect(lines).toContain('1 | 1.1. Kế hoạch | 10 | […đơn vị…] | […giải pháp…] | […thời hạn…]');
    expect(lines).toContain('Cộng | 10 | ');
    expect(lines).toContain(
      'Nếu khắc phục được nội dung nêu trên và điểm của các nội dung khác, của các đơn vị khác không đổi: ' +
        'chỉ số tăng từ 78% lên 88%; xếp loại từ Khá lên Tốt; xếp hạng từ 2/2 lên 1/2.',
    );
    expect(plan([1, 2])).toContain(
      'Nếu khắc phục được cả 02 nội dung nêu trên và điểm của các nội dung khác, của các đơn vị khác không ' +
        'đổi: chỉ số tăng từ 78% lên 100%; xếp loại từ Khá lên Xuất sắc; xếp hạng từ 2/2 lên 1/2.',
    );
  });

  test('nothing chosen promises nothing', () => {
    expect(plan([])).toEqual(expect.arrayContaining(['Không có nội dung nào được chọn.', 'Không có thay đổi.']));
  });
});
