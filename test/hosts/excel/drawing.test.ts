/**
 * One of the program's own sheets drawn in Excel: all parts of the drawing appear, none of the officer's content is
 * lost, and the drawing succeeds as a whole or not at all.
 */
import { describe, expect, test } from '@jest/globals';
import { cellKey } from '../../../src/core/values/address';
import type { Content } from '../../../src/core/model/content';
import type { SheetEdits } from '../../../src/core/model/workbook/edit';
import type { SheetDrawing } from '../../../src/core/model/sheet-drawing';
import { excelHost, type ExcelHost } from '../../../src/hosts/excel/excel-host';
import { HostError } from '../../../src/hosts/host';
import { drawing, drawnCell, drawnRow } from '../../kit/drawings';
import { area } from '../../kit/drawn-results';
import { at, cell, formula, number, onSheet, text } from '../../kit/edits';
import { withFormat } from '../../kit/excel/formats';
import type { SimCell, SimSheet } from '../../kit/excel/model';
import { simulatedExcel, type ExcelOptions, type SimulatedExcel } from '../../kit/excel/simulated-excel';
import { grid, gridOf } from '../../kit/grid';

const SHEET = 'Điểm bị trừ';

/** A title, a header, two units with lines below them, and a last column for the officer. */
const summary = (
  lines: readonly string[],
  extras: Partial<SheetDrawing> = {},
  sum: (row: number) => Content = () => number('0.5'),
): SheetDrawing =>
  drawing(
    [
      drawnRow([drawnCell('ĐIỂM BỊ TRỪ', { size: 14, bold: true, horizontal: 'center', border: false })], {
        height: 30,
      }),
      drawnRow(
        ['Đơn vị', 'Điểm trừ', 'Khắc phục'].map((label) =>
          drawnCell(label, { bold: true, fill: 'DDEBF7', horizontal: 'center' }),
        ),
      ),
      ...lines.flatMap((unit, n) => {
        const top = 3 + n * 2;
        return [
          drawnRow([
            drawnCell(unit, { bold: true }),
            drawnCell(sum(top + 1), { bold: true, numberFormat: '0.00', horizontal: 'right' }),
            null,
          ]),
          drawnRow(
            [
              drawnCell('=1+1 là chữ', { italic: true }),
              drawnCell(number('0.5'), { numberFormat: '0.00', horizontal: 'right', fill: 'FFC2BD' }),
              drawnCell(null),
            ],
            { level: 1 },
          ),
        ];
      }),
    ],
    {
      columns: [
        { width: 30, hidden: false },
        { width: 10, hidden: false },
        { width: 40, hidden: false },
        { width: 5, hidden: true },
      ],
      merges: [area('A1:C1')],
      frozen: { rows: 2, columns: 1 },
      filter: area(`A2:C${(2 + lines.length * 2).toString()}`),
      choices: [{ area: area(`C3:C${(2 + lines.length * 2).toString()}`), values: ['Đang làm', 'Đã xong'] }],
      print: { landscape: true, repeated: [0, 1], breaks: [6] },
      charts: [
        {
          title: 'Điểm trừ',
          kind: 'bars',
          categories: area('A3:A6'),
          series: [
            { name: 'Trừ', values: area('B3:B6'), colour: 'C00000' },
            { name: 'Khác', values: area('B3:B6'), colour: '00C000' },
          ],
          overlaid: true,
          most: 100,
          over: area('E2:J12'),
        },
      ],
      ...extras,
    },
  );

const withSums = (lines: readonly string[]): SheetDrawing =>
  summary(lines, {}, (row) => formula(`SUM(B${row.toString()}:B${row.toString()})`, '0.5'));
const asNew = (drawn: SheetDrawing): SheetEdits[] => [{ sheet: SHEET, isNew: true, edits: [], drawing: drawn }];
const asKnown = (drawn: SheetDrawing): SheetEdits[] => [{ sheet: SHEET, isNew: false, edits: [], drawing: drawn }];

