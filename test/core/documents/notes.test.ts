/**
 * What «Điểm bị trừ» and its export show beside the losses: typed figures, self-scores, penalties, units that are
 * undetermined or lost nothing, remedies, long texts.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../src/core/assess';
import { fromA1, keyOf } from '../../../src/core/values/address';
import { textAt, valueAt, type CellValue, type Grid } from '../../../src/core/model/workbook/grid';
import type { SheetDrawing } from '../../../src/core/model/sheet-drawing';
import { planEdits } from '../../../src/core/fill';
import { groupDeductions } from '../../../src/core/sheets/deductions/group-deductions';
import { drawDeductions } from '../../../src/core/sheets/deductions/draw-deductions';
import { memoryHost } from '../../kit/memory/memory-host';
import { bookOf, grid } from '../../kit/grid';
import { typed } from '../fill/planned';

async function click(grids: readonly Grid[]): Promise<Grid[]> {
  const host = memoryHost(grids);
  const book = await host.readBook();
  await host.applyEdits(planEdits(book, assessBook(book)));
  return [...host.grids()];
}

const plan = (grids: readonly Grid[]): ReturnType<typeof planEdits> =>
  planEdits(bookOf(...grids), assessBook(bookOf(...grids)));
const summaryOf = (grids: readonly Grid[]): Grid => grids.find(({ sheet }) => sheet === 'Điểm bị trừ')!;
const replaced = (grids: readonly Grid[], sheet: Grid): Grid[] =>
  grids.map((each) => (each.sheet === sheet.sheet ? sheet : each));
const formulaAt = (sheet: Grid, a1: string): string | undefined => sheet.formulas.get(keyOf(fromA1(a1)!));
const at = (sheet: Grid, a1: string): CellValue => valueAt(sheet, fromA1(a1)!.row, fromA1(a1)!.column);
const noteAt = (sheet: Grid, a1: string): string | undefined => sheet.notes.get(keyOf(fromA1(a1)!));
/** Columns «Tiêu chí» and «Bị trừ» of every row below the header. */
const told = (sheet: Grid): string[] =>
  sheet.values.flatMap((_, row) =>
    row > 6 && textAt(sheet, row, 4) !== '' ? [`${textAt(sheet, row, 4)}: ${textAt(sheet, row, 8)}`] : [],
  );

const TABLE = grid(
  `
TT  | Nội dung   | Điểm tối đa | Xã A | Xã B
1   | THỂ CHẾ    | 4           |      |
1.1 | Văn bản    | 1           | 0.5  | 1
1.2 | Rà soát    | 3           | 2    | 1.5`,
  { sheet: 'Bảng' },
);

describe('a number typed over one of ours', () => {
  test('stays, is counted as it stands, and says what the table says, in the sums too', async () => {
    const first = await click([TABLE]);
    expect(told(summaryOf(first))).toEqual([
      'Cộng đơn vị: 1.5',
      'Cộng lĩnh vực: 1.5',
      'Văn bản: 0.5',
      'Rà soát: 1',
      'Cộng đơn vị: 1.5',
      'Cộng lĩnh vực: 1.5',
      'Rà soát: 1.5',
      'Cộng các đơn vị: 3',
    ]);
    const after = await click(replaced(first, typed(summaryOf(first), 'I11', 0.3)));
    expect(told(summaryOf(after))).toEqual([
      'Cộng đơn vị: 0.8',
      'Cộng lĩnh vực: 0.8',
      'Văn bản: 0.5',
      'Rà soát: 0.3',
      'Cộng đơn vị: 1.5',
      'Cộng lĩnh vực: 1.5',
      'Rà soát: 1.5',
      'Cộng các đơn vị: 2.3',
    ]);
    expect(noteAt(summaryOf(after), 'I11')).toContain('theo bảng tổng hợp là 1.');
    expect(
      [noteAt(summaryOf(after), 'I8'), noteAt(summaryOf(after), 'I9'), noteAt(summaryOf(after), 'I15')].map(
        (note) => /là ([\d,]+)\./.exec(note ?? '')?.[1],
      ),
    ).toEqual(['1,5', '1,5', '3']);
    expect(plan(after)).toEqual([]);
  });

  test('gives way once it is deleted, and nothing is left of the remark', async () => {
    const first = await click([TABLE]);
    const typedOver = await click(replaced(first, typed(summaryOf(first), 'I11', 0.3)));
    const after = await click(replaced(typedOver, typed(summaryOf(typedOver), 'I11', null)));
    expect(summaryOf(after).values).toEqual(summaryOf(first).values);
    expect(summaryOf(after).notes.size).toBe(0);
  });

  test('over a score leaves the loss to what the table says', async () => {
    const first = await click([TABLE]);
    const after = summaryOf(await click(replaced(first, typed(summaryOf(first), 'H11', 2.5))));
    expect([at(after, 'H11'), at(after, 'I11'), noteAt(after, 'H11')?.includes('là 2.')]).toEqual([2.5, 1, true]);
    expect(formulaAt(after, 'I11')).toMatch(/^1\+N/);
  });

  test('goes with its line when rows move, and does not follow a cell that says the same', async () => {
    const first = await click([TABLE]);
    const own = replaced(first, typed(summaryOf(first), 'I11', 0.3));
    const moved = summaryOf(await click([typed(own[0]!, 'D3', 1), ...own.slice(1)]));
    expect([textAt(moved, 9, 4), at(moved, 'I10'), noteAt(moved, 'I11')]).toEqual(['Rà soát', 0.3, undefined]);
    const same = await click(replaced(first, typed(summaryOf(first), 'I11', 1)));
    expect([formulaAt(summaryOf(same), 'I11'), summaryOf(same).notes.size]).toEqual([
      'ROUND(F11-H11,8)+N("Mất dưới một nửa")',
      0,
    ]);
  });
});

