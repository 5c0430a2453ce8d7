/**
 * A table with more units than a spreadsheet can rank by formulas in reasonable time is filled with values, and a
 * message says so.
 */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { planEdits } from '../../../src/core/fill';
import type { Edit } from '../../../src/core/model/workbook/edit';
import type { Grid } from '../../../src/core/model/workbook/grid';
import { bookOf, grid } from '../../kit/grid';

const table = (units: number): Grid =>
  grid(
    [
      'TT | Đơn vị | Cải cách thể chế (10 điểm) | Chuyển đổi số (20 điểm) | Tổng điểm | Chỉ số | Xếp hạng',
      ...Array.from({ length: units }, (_, n) =>
        [n + 1, `Xã ${(n + 1).toString()}`, 5 + (n % 5), 10 + (n % 7), '', '', ''].join(' | '),
      ),
    ].join('\n'),
    { sheet: 'Tổng hợp' },
  );
const stating = (value: string): Grid => grid(`Ghi kết quả | ${value}`, { sheet: 'Cấu hình' });

function filled(...grids: readonly Grid[]): { readonly kinds: ReadonlySet<string>; readonly words: string } {
  const book = bookOf(...grids);
  const edits = planEdits(book, assessBook(book));
  const isContent = (edit: Edit): edit is Extract<Edit, { kind: 'cell' }> => edit.kind === 'cell';
  const own = edits.find(({ sheet }) => sheet === 'Tổng hợp')?.edits.filter(isContent) ?? [];
  return { kinds: new Set(own.map(({ content }) => content.kind)), words: JSON.stringify(edits) };
}

test('of 500 units, results are formulas; of one more, values, said in one sentence', () => {
  const sentence = 'Bảng quá 500 đơn vị nên kết quả là giá trị';
  const [small, large] = [filled(table(500)), filled(table(501))];
  expect([small.kinds.has('formula'), small.words.includes(sentence)]).toEqual([true, false]);
  expect([large.kinds.has('formula'), large.kinds.has('number'), large.words.includes(sentence)]).toEqual([
    false,
    true,
    true,
  ]);
});

test.each([
  ['Công thức', 501, true],
  ['Giá trị', 5, false],
])('what the workbook states holds whatever its size: %s', (value, units, isFormula) => {
  expect(filled(table(units), stating(value)).kinds.has('formula')).toBe(isFormula);
});
