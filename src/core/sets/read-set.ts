/**
 * Reads a criteria set from a workbook or the appendix of a decision: its table of items with maxima, the option rows
 * below an item («…: 2,5»), and what its other columns lay down.
 */
import { readColumns, type Column } from '../read/blocks/columns';
import { findHeader } from '../read/blocks/header-block';
import { scoreReader } from '../read/numbers/parse-score';
import { buildTree } from '../read/tree/item-tree';
import { sortRows } from '../read/tree/item-rows';
import { isCapitals, namesSurvey } from '../read/words/item-words';
import { roleOfLine, type LineRole } from '../read/words/result-words';
import { codeKey, nameKey } from '../matching/keys';
import { isBlank, mergeAt, textAt, valueAt, type Book, type CellValue, type Grid } from '../model/workbook/grid';
import type { ScoreStep, ScoringSet, SetLine } from '../model/scoring-set';
import { plainKey, squeeze } from '../values/fold-text';
import { restOfSet, type SetColumns } from './outside-lines';
import { arePartsOf, rangeIn, scaleOf, stepIn, stepsIn } from './read-steps';
import { ZERO, sum, toNumber, type Decimal } from '../values/decimal';

/** Null if no sheet has a table with names and maxima. */
export function readScoringSet(book: Book): ScoringSet | null {
  const visible = book.sheets.filter(({ visibility }) => visibility === 'visible');
  const named = visible.filter(({ name }) => /^bo tieu chi/.test(plainKey(name)));
  const sets = (named.length > 0 ? named : visible).flatMap((sheet) => readSheet(sheet.grid()) ?? []);
  const [largest] = [...sets].sort((a, b) => b.lines.length - a.lines.length);
  if (!largest) return null;
  // Areas on sheets of their own form one set; a summary of the set or a copy of it is not part of it.
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
/** Headings without diacritics. */
const HEADINGS: readonly (readonly [Words, RegExp])[] = [
  ['step', /^(buoc|bac) diem/],
  ['evidence', /tai lieu|kiem chung|minh chung|tlkc/],
  ['appraiser', /(co quan|don vi|phong|so|nguoi|bo phan).*(tham dinh|cham|theo doi|phu trach|chu tri)/],
  ['deadline', /thoi (han|gian|diem)/],
  ['group', /khoi|ap dung|doi tuong/],
  ['scale', /(cach|phuong phap|huong dan|muc|thang).*(cham|tinh|diem|danh gia)|muc do|thang diem/],
];

function readSheet(fullGrid: Grid): ScoringSet | null {
  const header = findHeader(fullGrid, (roles) => roles.has('max') && (roles.has('name') || roles.has('code')));
  if (!header) return null;
  const { all, code, name } = readColumns(fullGrid, header);
  const maxColumn = all.find(({ role }) => role === 'max')?.column ?? null;
  if (name === null || maxColumn === null) return null;
  const { grid, optionRows } = withoutOptions(fullGrid, header.body, { code, name, max: maxColumn });
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
    const textOf = (what: Words): string | null => {
      const column = wordsOf.get(what);
      if (column === undefined) return null;
      // A merge that begins further left holds the text of that column.
      const merge = mergeAt(fullGrid, item.row, column);
      return squeeze(textAt(fullGrid, merge?.left === column ? merge.top : item.row, column)) || null;
    };
    const scale = wordsOf.get('scale');
    const below = items[position + 1]?.row ?? Infinity;
    const options = [...optionRows].flatMap(([row, step]) => (row > item.row && row < below ? [step] : []));
    const stepColumn = wordsOf.get('step');
    const inName = stepsInName(textAt(fullGrid, item.row, name), item.max);
    const steps = [
      ...(inName?.steps ?? []),
      ...(options.length > 0 || scale === undefined ? options : stepsIn(textAt(fullGrid, item.row, scale))),
    ];
    return {
      code: item.code,
      name: inName ? squeeze(item.name.normalize('NFC').replace(inName.text, () => '')) : item.name,
      parent: item.parent,
      children: item.children,
      max: item.max,
      steps,
      scale: item.children.length === 0 ? scaleOf(steps, item.max) : null,
      step: stepColumn === undefined ? null : read.maximum(item.row, stepColumn),
      kind: kindOf(item.name),
      evidence: textOf('evidence'),
      appraiser: textOf('appraiser'),
      deadline: textOf('deadline'),
      group: textOf('group'),
      at: { row: item.row, column: maxColumn },
    };
  });
  const known = new Set([...items, ...results.filter(isInside)].map(({ row }) => row));
  const rest = restOfSet(grid, header.body, { code, name, max: maxColumn }, { known, first: lines.length });
  return {
    sheets: [fullGrid.sheet],
    lines: [...lines, ...rest.lines],
    total: total ? read.maximum(total.row, maxColumn) : null,
    unread: rest.unread,
  };
}

const isInside = ({ role }: { readonly role: LineRole }): boolean => role !== 'bonus' && role !== 'penalty';

