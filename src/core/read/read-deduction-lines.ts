/**
 * What the officer typed in the sheet «Điểm bị trừ»: own words beside a loss, what is done about it, until when, and
 * how it stands.
 */
import { cellKey } from '../values/address';
import { fromNumber, toVietnamese } from '../values/decimal';
import type { DeductionLine } from '../model/deduction';
import { squeeze } from '../values/fold-text';
import { textAt, valueAt, type Grid } from '../model/grid';
import { isAddinText } from '../model/own-sheet';
import { DEDUCTION_LABELS, deductionRows, deductionTable, type DeductionColumn } from '../model/deduction-sheet';
import { dateOf } from './tree/repair-code';

/** Every line in its order, also those where nothing was typed: lines of one name are told apart by counting. */
export function readDeductionLines(grid: Grid): DeductionLine[] {
  const table = deductionTable(grid);
  if (!table) return [];
  return deductionRows(grid, table).flatMap(({ row, kind, source }) => {
    if (kind !== 'line') return [];
    const column = (role: DeductionColumn): number => table.columns.get(DEDUCTION_LABELS[role]) ?? -1;
    const text = (role: DeductionColumn): string => squeeze(textAt(grid, row, column(role)));
    const typed = (role: DeductionColumn): string | null => typedText(grid, row, column(role));
    return {
      unit: text('unit'),
      area: text('area'),
      code: text('code'),
      name: text('name'),
      sheet: grid.sheet,
      at: { row, column: column('cause') },
      source,
      cause: typed('cause'),
      responsibleBody: typed('responsibleBody'),
      responsiblePerson: typed('responsiblePerson'),
      explanation: typed('explanation'),
      remedy: typed('remedy'),
      remedyDue: typed('remedyDue'),
      remedyStatus: typed('remedyStatus'),
    };
  });
}

/** Null for a blank cell, and for one that this program wrote. */
function typedText(grid: Grid, row: number, column: number): string | null {
  const value = valueAt(grid, row, column);
  const formula = grid.formulas.get(cellKey(row, column));
  if (value === null || typeof value === 'object' || (formula !== undefined && isAddinText(formula))) return null;
  if (typeof value === 'number') return grid.dates.has(cellKey(row, column)) ? shownDate(value) : shownNumber(value);
  return String(value).trim() || null;
}

function shownDate(serial: number): string {
  const date = dateOf(serial);
  if (!date) return String(serial);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${String(date.getUTCFullYear())}`;
}

function shownNumber(value: number): string {
  const exact = fromNumber(value);
  return exact === null ? String(value) : toVietnamese(exact);
}
