/** The sheet «Kết quả»: all units in one list with their areas, the officer's own content, and the charts. */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../../src/core/assess';
import { fromA1, keyOf, toA1Range } from '../../../../src/core/values/address';
import type { SheetEdits } from '../../../../src/core/model/workbook/edit';
import { textAt, valueAt, type CellValue, type Grid } from '../../../../src/core/model/workbook/grid';
import { isResultSheet } from '../../../../src/core/model/result-sheet';
import type { Settings } from '../../../../src/core/model/settings';
import { planEdits } from '../../../../src/core/fill';
import { memoryHost } from '../../../kit/memory/memory-host';
import { bookOf, grid } from '../../../kit/grid';
import { recalculate } from '../../../kit/programs/recalculate';
import { typed } from '../../fill/planned';

const TABLE = `
TT  | Nội dung            | Điểm tối đa | Xã A | Xã B | Xã C
1   | THỂ CHẾ             | 4           | 2    | 4    |
1.1 | Văn bản             | 1           | 0    | 1    | 1
1.2 | Rà soát             | 3           | 2    | 3    |
2   | THỦ TỤC             | 6           | 6    | 4.5  | 6
2.1 | Niêm yết            | 6           | 6    | 4.5  | 6`;

const plan = (grids: readonly Grid[], results: Settings['results'] = 'formulas'): SheetEdits[] => {
  const book = bookOf(...grids);
  return planEdits(book, assessBook(book, { results }));
};
const resultsOf = (edits: readonly SheetEdits[]): SheetEdits | undefined =>
  edits.find(({ sheet }) => sheet === 'Kết quả');

async function click(grids: readonly Grid[], results: Settings['results'] = 'formulas'): Promise<Grid[]> {
  const host = memoryHost(grids);
  await host.applyEdits(plan(grids, results));
  return [...host.grids()];
}

const put = (sheet: Grid, a1: string, value: CellValue): Grid => {
  const next = typed(sheet, a1, value);
  return {
    ...next,
    rowCount: next.values.length,
    columnCount: Math.max(...next.values.map((cells) => cells?.length ?? 0)),
  };
};
const formulaAt = (sheet: Grid, a1: string): string | undefined => sheet.formulas.get(keyOf(fromA1(a1)!));

