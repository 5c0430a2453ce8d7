/**
 * Finds the one to three header rows of a table and, for each column, the texts above it from top to bottom. A merged
 * cell, or a name centred over blank cells, covers each of its columns.
 */
import { contains, cellKey } from '../../values/address';
import { plainKey, squeeze } from '../../values/fold-text';
import { isBlank, valueAt, type CellValue, type Grid, textAt } from '../../model/workbook/grid';
import { numbersColumns } from '../../model/workbook/column-numbers';
import { namingColumn, withBareMaxima, withSidesBelowUnits } from './identity';
import { parseNumber } from '../numbers/parse-number';
import { headerKey, maximumInText, namesGroup, roleOfHeader, type HeaderRole } from '../words/header-words';

/** Letterhead, title and subtitle take at most this many rows. */
const SEARCHED_ROWS = 30;
const DEEPEST = 3;
const LONGEST_HEADING = 200;

export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  /** First row below the header and the column numbers. */
  readonly body: number;
  /** paths[column]: header texts above that column, top to bottom, merged cells spread out; [] if there are none. */
  readonly paths: readonly (readonly string[])[];
}

/** The first header at or after `from` whose roles satisfy `wanted`, or null. */
export function findHeader(
  grid: Grid,
  wanted: (roles: ReadonlySet<HeaderRole>) => boolean,
  from = 0,
): HeaderBlock | null {
  const last = Math.min(grid.rowCount, from + SEARCHED_ROWS);
  for (let row = from; row < last; row++) {
    if (!namesColumns(grid, row)) continue;
    const block = blockFrom(grid, row);
    const roles = new Set(block.paths.flatMap((path) => path.map(roleInRow)).filter((role) => role !== null));
    // «Chỉ đạo (10 điểm) | TTHC (20 điểm) | Tổng»: these are points, although no word says so.
    const measured = block.paths.filter((path) => path.some((text) => maximumInText(text) !== null));
    if (measured.length > 1 && roles.has('total')) roles.add('points');
    if (wanted(roles)) return block;
  }
  return null;
}

const FEWEST_HEADINGS = 3;
/** Rows below a heading in which its numbers must begin. */
const NEAR = 8;

/**
 * The first row at or after `from` and above `end` that is a header by shape alone: adjacent texts, with names below
 * one of them and numbers below others.
 */
export function findHeaderByShape(grid: Grid, from = 0, end = from + SEARCHED_ROWS): HeaderBlock | null {
  const last = Math.min(grid.rowCount, from + SEARCHED_ROWS, end);
  for (let row = from; row < last; row++) {
    if (!headsByShape(grid, row)) continue;
    return blockFrom(grid, row);
  }
  return null;
}

function headsByShape(grid: Grid, row: number): boolean {
  const cells = grid.values[row] ?? [];
  const filled = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
  const isText = (column: number): boolean => {
    const cell = cells[column];
    return typeof cell === 'string' && cell.length <= LONGEST_HEADING && parseNumber(cell) === null;
  };
  if (filled.length < FEWEST_HEADINGS || !filled.every(isText)) return false;
  const names = namingColumn(grid, row);
  if (names === null || isBlank(valueAt(grid, row, names))) return false;
  const first = names + 1;
  const isNumbered = (position: number): boolean =>
    (grid.values[position] ?? []).slice(first).some((cell) => typeof cell === 'number' || isPlainNumber(cell));
  let numbered = 0;
  for (let position = row + 1; position < Math.min(grid.rowCount, row + 1 + NEAR); position++)
    if (isNumbered(position)) numbered++;
  return numbered >= 2;
}

const LONGEST_NUMBER = 12;
const isPlainNumber = (cell: unknown): boolean =>
  typeof cell === 'string' && cell.length <= LONGEST_NUMBER && parseNumber(cell) !== null;

/** «TC» may head the codes or names of criteria as well as points. */
const roleInRow = (text: string): HeaderRole | null => roleOfHeader(text) ?? (headerKey(text) === 'tc' ? 'code' : null);

/** A row that names what its columns hold: two known header words, one of them for a code, a name or a unit. */
export function namesColumns(grid: Grid, row: number): boolean {
  const cells = grid.values[row] ?? [];
  let known = 0;
  let names = false;
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell.length > LONGEST_HEADING) continue;
    const role = roleInRow(cell);
    if (!role) continue;
    known++;
    names ||= role === 'code' || role === 'name' || role === 'unit';
  }
  return names && (known >= 2 || cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length >= 3);
}

