/**
 * The changes to one sheet, planned from edits and its present state (equal contents are left out, marks are recorded).
 * The changes that revert them have the same type, so that undoing is writing.
 */
import { planCells, type CellPlan } from '../../../core/model/workbook/cell-plan';
import type { Content } from '../../../core/model/content';
import type { Edit, SheetEdits } from '../../../core/model/workbook/edit';
import { contains, keyOf, toA1, type Address, type Area2D, type CellKey } from '../../../core/values/address';
import { codeOfMark, KEPT_FILL, NO_FILL, type FillCode } from '../../marks/fill-code';
import { writeMarkNames, type ListedName } from '../../marks/mark-names';
import { planMarks, updatedMarks } from '../../marks/plan-marks';
import { rectanglesOf } from '../../marks/rectangles';
import { blockedCell } from '../faults';
import type { Look } from '../read/looks';
import { type SheetBefore, standing } from '../read/sheet-before';
import { isFormula, type Input } from '../read/snapshot';
import { isOnWeb } from '../session';
import { inputOf, refuseLong, restoredInput } from './input';
import { MOST_CARRIED, sizeOf } from './send';

export function planWrite(
  sheet: string,
  edits: readonly Edit[],
  before: SheetBefore,
  merges: readonly Area2D[],
): SheetWrite {
  const write = emptyWrite();
  const fillOf = (key: CellKey): FillCode => before.fills.get(key) ?? NO_FILL;
  const marks = planMarks<FillCode, { readonly like: Address }>(
    before.records,
    {
      lookOf: fillOf,
      fillOf: (fill) => fill,
      withFill: (_, fill) => fill,
      painted: (_, kind) => codeOfMark(kind),
    },
    (fill) => fill,
  );
  for (const [key, plan] of planCells(edits)) {
    const content = plan.content && !holds(before, key, plan.content) ? plan.content : null;
    if (content) {
      refuse(sheet, key, content, merges);
      write.contents.set(key, inputOf(content));
    }
    planLook(write, before, key, plan);
    // In a text cell, Excel would keep a number or a formula as text.
    const code = write.numberFormats.get(key) ?? before.numberFormats.get(key);
    if (content && content.kind !== 'text' && code === '@') setNumberFormat(write, before, key, 'General');
    const fill = marks.lookFor(key, plan);
    if (fill !== fillOf(key) && fill !== KEPT_FILL) write.fills.set(key, fill);
  }
  const records = updatedMarks(before.records, marks.updates);
  if (records) write.names = writeMarkNames(records, sheet);
  for (const edit of edits) {
    if (edit.kind === 'note') planNote(write, before, keyOf(edit.at), edit.text);
    else if (edit.kind === 'width') planWidth(write, before, edit.column, edit.like);
  }
  return write;
}

function planLook(write: SheetWrite, before: SheetBefore, key: CellKey, { format }: CellPlan): void {
  if (!format) return;
  const like = keyOf(format.like);
  const look = before.looks.get(like);
  if (look && JSON.stringify(look) !== JSON.stringify(before.looks.get(key))) write.looks.set(key, look);
  setNumberFormat(write, before, key, format.numberFormat ?? before.numberFormats.get(like) ?? null);
}

function setNumberFormat(write: SheetWrite, before: SheetBefore, key: CellKey, code: string | null): void {
  if (code !== null && code !== (before.numberFormats.get(key) ?? 'General')) write.numberFormats.set(key, code);
}

function planNote(write: SheetWrite, before: SheetBefore, key: CellKey, text: string | null): void {
  const present = before.notes.get(key);
  if ((present && !present.byAddin) || (present?.text ?? null) === text) write.notes.delete(key);
  else write.notes.set(key, text);
}

function planWidth(write: SheetWrite, before: SheetBefore, column: number, like: number): void {
  const width = before.widths.get(like);
  if (width !== undefined && width > 0 && width !== before.widths.get(column)) write.widths.set(column, width);
}

function holds(before: SheetBefore, key: CellKey, content: Content): boolean {
  const { value, formula } = standing(before, key);
  if (content.kind === 'formula') return isFormula(formula, value) && formula === `=${content.formula}`;
  if (isFormula(formula, value)) return false;
  return content.kind === 'number' ? value === Number(content.value) : value === content.text;
}

