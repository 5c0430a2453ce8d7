/** Sorts the rows of family C: units, khối headings, the row of maxima, sums over units, repeated headers. */
import type { Address } from '../../values/address';
import { plainKey, squeeze } from '../../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from '../../model/workbook/grid';
import type { ReadFact } from '../../model/score-sheet';
import { parseCode, splitCodeAndName } from '../tree/codes';
import type { Columns } from '../blocks/columns';
import { numbersColumns } from '../../model/workbook/column-numbers';
import { namesColumns, type HeaderBlock } from '../blocks/header-block';
import type { ScoreReader } from '../numbers/parse-score';
import { namesBodies } from '../blocks/identity';
import { holdsNumber } from '../blocks/repeated-header';
import { namesBody } from '../words/unit-names';
import { namesGroup as namesGroupOfUnits, roleOfHeader } from '../words/header-words';
import {
  headsGroup,
  isOrdinal,
  mayHeadGroup,
  namesPart,
  sumsUpBelow,
  sumsUpUnits,
  whatOfGroup,
  type PlacesOfUnits,
} from './group-rows';

export interface UnitRow {
  readonly row: number;
  readonly group: string | null;
}

interface UnitRows {
  readonly units: readonly UnitRow[];
  readonly maxRow: number | null;
  /** The last row of a unit or of a part of it. */
  readonly bottom: number;
  readonly facts: readonly ReadFact[];
}

const MAXIMUM = /^(so )?(tong )?(diem )?(toi da|chuan|quy dinh)( ap dung)?$|^thang diem$/;
const LONGEST_GAP = 20;

export function unitRows(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  scores: readonly number[],
  read: ScoreReader,
): UnitRows {
  const column = columns.unit ?? 0;
  const end = lastUnitRow(grid, header, columns, scores, read);
  const headings = new Set([header.top, header.bottom].map((row) => plainKey(textAt(grid, row, column))));
  const hasOrdinals = countOrdinals(grid, header, columns, end) > 1;
  const table: UnitTable = { grid, columns, scores, read, headings, hasOrdinals };
  const units: UnitRow[] = [];
  const facts: ReadFact[] = [];
  let maxRow: number | null = null;
  let maxKey: string | null = null;
  let isStated = false;
  let group: string | null = null;
  let [groupRow, bottom] = [-1, -1];
  for (let row = header.body; row <= end; row++) {
    const line = lineAt(table, row);
    const kind: LineKind = isCalled(line, maxKey)
      ? 'maxima'
      : kindOf(table, line, maxRow === null && units.length === 0);
    if (kind === 'ignored') continue;
    facts.push(...factsOf(kind, table, { row, column }, line.name));
    if (HOLDS_MAXIMA.has(kind)) {
      const from = kind === 'maxima' && groupRow === row - 1 ? groupRow : row;
      if (maxRow !== null && units.length > 0) facts.push({ kind: 'new-maxima', at: { row: from, column } });
      // A row named as maxima takes precedence over one that only looks like maxima; of two named ones, the first
      // counts.
      if (maxRow === null || isFirstMaxima(kind, units, isStated))
        [maxRow, maxKey, isStated] = [row, line.key, kind === 'maxima'];
    }
    if (kind === 'bare maxima') continue;
    if (HEADS_GROUP.has(kind)) {
      group = headingOf(line);
      groupRow = row;
    }
    group = groupCell(grid, row, columns.group) ?? group;
    if (kind !== 'unit') continue;
    bottom = row;
    if (!hasOrdinals || units.length === 0 || !namesPart(line.code, line.name)) units.push({ row, group });
  }
  return { units, maxRow, bottom, facts };
}

function factsOf(kind: LineKind, { grid, scores, columns, read }: UnitTable, at: Address, name: string): ReadFact[] {
  if (kind === 'repeated header') return [{ kind: 'repeated-header', at }];
  if (kind === 'likely maxima' && !isMaximaByShape(grid, at.row, scores, columns, read))
    return [maybeMaxima(at.row, at.column, name)];
  return kind === 'odd group' ? [whatOfGroup(at.row, at.column, name)] : [];
}

const isFirstMaxima = (kind: LineKind, above: readonly UnitRow[], isStated: boolean): boolean =>
  kind === 'maxima' && above.length === 0 && !isStated;

