/**
 * Combines a list of edits into one plan per cell: content, format and mark; later edits of a cell override earlier
 * ones.
 */
import { keyOf, type CellKey } from '../../values/address';
import type { Content } from '../content';
import type { CellEdit, Edit } from './edit';
import type { MarkKind } from './grid';

export interface CellPlan {
  content: Content | null;
  format: CellEdit['format'];
  /** Undefined if the mark stays unchanged. */
  mark: MarkKind | null | undefined;
}

export function planCells(edits: readonly Edit[]): Map<CellKey, CellPlan> {
  const plans = new Map<CellKey, CellPlan>();
  for (const edit of edits) {
    if (edit.kind === 'note' || edit.kind === 'width') continue;
    const key = keyOf(edit.at);
    let plan = plans.get(key);
    if (!plan) plans.set(key, (plan = { content: null, format: null, mark: undefined }));
    if (edit.kind === 'mark') plan.mark = edit.mark;
    else if (edit.kind === 'format') plan.format = { like: edit.like, numberFormat: null };
    else {
      plan.content = edit.content;
      plan.format = edit.format;
    }
  }
  return plans;
}
