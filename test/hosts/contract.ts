/** The contract of every host, whatever holds the workbook. Run against memory, the file and Excel. */
import { describe, expect, test } from '@jest/globals';
import { keyOf } from '../../src/core/values/address';
import type { Edit, SheetEdits } from '../../src/core/model/workbook/edit';
import { valueAt, type Grid } from '../../src/core/model/workbook/grid';
import type { SheetDrawing } from '../../src/core/model/sheet-drawing';
import { isLockedIn } from '../../src/core/model/workbook/protection';
import { HostError, type Host } from '../../src/hosts/host';
import { drawing, drawnCell, drawnRow } from '../kit/drawings';
import { at, cell, format, formula, mark, note, number, onSheet, text, width } from '../kit/edits';
import { grid, type GridExtras } from '../kit/grid';

export interface HostUnderTest {
  readonly name: string;
  readonly make: (
    grids: readonly Grid[],
    protectedSheets: readonly string[],
    structureLocked?: boolean,
  ) => Promise<Host>;
}

const start = (): Grid =>
  grid('a | 1 | 3\nb | | 2\n | | 5', {
    sheet: 'Bảng',
    merges: ['A2:B2'],
    notes: { C1: 'của cán bộ' },
    formulas: { C3: 'C1+C2' },
  });
/** B1 and B3 are not locked. */
const partlyLocked = (permits: NonNullable<GridExtras['permits']> = []): Grid =>
  grid('a | 1 | 3\nb | | 2\n | | 5', {
    sheet: 'Bảng',
    notes: { A2: 'Chỉ số CCHC: cũ' },
    unlocked: ['B1', 'B3'],
    permits,
  });
const other = (): Grid => grid('x', { sheet: 'Khác' });

