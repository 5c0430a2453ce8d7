/**
 * Excel has no transactions: whichever action of a batch fails, the workbook is as before; and an undo restores exactly
 * the earlier content.
 */
import { describe, expect, test } from '@jest/globals';
import type { SheetEdits } from '../../../src/core/model/workbook/edit';
import { excelHost } from '../../../src/hosts/excel/excel-host';
import { HostError } from '../../../src/hosts/host';
import { cell, format, formula, mark, note, number, onSheet, text, width } from '../../kit/edits';
import { simulatedExcel, type SimulatedExcel } from '../../kit/excel/simulated-excel';
import { withFormat } from '../../kit/excel/formats';
import { grid } from '../../kit/grid';
import { cellKey } from '../../../src/core/values/address';

/**
 * Every kind of cell that can be lost: number, text that looks like something else, formula, date, fill, mark, note.
 */
const table = (): ReturnType<typeof grid> =>
  grid(`TT | Đơn vị | Điểm\n1 | Sở A | 4,5\n2 | '=1+1' | 3\n'001' | 'TRUE' | 5\n45000 | x | #N/A`, {
    sheet: 'Bảng',
    formulas: { C4: 'C3+2' },
    dates: ['A5'],
    marks: { C2: 'deduction', C3: 'error' },
    notes: { C2: 'Chỉ số CCHC: cũ', B2: 'của cán bộ' },
  });

const EDITS: readonly SheetEdits[] = [
  {
    sheet: 'Bảng',
    isNew: false,
    edits: [
      ...['A3', 'A4', 'A5', 'B2', 'B3', 'B4', 'C2', 'C4', 'C5'].map((a1) => cell(a1, number('7'))),
      cell('D1', text('Chỉ số (%)'), 'C1'),
      cell('D2', formula('C2*10', '70'), 'C2', '0.00'),
      cell('D3', formula('C3*10', '30'), 'C3', '0.00'),
      format('D4', 'B5'),
      width('D', 'B'),
      mark('C2', null),
      mark('C3', 'warning'),
      mark('B5', 'error'),
      mark('C4', 'deduction'),
      note('C2', null),
      note('C4', 'Chỉ số CCHC: bị trừ'),
    ],
  },
  { sheet: 'Kết quả', isNew: true, edits: [cell('A1', text('TT')), cell('A2', number('1'))] },
];

async function start(excelApi = '1.18'): Promise<{ excel: SimulatedExcel; host: ReturnType<typeof excelHost> }> {
  const excel = simulatedExcel({ grids: [table(), grid('x', { sheet: 'Khác' })], excelApi });
  const sheet = excel.sheet('Bảng');
  sheet.widths.set(1, 90);
  const paint = (row: number, column: number, fill: object): void => {
    const key = cellKey(row, column);
    const old = sheet.cells.get(key)!;
    sheet.cells.set(key, { ...old, format: withFormat(old.format, fill as never) });
  };
  paint(3, 2, { fill: { color: '#FFFF00', pattern: 'Solid' } });
  paint(4, 1, {
    fill: { pattern: 'Gray50', color: '#FF0000' },
    font: { bold: true, name: 'Times New Roman' },
    borders: { bottom: { style: 'Continuous', color: '#112233' } },
    horizontalAlignment: 'Center',
  });
  await excel.install();
  const host = excelHost();
  for (const sheet of (await host.readBook()).sheets) sheet.grid();
  excel.forget();
  return { excel, host };
}

const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const refusal: unknown = await work.then(
    () => 'no refusal',
    (error: unknown) => error,
  );
  return refusal instanceof HostError ? refusal.alias : String(refusal);
};

describe('a batch that fails', () => {
  test.each(['1.18', '1.15'])(
    'at any of its actions leaves the workbook as it was, and is written whole when tried again (ExcelApi %s)',
    async (excelApi) => {
      const trial = await start(excelApi);
      const before = trial.excel.state();
      await trial.host.applyEdits(EDITS);
      const written = trial.excel.state();
      expect(written).not.toEqual(before);
      const actions = trial.excel.exchanges.find(({ writes }) => writes)?.actions ?? 0;
      expect(actions).toBeGreaterThan(60);
      const { excel, host } = await start(excelApi);
      for (let action = 0; action < actions; action++) {
        excel.failAt(action);
        const alias = await refusalOf(host.applyEdits(EDITS));
        if (
          [action, alias, JSON.stringify(excel.state()) === JSON.stringify(before)].join() !==
          [action, 'failed-write', true].join()
        ) {
          expect([action, alias, excel.state()]).toEqual([action, 'failed-write', before]);
        }
      }
      expect(host.canUndo()).toBe(false);
      await host.applyEdits(EDITS);
      expect(excel.state()).toEqual(written);
    },
    60_000,
  );

  test('for a comment where an unseen note stands is written without its comments', async () => {
    const { excel, host } = await start('1.15');
    await host.applyEdits(
      onSheet('Bảng', cell('A3', number('7')), note('B2', 'Chỉ số CCHC: x'), note('C4', 'Chỉ số CCHC: y')),
    );
    expect([
      excel.sheet('Bảng').cells.get(cellKey(2, 0))?.value,
      excel.sheet('Bảng').notes.get(cellKey(1, 1))?.content,
      excel.sheet('Bảng').comments.size,
    ]).toEqual([7, 'của cán bộ', 0]);
    await host.undo();
    expect(excel.sheet('Bảng').cells.get(cellKey(2, 0))?.value).toBe(2);
  });

  test('and whose putting back fails as well says what to do', async () => {
    const { excel, host } = await start();
    excel.failAt(40, 3);
    expect(await refusalOf(host.applyEdits(EDITS))).toBe('half-written');
  });
});

describe('undo', () => {
  test.each(['1.18', '1.15'])('puts back exactly what was there, once (ExcelApi %s)', async (excelApi) => {
    const { excel, host } = await start(excelApi);
    const before = excel.state();
    await host.applyEdits(EDITS);
    expect(host.canUndo()).toBe(true);
    await host.undo();
    expect(excel.state()).toEqual(before);
    expect(host.canUndo()).toBe(false);
    expect(await refusalOf(host.undo())).toBe('changed-sheet');
  });

  test('keeps what the officer typed elsewhere since', async () => {
    const { excel, host } = await start();
    await host.applyEdits(EDITS);
    excel.type('Khác', 'B9', 'mới');
    excel.type('Bảng', 'A2', 9);
    await host.undo();
    expect([
      excel.sheet('Khác').cells.get(cellKey(8, 1))?.value,
      excel.sheet('Bảng').cells.get(cellKey(1, 0))?.value,
    ]).toEqual(['mới', 9]);
  });

  test.each([
    ['Bảng', 'D2', 5],
    ['Kết quả', 'B7', 'ghi thêm'],
  ] as const)('is refused where %s was edited at %s, which would be lost', async (sheet, a1, value) => {
    const { excel, host } = await start();
    await host.applyEdits(EDITS);
    excel.type(sheet, a1, value);
    const now = excel.state();
    expect(await refusalOf(host.undo())).toBe('changed-sheet');
    expect(excel.state()).toEqual(now);
  });
});
