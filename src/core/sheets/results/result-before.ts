/** The sheet «Kết quả» as it stands: the row of each unit, and results that the officer typed over. */
import { cellKey } from '../../values/address';
import { unitKey } from '../../matching/unit-keys';
import { textAt, valueAt, type Grid } from '../../model/grid';
import { isAddinText } from '../../model/own-sheet';
import { UNDETERMINED, resultTable } from '../../model/result-sheet';
import { isFilled, rowsWithNotes } from '../draw-carried';
import type { Before } from '../draw-frame';
import { isOwnFormula } from '../../fill/own-formula';
import { NAME, RESULT_AT, columnsBefore } from './result-columns';
import type { LineRole } from '../../fill/result-places';

export const AVERAGE = 'Bình quân các đơn vị';

export interface ResultBefore extends Before {
  /** The unit's row; of several of one name the first goes to the first. */
  readonly rowOf: (unit: string) => number | null;
  readonly averageRow: number | null;
  /** True where the officer's own result stands. */
  readonly isTypedOver: (row: number, role: LineRole) => boolean;
  /** Rows of the addin that no unit has taken and that hold nothing of the officer's. */
  readonly stale: () => ReadonlySet<number>;
}

export function resultBefore(grid: Grid, labels: readonly string[], live: boolean): ResultBefore | null {
  const table = resultTable(grid);
  if (!table) return null;
  const { columns, dropped } = columnsBefore(grid, table, labels);
  const rows = new Map<string, number[]>();
  let averageRow: number | null = null;
  for (let row = table.row + 1; row < grid.rowCount; row++) {
    const name = textAt(grid, row, columns[NAME] ?? -1).trim();
    const isNumbered = typeof valueAt(grid, row, columns[0] ?? -1) === 'number';
    if (name === AVERAGE && !isNumbered) averageRow = row;
    else if (isNumbered && hasResult(grid, row, columns))
      rows.set(unitKey(name), [...(rows.get(unitKey(name)) ?? []), row]);
  }
  const isTypedOver: ResultBefore['isTypedOver'] = (row, role) => {
    const column = columns[RESULT_AT[role]] ?? -1;
    const formula = grid.formulas.get(cellKey(row, column));
    if (!live || column < 0 || !isFilled(grid, row, column)) return false;
    return formula === undefined ? valueAt(grid, row, column) !== UNDETERMINED : !isOwnResult(formula, role);
  };
  return {
    grid,
    headerRow: table.row,
    columns,
    dropped,
    averageRow,
    isTypedOver,
    rowOf: (unit) => rows.get(unitKey(unit))?.shift() ?? null,
    stale: () => staleRows(grid, [...columns, ...dropped], rows, averageRow),
  };
}

const hasResult = (grid: Grid, row: number, columns: readonly number[]): boolean =>
  Object.values(RESULT_AT).some((at) => isFilled(grid, row, columns[at] ?? -1));

/** A reference to the table, a constant that this program put into a formula, or a formula of its shape. */
const CELL_OR_NUMBER = /^(?:(?:'(?:[^']|'')*'|[^'!()"]+)!\$?[A-Z]{1,3}\$?\d+|-?\d+(?:\.\d+)?)$/i;
const isOwnResult = (formula: string, role: LineRole): boolean =>
  CELL_OR_NUMBER.test(formula) || isAddinText(formula) || isOwnFormula(formula, role);

function staleRows(
  grid: Grid,
  addinColumns: readonly number[],
  rows: ReadonlyMap<string, readonly number[]>,
  averageRow: number | null,
): Set<number> {
  const own = new Set(addinColumns);
  const noted = rowsWithNotes(grid);
  const isEmptied = (row: number): boolean =>
    !noted.has(row) && (grid.values[row] ?? []).every((_, column) => own.has(column) || !isFilled(grid, row, column));
  return new Set([...[...rows.values()].flat(), ...(averageRow === null ? [] : [averageRow])].filter(isEmptied));
}
