/**
 * Points beside the set: headings «Điểm thưởng», «Điểm trừ» and the rules below them, each with what it may come to at
 * most, from the column of maxima or in words.
 */
import { isBlank, textAt, valueAt, type Grid } from '../model/workbook/grid';
import { capIn } from '../model/beside/outside-caps';
import type { ScoringSet, SetLine } from '../model/scoring-set';
import { numbersColumns } from '../model/workbook/column-numbers';
import { scoreReader } from '../read/numbers/parse-score';
import { outsideBy, type Outside } from '../read/words/item-words';
import { roleOfLine, startsFooter } from '../read/words/result-words';
import { fromNumber, fromText, toVietnamese, type Decimal } from '../values/decimal';
import { plainKey, squeeze } from '../values/fold-text';

export const isOutside = ({ kind }: Pick<SetLine, 'kind'>): boolean => kind === 'bonus' || kind === 'penalty';

export interface SetColumns {
  readonly code: number | null;
  readonly name: number;
  readonly max: number;
}

/** Rows that are no item, step or total: points beside the set, and what nobody here understands. */
export interface RestOfSet {
  /** Positions of lines above and below count from `first`. */
  readonly lines: readonly SetLine[];
  readonly unread: ScoringSet['unread'];
}

type Unread = ScoringSet['unread'][number];

interface OutsideRow {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly kind: Outside;
  readonly max: Decimal | null;
  /** Position among the rows; −1 for a heading. */
  readonly head: number;
}

/** Points with their number, or a formula: «thời điểm 31/12» and «người chấm điểm 1» are none. */
const RULE = /\d\s*(?:đ|điểm)(?!\p{L})|(?<!\p{L})(?:trừ|cộng|thưởng)\s+\d|(?<!\p{L})công thức(?!\p{L}).*\d/iu;
const SAYS_BOTH = /diem (cong|thuong).*diem (phat|tru)|diem (phat|tru).*diem (cong|thuong)|thuong.{0,3} phat/;

export function restOfSet(
  grid: Grid,
  body: number,
  columns: SetColumns,
  { known, first }: { readonly known: ReadonlySet<number>; readonly first: number },
): RestOfSet {
  const { name, max } = columns;
  const read = scoreReader(grid, new Map());
  const rows: OutsideRow[] = [];
  const unread: Unread[] = [];
  /** Position of the heading that the rows stand under. */
  let head = -1;
  for (let row = body; row < grid.rowCount; row++) {
    const words = wordsOf(grid, row, columns);
    if (!words) continue;
    const { label, text, kind } = words;
    const isOther = known.has(row) || words.isResult;
    if (isOther || startsFooter(text)) head = -1;
    if (isOther) continue;
    const points = pointsOf(grid, row, max);
    const over = rows[head];
    const line = { row, code: words.code, max: points ?? capOf(label) };
    const hasPoints = [points, read.maximum(row, max)].some((each) => each !== null) || namesPoints(words);
    const namesBoth = SAYS_BOTH.test(plainKey(label)) && !hasPoints;
    if (kind !== null && (namesBoth || !isRuleUnder(over, words))) {
      head = namesBoth ? -1 : rows.length;
      if (!namesBoth) rows.push({ ...line, name: label, kind, head: -1 });
      continue;
    }
    if (isNote(text)) continue;
    if (over && (hasPoints || isListed(words))) rows.push({ ...line, name: bare(label), kind: over.kind, head });
    else if (hasPoints) unread.push({ at: { row, column: name }, text });
  }
  return { lines: rows.map((each, position) => lineOf(each, position, rows, { columns, first })), unread };
}

interface RowWords {
  readonly code: string;
  readonly label: string;
  /** Code and label. */
  readonly text: string;
  readonly kind: Outside | null;
  /** Whether the row is a line of results, and not of bonus or penalty points. */
  readonly isResult: boolean;
}

