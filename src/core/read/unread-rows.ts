/** Rows with numbers above, below or between the results of a table that the reading does not use (FIELD.md §9). */
import { plainKey, squeeze } from '../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from '../model/workbook/grid';
import { unitAxis, type ReadFact, type ScoreSheet } from '../model/score-sheet';
import { numbersColumns } from '../model/workbook/column-numbers';
import { parseNumber } from './numbers/parse-number';
import type { ScoreReader } from './numbers/parse-score';
import { splitCodeAndName } from './tree/codes';
import { isSummaryOfUnits, namesPart } from './units/group-rows';
import { roleOfHeader, type HeaderRole } from './words/header-words';
import { roleOfLine, startsFooter } from './words/result-words';

/** A single row is a slip, or a remark with a number. */
const FEWEST = 2;
/** Two numbers in a row are neither a page number nor a date. */
const FEWEST_NUMBERS = 2;
/** Titles and dates above a table do not have rows with so many numbers. */
const FEWEST_ABOVE = 3;

export function unreadRows(grid: Grid, sheets: readonly ScoreSheet[], read: ScoreReader): ReadFact[] {
  const [first] = sheets;
  if (!first) return [];
  const rows = filledRows(grid, first, sheets, read);
  const counting = rows.filter(({ counts }) => counts);
  // Remarks above a table do not have a maximum and points.
  const mayCount = counting.length >= FEWEST || counting.some(({ row }) => row < Math.min(...first.headerRows));
  const listed = mayCount ? counting : rows;
  const [top] = listed;
  if (!top) return [];
  const at = { row: top.row, column: first.nameColumn };
  return [{ kind: 'unread-rows', at, last: listed.at(-1)?.row ?? top.row, count: listed.length, mayCount }];
}

interface FilledRow {
  readonly row: number;
  /** Its numbers may be points. */
  readonly counts: boolean;
}

function filledRows(grid: Grid, first: ScoreSheet, sheets: readonly ScoreSheet[], read: ScoreReader): FilledRow[] {
  const used = new Set(sheets.flatMap(usedRows));
  const names = itemNames(sheets.filter((sheet) => unitAxis(sheet) !== 'row'));
  const rows = rowsAbove(grid, first, read);
  let isFooter = false;
  let isHeaded = false;
  for (let row = Math.max(...first.headerRows) + 1; row < grid.rowCount; row++) {
    if (used.has(row)) {
      isFooter = false;
      continue;
    }
    const sheet = sheets.findLast(({ table }) => table.top <= row) ?? first;
    const label = labelOf(grid, sheet, row);
    const isBelow = row > sheet.table.bottom;
    isFooter ||= isBelow && startsFooter(label);
    isHeaded = isBelow && (isHeaded || namesPoints(grid, row));
    const isOtherSide = isScoredByOthers(grid, row, label);
    if (isFooter || (label === '' && !isHeaded && !isOtherSide) || isOfNothing(grid, row, label)) continue;
    const counts = isOtherSide || holdsPoints(grid, sheet, row, read) || (isBelow && repeatsItem(grid, row, names));
    const isTold = counts || isLost(grid, sheet, row);
    if (isTold) rows.push({ row, counts: counts || isHeaded });
  }
  return rows;
}

/** If the header of a table lost its words, the header found may be its repetition after a page break. */
function rowsAbove(grid: Grid, first: ScoreSheet, read: ScoreReader): FilledRow[] {
  const rows: FilledRow[] = [];
  for (let row = 0; row < Math.min(...first.headerRows); row++)
    if (!numbersColumns(grid, row) && (numbersIn(grid, row) >= FEWEST_ABOVE || holdsItem(first, row, read)))
      rows.push({ row, counts: true });
  return rows;
}

/** «| Thẩm định | 8 | 17»: another score of the unit above. */
const isScoredByOthers = (grid: Grid, row: number, label: string): boolean =>
  label === '' && namesPoints(grid, row) && numbersIn(grid, row) >= FEWEST_NUMBERS;

const isOfNothing = (grid: Grid, row: number, label: string): boolean =>
  numbersColumns(grid, row) || statesResult(label);

const statesResult = (label: string): boolean => roleOfLine(label) !== null || isSummaryOfUnits(label);

/** A heading of maxima or of a side's points: a table in other columns may follow. */
const namesPoints = (grid: Grid, row: number): boolean =>
  (grid.values[row] ?? []).some(
    (value) => typeof value === 'string' && value.length <= LONGEST_HEADING && POINTS.has(roleOfHeader(value)),
  );

const LONGEST_HEADING = 60;
const POINTS: ReadonlySet<HeaderRole | null> = new Set<HeaderRole>(['max', 'self', 'appraised']);