describe('a line of «Kết quả»', () => {
  test('shows the cells of the table where its results stand live, and leads to the unit’s losses', async () => {
    const [, , sheet] = await click([grid(TABLE)]);
    expect(['D', 'E', 'F', 'G', 'H'].map((column) => formulaAt(sheet!, `${column}8`))).toEqual(
      [7, 8, 9, 10, 11].map((row) => `'Bảng tổng hợp'!D${row}`),
    );
    expect(formulaAt(sheet!, 'O8')).toBe(`HYPERLINK("#'Điểm bị trừ'!A8",2)`);
    expect([valueAt(sheet!, 7, 14), valueAt(sheet!, 8, 14)]).toEqual([2, 1]);
  });

  test('stands below a heading that names the scale once', async () => {
    const [, , sheet] = await click([grid(TABLE)]);
    const head = Array.from({ length: 6 }, (_, row) => textAt(sheet!, row, 0)).join('\n');
    expect(head.match(/Thang xếp loại/g)).toEqual(['Thang xếp loại']);
  });

  test('counts no deductions only where it is known that there are none', async () => {
    const table = typed(grid(TABLE), 'F6', 0);
    const counts = async (each: Grid): Promise<CellValue[]> => {
      const sheet = (await click([each])).find(isResultSheet)!;
      const [link] = (sheet.values[6] ?? []).flatMap((label, column) =>
        label === 'Số tiêu chí bị trừ' ? [column] : [],
      );
      return [7, 8, 9].map((row) => valueAt(sheet, row, link!) ?? '');
    };
    expect(await counts(grid(TABLE.replaceAll('4.5  | 6', '6    | 6')))).toEqual([2, 0, '']);
    expect(await counts(table)).toEqual([2, 1, 1]);
    expect(
      await counts(
        grid('TT | Đơn vị | Điểm thẩm định | Chỉ số\n1 | Xã A | 75,42/94 |\n2 | Xã B | 94/94 |\n3 | Xã C | 80/94 |', {
          sheet: 'Bảng',
        }),
      ),
    ).toEqual(['', '', '']);
  });

  test('has a column for groups only where a unit belongs to one', () => {
    const isHidden = (table: string): boolean | undefined =>
      resultsOf(plan([grid(table)]))!.drawing!.columns[2]?.hidden;
    const units = 'TT | Đơn vị | Điểm thẩm định | Chỉ số\nI | KHỐI XÃ | |\n1 | Xã A | 75,42/94 |\n2 | Xã B | 94/94 |';
    expect([isHidden(TABLE), isHidden(units)]).toEqual([true, false]);
  });

  test('has the points, the maximum and the percentage of every area, blank where a score is missing', async () => {
    const [, , sheet] = await click([grid(TABLE)]);
    const area = (row: number): CellValue[] =>
      [8, 9, 10, 11, 12, 13].map((column) => valueAt(sheet!, row, column) ?? '');
    expect([area(7), area(8), area(9)]).toEqual([
      [2, 4, 6, 6, 50, 100],
      [4, 4, 4.5, 6, 100, 75],
      ['', '', 6, 6, '', 100],
    ]);
    // 8/10 and 8,5/10; the third unit has no index, so its areas do not count either.
    expect([textAt(sheet!, 10, 1), ...[5, 12, 13].map((column) => valueAt(sheet!, 10, column))]).toEqual([
      'Bình quân các đơn vị',
      82.5,
      75,
      87.5,
    ]);
  });

  test('has «KĐG» for the percentage of an area that does not apply, until points are typed there', async () => {
    const table = TABLE.replace('| 6    | 4.5  | 6\n2.1', '| KĐG  | 4.5  | 6\n2.1').replace(
      /6 {4}\| 4.5 {2}\| 6$/,
      'KĐG  | 4.5  | 6',
    );
    const book = await click([grid(table)]);
    const at = book.findIndex(isResultSheet);
    const area = [10, 11, 13];
    expect(area.map((column) => valueAt(book[at]!, 7, column) ?? '')).toEqual([0, 0, 'KĐG']);
    const typedLater = book.map((sheet, position) => (position === 0 ? typed(typed(sheet, 'D6', 3), 'D5', 3) : sheet));
    const blankLater = book.map((sheet, position) => (position === 0 ? typed(sheet, 'D6', null) : sheet));
    const [same, later, blank] = recalculate([book, typedLater, blankLater]);
    const name = book[at]!.sheet;
    const shown = (found: typeof same): CellValue[] => area.map((column) => found!(name, 7, column) ?? '');
    expect([shown(same), shown(later), shown(blank)]).toEqual([
      [0, 0, 'KĐG'],
      [3, 6, 50],
      ['', '', ''],
    ]);
  });

  test('fills an area below the line that calls for action, and only that', () => {
    const rows = resultsOf(plan([grid(TABLE)]))!.drawing!.rows;
    expect([12, 13].map((column) => rows[7]!.cells[column]!.look.fill !== null)).toEqual([true, false]);
    expect([12, 13].map((column) => rows[8]!.cells[column]!.look.fill !== null)).toEqual([false, false]);
  });

  test('in values mode is plain but for its link', async () => {
    const [, , sheet] = await click([grid(TABLE)], 'values');
    expect([...sheet!.formulas.values()].every((formula) => formula.startsWith('HYPERLINK('))).toBe(true);
    expect(valueAt(sheet!, 7, 5)).toBe(80);
  });
});

describe('who is ranked with whom', () => {
  const units = (first: string, second: string): Grid =>
    grid(
      `TT | Đơn vị | Khối | Điểm thẩm định | Chỉ số\n1 | Xã A | ${first} | 75,42/94 |\n` +
        `2 | Xã B | ${second} | 94/94 |\n3 | Xã C | ${first} | 80/94 |`,
      { sheet: 'Bảng' },
    );
  const groups = (...sheets: Grid[]): (string | undefined)[] => {
    const { rows } = resultsOf(plan(sheets))!.drawing!;
    const column = rows.flatMap(({ cells }) =>
      cells.flatMap((cell, each) =>
        cell?.content?.kind === 'text' && cell.content.text === 'Để xếp hạng: nhóm' ? [each] : [],
      ),
    )[0];
    return rows.flatMap(({ cells }) => {
      const content = cells[column ?? -1]?.content;
      return content?.kind === 'formula' ? [content.formula] : content?.kind === 'number' ? [content.value] : [];
    });
  };

  test('follows the column of the khối', () => {
    expect(groups(units('Khối sở', 'Khối xã'))).toEqual([2, 3, 4].map((row) => `"Bảng 1: "&TRIM('Bảng'!C${row})`));
  });

  test.each([
    ['a wildcard', 'Khối *', 'Khối xã'],
    ['two that a spreadsheet takes for one', 'Khối Xã', 'Khối xã'],
    ['a text that is too long for a criterion', 'x'.repeat(250), 'Khối xã'],
  ])('is a number where the texts of the khối cannot be counted: %s', (_name, first, second) => {
    expect(groups(units(first, second))).toEqual(['1', '2', '1']);
  });
});