function refuse(sheet: string, key: CellKey, content: Content, merges: readonly Area2D[]): void {
  const at = { row: Math.floor(key / 16_384), column: key % 16_384 };
  const merge = merges.find((area) => contains(area, at.row, at.column));
  if (merge && (merge.top !== at.row || merge.left !== at.column))
    throw blockedCell(sheet, toA1(at), toA1({ row: merge.top, column: merge.left }));
  refuseLong(sheet, toA1(at), content);
}

export interface SheetWrite {
  /** In the form that is assigned to cells. */
  readonly contents: Map<CellKey, Input>;
  readonly numberFormats: Map<CellKey, string>;
  readonly looks: Map<CellKey, Look>;
  readonly fills: Map<CellKey, FillCode>;
  readonly widths: Map<number, number>;
  /** The complete list of the add-in's names for the sheet; null if they do not change. */
  names: readonly ListedName[] | null;
  readonly notes: Map<CellKey, string | null>;
}

const emptyWrite = (): SheetWrite => ({
  contents: new Map(),
  numberFormats: new Map(),
  looks: new Map(),
  fills: new Map(),
  widths: new Map(),
  names: null,
  notes: new Map(),
});

export const isEmpty = ({ contents, numberFormats, looks, fills, widths, names, notes }: SheetWrite): boolean =>
  names === null && [contents, numberFormats, looks, fills, widths, notes].every(({ size }) => size === 0);

/** The write that restores the former state exactly. */
export function restoring(write: SheetWrite, before: SheetBefore): SheetWrite {
  const back = emptyWrite();
  for (const key of write.contents.keys()) {
    back.contents.set(key, restoredInput(standing(before, key)));
  }
  // A look includes a number format, and Excel may set a date format along with the contents.
  for (const key of new Set([...write.contents.keys(), ...write.numberFormats.keys()]))
    back.numberFormats.set(key, before.numberFormats.get(key) ?? 'General');
  for (const key of write.looks.keys()) back.looks.set(key, before.looks.get(key) ?? {});
  for (const key of new Set([...write.fills.keys(), ...write.looks.keys()])) {
    const fill = before.fills.get(key);
    if (fill !== undefined && fill !== KEPT_FILL) back.fills.set(key, fill);
  }
  for (const column of write.widths.keys()) {
    const width = before.widths.get(column);
    if (width !== undefined) back.widths.set(column, width);
  }
  if (write.names) back.names = before.names;
  for (const key of write.notes.keys()) back.notes.set(key, before.notes.get(key)?.text ?? null);
  return back;
}

/** The data and the number of calls of a write. */
export function carriedBy(write: SheetWrite): { readonly carried: readonly unknown[]; readonly calls: number } {
  const byCell = [write.contents, write.numberFormats, write.looks, write.notes];
  const calls = byCell.reduce(
    (sum, cells: ReadonlyMap<number, unknown>) => sum + rectanglesOf([...cells.keys()]).length,
    write.notes.size,
  );
  // Fills are sent by address, a few characters per cell.
  return { carried: [...byCell.map((cells) => [...cells.values()]), [...write.fills], write.names ?? []], calls };
}

/** Splits a write into parts that each fit into a request on the web. Names come last, after their marks. */
export function portionsOf(write: SheetWrite): SheetWrite[] {
  const { names, widths, ...byCell } = write;
  const cells = Object.values(byCell).reduce((sum, { size }) => sum + size, 0);
  if (!isOnWeb() || cells < 2 || sizeOf(carriedBy(write)) <= MOST_CARRIED) return [write];
  const half = <T>(all: ReadonlyMap<CellKey, T>, isSecond: boolean): Map<CellKey, T> => {
    const sorted = [...all].sort(([a], [b]) => a - b);
    const middle = Math.ceil(sorted.length / 2);
    return new Map(isSecond ? sorted.slice(middle) : sorted.slice(0, middle));
  };
  const part = (isSecond: boolean): SheetWrite => ({
    contents: half(write.contents, isSecond),
    numberFormats: half(write.numberFormats, isSecond),
    looks: half(write.looks, isSecond),
    fills: half(write.fills, isSecond),
    notes: half(write.notes, isSecond),
    widths: isSecond ? widths : new Map<number, number>(),
    names: isSecond ? names : null,
  });
  return [part(false), part(true)].flatMap(portionsOf);
}

/** Whether only single cells and notes of existing sheets are written. */
export const isSmall = (wanted: readonly SheetEdits[]): boolean =>
  wanted.every(
    ({ isNew, drawing, edits }) =>
      !isNew && !drawing && edits.every((edit) => edit.kind === 'note' || (edit.kind === 'cell' && !edit.format)),
  );