async function start(
  options: Partial<ExcelOptions> = {},
  prepare?: (excel: SimulatedExcel) => void,
): Promise<{ excel: SimulatedExcel; host: ExcelHost }> {
  const excel = simulatedExcel({ grids: [grid('a | 1\nb | 2', { sheet: 'Bảng' })], ...options });
  prepare?.(excel);
  await excel.install();
  const host = excelHost();
  await read(host);
  excel.forget();
  return { excel, host };
}
async function read(host: ExcelHost): Promise<void> {
  for (const sheet of (await host.readBook()).sheets) sheet.grid();
}
const cellOf = (sheet: SimSheet, a1: string): SimCell => sheet.cells.get(cellKey(at(a1).row, at(a1).column))!;
const change = (sheet: SimSheet, a1: string, format: object): void => {
  sheet.cells.set(cellKey(at(a1).row, at(a1).column), {
    ...cellOf(sheet, a1),
    format: withFormat(cellOf(sheet, a1).format, format as never),
  });
};
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  const refusal: unknown = await work.then(
    () => 'no refusal',
    (error: unknown) => error,
  );
  return refusal instanceof HostError ? refusal.alias : String(refusal);
};
/**
 * A drawn sheet after the officer worked on it: text, colours, sizes, hidden and folded rows, data validation, a chart,
 * a conditional format and a note were added.
 */
async function used(host: ExcelHost, excel: SimulatedExcel, drawn = summary(['Sở A', 'Sở B'])): Promise<SimSheet> {
  await host.applyEdits(asNew(drawn));
  const sheet = excel.sheet(SHEET);
  excel.type(SHEET, 'C6', 'Đã xong');
  change(sheet, 'C6', { fill: { color: '#00FF00', pattern: 'Solid' }, font: { bold: true, underline: 'Single' } });
  excel.type(SHEET, 'F10', 'ghi bên lề');
  sheet.notes.set(cellKey(3, 0), { content: 'của cán bộ', author: 'Cán bộ' });
  sheet.rules.push(area('B3:B9'));
  sheet.heights.set(4, 41).set(5, 18).set(1, 26);
  sheet.hiddenRows.add(5);
  sheet.widths.set(3, 70);
  sheet.widths.set(4, 99);
  sheet.hiddenColumns.add(4);
  sheet.levels.set(4, 2).set(5, 3).set(8, 1);
  const asked = {
    errorAlert: { showAlert: true, message: 'Chỉ số', title: 'Sai', style: 'Stop' },
    prompt: { showPrompt: true, message: 'Gõ số', title: 'Điểm' },
    ignoreBlanks: false,
  };
  sheet.checks.set(cellKey(9, 5), {
    rule: { wholeNumber: { formula1: 0, formula2: 9, operator: 'Between' } },
    ...asked,
  });
  sheet.checks.set(cellKey(6, 2), { rule: { custom: { formula: '=LEN(D6)<9' } }, ...asked });
  sheet.charts.push({ name: 'Biểu đồ của tôi', type: 'Line', title: 'Riêng', told: new Map(), series: 1 });
  await read(host);
  return sheet;
}
/** Only the second unit, with the text typed beside it. */
const moved = (): SheetDrawing => {
  const drawn = summary(['Sở B'], {
    charts: [{ ...summary([]).charts[0]!, kind: 'columns', title: 'Mới', overlaid: false, most: null }],
    print: { landscape: false, repeated: [0, 2] },
  });
  const rows = [...drawn.rows];
  rows[3] = { ...rows[3]!, cells: [...rows[3]!.cells.slice(0, 2), drawnCell('Đã xong', {}, 'C6')] };
  return { ...drawn, rows };
};

