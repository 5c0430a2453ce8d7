/** Turns the edits of one sheet into splices of its XML: contents, formats and marks of cells. */
import { keyOf, MAX_COLUMNS, type CellKey } from '../../../core/values/address';
import { planCells, type CellPlan } from '../../../core/model/cell-plan';
import type { Content } from '../../../core/model/content';
import type { Edit } from '../../../core/model/edit';
import { addCells, widenDimension, type AddedCell } from './add-cells';
import { guardCells } from './blocked-cells';
import type { FormulaElement } from './cell-value';
import { fits, holds, newCell, refilled, restyled } from './cell-xml';
import { tooLong } from '../faults';
import { findCells } from './find-cells';
import type { MarkRecord } from '../../marks/mark-names';
import { inheritedStyles, planFormats } from './plan-formats';
import { moveMasters, type Master } from './move-master';
import type { Draft } from '../parts/package';
import { cellName, type SheetPart } from './sheet-part';
import { spliceText, type Splice } from '../xml/splice';
import type { StyleEditor } from '../parts/style-editor';
import { widenColumns } from './widen-columns';

export interface SheetTask {
  readonly draft: Draft;
  readonly sheet: SheetPart;
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly styles: () => StyleEditor;
  readonly strings: readonly string[];
  /** What the names list for this sheet. */
  readonly marks: ReadonlyMap<CellKey, MarkRecord>;
}

export interface SheetPatch {
  readonly splices: Splice[];
  /** The new list of marks; null when it is the old one. */
  readonly marks: ReadonlyMap<CellKey, MarkRecord> | null;
  readonly formulasChanged: boolean;
  readonly formulasWritten: boolean;
}

export function patchSheet(task: SheetTask): SheetPatch {
  const { sheet, name, draft } = task;
  const plans = planCells(task.edits);
  const keys = Float64Array.from(plans.keys()).sort();
  const found = findCells(sheet, withLenders(keys, plans), task.strings);
  const guard = guardCells(draft, sheet, name, found.filled);
  const styleAt = inheritedStyles(sheet, found);
  const formats = planFormats(task.marks, task.styles, styleAt);
  const prefix = sheet.data.prefix;

  const splices: Splice[] = [];
  const added = new Map<number, AddedCell[]>();
  const formulas = formulaChanges();
  for (const key of keys) {
    const plan = plans.get(key);
    if (!plan) continue;
    const row = Math.floor(key / MAX_COLUMNS);
    const column = key % MAX_COLUMNS;
    const cell = found.cells.get(key);
    const content =
      plan.content && !holds(plan.content, cell?.value ?? null, cell?.formula ?? null) ? plan.content : null;
    if (content) {
      guard(row, column);
      if (!fits(content)) throw tooLong(name, cellName(row, column));
      formulas.note(key, cell?.formula ?? null, content);
    }
    const style = formats.styleFor(key, plan);
    if (cell && content)
      splices.push(
        spliceText(cell.start, cell.end, () => refilled(sheet, cell, style, content, cellName(row, column))),
      );
    else if (cell) {
      if (style !== cell.style) splices.push(restyled(sheet.bytes, cell, style));
    } else if (content || style !== styleAt(key)) {
      const xml = (): string => newCell(prefix, cellName(row, column), style, content);
      const list = added.get(row);
      if (list) list.push({ column, xml });
      else added.set(row, [{ column, xml }]);
    }
  }
  const all = splices.concat(
    moveMasters(sheet, formulas.masters, formulas.overwritten),
    addCells(sheet, found, added),
    widenDimension(sheet, added),
    widenColumns(sheet, task.edits),
  );
  return { splices: all, marks: updated(task.marks, formats.updates), ...formulas.done() };
}

/** What the new contents do to the formulas of the sheet. */
function formulaChanges() {
  const masters: Master[] = [];
  const overwritten = new Set<CellKey>();
  let formulasChanged = false;
  let formulasWritten = false;
  return {
    masters,
    overwritten,
    note: (key: CellKey, formula: FormulaElement | null, content: Content): void => {
      overwritten.add(key);
      if (formula?.kind === 'shared' && formula.text !== '')
        masters.push({ row: Math.floor(key / MAX_COLUMNS), column: key % MAX_COLUMNS, formula });
      formulasChanged ||= content.kind === 'formula' || formula !== null;
      formulasWritten ||= content.kind === 'formula';
    },
    done: () => ({ formulasChanged, formulasWritten }),
  };
}

/** The edited cells and those that lend them a format, in rising order. */
function withLenders(keys: Float64Array, plans: ReadonlyMap<CellKey, CellPlan>): Float64Array {
  const lenders = new Set<CellKey>();
  for (const { format } of plans.values()) {
    const key = format ? keyOf(format.like) : -1;
    if (format && !plans.has(key)) lenders.add(key);
  }
  return lenders.size === 0 ? keys : Float64Array.from([...keys, ...lenders]).sort();
}

function updated(
  listed: ReadonlyMap<CellKey, MarkRecord>,
  updates: ReadonlyMap<CellKey, MarkRecord | null>,
): ReadonlyMap<CellKey, MarkRecord> | null {
  if (updates.size === 0) return null;
  const marks = new Map(listed);
  for (const [key, record] of updates) {
    if (record) marks.set(key, record);
    else marks.delete(key);
  }
  return marks;
}
