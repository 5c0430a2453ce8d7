/** Where a table of items ends: signatures, notes and other tables stand below it (families A and B). */
import { foldText, squeeze } from '../../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from '../../model/grid';
import { parseCode, type Code } from '../tree/codes';
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
  let afterResult = false;
  let blanks = 0;
  for (let row = header.body; row < grid.rowCount; row++) {
    const line = lineAt(grid, row, columns);
    gap = line.isUnnamed && !line.hasPoints ? gap + 1 : 0;
    if (gap > LONGEST_GAP) break;
    if (line.isUnnamed) blanks++;
    if (line.isUnnamed || repeats.at(row) !== null) continue;
    if (headsAnotherTable(grid, row, line, columns)) break;
    isFooter ||= !line.hasPoints && startsFooter(line.label);
    const isResult = !isFooter && line.code?.kind !== 'arabic' && roleOfLine(line.label) !== null;
    const isItem = !isResult && holdsItem(line, isFooter);
    // One row may part the results from the items; among themselves a blank one ends them, so that a label further down
    // is another thing's.
    const isNear = row - last <= 2 - (afterResult ? blanks : 0);
    if (isResult ? !line.hasPoints && !isNear : !isItem) continue;
    afterResult = isResult;
    if (isItem) isFooter = false;
    last = row;
    blanks = 0;
  }
  return last;
}

interface Line {
  readonly code: Code | null;
  readonly label: string;
  readonly isUnnamed: boolean;
  readonly hasName: boolean;
  readonly hasPoints: boolean;
}

function lineAt(grid: Grid, row: number, columns: RowColumns): Line {
  const { code, name } = rowTexts(grid, row, columns);
  return {
    code: parseCode(code),
    label: name === '' ? code : name,
    isUnnamed: code === '' && name === '',
    hasName: name !== '',
    hasPoints: hasAny(grid, row, columns.max) || hasNumber(grid, row, columns.scores),
  };
}

const headsAnotherTable = (grid: Grid, row: number, { code }: Line, { max, scores }: RowColumns): boolean =>
  code === null && !hasNumber(grid, row, [...max, ...scores]) && namesColumns(grid, row);

/** Below the signatures a code alone, or points alone, may be anything. */
const holdsItem = ({ code, hasName, hasPoints }: Line, isFooter: boolean): boolean =>
  isFooter ? code !== null && hasPoints : hasPoints || (code !== null && hasName);

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
interface HeaderRepeats {
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
