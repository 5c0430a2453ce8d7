/** What is asked of a sheet of our own before it is drawn anew: all that the drawing will take away, as far as Excel tells it. */
import { cellKey, keyOf, toA1Range, type Area2D, type CellKey } from '../../core/model/address';
import type { Edit } from '../../core/model/edit';
import type { SheetDrawing } from '../../core/model/sheet-drawing';
import { cover } from './cover';
import { lookWithFill, SHORT_LOOK, WHOLE_LOOK, type Look } from './looks';
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
  /** Of all cells where `isWhole`, else of those that come along. */
  readonly looks: ReadonlyMap<CellKey, Look>;
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

export function askDrawn(sheet: Excel.Worksheet, used: Used | null, drawing: SheetDrawing, edits: readonly Edit[]): () => DrawnBefore {
  const area = areaOver(used, drawing, edits);
  const isWhole = (area.bottom + 1) * (area.right + 1) <= MOST_WHOLE_LOOKS;
  const range = sheet.getRange(toA1Range(area));
  const wanted = isWhole ? [area] : cover(drawing.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.from ? [keyOf(cell.from)] : []))));
  const looks = wanted.map((part) => ({ part, told: sheet.getRange(toA1Range(part)).getCellProperties(isWhole ? WHOLE_LOOK : SHORT_LOOK) }));
  const codes = wanted.map((part) => ({ part, range: sheet.getRange(toA1Range(part)) }));
  for (const each of codes) each.range.load('numberFormat');
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
  return () => {
    const found = new Map<CellKey, Look>();
    const numberFormats = codesOf(used);
    for (const { part, told } of looks) forEachCell(part, (row, column) => { found.set(cellKey(row, column), lookWithFill(told.value[row - part.top]?.[column - part.left])); });
    for (const { part, range: { numberFormat } } of codes) forEachCell(part, (row, column) => { numberFormats.set(cellKey(row, column), (numberFormat as string[][])[row - part.top]?.[column - part.left] ?? 'General'); });
    return {
      area,
      looks: found,
      isWhole,
      numberFormats,
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
    };
  };
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

function codesOf(used: Used | null): Map<CellKey, string> {
  const codes = new Map<CellKey, string>();
  used?.numberFormats.forEach((line, y) => { line.forEach((code, x) => codes.set(cellKey(used.top + y, used.left + x), code)); });
  return codes;
}
