/**
 * Rows below the header, sorted out one by one: items, results, repeated headers, split rows, descriptions (families A
 * and B).
 */
import type { Address } from '../../values/address';
import { textAt, type Grid } from '../../model/grid';
import type { ReadFact } from '../../model/score-sheet';
import { splitCodeAndName, type Code } from './codes';
import { numbersColumns, type HeaderBlock } from '../blocks/header-block';
import { isCapitals, namesSurvey, outsideBy } from '../words/item-words';
import { roleOfLine, type LineRole } from '../words/result-words';
import { readHeading, rowTexts, type RowColumns, type RowHeading } from './row-texts';
import { findRepeats, hasAny, lastRowOf } from '../blocks/table-end';

export interface ItemRow {
  readonly row: number;
  readonly code: Code | null;
  readonly statedCode: string;
  name: string;
  /** "-" or "+" or "" before an item without a code. */
  readonly bullet: string;
  /** Blanks before the name, where people show the level by indenting. */
  readonly indent: number;
  readonly hasMax: boolean;
  readonly hasScore: boolean;
  /** An area although it has no code: a part that stands beside the sections, or points outside the set. */
  readonly opensArea: boolean;
  /** Code and name share a cell although the table has a column for each. */
  readonly shared: boolean;
}

export interface ResultRow {
  readonly row: number;
  readonly role: Exclude<LineRole, 'subtotal' | 'statistic'>;
  readonly label: string;
}

export interface SortedRows {
  readonly items: readonly ItemRow[];
  readonly results: readonly ResultRow[];
  readonly facts: readonly ReadFact[];
  /** Rows of items that continue an item of `items`, by their position there. */
  readonly splits: readonly { readonly at: Address; readonly item: number }[];
  readonly lastRow: number;
}

export function sortRows(grid: Grid, header: HeaderBlock, columns: RowColumns): SortedRows {
  const items: ItemRow[] = [];
  const results: ResultRow[] = [];
  const facts: ReadFact[] = [];
  const splits: { at: Address; item: number }[] = [];
  const repeats = findRepeats(grid, header, columns);
  const end = lastRowOf(grid, header, columns, repeats);
  let previous: readonly number[] | null = null;
  // Below the results only coded rows and a survey part can still be items.
  let isClosed = false;
  for (let row = header.body; row <= end; row++) {
    const at = { row, column: columns.code ?? columns.name };
    const texts = rowTexts(grid, row, columns);
    const hasMax = hasAny(grid, row, columns.max);
    const hasScore = hasAny(grid, row, columns.scores);
    const repeated = repeats.at(row);
    if (repeated !== null) {
      if (repeats.at(row - 1) === null) facts.push({ kind: 'repeated-header', at });
      continue;
    }
    if ((texts.code === '' && texts.name === '' && !hasMax && !hasScore) || numbersColumns(grid, row)) continue;
    const heading = readHeading(grid, row, columns, texts, previous);
    const label = heading.name === '' ? texts.code : heading.name;
    const role = row === columns.totalRow ? 'total' : lineRole(heading, label);
    const isOutside = role === 'bonus' || role === 'penalty';
    if (role === 'subtotal' || role === 'statistic') continue;
    // «ĐIỂM CỘNG» without a figure of its own heads the lines below it.
    const opensArea = heading.code === null && ((isOutside && !hasScore) || (namesSurvey(label) && isClosed));
    if (role && !opensArea) {
      results.push({ row, role, label });
      isClosed = isClosed || (items.length > 0 && !isOutside);
      continue;
    }
    const bullet = /^[-–+•*]/.exec(heading.name)?.[0] ?? '';
    const item: ItemRow = {
      row,
      code: heading.code,
      statedCode: heading.stated,
      name: heading.name,
      bullet: bullet === '–' ? '-' : bullet,
      indent: columns.code === null ? indentOf(grid, row, columns.name) : 0,
      hasMax,
      hasScore,
      opensArea,
      shared: heading.shared,
    };
    const isBare = heading.code === null && !hasMax && !hasScore && !opensArea;
    const last = items[items.length - 1];
    if (isBare) {
      if (last && goesOn(last, item)) {
        last.name = `${last.name} ${item.name}`;
        splits.push({ at: { row, column: columns.name }, item: items.length - 1 });
      } else if (isCapitals(item.name) && !isClosed) items.push(item);
      continue;
    }
    if (heading.code === null && isClosed && !opensArea) continue;
    if (heading.code !== null || opensArea) isClosed = false;
    if (heading.repaired)
      facts.push({ kind: 'damaged-code', at, stated: heading.stated, repaired: heading.code?.text ?? '' });
    if (heading.code?.kind === 'arabic') previous = heading.code.parts;
    items.push(item);
  }
  return { items, results, facts, splits, lastRow: end };
}

/** «II | ĐIỂM THƯỞNG» with a code of its own opens a section, «1 | Chỉ số hài lòng» is an item. */
function lineRole({ code }: RowHeading, label: string): LineRole | null {
  if (code?.kind === 'arabic') return null;
  const role = roleOfLine(label);
  return code !== null && outsideBy(label) !== null ? null : role;
}

/** Rest of a name broken over two rows: it goes on in lower case, or in the capitals of the area right above. */
function goesOn(last: ItemRow, { row, name, bullet }: ItemRow): boolean {
  if (bullet !== '') return false;
  if (/^[\p{Ll}\d(]/u.test(name)) return splitCodeAndName(name) === null;
  return last.code !== null && last.row === row - 1 && isCapitals(last.name) && isCapitals(name);
}

/** Blanks before the text; a tab counts as five, as these forms indent. */
function indentOf(grid: Grid, row: number, column: number): number {
  const text = textAt(grid, row, column);
  let blanks = 0;
  for (const character of text) {
    if (character === '\t') blanks += 5;
    else if (character === ' ' || character === '\u00a0') blanks++;
    else break;
  }
  return blanks;
}
