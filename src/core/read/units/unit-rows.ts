/** Rows of family C, sorted out one by one: units, khối headings, the row of maxima, sums over units, repeated headers. */
import { plainKey, squeeze } from '../../values/fold-text';
import { isBlank, textAt, valueAt, type Grid } from '../../model/grid';
import type { ReadFact } from '../../model/score-sheet';
import { parseCode, splitCodeAndName } from '../tree/codes';
import type { Columns } from '../blocks/columns';
import { namesColumns, numbersColumns, type HeaderBlock } from '../blocks/header-block';
import type { ScoreReader } from '../numbers/parse-score';
import { startsFooter } from '../words/result-words';

export interface UnitRow {
  readonly row: number;
  readonly group: string | null;
}

export interface UnitRows {
  readonly units: readonly UnitRow[];
  readonly maxRow: number | null;
  readonly facts: readonly ReadFact[];
}

const SUMMARY =
  /^((tong|cong)( so| cong| diem)?|trung binh|binh quan|(diem )?(cao|thap) nhat|diem (trung binh|binh quan))($|[:(]| (chung|cua|cac|khoi|toan|don vi|\d)|\d)/;
const MAXIMUM = /^(so )?(tong )?(diem )?(toi da|chuan|quy dinh)( ap dung)?$|^thang diem$/;
const LONGEST_GAP = 20;

export function unitRows(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  scores: readonly number[],
  read: ScoreReader,
): UnitRows {
  const units: UnitRow[] = [];
  const facts: ReadFact[] = [];
  const unitColumn = columns.unit ?? 0;
  const headings = new Set(
    [header.top, header.bottom].map((row) => plainKey(textAt(grid, row, unitColumn))).filter((key) => key !== ''),
  );
  let maxRow: number | null = null;
  let group: string | null = null;
  const end = lastUnitRow(grid, header, columns, scores, read);
  for (let row = header.body; row <= end; row++) {
    const name = squeeze(textAt(grid, row, unitColumn));
    const code = columns.code === null ? '' : squeeze(textAt(grid, row, columns.code));
    const scored = scores.some((column) => !isBlank(valueAt(grid, row, column)));
    const key = plainKey(name === '' ? code : name);
    if (key === '' && maxRow === null && units.length === 0 && namesMaxima(grid, row, scores, read)) maxRow = row;
    if (key === '' || numbersColumns(grid, row)) continue;
    if (headings.has(key)) facts.push({ kind: 'repeated-header', at: { row, column: unitColumn } });
    else if (MAXIMUM.test(key)) maxRow ??= row;
    else if (!isOrdinal(code) && (SUMMARY.test(key) || startsFooter(key))) continue;
    else if (!scored && namesGroup(code, name)) group = name === '' ? (splitCodeAndName(code)?.name ?? code) : name;
    else if (name !== '')
      units.push({ row, group: columns.group === null ? group : (groupCell(grid, row, columns.group) ?? group) });
    if (columns.group !== null) group = groupCell(grid, row, columns.group) ?? group;
  }
  return { units, maxRow, facts };
}

/** «10 | 20 | 30» right below the header without a word: what the columns are out of, when nobody below has more. */
function namesMaxima(grid: Grid, row: number, scores: readonly number[], read: ScoreReader): boolean {
  const stated = scores.filter((column) => read.maximum(row, column) !== null);
  const isMost = (column: number): boolean => {
    const most = read.maximum(row, column) ?? 0;
    for (let below = row + 1; below < Math.min(grid.rowCount, row + LONGEST_GAP); below++) {
      const score = read.score(below, column);
      if (score.kind === 'points' && score.points > most) return false;
    }
    return true;
  };
  return stated.length * 2 > scores.length && !numbersColumns(grid, row) && stated.every(isMost);
}

const isOrdinal = (code: string): boolean => /^\d+\.?$/.test(code);

/** A khối that is written once, at the top of its units, holds until the next one. */
const groupCell = (grid: Grid, row: number, column: number): string | null =>
  squeeze(textAt(grid, row, column)) || null;

/** «I | KHỐI SỞ», «A. Các phường»: a heading over units, not a unit that has no scores yet. */
function namesGroup(code: string, name: string): boolean {
  const text = name === '' ? code : name;
  if (isOrdinal(code)) return false;
  const kind = parseCode(code)?.kind;
  return (
    name === '' ||
    kind === 'roman' ||
    kind === 'letter-section' ||
    kind === 'letter' ||
    /^(khoi|nhom|cac|cum) /.test(plainKey(text)) ||
    text === text.toLocaleUpperCase('vi')
  );
}

/** The last row with a score, or with an ordinal number and a name; signatures and other tables stand lower. */
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
    if (isOrdinal(code) || scores.some((column) => saysScore(grid, row, column, read))) last = row;
    else if (
      row > last + 1 &&
      namesColumns(grid, row) &&
      plainKey(name) !== plainKey(textAt(grid, header.top, columns.unit ?? 0))
    )
      break;
  }
  return last;
}

/** «CHỦ TỊCH» below the table is no score. */
function saysScore(grid: Grid, row: number, column: number, read: ScoreReader): boolean {
  if (isBlank(valueAt(grid, row, column))) return false;
  const score = read.score(row, column);
  return !(score.kind === 'damaged' && score.problem === 'number');
}
