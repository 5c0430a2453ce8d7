/**
 * Sizes of rows and columns of the sheet view. A Grid has no sizes, so they are estimated from the cells: wide and high
 * enough to read, and no wider or higher.
 */
import { cellKey, type Area2D } from '../../core/values/address';
import { isBlank, valueAt, type Grid } from '../../core/model/workbook/grid';
import type { ScoreSheet } from '../../core/model/score-sheet';
import type { SheetDrawing } from '../../core/model/sheet-drawing';
import { chartViews, lookAt, TEXT_POINTS, type ChartView } from './view-drawing';
import { shownText } from './shown-text';
import { lastColumnOf, MARGIN, mergeIndex, type Merges } from './view-grid';

/** Sizes of rows and columns in the drawn grid, in CSS pixels. */
export interface GridShape {
  readonly sheet: string;
  readonly heights: Uint16Array;
  readonly widths: Uint16Array;
  /** Heading rows, and code and name columns, that stay in sight; null if no table was read. */
  readonly frozen: Area2D | null;
  readonly charts: readonly ChartView[];
}

const LINE = 18;
const PADDING = 6;
const CHARACTER = 6.5;
/** Of most letters; a blank or a narrow letter takes half as much. */
const LETTER = 6.7;
const BLANK = 0.5;
/** Wider than other text by that factor. */
const BOLD = 1.1;
const NARROWEST = 44;
const WIDEST = 300;
const MOST_LINES = 6;
/** Higher than in other sheets, because headings of the add-in's sheets are in narrow columns. */
const MOST_DRAWN_LINES = 14;
/** Number of rows that determine a column's width. */
const SAMPLE = 400;
/** Maximum number of cells measured one by one; in a larger sheet all rows have the same height. */
const MOST_MEASURED = 400_000;

export function gridShape(grid: Grid, sheet: ScoreSheet | null, drawing: SheetDrawing | null): GridShape {
  const merged = mergeIndex(grid);
  const widths = new Uint16Array(grid.columnCount + MARGIN).fill(NARROWEST + 20);
  for (let column = 0; column < grid.columnCount; column++)
    widths[column] = grid.hiddenColumns.has(column)
      ? 0
      : drawnWidth(drawing, column) || widthOf(grid, sheet, column, merged);
  const charts = drawing ? chartViews(grid, drawing) : [];
  const rowCount = charts.reduce((most, { over }) => Math.max(most, over.bottom + 1), grid.rowCount);
  const heights = new Uint16Array(rowCount + MARGIN).fill(LINE + PADDING);
  const isMeasured = grid.rowCount * grid.columnCount <= MOST_MEASURED;
  const measures: Measures = { widths, merged, drawing, sheet, headings: new Set(sheet?.headerRows) };
  for (let row = 0; row < grid.rowCount; row++) {
    if (grid.hiddenRows.has(row)) heights[row] = 0;
    else if (isMeasured) heights[row] = drawnHeight(drawing, row) || heightOf(grid, row, measures);
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

function widthOf(grid: Grid, sheet: ScoreSheet | null, column: number, merged: Merges): number {
  let longest = 0;
  for (let row = 0; row < Math.min(grid.rowCount, SAMPLE); row++) {
    if (isBlank(valueAt(grid, row, column)) || (merged.get(cellKey(row, column))?.left ?? column) !== column) continue;
    if (lastColumnOf(grid, sheet, { row, column }, merged) > column) continue;
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

/** What the lines of a text depend on besides the text. */
interface Measures {
  readonly widths: Uint16Array;
  readonly merged: Merges;
  readonly drawing: SheetDrawing | null;
  readonly sheet: ScoreSheet | null;
  /** Rows of the officer's table whose texts are bold. */
  readonly headings: ReadonlySet<number>;
}

function heightOf(grid: Grid, row: number, measures: Measures): number {
  const { widths, merged, drawing, sheet } = measures;
  let lines = 1;
  const values = grid.values[row] ?? [];
  for (let column = 0; column < values.length; column++) {
    const value = values[column];
    if (typeof value !== 'string' || widths[column] === 0) continue;
    const merge = merged.get(cellKey(row, column));
    if (merge && (merge.bottom > merge.top || merge.left !== column)) continue;
    const last = lastColumnOf(grid, sheet, { row, column }, merged);
    let width = 0;
    for (let position = column; position <= Math.min(last, widths.length - 1); position++)
      width += widths[position] ?? 0;
    const perLine = Math.max(4, (width - 2 * PADDING) / letterAt(row, column, measures));
    let needed = 0;
    for (const line of value.slice(0, 2000).split('\n')) needed += linesOf(line, perLine);
    lines = Math.max(lines, needed);
  }
  return Math.min(lines, drawing ? MOST_DRAWN_LINES : MOST_LINES) * LINE + PADDING;
}

/** Width of a letter, in pixels. */
function letterAt(row: number, column: number, { drawing, headings }: Measures): number {
  const look = drawing && lookAt(drawing, row, column);
  const isBold = look ? look.bold : headings.has(row);
  return LETTER * (isBold ? BOLD : 1) * ((look?.size ?? TEXT_POINTS) / TEXT_POINTS);
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
 * In letters. The weights agree best with lines that Chromium drew, 638 texts of the field in six widths: 96 % as
 * drawn, 1 % fewer.
 */
const lengthOf = (word: string): number =>
  word.length - BLANK * count(word, /[ijlftrIíìỉĩị,.:;()|/'"!-]/g) + 0.35 * count(word, /[mw@%\p{Lu}]/gu);

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;
