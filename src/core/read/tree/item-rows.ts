/**
 * Sorts the rows below the header down to the end of the table: items, results, repeated headers, split rows,
 * descriptions (families A and B).
 */
import type { Address } from '../../values/address';
import { textAt, type Grid, valueAt } from '../../model/workbook/grid';
import type { ReadFact } from '../../model/score-sheet';
import { splitCodeAndName, type Code, parseCode } from './codes';
import { numbersColumns } from '../../model/workbook/column-numbers';
import { type HeaderBlock, namesColumns } from '../blocks/header-block';
import { isCapitals, labelsOutside, namesSurvey, outsideBy } from '../words/item-words';
import { isLevel, isTotal, roleOfLine, type LineRole, startsFooter } from '../words/result-words';
import {
  hasAny,
  hasNumber,
  isNamedLikeResult,
  readHeading,
  rowTexts,
  statesPart,
  type RowColumns,
  type RowHeading,
} from './row-texts';
import { foldText, squeeze } from '../../values/fold-text';

export interface ItemRow {
  readonly row: number;
  readonly code: Code | null;
  readonly statedCode: string;
  name: string;
  /** "-" or "+" or "" before an item without a code. */
  readonly bullet: string;
  /** Number of blanks before the name, if the level is shown by indenting. */
  readonly indent: number;
  readonly hasMax: boolean;
  readonly hasScore: boolean;
  /** The row is an area without a code: a part beside the sections, or points outside the set. */
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
  /** Rows that continue the name of an item, with its position in `items`. */
  readonly splits: readonly { readonly at: Address; readonly item: number }[];
  readonly lastRow: number;
}

export function sortRows(grid: Grid, header: HeaderBlock, columns: RowColumns): SortedRows {
  const repeats = findRepeats(grid, header, columns);
  const lastRow = lastRowOf(grid, header, columns, repeats);
  const sorter = new RowSorter(grid, columns);
  for (let row = header.body; row <= lastRow; row++) {
    if (repeats.at(row) === null) sorter.take(row);
    else if (repeats.at(row - 1) === null) sorter.facts.push({ kind: 'repeated-header', at: sorter.codeCell(row) });
  }
  const { items, results, facts, splits } = sorter;
  return { items, results, facts, splits, lastRow };
}

/** Takes the rows from top to bottom, because the kind of a row depends on the rows before it. */
class RowSorter {
  readonly items: ItemRow[] = [];
  readonly results: ResultRow[] = [];
  readonly facts: ReadFact[] = [];
  readonly splits: { readonly at: Address; readonly item: number }[] = [];
  /** The code of the row before, used to repair the next one. */
  private previous: readonly number[] | null = null;
  /** Below the results only coded rows and a survey part can still be items. */
  private isClosed = false;

  constructor(
    private readonly grid: Grid,
    private readonly columns: RowColumns,
  ) {}

  codeCell(row: number): Address {
    return { row, column: this.columns.code ?? this.columns.name };
  }

  take(row: number): void {
    const { grid, columns } = this;
    const texts = rowTexts(grid, row, columns);
    const hasMax = hasAny(grid, row, columns.max);
    const hasScore = hasAny(grid, row, columns.scores);
    const isEmpty = texts.code === '' && texts.name === '' && !hasMax && !hasScore;
    if (isEmpty || numbersColumns(grid, row) || statesPart(grid, row, columns)) return;
    const heading = readHeading(grid, row, columns, texts, this.previous);
    const label = heading.name === '' ? texts.code : heading.name;
    const isItem = isNamedLikeResult(grid, row, columns, { code: heading.code, label });
    const rowRole = row === columns.totalRow ? 'total' : isItem ? null : lineRole(heading, label);
    const mayBeOutside = heading.code === null && hasScore && !hasMax && this.isOutsideItems(row, label);
    const role = rowRole ?? (mayBeOutside ? outsideBy(label) : null);
    if (role === 'subtotal' || role === 'statistic') return;
    const opensArea = heading.code === null && this.opensArea(role, label, hasScore);
    if (role && !opensArea) this.takeResult({ row, role, label });
    else this.takeItem(heading, { row, hasMax, hasScore, opensArea });
  }

  /** «Điểm trừ (tối đa 2): có vụ khiếu nại», and «Trừ điểm do …» below the total or a bonus, are not items. */
  private isOutsideItems(row: number, label: string): boolean {
    const last = this.results.at(-1);
    return this.isClosed || labelsOutside(label) || (last?.row === row - 1 && isOutside(last.role));
  }

  /** «ĐIỂM CỘNG» without points of its own is the heading of the lines below it. */
  private opensArea(role: LineRole | null, label: string, hasScore: boolean): boolean {
    return (isOutside(role) && !hasScore) || (namesSurvey(label) && this.isClosed);
  }

  private takeResult(result: ResultRow): void {
    this.results.push(result);
    this.isClosed ||= this.items.length > 0 && !isOutside(result.role);
  }

