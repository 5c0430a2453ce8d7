/** What is asked of a sheet of our own before it is drawn anew: all that the drawing will take away, as far as Excel tells it. */
import { cellKey, toA1Range, type Area2D, type CellKey } from '../../core/model/address';
import type { Edit } from '../../core/model/edit';
import type { CellLook, SheetDrawing } from '../../core/model/sheet-drawing';
import { askLooks, type AskedLooks, type LooksFound } from './ask-looks';
import { lookWithFill, WHOLE_LOOK, type Look } from './looks';
import { areaOfRange, forEachCell } from './read';
import type { Used } from './snapshot';

export interface PrintSetup {
  readonly orientation: Excel.PageLayout['orientation'];
  readonly paperSize: Excel.PageLayout['paperSize'];
  readonly zoom: Excel.PageLayoutZoomOptions;
  readonly centerFooter: string;
  /** $1:$5 */
  readonly titleRows: string | null;
}

export const titleRows = ([first, last]: readonly [number, number]): string => `$${(first + 1).toString()}:$${(last + 1).toString()}`;
const areaOfRows = ({ rowIndex, rowCount }: Excel.Range): [number, number] => [rowIndex, rowIndex + rowCount - 1];

export interface DrawnBefore {
  /** From A1 over everything that stands there or will. */
  readonly area: Area2D;
  /** Looks of all cells where `isWhole`, else of those that come along; in the words of drawings where those say all of them. */
  readonly looks: ReadonlyMap<CellKey, Look>;
  readonly plain: ReadonlyMap<CellKey, CellLook>;
  readonly isWhole: boolean;
  readonly numberFormats: ReadonlyMap<CellKey, string>;
  readonly widths: readonly number[];
  /** Null for rows as high as a row is. */
  readonly heights: readonly (number | null)[];
  readonly frozen: SheetDrawing['frozen'];
  readonly filter: Area2D | null;
  readonly print: PrintSetup;
  /** Names of all charts. */
  readonly charts: readonly string[];
}

/** Some 800 bytes each, and an answer has at most 5 MB on the web. */
const MOST_WHOLE_LOOKS = 4_000;

export interface AskedDrawn {
  readonly looks: AskedLooks;
  tell(): DrawnBefore;
}

export function askDrawn(sheet: Excel.Worksheet, used: Used | null, drawing: SheetDrawing, edits: readonly Edit[]): AskedDrawn {
  const area = areaOver(used, drawing, edits);
  const isWhole = (area.bottom + 1) * (area.right + 1) <= MOST_WHOLE_LOOKS;
  const range = sheet.getRange(toA1Range(area));
  const looks = isWhole ? askWhole(sheet, area) : askLooks(sheet, drawing);
  const codes = isWhole ? range : null;
  codes?.load('numberFormat');
  const rows = range.getRowProperties({ format: { rowHeight: true } });
  const columns = range.getColumnProperties({ format: { columnWidth: true } });
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
  sheet.charts.load('items/name');
  sheet.load('standardHeight');
  return {
    looks,
    tell: () => ({
      area,
      looks: looks.found.looks,
      plain: looks.found.plain,
      isWhole,
      numberFormats: codesOf(used, codes),
      widths: columns.value.map(({ format }) => (format as { columnWidth?: number } | undefined)?.columnWidth ?? 0),
      heights: rows.value.map(({ format }) => heightOf(format as { rowHeight?: number } | undefined, sheet.standardHeight)),
      frozen: frozenOf(frozen),
      filter: filter.isNullObject ? null : areaOfRange(filter),
      print: {
        orientation: pageLayout.orientation,
        paperSize: pageLayout.paperSize,
        zoom: pageLayout.zoom,
        centerFooter: footer.centerFooter,
        titleRows: titles.isNullObject ? null : titleRows(areaOfRows(titles)),
      },
      charts: sheet.charts.items.map(({ name }) => name),
    }),
  };
}

function askWhole(sheet: Excel.Worksheet, area: Area2D): AskedLooks {
  const told = sheet.getRange(toA1Range(area)).getCellProperties(WHOLE_LOOK);
  const found: LooksFound = { plain: new Map(), looks: new Map() };
  const mixed = (): CellKey[] => {
    forEachCell(area, (row, column) => { found.looks.set(cellKey(row, column), lookWithFill(told.value[row - area.top]?.[column - area.left])); });
    return [];
  };
  return { found, mixed };
}

/** A pane of rows alone spans whole rows, one of columns whole columns. */
const frozenOf = ({ isNullObject, isEntireColumn, isEntireRow, rowCount, columnCount }: Excel.Range): DrawnBefore['frozen'] =>
  isNullObject ? { rows: 0, columns: 0 } : { rows: isEntireColumn ? 0 : rowCount, columns: isEntireRow ? 0 : columnCount };

const heightOf = (format: { readonly rowHeight?: number } | undefined, standard: number): number | null => (format?.rowHeight === undefined || format.rowHeight === standard ? null : format.rowHeight);

function areaOver(used: Used | null, { rows, columns, merges }: SheetDrawing, edits: readonly Edit[]): Area2D {
  const corners = [
    { row: (used?.top ?? 0) + (used?.values.length ?? 1) - 1, column: (used?.left ?? 0) + (used?.values[0]?.length ?? 1) - 1 },
    { row: rows.length - 1, column: Math.max(columns.length, ...rows.map(({ cells }) => cells.length)) - 1 },
    ...merges.map(({ bottom, right }) => ({ row: bottom, column: right })),
    ...edits.flatMap((edit) => ('at' in edit ? [edit.at] : [])),
  ];
  return corners.reduce((area, { row, column }) => ({ ...area, bottom: Math.max(area.bottom, row), right: Math.max(area.right, column) }), { top: 0, left: 0, bottom: 0, right: 0 });
}

/** Cells that hold nothing have formats too. */
function codesOf(used: Used | null, range: Excel.Range | null): Map<CellKey, string> {
  const codes = new Map<CellKey, string>();
  used?.numberFormats.forEach((line, y) => { line.forEach((code, x) => codes.set(cellKey(used.top + y, used.left + x), code)); });
  (range?.numberFormat as string[][] | undefined)?.forEach((line, row) => { line.forEach((code, column) => codes.set(cellKey(row, column), code)); });
  return codes;
}
