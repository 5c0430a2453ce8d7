/** Reads everything on a sheet of the add-in that a new drawing destroys, as far as Excel reports it. */
import { cellKey, toA1Range, type Area2D, type CellKey } from '../../../core/values/address';
import type { Edit } from '../../../core/model/workbook/edit';
import type { CellLook, SheetDrawing } from '../../../core/model/sheet-drawing';
import { areaOfRange, forEachCell } from '../areas';
import { askCharts, type ChartBefore } from './ask-charts';
import { askChecks, type AskedChecks, type Checks } from './ask-checks';
import { type AskedLooks, askLooks } from './ask-looks';
import type { Look } from './looks';
import type { Used } from './snapshot';

export interface PrintSetup {
  readonly orientation: Excel.PageLayout['orientation'];
  readonly paperSize: Excel.PageLayout['paperSize'];
  readonly zoom: Excel.PageLayoutZoomOptions;
  readonly centerFooter: string;
  /** $1:$5 */
  readonly titleRows: string | null;
  /** Rows that begin a page; null keeps the existing page breaks, because reading them needs a sync of its own. */
  readonly breaks: readonly number[] | null;
}

export const titleRows = ([first, last]: readonly [number, number]): string =>
  `$${(first + 1).toString()}:$${(last + 1).toString()}`;
const areaOfRows = ({ rowIndex, rowCount }: Excel.Range): [number, number] => [rowIndex, rowIndex + rowCount - 1];

export interface DrawnBefore {
  /** From A1 over all present and future cells, plus the row below, which is needed for ungrouping. */
  readonly area: Area2D;
  /**
   * The look of every cell. A cell whose look a `CellLook` describes completely may be in `plain` instead, which is
   * read for many cells at once.
   */
  readonly looks: ReadonlyMap<CellKey, Look>;
  readonly plain: ReadonlyMap<CellKey, CellLook>;
  /** The look in `looks` that equals that of a wiped cell. */
  readonly normal: Look | null;
  readonly numberFormats: ReadonlyMap<CellKey, string>;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Null if they were not read. */
  readonly checks: Checks | null;
  readonly frozen: SheetDrawing['frozen'];
  readonly filter: Area2D | null;
  readonly print: PrintSetup;
  /** Includes the officer's charts. */
  readonly charts: readonly ChartBefore[];
}

/** Maximum number of blank cells in an area whose number formats are read: a few bytes each. */
const MOST_BLANK = 40_000;

export interface AskedDrawn {
  readonly looks: AskedLooks;
  readonly checks: AskedChecks | null;
  tell(): DrawnBefore;
}

export function askDrawn(
  sheet: Excel.Worksheet,
  used: Used | null,
  drawing: SheetDrawing,
  edits: readonly Edit[],
  { isLarge, asksChecks }: { readonly isLarge: boolean; readonly asksChecks: boolean },
): AskedDrawn {
  const area = areaOver(used, drawing, edits);
  const range = sheet.getRange(toA1Range(area));
  const looks = askLooks(sheet, area, used, isLarge);
  const codes = blanksOf(area, used).map((blank) => ({ blank, range: sheet.getRange(toA1Range(blank)) }));
  for (const each of codes) each.range.load('numberFormat');
  const rows = range.getRowProperties({ rowHidden: true });
  const columns = range.getColumnProperties({ columnHidden: true });
  const checks = asksChecks ? askChecks(range) : null;
  const frozen = sheet.freezePanes.getLocationOrNullObject();
  frozen.load('rowCount,columnCount,isEntireRow,isEntireColumn');
  const filter = sheet.autoFilter.getRangeOrNullObject();
  filter.load('rowIndex,columnIndex,rowCount,columnCount');
  const { pageLayout } = sheet;
  pageLayout.load('orientation,paperSize,zoom');
  const footer = pageLayout.headersFooters.defaultForAllPages;
  footer.load('centerFooter');
  const titles = pageLayout.getPrintTitleRowsOrNullObject();
  titles.load('rowIndex,rowCount');
  const charts = askCharts(sheet);
  return {
    looks,
    checks,
    tell: () => ({
      area,
      looks: looks.found.looks,
      plain: looks.found.plain,
      normal: looks.found.normal,
      numberFormats: codesOf(used, codes),
      hiddenRows: rows.value.flatMap(({ rowHidden }, row) => (rowHidden === true ? [row] : [])),
      hiddenColumns: columns.value.flatMap(({ columnHidden }, column) => (columnHidden === true ? [column] : [])),
      checks: checks?.found ?? null,
      frozen: frozenOf(frozen),
      filter: filter.isNullObject ? null : areaOfRange(filter),
      print: {
        orientation: pageLayout.orientation,
        paperSize: pageLayout.paperSize,
        zoom: pageLayout.zoom,
        centerFooter: footer.centerFooter,
        titleRows: titles.isNullObject ? null : titleRows(areaOfRows(titles)),
        breaks: null,
      },
      charts: charts(),
    }),
  };
}

/** If only rows are frozen, the range spans entire rows; if only columns are frozen, entire columns. */
const frozenOf = ({
  isNullObject,
  isEntireColumn,
  isEntireRow,
  rowCount,
  columnCount,
}: Excel.Range): DrawnBefore['frozen'] =>
  isNullObject
    ? { rows: 0, columns: 0 }
    : { rows: isEntireColumn ? 0 : rowCount, columns: isEntireRow ? 0 : columnCount };

function areaOver(used: Used | null, { rows, columns, merges }: SheetDrawing, edits: readonly Edit[]): Area2D {
  const corners = [
    {
      row: (used?.top ?? 0) + (used?.values.length ?? 1) - 1,
      column: (used?.left ?? 0) + (used?.values[0]?.length ?? 1) - 1,
    },
    { row: rows.length - 1, column: Math.max(columns.length, ...rows.map(({ cells }) => cells.length)) - 1 },
    ...merges.map(({ bottom, right }) => ({ row: bottom, column: right })),
    ...edits.flatMap((edit) => ('at' in edit ? [edit.at] : [])),
  ];
  return corners.reduce(
    (area, { row, column }) => ({
      ...area,
      bottom: Math.max(area.bottom, row + 1),
      right: Math.max(area.right, column),
    }),
    { top: 0, left: 0, bottom: 0, right: 0 },
  );
}

/** The areas around the used range: blank cells have formats too. */
function blanksOf(area: Area2D, used: Used | null): Area2D[] {
  if (!used) return [area];
  const [bottom, right] = [used.top + used.values.length - 1, used.left + (used.values[0]?.length ?? 1) - 1];
  const blanks = [
    { ...area, bottom: used.top - 1 },
    { ...area, top: bottom + 1 },
    { top: used.top, left: 0, bottom, right: used.left - 1 },
    { top: used.top, left: right + 1, bottom, right: area.right },
  ];
  return blanks.filter(
    ({ top, left, bottom: last, right: end }) =>
      top <= last && left <= end && (last - top + 1) * (end - left + 1) <= MOST_BLANK,
  );
}

function codesOf(
  used: Used | null,
  blanks: readonly { readonly blank: Area2D; readonly range: Excel.Range }[],
): Map<CellKey, string> {
  const codes = new Map<CellKey, string>();
  used?.numberFormats.forEach((line, y) => {
    line.forEach((code, x) => codes.set(cellKey(used.top + y, used.left + x), code));
  });
  for (const { blank, range } of blanks)
    forEachCell(blank, (row, column) =>
      codes.set(
        cellKey(row, column),
        (range.numberFormat as string[][])[row - blank.top]?.[column - blank.left] ?? 'General',
      ),
    );
  return codes;
}
