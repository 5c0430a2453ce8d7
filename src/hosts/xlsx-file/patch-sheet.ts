/** Turns the edits of one sheet into splices of its XML: contents, formats and marks of cells. */
import { cellKey, MAX_COLUMNS, rangeFromA1, toA1Range, type CellKey } from '../../core/model/address';
import type { CellEdit, Edit } from '../../core/model/edit';
import type { MarkKind } from '../../core/model/grid';
import { guardCells } from './blocked-cells';
import { spliceText, type Splice } from './bytes';
import { cellContent, fits, holds } from './cell-xml';
import { tooLong } from './faults';
import { findCells, type Findings } from './find-cells';
import type { MarkRecord } from './mark-names';
import { inheritedStyles, planFormats } from './plan-formats';
import { moveMasters, type Master } from './move-master';
import type { Draft } from './package';
import { cellName, type SheetPart } from './sheet-part';
import type { StyleEditor } from './style-editor';
import { widenColumns } from './widen-columns';
import { attribute, child, setAttributes, withAttributes } from './xml-tree';

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

interface Plan {
  content: CellEdit['content'] | null;
  format: CellEdit['format'];
  /** Undefined where the mark stays as it is. */
  mark: MarkKind | null | undefined;
}

export function patchSheet(task: SheetTask): SheetPatch {
  const { sheet, name, draft } = task;
  const plans = planCells(task.edits);
  const likes = [...plans.values()].flatMap(({ format }) => (format ? [cellKey(format.like.row, format.like.column)] : []));
  const found = findCells(sheet, [...plans.keys(), ...likes], task.strings);
  const guard = guardCells(draft, sheet, name, found.filled);
  const styleAt = inheritedStyles(sheet, found);
  const formats = planFormats(task.marks, task.styles, styleAt);
  const prefix = sheet.data.prefix;

  const splices: Splice[] = [];
  const masters: Master[] = [];
  const overwritten = new Set<CellKey>();
  const added = new Map<number, { column: number; xml: string }[]>();
  let formulasChanged = false;
  let formulasWritten = false;
  for (const [key, plan] of [...plans].sort(([a], [b]) => a - b)) {
    const row = Math.floor(key / MAX_COLUMNS);
    const column = key % MAX_COLUMNS;
    const cell = found.cells.get(key);
    const content = plan.content && !holds(plan.content, cell?.value ?? null, cell?.formula ?? null) ? plan.content : null;
    if (content) {
      guard(row, column);
      if (!fits(content)) throw tooLong(name, cellName(row, column));
      overwritten.add(key);
      if (cell?.formula?.kind === 'shared' && cell.formula.text !== '') masters.push({ row, column, formula: cell.formula });
      formulasChanged ||= content.kind === 'formula' || Boolean(cell?.formula);
      formulasWritten ||= content.kind === 'formula';
    }
    const style = formats.styleFor(key, plan);
    if (cell) {
      const sameStyle = style === cell.style;
      if (!content && sameStyle) continue;
      const styled = sameStyle ? {} : { s: style === 0 ? null : style.toString() };
      if (!content) splices.push(spliceText(cell.start, cell.openEnd, withAttributes(sheet.bytes, cell, styled)));
      else {
        const { type, xml } = cellContent(content, cellName(row, column), prefix);
        // vm and cm tie the old value to rich data and dynamic arrays; the new one is neither.
        const tag = withAttributes(sheet.bytes, cell, { ...styled, t: type, vm: null, cm: null }).replace(/\s*\/?>$/, '');
        splices.push(spliceText(cell.start, cell.end, xml === '' ? `${tag}/>` : `${tag}>${xml}</${prefix}c>`));
      }
    } else if (content || style !== styleAt(key)) {
      const { type, xml } = content ? cellContent(content, cellName(row, column), prefix) : { type: null, xml: '' };
      const tag = `<${prefix}c r="${cellName(row, column)}"${style === 0 ? '' : ` s="${style.toString()}"`}${type === null ? '' : ` t="${type}"`}`;
      const list = added.get(row) ?? [];
      list.push({ column, xml: xml === '' ? `${tag}/>` : `${tag}>${xml}</${prefix}c>` });
      added.set(row, list);
    }
  }
  splices.push(...moveMasters(sheet, masters, overwritten), ...addCells(sheet, found, added), ...widenDimension(sheet, added), ...widenColumns(sheet, task.edits));
  return { splices, marks: updated(task.marks, formats.updates), formulasChanged, formulasWritten };
}

