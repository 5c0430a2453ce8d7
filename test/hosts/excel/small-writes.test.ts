/**
 * A cause or a score typed in the pane: two syncs, whatever the size of the table. No content of the officer is
 * overwritten, whatever was edited in between, and the cached state afterwards equals a fresh reading.
 */
import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../../src/core/values/address';
import type { Edit } from '../../../src/core/model/workbook/edit';
import type { Book } from '../../../src/core/model/workbook/grid';
import { excelHost, type ExcelHost } from '../../../src/hosts/excel/excel-host';
import { HostError } from '../../../src/hosts/host';
import { drawing, drawnCell, drawnRow } from '../../kit/drawings';
import { cell, formula, mark, note, number, onSheet, text } from '../../kit/edits';
import { simulatedExcel, type ExcelOptions, type SimulatedExcel } from '../../kit/excel/simulated-excel';
import { grid } from '../../kit/grid';

const TABLE = `TT | Đơn vị | Điểm | Nguyên nhân | Tổng
1 | Xã A | 1 | | x
2 | Xã B | 2 | Chậm | x
3 | Xã C | 3 | | x`;

async function start(
  options: Partial<ExcelOptions> = {},
  watches = true,
): Promise<{ excel: SimulatedExcel; host: ExcelHost }> {
  const excel = simulatedExcel({
    grids: [
      grid(TABLE, { sheet: 'Bảng', notes: { C3: 'Chỉ số CCHC: cũ', B2: 'của cán bộ' } }),
      grid('a | 1', { sheet: 'Khác' }),
    ],
    ...options,
  });
  await excel.install();
  const host = excelHost({ quietMs: 5 });
  if (watches) await host.watch(() => undefined);
  // The simulation recalculates formulas that the add-in writes.
  await host.applyEdits([
    ...onSheet('Bảng', cell('E2', formula('SUM(C2:C4)', '6')), cell('E3', formula('E2*2', '12'))),
    ...onSheet('Khác', cell('C1', formula("'Bảng'!E3+1", '13'))),
  ]);
  await read(host);
  excel.forget();
  return { excel, host };
}
async function read(host: ExcelHost): Promise<Book> {
  const book = await host.readBook();
  for (const sheet of book.sheets) sheet.grid();
  return book;
}
const gridsOf = (book: Book | null): unknown => book?.sheets.map((sheet) => sheet.grid());
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const refusal: unknown = await work.then(
    () => 'no refusal',
    (error: unknown) => error,
  );
  return refusal instanceof HostError ? refusal.alias : String(refusal);
};
const told = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

const WRITES: readonly (readonly [string, Edit[]])[] = [
  ['a score that formulas of two sheets build on', [cell('C3', number('2.5'))]],
  ['a cause', [cell('D2', text('Ban hành chậm 1-2 ngày'))]],
  ['causes of several units', [cell('D2', text('=1+1')), cell('D4', text('4,5'))]],
  ['a note', [note('C2', 'Chỉ số CCHC: Chậm')]],
  ['a note in place of another, and a cell', [note('C3', 'Chỉ số CCHC: mới'), cell('C4', number('1'))]],
  ['a formula', [cell('C4', formula('C2*4', '4'))]],
  ['nothing any more where something stood', [cell('D3', text(''))]],
];

describe('single cells', () => {
  test.each(WRITES)('%s: two syncs, and what is known then is what a reading tells', async (_, edits) => {
    const { excel, host } = await start();
    const before = excel.state();
    await host.applyEdits(onSheet('Bảng', ...edits));
    expect(excel.exchanges.map(({ writes }) => writes)).toEqual([false, true]);
    const known = gridsOf(host.now());
    expect(known).toBeDefined();
    expect(known).toEqual(gridsOf(await host.readBook()));
    await host.undo();
    expect(excel.state()).toEqual(before);
  });

  test('one after the other, each in two syncs, with one reading before', async () => {
    const { excel, host } = await start();
    for (const [, edits] of WRITES) {
      await host.applyEdits(onSheet('Bảng', ...edits));
      gridsOf(host.now());
    }
    expect(excel.exchanges).toHaveLength(2 * WRITES.length);
    expect(gridsOf(host.now())).toEqual(gridsOf(await host.readBook()));
  });

  test('then a whole write is compared with what is known, and goes through', async () => {
    const { host } = await start();
    await host.applyEdits([
      { sheet: 'Kết quả', isNew: true, edits: [], drawing: drawing([drawnRow([drawnCell('một')])]) },
      ...onSheet('Khác', cell('D1', formula('C1', '13'))),
    ]);
    await read(host);
    await host.applyEdits(onSheet('Bảng', cell('C2', number('4'))));
    await host.applyEdits(onSheet('Bảng', mark('C2', 'error')));
    expect((await read(host)).sheets[0]?.grid().marks.size).toBe(1);
  });

  test('where the used part of the sheet becomes another, the workbook is to be read', async () => {
    const { host } = await start();
    await host.applyEdits(onSheet('Bảng', cell('A9', text('thêm'))));
    expect(host.now()).toBeNull();
  });

  test.each([
    ['an Excel that does not tell whose an edit is', { excelApi: '1.13' }, true],
    ['a workbook that nobody listens to', {}, false],
  ])('of %s are compared as everything is', async (_, options, watches) => {
    const { excel, host } = await start(options, watches);
    excel.sheet('Bảng').cells.set(cellKey(3, 1), { ...excel.sheet('Bảng').cells.get(cellKey(3, 1))!, value: 'Xã D' });
    expect(await refusalOf(host.applyEdits(onSheet('Bảng', cell('C2', number('4')))))).toBe('changed-sheet');
  });
});

