/**
 * Columns of numbers that test a tree: in each of them a parent is the sum of its parts. If codes do not settle the
 * parents, these columns do.
 */
import { ZERO, roughSum, type Decimal } from '../../values/decimal';
import type { ScoreReader } from '../numbers/parse-score';
import type { DraftTree } from './draft-tree';
import type { ResultRow, ItemRow } from './item-rows';
import { isBareArea } from './item-levels';

export interface SumColumn {
  /** Null if the row has no number. */
  readonly at: (row: number) => Decimal | null;
  /** The total that the sheet states, or null. */
  readonly total: Decimal | null;
}

/** A few columns prove as much as a thousand. */
const MOST = 6;

/** The column of maxima, and the points of the first units. Items that do not apply count as zero. */
export function sumColumnsOf(
  results: readonly ResultRow[],
  maxima: readonly number[],
  scores: readonly number[],
  read: ScoreReader,
): SumColumn[] {
  const totalRow = results.findLast(({ role }) => role === 'total')?.row;
  const totalOf = (column: number): Decimal | null =>
    totalRow === undefined ? null : read.result(totalRow, column).value;
  return [
    ...maxima.slice(0, 1).map((column) => ({ at: (row: number) => read.maximum(row, column), total: totalOf(column) })),
    ...scores.slice(0, MOST).map((column) => ({
      at: (row: number) => {
        const score = read.score(row, column);
        return score.kind === 'points' ? score.points : score.kind === 'notApplicable' ? ZERO : null;
      },
      total: totalOf(column),
    })),
  ];
}

/** Number of sums that hold and of sums that do not. */
export interface Tried {
  readonly right: number;
  readonly wrong: number;
}

export const worthOf = ({ right, wrong }: Tried): number => right - wrong;

export function trySums({ drafts, isItem }: DraftTree, witnesses: readonly SumColumn[]): Tried {
  let [right, wrong] = [0, 0];
  const roots = drafts.flatMap(({ parent }, position) => (parent < 0 && isItem[position] === true ? [position] : []));
  for (const { at: valueOf, total } of witnesses) {
    const values = drafts.map(({ row }) => valueOf(row.row));
    const compare = (stated: Decimal | null, parts: readonly number[]): void => {
      const below = parts.map((part) => values[part] ?? null);
      if (stated === null || parts.length === 0 || below.includes(null)) return;
      if (below.reduce<Decimal>((sum, each) => roughSum(sum, each ?? ZERO), ZERO) === stated) right++;
      else wrong++;
    };
    drafts.forEach(({ children }, position) => {
      if (isItem[position] === true)
        compare(
          values[position] ?? null,
          children.filter((child) => isItem[child] === true),
        );
    });
    compare(total, roots);
  }
  return { right, wrong };
}

/** A row with its parts: the first row after them, and where each part begins. */
interface Span {
  readonly next: number;
  readonly parts: readonly Part[];
}

interface Part {
  readonly position: number;
  readonly span: Span;
}

/** Longer segments, or more combinations, are left to the codes. */
const LONGEST = 120;
const MOST_STEPS = 20_000;

/**
 * Codes that are numbered through the whole table do not show the levels: between two headings, finds the split in
 * which every parent is the sum of its parts (FIELD.md §9). Returns null if this settles no segment.
 */
export function parentsBySums(
  rows: readonly ItemRow[],
  byCode: readonly number[],
  witnesses: readonly SumColumn[],
): number[] | null {
  const parents = [...byCode];
  const open: { readonly from: number; readonly to: number }[] = [];
  const roles: Roles = { parents: new Map(), parts: new Map() };
  let isDecided = false;
  for (const { head, from, to } of segmentsOf(rows)) {
    const found = splitOf(rows, head, from, to, witnesses);
    if (found === null) open.push({ from, to });
    else {
      place(parents, found, head);
      isDecided ||= found.some(({ span }) => span.parts.length > 0);
      count(rows, found, roles);
    }
  }
  for (const { from, to } of open) placeByCodes(rows, parents, from, to, roles);
  return isDecided ? parents : null;
}

/**
 * Rows without levels that fall into a row and its parts, another row and its parts … to the end, in every column:
 * parents by position, or null. «Points» differ from the maxima in two of the sums, else they prove nothing.
 */
export function hiddenParents(
  columns: readonly (readonly (number | null)[])[],
): { readonly parents: readonly number[]; readonly isProven: boolean } | null {
  const [max, ...points] = columns;
  const parents: number[] = [];
  let [proven, heads] = [0, 0];
  const isSum = (head: number, next: number): boolean =>
    columns.every(
      (column) => column.slice(head + 1, next).reduce<number>((sum, each) => sum + (each ?? NaN), 0) === column[head],
    );
  for (let head = 0; max && head < max.length; head = parents.length) {
    let next = head + 3;
    while (next <= max.length && !isSum(head, next)) next++;
    if (next > max.length) return null;
    heads++;
    if (points.some((column) => column[head] !== max[head])) proven++;
    parents.push(-1, ...Array<number>(next - head - 1).fill(head));
  }
  return heads > 1 ? { parents, isProven: proven > 1 } : null;
}

