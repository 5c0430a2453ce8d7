/**
 * Result lines below the items: which line holds which result, and its value for each unit (families A and B). Also
 * finds the result columns that this program added beside units (family C).
 */
import { cellKey } from '../../values/address';
import { fromText } from '../../values/decimal';
import { textAt, valueAt, type Grid } from '../../model/workbook/grid';
import { RESULT_LABELS, UNDETERMINED } from '../../model/result-sheet';
import type { ReadFact, ResultLines, ResultRole, RoleColumns, StatedResult, UnitScores } from '../../model/score-sheet';
import { roleOfHeader, yearOfHeader } from '../words/header-words';
import type { HeaderBlock } from './header-block';
import type { Outside } from '../words/item-words';
import type { ResultRow } from '../tree/item-rows';
import type { ScoreReader } from '../numbers/parse-score';
import { isRating } from '../words/result-words';

export interface FoundLines {
  readonly lines: ResultLines;
  readonly facts: readonly ReadFact[];
}

/** One line per role: the latest of several years, the last of several totals, the first of other lines. */
export function chooseLines(
  grid: Grid,
  results: readonly ResultRow[],
  labelColumn: number,
  columns: readonly number[],
): FoundLines {
  const facts: ReadFact[] = [];
  const lines: Partial<Record<ResultRole, number>> = {};
  const years: Partial<Record<ResultRole, number>> = {};
  for (const { row, role: resultRole, label } of results) {
    if (resultRole === 'bonus' || resultRole === 'penalty') continue;
    const role = resultRole === 'rank' && holdsRatings(grid, row, columns) ? 'rating' : resultRole;
    if (role !== resultRole) {
      const because = 'các ô ghi mức xếp loại, không ghi thứ hạng';
      facts.push({ kind: 'ambiguous-column', at: { row, column: labelColumn }, header: label, readAs: role, because });
    }
    const year = yearOfHeader(label) ?? Infinity;
    const known = years[role];
    if (known !== undefined && (year < known || (year === known && role !== 'total'))) continue;
    lines[role] = row;
    years[role] = year;
  }
  return { lines, facts };
}

/** «Xếp hạng» over «Tốt», «Khá». */
function holdsRatings(grid: Grid, row: number, columns: readonly number[]): boolean {
  const texts = columns.map((column) => textAt(grid, row, column)).filter((text) => text.trim() !== '');
  return texts.length > 0 && texts.every((text) => isRating(text));
}

/**
 * Returns the column with the value of a result cell: the left-most column of its merge, if the merge does not extend
 * beyond the unit.
 */
type Anchors = (row: number, column: number, columns: RoleColumns) => number;

/**
 * A merged result cell holds its value in the left-most cell; a merge over several units is not the result of one unit.
 */
export function anchorFinder(grid: Grid, results: readonly ResultRow[]): Anchors {
  const rows = [...new Set(results.map(({ row }) => row))];
  const anchors = new Map<number, number>();
  for (const merge of grid.merges) {
    const last = Math.min(merge.right, grid.columnCount - 1);
    if (merge.right === merge.left) continue;
    for (const row of rows) {
      if (row < merge.top || row > merge.bottom) continue;
      for (let column = merge.left; column <= last; column++) anchors.set(cellKey(row, column), merge.left);
    }
  }
  return (row, column, columns) => {
    const anchor = anchors.get(cellKey(row, column)) ?? column;
    if (anchor === column) return column;
    return anchor >= Math.min(column, ...Object.values(columns)) ? anchor : column;
  };
}

export function statedResults(
  lines: ResultLines,
  columns: RoleColumns,
  resultColumn: number,
  anchors: Anchors,
  read: ScoreReader,
): UnitScores['stated'] {
  const stated: Partial<Record<ResultRole, StatedResult>> = {};
  const put = (role: ResultRole, row: number | undefined, column: number | undefined): void => {
    if (row !== undefined && column !== undefined) stated[role] = read.result(row, anchors(row, column, columns));
  };
  let role: ResultRole;
  for (role in lines) put(role, lines[role], resultColumn);
  if (lines.total !== undefined) {
    if (columns.self !== undefined && columns.self !== resultColumn && lines.selfTotal === undefined)
      put('selfTotal', lines.total, columns.self);
    if (columns.max !== undefined && lines.max === undefined) put('max', lines.total, columns.max);
    if (columns.lost !== undefined && lines.lost === undefined) put('lost', lines.total, columns.lost);
  }
  if (lines.selfTotal !== undefined) put('selfTotal', lines.selfTotal, columns.self ?? resultColumn);
  return stated;
}

