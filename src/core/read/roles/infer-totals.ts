/**
 * Tables of units that state only totals: decides which column holds the points, which the maximum, and who gave the
 * points.
 */
import { ONE_HUNDRED } from '../../values/decimal';
import { headerKey, namesYear, yearOfHeader, type HeaderRole } from '../words/header-words';
import { isEarlierRound } from '../words/rounds';
import type { SlotRole } from './word-odds';
import type { UnitColumn, UnitTable } from './unit-columns';
import { BECAUSE, MARGIN, UNIT_HEADER_ROLES, nameOf, oddsOf, type ColumnQuestion, type Roles } from './unit-roles';
import { NEAR_INDEX, above, isRankOf, isSame, percents } from './unit-sums';

/** Tables of totals: «75,42/94», or points beside their maximum. */
export function inferTotals({ columns, rows }: UnitTable, roles: Roles): ColumnQuestion[] {
  if (hasAreas(columns)) return [];
  const earlier = columns.filter((each) => isOvertaken(each, columns));
  for (const { column, isStated } of earlier)
    if (!isStated) roles.set(column, { role: UNIT_HEADER_ROLES.round, owner: null, because: BECAUSE.round });
  const usable = columns.filter(
    (each) =>
      !earlier.includes(each) && (each.headingRole === null ? !isPlace(each, columns) : !PLACES.has(each.headingRole)),
  );
  const found = choicesOf(usable).map((taken) => weigh(taken, usable, rows.length));
  const [best] = found.sort((a, b) => b.odds - a.odds);
  if (!best || best.odds < -20) return [];
  const left = usable.filter(
    (each) => each.headingRole === null && ![best.points, best.self, best.max, best.index].includes(each),
  );
  const ranks = left.filter((each) => isRankOf(each, best.percent));
  for (const each of ranks) roles.set(each.column, { role: 'rank', owner: null, because: 'xếp theo chỉ số' });
  put(roles, best.points, 'appraised');
  put(roles, best.self, 'self');
  put(roles, best.max, 'max');
  put(roles, best.index, 'percent');
  const open = [best.points, best.max, best.self]
    .filter((each) => each?.headingRole === null)
    .filter((each) => each !== null);
  const rest = left.filter((each) => !ranks.includes(each));
  const isSaid = open.length === 0 && rest.length === 0;
  const rival = found.find((each) => each.points !== best.points || each.max !== best.max);
  const isClose = rival !== undefined && rival.odds > best.odds - MARGIN;
  if (!mayBeMaximum(best) && (isSaid || (isConfirmed(best) && rest.length === 0 && !isClose))) return [];
  const about = [...new Set([...open, ...rest, best.points])];
  return [
    {
      about,
      question: `Cột nào là điểm được tính, cột nào là điểm tối đa (${about.map(nameOf).join(', ')})`,
      because: 'tiêu đề không nói, và không có phép tính nào trong bảng cho biết',
    },
  ];
}

/**
 * Whether a later round of the same kind has at least as many numbers: then the column is neither what counts nor a
 * maximum.
 */
function isOvertaken(each: UnitColumn, columns: readonly UnitColumn[]): boolean {
  const held = ({ values }: UnitColumn): number => values.filter((value) => value !== null).length;
  const later = columns.filter((other) => other !== each && held(other) >= held(each));
  return isEarlierRound(headingOf(each), later.map(headingOf)) || later.some((other) => isOfLaterYear(other, each));
}

/** «Năm 2024 | Năm 2025» over the same heading. */
function isOfLaterYear(later: UnitColumn, earlier: UnitColumn): boolean {
  const [after, before] = [later, earlier].map(({ path: [top = ''] }) => (namesYear(top) ? yearOfHeader(top) : null));
  return after && before ? before < after && later.path.at(-1) === earlier.path.at(-1) : false;
}

const headingOf = ({ path }: UnitColumn): string => path.join(' / ');

/** Whether the column has no known heading and ranks the units by another column: it holds their places. */
const isPlace = (each: UnitColumn, columns: readonly UnitColumn[]): boolean =>
  each.hint === null &&
  columns.some((other) => other !== each && other.headingRole !== null && isRankOf(each, other.values));

/** Roles of columns that, by their words, hold neither points nor maxima. */
const PLACES: ReadonlySet<HeaderRole> = new Set<HeaderRole>(['rank', 'rating', 'count', 'foreign']);

/** Parts beside their total, or many unnamed columns, are areas without maxima. */
const hasAreas = (columns: readonly UnitColumn[]): boolean =>
  columns.some(({ headingRole }) => headingRole === 'total' || headingRole === 'selfTotal') ||
  columns.length > 8 ||
  (columns.length > 5 && columns.every(({ headingRole }) => headingRole === null));