function blockFrom(grid: Grid, row: number): HeaderBlock {
  let bottom = row;
  while (bottom - row + 1 < DEEPEST && continuesHeader(grid, row, bottom)) bottom++;
  let top = row;
  const repeats = repeatsRoles(grid, bottom);
  while (
    bottom - top + 1 < DEEPEST &&
    top > 0 &&
    (repeats || namesGroups(grid, top - 1)) &&
    headsColumns(grid, top - 1, row)
  )
    top--;
  let body = bottom + 1;
  while (body < grid.rowCount && numbersColumns(grid, body)) body++;
  const paths = withBareMaxima(grid, body, spellOut(grid, top, bottom));
  return { top, bottom, body, paths: withSidesBelowUnits(grid, top, paths) };
}

/** Whether the next row still belongs to the header: a header cell is merged into it, or it only names sub-columns. */
function continuesHeader(grid: Grid, top: number, bottom: number): boolean {
  const next = bottom + 1;
  if (statesMaxima(grid, top, next)) return false;
  if (
    grid.merges.some(
      (merge) => merge.top >= top && merge.top <= bottom && merge.bottom >= next && merge.bottom - merge.top < DEEPEST,
    )
  )
    return true;
  const first = identifyingColumn(grid, top);
  if (countsHeadings(grid, next, first)) return true;
  const names = namesRightOf(grid, next, first);
  if (names.length > 1 || names.some(isSubHeader)) return true;
  // «1 | 2» between the names of areas and TC | TĐ: these numbers are headings.
  return (
    next - top + 1 < DEEPEST &&
    isRightOfNames(grid, next, first) &&
    namesRightOf(grid, next + 1, first).some(isSubHeader)
  );
}

const NUMBER_OF_POINTS = /^\d{1,4}([.,]\d{1,2})?( ?(điểm|đ))?$/u;

/** «10 | 20 | 30» beside a heading that is merged down to this row: the maxima of the columns, not headings. */
function statesMaxima(grid: Grid, top: number, row: number): boolean {
  const first = identifyingColumn(grid, top);
  if (!isRightOfNames(grid, row, first) || countsHeadings(grid, row, first) || numbersColumns(grid, row)) return false;
  if (grid.merges.some((merge) => merge.top >= top && merge.top < row && merge.bottom > row)) return false;
  const texts = (grid.values[row] ?? []).flatMap((cell, position) =>
    isBlank(cell) ? [] : [textAt(grid, row, position).trim()],
  );
  return texts.length > 1 && texts.every((text) => NUMBER_OF_POINTS.test(text));
}

/** Whether the row is blank up to the column of names and has content right of it. */
function isRightOfNames(grid: Grid, row: number, first: number): boolean {
  const cells = grid.values[row] ?? [];
  return cells.slice(0, first + 1).every(isBlank) && cells.slice(first + 1).some((cell) => !isBlank(cell));
}

const FEWEST_CODES = 3;

/** «1.1 | 1.2 | 2.1» below areas, «2024 | 2025» below units: consecutive numbers, which points hardly ever are. */
function countsHeadings(grid: Grid, row: number, first: number): boolean {
  if (!isRightOfNames(grid, row, first)) return false;
  const texts = (grid.values[row] ?? []).flatMap((cell, column) =>
    isBlank(cell) ? [] : [textAt(grid, row, column).trim()],
  );
  if (texts.length > 1 && new Set(texts).size > 1 && texts.every((text) => /^(19|20)\d\d$/.test(text))) return true;
  const codes = texts.map((text) => /^(\d{1,2})\.(\d{1,2})\.?$/.exec(text)?.slice(1).map(Number));
  let [area, place] = [0, 0];
  return (
    codes.length >= FEWEST_CODES &&
    codes.every((code) => {
      const [codeArea = 0, position = 0] = code ?? [];
      const isNext = codeArea === area ? position === place + 1 : codeArea === area + 1 && position === 1;
      [area, place] = [codeArea, position];
      return isNext;
    })
  );
}

/** The texts of a row that has only headings, none of them over codes or names; else an empty list. */
function namesRightOf(grid: Grid, row: number, first: number): string[] {
  if (!isRightOfNames(grid, row, first)) return [];
  const cells = (grid.values[row] ?? []).filter((cell) => !isBlank(cell));
  const texts = cells.filter(
    (cell): cell is string => typeof cell === 'string' && cell.length <= LONGEST_HEADING && parseNumber(cell) === null,
  );
  return texts.length === cells.length ? texts : [];
}

const isSubHeader = (text: string): boolean => roleOfHeader(text) !== null || /^(tc|td)$/.test(plainKey(text));

/** Last column of the leading code, name or unit columns of a header row; where no word says it, of the names below. */
function identifyingColumn(grid: Grid, row: number): number {
  const cells = grid.values[row] ?? [];
  // «Các xã, phường» right of the names is a heading over the columns of units.
  const isNamed = cells.some((cell) => typeof cell === 'string' && roleOfHeader(cell) === 'name');
  const isGroup = (cell: CellValue): boolean => typeof cell === 'string' && namesGroup(cell);
  const last = (...wanted: readonly HeaderRole[]): number =>
    cells.findLastIndex((cell) => {
      const role = typeof cell === 'string' ? roleOfHeader(cell) : null;
      return role !== null && wanted.includes(role) && !(role === 'unit' && isNamed && isGroup(cell));
    });
  const named = last('name', 'unit');
  return named >= 0 ? Math.max(named, last('code')) : Math.max(last('code'), namingColumn(grid, row) ?? -1);
}

