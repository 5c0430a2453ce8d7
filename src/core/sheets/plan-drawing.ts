/**
 * Plans the drawing of an add-in sheet, and marks it as up to date (`isUpToDate`) if its content would not change.
 */
import { cellKey } from '../values/address';
import type { Content } from '../model/content';
import type { NoteEdit, SheetEdits } from '../model/workbook/edit';
import { isSameFormula } from '../values/formula-text';
import { isBlank, valueAt, type CellValue, type Grid } from '../model/workbook/grid';
import type { AddinSheet } from '../model/addin-sheet';
import type { SheetDrawing } from '../model/sheet-drawing';

export function planDrawing({ name, grid }: AddinSheet, drawing: SheetDrawing, notes: readonly NoteEdit[]): SheetEdits {
  const stands = grid !== null && notes.length === 0 && holds(grid, drawing);
  return { sheet: name, isNew: grid === null, edits: notes, drawing, isUpToDate: stands };
}

/** Whether the sheet holds exactly the drawn content: nothing missing, nothing different, nothing left over. */
function holds(grid: Grid, { rows }: SheetDrawing): boolean {
  const rowCount = Math.max(rows.length, grid.rowCount);
  for (let row = 0; row < rowCount; row++) {
    const cells = rows[row]?.cells ?? [];
    const columnCount = Math.max(cells.length, grid.values[row]?.length ?? 0);
    for (let column = 0; column < columnCount; column++) {
      if (!isSame(valueAt(grid, row, column), grid.formulas.get(cellKey(row, column)), cells[column]?.content ?? null))
        return false;
    }
  }
  return true;
}

function isSame(value: CellValue, formula: string | undefined, content: Content | null): boolean {
  if (content === null) return formula === undefined && isBlank(value);
  if (content.kind !== 'formula') return formula === undefined && isSameValue(value, content);
  return formula !== undefined && isSameFormula(formula, content.formula) && isSameValue(value, content.cached);
}

function isSameValue(value: CellValue, plain: Extract<Content, { kind: 'number' | 'text' }>): boolean {
  if (plain.kind === 'number') return typeof value === 'number' && Math.abs(value - Number(plain.value)) < NOISE;
  if (value === null) return plain.text === '';
  return (
    plain.text ===
    (typeof value === 'object' ? value.error : typeof value === 'boolean' ? String(value).toUpperCase() : value)
  );
}

/** Tolerance for the binary noise of a spreadsheet; points have eight decimals. */
const NOISE = 1e-9;
