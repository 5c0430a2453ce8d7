/**
 * Values, formulas and marks of every cell, in one form for the simulated Excel and for a file, so that the two can be
 * compared.
 */
import { addressOfKey, cellKey, toA1, type CellKey } from '../../src/core/values/address';
import { MARK_KINDS, valueAt, type Book } from '../../src/core/model/workbook/grid';
import { DEDUCTION_SHEET_NAMES } from '../../src/core/model/deduction-sheet';
import { RESULT_SHEET_NAMES } from '../../src/core/model/result-sheet';
import { codeOfMark } from '../../src/hosts/marks/fill-code';
import type { Told } from './excel/calculate';
import type { SimBook } from './excel/model';

export interface Cells {
  readonly sheet: string;
  readonly values: readonly string[];
  readonly formulas: readonly string[];
  readonly marks: readonly string[];
}

const MARKS = new Map(MARK_KINDS.map((kind) => [`#${codeOfMark(kind).slice(2)}`, kind]));
/**
 * Numbers are compared to 12 digits, because another engine recalculates the formulas here than the one that planned
 * them.
 */
const shown = (value: unknown): string =>
  JSON.stringify(typeof value === 'number' ? Number(value.toPrecision(12)) : value);
const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';
const lines = (entries: readonly (readonly [CellKey, string])[]): string[] =>
  entries.map(([key, text]) => `${toA1(addressOfKey(key))} ${text}`).sort();

const OWN: readonly string[] = [...DEDUCTION_SHEET_NAMES, ...RESULT_SHEET_NAMES];

export function cellsOfBook({ sheets }: Book): Cells[] {
  return sheets.map((sheet) => {
    const grid = sheet.grid();
    return {
      sheet: sheet.name,
      values: lines(
        grid.values.flatMap((row, y) =>
          (row ?? []).flatMap((value, x) => (isBlank(value) ? [] : [[cellKey(y, x), shown(value)] as const])),
        ),
      ),
      formulas: lines([...grid.formulas]),
      marks: lines([...grid.marks]),
    };
  });
}

export function cellsOfExcel({ sheets }: SimBook): Cells[] {
  return sheets.map(({ name, cells }) => {
    const all = [...cells];
    return {
      sheet: name,
      values: lines(all.flatMap(([key, { value }]) => (isBlank(value) ? [] : [[key, shown(value)] as const]))),
      formulas: lines(
        all.flatMap(([key, { formula }]) => (formula === null ? [] : [[key, formula.slice(1)] as const])),
      ),
      // The program's own sheets use the same colours without being marked.
      marks: lines(
        (OWN.includes(name) ? [] : all).flatMap(([key, { format }]) => {
          const kind = MARKS.get((format['fill'] as { readonly color: string }).color);
          return kind === undefined ? [] : [[key, kind] as const];
        }),
      ),
    };
  });
}

/** Takes formula results from a file for functions that the simulation cannot compute. */
export const toldBy =
  ({ sheets }: Book): Told =>
  (name, key) => {
    const { row, column } = addressOfKey(key);
    const grid = sheets.find((sheet) => sheet.name === name)?.grid();
    const value = grid ? valueAt(grid, row, column) : null;
    return value === null || typeof value === 'object' ? undefined : value;
  };
