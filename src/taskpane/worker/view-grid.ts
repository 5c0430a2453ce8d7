/**
 * The sheet in windows of displayed cells, with search and jumps to the end of a run of filled cells. A Grid has no
 * column widths, so they are estimated from the cells: wide enough to read, and no wider.
 */
import { cellKey, keyOf, type Address, type Area2D, type CellKey } from '../../core/values/address';
import { hasFormula, isBlank, valueAt, type CellValue, type Grid, type MarkKind } from '../../core/model/workbook/grid';
import { unitAxis, type ScoreSheet } from '../../core/model/score-sheet';
import { isScoreCell, type PlaceView, type SheetPlace } from './score-in-cell';
import type { SheetDrawing } from '../../core/model/sheet-drawing';
import { chartViews, lookAt, lookView, placesOf, TEXT_POINTS, type ChartView, type LookView } from './view-drawing';
import { searcher } from './search';
import { numberText, shownText } from './shown-text';

/** Sizes of rows and columns in the drawn grid, in CSS pixels. */
export interface GridShape {
  readonly sheet: string;
  readonly heights: Uint16Array;
  readonly widths: Uint16Array;
  /** Heading rows, and code and name columns, that stay in sight; null if no table was read. */
  readonly frozen: Area2D | null;
  readonly charts: readonly ChartView[];
}

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

const LINE = 18;
const PADDING = 6;
const CHARACTER = 6.5;
/** Of most letters; a blank or a narrow letter takes half as much. */
const LETTER = 6.7;
const BLANK = 0.5;
const NARROWEST = 44;
const WIDEST = 300;
const MOST_LINES = 6;
/** Higher than in other sheets, because headings of the add-in's sheets are in narrow columns. */
const MOST_DRAWN_LINES = 14;
/** Number of rows that determine a column's width. */
const SAMPLE = 400;
/** Maximum number of cells measured one by one; in a larger sheet all rows have the same height. */
const MOST_MEASURED = 400_000;
/** A few empty rows and columns show where the sheet ends. */
const MARGIN = 3;

export function gridShape(grid: Grid, sheet: ScoreSheet | null, drawing: SheetDrawing | null): GridShape {
  const merged = mergeIndex(grid);
  const widths = new Uint16Array(grid.columnCount + MARGIN).fill(NARROWEST + 20);
  for (let column = 0; column < grid.columnCount; column++)
    widths[column] = grid.hiddenColumns.has(column) ? 0 : drawnWidth(drawing, column) || widthOf(grid, column, merged);
  const charts = drawing ? chartViews(grid, drawing) : [];
  const rowCount = charts.reduce((most, { over }) => Math.max(most, over.bottom + 1), grid.rowCount);
  const heights = new Uint16Array(rowCount + MARGIN).fill(LINE + PADDING);
  const measures = grid.rowCount * grid.columnCount <= MOST_MEASURED;
  for (let row = 0; row < grid.rowCount; row++) {
    if (grid.hiddenRows.has(row)) heights[row] = 0;
    else if (measures) heights[row] = drawnHeight(drawing, row) || heightOf(grid, row, widths, merged, drawing);
  }
  return { sheet: grid.sheet, heights, widths, frozen: frozenIn(sheet, drawing), charts };
}

const drawnWidth = (drawing: SheetDrawing | null, column: number): number =>
  Math.round((drawing?.columns[column]?.width ?? 0) * CHARACTER);

/** Larger than in points by the same factor as lines in the grid. */
const drawnHeight = (drawing: SheetDrawing | null, row: number): number =>
  Math.round((drawing?.rows[row]?.height ?? 0) * 1.2);

function frozenIn(sheet: ScoreSheet | null, drawing: SheetDrawing | null): Area2D | null {
  if (!drawing) return sheet && frozenOf(sheet);
  const { rows, columns } = drawing.frozen;
  // Only the heading: letterhead and title would take half of the window.
  return { top: rows - 1, left: 0, bottom: rows - 1, right: columns - 1 };
}