/** Null for a row without words, and for the row that numbers the columns. */
function wordsOf(grid: Grid, row: number, columns: SetColumns): RowWords | null {
  const code = columns.code === null ? '' : squeeze(textAt(grid, row, columns.code));
  const label = squeeze(textAt(grid, row, columns.name));
  const role = roleOfLine(label);
  const kind = role === 'bonus' || role === 'penalty' ? role : outsideBy(label);
  const text = squeeze(`${code} ${label}`);
  if (text === '' || numbersColumns(grid, row)) return null;
  return { code, label, text, kind, isResult: role !== null && kind === null };
}

const namesPoints = ({ label, code }: RowWords): boolean => RULE.test((label || code).normalize('NFC'));

const hasBullet = (label: string): boolean => /^[-–+•*]/u.test(label);

/** Whether the row is a rule under the heading, and not a heading itself. */
const isRuleUnder = (over: OutsideRow | undefined, { kind, label }: RowWords): boolean =>
  over !== undefined && over.kind === kind && (hasBullet(label) || (isHeading(over.name) && !isHeading(label)));

const isListed = ({ code, label }: RowWords): boolean => code !== '' || hasBullet(label);

const isNote = (text: string): boolean => startsFooter(text) || /^tong (so )?diem /.test(plainKey(text));

/** «Điểm trừ ngoài bộ tiêu chí (tối đa 3 điểm)»: names no case. */
const isHeading = (label: string): boolean =>
  /^(phan )?(tong )?diem (cong|thuong|tru|phat)( [^:\d]{0,30})?$/.test(plainKey(label.replace(/\(.*\)/u, '')).trim());

const bare = (label: string): string => label.replace(/^[-–+•*]\s*/u, '');

function lineOf(
  { row, code, name, kind, max, head }: OutsideRow,
  position: number,
  rows: readonly OutsideRow[],
  { columns, first }: { readonly columns: SetColumns; readonly first: number },
): SetLine {
  const below = rows.flatMap((each, at) => (each.head === position ? [first + at] : []));
  return {
    code: /^[-–+•*]?$/u.test(code) ? '' : code,
    name: hasBullet(name) ? bare(name) : name,
    parent: head < 0 ? -1 : first + head,
    children: below,
    max,
    steps: [],
    scale: null,
    step: null,
    kind,
    evidence: null,
    appraiser: null,
    deadline: null,
    group: null,
    at: { row, column: columns.max },
  };
}

/** Points taken may be written below zero: «-2». */
function pointsOf(grid: Grid, row: number, column: number): Decimal | null {
  if (isBlank(valueAt(grid, row, column))) return null;
  const value = valueAt(grid, row, column);
  if (typeof value === 'number') return fromNumber(Math.abs(value));
  const match = /^[-–−+]?\s*(\d+(?:[.,]\d+)?)\s*(?:đ|điểm)?$/iu.exec(
    squeeze(textAt(grid, row, column).normalize('NFC')),
  );
  return fromText((match?.[1] ?? '').replace(',', '.'));
}

/** «tối đa 2 điểm»; «cộng 1 điểm» once. So much for each case has no end. */
function capOf(label: string): Decimal | null {
  const cap = capIn(label);
  if (cap !== null) return cap;
  const text = label.normalize('NFC');
  const given = [...text.matchAll(/(\d+(?:[.,]\d+)?)\s*điểm(?!\p{L})/giu)];
  const [only, another] = given;
  if (!only || another || /(?<!\p{L})(?:mỗi|cứ|từng|một|01|1)\s+(?!điểm)\p{L}|điểm\s*(?:\/|cho|một|mỗi)/iu.test(text))
    return null;
  return fromText((only[1] ?? '').replace(',', '.'));
}

/** «điểm thưởng tối đa 2, điểm trừ tối đa 3»; "" without them. */
export const outsideSaid = (lines: readonly SetLine[]): string =>
  (['bonus', 'penalty'] as const)
    .flatMap((kind) => {
      const heads = lines.filter((line) => line.kind === kind && line.parent < 0);
      const [only, another] = heads;
      if (!only) return [];
      const most = another || only.max === null ? '' : ` tối đa ${toVietnamese(only.max)}`;
      return [`${kind === 'bonus' ? 'điểm thưởng' : 'điểm trừ'}${most}`];
    })
    .join(', ');
