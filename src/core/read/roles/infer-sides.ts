/** «Cột 4 | K» under every area of a table of units: which is whose, by their words, their totals and their losses. */
import type { HeaderRole } from '../words/header-words';
import type { SlotRole } from './word-odds';
import type { UnitColumn, UnitTable } from './unit-columns';
import { BECAUSE, MARGIN, TOLD, nameOf, oddsOf, type Asked, type Roles } from './unit-roles';
import { NEAR_INDEX, above, compare, isSame, maxima, percents, sums } from './unit-sums';

interface Side {
  readonly said: HeaderRole | null;
  readonly hint: HeaderRole | null;
  readonly label: string;
  readonly columns: readonly UnitColumn[];
}

/** «Cột 4 | K» under every area: which is whose. */
export function sidesOfAreas(
  { rows, columns }: UnitTable,
  groups: readonly (readonly UnitColumn[])[],
  roles: Roles,
  asked: Asked[],
): { points: UnitColumn[]; left: UnitColumn[] } {
  const wide = groups.filter((group) => group.length > 1);
  const labels = wide[0]?.map(({ label }) => label) ?? [];
  const isAlike = wide.every((group) => group.length === labels.length);
  const sides = labels.map((label, at): Side => {
    const own = wide.flatMap((group) => group[at] ?? []);
    const said = own.find((each) => each.said !== null)?.said ?? null;
    return { label, said, hint: own[0]?.hint ?? null, columns: own };
  });
  const left = columns.filter((each) => each.said === null && !wide.some((group) => group.includes(each)));
  if (!isAlike) {
    asked.push({
      about: wide.map(([first]) => first).filter((each) => each !== undefined),
      question: 'Các cột dưới mỗi lĩnh vực ghi gì',
      because: 'các lĩnh vực không có cùng số cột',
    });
    return { points: [], left: [] };
  }
  const totals = columns.filter((each) => !wide.some((group) => group.includes(each)));
  const best = bestSides(rows.length, sides, totals);
  const said = sides.every((side) => side.said !== null);
  if (!best) return { points: [], left };
  if (!said && !best.isSure)
    asked.push({
      about: sides.flatMap((side) => side.columns[0] ?? []),
      question: `Cột nào dưới mỗi lĩnh vực là điểm được tính (${sides
        .flatMap((side) => side.columns[0] ?? [])
        .map(nameOf)
        .join(', ')})`,
      because: 'tiêu đề không nói, và tổng của bảng không cho biết',
    });
  sides.forEach((side, at) => {
    const role = best.roles[at] ?? 'other';
    for (const each of side.columns)
      if (!each.isStated && each.said === null)
        roles.set(each.column, { role: TOLD[role], owner: each.top, because: BECAUSE[role] });
  });
  return { points: [...(sides[best.points]?.columns ?? [])], left };
}

interface Sides {
  readonly roles: readonly SlotRole[];
  readonly points: number;
  readonly isSure: boolean;
}

/** One way to tell the sides apart. */
interface Telling extends Sides {
  readonly self: number | null;
  readonly odds: number;
  readonly isProven: boolean;
}

function bestSides(rows: number, sides: readonly Side[], totals: readonly UnitColumn[]): Sides | null {
  const all = sides.flatMap((_, points) => {
    const isProven = isAddedUp(rows, sides[points]?.columns ?? [], totals);
    return [null, ...sides.keys()]
      .filter((self) => self !== points)
      .map((self) => tellingOf(sides, points, self, isProven));
  });
  const [best] = all.sort((a, b) => b.odds - a.odds);
  if (!best) return null;
  const rival = all.find((each) => each.points !== best.points);
  const isClose = rival !== undefined && rival.odds >= best.odds - MARGIN;
  const isLeft = best.roles.some((role, at) => role === 'other' && sides[at]?.said === null);
  return { roles: best.roles, points: best.points, isSure: isVouched(sides, best) && !isLeft && !isClose };
}

function tellingOf(sides: readonly Side[], points: number, self: number | null, isProven: boolean): Telling {
  let odds = wordOf(sides[points], 'appraised') + (isProven ? 4 : 0);
  if (self !== null) {
    odds += wordOf(sides[self], 'self');
    odds += Math.min(2, countAbove(sides, self, points) / 2) - Math.min(6, countAbove(sides, points, self) * 1.2);
  }
  const roles = sides.map((side, at): SlotRole => {
    if (at === points) return 'appraised';
    if (at === self) return 'self';
    const isLost = isLossOf(side, sides[points]);
    if (isLost) odds += 3 + wordOf(side, 'lost');
    else odds += side.said === null ? -3 : wordOf(side, 'other');
    return isLost || side.said === 'lost' ? 'lost' : 'other';
  });
  return { roles, points, self, odds, isProven, isSure: false };
}

const wordOf = (side: Side | undefined, role: SlotRole): number => (side ? oddsOf(side, role) : 0);

/** How often one side stands above the other, over all areas. */
const countAbove = (sides: readonly Side[], one: number, other: number): number =>
  (sides[one]?.columns ?? []).reduce(
    (sum, each, area) => sum + above(each.values, sides[other]?.columns[area]?.values ?? []),
    0,
  );

/** A total or an index of the table is worked out from this side. */
function isAddedUp(rows: number, side: readonly UnitColumn[], totals: readonly UnitColumn[]): boolean {
  const whole = sums(
    rows,
    side.map(({ values }) => values),
  );
  const index = percents(whole, maxima(rows, side));
  return totals.some(({ values }) => isSame(values, whole) || isSame(values, index, NEAR_INDEX));
}

/** Maximum minus points, in all areas together. */
function isLossOf(side: Side, points: Side | undefined): boolean {
  let [same, different] = [0, 0];
  side.columns.forEach(({ values }, area) => {
    const own = points?.columns[area];
    const max = own?.max ?? null;
    const losses = (own?.values ?? []).map((value) => (value === null || max === null ? null : max - value));
    const stated = values.map((value) => (value === null ? null : Math.abs(value)));
    const [equal, other] = compare(stated, losses);
    same += equal;
    different += other;
  });
  return same >= 2 && different * 5 <= same;
}

/** A calculation, a word, or scores below those of the unit itself say which side counts. */
function isVouched(sides: readonly Side[], { points, self, isProven }: Telling): boolean {
  const own = sides[points];
  if (isProven || own?.said === 'appraised' || own?.hint === 'appraised') return true;
  if (self === null || sides[self]?.said !== 'self') return false;
  return countAbove(sides, self, points) >= 2 && countAbove(sides, points, self) === 0;
}
