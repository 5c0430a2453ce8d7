/**
 * New results of formulas that depend on edited cells, as far as the formulas are understood: the others keep theirs.
 * Excel computes all of them when it opens the file, but the file is read by others before that.
 */
import { addressOfKey, cellKey, type Area2D, type CellKey } from '../../core/values/address';
import { evaluate, type Operand } from '../../core/values/evaluate-formula';
import { areasNamedIn, type NamedArea } from '../../core/values/shift-formula';
import type { Content } from '../../core/model/content';
import { planCells } from '../../core/model/workbook/cell-plan';
import type { SheetEdits } from '../../core/model/workbook/edit';
import { valueAt, type Book, type CellValue, type Grid } from '../../core/model/workbook/grid';
import { HostError } from '../host';

/** New results by cell. */
export type Recalculated = ReadonlyMap<CellKey, Result>;
type Result = number | string | boolean;

/** One sheet: values that edits change, formulas that depend on them, and those of them that are computed. */
interface Sheet {
  readonly grid: Grid;
  readonly changed: Map<CellKey, Operand>;
  readonly open: Set<CellKey>;
  readonly done: Map<CellKey, Operand>;
}

/** By name of the sheet in lower case. Sheets without a new result are not listed. */
export function recalculated(book: Book, requests: Iterable<SheetEdits>): ReadonlyMap<string, Recalculated> {
  const edited = new Map<string, Map<CellKey, Operand>>();
  const drawn = new Set<string>();
  for (const { sheet, edits, drawing } of requests) {
    const name = sheet.toLowerCase();
    edited.set(name, new Map([...(edited.get(name) ?? []), ...contentsOf(edits)]));
    if (drawing) drawn.add(name);
  }
  const sheets = new Map<string, Sheet>();
  for (const entry of book.sheets) {
    const name = entry.name.toLowerCase();
    // A drawing brings its own results.
    const grid = drawn.has(name) ? null : readable(entry);
    if (!grid) continue;
    const all = edited.get(name) ?? new Map<CellKey, Operand>();
    const changed = new Map([...all].filter(([key, value]) => !isShown(grid, key, value)));
    sheets.set(name, { grid, changed, open: new Set(), done: new Map() });
  }
  if (![...sheets.values()].some(({ changed }) => changed.size > 0)) return new Map();
  openDependants(sheets, edited);
  const valueOf = evaluator(sheets);
  const found = [...sheets].map(([name, { open }]): [string, Recalculated] => [
    name,
    new Map(
      [...open].flatMap((key) => {
        const value = valueOf(name, key);
        const isNew = value !== undefined && value !== null && !isShown(sheets.get(name)?.grid, key, value);
        return isNew ? [[key, value] as const] : [];
      }),
    ),
  ]);
  return new Map(found.filter(([, results]) => results.size > 0));
}

function* contentsOf(edits: SheetEdits['edits']): Generator<[CellKey, Operand]> {
  for (const [key, { content }] of planCells(edits)) if (content) yield [key, operandOf(content)];
}

const operandOf = (content: Content): Operand =>
  content.kind === 'formula'
    ? operandOf(content.cached)
    : content.kind === 'number'
      ? Number(content.value)
      : content.text || null;

/** A sheet that cannot be read is left as it is. */
function readable(entry: Book['sheets'][number]): Grid | null {
  try {
    return entry.grid();
  } catch (fault) {
    if (fault instanceof HostError) return null;
    throw fault;
  }
}

const isError = (value: CellValue): boolean => typeof value === 'object' && value !== null;

const isShown = (grid: Grid | undefined, key: CellKey, value: Operand): boolean => {
  const { row, column } = addressOfKey(key);
  return grid !== undefined && valueAt(grid, row, column) === (value ?? null);
};

/** Finds the formulas that depend on a changed cell, or on a formula that does. */
function openDependants(
  sheets: ReadonlyMap<string, Sheet>,
  edited: ReadonlyMap<string, ReadonlyMap<CellKey, Operand>>,
) {
  let waiting = [...sheets].flatMap(([name, { grid }]) =>
    [...grid.formulas]
      .filter(([key]) => edited.get(name)?.has(key) !== true)
      .map(([key, formula]) => ({ name, key, areas: areasNamedIn(formula) })),
  );
  for (let found = true; found;) {
    const next = waiting.filter(({ name, key, areas }) => {
      if (!areas.some((area) => isTouched(sheets.get((area.sheet ?? name).toLowerCase()), area))) return true;
      sheets.get(name)?.open.add(key);
      return false;
    });
    found = next.length < waiting.length;
    waiting = next;
  }
}

/** Whether the area holds a changed cell. */
function isTouched(sheet: Sheet | undefined, area: NamedArea): boolean {
  if (!sheet) return false;
  const { changed, open } = sheet;
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > changed.size + open.size)
    return [changed.keys(), open.keys()].some((keys) => [...keys].some((key) => isIn(area, key)));
  for (let { top: row } = area; row <= area.bottom; row++)
    for (let { left: column } = area; column <= area.right; column++)
      if (changed.has(cellKey(row, column)) || open.has(cellKey(row, column))) return true;
  return false;
}

function isIn({ top, left, bottom, right }: Area2D, key: CellKey): boolean {
  const { row, column } = addressOfKey(key);
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Returns the new value of a cell. A formula that depends on itself has none. */
function evaluator(sheets: ReadonlyMap<string, Sheet>): (name: string, key: CellKey) => Operand {
  const valueOf = (name: string, key: CellKey): Operand => {
    const sheet = sheets.get(name);
    if (!sheet) return undefined;
    const { grid, changed, open, done } = sheet;
    if (open.has(key)) {
      if (!done.has(key)) {
        done.set(key, undefined);
        done.set(key, evaluate(grid.formulas.get(key) ?? '', { valuesIn: (area) => valuesIn(name, area) }));
      }
      return done.get(key);
    }
    if (changed.has(key)) return changed.get(key);
    const { row, column } = addressOfKey(key);
    const value = valueAt(grid, row, column);
    return isError(value) || (value === null && grid.formulas.has(key)) ? undefined : (value as Operand);
  };
  const valuesIn = (here: string, { sheet, top, left, bottom, right }: NamedArea): Operand[] => {
    const name = (sheet ?? here).toLowerCase();
    const values: Operand[] = [];
    const isOne = top === bottom && left === right;
    const [lastRow, lastColumn] = isOne ? [bottom, right] : lastOf(sheets.get(name));
    for (let row = top; row <= Math.min(bottom, lastRow); row++)
      for (let column = left; column <= Math.min(right, lastColumn); column++)
        values.push(valueOf(name, cellKey(row, column)));
    return values;
  };
  return valueOf;
}

/** The last row and the last column that hold anything after the edits. */
function lastOf(sheet: Sheet | undefined): [number, number] {
  if (!sheet) return [-1, -1];
  let [row, column] = [sheet.grid.rowCount - 1, sheet.grid.columnCount - 1];
  for (const key of sheet.changed.keys()) {
    const at = addressOfKey(key);
    [row, column] = [Math.max(row, at.row), Math.max(column, at.column)];
  }
  return [row, column];
}
