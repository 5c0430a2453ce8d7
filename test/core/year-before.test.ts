/** Last year's points in columns of this year's table say the same as a table of last year on a sheet of its own. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../src/core/assess';
import { TWO_YEARS } from '../../src/core/documents/reports/two-years';
import { UNIT_ANALYSIS } from '../../src/core/documents/reports/unit-analysis';
import { splitYears } from '../../src/core/matching/split-years';
import type { CellValue, Grid } from '../../src/core/model/workbook/grid';
import { yearBefore } from '../../src/core/year-before';
import { linesOf } from '../kit/files/document-text';
import { bookOf, gridOf } from '../kit/grid';

/** Code, name, maximum, points of 2022 and of 2023: 24,5 of 30 (81,67 %), then 25,75 (85,83 %). */
const ITEMS: readonly (readonly [string, string, number, number, number])[] = [
  ['1', 'CHỈ ĐẠO, ĐIỀU HÀNH', 10, 8, 7.5],
  ['1.1', 'Kế hoạch', 4, 3, 3.5],
  ['1.2', 'Báo cáo', 6, 5, 4],
  ['2', 'THỦ TỤC HÀNH CHÍNH', 20, 16.5, 18.25],
  ['2.1', 'Công khai', 8, 8, 8],
  ['2.2', 'Hồ sơ đúng hạn', 12, 8.5, 10.25],
];
const OF = 'CỦA UBND HUYỆN SƠN AN';
type Row = (item: (typeof ITEMS)[number]) => CellValue[];
const table = (title: string, header: CellValue[][], row: Row, sheet: string): Grid =>
  gridOf([['UBND HUYỆN SƠN AN'], [`${title} ${OF}`], ...header, ...ITEMS.map(row)], { sheet });

const APART = [2022, 2023].map((year, at) =>
  table(
    `KẾT QUẢ CHỈ SỐ CCHC NĂM ${year}`,
    [['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm đạt']],
    ([code, name, max, ...points]) => [code, name, max, points[at] ?? null],
    `Năm ${year}`,
  ),
);
const TITLE = 'SO SÁNH KẾT QUẢ CHỈ SỐ CCHC NĂM 2023 VỚI NĂM 2022';
const BESIDE: Readonly<Record<string, Grid>> = {
  'the earlier year first, with causes of the later one': table(
    TITLE,
    [['TT', 'Tiêu chí', 'Điểm tối đa', 'Năm 2022', 'Năm 2023', 'Nguyên nhân']],
    ([code, name, max, before, now]) => [code, name, max, before, now, now < max ? 'Còn hạn chế' : null],
    'CCHC',
  ),
  'the later year first, with the change': table(
    'KẾT QUẢ CHỈ SỐ CCHC NĂM 2022 - 2023',
    [['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm năm 2023', 'Điểm năm 2022', 'Tăng/giảm']],
    ([code, name, max, before, now]) => [code, name, max, now, before, now - before],
    'CCHC 2023',
  ),
  'a maximum of each year': table(
    TITLE,
    [
      ['TT', 'Tiêu chí', 'Năm 2022', null, 'Năm 2023', null],
      [null, null, 'Điểm tối đa', 'Điểm đạt', 'Điểm tối đa', 'Điểm đạt'],
    ],
    ([code, name, max, before, now]) => [code, name, max, before, max, now],
    'CCHC',
  ),
  'this year in columns that name no year': table(
    'KẾT QUẢ CHỈ SỐ CCHC NĂM 2023',
    [['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm thẩm định', 'Điểm năm 2022']],
    ([code, name, max, before, now]) => [code, name, max, max, now, before],
    'CCHC',
  ),
};

const told = (grids: readonly Grid[]): string[] => {
  const { current: book, earlier } = splitYears(assessBook(bookOf(...grids)));
  const input = { book, previous: earlier ?? yearBefore(book), units: null, details: book.details };
  return [UNIT_ANALYSIS, TWO_YEARS].flatMap((report) =>
    linesOf(report.compose(input)).filter((line) => /năm 2022|lặp lại|\| [+−]/i.test(line)),
  );
};

describe('a table of two years', () => {
  const expected = told(APART);

  test('on two sheets is compared', () => {
    expect(expected).toContain('So với năm 2022 (81,67%), chỉ số tăng 4,16 điểm phần trăm.');
    expect(expected.join('\n')).toContain('03 trong 03 mục bị trừ điểm đã bị trừ năm 2022 (lặp lại): 1.1, 1.2 và 2.2.');
  });

  test.each(Object.entries(BESIDE))('is compared as well with %s', (_, grid) => {
    expect(told([grid])).toEqual(expected);
  });

  test('says so where only the place is of last year', () => {
    const places = table(
      TITLE,
      [['TT', 'Tiêu chí', 'Điểm tối đa', 'Điểm đạt', 'Hạng năm 2022']],
      ([code, name, max, , now]) => [code, name, max, now, '3/11'],
      'CCHC',
    );
    expect(yearBefore(assessBook(bookOf(places)))).toBeNull();
    expect(told([places]).join('\n')).toContain('không so sánh được với năm 2022');
  });
});