describe('a new sheet', () => {
  test('holds and looks as drawn', async () => {
    const { excel, host } = await start();
    await host.applyEdits(asNew(withSums(['Sở A', 'Sở B'])));
    excel.state();
    const sheet = excel.sheet(SHEET);
    expect(['A1', 'A3', 'B3', 'A4', 'B4'].map((a1) => [cellOf(sheet, a1).value, cellOf(sheet, a1).formula])).toEqual([
      ['ĐIỂM BỊ TRỪ', null],
      ['Sở A', null],
      [0.5, '=SUM(B4:B4)'],
      ['=1+1 là chữ', null],
      [0.5, null],
    ]);
    const fonts = ['A1', 'A2', 'A4', 'B4'].map(
      (a1) => cellOf(sheet, a1).format['font'] as { name: string; size: number; bold: boolean; italic: boolean },
    );
    expect(fonts.map(({ name, size, bold, italic }) => [name, size, bold, italic])).toEqual([
      ['Times New Roman', 14, true, false],
      ['Times New Roman', 12, true, false],
      ['Times New Roman', 12, false, true],
      ['Times New Roman', 12, false, false],
    ]);
    const fills = ['A1', 'A2', 'A3', 'B4'].map(
      (a1) => cellOf(sheet, a1).format['fill'] as { color: string; pattern: string },
    );
    expect(fills.map(({ color, pattern }) => [color, pattern])).toEqual([
      ['#FFFFFF', 'None'],
      ['#DDEBF7', 'Solid'],
      ['#FFFFFF', 'None'],
      ['#FFC2BD', 'Solid'],
    ]);
    expect(
      ['A2', 'A3', 'B3'].map((a1) => [
        cellOf(sheet, a1).format['horizontalAlignment'],
        cellOf(sheet, a1).format['verticalAlignment'],
        cellOf(sheet, a1).format['wrapText'],
        cellOf(sheet, a1).numberFormat,
      ]),
    ).toEqual([
      ['Center', 'Center', true, 'General'],
      ['Left', 'Center', true, 'General'],
      ['Right', 'Center', true, '0.00'],
    ]);
    const edges = (a1: string): string =>
      Object.entries(cellOf(sheet, a1).format['borders'] as Record<string, { style: string }>)
        .filter(([, { style }]) => style !== 'None')
        .map(([edge]) => edge)
        .sort()
        .join();
    expect(['A1', 'A2', 'B4', 'C6'].map(edges)).toEqual([
      '',
      'bottom,left,right,top',
      'bottom,left,right,top',
      'bottom,left,right,top',
    ]);
    expect([
      sheet.merges,
      [...sheet.hiddenColumns],
      [...sheet.heights],
      [...sheet.levels],
      sheet.frozen,
      sheet.filter,
    ]).toEqual([
      [area('A1:C1')],
      [3],
      [[0, 30]],
      [
        [3, 1],
        [5, 1],
      ],
      { rows: 2, columns: 1 },
      area('A2:C6'),
    ]);
    expect([sheet.widths.get(0), sheet.widths.get(1)]).toEqual([(30 * 7 + 5) * 0.75, (10 * 7 + 5) * 0.75]);
    expect(
      [...sheet.checks].map(([key, { rule, errorAlert }]) => [key, rule['list']?.['source'], errorAlert.showAlert]),
    ).toEqual([2, 3, 4, 5].map((row) => [cellKey(row, 2), 'Đang làm,Đã xong', false]));
    expect(sheet.page).toEqual({
      orientation: 'Landscape',
      paperSize: 'A4',
      zoom: { horizontalFitToPages: 1 },
      centerFooter: '&P/&N',
      titleRows: '$1:$2',
      breaks: [6],
    });
    expect(sheet.charts.map(({ name, type }) => [name, type])).toEqual([['CCHC_CHART_1', 'BarClustered']]);
    expect(Object.fromEntries(sheet.charts[0]!.told)).toMatchObject({
      'title.text': 'Điểm trừ',
      left: sheet.widths.get(0)! + sheet.widths.get(1)! + sheet.widths.get(2)!,
      top: 30,
      plotVisibleOnly: false,
      'legend.visible': true,
      'axes.value.minimum': 0,
      'axes.value.maximum': 100,
      'axes.category.reversed': true,
      'series.0.name': 'Trừ',
      'series.0.values': 'B3:B6',
      'series.0.categories': 'A3:A6',
      'series.0.format.fill.colour': '#C00000',
      'series.0.overlap': 100,
      'series.1.name': 'Khác',
      'series.1.values': 'B3:B6',
      'series.1.categories': 'A3:A6',
      'series.1.format.fill.colour': '#00C000',
      'series.1.overlap': 100,
    });
  });

  test('takes texts as texts, numbers as numbers even where the look is of text', async () => {
    const texts = [
      '=HYPERLINK("x")',
      '+84',
      '4,5',
      '1-5',
      'TRUE',
      "'quoted",
      '#N/A',
      '<img onerror=…>',
      'x'.repeat(30_000),
    ];
    const { excel, host } = await start();
    await host.applyEdits(
      asNew(
        drawing([
          ...texts.map((each) => drawnRow([drawnCell(each)])),
          drawnRow([drawnCell(number('4.5'), { numberFormat: '@' }), drawnCell('4,5', { numberFormat: '@' })]),
        ]),
      ),
    );
    const sheet = excel.sheet(SHEET);
    expect(
      texts.map((_, row) => [sheet.cells.get(cellKey(row, 0))?.value, sheet.cells.get(cellKey(row, 0))?.formula]),
    ).toEqual(texts.map((each) => [each, null]));
    expect([cellOf(sheet, 'A10').value, cellOf(sheet, 'B10').value, cellOf(sheet, 'B10').numberFormat]).toEqual([
      4.5,
      '4,5',
      '@',
    ]);
  });

  test('and edits to it are written in the same go', async () => {
    const { excel, host } = await start();
    await host.applyEdits([
      { ...asNew(summary(['Sở A']))[0]!, edits: [cell('A3', text('Sở khác')), cell('H1', text('bên cạnh'))] },
    ]);
    expect(['A3', 'H1'].map((a1) => cellOf(excel.sheet(SHEET), a1).value)).toEqual(['Sở khác', 'bên cạnh']);
    expect(excel.exchanges.filter(({ writes }) => writes)).toHaveLength(1);
    await host.undo();
    expect(excel.book.sheets).toHaveLength(1);
  });

  test('with a text that no cell takes is refused', async () => {
    const { excel, host } = await start();
    expect(await refusalOf(host.applyEdits(asNew(drawing([drawnRow([drawnCell('x'.repeat(32_768))])]))))).toBe(
      'oversized-request',
    );
    expect(excel.book.sheets).toHaveLength(1);
  });
});