describe('an edit of others in between', () => {
  const put = (excel: SimulatedExcel, row: number, column: number, value: string | number): void => {
    const { cells } = excel.sheet('Bảng');
    cells.set(cellKey(row, column), { ...cells.get(cellKey(row, column))!, value });
  };
  /** Excel moves every row below down by one. */
  const insertRow = (excel: SimulatedExcel, above: number): void => {
    const { cells } = excel.sheet('Bảng');
    const moved = [...cells].map(
      ([key, each]) => [Math.floor(key / 16_384) >= above ? key + 16_384 : key, each] as const,
    );
    cells.clear();
    for (const [key, each] of moved) cells.set(key, each);
  };

  test.each<[string, (excel: SimulatedExcel) => void]>([
    ['in the cell', (excel) => put(excel, 2, 3, 'của cán bộ')],
    ['in its row: it may be the line of another unit', (excel) => put(excel, 2, 1, 'Xã Z')],
    ['in its column: it may be another heading', (excel) => put(excel, 0, 3, 'Ghi chú')],
    ['a row above it', (excel) => insertRow(excel, 1)],
    ['a row below it', (excel) => insertRow(excel, 3)],
    ['a name of the sheet', (excel) => (excel.sheet('Bảng').name = 'Bảng 2')],
    ['protection', (excel) => (excel.sheet('Bảng').protected = true)],
    ['a filter', (excel) => (excel.sheet('Bảng').filtered = true)],
  ])('that was not told yet is seen and nothing is written: %s', async (_, deed) => {
    const { excel, host } = await start();
    deed(excel);
    const before = excel.state();
    expect(await refusalOf(host.applyEdits(onSheet('Bảng', cell('D3', text('Muộn')))))).toMatch(
      /^(?:changed|protected|filtered)-sheet$/,
    );
    expect(excel.state()).toEqual(before);
  });

  test('elsewhere that was told: the workbook is compared whole, and to be read', async () => {
    const { excel, host } = await start();
    excel.type('Bảng', 'C4', 9);
    await told();
    expect(host.now()).toBeNull();
    expect(await refusalOf(host.applyEdits(onSheet('Bảng', cell('D2', text('Muộn')))))).toBe('changed-sheet');
    await read(host);
    await host.applyEdits(onSheet('Bảng', cell('D2', text('Muộn'))));
    expect(excel.sheet('Bảng').cells.get(cellKey(3, 2))?.value).toBe(9);
  });

  test('into the note of the cell is seen', async () => {
    const { excel, host } = await start();
    const { notes } = excel.sheet('Bảng');
    for (const [key, each] of notes) notes.set(key, { ...each, content: `${each.content} thêm` });
    expect(await refusalOf(host.applyEdits(onSheet('Bảng', note('C3', 'Chỉ số CCHC: x'))))).toBe('changed-sheet');
  });

  test('since the write forbids to take it back; one elsewhere does not', async () => {
    const { excel, host } = await start();
    await host.applyEdits(onSheet('Bảng', cell('D2', text('Muộn'))));
    excel.type('Bảng', 'D2', 'của cán bộ');
    const typed = excel.state();
    expect([await refusalOf(host.undo()), excel.state()]).toEqual(['changed-sheet', typed]);
    excel.type('Bảng', 'D2', 'Muộn');
    excel.type('Bảng', 'D4', 'của cán bộ');
    await host.undo();
    expect([1, 3].map((row) => excel.sheet('Bảng').cells.get(cellKey(row, 3))?.value)).toEqual(['', 'của cán bộ']);
  });
});

describe('a step', () => {
  test('takes what is filled in after a pause as a part of it', async () => {
    const { excel, host } = await start();
    const before = excel.state();
    await host.applyEdits(onSheet('Bảng', cell('C2', number('4'))));
    const between = excel.state();
    await host.applyEdits(onSheet('Bảng', cell('D2', text('Muộn'))));
    await host.group(async () => {
      await read(host);
      await host.applyEdits(onSheet('Bảng', mark('C2', 'error'), cell('D2', text('Muộn quá'))));
    }, true);
    await host.undo();
    expect([excel.state(), host.canUndo()]).toEqual([between, true]);
    await host.undo();
    expect(excel.state()).toEqual(before);
  });

  test('is taken back in three syncs, of which one reads: cells, then marks, notes and a new sheet', async () => {
    const { excel, host } = await start();
    await host.applyEdits(onSheet('Bảng', cell('D2', text('Muộn'))));
    excel.forget();
    const book = await host.undo();
    expect(excel.exchanges.map(({ writes }) => writes)).toEqual([false, true, false]);
    expect(gridsOf(book)).toEqual(gridsOf(await read(host)));
    await host.applyEdits([
      ...onSheet('Bảng', mark('C2', 'error'), note('C2', 'Chỉ số CCHC: x')),
      { sheet: 'Kết quả', isNew: true, edits: [], drawing: drawing([drawnRow([drawnCell('một')])]) },
    ]);
    excel.forget();
    await host.undo();
    expect(excel.exchanges).toHaveLength(3);
  });
});

test('a size that was refused once is not asked for again', async () => {
  const rows = Array.from({ length: 4000 }, (_, row) => `Đơn vị ${row.toString()} | ${'1 | '.repeat(8)}1`).join('\n');
  const excel = simulatedExcel({
    grids: [grid(rows, { sheet: 'Bảng' })],
    platform: 'OfficeOnline',
    limit: 750_000,
  });
  await excel.install();
  const host = excelHost();
  await host.readBook();
  const first = excel.exchanges.length;
  excel.forget();
  await host.readBook();
  expect(excel.exchanges).toHaveLength(first - 1);
  expect(Math.max(...excel.exchanges.map(({ responseBytes }) => responseBytes))).toBeLessThan(750_000);
});