describe('what the officer has in «Kết quả»', () => {
  test('a result typed over ours stays with its unit, and nothing is worked out from it', async () => {
    const [table, losses, sheet] = await click([grid(TABLE)]);
    const own = put(put(sheet!, 'F8', 81), 'P12', 'xem lại');
    const swapped = grid(
      TABLE.replace('Xã A | Xã B', 'Xã B | Xã A').replaceAll(/^(\d.*\| )([\d.]+ +)\| ([\d.]+ +)\|/gm, '$1$3| $2|'),
    );
    const later = await click([swapped, losses!, own]);
    expect([textAt(later[2]!, 7, 1), textAt(later[2]!, 8, 1)]).toEqual(['Xã B', 'Xã A']);
    expect([valueAt(later[2]!, 8, 5), formulaAt(later[2]!, 'F9')]).toEqual([81, undefined]);
    expect(valueAt(later[2]!, 8, 3)).toBe(8);
    expect(table!.sheet).toBe('Bảng tổng hợp');
  });

  test('a result typed over ours stays with its unit when the unit is merely spelled otherwise', async () => {
    const [cauHinh, reasons, sheet] = await click([grid(TABLE.replace('Xã A', 'TT.Đăk Rve'))]);
    const respelled = grid(TABLE.replace('Xã A', 'Thị trấn Đắk Rve'));
    const again = await click([respelled, reasons!, put(sheet!, 'D8', 9)]);
    expect(cauHinh).toBeDefined();
    expect([valueAt(again[2]!, 7, 1), valueAt(again[2]!, 7, 3)]).toEqual(['Thị trấn Đắk Rve', 9]);
  });

  test('columns beside it, words below it and a letterhead above it stay, also when units come and go', async () => {
    const [, losses, sheet] = await click([grid(TABLE)]);
    const width = sheet!.columnCount;
    const beside = { ...put(put(put(sheet!, 'A1', 'UBND HUYỆN A'), 'B60', 'NGƯỜI LẬP BIỂU'), 'A8', 1) };
    const own: Grid = {
      ...beside,
      values: beside.values.map((cells, row) =>
        row === 6 ? [...(cells ?? []), 'Ghi chú'] : row === 8 ? [...(cells ?? []), 'làm tốt'] : cells,
      ),
      columnCount: width + 1,
    };
    const fewer = grid(
      TABLE.split('\n')
        .map((line) => line.split('|').slice(0, 5).join('|'))
        .join('\n'),
    );
    const later = await click([fewer, losses!, own]);
    const texts = later[2]!.values.flatMap((cells) =>
      (cells ?? []).filter(
        (value) =>
          typeof value === 'string' && ['UBND HUYỆN A', 'NGƯỜI LẬP BIỂU', 'Ghi chú', 'làm tốt'].includes(value),
      ),
    );
    expect(texts).toEqual(['UBND HUYỆN A', 'Ghi chú', 'làm tốt', 'NGƯỜI LẬP BIỂU']);
    expect(textAt(later[2]!, 8, 1)).toBe('Xã B');
    expect(later[2]!.values[8]!.at(-1)).toBe('làm tốt');
    expect(plan(later)).toEqual([]);
  });

  test('a sheet of the first kind, without a letterhead, is taken over', async () => {
    const old = grid(
      'TT | Đơn vị | Khối | Tổng điểm | Điểm tối đa áp dụng | Chỉ số CCHC (%) | Xếp ' +
        'loại | Xếp hạng\n1 | Xã A | | | | | |',
      { sheet: 'Kết quả' },
    );
    const grids = await click([grid(TABLE), old]);
    expect(grids.map(({ sheet }) => sheet)).toEqual(['Bảng tổng hợp', 'Kết quả', 'Điểm bị trừ']);
    expect(isResultSheet(grids[1]!)).toBe(true);
    expect(plan(grids)).toEqual([]);
  });
});