describe('a sheet that is drawn anew', () => {
  test('holds what is drawn and nothing else; what the officer typed has its look where it moved to', async () => {
    const { excel, host } = await start();
    const sheet = await used(host, excel);
    await host.applyEdits(asKnown(moved()));
    excel.state();
    expect(
      [...sheet.cells]
        .filter(([, { value, formula: source }]) => value !== '' || source !== null)
        .map(([, { value }]) => value),
    ).toEqual(['ĐIỂM BỊ TRỪ', 'Đơn vị', 'Điểm trừ', 'Khắc phục', 'Sở B', 0.5, '=1+1 là chữ', 0.5, 'Đã xong']);
    expect(cellOf(sheet, 'C4').format).toMatchObject({
      fill: { color: '#00FF00', pattern: 'Solid' },
      font: { bold: true, underline: 'Single', name: 'Times New Roman' },
      borders: { top: { style: 'Continuous' } },
    });
    expect(cellOf(sheet, 'C6').format).toMatchObject({ fill: { pattern: 'None' }, font: { name: 'Calibri' } });
    expect([sheet.filter, [...sheet.levels], [...sheet.checks.keys()], sheet.frozen]).toEqual([
      area('A2:C4'),
      [[3, 1]],
      [cellKey(2, 2), cellKey(3, 2)],
      { rows: 2, columns: 1 },
    ]);
    expect(sheet.page.orientation).toBe('Portrait');
  });

  test('keeps the charts, notes and rules of the officer, and has our charts anew', async () => {
    const { excel, host } = await start();
    const sheet = await used(host, excel);
    await host.applyEdits(asKnown(moved()));
    expect(sheet.charts.map(({ name, type }) => [name, type])).toEqual([
      ['Biểu đồ của tôi', 'Line'],
      ['CCHC_CHART_2', 'ColumnClustered'],
    ]);
    expect([[...sheet.notes.values()].map(({ content }) => content), sheet.rules]).toEqual([
      ['của cán bộ'],
      [area('B3:B9')],
    ]);
    await host.applyEdits(asKnown(summary(['Sở A', 'Sở B'], { charts: [] })));
    expect(sheet.charts.map(({ name }) => name)).toEqual(['Biểu đồ của tôi']);
  });

  test('is refused where it is protected, which hides its choices', async () => {
    const { excel, host } = await start();
    const sheet = await used(host, excel);
    sheet.protected = true;
    const before = excel.state();
    expect(await refusalOf(host.applyEdits(asKnown(moved())))).toBe('protected-sheet');
    expect(excel.state()).toEqual(before);
  });

  test('is refused where it was edited since it was read', async () => {
    const { excel, host } = await start();
    await used(host, excel);
    excel.type(SHEET, 'C4', 'mới');
    const before = excel.state();
    expect(await refusalOf(host.applyEdits(asKnown(moved())))).toBe('changed-sheet');
    expect(excel.state()).toEqual(before);
  });
});

