/** The lines of a form, from the tables of a unit or from a criteria set, and the columns of forms. */
import { matchToSet } from '../matching/match-items';
import { outsidePointsOf } from '../matching/outside-points';
import { isScoredPlace, type UnitInTables } from '../matching/units-in-tables';
import { capIn } from '../model/beside/outside-caps';
import { maxPointsOf } from '../model/score-sheet';
import type { RangeStep, ScoringSet, SetLine } from '../model/scoring-set';
import { ZERO, toVietnamese, type Decimal } from '../values/decimal';

export interface FormLine {
  /** Position among all lines of the form. */
  readonly position: number;
  readonly code: string;
  readonly name: string;
  /** 0 for an area. */
  readonly level: number;
  readonly max: Decimal | null;
  readonly step: Decimal | null;
  /** The only points that the set allows, ascending; empty if any number up to the maximum is allowed. */
  readonly choices: readonly Decimal[];
  /** Steps that give the points for a number; null if the set has none. */
  readonly scale: readonly RangeStep[] | null;
  readonly isScored: boolean;
  /** Positions of the lines directly below it. */
  readonly below: readonly number[];
  /** Bonus or penalty points, which are outside the sums of the set; null for other lines. */
  readonly outside: 'bonus' | 'penalty' | null;
  /** Khối that the line applies to; null for all. */
  readonly group: string | null;
}

export function linesOfUnit(unit: UnitInTables, set: ScoringSet | null): FormLine[] {
  const { places, entries } = unit;
  const { earlier } = set ? matchToSet(entries, set.lines) : { earlier: [] };
  const lines = places.map((place, position): FormLine => {
    const { code, name, level } = place.item;
    const line = set?.lines[earlier[position] ?? -1] ?? null;
    const max = maxPointsOf(place.unit, place.item);
    return {
      position,
      code,
      name,
      level,
      max,
      step: line?.step ?? null,
      choices: line ? choicesOf(line, max) : [],
      scale: line && line.max === max && isScoredPlace(place) ? line.scale : null,
      isScored: isScoredPlace(place),
      below: entries[position]?.children ?? [],
      outside: null,
      group: null,
    };
  });
  for (const kind of ['bonus', 'penalty'] as const) lines.push(...outsideLines(unit, kind, lines.length));
  return lines;
}

/** Several lines with one cap stand below a heading that says it. */
function outsideLines(unit: UnitInTables, kind: 'bonus' | 'penalty', first: number): FormLine[] {
  const names = [...new Set(outsidePointsOf(unit).flatMap((each) => (each.kind === kind ? each.label : [])))];
  const max = unit.places[0]?.assessment.settings[`${kind}Cap`] ?? null;
  const isUnder = max !== null && names.length > 1;
  const head = OUTSIDE_HEADS[kind];
  return [...(isUnder ? [head] : []), ...names].map((name, place): FormLine => {
    const isHead = isUnder && place === 0;
    const lineMax = isHead || names.length === 1 ? max : null;
    return {
      position: first + place,
      code: '',
      name: withCap({ name: name || head, max: lineMax }),
      level: isUnder && !isHead ? 1 : 0,
      max: lineMax,
      step: null,
      choices: [],
      scale: null,
      isScored: !isHead,
      below: isHead ? names.map((_, line) => first + 1 + line) : [],
      outside: kind,
      group: null,
    };
  });
}

const OUTSIDE_HEADS = { bonus: 'Điểm thưởng', penalty: 'Điểm phạt' } as const;

export function linesOfSet({ lines }: ScoringSet): FormLine[] {
  const levels: number[] = [];
  const outside: FormLine['outside'][] = [];
  return lines.map((line, position): FormLine => {
    const { code, name, max, step, scale, parent, children, kind, group } = line;
    const level = (levels[parent] ?? -1) + 1;
    levels[position] = level;
    const outsideKind = kind === 'bonus' || kind === 'penalty' ? kind : (outside[parent] ?? null);
    outside[position] = outsideKind;
    return {
      position,
      code,
      name: outsideKind && parent < 0 ? withCap(line) : name,
      level,
      max,
      step,
      choices: choicesOf(line, max),
      scale,
      isScored: children.length === 0,
      below: children,
      outside: outsideKind,
      group,
    };
  });
}