/** «Xã, phường | Số điểm đạt» where the first header said «Đơn vị | Điểm»: no name and no number stands there. */
function headsAgain({ grid, scores }: UnitTable, row: number, name: string): boolean {
  const isText = (value: unknown): boolean => typeof value === 'string' && value !== '' && !holdsNumber(value);
  if (scores.length === 0 || !scores.every((column) => isText(valueAt(grid, row, column)))) return false;
  return roleOfHeader(name) === 'unit' && namesColumns(grid, row) && !(grid.values[row] ?? []).some(holdsNumber);
}

/** A later row of maxima has the same name as the first one. */
const isCalled = ({ key, code }: UnitLine, maxKey: string | null): boolean =>
  key !== '' && key === maxKey && code === '';

interface UnitTable extends PlacesOfUnits {
  /** Header texts over the names. */
  readonly headings: ReadonlySet<string>;
  readonly hasOrdinals: boolean;
}

interface UnitLine {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  /** The name, or the code if there is no name. */
  readonly label: string;
  readonly key: string;
  readonly isScored: boolean;
}

function lineAt({ grid, columns, scores }: UnitTable, row: number): UnitLine {
  const name = squeeze(textAt(grid, row, columns.unit ?? 0));
  const code = columns.code === null ? '' : squeeze(textAt(grid, row, columns.code));
  const label = name === '' ? code : name;
  const isScored = scores.some((column) => !isBlank(valueAt(grid, row, column)));
  return { row, code, name, label, key: plainKey(label), isScored };
}

type LineKind =
  | 'ignored'
  | 'repeated header'
  | 'maxima'
  | 'bare maxima'
  | 'likely maxima'
  | 'group'
  | 'group with maxima'
  | 'odd group'
  | 'unnamed'
  | 'unit';

const HOLDS_MAXIMA: ReadonlySet<LineKind> = new Set<LineKind>([
  'maxima',
  'bare maxima',
  'likely maxima',
  'group with maxima',
]);

const HEADS_GROUP: ReadonlySet<LineKind> = new Set<LineKind>(['group', 'group with maxima', 'odd group']);

/** «I. KHỐI SỞ» in the code cell. */
const headingOf = ({ name, code }: UnitLine): string => name || (splitCodeAndName(code)?.name ?? code);

/** Returns the first kind that fits. `isFirst`: neither a unit nor maxima are above. */
function kindOf(table: UnitTable, line: UnitLine, isFirst: boolean): LineKind {
  const { grid, columns, scores, read, headings, hasOrdinals } = table;
  const { row, code, name, label, key, isScored } = line;
  const statesMaxima = (slips = 0): boolean => namesMaxima({ grid, scores, columns, read }, row, slips);
  if (key === '') return isFirst && statesMaxima() ? 'bare maxima' : 'ignored';
  if (numbersColumns(grid, row)) return 'ignored';
  if (headings.has(key) || headsAgain(table, row, name)) return 'repeated header';
  if (isMaximumLabel(label, code)) return 'maxima';
  if (sumsUpUnits(key, code, label)) return 'ignored';
  if (!isScored && namesGroup(code, name)) return 'group';
  if (isScored && mayHeadGroup(code, name)) {
    const group = scoredGroup(table, line, () => statesMaxima(1));
    if (group) return group;
  }
  if (name === '') return 'unnamed';
  return hasOrdinals && code === '' && isFirst && statesMaxima() ? 'likely maxima' : 'unit';
}

/** The kind of a heading over units that has numbers of its own; null if it may be a unit. */
function scoredGroup(table: UnitTable, { row, code, name }: UnitLine, statesMaxima: () => boolean): LineKind | null {
  if (sumsUpBelow(table, row)) return 'group';
  if (headsGroup(code, name) && statesMaxima()) return 'group with maxima';
  return !isOrdinal(code) && !namesBody(name) && namesGroupOfUnits(name) ? 'odd group' : null;
}

/** «Điểm tối đa», or any other wording of a heading of maxima; a numbered row is mostly a unit. */
const isMaximumLabel = (text: string, code: string): boolean =>
  MAXIMUM.test(plainKey(text)) || (!isOrdinal(code) && roleOfHeader(text) === 'max');

/** Unlike a unit, the row has no ordinal number, and no unit below has more. */
const maybeMaxima = (row: number, column: number, name: string): ReadFact => ({
  kind: 'undecided-column',
  at: [{ row, column }],
  unit: null,
  question: `Dòng ${String(row + 1)} «${name}» ghi điểm tối đa hay điểm của một đơn vị`,
  choices: [],
  because: 'dòng không có số thứ tự và không đơn vị nào có điểm cao hơn, nhưng tên dòng không nói là điểm tối đa',
});

