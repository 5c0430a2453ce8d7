/**
 * The reading of odd workbooks and odd versions of Excel: large sheets on the web, marks painted over, texts that look
 * like formulas.
 */
import { describe, expect, test } from '@jest/globals';
import { addressOfKey, cellKey, toA1 } from '../../../src/core/values/address';
import { valueAt, type Grid } from '../../../src/core/model/workbook/grid';
import { excelHost } from '../../../src/hosts/excel/excel-host';
import { cell, mark, number, onSheet } from '../../kit/edits';
import { simulatedExcel, type ExcelOptions, type SimulatedExcel } from '../../kit/excel/simulated-excel';
import { withFormat } from '../../kit/excel/formats';
import { grid, gridOf } from '../../kit/grid';

async function open(options: ExcelOptions, prepare?: (excel: SimulatedExcel) => void) {
  const excel = simulatedExcel(options);
  prepare?.(excel);
  await excel.install();
  return { excel, host: excelHost() };
}
const first = async (host: ReturnType<typeof excelHost>): Promise<Grid> => (await host.readBook()).sheets[0]!.grid();
const marksOf = ({ marks }: Grid): string[] =>
  [...marks].map(([key, kind]) => `${toA1(addressOfKey(key))} ${kind}`).sort();

describe('a reading', () => {
  test('tells errors, truth values, dates, percentages and hidden lines, wherever the first cell stands', async () => {
    const { host } = await open({
      grids: [
        gridOf([[], [null, null, 'a', true, { error: '#REF!' }], [null, null, 45_000, 0.5, '=1+1']], {
          sheet: 'Bảng',
          dates: ['C3'],
          percents: ['D3'],
          hiddenRows: [3],
          hiddenColumns: ['D'],
          formulas: { C2: 'A1&"a"' },
        }),
      ],
    });
    const read = await first(host);
    expect([valueAt(read, 1, 3), valueAt(read, 1, 4), valueAt(read, 2, 4), read.rowCount, read.columnCount]).toEqual([
      true,
      { error: '#REF!' },
      '=1+1',
      3,
      5,
    ]);
    expect([
      [...read.formulas],
      [...read.dates],
      [...read.percents],
      [...read.hiddenRows],
      [...read.hiddenColumns],
    ]).toEqual([[[cellKey(1, 2), 'A1&"a"']], [cellKey(2, 2)], [cellKey(2, 3)], [2], [3]]);
  });

  test('of an empty workbook is empty', async () => {
    const { host } = await open({ grids: [gridOf([], { sheet: 'Trang1' })] });
    expect(await first(host)).toMatchObject({ rowCount: 0, columnCount: 0, values: [] });
  });

  test('of a sheet too large for one answer on the web comes in pieces, and is compared in pieces', async () => {
    const large = gridOf(
      Array.from({ length: 6000 }, (_, row) =>
        Array.from({ length: 20 }, (__, column) => (column === 0 ? `Đơn vị ${row.toString()}` : row + column / 8)),
      ),
      { sheet: 'Bảng' },
    );
    const { excel, host } = await open({ grids: [large], platform: 'OfficeOnline', limit: 2_000_000 });
    const read = await first(host);
    expect([read.rowCount, valueAt(read, 5999, 19), valueAt(read, 1500, 0)]).toEqual([
      6000,
      5999 + 19 / 8,
      'Đơn vị 1500',
    ]);
    await host.applyEdits(onSheet('Bảng', cell('V1', number('1'))));
    await first(host);
    excel.type('Bảng', 'C2900', 5);
    await expect(host.applyEdits(onSheet('Bảng', cell('V1', number('2'))))).rejects.toMatchObject({
      alias: 'changed-sheet',
    });
  });

  test('sees which marks still stand where an officer painted over some of them', async () => {
    const { excel, host } = await open({ grids: [grid('1 | 2 | 3\n4 | 5 | 6', { sheet: 'Bảng' })] });
    await host.applyEdits(onSheet('Bảng', ...['A1', 'B1', 'C1', 'A2', 'B2', 'C2'].map((a1) => mark(a1, 'error'))));
    const sheet = excel.sheet('Bảng');
    const painted = sheet.cells.get(cellKey(1, 1))!;
    sheet.cells.set(cellKey(1, 1), {
      ...painted,
      format: withFormat(painted.format, { fill: { color: '#00FF00', pattern: 'Solid' } }),
    });
    expect(marksOf(await first(host))).toEqual(['A1 error', 'A2 error', 'B1 error', 'C1 error', 'C2 error']);
    await host.applyEdits(onSheet('Bảng', ...['A1', 'B1', 'C1', 'A2', 'C2'].map((a1) => mark(a1, null))));
    expect([...sheet.cells.values()].map(({ format }) => (format['fill'] as { pattern: string }).pattern)).toEqual([
      'None',
      'None',
      'None',
      'None',
      'Solid',
      'None',
    ]);
  });

  test.each(['1.12', '1.15', '1.18'])('and a writing work with what ExcelApi %s has', async (excelApi) => {
    const { excel, host } = await open({
      grids: [grid('a | 1\nb | 2', { sheet: 'Bảng', merges: ['A1:B1'] })],
      excelApi,
    });
    expect((await first(host)).merges).toHaveLength(excelApi === '1.12' ? 0 : 1);
    await host.applyEdits(onSheet('Bảng', cell('B2', number('3')), mark('B2', 'error')));
    expect([excel.sheet('Bảng').cells.get(cellKey(1, 1))?.value, marksOf(await first(host))]).toEqual([
      3,
      ['B2 error'],
    ]);
  });
});
