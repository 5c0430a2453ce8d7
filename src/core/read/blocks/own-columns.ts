/**
 * Columns of results that this program added beside a table of units. A second reading must take them for nothing but
 * results: neither for points, nor for what the points are out of.
 */
import { valueAt, type Grid } from '../../model/grid';
import { RESULT_LABELS, UNDETERMINED } from '../../model/result-sheet';
import { cellKey } from '../../values/address';
import { roleOfHeader } from '../words/header-words';
import type { HeaderBlock } from './header-block';

type OwnRole = keyof typeof RESULT_LABELS;

/** Rows looked at. */
const SAMPLE = 60;

const ROLES = new Map(Object.entries(RESULT_LABELS).map(([role, label]) => [label as string, role as OwnRole]));

export function ownColumns(grid: Grid, { paths, body }: HeaderBlock): ReadonlyMap<number, OwnRole> {
  const texts = paths.map((path) => path.at(-1) ?? '');
  const labels = texts.map((text) => ROLES.get(text) ?? null);
  const own = new Map<number, OwnRole>();
  const isWritten = (column: number): boolean => {
    for (let row = body; row < Math.min(grid.rowCount, body + SAMPLE); row++) {
      const text = grid.formulas.get(cellKey(row, column)) ?? valueAt(grid, row, column);
      if (typeof text === 'string' && text.includes(UNDETERMINED)) return true;
    }
    return false;
  };
  labels.forEach((role, column) => {
    if (role !== null && isWritten(column)) own.set(column, role);
  });
  // As values nothing but the pair tells: a second total, and what it is out of.
  const max = labels.indexOf('max');
  const isPair = labels[max - 1] === 'total' && texts.slice(0, max - 1).some((text) => roleOfHeader(text) === 'total');
  if (isPair && !own.has(max)) own.set(max - 1, 'total').set(max, 'max');
  // The rank is counted on another sheet, so its formula says nothing of whose it is.
  const rank = labels.findIndex((role, column) => role === 'rank' && own.has(column - 1));
  return rank < 0 ? own : own.set(rank, 'rank');
}
