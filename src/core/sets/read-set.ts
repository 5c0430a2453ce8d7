/**
 * A criteria set out of a workbook, or the appendix of a decision: its table of items with maxima, the option rows
 * below an item («…: 2,5»), and what its other columns lay down; and its faults by itself: sums, codes, and steps that
 * do not fit their maximum.
 */
import { readColumns, type Column } from '../read/blocks/columns';
import { findHeader } from '../read/blocks/header-block';
import { scoreReader } from '../read/numbers/parse-score';
import { buildTree } from '../read/tree/item-tree';
import { sortRows } from '../read/tree/item-rows';
import { codeKey, nameKey } from '../matching/keys';
import { isBlank, textAt, valueAt, type Book, type CellValue, type Grid } from '../model/grid';
import type { ScoreStep, ScoringSet, SetLine, SetFault } from '../model/scoring-set';
import { plainKey, squeeze } from '../values/fold-text';
import { stepIn, stepsIn, isWithin } from './read-steps';
import { sum, toVietnamese, type Decimal } from '../values/decimal';
import { groupsOf } from '../values/group';

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
  return { sheets: parts.flatMap(({ sheets }) => sheets), lines, total: null };
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
      return column === undefined ? null : squeeze(textAt(whole, item.row, column)) || null;
    };
    const scale = wordsOf.get('scale');
    const below = items[position + 1]?.row ?? Infinity;
    const options = [...optionRows].flatMap(([row, step]) => (row > item.row && row < below ? [step] : []));
    const stepColumn = wordsOf.get('step');
    return {
      code: item.code,
      name: item.name,
      parent: item.parent,
      children: item.children,
      max: item.max,
      steps: options.length > 0 || scale === undefined ? options : stepsIn(textAt(whole, item.row, scale)),
      step: stepColumn === undefined ? null : read.maximum(item.row, stepColumn),
      kind: kindOf(item.name),
      evidence: said('evidence'),
      appraiser: said('appraiser'),
      deadline: said('deadline'),
      group: said('group'),
      at: { row: item.row, column: maxColumn },
    };
  });
  return { sheets: [whole.sheet], lines, total: total ? read.maximum(total.row, maxColumn) : null };
}

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
  for (let row = body; row < grid.rowCount; row++) {
    const isUncoded = code === null || isBlank(valueAt(grid, row, code));
    const step = isUncoded && isBlank(valueAt(grid, row, max)) ? stepIn(textAt(grid, row, name)) : null;
    if (step) optionRows.set(row, step);
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

export function checkSet({ lines, total }: ScoringSet): SetFault[] {
  return [
    ...lines.flatMap((line) => [...maximumFaults(line, lines), ...stepFaults(line), ...codeFaults(line, lines)]),
    ...totalFaults(lines, total),
  ];
}

/** «1.2 Báo cáo định kỳ»; long names are cut. */
const titleOfLine = ({ code, name }: SetLine): string => {
  const whole = [code, name].filter((part) => part !== '').join(' ');
  return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST - 1).trimEnd()}…`;
};
const LONGEST = 80;

const shown = (points: Decimal): string => toVietnamese(points);
/** Outside the sums: points beside the set. */
const isOutside = ({ kind }: SetLine): boolean => kind === 'bonus' || kind === 'penalty';

function maximumFaults(line: SetLine, lines: readonly SetLine[]): SetFault[] {
  const { max, children } = line;
  const below = children.flatMap((child) => lines[child] ?? []).filter((each) => !isOutside(each));
  if (max === null)
    return below.length > 0 || isOutside(line)
      ? []
      : [{ kind: 'no-maximum', line, message: `«${titleOfLine(line)}» chưa ghi điểm tối đa.` }];
  const parts = below.map((each) => each.max);
  if (parts.length === 0 || !parts.every((part) => part !== null)) return [];
  const added = sum(parts);
  const message = `«${titleOfLine(line)}» ghi tối đa ${shown(max)} điểm, các mục con cộng lại ${shown(added)} điểm.`;
  return added === max ? [] : [{ kind: 'sum', line, message }];
}

function totalFaults(lines: readonly SetLine[], total: Decimal | null): SetFault[] {
  const areas = lines.filter((line) => line.parent < 0 && !isOutside(line)).map(({ max }) => max);
  if (total === null || areas.length === 0 || !areas.every((max) => max !== null)) return [];
  const added = sum(areas);
  const message = `Tổng cộng ghi ${shown(total)} điểm, các lĩnh vực cộng lại ${shown(added)} điểm.`;
  return added === total ? [] : [{ kind: 'total', line: null, message }];
}

function stepFaults(line: SetLine): SetFault[] {
  const { max, steps } = line;
  const points = steps.flatMap((step) => step.points ?? []);
  // Steps of a criterion with parts say how the parts come about.
  if (max === null || points.length === 0 || line.children.length > 0) return [];
  const best = points.reduce((most, each) => (each > most ? each : most));
  const title = `«${titleOfLine(line)}»`;
  if (best > max)
    return [
      {
        kind: 'above-maximum',
        line,
        message: `${title}: có mức cho ${shown(best)} điểm, cao hơn điểm tối đa ${shown(max)}.`,
      },
    ];
  const short: SetFault[] =
    best < max
      ? [
          {
            kind: 'best-step',
            line,
            message: `${title}: điểm tối đa ${shown(max)} nhưng mức cao nhất chỉ cho ${shown(best)} điểm.`,
          },
        ]
      : [];
  return [...short, ...scaleFaults(line)];
}

/** Rates that no step speaks of, or two: looked at on every bound, and between each two of them. */
function scaleFaults(line: SetLine): SetFault[] {
  const scale = line.steps.filter(({ range }) => range !== null);
  if (scale.length < 2 || scale.length < line.steps.filter(({ points }) => points !== null).length) return [];
  const bounds = [...new Set(scale.flatMap(({ range }) => [range?.from?.value, range?.to?.value]))]
    .filter((value) => value !== undefined)
    .sort((a, b) => a - b);
  const looked = bounds.flatMap((value, at) => {
    const next = bounds[at + 1];
    return next === undefined ? [value] : [value, Math.trunc((value + next) / 2) as Decimal];
  });
  const speaking = (rate: Decimal): readonly ScoreStep[] =>
    scale.filter(({ range }) => range !== null && isWithin(range, rate));
  const bare = looked.find((rate) => speaking(rate).length === 0);
  const twice = looked.find((rate) => new Set(speaking(rate).map(({ points }) => points)).size > 1);
  const title = `«${titleOfLine(line)}»`;
  // Written from the best step down, «≥ 90» stands for «from 90 to below the step above it».
  const isLadder = scale.every(({ range }) => range?.to === null) || scale.every(({ range }) => range?.from === null);
  return [
    ...(bare === undefined
      ? []
      : [{ kind: 'gap' as const, line, message: `${title}: không mức nào nói tới ${shown(bare)}%.` }]),
    ...(twice === undefined || isLadder
      ? []
      : [{ kind: 'overlap' as const, line, message: `${title}: hai mức cùng nói tới ${shown(twice)}%.` }]),
  ];
}

function codeFaults(line: SetLine, lines: readonly SetLine[]): SetFault[] {
  const { code, parent } = line;
  const siblings = groupsOf(
    lines.filter((each) => each.parent === parent && each.code !== ''),
    (each) => codeKey(each.code),
  ).get(codeKey(code));
  const [first, ...others] = siblings ?? [];
  if (code !== '' && first && first !== line && others.includes(line))
    return [
      {
        kind: 'same-code',
        line,
        message: `Mã ${code} ghi hai lần: «${titleOfLine(first)}» và «${titleOfLine(line)}».`,
      },
    ];
  const above = lines[parent];
  const isNumbered = /^\d+(\.\d+)+$/.test(code);
  if (!above || !isNumbered || !/^\d+(\.\d+)*$/.test(above.code) || code.startsWith(`${above.code}.`)) return [];
  return [
    {
      kind: 'foreign-code',
      line,
      message: `«${titleOfLine(line)}» đứng dưới «${titleOfLine(above)}» nhưng mã không bắt đầu bằng ${above.code}.`,
    },
  ];
}

/** Items that may be left out, and their points together: what a unit's denominator can fall by. */
export function leftOutOfSet({ lines }: ScoringSet): { readonly items: number; readonly points: Decimal } {
  const may = lines.filter(
    ({ steps, children }) => children.length === 0 && steps.some(({ points }) => points === null),
  );
  return { items: may.length, points: sum(may.flatMap(({ max }) => max ?? [])) };
}
