/**
 * The sheet «Điểm bị trừ»: its content, the assignment of typed text to lines, and the handling of lines that no longer
 * apply.
 */
import { describe, expect, test } from '@jest/globals';
import { assessBook } from '../../../../src/core/assess';
import { addressOfKey, fromA1, keyOf } from '../../../../src/core/values/address';
import type { SheetEdits } from '../../../../src/core/model/workbook/edit';
import { textAt, valueAt, type CellValue, type Grid } from '../../../../src/core/model/workbook/grid';
import { literalOf, isAddinText } from '../../../../src/core/model/addin-sheet';
import type { Settings } from '../../../../src/core/model/settings';
import { isDeductionSheet } from '../../../../src/core/model/deduction-sheet';
import { planEdits } from '../../../../src/core/fill';
import { memoryHost } from '../../../kit/memory/memory-host';
import { bookOf, grid } from '../../../kit/grid';
import { typed } from '../../fill/planned';

const TABLE = `
TT  | Nội dung            | Điểm tối đa | Xã A        |           |                | Xã B        |           |
    |                     |             | Thẩm định   | Bị trừ    | Nguyên nhân    | Thẩm định   | Bị trừ | Nguyên nhân
1   | THỂ CHẾ             | 4           | 2.5         |           |                | 4           |           |
1.1 | Văn bản             | 1           | 0.5         |           | Ban hành chậm  | 1           |           |
1.2 | Rà soát             | 3           | 2           |           |                | 3           |           |
2   | THỦ TỤC             | 2           | 0           |           |                | 1.5         |           |
2.1 | Niêm yết            | 2           | 0           |           |                | 1.5         |       | =1+1 là chữ`;

const table = (sheet = "Bảng 'tổng hợp'"): Grid => grid(TABLE, { sheet, merges: ['D1:F1', 'G1:I1'] });

const plan = (grids: readonly Grid[], results: Settings['results'] = 'formulas'): SheetEdits[] => {
  const book = bookOf(...grids);
  return planEdits(book, assessBook(book, { results }));
};

async function click(grids: readonly Grid[], results: Settings['results'] = 'formulas'): Promise<Grid[]> {
  const host = memoryHost(grids);
  await host.applyEdits(plan(grids, results));
  return [...host.grids()];
}

const planOfSummary = (grids: readonly Grid[]): SheetEdits[] =>
  plan(grids).filter(({ sheet }) => sheet === 'Điểm bị trừ');
const rowOf = (sheet: Grid, name: string): number => sheet.values.findIndex((_, row) => textAt(sheet, row, 4) === name);
const formulaAt = (sheet: Grid, a1: string): string | undefined => sheet.formulas.get(keyOf(fromA1(a1)!));
const put = (sheet: Grid, row: number, column: string, value: CellValue): Grid => {
  const next = typed(sheet, `${column}${row + 1}`, value);
  return {
    ...next,
    rowCount: next.values.length,
    columnCount: Math.max(...next.values.map((cells) => cells?.length ?? 0)),
  };
};

/** The sheet as saved without the results of its formulas. */
const notWorkedOut = (sheet: Grid): Grid => ({
  ...sheet,
  values: sheet.values.map((cells, row) =>
    cells?.map((value, column) => (sheet.formulas.has(keyOf({ row, column })) ? null : value)),
  ),
});

