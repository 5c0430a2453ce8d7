/** The sheet in windows of displayed cells, with search and jumps to the end of a run of filled cells. */
import { cellKey, keyOf, type Address, type Area2D, type CellKey } from '../../core/values/address';
import { hasFormula, isBlank, valueAt, type CellValue, type Grid, type MarkKind } from '../../core/model/workbook/grid';
import { unitAxis, type ScoreSheet } from '../../core/model/score-sheet';
import { isScoreCell, type PlaceView, type SheetPlace } from './score-in-cell';
import type { SheetDrawing } from '../../core/model/sheet-drawing';
import { lookAt, lookView, placesOf, type LookView } from './view-drawing';
import { searcher } from './search';
import { numberText, shownText } from './shown-text';

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly isNumber: boolean;
  readonly mark: MarkKind | null;
  readonly hasNote: boolean;
  readonly hasFormula: boolean;
  /** Only set for the first cell of a merge. */
  readonly merge: Area2D | null;
  /** The last column that the text is drawn over, as in Excel, because the cells on its right are blank. */
  readonly lastColumn: number;
  readonly isHeader: boolean;
  /** Whether a score can be typed here. */
  readonly isScore: boolean;
  /** Only set on the add-in's sheets. */
  readonly look: LookView | null;
}

/** Details of one cell for the line above the grid. */
export interface CellDetail {
  readonly at: Address;
  readonly text: string;
  readonly formula: string | null;
  readonly note: string | null;
  readonly place: PlaceView | null;
  /** For a score that lost points, its line in «Điểm bị trừ»; for that line, the score. */
  readonly counterpart: SheetPlace | null;
}

/** Non-blank cells of the window, and merges that overlap it; an index has its published number of decimals. */
export function gridCells(
  grid: Grid,
  area: Area2D,
  sheet: ScoreSheet | null,
  places: number,
  drawing: SheetDrawing | null,
): GridCell[] {
  const merged = mergeIndex(grid);
  const headers = new Set(sheet?.headerRows ?? []);
  const cells = new Map<CellKey, GridCell>();
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const merge = merged.get(cellKey(row, column)) ?? null;
      const at = merge ? { row: merge.top, column: merge.left } : { row, column };
      const key = keyOf(at);
      if (cells.has(key)) continue;
      const value = valueAt(grid, at.row, at.column);
      const mark = grid.marks.get(key) ?? null;
      const hasNote = grid.notes.has(key);
      const isScore = sheet !== null && isScoreCell(sheet, at);
      const drawn = drawing && lookAt(drawing, at.row, at.column);
      if (value === null && mark === null && !hasNote && merge === null && !isScore && !drawn) continue;
      cells.set(key, {
        ...at,
        text: textAt(grid, at, drawn ? placesOf(drawn) : placesAt(sheet, at, places)),
        isNumber: isNumeric(value),
        mark,
        hasNote,
        hasFormula: hasFormula(grid, at.row, at.column),
        merge,
        lastColumn: lastColumnOf(grid, sheet, at, merged),
        isHeader: headers.has(at.row) && isInside(sheet, at.column),
        isScore,
        look: drawn && lookView(drawn),
      });
    }
  }
  return [...cells.values()];
}

/** In the table a text wraps within its column. Beside it a title without a merge would widen the column of codes. */
export function lastColumnOf(grid: Grid, sheet: ScoreSheet | null, { row, column }: Address, merged: Merges): number {
  const merge = merged.get(cellKey(row, column));
  if (merge) return merge.right;
  let last = column;
  if (!sheet || (row >= sheet.table.top && row <= sheet.table.bottom)) return last;
  if (typeof valueAt(grid, row, column) !== 'string') return last;
  const isFree = (next: number): boolean => isBlank(valueAt(grid, row, next)) && !merged.has(cellKey(row, next));
  while (last + 1 < grid.columnCount && isFree(last + 1)) last++;
  return last;
}

/** `places`: fixed number of decimals, if the cell has one. */
function textAt(grid: Grid, { row, column }: Address, places: number | undefined): string {
  const value = valueAt(grid, row, column);
  if (places !== undefined && typeof value === 'number') return numberText(value, places);
  return shownText(grid, row, column).slice(0, LONGEST_TEXT);
}

