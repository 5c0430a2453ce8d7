/**
 * Columns of results that this program added beside a table of units, or filled. A second reading must take them for
 * nothing but results, and the rest of the table for what it was before.
 */
import { valueAt, type Grid } from '../../model/grid';
import { RESULT_LABELS, UNDETERMINED } from '../../model/result-sheet';
import { cellKey } from '../../values/address';
import { roleOfHeader } from '../words/header-words';
import type { HeaderBlock } from './header-block';

type OwnRole = keyof typeof RESULT_LABELS;

interface OwnColumn {
  readonly column: number;
  readonly path: readonly string[];
  readonly role: OwnRole;
  readonly owner: null;
  readonly isOwn: true;
}

/** Rows looked at. */
const SAMPLE = 60;

const ROLES = new Map(Object.entries(RESULT_LABELS).map(([role, label]) => [label as string, role as OwnRole]));

export function ownColumns(grid: Grid, { paths, body }: HeaderBlock): ReadonlyMap<number, OwnColumn> {
  const texts = paths.map((path) => path.at(-1) ?? '');
  const own = new Map<number, OwnColumn>();
  const add = (column: number, role: OwnRole): void => {
    own.set(column, { column, path: paths[column] ?? [], role, owner: null, isOwn: true });
  };
  const isWritten = (column: number): boolean => {
    for (let row = body; row < Math.min(grid.rowCount, body + SAMPLE); row++) {
      const text = grid.formulas.get(cellKey(row, column)) ?? valueAt(grid, row, column);
      if (typeof text === 'string' && text.includes(UNDETERMINED)) return true;
    }
    return false;
  };
  texts.forEach((text, column) => {
    const role = ROLES.get(text);
    // The rank is counted on another sheet, so its formula says nothing of whose it is; its neighbour does.
    if (role && (isWritten(column) || (role === 'rank' && own.has(column - 1)))) add(column, role);
  });
  // As values nothing but the pair tells: a total that another column says already, and what it is out of.
  const max = texts.indexOf(RESULT_LABELS.max);
  const repeats = (column: number): boolean => {
    let numbers = 0;
    for (let row = body; row < Math.min(grid.rowCount, body + SAMPLE); row++) {
      const value = valueAt(grid, row, max - 1);
      if (value !== valueAt(grid, row, column)) return false;
      if (typeof value === 'number') numbers++;
    }
    return numbers > 1;
  };
  const isSecond = texts.slice(0, max - 1).some((text, column) => roleOfHeader(text) === 'total' || repeats(column));
  if (texts[max - 1] === RESULT_LABELS.total && isSecond) {
    add(max - 1, 'total');
    add(max, 'max');
  }
  return own;
}
