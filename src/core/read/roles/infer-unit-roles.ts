/**
 * The roles of columns in a table whose rows are units, where their words do not say them: sides under every area by
 * what they add up to, totals by the areas, indices by points and maximum, ranks by the order (FIELD.md §9).
 */
import { ONE_HUNDRED, type Decimal } from '../../values/decimal';
import { percentOf, roundRatio } from '../../values/ratio';
import { columnName } from '../../values/address';
import type { Grid } from '../../model/grid';
import type { Question, ReadFact } from '../../model/score-sheet';
import type { Column, Columns } from '../blocks/columns';
import type { HeaderBlock } from '../blocks/header-block';
import type { ScoreReader } from '../numbers/parse-score';
import type { HeaderRole } from '../words/header-words';
import { wordOdds, type SlotRole } from './assign';
import { areaGroups, headingCell, unitTable, type UnitColumn, type UnitTable } from './unit-columns';

type Roles = Map<number, { role: HeaderRole; owner: string | null; because: string }>;

const NEAR: number = ONE_HUNDRED / 5_000;
const MARGIN = 2;

export function inferUnitRoles(grid: Grid, header: HeaderBlock, columns: Columns, read: ScoreReader): Columns {
  if (columns.unit === null || columns.name !== null) return columns;
  const table = unitTable(grid, header, columns, read);
  const open = table.columns.filter((each) => each.said === null || each.said === 'points');
  if (open.length === 0 || table.rows.length < 2) return columns;
  const groups = areaGroups(table.columns);
  const roles: Roles = new Map();
  const questions = groups.length > 0 ? ofAreas(table, groups, roles) : ofWholes(table, roles);
  const facts: ReadFact[] = questions.map(({ about, question, because }): Question => ({
    kind: 'undecided-column',
    at: about.slice(0, 4).map(({ column }) => headingCell(grid, header, column)),
    unit: null,
    question,
    choices: [],
    because,
  }));
  for (const [column, { role, because }] of roles) {
    const heading = (header.paths[column] ?? []).join(' / ');
    if (role !== 'count' && [...roles].every(([other, each]) => each.role !== role || other >= column))
      facts.push({
        kind: 'likely-column',
        at: headingCell(grid, header, column),
        header: heading,
        readAs: role,
        because,
      });
  }
  return { ...columns, facts: [...columns.facts, ...facts], all: amended(columns, header, roles) };
}

interface Asked {
  readonly about: readonly UnitColumn[];
  readonly question: string;
  readonly because: string;
}

function amended({ all }: Columns, header: HeaderBlock, roles: Roles): readonly Column[] {
  const columns = new Map(all.map((each) => [each.column, each]));
  for (const [column, found] of roles) {
    const before = columns.get(column) ?? { column, path: header.paths[column] ?? [], role: null, owner: null };
    columns.set(column, { ...before, ...found });
  }
  return [...columns.values()].sort((a, b) => a.column - b.column);
}

const nameOf = ({ column, path }: UnitColumn): string =>
  path.length === 0 ? columnName(column) : `${columnName(column)} «${path.join(' / ')}»`;

/** How often two lists have the same number, and not. */
function compare(one: readonly (number | null)[], other: readonly (number | null)[], near = 0): [number, number] {
  let [same, different] = [0, 0];
  one.forEach((a, at) => {
    const b = other[at] ?? null;
    if (a === null || b === null) return;
    if (Math.abs(a - b) <= near) same++;
    else different++;
  });
  return [same, different];
}

const isSame = (one: readonly (number | null)[], other: readonly (number | null)[], near = 0): boolean => {
  const [same, different] = compare(one, other, near);
  return same >= 2 && different * 4 <= same;
};

const above = (one: readonly (number | null)[], other: readonly (number | null)[]): number =>
  one.filter((a, at) => a !== null && (other[at] ?? null) !== null && a > (other[at] ?? 0)).length;

/** By unit the sum of columns; what does not apply is left out. */
const sums = (rows: number, columns: readonly (readonly (number | null)[])[]): (number | null)[] =>
  Array.from({ length: rows }, (_, at) => {
    const own = columns.map((values) => values[at] ?? null).filter((value) => value !== null);
    return own.length === 0 ? null : own.reduce((sum, value) => sum + value, 0);
  });

/** What the areas that apply to each unit are out of. */
const maxima = (rows: number, columns: readonly UnitColumn[]): (number | null)[] =>
  sums(
    rows,
    columns.map(({ values, max }) => values.map((value) => (value === null ? null : max))),
  );

function percents(points: readonly (number | null)[], wholes: readonly (number | null)[]): (number | null)[] {
  return points.map((part, at) => {
    const whole = wholes[at] ?? null;
    const ratio = part === null || whole === null || whole === 0 ? null : percentOf(part as Decimal, whole as Decimal);
    return ratio && roundRatio(ratio, 2);
  });
}

/** Whole numbers that put the units in the order of their points, the most first. */
function isRankOf({ values }: UnitColumn, points: readonly (number | null)[]): boolean {
  const places = values.map((value) => (value === null ? null : (value * 100) / ONE_HUNDRED));
  if (!places.every((place) => place === null || (Number.isInteger(place) && place >= 1 && place <= values.length)))
    return false;
  return places.every((place, at) =>
    places.every((other, to) => {
      const [a, b] = [points[at] ?? null, points[to] ?? null];
      return place === null || other === null || a === null || b === null || a === b || place < other === a > b;
    }),
  );
}

