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

function bestSides(rows: number, sides: readonly Side[], totals: readonly UnitColumn[]): Sides | null {
  const word = (at: number | null, role: SlotRole): number => {
    const side = at === null ? undefined : sides[at];
    return side ? oddsOf(side, role) : 0;
  };
  const count = (one: number, other: number): number =>
    (sides[one]?.columns ?? []).reduce(
      (sum, each, at) => sum + above(each.values, sides[other]?.columns[at]?.values ?? []),
      0,
    );
  const sumOf = (at: number): (number | null)[] =>
    sums(
      rows,
      (sides[at]?.columns ?? []).map(({ values }) => values),
    );
  const isTotalled = (at: number): boolean => totals.some(({ values }) => isSame(values, sumOf(at)));
  const isIndexed = (at: number): boolean =>
    totals.some(({ values }) =>
      isSame(values, percents(sumOf(at), maxima(rows, sides[at]?.columns ?? [])), NEAR_INDEX),
    );
  const isLost = (at: number, points: number): boolean => {
    const [same, different] = (sides[at]?.columns ?? []).reduce<[number, number]>(
      ([s, d], each, area) => {
        const own = sides[points]?.columns[area];
        const made = (own?.values ?? []).map((value) =>
          value === null || own === undefined || own.max === null ? null : own.max - value,
        );
        const [x, y] = compare(
          each.values.map((value) => (value === null ? null : Math.abs(value))),
          made,
        );
        return [s + x, d + y];
      },
      [0, 0],
    );
    return same >= 2 && different * 5 <= same;
  };
  const all = sides.flatMap((_, points) =>
    [null, ...sides.keys()]
      .filter((self) => self !== points)
      .map((self) => {
        const proven = isTotalled(points) || isIndexed(points);
        let odds = word(points, 'appraised') + word(self, 'self') + (proven ? 4 : 0);
        if (self !== null) odds += Math.min(2, count(self, points) / 2) - Math.min(6, count(points, self) * 1.2);
        const roles = sides.map((side, at): SlotRole => {
          if (at === points) return 'appraised';
          if (at === self) return 'self';
          const lost = isLost(at, points);
          odds += lost ? 3 + word(at, 'lost') : side.said === null ? -3 : word(at, 'other');
          return lost ? 'lost' : side.said === 'lost' ? 'lost' : 'other';
        });
        return { roles, points, odds, self, proven };
      }),
  );
  const [best] = all.sort((a, b) => b.odds - a.odds);
  if (!best) return null;
  const rival = all.find((each) => each.points !== best.points);
  const own = sides[best.points];
  const hasWord = own?.said === 'appraised' || own?.hint === 'appraised';
  const isBelow =
    best.self !== null &&
    sides[best.self]?.said === 'self' &&
    count(best.self, best.points) >= 2 &&
    count(best.points, best.self) === 0;
  const isLeft = best.roles.some((role, at) => role === 'other' && sides[at]?.said === null);
  const isSure =
    (best.proven || hasWord || isBelow) && !isLeft && (rival === undefined || rival.odds < best.odds - MARGIN);
  return { roles: best.roles, points: best.points, isSure };
}
