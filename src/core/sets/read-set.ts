/**
 * A criteria set out of a workbook, or the appendix of a decision: its table of items with maxima, the option rows
 * below an item («…: 2,5»), and what its other columns lay down.
 */
import { readColumns, type Column } from '../read/blocks/columns';
import { findHeader } from '../read/blocks/header-block';
import { scoreReader } from '../read/numbers/parse-score';
import { buildTree } from '../read/tree/item-tree';
import { sortRows } from '../read/tree/item-rows';
import { numbersColumns } from '../read/blocks/column-numbers';
import { roleOfLine } from '../read/words/result-words';
import { codeKey, nameKey } from '../matching/keys';
import { isBlank, mergeAt, textAt, valueAt, type Book, type CellValue, type Grid } from '../model/grid';
import type { ScoreStep, ScoringSet, SetLine } from '../model/scoring-set';
import { plainKey, squeeze } from '../values/fold-text';
import { rangeIn, stepIn, stepsIn } from './read-steps';
import { ZERO, sum, type Decimal } from '../values/decimal';

/** Null where no sheet has a table with names and maxima. */
export function readScoringSet(book: Book): ScoringSet | null {
  const visible = book.sheets.filter(({ visibility }) => visibility === 'visible');
  const named = visible.filter(({ name }) => /^bo tieu chi/.test(plainKey(name)));
  const sets = (named.length > 0 ? named : visible).flatMap((sheet) => readSheet(sheet.grid()) ?? []);
  const [largest] = [...sets].sort((a, b) => b.lines.length - a.lines.length);
  if (!largest) return null;
  // Areas on sheets of their own are one set; a summary beside the whole, or a copy, is not.
  const known = new Set(largest.lines.map(keyOf));
  const parts = sets.filter((set) => set === largest || set.lines.every((line) => !known.has(keyOf(line))));
  return parts.length === 1 ? largest : joined(parts);
}

const keyOf = ({ code, name }: SetLine): string => `${codeKey(code)}\n${nameKey(name)}`;

function joined(parts: readonly ScoringSet[]): ScoringSet {
  const lines: SetLine[] = [];
  for (const part of parts) {
    const first = lines.length;
    const moved = (position: number): number => (position < 0 ? position : position + first);
    lines.push(
      ...part.lines.map((line) => ({ ...line, parent: moved(line.parent), children: line.children.map(moved) })),
    );
  }
  return {
    sheets: parts.flatMap(({ sheets }) => sheets),
    lines,
    total: null,
    unread: parts.flatMap(({ unread }) => unread),
  };
}

type Words = 'evidence' | 'appraiser' | 'deadline' | 'group' | 'scale' | 'step';
/** Headings without marks. */
const HEADINGS: readonly (readonly [Words, RegExp])[] = [
  ['step', /^(buoc|bac) diem/],
  ['evidence', /tai lieu|kiem chung|minh chung|tlkc/],
  ['appraiser', /(co quan|don vi|phong|so|nguoi|bo phan).*(tham dinh|cham|theo doi|phu trach|chu tri)/],
  ['deadline', /thoi (han|gian|diem)/],
  ['group', /khoi|ap dung|doi tuong/],
  ['scale', /(cach|phuong phap|huong dan|muc|thang).*(cham|tinh|diem|danh gia)|muc do|thang diem/],
];

function readSheet(whole: Grid): ScoringSet | null {
  const header = findHeader(whole, (roles) => roles.has('max') && (roles.has('name') || roles.has('code')));
  if (!header) return null;
  const { all, code, name } = readColumns(whole, header);
  const maxColumn = all.find(({ role }) => role === 'max')?.column ?? null;
  if (name === null || maxColumn === null) return null;
  const { grid, optionRows } = withoutOptions(whole, header.body, { code, name, max: maxColumn });
  const read = scoreReader(grid, new Map());
  const maxOf = (row: number) => {
    const value = read.maximum(row, maxColumn);
    return value === null ? null : { value, at: { row, column: maxColumn } };
  };
  const { items: rows, results } = sortRows(grid, header, { code, name, max: [maxColumn], scores: [] });
  const { items } = buildTree(rows, maxOf, code ?? name, []);
  if (items.every(({ max }) => max === null)) return null;
  const wordsOf = wordColumns(all, new Set([code, name, maxColumn]));
  const total = results.find(({ role }) => role === 'total');
  const lines = items.map((item, position): SetLine => {
    const said = (what: Words): string | null => {
      const column = wordsOf.get(what);
      if (column === undefined) return null;
      const merge = mergeAt(whole, item.row, column);
      return squeeze(textAt(whole, merge?.top ?? item.row, merge?.left ?? column)) || null;
    };
    const scale = wordsOf.get('scale');
    const below = items[position + 1]?.row ?? Infinity;
    const options = [...optionRows].flatMap(([row, step]) => (row > item.row && row < below ? [step] : []));
    const stepColumn = wordsOf.get('step');
    const inName = stepsInName(textAt(whole, item.row, name));
    return {
      code: item.code,
      name: inName ? squeeze(item.name.slice(0, -inName.text.length)) : item.name,
      parent: item.parent,
      children: item.children,
      max: item.max,
      steps: [
        ...(inName?.steps ?? []),
        ...(options.length > 0 || scale === undefined ? options : stepsIn(textAt(whole, item.row, scale))),
      ],
      step: stepColumn === undefined ? null : read.maximum(item.row, stepColumn),
      kind: kindOf(item.name),
      evidence: said('evidence'),
      appraiser: said('appraiser'),
      deadline: said('deadline'),
      group: said('group'),
      at: { row: item.row, column: maxColumn },
    };
  });
  const known = new Set([...items, ...results].map(({ row }) => row));
  return {
    sheets: [whole.sheet],
    lines,
    total: total ? read.maximum(total.row, maxColumn) : null,
    unread: unreadRows(grid, header.body, { code, name, max: maxColumn }, known),
  };
}

