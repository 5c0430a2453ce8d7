/** The displayed text of a cell: numbers and dates in Vietnamese notation. */
import { cellKey } from '../../core/values/address';
import { valueAt, type Grid } from '../../core/model/workbook/grid';
import { fromNumber, roundTo, toTyped } from '../../core/values/decimal';

const DAY = 86_400_000;
/**
 * Serial 0 of Excel's calendar. Its nonexistent 29/2/1900 shifts earlier days by one, but such days do not occur here.
 */
const EPOCH = Date.UTC(1899, 11, 30);
/** The number format of a cell is not known here; more decimals than this come from a quotient. */
const MOST_PLACES = 6;

export function shownText(grid: Grid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  const key = cellKey(row, column);
  if (grid.dates.has(key)) return dateText(value);
  return grid.percents.has(key) ? `${numberText(value * 100)}%` : numberText(value);
}

export function numberText(value: number, places?: number): string {
  const exact = fromNumber(value);
  if (exact === null) return String(value);
  return toTyped(roundTo(exact, MOST_PLACES), places);
}

function dateText(serial: number): string {
  const date = new Date(EPOCH + Math.floor(serial) * DAY);
  if (Number.isNaN(date.getTime())) return numberText(serial);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
