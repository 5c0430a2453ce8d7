/** Rows below the header, sorted out one by one: items, results, repeated headers, split rows, descriptions (families A and B). */
import type { Address } from '../model/address';
import { foldText, squeeze } from '../model/fold-text';
import { cellKey } from '../model/address';
import { isBlank, textAt, valueAt, type Grid } from '../model/grid';
import type { ReadFact } from '../model/score-sheet';
import { parseCode, repairDate, repairNumber, splitCodeAndName, type Code } from './codes';
import { numbersColumns, type HeaderBlock } from './header-block';
import { roleOfLine, type LineRole } from './result-words';

export interface ItemRow {
  readonly row: number;
  readonly code: Code | null;
  readonly statedCode: string;
  name: string;
  /** "-" or "+" or "" before an item without a code. */
  readonly bullet: string;
  readonly hasMax: boolean;
  readonly hasScore: boolean;
}

export interface ResultRow {
  readonly row: number;
  readonly role: LineRole;
}

export interface SortedRows {
  readonly items: readonly ItemRow[];
  readonly results: readonly ResultRow[];
  readonly facts: readonly ReadFact[];
  /** Rows of items that continue an item of `items`, by their position there. */
  readonly splits: readonly { readonly at: Address; readonly item: number }[];
  readonly lastRow: number;
}

export interface RowColumns {
  readonly code: number | null;
  readonly name: number;
  /** Columns of maxima and of scores: what makes a row more than a remark. */
  readonly max: readonly number[];
  readonly scores: readonly number[];
}

export function sortRows(grid: Grid, header: HeaderBlock, columns: RowColumns): SortedRows {
  const items: ItemRow[] = [];
  const results: ResultRow[] = [];
  const facts: ReadFact[] = [];
  const splits: { at: Address; item: number }[] = [];
  const end = lastRowOf(grid, header, columns);
  const headings = headingsOf(grid, header, columns);
  let previous: readonly number[] | null = null;
  for (let row = header.body; row <= end; row++) {
    const at = { row, column: columns.code ?? columns.name };
    const texts = rowTexts(grid, row, columns);
    if (texts.code === '' && texts.name === '' && !hasAny(grid, row, columns.max) && !hasAny(grid, row, columns.scores)) continue;
    if (headings.has(foldText(`${texts.code}|${texts.name}`))) {
      facts.push({ kind: 'repeated-header', at });
      continue;
    }
    if (numbersColumns(grid, row)) continue;
    const read = readCode(grid, row, columns, texts, previous);
    const label = roleOfLine(read.name === '' ? texts.code : read.name);
    // «II | ĐIỂM THƯỞNG» with a code of its own opens a section, «1 | Chỉ số hài lòng» is an item.
    if (label && (read.code === null || (read.code.kind !== 'arabic' && label !== 'bonus' && label !== 'penalty'))) {
      results.push({ row, role: label });
      continue;
    }
    const hasMax = hasAny(grid, row, columns.max);
    const hasScore = hasAny(grid, row, columns.scores);
    const last = items[items.length - 1];
    const bullet = /^[-–+•*]/.exec(read.name)?.[0] ?? '';
    if (!read.code && !hasMax && !hasScore) {
      if (last && bullet === '' && continues(read.name)) {
        last.name = `${last.name} ${read.name}`;
        splits.push({ at: { row, column: columns.name }, item: items.length - 1 });
      } else if (isHeading(read.name)) {
        items.push({ row, code: null, statedCode: '', name: read.name, bullet: '', hasMax, hasScore });
      }
      continue;
    }
    if (read.repaired) facts.push({ kind: 'damaged-code', at, stated: read.stated, repaired: read.code?.text ?? '' });
    if (read.code?.kind === 'arabic') previous = read.code.parts;
    items.push({ row, code: read.code, statedCode: read.stated, name: read.name, bullet, hasMax, hasScore });
  }
  return { items, results, facts, splits, lastRow: end };
}

const hasAny = (grid: Grid, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => !isBlank(valueAt(grid, row, column)));

interface RowTexts {
  readonly code: string;
  readonly name: string;
}

function rowTexts(grid: Grid, row: number, { code, name }: RowColumns): RowTexts {
  return { code: code === null ? '' : squeeze(textAt(grid, row, code)), name: squeeze(textAt(grid, row, name)) };
}

/** Code and name of a row, from two cells or from one, repaired by what stood before. */
function readCode(
  grid: Grid,
  row: number,
  columns: RowColumns,
  texts: RowTexts,
  previous: readonly number[] | null,
): { code: Code | null; name: string; stated: string; repaired: boolean } {
  const value = columns.code === null ? null : valueAt(grid, row, columns.code);
  if (typeof value === 'number' && columns.code !== null) {
    const isDate = grid.dates.has(cellKey(row, columns.code));
    const stated = parseCode(texts.code);
    const repaired = isDate ? repairDate(value, previous) : stated && repairNumber(stated, previous);
    return { code: repaired ?? stated, name: texts.name, stated: texts.code, repaired: repaired !== null };
  }
  const code = parseCode(texts.code);
  if (code) return { code, name: texts.name, stated: texts.code, repaired: false };
  // A heading merged across the row leaves its whole text in the code cell; a form without code column has both in the name.
  const whole = texts.name === '' ? texts.code : texts.name;
  const split = splitCodeAndName(whole);
  if (split && (texts.code === '' || texts.name === '')) return { code: split.code, name: split.name, stated: split.code.text, repaired: false };
  return { code: null, name: whole, stated: texts.name === '' ? '' : texts.code, repaired: false };
}

/** Rest of a name broken over two rows: it goes on in lower case. */
const continues = (name: string): boolean => /^[\p{Ll}\d(]/u.test(name) && splitCodeAndName(name) === null;

/** An area that has neither code nor points of its own is written in capitals. */
const isHeading = (name: string): boolean => name.length >= 6 && name === name.toLocaleUpperCase('vi') && /\p{Lu}{2}/u.test(name);

/** Header texts over code and name, each row of the header and the spread-out whole, as repeated after a page break. */
function headingsOf(grid: Grid, header: HeaderBlock, columns: RowColumns): Set<string> {
  const seen = new Set<string>();
  for (let row = header.top; row <= header.bottom; row++) {
    const { code, name } = rowTexts(grid, row, columns);
    if (code !== '' || name !== '') seen.add(foldText(`${code}|${name}`));
  }
  return seen;
}

/** Last row of the table: the last with a code and text, a maximum or a score, and the result labels right below it. Signatures stand lower. */
function lastRowOf(grid: Grid, header: HeaderBlock, columns: RowColumns): number {
  let last = header.body - 1;
  let blanks = 0;
  for (let row = header.body; row < grid.rowCount; row++) {
    const texts = rowTexts(grid, row, columns);
    const blank = texts.code === '' && texts.name === '';
    const hasPoints = hasAny(grid, row, columns.max) || hasNumber(grid, row, columns.scores);
    const hasCode = texts.name !== '' && parseCode(texts.code) !== null;
    const isResult = !blank && row - last <= 2 && roleOfLine(texts.name === '' ? texts.code : texts.name) !== null;
    blanks = blank && !hasPoints ? blanks + 1 : 0;
    if (blanks > LONGEST_GAP) break;
    if ((hasPoints && !blank) || hasCode || isResult) last = row;
  }
  return last;
}

/** Blank rows that may stand inside one table, at a page break or between areas. */
const LONGEST_GAP = 20;

const hasNumber = (grid: Grid, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => typeof valueAt(grid, row, column) === 'number' || /^\s*[-–−]?\s*\d/.test(textAt(grid, row, column)));
