/** Tables of units that state wholes alone: which column is the points, which the maximum, whose each is. */
import { ONE_HUNDRED } from '../../values/decimal';
import type { HeaderRole } from '../words/header-words';
import type { SlotRole } from './word-odds';
import type { UnitColumn, UnitTable } from './unit-columns';
import { BECAUSE, MARGIN, TOLD, nameOf, oddsOf, type Asked, type Roles } from './unit-roles';
import { NEAR_INDEX, above, isRankOf, isSame, percents } from './unit-sums';

/** Tables of totals: «75,42/94», or points beside what they are out of. */
export function ofWholes({ columns, rows }: UnitTable, roles: Roles): Asked[] {
  // Parts beside their total are areas that nobody gave a maximum.
  if (columns.some(({ said }) => said === 'total' || said === 'selfTotal')) return [];
  const isLoose = columns.length > 8 || (columns.every(({ said }) => said === null) && columns.length > 5);
  if (isLoose) return [];
  const word = (each: UnitColumn | null, role: SlotRole): number => (each ? oddsOf(each, role) : 0);
  const isPlace = ({ said }: UnitColumn): boolean =>
    said === 'rank' || said === 'rating' || said === 'count' || said === 'foreign';
  const usable = columns.filter((each) => !isPlace(each));
  const choices = [null, ...usable];
  const found: Whole[] = [];
  for (const points of usable)
    for (const self of choices)
      for (const max of choices)
        for (const index of choices) {
          const taken = [points, self, max, index].filter((each) => each !== null);
          if (new Set(taken).size < taken.length) continue;
          found.push(weigh({ points, self, max, index }, usable, rows.length, word));
        }
  const [best] = found.sort((a, b) => b.odds - a.odds);
  if (!best || best.odds < -20) return [];
  const rival = found.find((each) => each.points !== best.points || each.max !== best.max);
  const open = [best.points, best.max, best.self].filter((each) => each !== null).filter(({ said }) => said === null);
  const left = usable.filter(
    (each) => each.said === null && ![best.points, best.self, best.max, best.index].includes(each),
  );
  const isVouched = hasWord(best.points, 'appraised') || best.isProven || isBelowSelf(best);
  const isMaxVouched = best.max === null || hasWord(best.max, 'max') || best.isProven;
  const ranks = left.filter((each) => isRankOf(each, best.percent));
  for (const each of ranks) roles.set(each.column, { role: 'rank', owner: null, because: 'xếp theo chỉ số' });
  const rest = left.filter((each) => !ranks.includes(each));
  put(roles, best.points, 'appraised');
  put(roles, best.self, 'self');
  put(roles, best.max, 'max');
  put(roles, best.index, 'percent');
  if (open.length === 0 && rest.length === 0) return [];
  const isClose = rival !== undefined && rival.odds > best.odds - MARGIN;
  if (isVouched && isMaxVouched && rest.length === 0 && !isClose) return [];
  const about = [...new Set([...open, ...rest, best.points])];
  return [
    {
      about,
      question: `Cột nào là điểm được tính, cột nào là điểm tối đa (${about.map(nameOf).join(', ')})`,
      because: 'tiêu đề không nói, và không có phép tính nào trong bảng cho biết',
    },
  ];
}

interface Whole {
  readonly points: UnitColumn;
  readonly self: UnitColumn | null;
  readonly max: UnitColumn | null;
  readonly index: UnitColumn | null;
  readonly odds: number;
  /** The stated index is points over the maximum. */
  readonly isProven: boolean;
  readonly percent: readonly (number | null)[];
}

function put(roles: Roles, each: UnitColumn | null, role: SlotRole): void {
  if (each === null || each.isStated || (each.said !== null && !(each.said === 'points' && role === 'max'))) return;
  roles.set(each.column, { role: TOLD[role], owner: null, because: BECAUSE[role] });
}

const hasWord = (each: UnitColumn, role: HeaderRole): boolean =>
  each.said === role ||
  each.hint === role ||
  (role === 'appraised' && (each.said === 'points' || each.said === 'total'));

const isBelowSelf = ({ self, points }: Whole): boolean =>
  self?.said === 'self' && above(self.values, points.values) >= 2 && above(points.values, self.values) === 0;

const isFraction = ({ wholes }: UnitColumn): boolean => wholes.some((whole) => whole !== null);

function weigh(
  { points, self, max, index }: Pick<Whole, 'points' | 'self' | 'max' | 'index'>,
  usable: readonly UnitColumn[],
  rows: number,
  word: (each: UnitColumn | null, role: SlotRole) => number,
): Whole {
  let odds = word(points, 'appraised') + word(self, 'self') + word(max, 'max') + word(index, 'percent');
  const wholes = isFraction(points) ? points.wholes : (max?.values ?? points.values.map(() => ONE_HUNDRED));
  const percent = percents(points.values, wholes);
  const isProven = index !== null && isSame(index.values, percent, NEAR_INDEX);
  if (index !== null) odds += isProven ? 5 : -4;
  if (max !== null) {
    if (isFraction(points)) odds -= 6;
    odds -=
      Math.min(15, above(points.values, max.values) * 3) +
      (self === null ? 0 : Math.min(15, above(self.values, max.values) * 3));
    odds += Math.min(1, above(max.values, points.values) / 2);
  } else if (!isFraction(points)) odds -= points.values.some((value) => (value ?? 0) > ONE_HUNDRED) ? 12 : 1;
  if (self !== null) {
    if (isFraction(self) !== isFraction(points)) odds -= 6;
    odds += Math.min(2, above(self.values, points.values) / 2) - Math.min(6, above(points.values, self.values) * 1.2);
  }
  for (const each of usable) {
    if (each === points || each === self || each === max || each === index) continue;
    odds += each.said === null ? (isRankOf(each, percent) ? 0 : -3) : Math.max(-3, word(each, 'other'));
  }
  return { points, self, max, index, odds, isProven: isProven && rows >= 2, percent };
}
