/**
 * The frame of an add-in sheet around its lines: letterhead and header above, and everything that the officer has
 * above, below and to the right, which is kept.
 */
import { cellKey, type Address, type Area2D, type CellKey } from '../values/address';
import type { NoteEdit } from '../model/workbook/edit';
import { blankGrid, valueAt, type Grid } from '../model/workbook/grid';
import { isAddinText } from '../model/addin-sheet';
import type { DrawnCell, DrawnRow } from '../model/sheet-drawing';
import { carried, isFilled, movedNotes, rowsWithNotes } from './draw-carried';

/** The existing sheet. */
export interface Before {
  readonly grid: Grid;
  readonly headerRow: number;
  /** The existing position of each column of the add-in, −1 if the column is missing. */
  readonly columns: readonly number[];
  /** Existing columns of the add-in that are no longer needed. */
  readonly dropped: readonly number[];
}

/** The rows above the lines; row numbers count from the first row of the letterhead. */
export interface Head {
  readonly letterhead: readonly (readonly (DrawnCell | null)[])[];
  readonly merges: readonly Area2D[];
  readonly header: readonly DrawnCell[];
}

export interface BodyRow {
  /** The existing row that this one continues. */
  readonly was: number | null;
  readonly height: number | null;
  readonly level: number;
  readonly cells: readonly (DrawnCell | null)[];
  /** The number of cells, for a row that creates its cells at each access. */
  readonly width?: number;
}

interface Body {
  readonly rows: readonly BodyRow[];
  /** Existing rows of the add-in that are no longer needed. */
  readonly stale: ReadonlySet<number>;
  /** Number of rows below that a chart covers. */
  readonly space: number;
  /** Notes of the add-in, by cell. */
  readonly notes?: ReadonlyMap<CellKey, string>;
}

interface Framed {
  readonly rows: readonly DrawnRow[];
  readonly merges: readonly Area2D[];
  readonly notes: readonly NoteEdit[];
}

export interface Frame {
  readonly headerRow: number;
  /** What the officer has in a column of the addin; null where the cell is blank or not there. */
  readonly typed: (was: number | null, column: number, to: number) => DrawnCell | null;
  /** The existing cell, also a blank one with its look; null if it does not exist. */
  readonly existing: (was: number | null, column: number, to: number) => DrawnCell | null;
  readonly finish: (body: Body) => Framed;
}

export function frameOf(before: Before | null, head: Head): Frame {
  const old = before?.grid ?? blankGrid('');
  const width = head.header.length;
  const was = { headerRow: before?.headerRow ?? -1, columns: before?.columns ?? [] };
  const extras = before ? extraColumns(before) : [];
  const columnFor = new Map([
    ...was.columns.map((column, position) => [column, position] as const),
    ...extras.map((column, position) => [column, width + position] as const),
  ]);
  const toColumn = (column: number): number => columnFor.get(column) ?? column;
  const above = aboveRows(old, was, head, toColumn);
  const headerRow = above.rows.length;
  const rowFor = new Map(above.rowFor);
  if (before) rowFor.set(before.headerRow, headerRow);
  const take = (row: number, column: number, to: number): DrawnCell =>
    carried(old, { row, column }, { row: to, column: toColumn(column) });
  const withExtras = (cells: readonly (DrawnCell | null)[], row: number | null, to: number): (DrawnCell | null)[] =>
    row === null || extras.length === 0 ? [...cells] : [...cells, ...extras.map((column) => take(row, column, to))];

  const existing: Frame['existing'] = (row, column, to) => {
    const there = was.columns[column] ?? -1;
    return row === null || there < 0 ? null : take(row, there, to);
  };

  return {
    headerRow,
    existing,
    typed: (row, column, to) =>
      row === null || !isTyped(old, row, was.columns[column] ?? -1) ? null : existing(row, column, to),
    finish: ({ rows, stale, space, notes = new Map() }) => {
      const drawn: DrawnRow[] = above.rows.map((cells) => ({ height: null, level: 0, cells }));
      drawn.push({ height: null, level: 0, cells: withExtras(head.header, before?.headerRow ?? null, headerRow) });
      for (const row of rows) {
        const to = drawn.length;
        if (row.was !== null) rowFor.set(row.was, to);
        const more = row.was === null ? 0 : extras.length;
        drawn.push(drawnRow(row, more, () => withExtras(row.cells, row.was, to)));
      }
      const addinRows = new Set([...rowFor.keys(), ...stale]);
      const free = new Map<number, number>(above.rowFor);
      for (const [row, to] of officerRows(old, was.headerRow, addinRows, drawn.length - 1, space)) {
        while (drawn.length < to) drawn.push({ height: null, level: 0, cells: [] });
        drawn.push({
          height: null,
          level: 0,
          cells: officerCells(old, row, (column) => take(row, column, to), toColumn),
        });
        rowFor.set(row, to);
        free.set(row, to);
      }
      const merges = keptMerges(old, rowFor, free, toColumn, new Set(extras));
      return {
        rows: drawn,
        merges: [...above.merges, ...merges],
        notes: movedNotes(old, ({ row, column }) => movedTo(rowFor, row, toColumn(column)), notes),
      };
    },
  };
}

