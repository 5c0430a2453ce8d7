/**
 * Scored cells of one line picked as an office does it: by how their codes look (`$A9:$A80,"*.*.*"` are the items of
 * the third level wherever no parent has such a code), as those whose code no other code goes on from, or by the
 * heading that all of them stand under.
 */
import { keyOf, type Address, type Area2D } from '../values/address';
import { textAt, valueAt } from '../model/workbook/grid';
import { unitAxis } from '../model/score-sheet';
import { quote, type Anchor } from '../values/formula-text';
import { refArea, unitArea, type PlanContext } from './plan-context';

export interface CodedRows {
  /** Range and criterion. */
  readonly codes: string;
  /** The column of the cells, over the same rows. */
  readonly scores: string;
  readonly picks: (at: Address) => boolean;
  /** Another column over the same rows. */
  readonly areaOfColumn: (column: number) => Area2D;
}

/** The code 1.1.1.1 has three dots. */
const MOST_DOTS = 4;

/** Picks only cells of the list that are in the column of the first one; null if no pattern of codes does that. */
export function codedRows(context: PlanContext, cells: readonly Address[]): CodedRows | null {
  const { sheet, grid } = context;
  const { codeColumn } = sheet;
  const [first] = cells;
  if (codeColumn === null || !first || sheet.parts || unitAxis(sheet) === 'row') return null;
  const inColumn = cells.filter(({ column }) => column === first.column);
  const listed = new Set(inColumn.map(({ row }) => row));
  for (let dots = MOST_DOTS; dots > 0; dots--) {
    const looks = (row: number): boolean => textAt(grid, row, codeColumn).split('.').length > dots;
    // Excel does not match a pattern against a number, LibreOffice does.
    const isText = (row: number): boolean => typeof valueAt(grid, row, codeColumn) === 'string';
    const picked = inColumn.filter(({ row }) => looks(row) && isText(row));
    const rows = picked.map(({ row }) => row);
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    if (rows.length === 0 || between(top, bottom).some((row) => looks(row) && !(listed.has(row) && isText(row))))
      continue;
    const areaOfColumn = columnsOver(top, bottom);
    const keys = new Set(picked.map(keyOf));
    return {
      codes: `${refArea(context, areaOfColumn(codeColumn), 'column')},"${'*.'.repeat(dots)}*"`,
      scores: unitArea(context, areaOfColumn(first.column)),
      picks: (at) => keys.has(keyOf(at)),
      areaOfColumn,
    };
  }
  return null;
}

/** The part of any column that is in these rows. */
const columnsOver =
  (top: number, bottom: number) =>
  (column: number): Area2D => ({ top, left: column, bottom, right: column });

const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, position) => first + position);

export interface PlainCell {
  readonly at: Address;
  /** Cell that holds the maximum as a number; null where the formula must spell it. */
  readonly maxAt: Address | null;
  readonly anchor: Anchor;
}

/** What a formula says of the cells that one way picks. */
export interface Picked {
  readonly picks: (at: Address) => boolean;
  /** How many of them hold anything. */
  readonly filled: string;
  readonly points: string;
  /** Null where their maxima do not stand beside them in one line. */
  readonly max: string | null;
  /** A factor that is 0 on all other rows between the first and the last of them. */
  readonly lowest?: string;
}

/** Every way that picks some of the cells and nothing else. */
export function waysToPick(context: PlanContext, cells: readonly PlainCell[]): Picked[] {
  const [first] = cells;
  if (!first || context.sheet.parts) return [];
  const alike = cells.filter((each) => isAlike(context, first, each));
  const ways = unitAxis(context.sheet) === 'row' ? [byHeading] : [byLook, byParents];
  return ways.flatMap((way) => way(context, alike) ?? []);
}

/** On the same line, with maxima on one other line, or all with none. */
function isAlike(context: PlanContext, first: PlainCell, { at, maxAt, anchor }: PlainCell): boolean {
  const [along, across] =
    unitAxis(context.sheet) === 'row' ? (['column', 'row'] as const) : (['row', 'column'] as const);
  if (at[across] !== first.at[across]) return false;
  if (!maxAt || !first.maxAt) return maxAt === first.maxAt;
  return anchor === first.anchor && maxAt[along] === at[along] && maxAt[across] === first.maxAt[across];
}

function byLook(context: PlanContext, cells: readonly PlainCell[]): Picked | null {
  const coded = codedRows(
    context,
    cells.map(({ at }) => at),
  );
  const [first] = cells;
  if (!coded || !first) return null;
  const { maxAt, anchor } = first;
  return {
    picks: coded.picks,
    ...byCriterion(coded.codes, coded.scores, maxAt && refArea(context, coded.areaOfColumn(maxAt.column), anchor)),
  };
}

const byCriterion = (criterion: string, scores: string, maxima: string | null): Omit<Picked, 'picks'> => ({
  filled: `COUNTIFS(${criterion},${scores},"<>")`,
  points: `SUMIFS(${scores},${criterion})`,
  max: maxima && `SUMIFS(${maxima},${criterion},${scores},">=0")`,
});

