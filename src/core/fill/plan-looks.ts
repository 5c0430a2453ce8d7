/**
 * The look of lines that are added now: every cell of a new row or column is ruled as the table is, not only those that
 * get a content.
 */
import { keyOf, type Address } from '../values/address';
import type { CellEdit, FormatEdit, WidthEdit } from '../model/edit';
import type { PlanContext } from './plan-context';
import { isAcross, modelRow, type NewLine } from './result-places';

/** Planned together with the line itself, so that a second plan, which adds no line, has nothing to rule. */
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

/** The line from one edge of the table to the other, each cell with the one beside it that it takes after. */
function cellsOf(context: PlanContext, { line }: NewLine): { readonly at: Address; readonly like: Address }[] {
  const { top, bottom, left, right } = context.sheet.table;
  if (isAcross(context))
    return count(top, bottom).map((row) => ({ at: { row, column: line }, like: { row, column: right } }));
  const model = modelRow(context);
  return count(left, right).map((column) => ({ at: { row: line, column }, like: { row: model, column } }));
}

const count = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

/** A column of scores has room for a heading of several words; the last column of a table is often a narrow rank. */
function widthModel({ sheet: { items, units, table } }: PlanContext): number {
  const columns = items[items.length - 1]?.columns;
  return (columns && (columns[units[0]?.awardedRole ?? 'appraised'] ?? columns.self)) ?? table.right;
}
