/**
 * Finds the column that names the rows of a table and the column that numbers them from their cells; finds maxima in
 * headings, too.
 */
import { toNumber } from '../../values/decimal';
import { squeeze } from '../../values/fold-text';
import { isBlank, valueAt, type Grid } from '../../model/workbook/grid';
import { startsWithLabel } from '../../model/beside/part-labels';
import { parseCode } from '../tree/codes';
import { isRating, roleOfLine } from '../words/result-words';
import { isSide, roleOf, type HeaderRole } from '../words/header-words';
import { namesBody, namesPlace } from '../words/unit-names';
import { parseNumber } from '../numbers/parse-number';

/** Number of rows sampled below a heading, and of columns from the left that may name the rows. */
const SAMPLE = 60;
const MOST_COLUMNS = 12;
const FEWEST = 2;

/**
 * A name: at least two letters, and not a code, a rating, a number or the label of a result line, which may be this
 * program's.
 */
const isName = (text: string): boolean =>
  /\p{L}{2}/u.test(text) &&
  (parseCode(text) === null || /\p{L}{2}\s/u.test(text)) &&
  !isRating(text) &&
  parseNumber(text) === null &&
  roleOfLine(text) === null;

function textsBelow(grid: Grid, row: number, column: number): string[] {
  const texts: string[] = [];
  for (let position = row + 1; position < Math.min(grid.rowCount, row + 1 + SAMPLE); position++) {
    const value = valueAt(grid, position, column);
    if (typeof value === 'string' && isName(value)) texts.push(value);
  }
  return texts;
}

/** The leftmost column with at least 70 % as many different names as the best one; null if no column has two. */
export function namingColumn(grid: Grid, row: number): number | null {
  const counts = Array.from(
    { length: Math.min(MOST_COLUMNS, grid.columnCount) },
    (_, column) => new Set(textsBelow(grid, row, column)).size,
  );
  const most = Math.max(...counts, 0);
  if (most < FEWEST) return null;
  return counts.findIndex((count) => count * 10 >= most * 7);
}

/** Whether most names in the column are those of communes, departments and the like. */
export function namesBodies(grid: Grid, row: number, column: number): boolean {
  const texts = textsBelow(grid, row, column);
  return texts.filter(namesBody).length * 2 > texts.length;
}

/** The nearest column left of the names in which most filled cells are codes; null if there is none. */
export function numberingColumn(grid: Grid, row: number, names: number): number | null {
  for (let column = names - 1; column >= 0; column--) {
    let [codes, filled] = [0, 0];
    for (let position = row + 1; position < Math.min(grid.rowCount, row + 1 + SAMPLE); position++) {
      const value = valueAt(grid, position, column);
      if (isBlank(value) || typeof value === 'object') continue;
      filled++;
      if (parseCode(String(value)) !== null) codes++;
    }
    if (codes >= FEWEST && codes * 2 > filled) return column;
  }
  return null;
}

/** «Tiêu chí» or a leading «TC» is the name column if it holds texts, and the code column if it holds 1.1, 1.2. */
export const areNames = (cells: readonly (string | number)[]): boolean =>
  cells.filter((cell) => typeof cell === 'string' && parseCode(cell) === null && /\p{L}{2}/u.test(cell)).length * 2 >
  cells.length;

/** «8/10» below «Điểm đạt/Điểm tối đa». */
export const areFractions = (cells: readonly (string | number)[]): boolean =>
  cells.length > 1 && cells.every((cell) => typeof cell === 'string' && /^\s*\d+([.,]\d+)?\s*\/\s*\d/.test(cell));

/** «- Nguyên nhân: … - Trách nhiệm: …» in nearly every cell, whatever the heading. */
export function tellsLosses(cells: readonly (string | number)[]): boolean {
  const telling = cells.filter((cell) => typeof cell === 'string' && startsWithLabel(cell.replace(/^[-–+*•\s]+/, '')));
  return telling.length > 1 && telling.length * 5 >= cells.length * 4;
}

/** By column: its headings from top to bottom. */
type Paths = readonly (readonly string[])[];

/**
 * «Minh bạch (10)»: the bracket is the maximum of the area if several headings have one and no score below is higher.
 */
const LONGEST_AREA = 120;
const BARE_MAXIMUM = /(?<=\p{L}.*)\((\d{1,3}(?:[.,]\d{1,2})?)\)$/u;

