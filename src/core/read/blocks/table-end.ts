/** Where a table of items ends: signatures, notes and other tables stand below it (families A and B). */
import { foldText, squeeze } from '../../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from '../../model/grid';
import { parseCode } from '../tree/codes';
import { namesColumns, type HeaderBlock } from './header-block';
import { parseNumber } from '../numbers/parse-number';
import { roleOfLine, startsFooter } from '../words/result-words';
import { rowTexts, type RowColumns } from '../tree/row-texts';

/** Blank rows that may stand inside one table, at a page break or between areas. */
const LONGEST_GAP = 20;

/** Last row of the table: the last with a code and text, a maximum or a score, and the result labels right below it. */
export function lastRowOf(grid: Grid, header: HeaderBlock, columns: RowColumns, repeats: HeaderRepeats): number {
  let last = header.body - 1;
  let gap = 0;
  let isFooter = false;
  let afterLine = false;
  let blanks = 0;
  for (let row = header.body; row < grid.rowCount; row++) {
    const texts = rowTexts(grid, row, columns);
    const isUnnamed = texts.code === '' && texts.name === '';
    const hasMax = hasAny(grid, row, columns.max);
    const hasPoints = hasMax || hasNumber(grid, row, columns.scores);
    gap = isUnnamed && !hasPoints ? gap + 1 : 0;
    if (gap > LONGEST_GAP) break;
    blanks += isUnnamed ? 1 : 0;
    if (isUnnamed || repeats.at(row) !== null) continue;
    const code = parseCode(texts.code);
    if (code === null && !hasNumber(grid, row, [...columns.max, ...columns.scores]) && namesColumns(grid, row)) break;
    const label = texts.name === '' ? texts.code : texts.name;
    isFooter ||= !hasPoints && startsFooter(label);
    const isLine = !isFooter && code?.kind !== 'arabic' && roleOfLine(label) !== null;
    const isItem = isFooter ? code !== null && hasPoints : hasPoints || (code !== null && texts.name !== '');
    // One row may part the results from the items; among themselves a blank one ends them, so that a label further down
    // is another thing's.
    if (isLine ? !hasPoints && row - last > 2 - (afterLine ? blanks : 0) : !isItem) continue;
    afterLine = isLine;
    if (isItem && !isLine) isFooter = false;
    last = row;
    blanks = 0;
  }
  return last;
}

export const hasAny = (grid: Grid, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => !isBlank(valueAt(grid, row, column)));

const LONGEST_NUMBER = 40;

const hasNumber = (grid: Grid, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => {
    const value = valueAt(grid, row, column);
    return (
      typeof value === 'number' ||
      (typeof value === 'string' && value.length <= LONGEST_NUMBER && parseNumber(value) !== null)
    );
  });

/** Rows that print the header again after a page break. */
export interface HeaderRepeats {
  /** Row of the header that is repeated at `row`, or null. */
  readonly at: (row: number) => number | null;
}

/** Known by code and name cells; a row without either by its whole text, right below another repeated row. */
export function findRepeats(grid: Grid, header: HeaderBlock, columns: RowColumns): HeaderRepeats {
  const headings = new Map<string, number>();
  const keyOf = (row: number): string => {
    const { code, name } = rowTexts(grid, row, columns);
    return code === '' && name === '' ? '' : foldText(`${code}|${name}`);
  };
  const wholeOf = (row: number): string =>
    (grid.values[row] ?? [])
      .map((_, column) => squeeze(textAt(grid, row, column)))
      .join('|')
      .replace(/\|+$/, '');
  for (let row = header.top; row <= header.bottom; row++) {
    const key = keyOf(row);
    if (key !== '') headings.set(key, row);
  }
  const at = (row: number): number | null => {
    // Headings of codes are words: no need to look at rows that have a code.
    const first = columns.code === null ? null : valueAt(grid, row, columns.code);
    if (typeof first === 'number' || (typeof first === 'string' && /^\s*\d/.test(first))) return null;
    const key = keyOf(row);
    if (key !== '') return headings.get(key) ?? null;
    if (row <= header.bottom) return null;
    const above = at(row - 1);
    const next = above === null ? header.top : above + 1;
    if (next > header.bottom || (above === null && header.top === header.bottom)) return null;
    const text = wholeOf(row);
    return text !== '' && text === wholeOf(next) ? next : null;
  };
  return { at };
}