export function hostContract({ name, make }: HostUnderTest): void {
  const open = (protectedSheets: readonly string[] = []): Promise<Host> => make([start(), other()], protectedSheets);
  const sheetOf = async (host: Host, sheet = 'Bảng'): Promise<Grid> => {
    const entry = (await host.readBook()).sheets.find((each) => each.name === sheet);
    if (!entry) throw new Error(`no sheet ${sheet}`);
    return entry.grid();
  };
  /** Everything that edits can change, in a form that is comparable between hosts. */
  const contentOf = (sheet: Grid): unknown => ({
    values: Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: sheet.columnCount }, (__, column) => valueAt(sheet, row, column)),
    ),
    formulas: [...sheet.formulas],
    notes: [...sheet.notes],
    marks: [...sheet.marks],
  });

  describe(`${name} as a host`, () => {
    test('reads values, formulas, notes and merges of every sheet', async () => {
      const host = await open();
      expect((await host.readBook()).sheets.map((sheet) => sheet.name)).toEqual(['Bảng', 'Khác']);
      const sheet = await sheetOf(host);
      expect([valueAt(sheet, 0, 0), valueAt(sheet, 0, 1), valueAt(sheet, 1, 1), valueAt(sheet, 2, 2)]).toEqual([
        'a',
        1,
        null,
        5,
      ]);
      expect([...sheet.formulas]).toEqual([[keyOf(at('C3')), 'C1+C2']]);
      expect([...sheet.notes]).toEqual([[keyOf(at('C1')), 'của cán bộ']]);
      expect(sheet.merges).toEqual([{ top: 1, left: 0, bottom: 1, right: 1 }]);
      expect([sheet.rowCount, sheet.columnCount, sheet.marks.size]).toEqual([3, 3, 0]);
    });

    test('writes numbers, text and formulas, also past the used part, and leaves the rest', async () => {
      const host = await open();
      await host.applyEdits(
        onSheet(
          'Bảng',
          cell('B1', number('0.1')),
          cell('A3', text('=1+1 <b> là chữ')),
          cell('E6', formula('B1*2', '0.2')),
        ),
      );
      const sheet = await sheetOf(host);
      expect([valueAt(sheet, 0, 1), valueAt(sheet, 2, 0), valueAt(sheet, 5, 4), valueAt(sheet, 0, 2)]).toEqual([
        0.1,
        '=1+1 <b> là chữ',
        0.2,
        3,
      ]);
      expect(new Map(sheet.formulas).get(keyOf(at('E6')))).toBe('B1*2');
      expect(sheet.formulas.has(keyOf(at('A3')))).toBe(false);
      expect([sheet.rowCount, sheet.columnCount]).toEqual([6, 5]);
    });

    test('takes looks and widths without touching what any cell holds', async () => {
      const host = await open();
      const before = contentOf(await sheetOf(host));
      await host.applyEdits(onSheet('Bảng', format('B2', 'A1'), format('D1', 'C1'), width('D', 'C')));
      expect(contentOf(await sheetOf(host))).toEqual(before);
    });

    test('puts marks and notes, changes their kind, and takes them away', async () => {
      const host = await open();
      await host.applyEdits(
        onSheet(
          'Bảng',
          ...[mark('C1', 'deduction'), mark('C2', 'error'), mark('D1', 'half'), mark('D2', 'full')],
          note('C2', 'Chỉ số CCHC: bị trừ 1'),
        ),
      );
      expect([...(await sheetOf(host)).marks].sort()).toEqual(
        [
          [keyOf(at('C1')), 'deduction'],
          [keyOf(at('C2')), 'error'],
          [keyOf(at('D1')), 'half'],
          [keyOf(at('D2')), 'full'],
        ].sort(),
      );
      await host.applyEdits(onSheet('Bảng', mark('C1', 'warning'), mark('C2', null), note('C2', null)));
      await host.applyEdits(onSheet('Bảng', mark('D1', 'deduction'), mark('D2', null)));
      const sheet = await sheetOf(host);
      expect([...sheet.marks].sort()).toEqual([
        [keyOf(at('C1')), 'warning'],
        [keyOf(at('D1')), 'deduction'],
      ]);
      expect([...sheet.notes]).toEqual([[keyOf(at('C1')), 'của cán bộ']]);
    });

    test('adds a sheet after the last one', async () => {
      const host = await open();
      await host.applyEdits([{ sheet: 'Kết quả', isNew: true, edits: [cell('A1', text('TT'))] }]);
      expect((await host.readBook()).sheets.map((sheet) => sheet.name)).toEqual(['Bảng', 'Khác', 'Kết quả']);
      expect(valueAt(await sheetOf(host, 'Kết quả'), 0, 0)).toBe('TT');
    });

    test('the same edits again change nothing', async () => {
      const host = await open();
      const edits = onSheet(
        'Bảng',
        cell('B1', number('0.1')),
        cell('E6', formula('B1*2', '0.2')),
        mark('C1', 'deduction'),
        note('C2', 'Chỉ số CCHC: x'),
      );
      await host.applyEdits(edits);
      const once = contentOf(await sheetOf(host));
      await host.applyEdits(edits);
      expect(contentOf(await sheetOf(host))).toEqual(once);
    });

    test('tells what a protected sheet locks, and that the structure is locked', async () => {
      const host = await make([partlyLocked(), other()], [], true);
      const book = await host.readBook();
      expect(book.structureLocked).toBe(true);
      expect(book.sheets.map((entry) => entry.grid().protection !== undefined)).toEqual([true, false]);
      const sheet = await sheetOf(host);
      expect(['A1', 'B1', 'C1', 'B3', 'D9'].map((a1) => isLockedIn(sheet, at(a1)))).toEqual([
        true,
        false,
        true,
        false,
        true,
      ]);
      expect((await (await open()).readBook()).structureLocked).toBe(false);
    });

    test('writes the unlocked cells of a protected sheet, and all other sheets', async () => {
      const host = await make([partlyLocked(), other()], []);
      await host.applyEdits([
        ...onSheet('Bảng', cell('B1', number('7')), cell('B3', formula('B1*2', '14'))),
        ...onSheet('Khác', cell('A1', text('y'))),
        { sheet: 'Kết quả', isNew: true, edits: [cell('A1', text('TT'))] },
      ]);
      const sheet = await sheetOf(host);
      expect([valueAt(sheet, 0, 1), valueAt(sheet, 2, 1), valueAt(sheet, 0, 0)]).toEqual([7, 14, 'a']);
      expect(valueAt(await sheetOf(host, 'Khác'), 0, 0)).toBe('y');
      expect(sheet.protection).toEqual(partlyLocked().protection);
    });

    test.each<[string, Edit]>([
      ['a locked cell', cell('A1', number('1'))],
      ['a fill', mark('B1', 'error')],
      ['a look', format('B1', 'A1')],
      ['a width', width('B', 'C')],
      ['a note', note('B1', 'Chỉ số CCHC: x')],
      ['a note that is there', note('A2', null)],
    ])('refuses %s of a protected sheet, and writes its unlocked cells neither', async (_, edit) => {
      const host = await make([partlyLocked(), other()], []);
      const before = contentOf(await sheetOf(host));
      await expect(host.applyEdits(onSheet('Bảng', cell('B1', number('7')), edit))).rejects.toMatchObject({
        alias: 'protected-sheet',
      });
      expect(contentOf(await sheetOf(host))).toEqual(before);
    });

    test('changes looks and notes of a protected sheet where it permits them', async () => {
      const permits = ['formats', 'widths', 'notes'] as const;
      const host = await make([partlyLocked(permits), other()], []);
      await host.applyEdits(
        onSheet('Bảng', mark('C1', 'error'), note('A1', 'Chỉ số CCHC: x'), format('B3', 'A1'), width('B', 'C')),
      );
      const sheet = await sheetOf(host);
      expect([[...sheet.marks], sheet.notes.get(keyOf(at('A1')))]).toEqual([
        [[keyOf(at('C1')), 'error']],
        'Chỉ số CCHC: x',
      ]);
    });

    test('adds no sheet to a locked structure', async () => {
      const host = await make([start(), other()], [], true);
      const refused = host.applyEdits([{ sheet: 'Kết quả', isNew: true, edits: [] }]);
      await expect(refused).rejects.toMatchObject({ alias: 'protected-sheet' });
      await host.applyEdits(onSheet('Bảng', cell('B1', number('7'))));
      expect(valueAt(await sheetOf(host), 0, 1)).toBe(7);
    });

    test.each<[string, readonly SheetEdits[], string]>([
      ['an unknown sheet', onSheet('Không có', cell('A1', number('1'))), 'changed-sheet'],
      ['a new sheet whose name is taken', [{ sheet: 'BẢNG', isNew: true, edits: [] }], 'changed-sheet'],
      ['the inside of a merge', onSheet('Bảng', cell('B2', number('1'))), 'blocked-cell'],
      ['a protected sheet', onSheet('Bảng', cell('A1', number('1'))), 'protected-sheet'],
    ])('refuses %s in one sentence and writes nothing at all', async (_, edits, alias) => {
      const host = await open(alias === 'protected-sheet' ? ['Bảng'] : []);
      const before = [contentOf(await sheetOf(host)), contentOf(await sheetOf(host, 'Khác'))];
      const refusal: unknown = await host
        .applyEdits([...onSheet('Khác', cell('A1', number('7'))), ...edits])
        .catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(HostError);
      expect((refusal as HostError).alias).toBe(alias);
      expect((refusal as HostError).message).toMatch(/^\p{Lu}.*[^.]\.$/u);
      expect([contentOf(await sheetOf(host)), contentOf(await sheetOf(host, 'Khác'))]).toEqual(before);
    });
  });
}