  private takeItem(heading: RowHeading, found: Pick<ItemRow, 'row' | 'hasMax' | 'hasScore' | 'opensArea'>): void {
    const bullet = /^[-–+•*]/.exec(heading.name)?.[0] ?? '';
    const item: ItemRow = {
      row: found.row,
      hasMax: found.hasMax,
      hasScore: found.hasScore,
      opensArea: found.opensArea,
      code: heading.code,
      statedCode: heading.stated,
      name: heading.name,
      bullet: bullet === '–' ? '-' : bullet,
      indent: this.columns.code === null ? indentOf(this.grid, found.row, this.columns.name) : 0,
      shared: heading.shared,
    };
    if (heading.code !== null || found.opensArea) this.takeHead(heading, item);
    else if (!found.hasMax && !found.hasScore) this.takeText(item);
    else if (!this.isClosed) this.items.push(item);
  }

  private takeHead({ code, stated, repaired }: RowHeading, item: ItemRow): void {
    this.isClosed = false;
    if (repaired)
      this.facts.push({ kind: 'damaged-code', at: this.codeCell(item.row), stated, repaired: code?.text ?? '' });
    if (code?.kind === 'arabic') this.previous = code.parts;
    this.items.push(item);
  }

  /** A row with only text continues the name above it, or is the heading of an area if in capitals. */
  private takeText(item: ItemRow): void {
    const last = this.items.at(-1);
    if (last && goesOn(last, item)) {
      last.name = `${last.name} ${item.name}`;
      this.splits.push({ at: { row: item.row, column: this.columns.name }, item: this.items.length - 1 });
    } else if (isCapitals(item.name) && !this.isClosed) this.items.push(item);
  }
}

const isOutside = (role: LineRole | null): boolean => role === 'bonus' || role === 'penalty';

/** «II | ĐIỂM THƯỞNG» has a code and opens a section; «1 | Chỉ số hài lòng» and «a) | Chỉ số CCHC» are items. */
function lineRole({ code, stated }: RowHeading, label: string): LineRole | null {
  if ((code?.kind === 'arabic' || /^[a-zđ]\)/.test(stated)) && !isTotal(label)) return null;
  const role = roleOfLine(label);
  return code !== null && outsideBy(label) !== null ? null : role;
}

/**
 * Whether the row is the rest of a name broken over two rows: it continues in lower case, or in capitals like the area
 * right above it.
 */
function goesOn(last: ItemRow, { row, name, bullet }: ItemRow): boolean {
  if (bullet !== '') return false;
  if (/^[\p{Ll}\d(]/u.test(name)) return splitCodeAndName(name) === null;
  return last.code !== null && last.row === row - 1 && isCapitals(last.name) && isCapitals(name);
}

/** Number of blanks before the text; a tab counts as five, the usual indent in these forms. */
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

/** Most blank rows inside one table, at a page break or between areas. */
const LONGEST_GAP = 20;

/**
 * Last row of the table: the last one with a code and text, a maximum or a score, including result labels right below
 * it.
 */
function lastRowOf(grid: Grid, header: HeaderBlock, columns: RowColumns, repeats: HeaderRepeats): number {
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
    if ((afterResult && isLevel(line.label)) || headsAnotherTable(grid, row, line, columns)) break;
    isFooter ||= startsFooter(line.label) && !hasNumber(grid, row, [...columns.max, ...columns.scores]);
    const isResult = !isFooter && mayBeResult(grid, row, columns, line);
    const isItem = !isResult && holdsItem(line, isFooter);
    // One row may separate the results from the items. Between results a blank row ends them, because a label further
    // down belongs to something else.
    const isNear = row - last <= 2 - (afterResult ? blanks : 0);
    if (isResult ? !line.hasPoints && !isNear : !isItem) continue;
    afterResult = isResult;
    if (isItem) isFooter = false;
    last = row;
    blanks = 0;
  }
  return last;
}

const mayBeResult = (grid: Grid, row: number, columns: RowColumns, { code, label }: Line): boolean =>
  (code?.kind !== 'arabic' || isTotal(label)) &&
  roleOfLine(label) !== null &&
  !isNamedLikeResult(grid, row, columns, { code, label });

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

const headsAnotherTable = (grid: Grid, row: number, { code }: Line, columns: RowColumns): boolean =>
  code === null &&
  !hasNumber(grid, row, [...columns.max, ...columns.scores]) &&
  namesColumns(grid, row) &&
  !statesPart(grid, row, columns);

/** Below the signatures, a row needs both a code and points to be an item. */
const holdsItem = ({ code, hasName, hasPoints }: Line, isFooter: boolean): boolean =>
  isFooter ? code !== null && hasPoints : hasPoints || (code !== null && hasName);

/** Rows that repeat the header after a page break. */
interface HeaderRepeats {
  /** The header row that is repeated at `row`, or null. */
  readonly at: (row: number) => number | null;
}

/**
 * Compares code and name cells; a row without either is compared by its whole text, directly below another repeated
 * row.
 */
function findRepeats(grid: Grid, header: HeaderBlock, columns: RowColumns): HeaderRepeats {
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
    // Headings of code columns are words, so rows with a code are skipped.
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
