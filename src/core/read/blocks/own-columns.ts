/**
 * The total and the maximum that this program added beside a table of units. A second reading must take them for nothing
 * but results: neither for points, nor for what the points are out of. An index, a rating and a rank need no care: no
 * heading of theirs is read as points.
 */
import { valueAt, type Grid } from '../../model/grid';
import { RESULT_LABELS, UNDETERMINED } from '../../model/result-sheet';
import { cellKey } from '../../values/address';
import { roleOfHeader } from '../words/header-words';
import type { HeaderBlock } from './header-block';

/** Rows looked at. */
const SAMPLE = 60;

export function ownColumns(grid: Grid, { paths, body }: HeaderBlock): ReadonlyMap<number, 'total' | 'max'> {
  const own = new Map<number, 'total' | 'max'>();
  const texts = paths.map((path) => path.at(-1) ?? '');
  const isWritten = (column: number): boolean => {
    for (let row = body; row < Math.min(grid.rowCount, body + SAMPLE); row++) {
      const text = grid.formulas.get(cellKey(row, column)) ?? valueAt(grid, row, column);
      if (typeof text === 'string' && text.includes(UNDETERMINED)) return true;
    }
    return false;
  };
  texts.forEach((text, total) => {
    if (text !== RESULT_LABELS.total) return;
    const max = texts[total + 1] === RESULT_LABELS.max ? total + 1 : null;
    const isSecond = texts.slice(0, total).some((other) => roleOfHeader(other) === 'total');
    const isMaxWritten = max !== null && (isSecond || isWritten(max));
    if (!isMaxWritten && !((isSecond || max !== null) && isWritten(total))) return;
    own.set(total, 'total');
    if (max !== null) own.set(max, 'max');
  });
  return own;
}