/** A row that creates its cells at each access keeps doing so. */
function drawnRow({ height, level, width }: BodyRow, more: number, cells: () => DrawnRow['cells']): DrawnRow {
  if (width === undefined) return { height, level, cells: cells() };
  return {
    height,
    level,
    width: width + more,
    get cells() {
      return cells();
    },
  };
}

/** Whether the cell is filled, but not by this program. */
export function isTyped(grid: Grid, row: number, column: number): boolean {
  const formula = grid.formulas.get(cellKey(row, column));
  return column >= 0 && isFilled(grid, row, column) && !(formula !== undefined && isAddinText(formula));
}

const movedTo = (rowFor: ReadonlyMap<number, number>, row: number, column: number): Address | null => {
  const to = rowFor.get(row);
  return to === undefined ? null : { row: to, column };
};

/** All columns to the right of the add-in's, and used columns that were inserted between them. */
function extraColumns({ grid, columns, dropped }: Before): number[] {
  const addins = new Set([...columns, ...dropped]);
  const lastAddin = Math.max(...addins);
  const noted = new Set([...grid.notes.keys()].map((key) => key % 16_384));
  const isUsed = (column: number): boolean =>
    noted.has(column) || grid.values.some((_, row) => isFilled(grid, row, column));
  const last = Math.max(grid.columnCount - 1, ...noted);
  return Array.from({ length: last + 1 }, (_, column) => column).filter(
    (column) => !addins.has(column) && (column > lastAddin || isUsed(column)),
  );
}

interface Above {
  readonly rows: readonly (readonly (DrawnCell | null)[])[];
  readonly merges: readonly Area2D[];
  readonly rowFor: ReadonlyMap<number, number>;
}

/** The add-in's letterhead at its existing place, and the officer's cells over, above and below it. */
function aboveRows(
  old: Grid,
  was: { readonly headerRow: number },
  { letterhead, merges }: Head,
  toColumn: (column: number) => number,
): Above {
  const count = Math.max(was.headerRow, 0);
  const offset = was.headerRow < 0 ? 0 : offsetOf(old, count, letterhead, toColumn);
  const lead = Math.max(0, offset);
  const pushed = Math.max(0, -offset);
  const rows = Array.from({ length: Math.max(letterhead.length + lead, count + pushed) }, (_, row) => [
    ...(letterhead[row - lead] ?? []),
  ]);
  const typed: Address[] = [];
  const rowFor = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    const to = row + pushed;
    rowFor.set(row, to);
    const cells = rows[to] ?? [];
    for (let column = 0; column < old.columnCount; column++) {
      const at = { row: to, column: toColumn(column) };
      if (!isFilled(old, row, column) || isAddinCell(old, { row, column }, cells[at.column])) continue;
      while (cells.length <= at.column) cells.push(null);
      cells[at.column] = carried(old, { row, column }, at);
      typed.push(at);
    }
  }
  const moved = merges.map((merge) => ({ ...merge, top: merge.top + lead, bottom: merge.bottom + lead }));
  const isFree = ({ top, left, bottom, right }: Area2D): boolean =>
    !typed.some(
      ({ row, column }) =>
        row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
    );
  return { rows, merges: moved.filter(isFree), rowFor };
}