export function withBareMaxima(grid: Grid, body: number, paths: Paths): Paths {
  const found = paths.flatMap((path, column) => {
    const text = path.at(-1) ?? '';
    const stated = text.length > LONGEST_AREA || namesBody(text) ? undefined : BARE_MAXIMUM.exec(text)?.[1];
    return stated === undefined ? [] : [{ column, max: Number(stated.replace(',', '.')) }];
  });
  if (found.length < 2 || !found.every(({ column, max }) => isBelow(grid, body, column, max))) return paths;
  const columns = new Set(found.map(({ column }) => column));
  return paths.map((path, column) =>
    columns.has(column) ? [...path.slice(0, -1), (path.at(-1) ?? '').replace(BARE_MAXIMUM, '($1 điểm)')] : path,
  );
}

/**
 * «Xã An tự chấm | Xã An thẩm định | Xã Phú tự chấm | …», also with brackets or a dash: the units stand above their
 * sides, as in a header of two rows. Without this, each heading would be a unit of its own.
 */
export function withSidesBelowUnits(grid: Grid, top: number, paths: Paths): Paths {
  const headings = paths.map((path) => unitAndSide(path.at(-1) ?? ''));
  const sides = new Map<string, (HeaderRole | null)[]>();
  for (const each of headings) if (each) sides.set(each.unit, [...(sides.get(each.unit) ?? []), roleOf(each.side)]);
  const units = [...sides.values()];
  const withBoth = units.filter((roles) => roles.length > 1).length;
  const isPlain = units.every((roles) => new Set(roles).size === roles.length);
  // One side of several communes; other bodies may be the appraisers of one unit.
  const isOneSided =
    units.length > 1 &&
    new Set(units.flat()).size === 1 &&
    [...sides.keys()].every((unit) => COMMUNE.test(unit.normalize('NFC'))) &&
    !grid.values.slice(0, top).some((row) => row?.some((cell) => typeof cell === 'string' && OF_COMMUNE.test(cell)));
  if (!isPlain || !(isOneSided || (withBoth >= 2 && withBoth * 2 >= units.length))) return paths;
  return paths.map((path, column) => {
    const found = headings[column];
    return found ? [...path.slice(0, -1), found.unit, found.side] : path;
  });
}

const COMMUNE = /^(xã|phường|thị trấn|đặc khu) (?!.*\d{4})/i;
/** «CHẤM CHÉO XÃ CẨM SƠN»: the communes below may be the appraisers of this one. */
const OF_COMMUNE = /(?<!các |cấp )(xã|phường|thị trấn|đặc khu) (?!năm|trên|thuộc|phường|và|thị|tại)\p{L}|chấm chéo/iu;
/** Points of nobody in particular. */
const BARE = /^(điểm|kết quả)( chấm)?( đạt)?( được)?$/iu;
const SAYS_SIDE = /^(điểm|kết quả) |\(điểm\)$|ch[ấa]m|th[ẩa]m|đánh giá|(?<!\p{L})T[CĐ](?!\p{L})/iu;
const EDGES = /^[\s:(–-]+|[\s:()–-]+$/g;

/** The longest name that leaves a side, before or behind it; names with their kind of body come first. */
function unitAndSide(text: string): { readonly unit: string; readonly side: string } | null {
  if (text.length > LONGEST_AREA || !SAYS_SIDE.test(text)) return null;
  const words = squeeze(text).split(' ');
  for (const namesUnit of [namesBody, namesPlace])
    for (let count = words.length - 1; count > 0; count--) {
      const [before, behind] = [words.slice(0, count), words.slice(count)].map((part) => part.join(' '));
      for (const [unit = '', side = ''] of [
        [before, behind],
        [behind, before?.replace(/ của$/, '')],
      ].map((parts) => parts.map((part) => part?.replace(EDGES, ''))))
        if (namesUnit(unit) && (isSide(roleOf(side)) || BARE.test(side))) return { unit, side };
    }
  return null;
}

/**
 * Whether the numbers below do not exceed `max` and at least one reaches half of it; otherwise the bracket may be the
 * number of a footnote.
 */
function isBelow(grid: Grid, body: number, column: number, max: number): boolean {
  const values = Array.from({ length: Math.min(SAMPLE, grid.rowCount - body) }, (_, position) => {
    const value = valueAt(grid, body + position, column);
    if (typeof value === 'number') return value;
    const parsed = typeof value === 'string' ? parseNumber(value) : null;
    return parsed === null ? null : toNumber(parsed.value);
  }).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => value <= max) && values.some((value) => value * 2 >= max);
}