type Taken = Pick<TotalChoice, 'points' | 'self' | 'max' | 'index'>;

/** Every way to assign the columns. */
function choicesOf(usable: readonly UnitColumn[]): Taken[] {
  const choices = [null, ...usable];
  const found: Taken[] = [];
  for (const points of usable)
    for (const self of choices)
      for (const max of choices)
        for (const index of choices) {
          const taken = [points, self, max, index].filter((each) => each !== null);
          if (new Set(taken).size === taken.length) found.push({ points, self, max, index });
        }
  return found;
}

interface TotalChoice {
  readonly points: UnitColumn;
  readonly self: UnitColumn | null;
  readonly max: UnitColumn | null;
  readonly index: UnitColumn | null;
  readonly odds: number;
  /** Whether the stated index is the points divided by the maximum. */
  readonly isProven: boolean;
  readonly percent: readonly (number | null)[];
}

function put(roles: Roles, each: UnitColumn | null, role: SlotRole): void {
  if (
    each === null ||
    each.isStated ||
    (each.headingRole !== null && !(each.headingRole === 'points' && role === 'max'))
  )
    return;
  roles.set(each.column, { role: UNIT_HEADER_ROLES[role], owner: null, because: BECAUSE[role] });
}

const hasWord = (each: UnitColumn, role: HeaderRole): boolean =>
  each.headingRole === role ||
  each.hint === role ||
  (role === 'appraised' && (each.headingRole === 'points' || each.headingRole === 'total'));

const isBelowSelf = ({ self, points }: TotalChoice): boolean =>
  self?.headingRole === 'self' && above(self.values, points.values) >= 2 && above(points.values, self.values) === 0;

const isFraction = ({ denominators }: UnitColumn): boolean => denominators.some((denominator) => denominator !== null);

/** «Điểm CCHC» is the whole where no other column may be points. */
const WHOLE = /^(so |tong )?diem (cchc|cai cach hanh chinh)$/;

/** Whether words or a calculation confirm the columns of points and of the maximum. */
const isConfirmed = (best: TotalChoice): boolean =>
  best.isProven ||
  ((hasWord(best.points, 'appraised') || WHOLE.test(headerKey(best.points.path.at(-1) ?? '')) || isBelowSelf(best)) &&
    (best.max === null || hasWord(best.max, 'max')));

/** «Mức điểm» beside «Điểm tự chấm» and never below it: points without an owner may be the maximum. */
const mayBeMaximum = ({ points, self, max }: TotalChoice): boolean =>
  max === null && self !== null && points.headingRole === 'points' && above(self.values, points.values) === 0;

function weigh(taken: Taken, usable: readonly UnitColumn[], rows: number): TotalChoice {
  const { points, self, max, index } = taken;
  const wholes = isFraction(points) ? points.denominators : (max?.values ?? points.values.map(() => ONE_HUNDRED));
  const percent = percents(points.values, wholes);
  const isIndex = index !== null && isSame(index.values, percent, NEAR_INDEX);
  let odds = wordOf(points, 'appraised') + wordOf(self, 'self') + wordOf(max, 'max') + wordOf(index, 'percent');
  if (index !== null) odds += isIndex ? 5 : -4;
  odds += oddsOfMaximum(taken);
  odds += oddsOfSelf(taken);
  for (const each of usable)
    if (each !== points && each !== self && each !== max && each !== index) odds += oddsOfLeftOut(each, percent);
  return { ...taken, odds, isProven: isIndex && rows >= 2, percent };
}

const wordOf = (each: UnitColumn | null, role: SlotRole): number => (each ? oddsOf(each, role) : 0);

/** Points do not exceed their maximum; a fraction states its own. */
function oddsOfMaximum({ points, self, max }: Taken): number {
  if (max === null) {
    if (isFraction(points)) return 0;
    return points.values.some((value) => (value ?? 0) > ONE_HUNDRED) ? -12 : -1;
  }
  return (
    (isFraction(points) ? -6 : 0) -
    Math.min(15, above(points.values, max.values) * 3) -
    (self === null ? 0 : Math.min(15, above(self.values, max.values) * 3)) +
    Math.min(1, above(max.values, points.values) / 2)
  );
}

/** A unit's self-score is seldom below its appraised score. */
function oddsOfSelf({ points, self }: Taken): number {
  if (self === null) return 0;
  return (
    (isFraction(self) === isFraction(points) ? 0 : -6) +
    Math.min(2, above(self.values, points.values) / 2) -
    Math.min(6, above(points.values, self.values) * 1.2)
  );
}

function oddsOfLeftOut(each: UnitColumn, percent: TotalChoice['percent']): number {
  if (each.headingRole === null) return isRankOf(each, percent) ? 0 : -3;
  return Math.max(-3, wordOf(each, 'other'));
}
