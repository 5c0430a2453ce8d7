/**
 * The full description of a sheet of the add-in in Excel's terms, built from a drawing or from the previous contents of
 * the sheet.
 */
import { cellKey, keyOf, toA1, type Area2D, type CellKey } from '../../../core/values/address';
import type { CellLook, DrawnCell, DrawnChart, SheetDrawing } from '../../../core/model/sheet-drawing';
import { isChartName } from '../../marks/chart-names';
import { forEachCell } from '../areas';
import type { CanvasChart } from '../read/ask-charts';
import type { Check, Checks } from '../read/ask-checks';
import { type DrawnBefore, type PrintSetup, titleRows } from '../read/ask-drawn';
import type { Look } from '../read/looks';
import { type SheetBefore, standing } from '../read/sheet-before';
import type { Input, SheetSnapshot } from '../read/snapshot';
import { inputOf, refuseLong, restoredInput } from '../write/input';

export interface Canvas {
  /** All rows and columns from A1. */
  readonly inputs: readonly (readonly Input[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Looks from the drawing, by row and column. */
  readonly painted: readonly (readonly (CellLook | null)[])[];
  /** Looks of single cells, applied after `painted`. */
  readonly looks: ReadonlyMap<CellKey, Look>;
  /** The area to clear, from A1 over all present and all drawn cells; null for a new sheet. */
  readonly wiped: Area2D | null;
  readonly merges: readonly Area2D[];
  /** Points; null leaves the width. */
  readonly widths: readonly (number | null)[];
  readonly hiddenColumns: readonly number[];
  /** Points; null lets Excel fit the row. */
  readonly heights: readonly (number | null)[];
  /** For a sheet that is restored: its row heights, whether fitted by Excel or set by the user. */
  readonly heightsBefore: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly frozen: SheetDrawing['frozen'] | null;
  readonly filter: Area2D | null;
  readonly print: PrintSetup | null;
  /** If null, the property stays as it is; so for `levels` and `charts`. */
  readonly checks: Checks | null;
  readonly levels: readonly number[] | 'unknown' | null;
  readonly charts: readonly CanvasChart[] | null;
  /** For a sheet that is restored: names of all charts that it had. */
  readonly chartNames: readonly string[] | null;
}

/** Parts of a drawing that can be left out if an Excel refuses them. */
export type Trimming = 'charts' | 'folds' | 'checks' | 'print' | 'frozen' | 'filter';
export const withoutTrimmings = (canvas: Canvas, some: ReadonlySet<string>): Canvas => ({
  ...canvas,
  ...(some.has('charts') ? { charts: null, chartNames: null } : {}),
  ...(some.has('folds') ? { levels: null } : {}),
  ...(some.has('checks') ? { checks: null } : {}),
  ...(some.has('print') ? { print: null } : {}),
  ...(some.has('frozen') ? { frozen: null } : {}),
  ...(some.has('filter') ? { filter: null } : {}),
});

/**
 * A4 with the page number at the bottom. Excel has no call to remove repeated rows, so none are added if the sheet does
 * not have any.
 */
const printOf = ({ landscape, repeated, breaks }: SheetDrawing['print'], hasTitles: boolean): PrintSetup => ({
  orientation: landscape ? 'Landscape' : 'Portrait',
  paperSize: 'A4',
  zoom: { horizontalFitToPages: 1 },
  centerFooter: '&P/&N',
  titleRows: repeated && hasTitles ? titleRows(repeated) : null,
  breaks: breaks ?? null,
});

const chartOf = ({ over, ...chart }: DrawnChart): CanvasChart => ({ ...chart, place: over });

/**
 * A file measures widths in characters of the default font (7 pixels each, plus 5 for the edges); Excel takes points.
 */
const pointsOfWidth = (characters: number): number => Math.round(characters * 7 + 5) * 0.75;

const TEXT_FORMAT = '@';

/** Throws if a text is longer than Excel accepts. `before` is null for a new sheet. */
export function canvasOf(
  sheet: string,
  drawing: SheetDrawing,
  before: { readonly contents: SheetBefore; readonly drawn: DrawnBefore } | null,
): Canvas {
  const { rows, columns } = drawing;
  const width = Math.max(columns.length, ...rows.map(({ cells }) => cells.length));
  const table = <T>(of: (cell: DrawnCell | null, row: number, column: number) => T): T[][] =>
    rows.map(({ cells }, row) => Array.from({ length: width }, (_, column) => of(cells[column] ?? null, row, column)));
  const looks = new Map<CellKey, Look>();
  const codeOf = (cell: DrawnCell | null): string => {
    if (!cell) return 'General';
    const code =
      (cell.from && before ? before.drawn.numberFormats.get(keyOf(cell.from)) : null) ?? cell.look.numberFormat;
    // In a text cell, Excel would keep a number or a formula as text.
    return code === TEXT_FORMAT && cell.content && cell.content.kind !== 'text' ? 'General' : code;
  };
  return {
    inputs: table((cell, row, column) => {
      if (!cell?.content) return '';
      refuseLong(sheet, toA1({ row, column }), cell.content);
      return inputOf(cell.content);
    }),
    numberFormats: table(codeOf),
    painted: table((cell, row, column) => {
      if (!cell?.from || !before) return cell?.look ?? null;
      const plain = before.drawn.plain.get(keyOf(cell.from));
      const brought = before.drawn.looks.get(keyOf(cell.from));
      if (plain || !brought) return plain ?? cell.look;
      looks.set(cellKey(row, column), brought);
      // A fill that the officer removed must not come back.
      return { ...cell.look, fill: null };
    }),
    looks,
    wiped: before?.drawn.area ?? null,
    merges: drawing.merges,
    widths: columns.map((column) => pointsOfWidth(column.width)),
    hiddenColumns: columns.flatMap(({ hidden }, column) => (hidden ? [column] : [])),
    heights: rows.map(({ height }) => height),
    heightsBefore: [],
    hiddenRows: [],
    frozen: drawing.frozen,
    filter: drawing.filter,
    print: printOf(drawing.print, !before || before.drawn.print.titleRows !== null),
    checks: checksOf(drawing.choices),
    levels: rows.map(({ level }) => level),
    charts: drawing.charts.map(chartOf),
    chartNames: null,
  };
}

/**
 * The canvas that restores the sheet. `last` supplies what older Excels do not report: merges before ExcelApi 1.13, the
 * content of charts before 1.16.
 */
export function canvasBefore(
  contents: SheetBefore,
  drawn: DrawnBefore,
  { merges }: SheetSnapshot,
  last: SheetDrawing | null,
): Canvas {
  const { area } = drawn;
  const table = <T>(of: (row: number, column: number) => T): T[][] =>
    Array.from({ length: area.bottom + 1 }, (_, row) =>
      Array.from({ length: area.right + 1 }, (__, column) => of(row, column)),
    );
  return {
    inputs: table((row, column) => restoredInput(standing(contents, cellKey(row, column)))),
    numberFormats: table((row, column) => drawn.numberFormats.get(cellKey(row, column)) ?? 'General'),
    painted: drawn.plain.size === 0 ? [] : table((row, column) => drawn.plain.get(cellKey(row, column)) ?? null),
    looks: new Map([...drawn.looks].filter(([, look]) => look !== drawn.normal)),
    wiped: area,
    // Excel reports merges only since ExcelApi 1.13.
    merges: merges.length > 0 ? merges : (last?.merges ?? []),
    widths: [],
    hiddenColumns: drawn.hiddenColumns,
    heights: [],
    heightsBefore: [],
    hiddenRows: drawn.hiddenRows,
    frozen: drawn.frozen,
    filter: drawn.filter,
    print: { ...drawn.print, breaks: last?.print.breaks ?? null },
    checks: drawn.checks,
    levels: null,
    charts:
      last?.charts.map((chart, n) => ({
        ...chartOf(chart),
        place: drawn.charts.filter(({ name }) => isChartName(name))[n]?.box ?? chart.over,
      })) ?? null,
    chartNames: drawn.charts.map(({ name }) => name),
  };
}

/** Excel accepts 255 characters of choices, separated by commas. */
const MAX_CHOICES = 255;

/** Drop-downs that still allow other text. */
function checksOf(choices: SheetDrawing['choices']): Checks {
  const checks = new Map<CellKey, string>();
  for (const { area, values } of choices) {
    const source = values.join(',');
    if (source.length > MAX_CHOICES || values.some((value) => value.includes(','))) continue;
    const check: Check = {
      rule: { list: { inCellDropDown: true, source } },
      errorAlert: { showAlert: false, message: '', title: '', style: 'Information' },
    };
    forEachCell(area, (row, column) => checks.set(cellKey(row, column), JSON.stringify(check)));
  }
  return checks;
}