/** «Kế hoạch» followed in the same cell by «- Đúng hạn: 1 điểm», «- Chậm: 0,5 điểm». */
function stepsInName(
  cell: string,
  max: Decimal | null,
): { readonly text: string; readonly steps: readonly ScoreStep[] } | null {
  const lines = cell.normalize('NFC').trimEnd().split('\n');
  const first = lines.findIndex(
    (_, position) => position > 0 && lines.slice(position).every((line) => stepIn(line) !== null),
  );
  if (first < 0) return null;
  const below = lines.slice(first);
  const steps = below.flatMap((line) => stepIn(line) ?? []);
  // A name may continue in the next line: a single line is a step only with a bullet, and a line that begins with a
  // small letter continues the name.
  const isListed = below.every((line) => /^\s*[-–+•*]/u.test(line));
  const begins = below.length > 1 && !below.some((line) => /^\s*\p{Ll}/u.test(line));
  if ((!isListed && !begins) || arePartsOf(steps, max)) return null;
  return { text: squeeze(below.join(' ')), steps };
}

/**
 * Option rows with their points in the column of maxima: the points run from the whole maximum down, or up to it, which
 * parts cannot.
 */
function pricedOptions(
  grid: Grid,
  item: number,
  { name, max }: SetColumns,
  isUncoded: (row: number) => boolean,
): (readonly [number, ScoreStep])[] {
  const read = scoreReader(grid, new Map());
  const itemMax = read.maximum(item, max);
  if (itemMax === null) return [];
  const rows: (readonly [number, ScoreStep])[] = [];
  for (let row = item + 1; row < grid.rowCount && isUncoded(row); row++) {
    const points = read.maximum(row, max);
    const when = squeeze(textAt(grid, row, name));
    if (points === null || points > itemMax || when === '' || roleOfLine(when) !== null) break;
    if (isCapitals(when) || namesSurvey(when)) break;
    rows.push([row, { when, points, range: rangeIn(when) }]);
  }
  const steps = rows.map(([, step]) => step);
  const area = steps.findIndex(({ points }, position) =>
    steps.some((_, last) => last > position && arePartsOf(steps.slice(position + 1, last + 1), points)),
  );
  const options = area < 0 ? rows : rows.slice(0, area);
  const points = options.map(([, step]) => step.points ?? ZERO);
  const isRun = (order: readonly Decimal[]): boolean =>
    order[0] === itemMax && order.every((each, position) => position === 0 || each <= (order[position - 1] ?? ZERO));
  return new Set(points).size > 1 && (isRun(points) || isRun([...points].reverse())) ? options : [];
}

/**
 * Removes option rows before the tree is built: each belongs to the item above it. If an area or a part states its
 * points in its name, they are moved to the column of maxima.
 */
function withoutOptions(
  grid: Grid,
  body: number,
  places: SetColumns,
): { readonly grid: Grid; readonly optionRows: ReadonlyMap<number, ScoreStep> } {
  const { code, name, max } = places;
  const optionRows = new Map<number, ScoreStep>();
  const items = new Map<number, ScoreStep>();
  const isUncoded = (row: number): boolean =>
    code === null || isBlank(valueAt(grid, row, code)) || /^\s*[-–+•*]\s*$/u.test(textAt(grid, row, code));
  const read = scoreReader(grid, new Map());
  /** The maximum of the item before this row, and the options read so far. */
  let itemMax: Decimal | null = null;
  let below: (readonly [number, ScoreStep])[] = [];
  const closeItem = (): void => {
    if (
      arePartsOf(
        below.map(([, step]) => step),
        itemMax,
      )
    )
      for (const [row, step] of below) items.set(row, step);
    else for (const [row, step] of below) optionRows.set(row, step);
    below = [];
  };
  for (let row = body; row < grid.rowCount; row++) {
    const step = isUncoded(row) && isBlank(valueAt(grid, row, max)) ? stepIn(textAt(grid, row, name)) : null;
    const isArea = step !== null && step.points !== null && isCapitals(step.when);
    if (step && !isArea) below.push([row, step]);
    else if (step) {
      closeItem();
      itemMax = step.points;
      items.set(row, step);
    } else if (!isUncoded(row) || !isBlank(valueAt(grid, row, max))) {
      closeItem();
      itemMax = read.maximum(row, max);
      const priced = code === null || isUncoded(row) ? [] : pricedOptions(grid, row, places, isUncoded);
      for (const [position, each] of priced) optionRows.set(position, each);
    }
  }
  closeItem();
  if (optionRows.size + items.size === 0) return { grid, optionRows };
  const values = Array.from(grid.values, (cells, row): readonly CellValue[] | undefined => {
    const item = items.get(row);
    if (!cells || !item || item.points === null) return optionRows.has(row) ? undefined : cells;
    const stated = [...cells];
    stated[name] = item.when;
    stated[max] = toNumber(item.points);
    return stated;
  });
  return { grid: { ...grid, values }, optionRows };
}

/** Columns with texts, one for each kind: the first heading that matches. */
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

/** Items that may be left out, and the sum of their points: the most that a unit's denominator can decrease. */
export function leftOutOfSet({ lines }: ScoringSet): { readonly items: number; readonly points: Decimal } {
  const may = lines.filter(
    ({ steps, children }) => children.length === 0 && steps.some(({ points }) => points === null),
  );
  return { items: may.length, points: sum(may.flatMap(({ max }) => max ?? [])) };
}
