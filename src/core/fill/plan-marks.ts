/** Fills on cells that lost points or are at fault. Only our own marks are ever changed or taken away. */
import { addressOfKey, keyOf, type Address, type CellKey } from '../values/address';
import type { MarkEdit } from '../model/edit';
import type { Grid, MarkKind } from '../model/grid';
import { mergeOf, type PlanContext } from './plan-context';

/** A fault outshines a doubt, and both a deduction. */
const WEIGHT: Readonly<Record<MarkKind, number>> = { deduction: 1, warning: 2, error: 3 };

/** Marks that the assessment calls for, by cell. */
export function wantedMarks(context: PlanContext): Map<CellKey, MarkKind> {
  const wanted = new Map<CellKey, MarkKind>();
  const want = (at: Address, mark: MarkKind): void => {
    const key = keyOf(firstOfMerge(context, at));
    const present = wanted.get(key);
    if (present === undefined || WEIGHT[mark] > WEIGHT[present]) wanted.set(key, mark);
  };
  for (const { at } of context.assessment.deductions) want(at, 'deduction');
  for (const { at, severity, follows } of context.assessment.diagnostics) {
    if (severity !== 'note' && !follows) for (const cell of at) want(cell, severity);
  }
  return wanted;
}

export function planMarks(context: PlanContext, wanted: ReadonlyMap<CellKey, MarkKind>): MarkEdit[] {
  const edits: MarkEdit[] = [];
  for (const [key, mark] of wanted) {
    if (context.grid.marks.get(key) !== mark) edits.push({ kind: 'mark', at: addressOfKey(key), mark });
  }
  for (const key of context.grid.marks.keys()) {
    if (!wanted.has(key)) edits.push({ kind: 'mark', at: addressOfKey(key), mark: null });
  }
  return edits;
}

export const clearMarks = (grid: Grid): MarkEdit[] =>
  [...grid.marks.keys()].map((key) => ({ kind: 'mark', at: addressOfKey(key), mark: null }));

/** The cell of a merge that can carry a fill and a note. */
export function firstOfMerge(context: PlanContext, at: Address): Address {
  const merge = mergeOf(context, at);
  return merge ? { row: merge.top, column: merge.left } : at;
}