function countOrdinals(grid: Grid, header: HeaderBlock, columns: Columns, end: number): number {
  if (columns.code === null) return 0;
  let count = 0;
  for (let row = header.body; row <= end; row++) if (isOrdinal(squeeze(textAt(grid, row, columns.code)))) count++;
  return count;
}

/**
 * «10 | 20 | 30» right below the header without a word: the maxima of the columns if no unit below has more, apart from
 * `slips` cells among several units.
 */
function namesMaxima(
  { grid, scores, columns, read }: Pick<UnitTable, 'grid' | 'scores' | 'columns' | 'read'>,
  row: number,
  slips: number,
): boolean {
  const stated = scores.filter((column) => read.maximum(row, column) !== null);
  if (stated.length * 2 <= scores.length || numbersColumns(grid, row)) return false;
  const mosts = stated.map((column) => ({ column, most: read.maximum(row, column) ?? 0 }));
  let [more, units] = [0, 0];
  for (let below = row + 1; below < Math.min(grid.rowCount, row + LONGEST_GAP); below++) {
    const name = squeeze(textAt(grid, below, columns.unit ?? 0));
    const code = columns.code === null ? '' : squeeze(textAt(grid, below, columns.code));
    if (headsGroup(code, name) || isMaximumLabel(name, code)) break;
    const found = mosts.map(({ column, most }) => ({ score: read.score(below, column), most }));
    if (found.some(({ score }) => score.kind === 'points')) units++;
    more += found.filter(({ score, most }) => score.kind === 'points' && score.points > most).length;
  }
  return more === 0 || (more <= slips && units > 1);
}

/** The row is not named like a unit but the rows below are, and one of its numbers exceeds all those below. */
function isMaximaByShape(
  grid: Grid,
  row: number,
  scores: readonly number[],
  { unit }: Columns,
  read: ScoreReader,
): boolean {
  if (namesBody(textAt(grid, row, unit ?? 0)) || !namesBodies(grid, row, unit ?? 0)) return false;
  const below = Array.from(
    { length: Math.min(grid.rowCount - row - 1, LONGEST_GAP) },
    (_, position) => row + 1 + position,
  );
  return scores.some((column) => {
    const most = read.maximum(row, column);
    const found = below.map((each) => read.score(each, column)).filter(({ kind }) => kind === 'points');
    return most !== null && found.length > 1 && found.every((score) => score.kind === 'points' && score.points < most);
  });
}

/** A khối that is written once, at the top of its units, applies until the next one. */
const groupCell = (grid: Grid, row: number, column: number | null): string | null =>
  column === null ? null : squeeze(textAt(grid, row, column)) || null;

/** «I | KHỐI SỞ», «A. Các phường»: a heading over units, not a unit without scores. */
function namesGroup(code: string, name: string): boolean {
  const text = name === '' ? code : name;
  if (isOrdinal(code)) return false;
  const kind = parseCode(code)?.kind;
  return (
    name === '' ||
    kind === 'roman' ||
    kind === 'letter-section' ||
    kind === 'letter' ||
    namesGroupOfUnits(text) ||
    text === text.toLocaleUpperCase('vi')
  );
}

/** The last row with a score, or with an ordinal number and a name; signatures and other tables are further down. */
function lastUnitRow(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  scores: readonly number[],
  read: ScoreReader,
): number {
  let last = header.body - 1;
  let gap = 0;
  for (let row = header.body; row < grid.rowCount && gap <= LONGEST_GAP; row++) {
    const name = textAt(grid, row, columns.unit ?? 0);
    const named = name.trim() !== '';
    gap = named ? 0 : gap + 1;
    if (!named) continue;
    const code = columns.code === null ? '' : squeeze(textAt(grid, row, columns.code));
    if (isOrdinal(code) || scores.some((column) => mayBeScore(grid, row, column, read))) last = row;
    else if (
      row > last + 1 &&
      namesColumns(grid, row) &&
      plainKey(name) !== plainKey(textAt(grid, header.top, columns.unit ?? 0))
    )
      break;
  }
  return last;
}

/** «CHỦ TỊCH» below the table is not a score. */
function mayBeScore(grid: Grid, row: number, column: number, read: ScoreReader): boolean {
  if (isBlank(valueAt(grid, row, column))) return false;
  const score = read.score(row, column);
  return !(score.kind === 'damaged' && score.problem === 'number');
}