/** Maximum length of the text in a cell; the line above the grid shows the whole text. */
const LONGEST_TEXT = 600;

const placesAt = (sheet: ScoreSheet | null, at: Address, places: number): number | undefined =>
  sheet && isIndexCell(sheet, at) ? places : undefined;

/** Whether the cell is in the row or column of the index and has no percent format. */
function isIndexCell(sheet: ScoreSheet, { row, column }: Address): boolean {
  const line = sheet.resultLines.index;
  const isRow = unitAxis(sheet) === 'row';
  return line !== undefined && (isRow ? column : row) === line && !sheet.grid.percents.has(cellKey(row, column));
}

const isInside = (sheet: ScoreSheet | null, column: number): boolean =>
  sheet !== null && column >= sheet.table.left && column <= sheet.table.right;

const isNumeric = (value: CellValue): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\s*[-–−]?\s*[\d.,]+%?\s*$/.test(value));

export function cellDetail(grid: Grid, at: Address): Omit<CellDetail, 'counterpart' | 'place'> {
  const merge = mergeIndex(grid).get(keyOf(at));
  const first = merge ? { row: merge.top, column: merge.left } : at;
  const key = keyOf(first);
  return {
    at: first,
    text: shownText(grid, first.row, first.column),
    formula: grid.formulas.get(key) ?? null,
    note: grid.notes.get(key) ?? null,
  };
}

export type Merges = ReadonlyMap<CellKey, Area2D>;
/** A few empty rows and columns show where the sheet ends. */
export const MARGIN = 3;

const known = new WeakMap<Grid, Merges>();
const MOST_MERGED_CELLS = 1_000_000;

/** Maps every cell of a merge to the merge, up to a limit, because damaged workbooks may hold endless merges. */
export function mergeIndex(grid: Grid): Merges {
  const seen = known.get(grid);
  if (seen) return seen;
  const index = new Map<CellKey, Area2D>();
  let rest = MOST_MERGED_CELLS;
  for (const merge of grid.merges) {
    const bottom = Math.min(merge.bottom, grid.rowCount + MARGIN);
    const right = Math.min(merge.right, grid.columnCount + MARGIN);
    rest -= Math.max(0, bottom - merge.top + 1) * Math.max(0, right - merge.left + 1);
    if (rest < 0) break;
    for (let row = merge.top; row <= bottom; row++)
      for (let column = merge.left; column <= right; column++) index.set(cellKey(row, column), merge);
  }
  known.set(grid, index);
  return index;
}

/** Maximum number of matches. */
const MOST_FOUND = 1000;

/** Cells whose text contains the search, row by row; hidden cells are left out because they cannot be shown. */
export function findCells(grid: Grid, search: string): Address[] {
  if (search.trim() === '') return [];
  const isWanted = searcher(search.trim());
  const found: Address[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    if (grid.hiddenRows.has(row)) continue;
    for (let column = 0; column < grid.columnCount; column++) {
      if (grid.hiddenColumns.has(column) || isBlank(valueAt(grid, row, column))) continue;
      if (isWanted(shownText(grid, row, column))) found.push({ row, column });
      if (found.length === MOST_FOUND) return found;
    }
  }
  return found;
}

/**
 * Like Ctrl with an arrow in Excel: goes to the end of this run of filled cells, otherwise to the next run, otherwise
 * to the end of the sheet.
 */
export function edgeFrom(grid: Grid, from: Address, [down, right]: readonly [number, number]): Address {
  const next = ({ row, column }: Address): Address => {
    let at = { row: row + down, column: column + right };
    while (grid.hiddenRows.has(at.row) || grid.hiddenColumns.has(at.column))
      at = { row: at.row + down, column: at.column + right };
    return at;
  };
  const isInside = ({ row, column }: Address): boolean =>
    row >= 0 && column >= 0 && row < grid.rowCount && column < grid.columnCount;
  const isFilled = (at: Address): boolean => isInside(at) && !isBlank(valueAt(grid, at.row, at.column));
  let at = next(from);
  if (!isInside(at)) return from;
  const isRun = isFilled(from) && isFilled(at);
  while (isInside(next(at)) && (isRun ? isFilled(next(at)) : !isFilled(at))) at = next(at);
  return at;
}