describe('charts', () => {
  test('one of units with a series for every rating, one of areas; both of cells of the sheet', () => {
    const { charts, rows, columns } = resultsOf(plan([grid(TABLE)]))!.drawing!;
    expect(charts.map(({ kind, overlaid, most, series }) => [kind, overlaid, most, series.length])).toEqual([
      ['bars', true, 100, 5],
      ['bars', false, 100, 1],
    ]);
    expect(charts.map(({ categories, series }) => [toA1Range(categories), toA1Range(series[0]!.values)])).toEqual([
      ['Y8:Y10', 'P8:P10'],
      ['M7:N7', 'M11:N11'],
    ]);
    expect(columns.flatMap(({ hidden }, column) => (hidden ? [column] : []))).toEqual([
      2, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
    ]);
    const shown = (row: number, column: number): string => {
      const content = rows[row]!.cells[column]!.content;
      const plain = content?.kind === 'formula' ? content.cached : content;
      return plain?.kind === 'number' ? plain.value : plain?.kind === 'text' ? plain.text : '';
    };
    // Xã B has 8,5 of 10, Xã A 8 of 10, Xã C is not yet scored: sorted by index, units without one last.
    expect([7, 8, 9].map((row) => [24, 15, 16, 17, 18, 19].map((column) => shown(row, column)))).toEqual([
      ['Xã B', '', '85', '', '', ''],
      ['Xã A', '', '80', '', '', ''],
      ['Xã C', '', '', '', '', ''],
    ]);
  });

  test('units of the same index stand in the order of their table, and a formula says the same', async () => {
    const indices = ['7', '9.5', '7', '', '10', '9.5'];
    const table = grid(
      [
        'TT | Đơn vị | Cải cách thể chế (10 điểm) | Thủ tục hành chính (10 điểm) | Tổng điểm | Chỉ số',
        ...indices.map((score, unit) => `${unit + 1} | Xã số ${unit + 1} | ${score} | 9 | | `),
      ].join('\n'),
      { sheet: 'Tổng hợp' },
    );
    const book = await click([table]);
    const sheet = book.find(isResultSheet)!;
    const header = sheet.values.findIndex((cells) => cells?.includes('Chỉ số CCHC (%)'));
    const column = sheet.values[header]!.indexOf('Biểu đồ: đơn vị');
    const wanted = ['Xã số 5', 'Xã số 2', 'Xã số 6', 'Xã số 1', 'Xã số 3', 'Xã số 4'];
    expect(indices.map((_, unit) => textAt(sheet, header + 1 + unit, column))).toEqual(wanted);
    const [found] = recalculate([book]);
    expect(indices.map((_, unit) => found!(sheet.sheet, header + 1 + unit, column))).toEqual(wanted);
  });

  test('a single unit shows its own areas', () => {
    const one = grid(
      TABLE.split('\n')
        .map((line) => line.split('|').slice(0, 4).join('|'))
        .join('\n')
        .replace('Xã A', 'Điểm thẩm định'),
      { sheet: 'Xã A' },
    );
    const { charts } = resultsOf(plan([one]))!.drawing!;
    expect(charts.map(({ categories, series }) => [toA1Range(categories), toA1Range(series[0]!.values)])).toEqual([
      ['M7:N7', 'M8:N8'],
    ]);
  });

  test('more units than bars can be told apart have no chart of their own', () => {
    const many = (count: number): Grid =>
      grid(
        [
          'TT | Đơn vị | Cải cách thể chế (10 điểm) | Thủ tục hành chính (15 điểm) | Tổng điểm | Chỉ số',
          ...Array.from({ length: count }, (_, unit) => `${unit + 1} | Xã số ${unit + 1} | 9 | ${unit % 15} | | `),
        ].join('\n'),
        { sheet: 'Tổng hợp' },
      );
    // The bars of 150 units take several pages and therefore several charts.
    expect(resultsOf(plan([many(150)]))!.drawing!.charts.length).toBeGreaterThan(2);
    expect(resultsOf(plan([many(151)]))!.drawing!.charts).toHaveLength(1);
  });

  test.each([
    [3, 1, 0],
    [7, 1, 0],
    [22, 1, 1],
    [45, 2, 2],
    [130, 6, 4],
  ])('of %i units there are %i, none cut by a page: %i breaks', (count, charts, breaks) => {
    const many = grid(
      [
        'TT | Đơn vị | Cải cách thể chế (10 điểm) | Thủ tục hành chính (15 điểm) | Tổng điểm | Chỉ số',
        ...Array.from({ length: count }, (_, unit) => `${unit + 1} | Xã số ${unit + 1} | 9 | ${unit % 15} | | `),
      ].join('\n'),
      { sheet: 'Tổng hợp' },
    );
    const drawing = resultsOf(plan([many]))!.drawing!;
    const ofUnits = drawing.charts.filter(({ overlaid }) => overlaid);
    expect([ofUnits.length, drawing.print.breaks!.length]).toEqual([charts, breaks]);
    // Every unit once, in the order of the table.
    const first = drawing.print.repeated![1] + 1;
    expect(
      ofUnits.flatMap(({ categories: { top, bottom } }) => Array.from({ length: bottom - top + 1 }, (_, n) => top + n)),
    ).toEqual(Array.from({ length: count }, (_, n) => first + n));
    // A page begins where two charts beside each other begin, and ends before the next charts.
    const tops = [...new Set(drawing.charts.map(({ over }) => over.top))];
    if (breaks > 0) expect(drawing.print.breaks).toEqual(tops);
    drawing.charts.forEach(({ over }, n) => {
      const next = drawing.charts[n + 1]?.over;
      if (next?.top === over.top) expect(over.right).toBeLessThan(next.left);
      else expect(over.bottom).toBeLessThan(next?.top ?? Infinity);
    });
    // A4 landscape holds 33 rows of 15 points.
    for (const { over } of drawing.charts) expect(over.bottom - over.top + 1).toBeLessThanOrEqual(33);
  });
});

