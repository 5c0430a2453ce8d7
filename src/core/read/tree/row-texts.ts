/** Code and name of one row, from two cells or from one, repaired by what stood before (families A and B). */
import { cellKey } from '../../values/address';
import { squeeze } from '../../values/fold-text';
import { textAt, valueAt, type Grid } from '../../model/grid';
import { parseCode, splitCodeAndName, type Code } from './codes';
import { dateOf } from '../../values/date-of';
import { repairDate, repairNumber } from './repair-code';

export interface RowColumns {
  readonly code: number | null;
  readonly name: number;
  /** Columns of maxima and of scores: what makes a row more than a remark. */
  readonly max: readonly number[];
  readonly scores: readonly number[];
  /** A row that is known to be the total by what it adds up. */
  readonly totalRow?: number;
}

interface RowTexts {
  readonly code: string;
  readonly name: string;
}

export function rowTexts(grid: Grid, row: number, { code, name }: RowColumns): RowTexts {
  return { code: code === null ? '' : squeeze(textAt(grid, row, code)), name: squeeze(textAt(grid, row, name)) };
}

export interface RowHeading {
  readonly code: Code | null;
  readonly name: string;
  readonly stated: string;
  readonly repaired: boolean;
  /** Code and name share a cell although the table has a column for each. */
  readonly shared: boolean;
}

export function readHeading(
  grid: Grid,
  row: number,
  columns: RowColumns,
  texts: RowTexts,
  previous: readonly number[] | null,
): RowHeading {
  const value = columns.code === null ? null : valueAt(grid, row, columns.code);
  if (typeof value === 'number' && columns.code !== null) {
    const isDate = grid.dates.has(cellKey(row, columns.code));
    const stated = parseCode(texts.code);
    const repaired = isDate ? repairDate(value, previous) : stated && repairNumber(stated, previous);
    const date = isDate ? dateOf(value) : null;
    const shown = date ? `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}` : texts.code;
    return { code: repaired ?? stated, name: texts.name, stated: shown, repaired: repaired !== null, shared: false };
  }
  const code = parseCode(texts.code);
  if (code) return { code, name: texts.name, stated: texts.code, repaired: false, shared: false };
  // A heading merged across the row leaves its whole text in the code cell; a form without code column has both in the
  // name.
  const whole = texts.name === '' ? texts.code : texts.name;
  const split = texts.code === '' || texts.name === '' ? splitCodeAndName(whole) : null;
  if (split)
    return {
      code: split.code,
      name: split.name,
      stated: split.code.text,
      repaired: false,
      shared: columns.code !== null,
    };
  return { code: null, name: whole, stated: texts.name === '' ? '' : texts.code, repaired: false, shared: false };
}