/** «Tự chấm | Thẩm định | Tự chấm | Thẩm định»: such a row needs names of units or areas above it. */
function repeatsRoles(grid: Grid, row: number): boolean {
  const roles = (grid.values[row] ?? [])
    .map((cell) => (typeof cell === 'string' ? plainKey(cell) : ''))
    .filter((key) => isSubHeader(key));
  return new Set(roles).size < roles.length;
}

/** «Khối phường | Khối xã» above the row of column headings. */
const namesGroups = (grid: Grid, row: number): boolean =>
  (grid.values[row] ?? []).some((cell) => typeof cell === 'string' && namesGroup(cell));

/** Whether the texts of a row above the header are only over columns right of the names. */
function headsColumns(grid: Grid, row: number, headerRow: number): boolean {
  const first = identifyingColumn(grid, headerRow);
  const covered = grid.merges.some((merge) => contains(merge, row, first) && merge.right > first);
  return !covered && isRightOfNames(grid, row, first);
}

const BRACKETED = /^\([^()]{2,30}\)$/;
/** «Tối đa 15 điểm» below the name of an area. */
const MAXIMUM = /^(?:điểm )?tối đa:? ?\d+(?:[.,]\d+)?(?: ?(?:điểm|đ))?$/iu;

/** Most sub-columns that one unmerged name may cover. */
const WIDEST_OWNER = 12;
const MOST_HEADER_CELLS = 100_000;

function spellOut(grid: Grid, top: number, bottom: number): string[][] {
  const anchors = new Map<number, number>();
  // Merges in a damaged workbook may overlap endlessly; no real header has more cells than this.
  let rest = MOST_HEADER_CELLS;
  for (const merge of grid.merges) {
    if (merge.bottom < top || merge.top > bottom) continue;
    if ((rest -= Math.min(merge.right, grid.columnCount - 1) - merge.left + 1) < 0) break;
    for (let row = Math.max(merge.top, top); row <= Math.min(merge.bottom, bottom); row++) {
      for (let column = merge.left; column <= Math.min(merge.right, grid.columnCount - 1); column++) {
        anchors.set(cellKey(row, column), cellKey(merge.top, merge.left));
      }
    }
  }
  const anchorOf = (row: number, column: number): number => anchors.get(cellKey(row, column)) ?? cellKey(row, column);
  const paths: string[][] = [];
  for (let column = 0; column < grid.columnCount; column++) {
    const path: string[] = [];
    let previous = -1;
    for (let row = top; row <= bottom; row++) {
      const anchor = anchorOf(row, column);
      if (anchor === previous) continue;
      previous = anchor;
      const owner =
        isBlank(valueAtKey(grid, anchor)) && row < bottom
          ? leftOwner(grid, anchors, { top, bottom }, row, column)
          : anchor;
      const text = squeeze(textAtKey(grid, owner));
      // «(tối đa 80)» below «Điểm TĐ» continues that heading.
      if (path.length > 0 && BRACKETED.test(text)) path.push(`${path.pop() ?? ''} ${text}`);
      else if (path.length > 0 && MAXIMUM.test(text)) path.push(`${path.pop() ?? ''} (${text})`);
      else if (text !== '') path.push(text);
    }
    paths.push(path);
  }
  return paths;
}

/** A name centred without merging also covers blank cells right of it with a sub-heading below and nothing above. */
function leftOwner(
  grid: Grid,
  anchors: ReadonlyMap<number, number>,
  { top, bottom }: { top: number; bottom: number },
  row: number,
  column: number,
): number {
  const here = cellKey(row, column);
  const isAnyFilled = (first: number, last: number, position: number): boolean => {
    for (let each = first; each <= last; each++) if (!isBlank(valueAt(grid, each, position))) return true;
    return false;
  };
  for (let left = column; left >= Math.max(0, column - WIDEST_OWNER); left--) {
    const key = cellKey(row, left);
    // A name merged down to the last row has no sub-headings.
    if (!isBlank(valueAt(grid, row, left))) return anchors.get(cellKey(bottom, left)) === key ? here : key;
    if (anchors.has(key) || !isAnyFilled(row + 1, bottom, left) || isAnyFilled(top, row - 1, left)) return here;
  }
  return here;
}

const valueAtKey = (grid: Grid, key: number) => valueAt(grid, Math.floor(key / cellKey(1, 0)), key % cellKey(1, 0));
const textAtKey = (grid: Grid, key: number): string =>
  textAt(grid, Math.floor(key / cellKey(1, 0)), key % cellKey(1, 0));
