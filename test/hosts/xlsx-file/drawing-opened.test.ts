/**
 * Drawn sheets in other programs: LibreOffice calculates, prints and saves them, openpyxl reads them, and they fit the
 * schemas.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { SheetDrawing } from '../../../src/core/model/sheet-drawing';
import { nodeCodec } from '../../../src/hosts/xlsx-file/zip/codec-node';
import { drawWorkbook, openXlsx } from '../../../src/hosts/xlsx-file/xlsx-file';
import { area, drawnFormula, drawnNumber, drawnText, HEAD, resultsDrawing } from '../../kit/drawn-results';
import { drawing, drawnCell, drawnRow } from '../../kit/drawings';
import { lintPackage } from '../../kit/programs/lint-package';
import { convert } from '../../kit/programs/libreoffice';
import { checkPackage, describeWith, PYTHON } from '../../kit/programs/programs';
import { recalculateFiles } from '../../kit/programs/recalculate';
import { textOfPart } from '../../kit/files/small-workbook';

/** Kept below .out for inspection. */
const OUT = join(__dirname, '..', '..', '..', '.out', 'drawn');
mkdirSync(OUT, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'cchc-drawn-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Written files, each with the file that it was drawn into. */
const toCheck: (readonly [file: string, before?: string])[] = [];
const SHEET = "Kết 'quả' & điểm";
const TITLES = ['TT', 'Đơn vị', 'Điểm', 'Nửa điểm'];

/** Ninety units on three pages, a drop-down beside them, and a chart above. */
const LONG: SheetDrawing = drawing(
  [
    ...Array.from({ length: 12 }, () => drawnRow([])),
    drawnRow(
      TITLES.map((each) => drawnText(each, HEAD)),
      { height: 30 },
    ),
    ...Array.from({ length: 90 }, (_, n) =>
      drawnRow(
        [
          drawnNumber((n + 1).toString()),
          drawnText(`Xã số ${(n + 1).toString()}`),
          drawnNumber((n / 4).toString()),
          drawnFormula(`C${(n + 14).toString()}/2`, (n / 8).toString()),
        ],
        { level: n % 3 === 0 ? 0 : 1 },
      ),
    ),
    drawnRow([null, drawnText('Tổng'), drawnFormula('SUBTOTAL(9,C14:C103)', '1001.25'), null]),
  ],
  {
    columns: [8, 60, 40, 40].map((width) => ({ width, hidden: false })),
    frozen: { rows: 13, columns: 2 },
    filter: area('A13:D103'),
    choices: [{ area: area('E14:E103'), values: ['Chưa xong', 'Đã xong'] }],
    print: { landscape: true, repeated: [12, 12] },
    charts: [
      {
        title: 'Điểm',
        kind: 'columns',
        categories: area('B14:B20'),
        series: [{ name: 'Điểm', values: area('C14:C20'), colour: '2F75B5' }],
        overlaid: false,
        most: null,
        over: area('A1:D11'),
      },
    ],
  },
);

function written(name: string, bytes: Uint8Array): string {
  const path = join(OUT, name);
  writeFileSync(path, bytes);
  return path;
}

function converted(file: string, to: string): string {
  const out = mkdtempSync(join(folder, 'out-'));
  convert([file], { to, into: out });
  return join(out, (file.split('/').pop() ?? '').replace(/\.xlsx$/, `.${to.slice(0, 4).replace(':', '')}`));
}

describeWith(['libreoffice', 'poppler'], 'LibreOffice', () => {
  const file = written('dai.xlsx', drawWorkbook([{ sheet: SHEET, drawing: LONG }], nodeCodec));
  toCheck.push([file]);

  test('calculates what the cells say already', () => {
    const [value] = recalculateFiles([new Uint8Array(readFileSync(file))]);
    expect([13, 50, 102].map((row) => value?.(SHEET, row, 3))).toEqual([0, 37 / 8, 89 / 8]);
    expect(value?.(SHEET, 103, 2)).toBe(1001.25);
  }, 120_000);

  test('prints it across, one page wide, with the header and a number on every page', () => {
    const pdf = converted(file, 'pdf');
    const info = spawnSync('pdfinfo', ['-f', '1', '-l', '99', pdf], { encoding: 'utf8' }).stdout;
    const sizes = [...info.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(([, width, height]) => [
      Math.round(Number(width)),
      Math.round(Number(height)),
    ]);
    const pages = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout.split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    expect(sizes).toEqual(pages.map(() => [842, 595]));
    pages.forEach((page, at) => {
      expect(page).toMatch(/TT +Đơn vị +Điểm +Nửa điểm/);
      expect(page.trimEnd().split('\n').pop()?.trim()).toBe(`${(at + 1).toString()}/${pages.length.toString()}`);
    });
  }, 120_000);

  test('gives wrapped text all the height that it takes, in any size', () => {
    const words = 'CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH và nâng cao chất lượng phục vụ người dân, doanh nghiệp trên địa bàn';
    const looks = [{ size: 10 }, { size: 12 }, { size: 14, bold: true }, { size: 12, italic: true }];
    const rows = looks.flatMap((look, n) => [
      drawnRow([drawnCell(`dau${n} ${words} cuoi${n}`, look), drawnCell('một dòng')]),
    ]);
    const pdf = converted(
      written(
        'cao.xlsx',
        drawWorkbook(
          [{ sheet: SHEET, drawing: drawing(rows, { columns: [16, 30].map((width) => ({ width, hidden: false })) }) }],
          nodeCodec,
        ),
      ),
      'pdf',
    );
    const boxes = spawnSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8' }).stdout;
    const edge = (word: string, side: 'yMin' | 'yMax'): number =>
      Number(new RegExp(`${side}="([\\d.]+)"[^>]*>${word}<`).exec(boxes)?.[1]);
    for (const n of [0, 1, 2]) expect(edge(`cuoi${n}`, 'yMax')).toBeLessThan(edge(`dau${n + 1}`, 'yMin') + 1);
  }, 120_000);

  test('saves it so that drawing it again adds no format and no chart', () => {
    const saved = new Uint8Array(
      readFileSync(
        converted(
          written('bieu-do.xlsx', drawWorkbook([{ sheet: SHEET, drawing: resultsDrawing() }], nodeCodec)),
          'xlsx:Calc MS Excel 2007 XML',
        ),
      ),
    );
    const again = openXlsx(saved, nodeCodec).apply([
      { sheet: SHEET, isNew: false, edits: [], drawing: resultsDrawing() },
    ]);
    expect(lintPackage(again)).toEqual(lintPackage(saved));
    expect(textOfPart(again, 'xl/styles.xml')).toBe(textOfPart(saved, 'xl/styles.xml'));
    expect([...textOfPart(again, 'xl/drawings/drawing1.xml').matchAll(/graphicFrame /g)]).toHaveLength(2);
    expect(
      openXlsx(again, nodeCodec).apply([{ sheet: SHEET, isNew: false, edits: [], drawing: resultsDrawing() }]),
    ).toBe(again);
    toCheck.push([written('bieu-do-lai.xlsx', again)]);
  }, 120_000);
});

const LOOK_INTO = `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]
chart = sheet._charts[-1]
page, properties = sheet.page_setup, sheet.sheet_properties
choices = [v for v in sheet.data_validations.dataValidation if v.formula1.startswith('"')]
print(json.dumps([
  sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows,
  page.orientation, page.paperSize, page.fitToHeight, properties.pageSetUpPr.fitToPage,
  properties.outlinePr.summaryBelow, sheet.row_dimensions[15].outlineLevel,
  [[str(v.sqref), v.type, v.formula1, v.showErrorMessage] for v in choices],
  len(sheet._charts), chart.barDir, [str(s.val.numRef.f) for s in chart.series], sheet.oddFooter.center.text,
  sheet['A13'].font.name, sheet['A13'].font.b, sheet['B14'].value, sheet['D14'].value]))
`;

const seen = (file: string, sheet: string): unknown[] => {
  const { stdout, stderr } = spawnSync(PYTHON, ['-c', LOOK_INTO, file, sheet], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as unknown[];
};
const LOOKS_LIKE = (sheet: string, charts: number): unknown[] => [
  'C14',
  'A13:D103',
  '$13:$13',
  'landscape',
  9,
  0,
  true,
  false,
  1,
  [['E14:E103', 'list', '"Chưa xong,Đã xong"', false]],
  charts,
  'col',
  [`'${sheet.replace(/'/g, "''")}'!$C$14:$C$20`],
  '&P/&N',
  'Times New Roman',
  true,
  'Xã số 1',
  '=C14/2',
];

describeWith(['openpyxl'], 'openpyxl', () => {
  test('finds panes, filter, titles, page, outline, drop-downs and chart', () => {
    expect(seen(written('dai.xlsx', drawWorkbook([{ sheet: SHEET, drawing: LONG }], nodeCodec)), SHEET)).toEqual(
      LOOKS_LIKE(SHEET, 1),
    );
  });
});

describeWith(['xlsxwriter', 'openpyxl'], 'a rich sheet that is drawn over', () => {
  test('keeps its notes, rules, sparklines, buttons and chart, and stays sound', () => {
    const path = join(folder, 'rich.xlsx');
    spawnSync(PYTHON, [join(__dirname, 'rich_workbook.py'), path]);
    const out = openXlsx(new Uint8Array(readFileSync(path)), nodeCodec).apply([
      { sheet: 'Bảng tổng hợp', isNew: false, edits: [], drawing: LONG },
    ]);
    expect(lintPackage(out)).toEqual([]);
    const file = written('ve-len.xlsx', out);
    toCheck.push([file, path]);
    expect(seen(file, 'Bảng tổng hợp')).toEqual(LOOKS_LIKE('Bảng tổng hợp', 2));
    const xml = textOfPart(out, 'xl/worksheets/sheet1.xml');
    for (const part of [
      '<cfRule type="colorScale"',
      'dataBar',
      'x14:sparkline',
      '<legacyDrawing',
      '<hyperlink ',
      '<dataValidation type="decimal"',
    ])
      expect(xml).toContain(part);
  });
});

describeWith(['libreoffice', 'poppler', 'xmllint', 'packageChecker'], 'what was drawn above', () => {
  test('has no fault that its source had not', () => {
    expect(toCheck.map((each) => checkPackage(...each))).toEqual(toCheck.map(() => 'package valid'));
  }, 60_000);
});