describe('a drawing that fails', () => {
  const actionsOf = (excel: SimulatedExcel): number =>
    excel.exchanges.filter(({ writes }) => writes).at(-1)?.actions ?? 0;

  test('at any action of a new sheet leaves no sheet', async () => {
    const trial = await start();
    const edits = [...onSheet('Bảng', cell('C1', number('7'))), ...asNew(summary(['Sở A']))];
    const before = trial.excel.state();
    await trial.host.applyEdits(edits);
    const actions = actionsOf(trial.excel);
    expect(actions).toBeGreaterThan(100);
    const { excel, host } = await start();
    for (let action = 0; action < actions; action++) {
      excel.failAt(action);
      expect([action, await refusalOf(host.applyEdits(edits)), excel.state()]).toEqual([
        action,
        'failed-write',
        before,
      ]);
    }
  }, 60_000);

  const two = (drawn: SheetDrawing): SheetDrawing => ({
    ...drawn,
    charts: drawn.charts.flatMap((chart) => [
      chart,
      { ...chart, title: 'Thứ hai', kind: 'columns' as const, over: area('L2:P9') },
    ]),
  });
  const edits = [...asKnown(moved()), ...onSheet('Bảng', cell('C1', number('7')))];
  const one = (drawn: SheetDrawing): SheetDrawing => drawn;
  test.each([
    ['action of a sheet that nobody drew since the pane was opened', Infinity, '1.18', true, two],
    ['of the last actions, in an Excel that does not tell what charts show,', 80, '1.15', true, one],
    ['of the last actions, in such an Excel, of a sheet drawn since the pane was opened,', 80, '1.15', false, two],
  ] as const)(
    'at any %s gives back everything of it',
    async (_, last, excelApi, isNew, old) => {
      const trial = await start({ excelApi });
      await used(trial.host, trial.excel, old(summary(['Sở A', 'Sở B'])));
      await trial.host.applyEdits(edits);
      const written = trial.excel.state();
      const actions = actionsOf(trial.excel);
      expect(actions).toBeGreaterThan(200);
      const { excel, host } = await start({ excelApi });
      await used(host, excel, old(summary(['Sở A', 'Sở B'])));
      const before = excel.state();
      const text = JSON.stringify(before);
      const opened = async (): Promise<ExcelHost> => {
        const other = excelHost();
        await read(other);
        return other;
      };
      for (let action = Math.max(0, actions - last); action < actions; action++) {
        const drawer = isNew ? await opened() : host;
        excel.failAt(action);
        const alias = await refusalOf(drawer.applyEdits(edits));
        if (alias !== 'failed-write' || JSON.stringify(excel.state()) !== text)
          expect([action, alias, excel.state()]).toEqual([action, 'failed-write', before]);
      }
      await (isNew ? await opened() : host).applyEdits(edits);
      expect(excel.state()).toEqual(written);
    },
    120_000,
  );
});