describe('a line', () => {
  test('shows the table’s cells, subtracts, leads to the score; a quote in the sheet’s name is harmless', async () => {
    const [, sheet] = await click([table()]);
    const row = rowOf(sheet!, 'Văn bản') + 1;
    expect([
      valueAt(sheet!, row - 1, 0),
      textAt(sheet!, row - 1, 1),
      textAt(sheet!, row - 1, 2),
      textAt(sheet!, row - 1, 3),
    ]).toEqual([1, 'Xã A', '1 THỂ CHẾ', '1.1']);
    expect(['F', 'H', 'I', 'J', 'Q'].map((column) => formulaAt(sheet!, `${column}${row}`))).toEqual([
      "'Bảng ''tổng hợp'''!C4",
      "'Bảng ''tổng hợp'''!D4",
      `ROUND(F${row}-H${row},8)+N("Mất từ một nửa")`,
      `IF('Bảng ''tổng hợp'''!F4="","",'Bảng ''tổng hợp'''!F4)`,
      `HYPERLINK("#'Bảng ''tổng hợp'''!D4","D4")`,
    ]);
    expect(valueAt(sheet!, row - 1, 9)).toBe('Ban hành chậm');
  });

  test('sums stand above their lines, fold them away, and are formulas over them', () => {
    const [edits] = plan([table()]).filter(({ sheet }) => sheet === 'Điểm bị trừ');
    const rows = edits!
      .drawing!.rows.slice(7)
      .map(({ level, cells }) => [
        level,
        cells[4]?.content?.kind === 'text' ? cells[4].content.text : '',
        cells[8]?.content?.kind === 'formula' ? cells[8].content.formula.replace(/\+N.*/, '') : '',
      ]);
    expect(rows).toEqual([
      [0, 'Cộng đơn vị', 'ROUND(SUM(I10:I11,I13),8)'],
      [1, 'Cộng lĩnh vực', 'ROUND(SUM(I10:I11),8)'],
      [2, 'Văn bản', 'ROUND(F10-H10,8)'],
      [2, 'Rà soát', 'ROUND(F11-H11,8)'],
      [1, 'Cộng lĩnh vực', 'ROUND(SUM(I13),8)'],
      [2, 'Niêm yết', 'ROUND(F13-H13,8)'],
      [0, 'Cộng đơn vị', 'ROUND(SUM(I16),8)'],
      [1, 'Cộng lĩnh vực', 'ROUND(SUM(I16),8)'],
      [2, 'Niêm yết', 'ROUND(F16-H16,8)'],
      [0, 'Cộng các đơn vị', 'ROUND(SUMIF(E8:E16,"Cộng đơn vị*",I8:I16),8)'],
    ]);
  });

  test('of one unit alone leave out its name and area, which the sums say; a second click keeps it all', async () => {
    const alone = (): Grid =>
      grid(
        `TT | Nội dung | Điểm tối đa | Thẩm định | Nguyên nhân
        1 | THỂ CHẾ | 4 | 3 |
        1.1 | Văn bản | 1 | 0.5 | Ban hành chậm
        1.2 | Rà soát | 3 | 2.5 |`,
        { sheet: 'Xã A' },
      );
    const drawing = (grids: readonly Grid[]) =>
      plan(grids).find(({ sheet }) => sheet === 'Điểm bị trừ')?.drawing ?? null;
    expect(drawing([alone()])!.columns.flatMap(({ hidden }, n) => (hidden ? [n] : []))).toEqual([1, 2]);
    const [table, results, losses] = await click([alone()]);
    const sheet = [results, losses].find((each) => each?.sheet === 'Điểm bị trừ')!;
    const names = sheet.values.map((_, row) => textAt(sheet, row, 4)).filter((name) => name.startsWith('Cộng'));
    expect(names).toEqual(['Cộng đơn vị: Xã A', 'Cộng lĩnh vực: 1 THỂ CHẾ']);
    const typedInSum = put(sheet, rowOf(sheet, 'Cộng lĩnh vực: 1 THỂ CHẾ'), 'N', 'Làm lại văn bản');
    const again = await click([table!, typedInSum, results === sheet ? losses! : results!]);
    const after = again.find((each) => each.sheet === 'Điểm bị trừ')!;
    expect(valueAt(after, rowOf(after, 'Cộng lĩnh vực: 1 THỂ CHẾ'), 13)).toBe('Làm lại văn bản');
    expect(rowOf(after, 'Không còn bị trừ')).toBe(-1);
  });

  test('is filled by the share of its maximum that was lost', () => {
    const rows = plan([table()]).find(({ sheet }) => sheet === 'Điểm bị trừ')!.drawing!.rows;
    const fills = [9, 10, 12, 15].map((row) => rows[row]!.cells[8]!.look.fill);
    expect(new Set(fills).size).toBe(3);
    expect(fills[1]).toBe(fills[3]);
  });

  test('is drawn in landscape with its header on every page, a filter, and the four states to choose from', () => {
    const { drawing, isNew } = plan([table()]).find(({ sheet }) => sheet === 'Điểm bị trừ')!;
    expect(isNew).toBe(true);
    expect(drawing).toMatchObject({
      print: { landscape: true, repeated: [6, 6] },
      frozen: { rows: 7 },
      filter: { top: 6, left: 0, bottom: 15, right: 16 },
      choices: [
        {
          area: { top: 7, left: 15, bottom: 15, right: 15 },
          values: ['Chưa thực hiện', 'Đang thực hiện', 'Đã khắc phục', 'Không khắc phục được'],
        },
      ],
    });
  });

  test('text of a sheet never becomes a formula', async () => {
    const [, sheet] = await click([table()], 'values');
    const row = sheet!.values.findIndex((_, at) => textAt(sheet!, at, 9) === '=1+1 là chữ');
    expect(row).toBeGreaterThan(0);
    expect(
      [...sheet!.formulas.keys()].map((key) => addressOfKey(key).column).filter((column) => column !== 16),
    ).toEqual([]);
  });
});

