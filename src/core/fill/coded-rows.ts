/**
 * Scored cells of one column picked as an office does it: by how their codes look. `$A9:$A80,"*.*.*"` are the items of
 * the third level wherever no parent has such a code.
 */
import { keyOf, type Address, type Area2D } from '../values/address';
import { textAt, valueAt } from '../model/grid';
import { unitAxis } from '../model/score-sheet';
import { refArea, unitArea, type PlanContext } from './plan-context';

export interface CodedRows {
  /** Range and criterion. */
  readonly codes: string;
  /** The column of the cells over the same rows. */
  readonly scores: string;
  readonly picks: (at: Address) => boolean;
  /** Another column over the same rows. */
  readonly beside: (column: number) => Area2D;
}

/** 1.1.1.1 has three. */
const MOST_DOTS = 4;

/** Picks cells of the first one's column, and nothing but cells of the list; null where no look of codes does. */
export function codedRows(context: PlanContext, cells: readonly Address[]): CodedRows | null {
  const { sheet, grid } = context;
  const { codeColumn } = sheet;
  const [first] = cells;
  if (codeColumn === null || !first || sheet.parts || unitAxis(sheet) === 'row') return null;
  const inColumn = cells.filter(({ column }) => column === first.column);
  const listed = new Set(inColumn.map(({ row }) => row));
  for (let dots = MOST_DOTS; dots > 0; dots--) {
    const looks = (row: number): boolean => textAt(grid, row, codeColumn).split('.').length > dots;
    // Excel sees no look in a number, LibreOffice does.
    const isText = (row: number): boolean => typeof valueAt(grid, row, codeColumn) === 'string';
    const picked = inColumn.filter(({ row }) => looks(row) && isText(row));
    const rows = picked.map(({ row }) => row);
    const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
    if (rows.length === 0 || between(top, bottom).some((row) => looks(row) && !(listed.has(row) && isText(row))))
      continue;
    const beside = (column: number): Area2D => ({ top, left: column, bottom, right: column });
    const keys = new Set(picked.map(keyOf));
    return {
      codes: `${refArea(context, beside(codeColumn), 'column')},"${'*.'.repeat(dots)}*"`,
      scores: unitArea(context, beside(first.column)),
      picks: (at) => keys.has(keyOf(at)),
      beside,
    };
  }
  return null;
}

const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, position) => first + position);