describe('undoing a drawing', () => {
  test('takes a new sheet away, unless somebody has typed into it', async () => {
    const { excel, host } = await start();
    const before = excel.state();
    await host.applyEdits(asNew(summary(['Sở A'])));
    excel.type(SHEET, 'C3', 'gõ thêm');
    expect(await refusalOf(host.undo())).toBe('changed-sheet');
    excel.type(SHEET, 'C3', '');
    await host.undo();
    expect(excel.state()).toEqual(before);
  });

  test('gives back a sheet that was drawn over, and can be drawn over again', async () => {
    const { excel, host } = await start();
    await used(host, excel, withSums(['Sở A', 'Sở B']));
    const before = excel.state();
    await host.applyEdits(asKnown(moved()));
    const written = excel.state();
    await host.undo();
    expect(excel.state()).toEqual(before);
    await read(host);
    await host.applyEdits(asKnown(moved()));
    expect(excel.state()).toEqual(written);
  });

  test('gives back all of it where the pane was opened since', async () => {
    const { excel, host } = await start();
    await used(host, excel);
    const before = excel.state();
    const opened = excelHost();
    await read(opened);
    await opened.applyEdits(asKnown(moved()));
    await opened.undo();
    expect(excel.state()).toEqual(before);
  });
});

describe('undoing a drawing that fails', () => {
  test('at any of its actions can be done again, and gives back everything', async () => {
    const { excel, host } = await start();
    await used(host, excel);
    const known = excel.state();
    const redrawn = async (): Promise<ExcelHost> => {
      const opened = excelHost();
      await read(opened);
      await opened.applyEdits(asKnown(moved()));
      excel.forget();
      return opened;
    };
    await (await redrawn()).undo();
    expect(excel.state()).toEqual(known);
    const before = JSON.stringify(excel.state());
    const [put, settled] = excel.exchanges.filter(({ writes }) => writes).map(({ actions }) => actions);
    expect([put, settled]).toEqual([expect.any(Number), expect.any(Number)]);
    const failing = [
      ...Array.from({ length: put ?? 0 }, (_, n) => [0, n] as const),
      ...Array.from({ length: settled ?? 0 }, (_, n) => [1, n] as const),
    ];
    const outcomes = await failing.reduce(async (earlier, [request, action]) => {
      const found = await earlier;
      const opened = await redrawn();
      excel.failLater(request, action);
      const alias = await refusalOf(opened.undo());
      if (opened.canUndo()) await opened.undo();
      // A chart that has no name yet cannot be told apart from the officer's own.
      const { charts } = excel.sheet(SHEET);
      const nameless = charts.findIndex(({ name }) => name.startsWith('Biểu đồ {'));
      if (nameless >= 0) charts.splice(nameless, 1);
      return alias === 'half-written' && JSON.stringify(excel.state()) === before
        ? found
        : [...found, [request, action, alias]];
    }, Promise.resolve<unknown[]>([]));
    expect(outcomes).toEqual([]);
  }, 120_000);
});

describe('an Excel that does not tell what charts show', () => {
  test('keeps the new one where nobody drew the old one since the pane was opened; all else comes back', async () => {
    const { excel, host } = await start({ excelApi: '1.15' });
    await used(host, excel);
    const before = excel.state() as { sheets: { charts: unknown[] }[] };
    const opened = excelHost();
    await read(opened);
    await opened.applyEdits(asKnown(moved()));
    await opened.undo();
    expect(excel.state()).toEqual({
      ...before,
      sheets: before.sheets.map((sheet, n) => (n === 1 ? { ...sheet, charts: expect.anything() } : sheet)),
    });
    expect(excel.sheet(SHEET).charts.map(({ name }) => name)).toEqual(['Biểu đồ của tôi', 'CCHC_CHART_2']);
  });
});

describe('repeated rows', () => {
  test('are not added again where an officer took them off, because nothing could take them off any more', async () => {
    const { excel, host } = await start();
    const sheet = await used(host, excel);
    sheet.page.titleRows = null;
    await host.applyEdits(asKnown(moved()));
    expect([sheet.page.titleRows, sheet.page.orientation]).toEqual([null, 'Portrait']);
  });
});

