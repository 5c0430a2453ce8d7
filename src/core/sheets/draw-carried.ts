/** Carries the officer's cells and notes to their new places when a sheet of the add-in is redrawn. */
import { addressOfKey, cellKey, keyOf, type Address, type CellKey } from '../values/address';
import type { Content } from '../model/content';
import type { NoteEdit } from '../model/workbook/edit';
import { plainNumber } from '../values/formula-text';
import { isBlank, valueAt, type Grid } from '../model/workbook/grid';
import { isOwnNote } from '../model/workbook/note';
import { cutFormula, shiftFormula } from '../values/shift-formula';
import type { DrawnCell } from '../model/sheet-drawing';
import { LOOKS } from './draw-look';

/** The cell with its content and its look, at its new place. */
export const carried = (grid: Grid, from: Address, to: Address): DrawnCell => ({
  content: contentAt(grid, from, to),
  look: LOOKS.plain,
  from,
});

/**
 * The content of the cell, with truth values and errors as the text that is shown. The relative references of a formula
 * are shifted as far as the cell.
 */
export function contentAt(grid: Grid, from: Address, to: Address = from): Content | null {
  const value = valueAt(grid, from.row, from.column);
  const formula = grid.formulas.get(keyOf(from));
  const shown = plainContent(value);
  if (formula !== undefined) {
    const [rows, columns] = [to.row - from.row, to.column - from.column];
    const moved = rows === 0 && columns === 0 ? formula : shiftFormula(cutFormula(formula), rows, columns);
    return { kind: 'formula', formula: moved, cached: shown ?? { kind: 'text', text: '' } };
  }
  return isBlank(value) ? null : shown;
}

function plainContent(value: ReturnType<typeof valueAt>): Extract<Content, { kind: 'number' | 'text' }> | null {
  if (value === null) return null;
  if (typeof value === 'number') return { kind: 'number', value: plainNumber(value) };
  return {
    kind: 'text',
    text: typeof value === 'object' ? value.error : typeof value === 'boolean' ? String(value).toUpperCase() : value,
  };
}

/**
 * Moves notes together with their cells; `movedTo` returns null for a cell that no longer exists. `addins` are the
 * add-in's notes, which are used only where the officer has none.
 */
export function movedNotes(
  grid: Grid,
  movedTo: (from: Address) => Address | null,
  addins: ReadonlyMap<CellKey, string>,
): NoteEdit[] {
  const wanted = new Map<number, string>();
  for (const [key, text] of grid.notes) {
    if (isOwnNote(text)) continue;
    const to = keyOf(movedTo(addressOfKey(key)) ?? addressOfKey(key));
    const there = wanted.get(to);
    wanted.set(to, there === undefined ? text : `${there}\n${text}`);
  }
  for (const [key, text] of addins) if (!wanted.has(key)) wanted.set(key, text);
  const edits: NoteEdit[] = [];
  for (const key of grid.notes.keys())
    if (!wanted.has(key)) edits.push({ kind: 'note', at: addressOfKey(key), text: null });
  for (const [key, text] of wanted)
    if (grid.notes.get(key) !== text) edits.push({ kind: 'note', at: addressOfKey(key), text });
  return edits;
}

/** Rows with a note of the officer, which must be kept even if they are blank. */
export function rowsWithNotes(grid: Grid): ReadonlySet<number> {
  return new Set([...grid.notes].flatMap(([key, text]) => (isOwnNote(text) ? [] : [addressOfKey(key).row])));
}

export const isFilled = (grid: Grid, row: number, column: number): boolean =>
  !isBlank(valueAt(grid, row, column)) || grid.formulas.has(cellKey(row, column));