const PLACE = /(?<![\d/])(\d{1,4})\s*\/\s*(\d{1,4})(?![\d/])/;

/** «XẾP HẠNG 9/10»: takes the place from the label. */
export function withPlaceInLabel(grid: Grid, stated: UnitScores['stated'], labelColumn: number): UnitScores['stated'] {
  const { rank } = stated;
  if (rank?.isBlank !== true) return stated;
  const [text, place = '', among = ''] = PLACE.exec(textAt(grid, rank.at.row, labelColumn)) ?? [];
  if (text === undefined) return stated;
  const at = { row: rank.at.row, column: labelColumn };
  return { ...stated, rank: { ...rank, at, text, value: fromText(place), of: fromText(among), isBlank: false } };
}

/** Lines of bonus and penalty outside the item tree: in their own sections, or single lines among the results. */
interface OutsideLines {
  readonly sections: readonly { readonly row: number; readonly kind: Outside }[];
  readonly results: readonly ResultRow[];
}

/** Returns a reader of a unit's bonus and penalty cells; the rows are the same for all units. */
export function outsideReader(
  { sections, results }: OutsideLines,
  anchors: Anchors,
  read: ScoreReader,
): (columns: RoleColumns, column: number) => Pick<UnitScores, 'bonus' | 'penalty'> {
  const readerOf = (kind: Outside): ((columns: RoleColumns, column: number) => readonly StatedResult[]) => {
    const alone = sections.filter((each) => each.kind === kind);
    const among = results.filter(({ role }) => role === kind);
    return (columns, column) => [
      ...alone.map(({ row }) => read.result(row, column)),
      ...among.map(({ row }) => read.result(row, anchors(row, column, columns))),
    ];
  };
  const [bonus, penalty] = [readerOf('bonus'), readerOf('penalty')];
  return (columns, column) => ({ bonus: bonus(columns, column), penalty: penalty(columns, column) });
}

type OwnRole = keyof typeof RESULT_LABELS;

interface OwnColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly role: OwnRole;
  readonly owner: null;
  readonly isOwn: true;
}

/** Number of rows searched for content that this program wrote. */
const SAMPLE = 60;

const ROLES = new Map(Object.entries(RESULT_LABELS).map(([role, label]) => [label as string, role as OwnRole]));

/**
 * Result columns beside a table of units that this program added or filled. A second reading must take them only as
 * results and read the rest of the table as before.
 */
export function ownColumns(grid: Grid, { paths, body }: HeaderBlock): ReadonlyMap<number, OwnColumn> {
  const texts = paths.map((path) => path.at(-1) ?? '');
  const addinColumns = new Map<number, OwnColumn>();
  const add = (column: number, role: OwnRole): void => {
    addinColumns.set(column, { column, path: paths[column] ?? [], role, owner: null, isOwn: true });
  };
  const isWritten = (column: number): boolean => {
    for (let row = body; row < Math.min(grid.rowCount, body + SAMPLE); row++) {
      const text = grid.formulas.get(cellKey(row, column)) ?? valueAt(grid, row, column);
      if (typeof text === 'string' && text.includes(UNDETERMINED)) return true;
    }
    return false;
  };
  texts.forEach((text, column) => {
    const role = ROLES.get(text);
    // The rank is computed on another sheet, so its formula does not show that this program wrote it; the column before
    // it does.
    if (role && (isWritten(column) || (role === 'rank' && addinColumns.has(column - 1)))) add(column, role);
  });
  // Result columns that hold values instead of formulas are identified only as a pair: a total that repeats another
  // column, beside a maximum of 100.
  const max = texts.indexOf(RESULT_LABELS.max);
  const valuesOf = (column: number): readonly unknown[] =>
    Array.from({ length: Math.min(grid.rowCount - body, SAMPLE) }, (_, row) => valueAt(grid, body + row, column));
  const totals = valuesOf(max - 1);
  const repeats = (column: number): boolean =>
    totals.filter((value) => typeof value === 'number').length > 1 &&
    valuesOf(column).every((value, row) => value === totals[row]);
  const isSecond = texts.slice(0, max - 1).some((text, column) => roleOfHeader(text) === 'total' || repeats(column));
  // A different maximum may be the officer's own, so it counts.
  const isHundred = valuesOf(max).every((value) => typeof value !== 'number' || value === 100);
  if (texts[max - 1] === RESULT_LABELS.total && isSecond && isHundred) {
    add(max - 1, 'total');
    add(max, 'max');
  }
  return addinColumns;
}