describe('an Excel that refuses', () => {
  test.each([
    ['folds', /^Range\.Group$/, (sheet: SimSheet) => sheet.levels.size === 0 && sheet.charts.length === 1],
    [
      'charts',
      /^ChartPart\.SetXAxisValues$/,
      (sheet: SimSheet) => sheet.charts.length === 0 && sheet.levels.size === 2,
    ],
    ['drop-downs', /^DataValidation/, (sheet: SimSheet) => sheet.checks.size === 0 && sheet.charts.length === 1],
    [
      'a print set-up',
      /^PageLayout\.Zoom$/,
      (sheet: SimSheet) => sheet.page.paperSize === 'Letter' && sheet.charts.length === 1,
    ],
    [
      'frozen panes',
      /FreezePanes\.FreezeAt/,
      (sheet: SimSheet) => sheet.frozen.rows === 0 && sheet.charts.length === 1,
    ],
    ['a filter', /^AutoFilter\.Apply$/, (sheet: SimSheet) => sheet.filter === null && sheet.charts.length === 1],
  ] as const)('%s gets the sheet without them, with all of its contents', async (_, refuses, isSpared) => {
    const { excel, host } = await start({ refuses });
    await host.applyEdits(asNew(summary(['Sở A', 'Sở B'])));
    const sheet = excel.sheet(SHEET);
    expect([cellOf(sheet, 'A5').value, cellOf(sheet, 'A5').format['wrapText'], isSpared(sheet)]).toEqual([
      'Sở B',
      true,
      true,
    ]);
    await host.undo();
    expect(excel.book.sheets).toHaveLength(1);
  });

  test('to close folds, and so to tell them, gets the sheet with its new folds', async () => {
    const { excel, host } = await start({ refuses: /^Worksheet\.ShowOutlineLevels$/ });
    const sheet = await used(host, excel);
    await host.applyEdits(asKnown(moved()));
    expect([[...sheet.levels], cellOf(sheet, 'C4').value]).toEqual([[[3, 1]], 'Đã xong']);
  });

  test('contents says so and leaves no sheet', async () => {
    const { excel, host } = await start({ refuses: /^Range\.Merge$/ });
    expect(await refusalOf(host.applyEdits(asNew(summary(['Sở A']))))).toBe('failed-write');
    expect(excel.book.sheets).toHaveLength(1);
  });
});