function isAddinCell(old: Grid, at: Address, wanted: DrawnCell | null | undefined): boolean {
  const formula = old.formulas.get(at.row * 16_384 + at.column);
  if (formula !== undefined) return isAddinText(formula);
  return wanted?.content?.kind === 'text'
    ? valueAt(old, at.row, at.column) === wanted.content.text
    : shownText(wanted) === valueAt(old, at.row, at.column);
}

const shownText = (cell: DrawnCell | null | undefined): string | undefined =>
  cell?.content?.kind === 'formula' && cell.content.cached.kind === 'text' ? cell.content.cached.text : undefined;

/** How far the letterhead was moved down by rows inserted above it, or up (negative) by deleted rows. */
function offsetOf(
  old: Grid,
  count: number,
  letterhead: Head['letterhead'],
  toColumn: (column: number) => number,
): number {
  const matches = (offset: number): number =>
    letterhead.reduce((all, cells, position) => {
      const row = position + offset;
      if (row < 0 || row >= count) return all;
      let same = 0;
      for (let column = 0; column < old.columnCount; column++)
        if (isFilled(old, row, column) && isAddinCell(old, { row, column }, cells[toColumn(column)])) same++;
      return all + same;
    }, 0);
  const room = count - letterhead.length;
  const offsets = room < 0 ? [room] : Array.from({ length: room + 1 }, (_, offset) => offset);
  return offsets.reduce((best, offset) => (matches(offset) > matches(best) ? offset : best), offsets[0] ?? 0);
}

/**
 * The officer's own rows with their new places: rows among the add-in's lines go directly below them; rows further down
 * keep their distance.
 */
function officerRows(
  old: Grid,
  headerRow: number,
  addinRows: ReadonlySet<number>,
  last: number,
  space: number,
): [number, number][] {
  const noted = rowsWithNotes(old);
  const end = Math.max(...addinRows, headerRow);
  const rows: number[] = [];
  const lastRow = Math.max(old.rowCount - 1, ...noted);
  for (let row = headerRow + 1; row <= lastRow; row++)
    if (!addinRows.has(row) && (noted.has(row) || isRowFilled(old, row))) rows.push(row);
  const between = rows.filter((row) => row < end);
  const below = rows.filter((row) => row > end);
  let next = last + space + 2;
  const places = between.map((row): [number, number] => [row, next++]);
  const first = below[0] ?? 0;
  const start = between.length > 0 ? next - 1 + (first - end) : Math.max(last + space + 1, last + (first - end));
  return [...places, ...below.map((row): [number, number] => [row, start + (row - first)])];
}

function isRowFilled(grid: Grid, row: number): boolean {
  return (grid.values[row] ?? []).some((_, column) => isFilled(grid, row, column));
}

function officerCells(
  old: Grid,
  row: number,
  take: (column: number) => DrawnCell,
  toColumn: (column: number) => number,
): (DrawnCell | null)[] {
  const cells: (DrawnCell | null)[] = [];
  for (let column = 0; column < old.columnCount; column++) {
    if (!isFilled(old, row, column)) continue;
    while (cells.length <= toColumn(column)) cells.push(null);
    cells[toColumn(column)] = take(column);
  }
  return cells;
}

/** The officer's merges, in the officer's own rows or columns. */
function keptMerges(
  old: Grid,
  rowFor: ReadonlyMap<number, number>,
  free: ReadonlyMap<number, number>,
  toColumn: (column: number) => number,
  extras: ReadonlySet<number>,
): Area2D[] {
  return old.merges.flatMap(({ top, left, bottom, right }): Area2D[] => {
    const to = rowFor.get(top);
    const toLeft = toColumn(left);
    const isTogether =
      to !== undefined && rowFor.get(bottom) === to + bottom - top && toColumn(right) === toLeft + right - left;
    const isTheirs = (free.has(top) && free.has(bottom)) || (extras.has(left) && extras.has(right));
    return isTogether && isTheirs
      ? [{ top: to, left: toLeft, bottom: to + bottom - top, right: toLeft + right - left }]
      : [];
  });
}