function frozenOf({ headerRows, codeColumn, nameColumn }: ScoreSheet): Area2D | null {
  if (headerRows.length === 0) return null;
  const top = Math.min(...headerRows);
  // Heading rows are contiguous; a second heading further down does not belong to the first.
  let bottom = top;
  while (headerRows.includes(bottom + 1)) bottom++;
  const left = Math.min(codeColumn ?? nameColumn, nameColumn);
  return { top, bottom, left, right: Math.max(codeColumn ?? 0, nameColumn) };
}

function widthOf(grid: Grid, column: number, merged: Merges): number {
  let longest = 0;
  for (let row = 0; row < Math.min(grid.rowCount, SAMPLE); row++) {
    if (
      isBlank(valueAt(grid, row, column)) ||
      (merged.get(cellKey(row, column))?.left ?? column) !== (merged.get(cellKey(row, column))?.right ?? column)
    )
      continue;
    const text = shownText(grid, row, column);
    // Long texts wrap, but a word or a number must not be broken.
    const longestWord = Math.max(
      ...text
        .slice(0, 400)
        .split(/\s+/)
        .map(({ length }) => length),
    );
    longest = Math.max(longest, Math.min(text.length, 8 + Math.sqrt(text.length) * 3), longestWord);
  }
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, longest * CHARACTER + 2 * PADDING)));
}

function heightOf(grid: Grid, row: number, widths: Uint16Array, merged: Merges, drawing: SheetDrawing | null): number {
  let lines = 1;
  const values = grid.values[row] ?? [];
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (typeof value !== 'string' || widths[column] === 0) continue;
    const merge = merged.get(cellKey(row, column));
    if (merge && (merge.bottom > merge.top || merge.left !== column)) continue;
    let width = 0;
    for (let position = column; position <= Math.min(merge?.right ?? column, widths.length - 1); position++)
      width += widths[position] ?? 0;
    const size = (drawing && lookAt(drawing, row, column)?.size) ?? TEXT_POINTS;
    const perLine = Math.max(4, ((width - 2 * PADDING) / LETTER) * (TEXT_POINTS / size));
    let needed = 0;
    for (const line of value.slice(0, 2000).split('\n')) needed += linesOf(line, perLine);
    lines = Math.max(lines, needed);
  }
  return Math.min(lines, drawing ? MOST_DRAWN_LINES : MOST_LINES) * LINE + PADDING;
}

/** Lines that `text` takes where `perLine` letters fit: wrapped between words, and within a longer one. */
function linesOf(text: string, perLine: number): number {
  // Most texts fit even if all their letters are wide.
  if (text.length * 1.35 <= perLine) return 1;
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const length = lengthOf(word);
    if (used > 0 && used + BLANK + length > perLine) {
      lines++;
      used = length;
    } else used += (used && BLANK) + length;
    for (; used > perLine; used -= perLine) lines++;
  }
  return lines;
}

/**
 * In letters. The weights agree best with lines that Chromium drew, 638 texts of the field in six widths: 96 % as drawn,
 * 1 % fewer.
 */
const lengthOf = (word: string): number =>
  word.length - BLANK * count(word, /[ijlftrIíìỉĩị,.:;()|/'"!-]/g) + 0.35 * count(word, /[mw@%\p{Lu}]/gu);

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

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
        isHeader: headers.has(at.row) && isInside(sheet, at.column),
        isScore,
        look: drawn && lookView(drawn),
      });
    }
  }
  return [...cells.values()];
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

type Merges = ReadonlyMap<CellKey, Area2D>;
const known = new WeakMap<Grid, Merges>();
const MOST_MERGED_CELLS = 1_000_000;

/** Maps every cell of a merge to the merge, up to a limit, because damaged workbooks may hold endless merges. */
function mergeIndex(grid: Grid): Merges {
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
