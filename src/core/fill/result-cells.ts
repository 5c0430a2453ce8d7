/**
 * Finds or creates the cells for each unit's results (existing lines, or new lines beside the table if there is room),
 * and gives new lines the look of the table: every cell gets borders, not only those with content.
 */
import type { CellEdit, FormatEdit, WidthEdit } from '../model/workbook/edit';
import { numbersColumns } from '../model/workbook/column-numbers';
import { isBlank } from '../model/workbook/grid';
import { isLockedIn } from '../model/workbook/protection';
import type { RESULT_LABELS } from '../model/result-sheet';
import { unitAxis, type UnitScores } from '../model/score-sheet';
import { cellKey, type Address, keyOf } from '../values/address';
import type { Format } from './cell-writer';
import { cellValue, mergeOf, type PlanContext } from './plan-context';

export type LineRole = keyof typeof RESULT_LABELS;

interface NewLine {
  readonly role: LineRole;
  /** Row (families A, B) or column (family C). */
  readonly line: number;
  readonly labelAt: Address;
  readonly labelFormat: Format;
}

export interface ResultCells {
  readonly newLines: readonly NewLine[];
  readonly cellOf: (unit: UnitScores, role: LineRole) => Address | null;
  /** The cell for the unit's self total or total loss: its own cell, or one on a total line that this plan adds. */
  readonly sideTotalCell: (unit: UnitScores, kind: SideTotal) => Address | null;
  /** The format of a cell on a line that this plan adds; null on existing lines. */
  readonly formatOf: (unit: UnitScores, role: LineRole, beside?: SideTotal) => Format;
}

type SideTotal = 'self' | 'lost';

export function resultCells(context: PlanContext): ResultCells {
  const { sheet } = context;
  const missing = wantedRoles(context).filter(
    (role) => sheet.resultLines[role] === undefined && sheet.units.every(({ stated }) => stated[role] === undefined),
  );
  // Total and maximum explain the index; if there is no room for them, the index formula contains the sums itself.
  const essential = missing.filter((role) => role !== 'total' && role !== 'max');
  const first = Math.max(edgeOf(context), ...Object.values(sheet.resultLines)) + 1;
  const added =
    [missing, essential].find((roles) => sheet.units.length > 0 && hasRoom(context, first, roles.length)) ?? null;
  const drafts = (added ?? []).map((role, position) => newLine(context, role, first + position));
  // The next run would not recognise a line without its label.
  const newLines = drafts.every(({ labelAt }) => !isLockedIn(context.grid, labelAt)) ? drafts : [];
  const lines: Partial<Record<LineRole, number>> = {
    ...sheet.resultLines,
    ...Object.fromEntries(newLines.map(({ role, line }) => [role, line])),
  };
  const newTotal = newLines.find(({ role }) => role === 'total')?.line;
  return {
    newLines,
    cellOf: (unit, role) => unit.stated[role]?.at ?? onLine(context, unit, lines[role]),
    sideTotalCell: ({ stated, columns }, kind) => {
      const there = kind === 'self' ? stated.selfTotal : stated.lost;
      const column = columns[kind];
      if (there || newTotal === undefined || isAcross(context) || column === undefined) return there?.at ?? null;
      return { row: newTotal, column };
    },
    formatOf: (unit, role, beside) =>
      newLines.some((line) => line.role === role) ? valueFormat(context, unit, role, beside) : null,
  };
}

/** Roles that this sheet should have. A single unit gets no rank, and an empty scale gives no rating. */
function wantedRoles(context: PlanContext): LineRole[] {
  const { settings, scoreSheet } = context.assessment;
  const roles: LineRole[] = scoreSheet.items.length > 0 ? ['total', 'max', 'index'] : ['index'];
  // A single column of points, with nothing added to it or taken off, is the total.
  if (isAcross(context) && scoreSheet.items.length === 1 && scoreSheet.units.every(hasNothingOutside)) roles.shift();
  if (settings.scale.length > 0) roles.push('rating');
  if (scoreSheet.kind !== 'one-unit') roles.push('rank');
  return roles;
}

const hasNothingOutside = ({ bonus, penalty }: UnitScores): boolean => bonus.length + penalty.length === 0;

/** True if units are below each other, so that result lines are columns. */
const isAcross = ({ sheet }: PlanContext): boolean => unitAxis(sheet) === 'row';
const edgeOf = (context: PlanContext): number =>
  isAcross(context) ? context.sheet.table.right : context.sheet.table.bottom;