/** The cap in words, as whoever computes the table later reads it. */
const withCap = ({ name, max }: Pick<SetLine, 'name' | 'max'>): string =>
  max === null || capIn(name) !== null ? name : `${name} (tối đa ${toVietnamese(max)} điểm)`;

/** A line and all below it, as a set of its own; behind the last of them the points beside the whole set. */
export function partOf(lines: readonly FormLine[], first: number, isLast: boolean): FormLine[] {
  const under = (position: number): number[] => [position, ...(lines[position]?.below ?? []).flatMap(under)];
  const beside = lines.flatMap(({ outside }, position) => (isLast && outside !== null ? [position] : []));
  const positions = [...under(first), ...beside];
  return positions.flatMap((position) => {
    const line = lines[position];
    return line ? [{ ...line, below: line.below.map((each) => positions.indexOf(each)) }] : [];
  });
}

/** What there is of points beside the set, for columns of their sums; a cap is that of the only heading. */
export const outsideKinds = (
  lines: readonly FormLine[],
): { readonly kind: 'bonus' | 'penalty'; readonly cap: Decimal | null; readonly label: string }[] =>
  (['bonus', 'penalty'] as const).flatMap((kind) => {
    const [head, another] = lines.filter((line) => line.outside === kind && line.level === 0);
    if (!head) return [];
    const cap = another ? null : head.max;
    const most = cap === null ? '' : ` (tối đa ${toVietnamese(cap)} điểm)`;
    return [{ kind, cap, label: `${OUTSIDE_HEADS[kind]}${most}` }];
  });

/**
 * Steps are alternatives if one of them alone gives the maximum, but not if they are parts that add up to it. 0 points
 * is always a choice, even if the set does not list it.
 */
function choicesOf({ steps, children }: SetLine, max: Decimal | null): Decimal[] {
  const points = [...new Set([ZERO, ...steps.flatMap((step) => step.points ?? [])])].sort((a, b) => a - b);
  const isWhole = children.length === 0 && steps.length > 1 && points.at(-1) === max && points.length > 2;
  return isWhole ? points : [];
}

/** The hidden sheet with the points allowed for each line, which the drop-downs list. */
export const CHOICES = {
  sheet: 'Bộ tiêu chí của mẫu',
  rowOf: ({ position }: FormLine): number => position + 1,
  firstColumn: 4,
};

/**
 * Columns after those of a unit if the set has scales: the counted number, and the points by the scale if a score is
 * typed.
 */
export const SCALE_COLUMNS = {
  'so-lieu': { label: 'Số liệu để tính điểm theo thang', width: 14, isPoints: false },
  'doi-chieu': { label: 'Đối chiếu với thang điểm', width: 24, isPoints: false },
} as const;

/** The columns that a unit can have in the table of all units: heading, width, and whether points are typed there. */
export const TABLE_COLUMNS = {
  'tu-cham': { label: 'Tự chấm', width: 10, isPoints: true },
  'tham-dinh': { label: 'Thẩm định', width: 10, isPoints: true },
  'nguyen-nhan': { label: 'Nguyên nhân', width: 26, isPoints: false },
  'kiem-chung': { label: 'Tài liệu kiểm chứng', width: 26, isPoints: false },
  'giai-trinh': { label: 'Giải trình', width: 26, isPoints: false },
  ...SCALE_COLUMNS,
} as const;
export type TableColumn = keyof typeof TABLE_COLUMNS;

const SCALES = Object.keys(SCALE_COLUMNS) as (keyof typeof SCALE_COLUMNS)[];

/** Both scale columns if any item has a scale, otherwise none. */
export const scaleColumns = (lines: readonly FormLine[]): typeof SCALES =>
  lines.some(({ scale }) => scale) ? SCALES : [];

/** The columns of a unit in a table of these lines, chosen from those wished for. */
export const columnsFor = (lines: readonly FormLine[], wished: readonly TableColumn[]): TableColumn[] => [
  ...wished.filter((column) => !(column in SCALE_COLUMNS)),
  ...(wished.includes('so-lieu') ? scaleColumns(lines) : []),
];

/**
 * The positions of a unit's number column and of the score computed from it, which is that of the last round; null if
 * there is no number column.
 */
export function scalesOf(columns: readonly TableColumn[]): { readonly data: number; readonly score: number } | null {
  const data = columns.indexOf('so-lieu');
  return data < 0 ? null : { data, score: columns.findLastIndex((column) => TABLE_COLUMNS[column].isPoints) };
}