describe('a large drawing', () => {
  const large = (words: string, from = false, length = 3000): SheetDrawing =>
    drawing(
      Array.from({ length }, (_, row) =>
        drawnRow(
          [
            drawnCell(`Đơn vị ${row.toString()}`),
            drawnCell(number(row.toString())),
            drawnCell(words, {}, from ? `C${(row + 1).toString()}` : null),
          ],
          { level: row % 3 === 0 ? 0 : 1 },
        ),
      ),
    );
  const words = 'Chưa ban hành kế hoạch đúng thời hạn quy định. '.repeat(20);
  const sizes = (excel: SimulatedExcel): number =>
    Math.max(...excel.exchanges.map(({ requestBytes, responseBytes }) => Math.max(requestBytes, responseBytes)));

  test('goes to Excel on the web in pieces, is drawn anew and undone in pieces, and fails as a whole', async () => {
    const { excel, host } = await start({ platform: 'OfficeOnline' });
    await host.applyEdits(asNew(large(words)));
    expect(excel.exchanges.filter(({ writes }) => writes).length).toBeGreaterThan(1);
    expect(sizes(excel)).toBeLessThan(5_000_000);
    const before = excel.state();
    await read(host);
    await host.applyEdits(asKnown(large('Ngắn', true)));
    expect([cellOf(excel.sheet(SHEET), 'C3000').value, cellOf(excel.sheet(SHEET), 'A3000').value]).toEqual([
      'Ngắn',
      'Đơn vị 2999',
    ]);
    await host.undo();
    expect(excel.state()).toEqual(before);
  }, 120_000);

  test('takes along what the officer typed and coloured, looking closely only where a brush was used', async () => {
    const { excel, host } = await start();
    await host.applyEdits(asNew(large('x')));
    const sheet = excel.sheet(SHEET);
    const looked = async (): Promise<number> => {
      await read(host);
      excel.forget();
      await host.applyEdits(asKnown(large('x', true)));
      return excel.exchanges.length;
    };
    expect(await looked()).toBe(2);
    expect(sizes(excel)).toBeLessThan(2_500_000);
    change(sheet, 'C1500', { fill: { color: '#00FF00', pattern: 'Solid' } });
    change(sheet, 'C1600', { font: { underline: 'Single' } });
    expect(await looked()).toBe(3);
    expect(sizes(excel)).toBeLessThan(3_500_000);
    expect(['C1499', 'C1500', 'C1600'].map((a1) => cellOf(sheet, a1).format)).toMatchObject([
      {
        fill: { pattern: 'None' },
        borders: { top: { style: 'Continuous' } },
        font: { name: 'Times New Roman', size: 12 },
      },
      { fill: { color: '#00FF00' }, borders: { top: { style: 'Continuous' } } },
      { fill: { pattern: 'None' }, font: { underline: 'Single' }, borders: { left: { style: 'Continuous' } } },
    ]);
  }, 60_000);

  test('that fails in a later piece leaves nothing', async () => {
    const { excel, host } = await start({ platform: 'OfficeOnline' });
    const before = excel.state();
    await host.applyEdits(asNew(large(words)));
    const requests = excel.exchanges.filter(({ writes }) => writes);
    await host.undo();
    expect(excel.state()).toEqual(before);
    excel.failLater(requests.length - 1, requests.at(-1)!.actions - 2);
    expect(await refusalOf(host.applyEdits(asNew(large(words))))).toBe('failed-write');
    expect(excel.state()).toEqual(before);
  }, 120_000);

  test('that an earlier session drew comes back as it was, looks of every cell with it', async () => {
    const { excel, host } = await start();
    await host.applyEdits(asNew(large('x', false, 900)));
    const sheet = excel.sheet(SHEET);
    change(sheet, 'A2', { font: { color: '#FF0000' } });
    change(sheet, 'B400', { protection: { locked: false } });
    change(sheet, 'C600', { borders: { bottom: { style: 'Continuous', color: '#00FF00' } } });
    excel.type(SHEET, 'E2', 'bên lề');
    excel.type(SHEET, 'F3', '');
    change(sheet, 'F3', { fill: { color: '#00FF00', pattern: 'Solid' } });
    excel.type(SHEET, 'G2', 'bên lề');
    const before = JSON.stringify(excel.state());
    const opened = excelHost();
    await read(opened);
    excel.forget();
    await opened.applyEdits(asKnown(large('Ngắn', true, 900)));
    const actions = excel.exchanges.at(-1)?.actions ?? 0;
    await opened.undo();
    expect(JSON.stringify(excel.state()) === before).toBe(true);
    await read(opened);
    excel.failAt(actions - 1);
    expect(await refusalOf(opened.applyEdits(asKnown(large('Ngắn', true, 900))))).toBe('failed-write');
    expect(JSON.stringify(excel.state()) === before).toBe(true);
  }, 60_000);

  test('goes with another to the web, where all of their looks are too much for one answer', async () => {
    const { excel, host } = await start({ platform: 'OfficeOnline' });
    const half = (words: string): SheetDrawing =>
      drawing(
        Array.from({ length: 970 }, (_, row) =>
          drawnRow(['a', words, number(row.toString()), null].map((each) => drawnCell(each))),
        ),
      );
    const both = (words: string, isNew: boolean): SheetEdits[] =>
      [SHEET, 'Kết quả'].map((sheet) => ({ sheet, isNew, edits: [], drawing: half(words) }));
    await host.applyEdits(both('x', true));
    const before = JSON.stringify(excel.state());
    const opened = excelHost();
    await read(opened);
    await opened.applyEdits(both('y', false));
    expect(cellOf(excel.sheet(SHEET), 'B970').value).toBe('y');
    await opened.undo();
    expect(JSON.stringify(excel.state()) === before).toBe(true);
  }, 60_000);

  test('goes to a desktop in one', async () => {
    const { excel, host } = await start();
    await host.applyEdits(asNew(large(words)));
    expect(excel.exchanges.filter(({ writes }) => writes)).toHaveLength(1);
    const twice = await start({ grids: [gridOf([['a']], { sheet: 'Bảng' })] });
    await twice.host.applyEdits(asNew(large('x')));
    expect(sizes(twice.excel)).toBeLessThan(1_500_000);
  }, 60_000);
});