describe('words of ours and words of the officer', () => {
  test.each([['a short text'], ['"'.repeat(300)], [`x${'ắ'.repeat(1000)}`]])(
    'a text of ours is a formula of pieces that Excel takes: %#',
    (text) => {
      const formula = literalOf(text)!;
      expect(isAddinText(formula)).toBe(true);
      const pieces = formula.match(/"(?:[^"]|"")*"/g)!;
      expect(pieces.every((piece) => piece.length <= 257)).toBe(true);
      expect(pieces.map((piece) => piece.slice(1, -1).replaceAll('""', '"')).join('')).toBe(text);
    },
  );

  test('a text too long for a formula is left a text', () => {
    expect(literalOf('a'.repeat(9000))).toBeNull();
  });

  test('a word typed over the addin’s stays when the table changes, and gives way once it is deleted', async () => {
    const [first, sheet, results] = await click([table()]);
    const row = rowOf(sheet!, 'Văn bản');
    const own = put(sheet!, row, 'J', 'Chờ ý kiến cấp trên');
    const later = await click([typed(first!, 'F4', 'Lý do khác'), own, results!]);
    expect(textAt(later[1]!, row, 9)).toBe('Chờ ý kiến cấp trên');
    expect(assessBook(bookOf(...later)).sheets[0]!.deductions[0]).toMatchObject({
      cause: 'Chờ ý kiến cấp trên',
      causeFrom: 'deductions',
    });
    const cleared = await click([later[0]!, put(later[1]!, row, 'J', null), later[2]!]);
    expect(textAt(cleared[1]!, row, 9)).toBe('Lý do khác');
  });

  test('sheets saved by a program that works out no formula are still known row by row', async () => {
    const [first, sheet, results] = await click([table()]);
    const own = put(sheet!, rowOf(sheet!, 'Rà soát'), 'N', 'Rà soát lại');
    const later = await click([first!, notWorkedOut(own), notWorkedOut(results!)]);
    expect(later.slice(1).map(({ values }) => values)).toEqual([own.values, results!.values]);
  });

  test('a day typed as a date is read as it is shown, and stays a date', async () => {
    const [first, sheet, results] = await click([table()]);
    const row = rowOf(sheet!, 'Rà soát');
    const own = { ...put(sheet!, row, 'O', 45_107), dates: new Set([keyOf({ row, column: 14 })]) };
    expect(assessBook(bookOf(first!, own, results!)).sheets[0]!.deductions[1]).toMatchObject({
      remedyDue: '30/06/2023',
      cause: null,
      causeFrom: null,
    });
    const later = await click([typed(first!, 'D4', 1), own, results!]);
    const now = rowOf(later[1]!, 'Rà soát');
    expect([now, valueAt(later[1]!, now, 14), later[1]!.dates.has(keyOf({ row: now, column: 14 }))]).toEqual([
      row - 1,
      45_107,
      true,
    ]);
  });

  test('a cause typed there alone counts as given', async () => {
    const [first, sheet, results] = await click([table()]);
    const missing = (grids: readonly Grid[]): string[] =>
      assessBook(bookOf(...grids))
        .sheets[0]!.diagnostics.filter(({ alias }) => alias === 'deduction-without-cause')
        .map(({ message }) => message);
    expect(missing([first!, sheet!, results!]).join()).toContain('1.2');
    const row = rowOf(sheet!, 'Rà soát');
    expect(missing([first!, put(sheet!, row, 'J', 'Thiếu người'), results!]).join()).not.toContain('1.2');
  });

  test("an officer's formula beside the table keeps pointing at its own line, and a note goes along", async () => {
    const [first, sheet, results] = await click([table()]);
    const row = rowOf(sheet!, 'Niêm yết');
    const counted = put(sheet!, row, 'R', 7);
    const own: Grid = {
      ...counted,
      formulas: new Map([...counted.formulas, [keyOf({ row, column: 17 }), `I${row + 1}*2`]]),
      notes: new Map([[keyOf({ row, column: 13 }), 'hỏi lại']]),
    };
    const fewer = await click([typed(first!, 'D5', 3), own, results!]);
    const now = rowOf(fewer[1]!, 'Niêm yết');
    expect(now).toBe(row - 1);
    expect(fewer[1]!.formulas.get(keyOf({ row: now, column: 17 }))).toBe(`I${now + 1}*2`);
    expect([...fewer[1]!.notes]).toEqual([[keyOf({ row: now, column: 13 }), 'hỏi lại']]);
    expect(planOfSummary(fewer)).toEqual([]);
  });
});