test('units of several sheets stand in one list, ranked among each other by live formulas', async () => {
  const one = (name: string, score: number): Grid =>
    grid(
      `
TT  | Nội dung | Điểm tối đa | Điểm thẩm định
1   | THỂ CHẾ  | 4           | ${score}
1.1 | Văn bản  | 4           | ${score}`,
      { sheet: name },
    );
  const grids = await click([one('Xã A', 3), one('Xã B', 4), one('Xã C', 3)]);
  const sheet = grids.at(-1)!;
  expect([7, 8, 9].map((row) => [textAt(sheet, row, 1), valueAt(sheet, row, 7)])).toEqual([
    ['Xã A', 2],
    ['Xã B', 1],
    ['Xã C', 2],
  ]);
  expect(formulaAt(sheet, 'H8')).toMatch(
    /^IF\(ISNUMBER\(([A-Z]+)8\),COUNTIF\(\$([A-Z]+)\$8:\$\2\$10,">"&\1 ?8\)\+1,""\)$/,
  );
  expect(plan(grids)).toEqual([]);
});

describe('a table without live totals, whose scores lie far apart', () => {
  const areas = Array.from({ length: 6 }, (_, area) => area + 1);
  const table = [
    '-   | Nội dung   | Điểm tối đa | Xã A | Xã B | Xã C',
    ...areas.flatMap((area) => [
      `- | LĨNH VỰC ${area} | 6 | 5 | 5.25 | ${area === 6 ? 3 : 5}`,
      `- | Tiêu chí ${area}A | 3 | 2 | 3 | ${area === 6 ? 'KĐG' : 2}`,
      `- | Văn bản ${area} | 3 | 2 | 3 | ${area === 6 ? 'KĐG' : 2}`,
      `- | Tiêu chí ${area}B | 3 | 3 | 2.25 | 3`,
      `- | Rà soát ${area} | 3 | 3 | 2.25 | 3`,
    ]),
    '-   | Tổng điểm  | 36 | 30 | 31.5 | 28',
  ];
  const coded = table.map((line, n) =>
    n === 0
      ? line.replace('-  ', 'TT')
      : n === table.length - 1
        ? line.replace('-', '')
        : line.replace('-', ['I', 'a', '', 'b', ''][(n - 1) % 5] ?? ''),
  );

  test('has its total and maximum on «Kết quả» from the cells of the areas', async () => {
    const sheets = await click([grid(coded.join('\n'))]);
    const results = sheets.find(isResultSheet)!;
    const head = results.values.findIndex((row) => row?.includes('Tổng điểm'));
    const totals = [1, 2, 3].map((line) => formulaAt(results, `D${head + 1 + line}`));
    for (const total of totals)
      expect(total).toMatch(/^IFERROR\(IF\(COUNT\((?:[A-Z]+\d+,?){6}\)=6,ROUND\(SUM\((?:[A-Z]+\d+,?){6}\),8\),/);
    const [values] = recalculate([sheets]);
    const shown = (column: number): unknown[] => [1, 2, 3].map((line) => values!('Kết quả', head + line, column));
    expect([shown(3), shown(4), shown(5)]).toEqual([
      [30, 31.5, 28],
      [36, 36, 33],
      [83.33, 87.5, 84.85],
    ]);
    expect(plan(sheets).flatMap(({ edits }) => edits)).toEqual([]);
  });
});
