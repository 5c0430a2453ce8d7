/**
 * Doubts about columns inside a table that are blank, heading included: deleted content may have counted (FIELD.md §9).
 */
import { cellKey, columnName, type CellKey } from '../../values/address';
import { isBlank, valueAt, type Grid } from '../../model/workbook/grid';
import { unitAxis, type Question, type SheetWithoutReading } from '../../model/score-sheet';
import type { Columns } from '../blocks/columns';
import { ask } from './sum-doubts';

/** Number of lines of the table checked. */
const SAMPLE = 400;
/** More columns add no information. */
const MOST_HOLES = 20;

export function holeDoubts(grid: Grid, sheet: SheetWithoutReading, { all }: Columns): Question[] {
  const head = sheet.headerRows.at(-1);
  if (head === undefined) return [];
  const last = Math.max(...all.map(({ column }) => column));
  const lines = (unitAxis(sheet) === 'row' ? sheet.units : sheet.items).slice(0, SAMPLE);
  const shared = sharedHeadings(grid, head);
  const isUnheaded = (column: number): boolean =>
    sheet.headerRows.every((row) => isBlank(valueAt(grid, row, column)) || shared.has(cellKey(row, column)));
  const blank: number[] = [];
  const { appraised = Infinity, self = Infinity } = sheet.units[0]?.columns ?? {};
  const left = Math.min(sheet.nameColumn, sheet.maxLine ?? Infinity, appraised, self);
  for (let column = left + 1; column <= last && blank.length < MOST_HOLES; column++)
    if (
      !grid.hiddenColumns.has(column) &&
      isUnheaded(column) &&
      lines.every(({ row }) => isBlank(valueAt(grid, row, column)))
    )
      blank.push(column);
  const holes = blank.filter((column) => !isMerged(grid, sheet, head, column));
  if (holes.length === 0 || isSpacing(sheet, holes)) return [];
  const names = holes.slice(0, 5).map(columnName).join(', ');
  return [
    ask(
      holes.map((column) => ({ row: head, column })),
      `Cột ${names}, trống cả tiêu đề, có phải là cột điểm đã bị xóa không`,
      'cột đứng giữa các cột của bảng; nếu chỉ để giãn cách thì xóa hẳn cột hoặc ghi tiêu đề «Ghi chú»',
    ),
  ];
}

/** An area over its criteria: a heading over several columns is not the heading of a single one. */
const sharedHeadings = ({ merges }: Grid, head: number): ReadonlySet<CellKey> =>
  new Set(
    merges
      .filter(({ left, bottom, right }) => right > left && bottom < head)
      .map(({ top, left }) => cellKey(top, left)),
  );

/** Whether merged cells in the rows of the table cover the column. */
const isMerged = ({ merges }: Grid, { table }: SheetWithoutReading, head: number, column: number): boolean =>
  merges.some(
    ({ left, right, top }) => left < right && left <= column && right >= column && top > head && top <= table.bottom,
  );

/**
 * Whether the blank columns only separate units, or areas: all of these have the same columns, at the same distance,
 * and each blank column is directly before one of them.
 */
function isSpacing(sheet: SheetWithoutReading, holes: readonly number[]): boolean {
  const parts = (unitAxis(sheet) === 'row' ? sheet.items : sheet.units).map(({ columns }) => Object.entries(columns));
  const shapes = new Set(
    parts.map((roleColumns) =>
      roleColumns
        .map(([role]) => role)
        .sort()
        .join(),
    ),
  );
  const firsts = parts.map((roleColumns) => Math.min(...roleColumns.map(([, column]) => column)));
  const gaps = new Set(
    [holes, firsts].flatMap((all) => all.slice(1).map((each, position) => each - (all[position] ?? 0))),
  );
  const isBetween = holes.every((hole) => firsts.includes(hole + 1));
  return shapes.size === 1 && holes.length >= FEWEST_SPACERS && gaps.size === 1 && isBetween;
}

/** A single blank column may have held points. */
const FEWEST_SPACERS = 2;