describe('a loss that is no more', () => {
  test('moves to the end, struck and outside all sums, and comes back with its words', async () => {
    const [first, sheet, results] = await click([table()]);
    const row = rowOf(sheet!, 'Rà soát');
    const own = put(put(sheet!, row, 'N', 'Tập huấn'), row, 'P', 'Đang thực hiện');
    const regained = [typed(first!, 'D5', 3), own, results!];
    const { drawing } = plan(regained).find((edits) => edits.sheet === 'Điểm bị trừ')!;
    const gone = await click(regained);
    const heading = gone[1]!.values.findIndex((_, at) => textAt(gone[1]!, at, 0) === 'Không còn bị trừ');
    expect(rowOf(gone[1]!, 'Rà soát')).toBe(heading + 1);
    expect(drawing!.rows[heading + 1]!.cells[4]!.look.strike).toBe(true);
    expect(valueAt(gone[1]!, heading + 1, 8)).toBe(1);
    expect(
      [...gone[1]!.formulas.values()].filter(
        (formula) => formula.startsWith('ROUND(SUM') && formula.includes(`I${heading + 2}`),
      ),
    ).toEqual([]);
    expect(textAt(gone[1]!, heading + 1, 13)).toBe('Tập huấn');
    expect(planOfSummary(gone)).toEqual([]);

    const back = await click([typed(gone[0]!, 'D5', 2), gone[1]!, gone[2]!]);
    expect([textAt(back[1]!, row, 4), textAt(back[1]!, row, 13), textAt(back[1]!, row, 15)]).toEqual([
      'Rà soát',
      'Tập huấn',
      'Đang thực hiện',
    ]);
    expect(back[1]!.values.some((_, at) => textAt(back[1]!, at, 0) === 'Không còn bị trừ')).toBe(false);
  });

  test('of two items of one name the one that is left keeps its own words', async () => {
    const twins = grid(
      `
TT  | Nội dung            | Điểm tối đa | Điểm thẩm định
1   | THỂ CHẾ             | 4           | 2
    | - Kịp thời          | 2           | 1
    | - Kịp thời          | 2           | 1`,
      { sheet: 'Xã A' },
    );
    const [first, sheet, results] = await click([twins]);
    const rows = sheet!.values.flatMap((_, row) => (textAt(sheet!, row, 4).endsWith('Kịp thời') ? [row] : []));
    const own = put(put(sheet!, rows[0]!, 'N', 'việc một'), rows[1]!, 'N', 'việc hai');
    const left = await click([typed(first!, 'D3', 2), own, results!]);
    expect(rows).toHaveLength(2);
    expect(
      left[1]!.values.flatMap((_, row) => textAt(left[1]!, row, 13) || []).filter((text) => text.startsWith('việc')),
    ).toEqual(['việc hai', 'việc một']);
    const back = await click([typed(left[0]!, 'D3', 1), left[1]!, left[2]!]);
    expect(rows.map((row) => textAt(back[1]!, row, 13))).toEqual(['việc một', 'việc hai']);
  });
});

