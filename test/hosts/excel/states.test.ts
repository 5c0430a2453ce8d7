/**
 * States of a workbook in which nothing may be written: each is reported in one sentence, and the workbook stays
 * unchanged.
 */
import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../../src/core/values/address';
import type { SheetEdits } from '../../../src/core/model/workbook/edit';
import { excelHost, type ExcelHost } from '../../../src/hosts/excel/excel-host';
import { HostError } from '../../../src/hosts/host';
import { cell, formula, mark, note, number, onSheet, text } from '../../kit/edits';
import { simulatedExcel, type ExcelOptions, type SimulatedExcel } from '../../kit/excel/simulated-excel';
import { grid } from '../../kit/grid';

const EDITS = [
  ...onSheet('Khác', cell('A1', number('7'))),
  ...onSheet('Bảng', cell('C1', number('1')), mark('B1', 'error'), note('B1', 'Chỉ số CCHC: x')),
];

async function start(
  options: Partial<ExcelOptions> = {},
  prepare?: (excel: SimulatedExcel) => void,
): Promise<{ excel: SimulatedExcel; host: ExcelHost }> {
  const excel = simulatedExcel({
    grids: [grid('a | 1\nb | 2\nc | 3', { sheet: 'Bảng', notes: { A2: 'của cán bộ' } }), grid('x', { sheet: 'Khác' })],
    ...options,
  });
  prepare?.(excel);
  await excel.install();
  return { excel, host: excelHost({ quietMs: 20 }) };
}
async function read(host: ExcelHost): Promise<void> {
  for (const sheet of (await host.readBook()).sheets) sheet.grid();
}
async function refused(work: Promise<unknown>, alias: string): Promise<void> {
  const refusal: unknown = await work.then(
    () => 'no refusal',
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(HostError);
  expect([(refusal as HostError).alias, (refusal as HostError).message]).toEqual([
    alias,
    expect.stringMatching(/^\p{Lu}[^.]*(?:\.xlsx|\.\d)?[^.]*\.$/u),
  ]);
}

const deeds: readonly [string, (excel: SimulatedExcel) => void, string][] = [
  [
    'a protected sheet',
    (excel) => {
      excel.sheet('Bảng').protected = true;
    },
    'protected-sheet',
  ],
  [
    'a filter that hides rows',
    (excel) => {
      excel.sheet('Bảng').filtered = true;
      excel.sheet('Bảng').hiddenRows.add(0);
    },
    'filtered-sheet',
  ],
  [
    'a workbook that is read-only',
    (excel) => {
      excel.book.readOnly = true;
    },
    'read-only-workbook',
  ],
  [
    'a number typed since the reading',
    (excel) => {
      excel.type('Bảng', 'B2', 9);
    },
    'changed-sheet',
  ],
  [
    'a line added since the reading',
    (excel) => {
      excel.type('Bảng', 'A4', 'd');
    },
    'changed-sheet',
  ],
  [
    'a note written since the reading',
    (excel) => {
      excel.sheet('Bảng').notes.set(cellKey(0, 1), { content: 'mới', author: 'Ai đó' });
    },
    'changed-sheet',
  ],
  [
    'a sheet that was deleted',
    (excel) => {
      excel.book.sheets.splice(0, 1);
    },
    'changed-sheet',
  ],
  [
    'a sheet that was renamed',
    (excel) => {
      excel.sheet('Bảng').name = 'Tên mới';
    },
    'changed-sheet',
  ],
];

describe('nothing is written', () => {
  test.each(deeds)('with %s', async (_, deed, alias) => {
    const { excel, host } = await start();
    await read(host);
    deed(excel);
    const before = excel.state();
    await refused(host.applyEdits(EDITS), alias);
    expect(excel.state()).toEqual(before);
    expect(excel.exchanges.some(({ writes }) => writes)).toBe(false);
  });

  test('into a workbook whose structure is protected, where a sheet is to be added', async () => {
    const { excel, host } = await start({ structureProtected: true });
    await read(host);
    await refused(host.applyEdits([{ sheet: 'Kết quả', isNew: true, edits: [] }]), 'protected-sheet');
    expect(excel.book.sheets).toHaveLength(2);
  });

  test('where a cell is being typed in and Excel cannot wait for it', async () => {
    const { host } = await start({ editMode: 'refuses' });
    await refused(host.readBook(), 'editing-cell');
  });

  test('in an Excel that is too old', async () => {
    const { host, excel } = await start({ excelApi: '1.11' });
    await refused(host.readBook(), 'old-excel');
    await refused(host.applyEdits(EDITS), 'old-excel');
    expect(excel.exchanges).toEqual([]);
  });

  test('where it is more than Excel on the web takes, and on a desktop it is', async () => {
    const long = 'chữ '.repeat(4000);
    const edits: SheetEdits[] = onSheet(
      'Bảng',
      ...Array.from({ length: 400 }, (_, row) => cell(`E${(row + 1).toString()}`, text(long))),
    );
    // Once detected in advance, once reported by an Excel with a lower limit than documented.
    for (const [limit, some] of [
      [50_000_000, edits],
      [200_000, onSheet('Bảng', ...edits.flatMap((each) => each.edits.slice(0, 20)))],
    ] as const) {
      const web = await start({ platform: 'OfficeOnline', limit });
      const before = web.excel.state();
      await refused(web.host.applyEdits(some), 'oversized-request');
      expect(web.excel.state()).toEqual(before);
    }
    const desktop = await start();
    await desktop.host.applyEdits(edits);
    expect(desktop.excel.sheet('Bảng').cells.get(cellKey(399, 4))?.value).toBe(long);
  });
});

describe('what is in the way and may stay', () => {
  test('a cell that is being typed in is waited for where Excel can', async () => {
    const { excel, host } = await start({ editMode: 'waits' });
    const book = host.readBook();
    setTimeout(() => excel.endEdit(), 30);
    expect((await book).sheets).toHaveLength(2);
  });

  test('sheets that nobody looked at may change, and so may the clock', async () => {
    const { excel, host } = await start({
      grids: [grid('a | 1', { sheet: 'Bảng', formulas: { B1: 'NOW()' } }), grid('x', { sheet: 'Khác' })],
    });
    (await host.readBook()).sheets[0]?.grid();
    const sheet = excel.sheet('Bảng');
    sheet.cells.set(cellKey(0, 1), { ...sheet.cells.get(cellKey(0, 1))!, value: 2 });
    excel.type('Khác', 'A1', 'đổi');
    await host.applyEdits(onSheet('Bảng', cell('A3', text('ghi'))));
    expect(sheet.cells.get(cellKey(2, 0))?.value).toBe('ghi');
  });

  test('a filter is taken off only when asked to', async () => {
    const { excel, host } = await start(
      { grids: ['Bảng', 'Khác', 'Thứ ba'].map((sheet) => grid('a | 1\nb | 2', { sheet })) },
      (each) => {
        for (const { name } of each.book.sheets) each.sheet(name).filtered = true;
      },
    );
    await refused(host.applyEdits(EDITS), 'filtered-sheet');
    await host.clearFilter();
    await host.applyEdits(EDITS);
    // The filters of all sheets that blocked the edits are cleared at once, and no other.
    expect(excel.book.sheets.map(({ filtered }) => filtered)).toEqual([false, false, true]);
  });

  test('a cell of text takes numbers as numbers and formulas as formulas', async () => {
    const { excel, host } = await start({}, (each) => {
      const sheet = each.sheet('Bảng');
      for (const row of [0, 1])
        sheet.cells.set(cellKey(row, 1), { ...sheet.cells.get(cellKey(row, 1))!, numberFormat: '@' });
    });
    await host.applyEdits(onSheet('Bảng', cell('B1', number('4.5')), cell('B2', formula('1+1', '2'))));
    excel.state();
    expect([0, 1].map((row) => excel.sheet('Bảng').cells.get(cellKey(row, 1))?.value)).toEqual([4.5, 2]);
  });

  test('texts that look like something else stay texts', async () => {
    const texts = [
      '=HYPERLINK("x")',
      '+84',
      '-',
      '@a',
      '4,5',
      '1-5',
      'Mar 1',
      'TRUE',
      "'quoted",
      '#N/A',
      '<img onerror=…>',
      'javascript:',
      ' 1',
      '𝟏',
      'Xã Hòa Bình 1',
    ];
    const { excel, host } = await start();
    await host.applyEdits(onSheet('Bảng', ...texts.map((each, row) => cell(`F${(row + 1).toString()}`, text(each)))));
    const sheet = excel.sheet('Bảng');
    expect(
      texts.map((_, row) => [sheet.cells.get(cellKey(row, 5))?.value, sheet.cells.get(cellKey(row, 5))?.formula]),
    ).toEqual(texts.map((each) => [each, null]));
    await host.applyEdits(onSheet('Bảng', ...texts.map((each, row) => cell(`F${(row + 1).toString()}`, text(each)))));
  });

  test('what an officer types is told once, and what we write is not', async () => {
    const { excel, host } = await start();
    let told = 0;
    const stop = await host.watch(() => told++);
    const quiet = () =>
      new Promise((resolve) => {
        setTimeout(resolve, 80);
      });
    await host.applyEdits(EDITS);
    await quiet();
    expect(told).toBe(0);
    excel.type('Bảng', 'B2', 8);
    excel.type('Bảng', 'B3', 8);
    await quiet();
    expect(told).toBe(1);
    await stop();
    excel.type('Bảng', 'B3', 7);
    await quiet();
    expect(told).toBe(1);
  });

  test('what an officer types while we write is told all the same', async () => {
    const { excel, host } = await start();
    let told = 0;
    const stop = await host.watch(() => told++);
    excel.beforeWrite(() => {
      excel.type('Khác', 'C9', 'giữa chừng');
    });
    await host.applyEdits(EDITS);
    await new Promise((resolve) => {
      setTimeout(resolve, 80);
    });
    expect(told).toBe(1);
    await stop();
  });

  test('a sheet that is shown is told by its name', async () => {
    const { excel, host } = await start();
    const shown: string[] = [];
    const stop = await host.watch(
      () => undefined,
      (sheet) => shown.push(sheet),
    );
    const moment = () =>
      new Promise((resolve) => {
        setTimeout(resolve, 40);
      });
    excel.goTo('Khác', 'C5');
    await moment();
    expect([shown, await host.selection()]).toEqual([['Khác'], { sheet: 'Khác', at: { row: 4, column: 2 } }]);
    await stop();
    excel.goTo('Bảng', 'A1');
    await moment();
    expect(shown).toEqual(['Khác']);
  });

  test('a cell is gone to', async () => {
    const { excel, host } = await start();
    await host.reveal('Khác', { row: 4, column: 4 });
    expect([excel.book.active, excel.book.selected]).toEqual(['Khác', 'E5']);
    await refused(host.reveal('Không có', { row: 0, column: 0 }), 'changed-sheet');
  });
});