/** Tables of areas: one column an area, or several sides of each. */
function ofAreas(table: UnitTable, groups: readonly (readonly UnitColumn[])[], roles: Roles): Asked[] {
  const width = Math.max(...groups.map((group) => group.length));
  const areas = width === 1 ? groups.map(([only]) => only).filter((each) => each !== undefined) : null;
  const asked: Asked[] = [];
  const { points, left } = areas
    ? singleAreas(
        table,
        areas.filter(({ said }) => said === null),
        roles,
      )
    : sidesOfAreas(table, groups, roles, asked);
  if (points.length === 0) return asked;
  const whole = sums(
    table.rows.length,
    points.map(({ values }) => values),
  );
  const most = maxima(table.rows.length, points);
  for (const each of left) {
    const because = derived(each, whole, most);
    if (because === null) {
      if (each.isStated) continue;
      asked.push({
        about: [each],
        question: `Cột ${nameOf(each)} ghi gì`,
        because: 'tiêu đề không nói, và các số không phải là tổng, chỉ số hay thứ hạng của các lĩnh vực',
      });
    } else roles.set(each.column, { owner: null, ...because });
  }
  return asked;
}

function derived(
  each: UnitColumn,
  whole: readonly (number | null)[],
  most: readonly (number | null)[],
): { role: HeaderRole; because: string } | null {
  if (isSame(each.values, whole)) return { role: 'total', because: 'bằng cộng các lĩnh vực' };
  if (isSame(each.values, percents(whole, most), NEAR)) return { role: 'index', because: 'bằng điểm chia điểm tối đa' };
  return isRankOf(each, whole) ? { role: 'rank', because: 'xếp theo tổng điểm' } : null;
}

/** One of them may be the sum of the others. */
function singleAreas(
  { rows, columns }: UnitTable,
  areas: readonly UnitColumn[],
  roles: Roles,
): { points: UnitColumn[]; left: UnitColumn[] } {
  const isTotal = (each: UnitColumn): boolean => {
    const others = areas.filter((other) => other !== each);
    return (
      others.length >= 2 &&
      isSame(
        each.values,
        sums(
          rows.length,
          others.map(({ values }) => values),
        ),
      )
    );
  };
  const total = areas.find((each) => isTotal(each));
  if (total) roles.set(total.column, { role: 'total', owner: null, because: 'bằng cộng các lĩnh vực' });
  const points = areas.filter((each) => each !== total);
  const left = columns.filter((each) => each.said === null && !areas.includes(each));
  return { points, left };
}

interface Side {
  readonly said: HeaderRole | null;
  readonly hint: HeaderRole | null;
  readonly label: string;
  readonly columns: readonly UnitColumn[];
}

/** «Cột 4 | K» under every area: which is whose. */
function sidesOfAreas(
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
    return { label, said: own[0]?.said ?? null, hint: own[0]?.hint ?? null, columns: own };
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
  if (!said)
    sides.forEach((side, at) => {
      const role = best.roles[at] ?? 'other';
      for (const each of side.columns)
        if (!each.isStated) roles.set(each.column, { role: TOLD[role], owner: each.top, because: BECAUSE[role] });
    });
  return { points: [...(sides[best.points]?.columns ?? [])], left };
}

const TOLD: Readonly<Record<SlotRole, HeaderRole>> = {
  max: 'max',
  appraised: 'appraised',
  self: 'self',
  round: 'foreign',
  lost: 'lost',
  percent: 'index',
  other: 'count',
};
const BECAUSE: Readonly<Record<SlotRole, string>> = {
  max: 'không đơn vị nào có điểm cao hơn',
  appraised: 'các số không vượt điểm tối đa',
  self: 'không thấp hơn điểm thẩm định ở đơn vị nào',
  round: 'là một vòng chấm trước',
  lost: 'bằng điểm tối đa trừ điểm',
  percent: 'bằng điểm chia điểm tối đa',
  other: 'các số không phải điểm',
};

interface Sides {
  readonly roles: readonly SlotRole[];
  readonly points: number;
  readonly isSure: boolean;
}

function bestSides(rows: number, sides: readonly Side[], totals: readonly UnitColumn[]): Sides | null {
  const asSlot = (side: Side): Parameters<typeof wordOdds>[0] => ({ ...side, columns: [], isShared: false });
  const word = (at: number | null, role: SlotRole): number => {
    const side = at === null ? undefined : sides[at];
    return side ? wordOdds(asSlot(side), role) : 0;
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
    totals.some(({ values }) => isSame(values, percents(sumOf(at), maxima(rows, sides[at]?.columns ?? [])), NEAR));
  const isLost = (at: number, points: number): boolean => {
    const [same, different] = (sides[at]?.columns ?? []).reduce<[number, number]>(
      ([s, d], each, area) => {
        const own = sides[points]?.columns[area];
        const made = (own?.values ?? []).map((value) => (value === null || own?.max == null ? null : own.max - value));
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

/** Tables of totals: «75,42/94», or points beside what they are out of. */
function ofWholes({ columns, rows }: UnitTable, roles: Roles): Asked[] {
  // Parts beside their total are areas that nobody gave a maximum.
  if (columns.some(({ said }) => said === 'total' || said === 'selfTotal')) return [];
  const isLoose = columns.length > 8 || (columns.every(({ said }) => said === null) && columns.length > 5);
  if (isLoose) return [];
  const asSlot = (each: UnitColumn): Parameters<typeof wordOdds>[0] => ({
    ...each,
    label: each.path.join(' / '),
    columns: [],
    isShared: false,
  });
  const word = (each: UnitColumn | null, role: SlotRole): number => (each ? wordOdds(asSlot(each), role) : 0);
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
  const isProven = index !== null && isSame(index.values, percent, NEAR);
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