describe('the sheet itself', () => {
  test("takes another name where «Điểm bị trừ» is the officer's, and is never read as a bảng tổng hợp", async () => {
    const theirs = grid('TT | Điểm bị trừ\n1 | 5', { sheet: 'Điểm bị trừ' });
    const grids = await click([table(), theirs]);
    expect(grids.map(({ sheet }) => sheet)).toEqual(["Bảng 'tổng hợp'", 'Điểm bị trừ', 'Điểm bị trừ CCHC', 'Kết quả']);
    const renamed = grids.slice(2).map((each, at) => ({ ...each, sheet: `Trang ${at}` }));
    expect(assessBook(bookOf(...renamed)).sheets).toEqual([]);
  });

  test('takes another name where a bảng tổng hợp has that one, and the table is read', async () => {
    const grids = await click([table('Điểm bị trừ')]);
    expect(grids.map(({ sheet }) => sheet)).toEqual(['Điểm bị trừ', 'Điểm bị trừ CCHC', 'Kết quả']);
    expect(
      assessBook(bookOf(...grids)).sheets.map(({ scoreSheet, deductions }) => [scoreSheet.sheet, deductions.length]),
    ).toEqual([['Điểm bị trừ', 4]]);
    expect(plan(grids).filter(({ sheet }) => sheet !== 'Điểm bị trừ')).toEqual([]);
  });

  test('is known by its header under rows that were put above it, and keeps them', async () => {
    const [first, sheet, results] = await click([table()]);
    const down: Grid = {
      ...sheet!,
      values: [['BẢN NHÁP'], [], ...sheet!.values],
      formulas: new Map([...sheet!.formulas].map(([key, formula]) => [key + 2 * 16_384, formula])),
      rowCount: sheet!.rowCount + 2,
    };
    expect(isDeductionSheet(down)).toBe(true);
    const again = await click([first!, down, results!]);
    expect([textAt(again[1]!, 0, 0), textAt(again[1]!, 5, 0), textAt(again[1]!, 8, 0)]).toEqual([
      'BẢN NHÁP',
      'BẢNG TỔNG HỢP ĐIỂM BỊ TRỪ',
      'TT',
    ]);
    expect(plan(again)).toEqual([]);
  });

  test('keeps rows that the officer put among the lines or below them, merges and distances too', async () => {
    const [first, sheet, results] = await click([table()]);
    const row = rowOf(sheet!, 'Niêm yết');
    const values = [
      ...sheet!.values.slice(0, row),
      [null, 'Ghi chú: đã kiểm tra lại'],
      ...sheet!.values.slice(row),
      [],
      [],
      [null, 'NGƯỜI LẬP BIỂU'],
    ];
    const formulas = new Map(
      [...sheet!.formulas].map(([key, formula]) => [addressOfKey(key).row < row ? key : key + 16_384, formula]),
    );
    const last = values.length - 1;
    const own: Grid = {
      ...sheet!,
      values,
      formulas,
      rowCount: values.length,
      merges: [...sheet!.merges, { top: last, left: 1, bottom: last, right: 3 }],
    };
    const after = (await click([first!, own, results!]))[1]!;
    const find = (text: string): number => after.values.findIndex((_, at) => textAt(after, at, 1) === text);
    const end = after.values.findLastIndex((_, at) => textAt(after, at, 4) === 'Cộng các đơn vị');
    expect([find('Ghi chú: đã kiểm tra lại') - end, find('NGƯỜI LẬP BIỂU') - find('Ghi chú: đã kiểm tra lại')]).toEqual(
      [2, 3],
    );
    expect(after.merges).toContainEqual({
      top: find('NGƯỜI LẬP BIỂU'),
      left: 1,
      bottom: find('NGƯỜI LẬP BIỂU'),
      right: 3,
    });
    expect(planOfSummary([first!, after, results!])).toEqual([]);
  });

  test('is not made where nothing was lost', () => {
    const full = grid(
      `
TT  | Nội dung  | Điểm tối đa | Điểm thẩm định
1   | THỂ CHẾ   | 4           | 4
1.1 | Văn bản   | 4           | 4`,
      { sheet: 'Xã A' },
    );
    expect(plan([full]).map(({ sheet }) => sheet)).toEqual(['Xã A', 'Kết quả']);
  });

  test('of more than 20.000 lines is not made, and «Kết quả» says so', () => {
    const items = Array.from(
      { length: 150 },
      (_, at) => `${at + 1} | Tiêu chí thứ ${at + 1} | 2 | ${Array.from({ length: 140 }, () => 1).join(' | ')}`,
    );
    const many = grid(
      [
        `TT | Nội dung | Điểm tối đa | ${Array.from({ length: 140 }, (_, unit) => `Xã số ${unit + 1}`).join(' | ')}`,
        ...items,
      ].join('\n'),
    );
    const edits = plan([many]);
    expect(edits.map(({ sheet }) => sheet)).toEqual(['Bảng tổng hợp', 'Kết quả']);
    const remark = edits[1]!.drawing!.rows[5]!.cells[0]!.content;
    expect(remark?.kind === 'formula' ? remark.cached : null).toMatchObject({
      text: expect.stringContaining('có 21.000 dòng, quá 20.000 dòng'),
    });
  });
});
