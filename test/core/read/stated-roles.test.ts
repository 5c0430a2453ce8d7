/** The content of columns, stated by the officer in `Cấu hình` or not stated, and how the reading reports it. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import type { Assessment } from '../../../src/core/model/assessment';
import { columnName } from '../../../src/core/values/address';
import { toText } from '../../../src/core/values/decimal';
import { bookOf, grid } from '../../kit/grid';
import { TWO_APPRAISALS as TABLE } from '../../kit/field/two-appraisals';

function assessed(table: string, stated = ''): Assessment {
  const sheets = [grid(table, { sheet: 'Xã An' }), grid(stated, { sheet: 'Cấu hình' })];
  const [found] = assessBook(bookOf(...sheets)).sheets;
  if (!found) throw new Error('not read');
  return found;
}

const indices = ({ units }: Assessment): (string | null)[] =>
  units.map(({ publishedIndex }) => publishedIndex && toText(publishedIndex));
/** «E appraised undecided» for every column right of the names. */
const told = ({ scoreSheet }: Assessment): string[] =>
  scoreSheet.reading.blocks.flatMap(({ columns }) =>
    columns.slice(2).map(({ column, role, sure }) => `${columnName(column)} ${role ?? '-'} ${sure}`),
  );
const errors = ({ diagnostics }: Assessment): string[] =>
  diagnostics.filter(({ severity }) => severity === 'error').map(({ alias }) => alias);

describe('two appraisals', () => {
  test('are asked about where their headings do not say which came last, with what each comes to', () => {
    const found = assessed(TABLE);
    expect([indices(found), errors(found)]).toEqual([[null], ['undecided-column']]);
    expect(found.diagnostics[0]?.message).toContain('F: 80 (Tốt) · E: 85 (Tốt)');
    expect(told(found)).toEqual(['C max sure', 'D self sure', 'E appraised undecided', 'F appraised undecided']);
  });

  test.each([
    ['Điểm kiểm tra lại', 'không dùng', '85'],
    ['Huyện chấm', 'không dùng', '80'],
    ['Huyện chấm', 'điểm thẩm định', '85'],
    ['ĐIỂM  KIỂM TRA LẠI', 'Điểm thẩm định', '80'],
  ])('one line, «Cột | %s | %s», decides', (heading, words, index) => {
    const found = assessed(TABLE, `Cột | ${heading} | ${words}`);
    expect([indices(found), errors(found)]).toEqual([[index], []]);
    expect(told(found).join()).not.toContain('undecided');
  });

  test.each([
    ['Thẩm định lần 1', 'Thẩm định lần 2'],
    ['Huyện chấm', 'Điểm sau giải trình'],
    ['Tổ thẩm định', 'Hội đồng thẩm định'],
    ['Điểm thẩm định', 'Điểm thẩm định lại'],
    ['Huyện thẩm định', 'Tỉnh thẩm định'],
  ])('«%s | %s» say it themselves', (first, last) => {
    const found = assessed(TABLE.replace('Huyện chấm', first).replace('Điểm kiểm tra lại', last));
    expect([indices(found), errors(found)]).toEqual([['80'], []]);
  });
});

describe('a stated role', () => {
  test('holds for the heading under every unit, and for one unit where the line names it', () => {
    const table = `
TT | Nội dung | Điểm tối đa | Xã An | | Xã Bình |
 | | | X1 | K | X1 | K
'1' | CHỈ ĐẠO | 5 | 5 | 4 | 4 | 3
'1.1' | Kế hoạch | 2 | 2 | 1 | 2 | 1
'1.2' | Báo cáo | 3 | 3 | 3 | 2 | 2
 | Tổng | 5 | 5 | 4 | 4 | 3`;
    const sides = 'Cột | X1 | điểm tự chấm\nCột | K | điểm thẩm định';
    expect(indices(assessed(table, sides))).toEqual(['80', '60']);
    const turned = `${sides}\nCột | Xã Bình / X1 | điểm thẩm định\nCột | Xã Bình / K | điểm tự chấm`;
    expect(indices(assessed(table, turned))).toEqual(['80', '80']);
  });

  test('names a column without a heading by its letter', () => {
    const table = TABLE.replace('Điểm kiểm tra lại', '').replace('Huyện chấm', 'Ghi chú');
    const found = assessed(table, 'Cột | Cột F | điểm thẩm định\nCột | Ghi chú | không dùng');
    expect([indices(found), errors(found)]).toEqual([['80'], []]);
    expect(found.scoreSheet.reading.blocks[0]?.columns.at(-1)).toEqual({
      column: 5,
      heading: '',
      role: 'appraised',
      of: null,
      sure: 'sure',
      why: 'theo trang tính «Cấu hình»',
    });
  });

  test('finds the header whose words nobody knows', () => {
    const table = TABLE.replace('Điểm tối đa', 'Mức A').replace('Điểm tự chấm', 'Mức B').replace('Huyện chấm', 'C');
    const stated = 'Cột | Mức A | điểm tối đa\nCột | Mức B | điểm tự chấm\nCột | C | điểm thẩm định';
    expect(indices(assessed(table.replace('Điểm kiểm tra lại', 'Ghi chú'), stated))).toEqual(['85']);
  });

  test('is said by the reading, and nothing of it stays for the next workbook', () => {
    const found = assessed(TABLE, 'Cột | Huyện chấm | điểm thẩm định');
    expect(found.scoreSheet.reading.blocks[0]?.columns.slice(4).map(({ why }) => why)).toEqual([
      'theo trang tính «Cấu hình»',
      'trang tính «Cấu hình» chọn cột khác',
    ]);
    expect(errors(assessed(TABLE))).toEqual(['undecided-column']);
  });

  test('settles the doubt that scores raise, once every column in doubt is stated', () => {
    const table = `
TT | Nội dung | Điểm tối đa | Điểm tự chấm | Huyện chấm
'1' | CHỈ ĐẠO | 10 | 7 | 10
'1.1' | Kế hoạch | 2 | 1.5 | 2
'1.2' | Báo cáo | 3 | 2 | 3
'1.3' | Kiểm tra | 5 | 3.5 | 5
 | Tổng | 10 | 7 | 10`;
    const both = 'Cột | Điểm tự chấm | điểm tự chấm\nCột | Huyện chấm | điểm thẩm định';
    expect(errors(assessed(table))).toEqual(['undecided-column']);
    expect([indices(assessed(table, both)), errors(assessed(table, both))]).toEqual([['100'], []]);
  });
});

test('numbers that nothing was made of are told with their cells and their count', () => {
  const found = assessed(`
TT | Nội dung | Điểm tối đa | Điểm thẩm định | Cột phụ
'1' | CHỈ ĐẠO | 5 | 4.5 | 700
'1.1' | Kế hoạch | 2 | 2 | 450
'1.2' | Báo cáo | 3 | 2.5 | 260`);
  expect(found.scoreSheet.reading.blocks[0]?.unused).toEqual([
    {
      area: { top: 1, left: 4, bottom: 3, right: 4 },
      count: 3,
      why: 'tiêu đề của cột không nói, các ô không phải điểm của tiêu chí',
    },
  ]);
});