/** «Kế hoạch» and, in the same cell below it, «- Đúng hạn: 1 điểm», «- Chậm: 0,5 điểm». */
function stepsInName(cell: string): { readonly text: string; readonly steps: readonly ScoreStep[] } | null {
  const lines = cell.split('\n');
  const first = lines.findIndex((_, at) => at > 0 && lines.slice(at).every((line) => stepIn(line) !== null));
  if (first < 0) return null;
  return {
    text: squeeze(lines.slice(first).join(' ')),
    steps: lines.slice(first).flatMap((line) => stepIn(line) ?? []),
  };
}

/** Points below the total, or a rule in words that nobody here understands: told, so that nothing is lost unseen. */
function unreadRows(
  grid: Grid,
  body: number,
  { code, name, max }: Places,
  known: ReadonlySet<number>,
): ScoringSet['unread'] {
  const read = scoreReader(grid, new Map());
  return Array.from({ length: Math.max(0, grid.rowCount - body) }, (_, at) => body + at).flatMap((row) => {
    const text = squeeze([code, name].map((column) => (column === null ? '' : textAt(grid, row, column))).join(' '));
    const role = roleOfLine(squeeze(textAt(grid, row, name)));
    if (known.has(row) || text === '' || (role !== null && role !== 'bonus' && role !== 'penalty')) return [];
    if (numbersColumns(grid, row)) return [];
    const saysPoints = read.maximum(row, max) !== null || (/\d/.test(text) && RULE.test(plainKey(text)));
    return saysPoints ? [{ at: { row, column: name }, text }] : [];
  });
}
const RULE = /\b(diem|tru|cong thuc)\b/;

interface Places {
  readonly code: number | null;
  readonly name: number;
  readonly max: number;
}

/** Option rows are taken out before the tree is built: each belongs to the item above it. */
function withoutOptions(
  grid: Grid,
  body: number,
  { code, name, max }: Places,
): { readonly grid: Grid; readonly optionRows: ReadonlyMap<number, ScoreStep> } {
  const optionRows = new Map<number, ScoreStep>();
  const isUncoded = (row: number): boolean => code === null || isBlank(valueAt(grid, row, code));
  const read = scoreReader(grid, new Map());
  /** Points of options in the column of maxima: from the whole maximum down, which parts could not be. */
  const pricedOptions = (item: number): (readonly [number, ScoreStep])[] => {
    const priced: (readonly [number, ScoreStep])[] = [];
    for (let row = item + 1; row < grid.rowCount && isUncoded(row); row++) {
      const points = read.maximum(row, max);
      const when = squeeze(textAt(grid, row, name));
      if (points === null || when === '' || roleOfLine(when) !== null) break;
      priced.push([row, { when, points, range: rangeIn(when) }]);
    }
    const points = priced.map(([, step]) => step.points ?? ZERO);
    const isDown = points.every((each, at) => at === 0 || each < (points[at - 1] ?? ZERO));
    return code !== null && points.length > 1 && isDown && points[0] === read.maximum(item, max) ? priced : [];
  };
  for (let row = body; row < grid.rowCount; row++) {
    const step = isUncoded(row) && isBlank(valueAt(grid, row, max)) ? stepIn(textAt(grid, row, name)) : null;
    if (step) optionRows.set(row, step);
    for (const [at, each] of isUncoded(row) ? [] : pricedOptions(row)) optionRows.set(at, each);
  }
  if (optionRows.size === 0) return { grid, optionRows };
  const values = Array.from(grid.values, (cells, row): readonly CellValue[] | undefined =>
    optionRows.has(row) ? undefined : cells,
  );
  return { grid: { ...grid, values }, optionRows };
}

/** Columns that say something in words, each once: the first heading of a kind. */
function wordColumns(all: readonly Column[], taken: ReadonlySet<number | null>): ReadonlyMap<Words, number> {
  const found = new Map<Words, number>();
  for (const { column, path } of all) {
    if (taken.has(column)) continue;
    const heading = plainKey(path.join(' '));
    const what = HEADINGS.find(([, pattern]) => pattern.test(heading))?.[0];
    if (what !== undefined && !found.has(what)) found.set(what, column);
  }
  return found;
}

function kindOf(name: string): SetLine['kind'] {
  const key = plainKey(name);
  if (/dieu tra xa hoi hoc|sipas|muc do hai long|chi so hai long/.test(key)) return 'survey';
  if (/^(?:\W*)diem (thuong|cong)\b/.test(key)) return 'bonus';
  return /^(?:\W*)diem (tru|phat)\b/.test(key) ? 'penalty' : 'scored';
}

/** Items that may be left out, and their points together: what a unit's denominator can fall by. */
export function leftOutOfSet({ lines }: ScoringSet): { readonly items: number; readonly points: Decimal } {
  const may = lines.filter(
    ({ steps, children }) => children.length === 0 && steps.some(({ points }) => points === null),
  );
  return { items: may.length, points: sum(may.flatMap(({ max }) => max ?? [])) };
}