function onLine(context: PlanContext, unit: UnitScores, line: number | undefined): Address | null {
  if (line === undefined) return null;
  if (isAcross(context)) return { row: unit.row, column: line };
  const column = unit.columns[unit.awardedRole];
  return column === undefined ? null : { row: line, column };
}

/**
 * Whether the cells for the new lines are blank, unmerged and without notes. Below the table this covers whole rows,
 * and one more row as a distance to the signatures.
 */
function hasRoom(context: PlanContext, first: number, count: number): boolean {
  const { table, headerRows } = context.sheet;
  // If the table is spread over several sheets, none of them is the right place for results of the whole.
  if (count === 0 || context.sheet.parts) return false;
  const last = isAcross(context) ? first + count - 1 : first + count;
  const area = isAcross(context)
    ? { top: Math.min(table.top, ...headerRows), bottom: table.bottom, left: first, right: last }
    : { top: first, bottom: last, left: 0, right: Math.max(table.right, context.grid.columnCount - 1) };
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const at = { row, column };
      if (!isBlank(cellValue(context, at)) || mergeOf(context, at) || context.grid.notes.has(cellKey(row, column)))
        return false;
    }
  }
  return true;
}

function newLine(context: PlanContext, role: LineRole, line: number): NewLine {
  const { sheet } = context;
  if (!isAcross(context)) {
    return {
      role,
      line,
      labelAt: { row: line, column: sheet.nameColumn },
      labelFormat: like({ row: modelRow(context), column: sheet.nameColumn }),
    };
  }
  // A heading in the row of column numbers would hide that the row only numbers the columns.
  const row = sheet.headerRows.findLast((each) => !numbersColumns(context.grid, each)) ?? sheet.table.top;
  return { role, line, labelAt: { row, column: line }, labelFormat: like({ row, column: sheet.table.right }) };
}

function valueFormat(context: PlanContext, unit: UnitScores, role: LineRole, beside?: SideTotal): Format {
  const { places } = context.assessment;
  const numberFormat = role === 'index' ? (places === 0 ? '0' : `0.${'0'.repeat(places)}`) : 'General';
  if (isAcross(context)) return { like: { row: unit.row, column: context.sheet.table.right }, numberFormat };
  return {
    like: { row: modelRow(context), column: unit.columns[beside ?? unit.awardedRole] ?? context.sheet.nameColumn },
    numberFormat,
  };
}

const like = (at: Address): Format => ({ like: at, numberFormat: null });

/**
 * The row whose format new rows copy: that of the total, otherwise of the last area, otherwise the last of the table.
 */
function modelRow(context: PlanContext): number {
  const { resultLines, items, table } = context.sheet;
  const areas = items.filter(({ parent, children }) => parent < 0 && children.length > 0);
  return resultLines.total ?? areas[areas.length - 1]?.row ?? table.bottom;
}

/** Planned together with the new lines, so that a second plan, which adds no line, has no formats to set. */
export function planLooks(
  context: PlanContext,
  lines: readonly NewLine[],
  written: readonly CellEdit[],
): (FormatEdit | WidthEdit)[] {
  if (lines.length === 0) return [];
  const taken = new Set(written.map(({ at }) => keyOf(at)));
  const bare = lines.flatMap((line) => cellsOf(context, line)).filter(({ at }) => !taken.has(keyOf(at)));
  const looks = bare.map(({ at, like }): FormatEdit => ({ kind: 'format', at, like }));
  return isAcross(context)
    ? [...lines.map(({ line }): WidthEdit => ({ kind: 'width', column: line, like: widthModel(context) })), ...looks]
    : looks;
}

/** The cells of a line from one edge of the table to the other, each with the adjacent cell whose format it copies. */
function cellsOf(context: PlanContext, { line }: NewLine): { readonly at: Address; readonly like: Address }[] {
  const { top, bottom, left, right } = context.sheet.table;
  if (isAcross(context))
    return count(top, bottom).map((row) => ({ at: { row, column: line }, like: { row, column: right } }));
  const model = modelRow(context);
  return count(left, right).map((column) => ({ at: { row: line, column }, like: { row: model, column } }));
}

const count = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, position) => first + position);

/**
 * The column whose width is copied: a column of scores has room for a heading of several words, while the last column
 * of a table is often a narrow rank.
 */
function widthModel({ sheet: { items, units, table } }: PlanContext): number {
  const columns = items[items.length - 1]?.columns;
  return (columns && (columns[units[0]?.awardedRole ?? 'appraised'] ?? columns.self)) ?? table.right;
}