/** Rows of headings, items or units, and all result lines that were read. */
function usedRows(sheet: ScoreSheet): number[] {
  const outside = sheet.units.flatMap(({ bonus, penalty }) => [...bonus, ...penalty].map(({ at }) => at.row));
  const sharedRows = [...sheet.headerRows, ...outside];
  if (unitAxis(sheet) === 'row')
    return [...sharedRows, ...sheet.units.map(({ row }) => row), ...(sheet.maxLine === null ? [] : [sheet.maxLine])];
  return [...sharedRows, ...sheet.items.map(({ row }) => row), ...Object.values(sheet.resultLines)];
}

function labelOf(grid: Grid, { nameColumn, codeColumn }: ScoreSheet, row: number): string {
  const name = squeeze(textAt(grid, row, nameColumn));
  return name !== '' || codeColumn === null ? name : squeeze(textAt(grid, row, codeColumn));
}

/** Whether the row has a maximum, and points of a unit that do not exceed it. */
function holdsItem(sheet: ScoreSheet, row: number, read: ScoreReader): boolean {
  const { units, maxLine } = sheet;
  if (unitAxis(sheet) === 'row') return false;
  return units.some(({ columns, awardedRole }) => {
    const [max, points] = [columns.max ?? maxLine, columns[awardedRole]];
    if (max === null || points === undefined) return false;
    const most = read.maximum(row, max);
    const score = read.score(row, points);
    return most !== null && score.kind === 'points' && score.points <= most;
  });
}

/**
 * Whether the row has numbers below the table or of a part of a unit, or a number in the points column below the
 * total: «Vi phạm kỷ luật | -0,5».
 */
const isLost = (grid: Grid, sheet: ScoreSheet, row: number): boolean =>
  ((row > sheet.table.bottom || (unitAxis(sheet) === 'row' && namesPart('', labelOf(grid, sheet, row)))) &&
    numbersIn(grid, row) >= FEWEST_NUMBERS) ||
  (unitAxis(sheet) !== 'row' &&
    row > (sheet.resultLines.total ?? Infinity) &&
    sheet.units.some(({ columns, awardedRole }) => isNumber(valueAt(grid, row, columns[awardedRole] ?? -1))));

const holdsPoints = (grid: Grid, sheet: ScoreSheet, row: number, read: ScoreReader): boolean =>
  unitAxis(sheet) === 'row' ? holdsUnit(grid, sheet, row) : holdsItem(sheet, row, read);

/**
 * Whether the row repeats an item of the table with a maximum and points beside it, for another unit in other columns.
 */
function repeatsItem(grid: Grid, row: number, names: ReadonlySet<string>): boolean {
  const cells = grid.values[row] ?? [];
  const position = cells.findIndex((value) => typeof value === 'string' && names.has(plainKey(value)));
  return position >= 0 && cells.slice(position + 1).filter(isNumber).length >= FEWEST_NUMBERS;
}

/** Whether the row has a name below the table and numbers under most of its areas. */
function holdsUnit(grid: Grid, { table, items, units, nameColumn }: ScoreSheet, row: number): boolean {
  if (row <= table.bottom || parseNumber(textAt(grid, row, nameColumn)) !== null) return false;
  const role = units[0]?.awardedRole ?? 'appraised';
  const columns = items.flatMap(({ columns: itemColumns }) => itemColumns[role] ?? []);
  const filled = columns.filter((column) => isNumber(valueAt(grid, row, column)));
  return columns.length > 1 && filled.length * 2 > columns.length;
}

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && value.length < 20 && parseNumber(value) !== null);

const numbersIn = (grid: Grid, row: number): number =>
  (grid.values[row] ?? []).filter((value) => !isBlank(value) && isNumber(value)).length;

/** Whether the grid has enough names of the units or items to be about the same table. */
export function sharesNames(grid: Grid, sheets: readonly ScoreSheet[]): boolean {
  const units = new Set(sheets.flatMap((sheet) => sheet.units.map(({ name }) => plainKey(name))));
  const items = itemNames(sheets);
  const found = { units: new Set<string>(), items: new Set<string>() };
  for (let row = 0; row < Math.min(grid.rowCount, MOST_ROWS); row++)
    for (const value of grid.values[row]?.slice(0, MOST_COLUMNS) ?? []) {
      if (typeof value !== 'string') continue;
      const key = plainKey(value);
      if (units.has(key)) found.units.add(key);
      const name = items.has(key) ? key : plainKey(splitCodeAndName(value)?.name ?? '');
      if (items.has(name)) found.items.add(name);
    }
  return found.units.size >= 2 || found.items.size >= 3;
}

const itemNames = (sheets: readonly ScoreSheet[]): ReadonlySet<string> =>
  new Set(
    sheets.flatMap((sheet) => sheet.items.map(({ name }) => plainKey(name)).filter((key) => key.length >= SHORTEST)),
  );

const SHORTEST = 10;
const MOST_ROWS = 400;
const MOST_COLUMNS = 80;

/** Whether the grid has at least `fewest` cells with numbers. */
export function holdsNumbers(grid: Grid, fewest: number): boolean {
  let count = 0;
  for (let row = 0; row < grid.rowCount; row++) {
    count += numbersIn(grid, row);
    if (count >= fewest) return true;
  }
  return false;
}