/**
 * `(COUNTIF($A9:$A80,$A9:$A80&".*")=0)`: no code goes on from theirs. Rows of no item may lie between them while they
 * are blank: whatever is typed there makes one cell too many.
 */
function byParents(context: PlanContext, cells: readonly PlainCell[]): Picked | null {
  const [first] = cells;
  const { codeColumn } = context.sheet;
  if (!first || codeColumn === null) return null;
  const listed = new Set(cells.map(({ at }) => at.row));
  const [top, bottom] = [Math.min(...listed), Math.max(...listed)];
  const rows = between(top, bottom);
  const ending = ['.*', '?*'].find((each) => {
    const lowest = lowestCodes(context, codeColumn, rows, each === '?*');
    return (
      lowest && rows.every((row) => lowest.has(row) === listed.has(row) || isBlankRow(context, first.at.column, row))
    );
  });
  if (ending === undefined) return null;
  const areaOfColumn = columnsOver(top, bottom);
  const codes = refArea(context, areaOfColumn(codeColumn), 'column');
  const isLowest = `(COUNTIF(${codes},${codes}&"${ending}")=0)`;
  const scores = unitArea(context, areaOfColumn(first.at.column));
  const { maxAt, anchor } = first;
  return {
    picks: ({ row, column }) => column === first.at.column && listed.has(row),
    lowest: isLowest,
    filled: `SUMPRODUCT((${scores}<>"")*${isLowest})`,
    points: `SUMPRODUCT(${scores},--${isLowest})`,
    max: maxAt && `SUMPRODUCT(${refArea(context, areaOfColumn(maxAt.column), anchor)},ISNUMBER(${scores})*${isLowest})`,
  };
}

/** No points stand there, and none will: not the unit's own, nor those of any unit that shares the text. */
const isBlankRow = ({ grid, sheet, unitPlace }: PlanContext, column: number, row: number): boolean =>
  !sheet.items.some((item) => item.row === row) &&
  !sheet.units.some(({ stated }) => Object.values(stated).some(({ at }) => at.row === row)) &&
  (unitPlace === null
    ? [column]
    : sheet.units.flatMap(({ columns }) => [columns.self ?? column, columns.appraised ?? column])
  ).every((each) => valueAt(grid, row, each) === null);

/** Rows that the formula finds; null where Excel would not read the codes as they stand. */
function lowestCodes(
  { grid }: PlanContext,
  column: number,
  rows: readonly number[],
  endInDots: boolean,
): ReadonlySet<number> | null {
  // A blank and any text: every code goes on from a blank one.
  const parents = new Set(endInDots ? [''] : []);
  const codes = rows.map((row) => {
    const value = valueAt(grid, row, column);
    const code = typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '';
    // 1.1 as a number is «1,1» to a Vietnamese Excel, and matched by no pattern.
    const isClear =
      value === null ||
      (typeof value === 'string'
        ? !/[*?~<>=]/.test(value) && (!endInDots || value.endsWith('.'))
        : !endInDots && Number.isInteger(value));
    if (typeof value === 'string')
      for (let dot = code.indexOf('.'); dot >= 0; dot = code.indexOf('.', dot + 1)) {
        const start = code.slice(0, endInDots ? dot + 1 : dot);
        if (start !== code) parents.add(start);
      }
    return isClear && code.length < MOST_CODE ? { row, code } : null;
  });
  return codes.includes(null)
    ? null
    : new Set(codes.flatMap((each) => (each && !parents.has(each.code) ? each.row : [])));
}

/** Excel takes no pattern of more than 255 characters. */
const MOST_CODE = 100;

/** `D$9:AD$9,"Thẩm định"`: in one row of headings all of them stand under one text, and nothing else does. */
function byHeading(context: PlanContext, cells: readonly PlainCell[]): Picked | null {
  const { grid, sheet } = context;
  const [first] = cells;
  if (!first) return null;
  const columns = new Set(cells.map(({ at }) => at.column));
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  for (let row = Math.min(...sheet.units.map((unit) => unit.row)) - 1; row >= 0; row--) {
    const heading = valueAt(grid, row, first.at.column);
    if (typeof heading !== 'string' || heading.length >= MOST_CODE || !/^[\p{L}\p{N}][^*?~]*$/u.test(heading)) continue;
    const isUnder = (column: number): boolean => textAt(grid, row, column).toLowerCase() === heading.toLowerCase();
    if (between(left, right).some((column) => isUnder(column) !== columns.has(column))) continue;
    const line = (position: number): Area2D => ({ top: position, left, bottom: position, right });
    const criterion = `${refArea(context, line(row), 'row')},${quote(heading)}`;
    const { maxAt, anchor } = first;
    return {
      picks: ({ column }) => columns.has(column),
      ...byCriterion(
        criterion,
        unitArea(context, line(first.at.row)),
        maxAt && refArea(context, line(maxAt.row), anchor),
      ),
    };
  }
  return null;
}
