/**
 * Combines edits: requests into one per sheet, edits of a sheet into one plan per cell: content, format and mark. Later
 * ones override earlier ones.
 */
import { keyOf, type CellKey } from '../../values/address';
import type { Content } from '../content';
import type { CellEdit, Edit, SheetEdits } from './edit';
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

/** One request per sheet, by its name in lower case, in the order given. Requests that change nothing are left out. */
export function bySheet(requests: readonly SheetEdits[]): Map<string, SheetEdits> {
  const wanted = new Map<string, SheetEdits>();
  for (const request of requests) {
    if (!request.isNew && !request.drawing && request.edits.length === 0) continue;
    const name = request.sheet.toLowerCase();
    const known = wanted.get(name);
    wanted.set(
      name,
      known
        ? {
            ...known,
            ...(request.drawing ? { drawing: request.drawing } : {}),
            isNew: known.isNew || request.isNew,
            edits: [...known.edits, ...request.edits],
          }
        : request,
    );
  }
  return wanted;
}