describe('a unit', () => {
  test('that only scored itself has its points under «Tự chấm»', async () => {
    const sheet = summaryOf(
      await click([
        grid('TT | Nội dung | Điểm tối đa | Điểm tự chấm\n1 | THỂ CHẾ | 2 |\n1.1 | Văn bản | 2 | 1.25', {
          sheet: 'Xã A',
        }),
      ]),
    );
    expect([at(sheet, 'G10'), at(sheet, 'H10'), at(sheet, 'I10'), formulaAt(sheet, 'I10')]).toEqual([
      1.25,
      null,
      0.75,
      'ROUND(F10-G10,8)+N("Mất dưới một nửa")',
    ]);
  });

  test('without a result says so beside its sum', async () => {
    const sheet = summaryOf(
      await click([
        grid('TT | Nội dung | Điểm tối đa | Xã A\n1 | THỂ CHẾ | 4 |\n1.1 | Văn bản | 1 |\n1.2 | Rà soát | 3 | 2'),
      ]),
    );
    expect([textAt(sheet, 7, 4), textAt(sheet, 7, 9)]).toEqual([
      'Cộng đơn vị: Xã A (kết quả chưa xác định)',
      expect.stringMatching(/1\.1.*còn trống/),
    ]);
  });

  test('with points taken off outside the set has them below its lines, outside its sum', async () => {
    const sheet = summaryOf(
      await click([
        grid(
          'TT | Nội dung | Điểm tối đa | Xã A\n1 | THỂ CHẾ | 4 |\n1.1 | Văn bản | 1 | 0.5\n' +
            '1.2 | Rà soát | 3 | 3\n | Điểm trừ | | 0.25',
        ),
      ]),
    );
    expect(told(sheet)).toEqual([
      'Cộng đơn vị: Xã A: 0.5',
      'Cộng lĩnh vực: 1 THỂ CHẾ: 0.5',
      'Văn bản: 0.5',
      'Điểm trừ ngoài bộ tiêu chí: 0.25',
    ]);
  });
});

describe('the export', () => {
  const exported = (grids: readonly Grid[], isChosen: (name: string) => boolean = () => true): SheetDrawing =>
    drawDeductions(
      groupDeductions(assessBook(bookOf(...grids)), (_, { name }) => isChosen(name)),
      null,
      { live: false, sums: true, links: false },
    ).drawing;
  const texts = (drawing: SheetDrawing, row: number): string[] =>
    drawing.rows[row]!.cells.flatMap((cell) => (cell?.content?.kind === 'text' ? [cell.content.text] : []));

  test('has what the officer wrote about remedies', async () => {
    const grids = await click([TABLE]);
    const words = typed(typed(typed(summaryOf(grids), 'N11', 'Tập huấn'), 'O11', 'Quý II'), 'P11', 'Đang thực hiện');
    expect(texts(exported(replaced(grids, words)), 10)).toEqual(
      expect.arrayContaining(['Rà soát', 'Tập huấn', 'Quý II', 'Đang thực hiện']),
    );
  });

  test('of a unit that lost nothing, and of a table without items, says just that', () => {
    const full = grid('TT | Nội dung | Điểm tối đa | Xã A\n1 | THỂ CHẾ | 1 |\n1.1 | Văn bản | 1 | 1');
    expect(texts(exported([full]), 7)).toEqual(['Xã A', 'Cộng đơn vị: Xã A (không bị trừ điểm)', 'D1']);
    const wholes = grid('TT | Đơn vị | Điểm thẩm định | Chỉ số\n1 | Xã A | 75,42/94 |\n2 | Xã B | 80/94 |');
    expect(
      texts(
        exported([wholes], (name) => name === 'Xã A'),
        7,
      ).slice(0, 2),
    ).toEqual(['Xã A', 'Cộng đơn vị: Xã A (bảng tổng hợp không có điểm của từng tiêu chí)']);
  });

  test('gives a long cause a wider column and smaller letters, and a short one neither', () => {
    const long = 'Chậm ban hành kế hoạch. '.repeat(125);
    const table = (cause: string): Grid =>
      grid(
        'TT | Nội dung | Điểm tối đa | Điểm thẩm định | Nguyên nhân\n' +
          `1 | THỂ CHẾ | 1 | |\n1.1 | Văn bản | 1 | 0.5 | ${cause}`,
        { sheet: 'Xã A' },
      );
    const [short, wide] = ['Chậm', long].map((cause) => exported([table(cause)])) as [SheetDrawing, SheetDrawing];
    const size = (drawing: SheetDrawing): number => drawing.rows[9]!.cells[9]!.look.size;
    expect([short.columns[9]!.width, size(short), short.rows[9]!.cells[9]!.look.vertical]).toEqual([44, 12, 'top']);
    // A height of 409 points holds 41 lines in 8-point type; 3.000 letters need 73 per line: 300 points, 55 characters
    // of column width.
    expect([wide.columns[9]!.width > 55, size(wide)]).toEqual([true, 8]);
  });
});