interface Segment {
  /** The heading above it, or −1. */
  readonly head: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Rows of single numbers, letters and lines between two headings. Codes of several numbers show their level themselves.
 */
function segmentsOf(rows: readonly ItemRow[]): Segment[] {
  const isHead = rows.map(
    (row, position) =>
      row.code?.kind === 'roman' || row.code?.kind === 'letter-section' || isBareArea(row, rows[position + 1]),
  );
  const segments: Segment[] = [];
  let from = 0;
  for (let to = 0; to <= rows.length; to++) {
    if (to < rows.length && isHead[to] !== true) continue;
    const segmentRows = rows.slice(from, to);
    const isPlain = segmentRows.every(
      (row) => !(row.code?.kind === 'arabic' && row.code.parts.length > 1) && !row.opensArea,
    );
    if (to > from && to - from <= LONGEST && isPlain) segments.push({ head: from - 1, from, to });
    from = to + 1;
  }
  return segments;
}

function splitOf(
  rows: readonly ItemRow[],
  head: number,
  from: number,
  to: number,
  witnesses: readonly SumColumn[],
): readonly Part[] | null {
  const columns = witnesses.flatMap(({ at, total }) => {
    const segmentTotal = head < 0 ? total : at(rows[head]?.row ?? -1);
    const rowValues = rows.slice(from, to).map(({ row }) => at(row));
    return segmentTotal === null || rowValues.includes(null)
      ? []
      : [{ segmentTotal, rowValues: rowValues as Decimal[] }];
  });
  if (columns.length === 0) return null;
  const valueOf = (position: number): readonly number[] =>
    columns.map(({ rowValues }) => rowValues[position - from] ?? 0);
  const classes = rows.map(classOf);
  const spans: Span[][] = [];
  let steps = 0;
  const waysTo = (first: number, target: readonly number[], keep: (parts: readonly Part[]) => boolean): void => {
    const open: { position: number; sum: readonly number[]; parts: readonly Part[] }[] = [
      { position: first, sum: target.map(() => 0), parts: [] },
    ];
    for (let state = open.pop(); state && steps < MOST_STEPS; state = open.pop()) {
      const { position, sum, parts } = state;
      steps++;
      if (parts.length > 0 && sum.every((each, column) => each === target[column]) && !keep(parts)) return;
      if (position >= to) continue;
      const value = valueOf(position);
      const next = sum.map((each, column) => each + (value[column] ?? 0));
      if (next.some((each, column) => each > (target[column] ?? 0))) continue;
      for (const span of spans[position] ?? [])
        open.push({ position: span.next, sum: next, parts: [...parts, { position, span }] });
    }
  };
  for (let position = to - 1; position >= from; position--) {
    const rowSpans: Span[] = [{ next: position + 1, parts: [] }];
    waysTo(position + 1, valueOf(position), (parts) => {
      const next = parts.at(-1)?.span.next ?? position + 1;
      const isAlone = parts.length === 1 && classes[position] === classes[position + 1];
      if (!isAlone && !rowSpans.some((span) => span.next === next)) rowSpans.push({ next, parts });
      return true;
    });
    spans[position] = rowSpans;
  }
  let best: readonly Part[] | null = null;
  let least = Infinity;
  waysTo(
    from,
    columns.map(({ segmentTotal }) => segmentTotal),
    (parts) => {
      if (parts.at(-1)?.span.next !== to) return true;
      const odd = inconsistencyOf(parts, classes);
      if (odd < least) [best, least] = [parts, odd];
      return true;
    },
  );
  return steps >= MOST_STEPS ? null : best;
}

/** The form of a code; rows of one kind have codes of the same form. */
const classOf = ({ code, bullet, statedCode }: ItemRow): string =>
  code === null ? `line ${bullet}` : `${code.kind} ${/[^\p{L}\p{N}]$/u.exec(statedCode)?.[0] ?? ''}`;

/**
 * Counts rows that are parents while most rows of the same form are not, or the reverse; then the number of parents.
 */
function inconsistencyOf(parts: readonly Part[], classes: readonly string[]): number {
  const sides = new Map<string, [number, number]>();
  let parents = 0;
  for (const { position, span } of below(parts)) {
    const counts = sides.get(classes[position] ?? '') ?? [0, 0];
    counts[span.parts.length > 0 ? 0 : 1]++;
    if (span.parts.length > 0) parents++;
    sides.set(classes[position] ?? '', counts);
  }
  return [...sides.values()].reduce((sum, pair) => sum + Math.min(...pair), 0) + parents / 1000;
}

const below = (parts: readonly Part[]): Part[] => parts.flatMap((part) => [part, ...below(part.span.parts)]);

function place(parents: number[], parts: readonly Part[], parent: number): void {
  for (const { position, span } of parts) {
    parents[position] = parent;
    place(parents, span.parts, position);
  }
}

/** How often codes of each form are parents, and how often parts. */
interface Roles {
  readonly parents: Map<string, number>;
  readonly parts: Map<string, number>;
}

function count(rows: readonly ItemRow[], parts: readonly Part[], roles: Roles): void {
  for (const { position, span } of below(parts)) {
    const side = span.parts.length > 0 ? roles.parents : roles.parts;
    const row = rows[position];
    if (row) side.set(classOf(row), (side.get(classOf(row)) ?? 0) + 1);
  }
}

/** A mistyped number prevents any split: codes with the form of parents elsewhere are parents here. */
function placeByCodes(rows: readonly ItemRow[], parents: number[], from: number, to: number, roles: Roles): void {
  let last: number | null = null;
  for (let position = from; position < to; position++) {
    const row = rows[position];
    const rowClass = row ? classOf(row) : '';
    const isParent = (roles.parents.get(rowClass) ?? 0) > (roles.parts.get(rowClass) ?? 0);
    parents[position] = isParent || last === null ? from - 1 : last;
    if (isParent) last = position;
  }
}