/** Later edits of a cell win over earlier ones; values first, then marks, as the contract says. */
function planCells(edits: readonly Edit[]): Map<CellKey, Plan> {
  const plans = new Map<CellKey, Plan>();
  for (const edit of edits) {
    if (edit.kind === 'note' || edit.kind === 'width') continue;
    const key = cellKey(edit.at.row, edit.at.column);
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

function updated(listed: ReadonlyMap<CellKey, MarkRecord>, updates: ReadonlyMap<CellKey, MarkRecord | null>): ReadonlyMap<CellKey, MarkRecord> | null {
  if (updates.size === 0) return null;
  const marks = new Map(listed);
  for (const [key, record] of updates) {
    if (record) marks.set(key, record);
    else marks.delete(key);
  }
  return marks;
}

/** New cells into their rows, and new rows into the sheet. */
function addCells(sheet: SheetPart, found: Findings, added: ReadonlyMap<number, readonly { column: number; xml: string }[]>): Splice[] {
  const { bytes, data } = sheet;
  const splices: Splice[] = [];
  let newRows = '';
  for (const [row, cells] of added) {
    const known = found.rows.get(row);
    if (!known) {
      const xml = `<${data.prefix}row r="${(row + 1).toString()}">${cells.map((cell) => cell.xml).join('')}</${data.prefix}row>`;
      if (data.openEnd === data.end) newRows += xml;
      else splices.push(spliceText(found.rowPlaces.get(row) ?? data.closeStart, found.rowPlaces.get(row) ?? data.closeStart, xml));
      continue;
    }
    const tag = withAttributes(bytes, known, outside(sheet, known, cells) ? { spans: null } : {});
    if (known.isEmpty) {
      const xml = `${tag.replace(/\s*\/>$/, '')}>${cells.map((cell) => cell.xml).join('')}</${data.prefix}row>`;
      splices.push(spliceText(known.start, known.openEnd, xml));
      continue;
    }
    splices.push(spliceText(known.start, known.openEnd, tag));
    for (const { column, xml } of cells) {
      const at = found.cellPlaces.get(cellKey(row, column)) ?? known.closeStart;
      splices.push(spliceText(at, at, xml));
    }
  }
  if (newRows !== '') {
    const tag = withAttributes(bytes, data, {}).replace(/\s*\/>$/, '');
    splices.push(spliceText(data.start, data.end, `${tag}>${newRows}</${data.prefix}sheetData>`));
  }
  return splices;
}

/** True when a new cell lies outside of the row's `spans`, which is a hint only and can go. */
function outside(sheet: SheetPart, row: { start: number; nameStop: number; openEnd: number }, cells: readonly { column: number }[]): boolean {
  const spans = /\sspans\s*=\s*["'](\d+):(\d+)["']/.exec(withAttributes(sheet.bytes, row, {}));
  return spans !== null && cells.some(({ column }) => column + 1 < Number(spans[1]) || column + 1 > Number(spans[2]));
}

function widenDimension(sheet: SheetPart, added: ReadonlyMap<number, readonly { column: number }[]>): Splice[] {
  const element = child(sheet.root, 'dimension');
  const old = rangeFromA1((element && attribute(sheet, element, 'ref')) ?? '');
  if (!element || !old || added.size === 0) return [];
  const wide = { ...old };
  for (const [row, cells] of added) {
    wide.top = Math.min(wide.top, row);
    wide.bottom = Math.max(wide.bottom, row);
    for (const { column } of cells) {
      wide.left = Math.min(wide.left, column);
      wide.right = Math.max(wide.right, column);
    }
  }
  return toA1Range(wide) === toA1Range(old) ? [] : [setAttributes(sheet, element, { ref: toA1Range(wide) })];
}
