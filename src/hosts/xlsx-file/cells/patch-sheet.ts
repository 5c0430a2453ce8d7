/** Turns the edits of one sheet into splices of its XML: contents, formats, marks and results of cells. */
import { type CellKey, cellKey, keyOf, MAX_COLUMNS, rangeFromA1, toA1Range } from '../../../core/values/address';
import { type CellPlan, planCells } from '../../../core/model/workbook/cell-plan';
import type { Content } from '../../../core/model/content';
import type { Edit } from '../../../core/model/workbook/edit';
import type { MarkRecord } from '../../marks/mark-names';
import { guardCells } from './protection';
import type { FormulaElement } from './cell-value';
import { fits, holds, newCell, refilled, restyled } from './cell-xml';
import { tooLong } from '../faults';
import { findCells, type Findings, type FoundRow } from './find-cells';
import { updatedMarks } from '../../marks/plan-marks';
import { inheritedStyles, planFormats } from './plan-formats';
import { type Master, moveMasters } from './shared-formulas';
import type { Draft } from '../parts/package';
import { cellName, type SheetPart } from './sheet-part';
import { type Splice, spliceText } from '../xml/splice';
import type { StyleEditor } from '../parts/style-editor';
import { widenColumns } from './columns';
import type { Recalculated } from '../recalculate';
import { attribute, child, setAttributes, withAttributes } from '../xml/xml-tree';
import { escapeControls, escapeText } from '../xml/xml-text';
import type { Scan } from './scan-cell';
import { scanRows } from './sheet-scan';

interface SheetTask {
  readonly draft: Draft;
  readonly sheet: SheetPart;
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly styles: () => StyleEditor;
  readonly strings: readonly string[];
  /** New results of formulas that are not edited. */
  readonly results: Recalculated;
  /** The marks that the workbook's defined names list for this sheet. */
  readonly marks: ReadonlyMap<CellKey, MarkRecord>;
}

interface SheetPatch {
  readonly splices: Splice[];
  /** The new list of marks; null if it is unchanged. */
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
  const formulas = formulaChanges(task.results);
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
    const style = formats.lookFor(key, plan);
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
    writeResults(sheet, task.results),
  );
  return { splices: all, marks: updatedMarks(task.marks, formats.updates), ...formulas.done() };
}

/** Collects how the new contents affect the formulas of the sheet. */
function formulaChanges(results: Recalculated) {
  const masters: Master[] = [];
  const overwritten = new Set<CellKey>();
  let formulasChanged = false;
  let formulasWritten = results.size > 0;
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

/** The edited cells and the cells whose format they copy, in ascending order. */
function withLenders(keys: Float64Array, plans: ReadonlyMap<CellKey, CellPlan>): Float64Array {
  const lenders = new Set<CellKey>();
  for (const { format } of plans.values()) {
    const key = format ? keyOf(format.like) : -1;
    if (format && !plans.has(key)) lenders.add(key);
  }
  return lenders.size === 0 ? keys : Float64Array.from([...keys, ...lenders]).sort();
}

interface AddedCell {
  readonly column: number;
  /** Made when it is written: a row may get thousands of long formulas. */
  readonly xml: () => string;
}

/** Inserts new cells into their rows and new rows into the sheet, rows from the top and cells from the left. */
function addCells(sheet: SheetPart, found: Findings, added: ReadonlyMap<number, readonly AddedCell[]>): Splice[] {
  const { bytes, data } = sheet;
  const isBare = data.openEnd === data.end;
  const splices: Splice[] = [];
  for (const [row, cells] of added) {
    if (found.rows.has(row)) {
      for (const [known, cellsInRow] of byElement(found, row, cells))
        splices.push(...intoRow(sheet, known, cellsInRow));
      continue;
    }
    if (isBare && splices.length === 0) splices.push(spliceText(data.start, data.end, opened(bytes, data, {})));
    const position = isBare ? data.end : (found.rowPlaces.get(row) ?? data.closeStart);
    splices.push(spliceText(position, position, `<${data.prefix}row r="${(row + 1).toString()}">`));
    for (const { xml } of cells) splices.push(spliceText(position, position, xml));
    splices.push(spliceText(position, position, `</${data.prefix}row>`));
  }
  if (isBare && splices.length > 0) splices.push(spliceText(data.end, data.end, `</${data.prefix}sheetData>`));
  return splices;
}

interface PlacedCell extends AddedCell {
  readonly position: number;
}

/** The cells of one row, grouped by the row element that each goes into. */
function byElement(found: Findings, row: number, cells: readonly AddedCell[]): Map<FoundRow, PlacedCell[]> {
  const groups = new Map<FoundRow, PlacedCell[]>();
  for (const { column, xml } of cells) {
    const place = found.cellPlaces.get(cellKey(row, column));
    if (!place) continue;
    const group = groups.get(place.row);
    if (group) group.push({ column, xml, position: place.position });
    else groups.set(place.row, [{ column, xml, position: place.position }]);
  }
  return groups;
}

function intoRow(sheet: SheetPart, row: FoundRow, cells: readonly PlacedCell[]): Splice[] {
  const changes = outside(sheet, row, cells) ? { spans: null } : {};
  const tag = row.isEmpty ? opened(sheet.bytes, row, changes) : withAttributes(sheet.bytes, row, changes);
  const end = row.isEmpty ? [spliceText(row.openEnd, row.openEnd, `</${sheet.data.prefix}row>`)] : [];
  return [
    spliceText(row.start, row.openEnd, tag),
    ...cells.map(({ position, xml }) => spliceText(position, position, xml)),
    ...end,
  ];
}

/** Turns `<row r="2"/>` into the start tag of an element with content. */
const opened = (...[bytes, element, changes]: Parameters<typeof withAttributes>): string =>
  `${withAttributes(bytes, element, changes).replace(/\s*\/>$/, '')}>`;

/** Whether a new cell is outside the row's `spans`, which is only a hint and can be removed. */
function outside(
  sheet: SheetPart,
  row: { start: number; nameStop: number; openEnd: number },
  cells: readonly { column: number }[],
): boolean {
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

/** Replaces the results that the file holds beside formulas; the formulas stay as they are. */
function writeResults(sheet: SheetPart, results: Recalculated): Splice[] {
  if (results.size === 0) return [];
  const { bytes, where, data } = sheet;
  const splices: Splice[] = [];
  scanRows(bytes, where, data.openEnd, data.closeStart, {
    row: () => undefined,
    cell: (scan) => {
      const result = results.get(cellKey(scan.row, scan.column));
      if (result !== undefined && scan.formulaStart >= 0) splices.push(...withResult(sheet, scan, result));
    },
  });
  return splices;
}

function withResult({ bytes, data: { prefix } }: SheetPart, scan: Scan, result: string | number | boolean): Splice[] {
  const { valueStart, valueStop, formulaStop } = scan;
  const text = typeof result === 'boolean' ? String(Number(result)) : String(result);
  const [from, to] =
    valueStart < 0
      ? [formulaStop, formulaStop]
      : [bytes.lastIndexOf(0x3c, valueStart - 1), bytes.indexOf(0x3e, valueStop) + 1];
  const type = typeof result === 'string' ? 'str' : typeof result === 'boolean' ? 'b' : null;
  return [
    spliceText(scan.start, scan.openEnd, withAttributes(bytes, scan, { t: type })),
    spliceText(from, to, `<${prefix}v>${escapeText(escapeControls(text))}</${prefix}v>`),
  ];
}