/** The contract of every host for drawing one of the program's own sheets as a whole. */
export function drawingContract({ name, make }: HostUnderTest): void {
  const open = (protectedSheets: readonly string[] = []): Promise<Host> => make([start(), other()], protectedSheets);
  const sheetOf = async (host: Host, sheet: string): Promise<Grid> => {
    const entry = (await host.readBook()).sheets.find((each) => each.name === sheet);
    if (!entry) throw new Error(`no sheet ${sheet}`);
    return entry.grid();
  };
  const seen = (sheet: Grid): unknown => ({
    values: Array.from({ length: sheet.rowCount }, (_, row) =>
      Array.from({ length: sheet.columnCount }, (__, column) => valueAt(sheet, row, column)),
    ),
    formulas: [...sheet.formulas],
    notes: [...sheet.notes],
    merges: sheet.merges,
    hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
    dates: [...sheet.dates],
    percents: [...sheet.percents],
  });
  const points = { numberFormat: '0.00' };
  const drawn = drawing(
    [
      drawnRow([drawnCell('ĐIỂM BỊ TRỪ', { bold: true }), null, null, null], { height: 30 }),
      drawnRow([drawnCell('=Tên'), drawnCell('Điểm'), drawnCell('Tỷ lệ'), drawnCell('Hạn')]),
      drawnRow([
        drawnCell('Xã A'),
        drawnCell(formula('SUM(B4:B4)', '0.25'), points),
        drawnCell(number('0.5'), { numberFormat: '0.00%' }),
        drawnCell(number('45000'), { numberFormat: 'dd/mm/yyyy' }),
      ]),
      drawnRow([drawnCell(null), drawnCell(number('0.25'), points), drawnCell(formula('A2&"!"', '=Tên!'))], {
        level: 1,
      }),
    ],
    {
      columns: [20, 10, 10, 5].map((across, at) => ({ width: across, hidden: at === 2 })),
      merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    },
  );
  const expected = {
    values: [
      ['ĐIỂM BỊ TRỪ', null, null, null],
      ['=Tên', 'Điểm', 'Tỷ lệ', 'Hạn'],
      ['Xã A', 0.25, 0.5, 45000],
      [null, 0.25, '=Tên!', null],
    ],
    formulas: [
      [keyOf(at('B3')), 'SUM(B4:B4)'],
      [keyOf(at('C4')), 'A2&"!"'],
    ],
    notes: [],
    merges: [{ top: 0, left: 0, bottom: 0, right: 3 }],
    hidden: [[], [2]],
    dates: [keyOf(at('D3'))],
    percents: [keyOf(at('C3'))],
  };
  const draws = (
    sheet: string,
    isNew: boolean,
    edits: readonly Edit[] = [],
    what: SheetDrawing = drawn,
  ): SheetEdits => ({ sheet, isNew, edits, drawing: what });

  describe(`${name} as a host that draws`, () => {
    test('adds a sheet that holds what the drawing says, and leaves the others', async () => {
      const host = await open();
      const before = [seen(await sheetOf(host, 'Bảng')), seen(await sheetOf(host, 'Khác'))];
      await host.applyEdits([draws("Điểm 'trừ' 1", true)]);
      expect(seen(await sheetOf(host, "Điểm 'trừ' 1"))).toEqual(expected);
      expect([seen(await sheetOf(host, 'Bảng')), seen(await sheetOf(host, 'Khác'))]).toEqual(before);
    });

    test('draws over what stands there, notes excepted', async () => {
      const host = await open();
      await host.applyEdits([draws('Bảng', false)]);
      expect(seen(await sheetOf(host, 'Bảng'))).toEqual({ ...expected, notes: [[keyOf(at('C1')), 'của cán bộ']] });
    });

    test('takes cells along to other places, before anything there is drawn over', async () => {
      const host = await open();
      const moved = drawing([
        drawnRow([drawnCell(number('5'), {}, 'C3'), drawnCell('b', {}, 'A2')]),
        drawnRow([drawnCell('a', {}, 'A1'), drawnCell(number('2'), {}, 'C2')]),
      ]);
      await host.applyEdits([draws('Bảng', false, [], moved)]);
      const sheet = await sheetOf(host, 'Bảng');
      expect([valueAt(sheet, 0, 0), valueAt(sheet, 0, 1), valueAt(sheet, 1, 0), valueAt(sheet, 1, 1)]).toEqual([
        5,
        'b',
        'a',
        2,
      ]);
      expect([sheet.rowCount, sheet.columnCount, sheet.merges, sheet.formulas.size]).toEqual([2, 2, [], 0]);
    });

    test('performs edits after the drawing, on the sheet as it is drawn', async () => {
      const host = await open();
      await host.applyEdits([
        draws('Mới', true, [cell('A3', text('Xã B')), cell('E6', number('9')), note('A2', 'Chỉ số CCHC: x')]),
      ]);
      const sheet = await sheetOf(host, 'Mới');
      expect([valueAt(sheet, 2, 0), valueAt(sheet, 2, 2), valueAt(sheet, 5, 4), [...sheet.notes]]).toEqual([
        'Xã B',
        0.5,
        9,
        [[keyOf(at('A2')), 'Chỉ số CCHC: x']],
      ]);
    });

    test('drawing the same again changes nothing', async () => {
      const host = await open();
      await host.applyEdits([draws('Mới', true)]);
      await host.applyEdits([draws('Mới', false)]);
      expect(seen(await sheetOf(host, 'Mới'))).toEqual(expected);
    });

    test('a shorter drawing leaves nothing of a longer one', async () => {
      const host = await open();
      await host.applyEdits([draws('Mới', true)]);
      await host.applyEdits([draws('Mới', false, [], drawing([drawnRow([drawnCell('Hết')])]))]);
      const sheet = await sheetOf(host, 'Mới');
      expect([sheet.rowCount, sheet.columnCount, sheet.merges, sheet.formulas.size, sheet.hiddenColumns.size]).toEqual([
        1,
        1,
        [],
        0,
        0,
      ]);
    });

    test.each<[string, SheetEdits, string]>([
      ['a protected sheet', draws('Bảng', false), 'protected-sheet'],
      ['an unknown sheet', draws('Không có', false), 'changed-sheet'],
      ['a new sheet whose name is taken', draws('BẢNG', true), 'changed-sheet'],
    ])('refuses to draw %s, and draws and writes nothing else', async (_, refused, alias) => {
      const host = await open(alias === 'protected-sheet' ? ['Bảng'] : []);
      const before = [seen(await sheetOf(host, 'Bảng')), seen(await sheetOf(host, 'Khác'))];
      const refusal: unknown = await host
        .applyEdits([draws('Khác', false), draws('Mới', true), refused])
        .catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(HostError);
      expect((refusal as HostError).alias).toBe(alias);
      expect((await host.readBook()).sheets.map((sheet) => sheet.name)).toEqual(['Bảng', 'Khác']);
      expect([seen(await sheetOf(host, 'Bảng')), seen(await sheetOf(host, 'Khác'))]).toEqual(before);
    });
  });
}
