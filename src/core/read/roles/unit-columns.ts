/** Number columns in a table whose rows are units: the value for every unit, and the area. */
import { fromText } from '../../values/decimal';
import { textAt, type Grid } from '../../model/workbook/grid';
import { statedRoleOf, type Column, type Columns } from '../blocks/columns';
import type { HeaderBlock } from '../blocks/header-block';
import { pointsOf, type ScoreReader } from '../numbers/parse-score';
import { unitRows } from '../units/unit-rows';
import { maximumInText, roleOfHeader, withoutMaximum, type HeaderRole } from '../words/header-words';
import { parseHeading } from '../words/parse-heading';

export interface UnitColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly headingRole: HeaderRole | null;
  readonly hint: HeaderRole | null;
  readonly isStated: boolean;
  /** The topmost heading, which several adjacent columns may share. */
  readonly top: string;
  readonly label: string;
  /** Its maximum, from the heading or from the row of maxima. */
  readonly max: number | null;
  /** Points by unit; null if the cell holds none. */
  readonly values: readonly (number | null)[];
  /** The second numbers of «75,42/94». */
  readonly denominators: readonly (number | null)[];
}

export interface UnitTable {
  readonly columns: readonly UnitColumn[];
  readonly rows: readonly number[];
}

const MOST_ROWS = 200;
const MOST_COLUMNS = 120;
/** Roles of columns that hold no points, whatever their cells. */
const TEXTS: ReadonlySet<HeaderRole> = new Set<HeaderRole>([
  'code',
  'unit',
  'group',
  'rating',
  'cause',
  'remedy',
  'remedyDue',
  'remedyStatus',
  'evidence',
  'explanation',
  'responsibleBody',
  'responsiblePerson',
]);

export function unitTable(grid: Grid, header: HeaderBlock, columns: Columns, read: ScoreReader): UnitTable {
  const labelColumns = new Set([columns.code, columns.unit, columns.group]);
  const known = new Map(columns.all.map((each) => [each.column, each]));
  const all = Array.from({ length: Math.min(grid.columnCount, MOST_COLUMNS) }, (_, column): Column => {
    return known.get(column) ?? { column, path: header.paths[column] ?? [], role: null, owner: null };
  }).filter(({ column, role }) => !labelColumns.has(column) && !(role !== null && TEXTS.has(role)));
  const { units, maxRow } = unitRows(
    grid,
    header,
    columns,
    all.map(({ column }) => column),
    read,
  );
  const rows = units.slice(0, MOST_ROWS).map(({ row }) => row);
  const found = all.flatMap((each): UnitColumn[] => {
    const scores = rows.map((row) => read.score(row, each.column));
    const values = scores.map(pointsOf);
    const numbers = values.filter((value) => value !== null).length;
    const others = scores.filter(({ kind }) => kind === 'damaged').length;
    if (numbers < 2 || numbers * 2 < rows.length - scores.filter(({ kind }) => kind === 'notApplicable').length)
      return [];
    if (others > numbers) return [];
    const wholes = scores.map((score) => (score.kind === 'points' ? score.of : null));
    return [{ ...headed(each), values, denominators: wholes, max: maximumOf(each, maxRow, read) }];
  });
  return { columns: shareMaxima(found), rows };
}

function headed(column: Column): Omit<UnitColumn, 'values' | 'denominators' | 'max'> {
  const { path, role } = column;
  return {
    column: column.column,
    path,
    headingRole: role,
    hint: parseHeading(withoutMaximum(path.at(-1) ?? '')).hint,
    isStated: statedRoleOf(column) !== null,
    top: path[0] ?? '',
    label: path.slice(1).join(' / '),
  };
}

function maximumOf({ path, column }: Column, maxRow: number | null, read: ScoreReader): number | null {
  const text = path.map(maximumInText).findLast((each) => each !== null) ?? null;
  if (text !== null) return fromText(text.replace(',', '.'));
  return maxRow === null ? null : read.maximum(maxRow, column);
}

/** In a row of maxima, the maximum of an area may be under its first column alone. */
const shareMaxima = (columns: readonly UnitColumn[]): UnitColumn[] =>
  columns.map((each) => {
    if (each.max !== null || each.top === '') return each;
    const beside = columns.find(({ top, max }) => top === each.top && max !== null);
    return beside ? { ...each, max: beside.max } : each;
  });

/** Groups adjacent columns under one heading that names an area. */
export function areaGroups(columns: readonly UnitColumn[]): UnitColumn[][] {
  const groups: UnitColumn[][] = [];
  for (const each of columns) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && each.top !== '' && before.top === each.top && before.column === each.column - 1)
      last.push(each);
    else groups.push([each]);
  }
  return groups.filter(([first]) => first !== undefined && first.max !== null && namesArea(first.top));
}

/** «Điểm thẩm định (Tối đa 70)» is a part of the whole, «Tổng (100 điểm)» is not. */
function namesArea(top: string): boolean {
  const role = roleOfHeader(top);
  return top !== '' && (role === null || (maximumInText(top) !== null && role !== 'total' && role !== 'selfTotal'));
}

/** The heading cell of a column, or the cell where it is missing. */
export const headingCell = (grid: Grid, { top, bottom }: HeaderBlock, column: number) => {
  for (let row = bottom; row >= top; row--) if (textAt(grid, row, column).trim() !== '') return { row, column };
  return { row: bottom, column };
};
