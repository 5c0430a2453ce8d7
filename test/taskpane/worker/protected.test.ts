/** Commands on a protected workbook: everything permitted is written, the rest is reported. */
import { expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import type { Book } from '../../../src/core/model/workbook/grid';
import { toA1 } from '../../../src/core/values/address';
import { planCommand, type Command } from '../../../src/taskpane/worker/plan-command';
import { bookOf, grid, type GridExtras } from '../../kit/grid';

const TABLE = `
TT  | Nội dung           | Điểm tối đa | Xã An | Xã Bình
1   | Cải cách thể chế   | 10          | 7     | 9
1.1 | Ban hành kế hoạch  | 4           | 3     | 4
1.2 | Thực hiện kế hoạch | 6           | 4     | 5`;
const tableWith = (extras: GridExtras): Book => bookOf(grid(TABLE, { sheet: 'Bảng', ...extras }));
const SCORES = { unlocked: ['D3:E4'] };

type Asked = Exclude<Command, { readonly kind: 'collect' }>;
function planned(book: Book, command: Asked) {
  const { edits, leftOut } = planCommand(book, () => assessBook(book), command);
  const written = edits.flatMap(({ sheet, edits: some }) =>
    some.map((edit) => `${edit.kind} ${sheet}!${'at' in edit ? toA1(edit.at) : ''}`),
  );
  return { written, told: leftOut.map(({ at }) => at.map(toA1)), adds: edits.some(({ isNew }) => isNew) };
}
const at = (row: number, column: number) => ({ row: row - 1, column });
const typing = (...cells: readonly ReturnType<typeof at>[]): Asked => ({
  kind: 'type',
  sheet: 'Bảng',
  cells: cells.map((each) => ({ at: each, text: '2' })),
});

test('of cells typed into, those that are open are written and the locked ones are named', () => {
  const book = tableWith(SCORES);
  expect(planned(book, typing(at(3, 3), at(3, 2)))).toEqual({
    written: ['cell Bảng!D3'],
    told: [['C3']],
    adds: false,
  });
});

test('where nothing is open the whole is handed over, for the host to refuse in its own words', () => {
  expect(planned(tableWith({ unlocked: [] }), typing(at(3, 3)))).toEqual({
    written: ['cell Bảng!D3'],
    told: [],
    adds: false,
  });
});

test('no correction of a locked cell is recorded', () => {
  const fix = (row: number, column: number) => ({ at: at(row, column), value: '2', why: 'thử' });
  const command: Asked = {
    kind: 'fix',
    sheet: 'Bảng',
    fixes: [fix(3, 3), fix(3, 2)],
    records: true,
    when: '29/11/2026',
  };
  const { written, told, adds } = planned(tableWith(SCORES), command);
  expect([written[0], told, adds]).toEqual(['cell Bảng!D3', [['C3']], true]);
  // The headings and one line of the record.
  expect(written.filter((each) => each.includes('Nhật ký sửa'))).toHaveLength(14);
});

test.each<[string, GridExtras, RegExp]>([
  ['as a note where notes are open', { ...SCORES, permits: ['notes'] }, /^note Bảng!D3$/],
  ['on the sheet for causes where they are not', SCORES, /^cell Nguyên nhân!/],
])('a cause goes %s', (_, extras, place) => {
  const { written } = planned(tableWith(extras), { kind: 'cause', sheet: 'Bảng', unit: 0, item: 1, text: 'Chậm' });
  expect(written.length).toBeGreaterThan(0);
  expect(written.every((each) => place.test(each))).toBe(true);
});
