/**
 * Infers the roles of columns in a table whose rows are units if the words do not give them: sides under every area
 * from their sums, totals from the areas, indices from points and maximum, ranks from the order (FIELD.md §9).
 */
import { plainKey } from '../../values/fold-text';
import { patternOf } from '../../values/pattern';
import type { Grid } from '../../model/workbook/grid';
import type { Question, ReadFact } from '../../model/score-sheet';
import type { Column, Columns } from '../blocks/columns';
import type { HeaderBlock } from '../blocks/header-block';
import type { ScoreReader } from '../numbers/parse-score';
import { IN_PERCENT, type HeaderRole } from '../words/header-words';
import { NO_POINTS } from '../words/rounds';
import { areaCriteria } from './area-criteria';
import { inferTotals } from './infer-totals';
import { areaGroups, headingCell, unitTable, type UnitColumn, type UnitTable } from './unit-columns';
import { nameOf, type ColumnQuestion, type Roles, BECAUSE, MARGIN, UNIT_HEADER_ROLES, oddsOf } from './unit-roles';
import { NEAR_INDEX, isRankOf, isSame, maxima, percents, placesIn, sums, above, compare } from './unit-sums';
import type { SlotRole } from './word-odds';

export function inferUnitRoles(grid: Grid, header: HeaderBlock, columns: Columns, read: ScoreReader): Columns {
  if (columns.unit === null || columns.name !== null) return columns;
  const table = unitTable(grid, header, columns, read);
  const open = table.columns.filter((each) => each.headingRole === null || each.headingRole === 'points');
  if (open.length === 0 || table.rows.length < 2) return columns;
  const groups = areaGroups(table.columns);
  const roles: Roles = new Map();
  const questions = groups.length > 0 ? ofAreas(table, groups, roles) : inferTotals(table, roles);
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

function amended({ all }: Columns, header: HeaderBlock, roles: Roles): readonly Column[] {
  const columns = new Map(all.map((each) => [each.column, each]));
  for (const [column, found] of roles) {
    const before = columns.get(column) ?? { column, path: header.paths[column] ?? [], role: null, owner: null };
    columns.set(column, { ...before, ...found });
  }
  return [...columns.values()].sort((a, b) => a.column - b.column);
}

/** Tables of areas: one column per area, or several sides of each. */
function ofAreas(table: UnitTable, groups: readonly (readonly UnitColumn[])[], roles: Roles): ColumnQuestion[] {
  const width = Math.max(...groups.map((group) => group.length));
  const criteria = areaCriteria(
    table.rows.length,
    groups,
    table.columns.filter((each) => !groups.some((group) => group.includes(each))),
  );
  for (const each of (criteria?.areaTotals ?? []).filter(({ headingRole }) => headingRole !== 'total'))
    roles.set(each.column, { role: 'total', owner: each.top, because: 'bằng cộng các tiêu chí của lĩnh vực' });
  const areas =
    criteria?.scored ?? (width === 1 ? groups.map(([only]) => only).filter((each) => each !== undefined) : null);
  const asked: ColumnQuestion[] = [];
  const { points, left } = areas
    ? singleAreas(
        table,
        areas.filter(({ headingRole }) => headingRole === null),
        roles,
      )
    : sidesOfAreas(table, groups, roles, asked);
  if (points.length === 0) return asked;
  const rowSums = sums(
    table.rows.length,
    points.map(({ values }) => values),
  );
  const most = maxima(table.rows.length, points);
  for (const each of left) {
    const isBehind = each === left.at(-1) && points.every(({ column }) => column < each.column);
    const beside = points.find(({ column }) => column === each.column - 1);
    const because = placesIn(beside, each) ?? derived(each, rowSums, most, isBehind && points.length >= FEWEST_SUMMED);
    if (because === null) {
      // «Đúng hạn (%)» left of all points is no result of theirs.
      const isBefore = points.every(({ column }) => column > each.column) && IN_PERCENT.test(each.path.at(-1) ?? '');
      if (isBefore) roles.set(each.column, { role: 'count', owner: null, because: NO_POINTS });
      if (isBefore || each.isStated) continue;
      asked.push({
        about: [each],
        question: `Cột ${nameOf(each)} ghi gì`,
        because: 'tiêu đề không nói, và các số không phải là tổng, chỉ số hay thứ hạng của các lĩnh vực',
      });
    } else roles.set(each.column, { owner: null, ...because });
  }
  return asked;
}

/** After fewer areas a column may be their sum by chance. */
const FEWEST_SUMMED = 3;
const SUMMING = patternOf([
  '^(tong|cong (cac|lai|muc|phan|diem|linh vuc|tieu chi|noi dung|tat ca|toan bo|chung|gop)|cong$)',
  String.raw`|\bchung$`,
]);
const hasSumHeading = ({ path }: UnitColumn): boolean => path.some((heading) => SUMMING.test(plainKey(heading)));

function derived(
  each: UnitColumn,
  rowSums: readonly (number | null)[],
  most: readonly (number | null)[],
  isBehind: boolean,
): { role: HeaderRole; because: string } | null {
  // If every unit has full points, an area without a maximum may equal the sum of the others by chance.
  const isTelling = each.path.length === 0 || isBehind || hasSumHeading(each) || !isSame(rowSums, most);
  if (isSame(each.values, rowSums)) return isTelling ? { role: 'total', because: 'bằng cộng các lĩnh vực' } : null;
  if (isSame(each.values, percents(rowSums, most), NEAR_INDEX))
    return { role: 'index', because: 'bằng điểm chia điểm tối đa' };
  return isRankOf(each, rowSums) ? { role: 'rank', because: 'xếp theo tổng điểm' } : null;
}

/**
 * One of the columns may be the sum of the others. It is not taken as such beside a column named as total, or if every
 * unit has full points, where two areas may equal a third by chance.
 */
function singleAreas(
  { rows, columns }: UnitTable,
  areas: readonly UnitColumn[],
  roles: Roles,
): { points: UnitColumn[]; left: UnitColumn[] } {
  const isTotal = (each: UnitColumn): boolean => {
    const others = areas.filter((other) => other !== each);
    const isTelling =
      each.path.length === 0 ||
      hasSumHeading(each) ||
      each.values.some((value) => value !== null && value !== each.max);
    return (
      others.length >= 2 &&
      isTelling &&
      isSame(
        each.values,
        sums(
          rows.length,
          others.map(({ values }) => values),
        ),
      )
    );
  };
  const isTold = columns.some(({ headingRole }) => headingRole === 'total' || headingRole === 'selfTotal');
  const total = isTold ? undefined : areas.find((each) => isTotal(each));
  if (total) roles.set(total.column, { role: 'total', owner: null, because: 'bằng cộng các lĩnh vực' });
  const points = areas.filter((each) => each !== total);
  const left = columns.filter((each) => each.headingRole === null && !areas.includes(each) && !roles.has(each.column));
  return { points, left };
}

interface Side {
  readonly headingRole: HeaderRole | null;
  readonly hint: HeaderRole | null;
  readonly label: string;
  readonly columns: readonly UnitColumn[];
}

/** «Cột 4 | K» under every area: decides which column is which side. */
function sidesOfAreas(
  { rows, columns }: UnitTable,
  groups: readonly (readonly UnitColumn[])[],
  roles: Roles,
  asked: ColumnQuestion[],
): { points: UnitColumn[]; left: UnitColumn[] } {
  const wide = groups.filter((group) => group.length > 1);
  const labels = wide[0]?.map(({ label }) => label) ?? [];
  const isAlike = wide.every((group) => group.length === labels.length);
  const sides = labels.map((label, position): Side => {
    const sideColumns = wide.flatMap((group) => group[position] ?? []);
    const headingRole = sideColumns.find((each) => each.headingRole !== null)?.headingRole ?? null;
    return { label, headingRole, hint: sideColumns[0]?.hint ?? null, columns: sideColumns };
  });
  const left = columns.filter((each) => each.headingRole === null && !wide.some((group) => group.includes(each)));
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
  const allNamed = sides.every((side) => side.headingRole !== null);
  if (!best) return { points: [], left };
  if (!allNamed && !best.isSure)
    asked.push({
      about: sides.flatMap((side) => side.columns[0] ?? []),
      question: `Cột nào dưới mỗi lĩnh vực là điểm được tính (${sides
        .flatMap((side) => side.columns[0] ?? [])
        .map(nameOf)
        .join(', ')})`,
      because: 'tiêu đề không nói, và tổng của bảng không cho biết',
    });
  sides.forEach((side, position) => {
    const role = best.roles[position] ?? 'other';
    for (const each of side.columns)
      if (!each.isStated && each.headingRole === null)
        roles.set(each.column, { role: UNIT_HEADER_ROLES[role], owner: each.top, because: BECAUSE[role] });
  });
  return { points: [...(sides[best.points]?.columns ?? [])], left };
}

interface Sides {
  readonly roles: readonly SlotRole[];
  readonly points: number;
  readonly isSure: boolean;
}

/** One way to assign the roles to the sides. */
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
  const isLeft = best.roles.some((role, position) => role === 'other' && sides[position]?.headingRole === null);
  return { roles: best.roles, points: best.points, isSure: isChoiceConfirmed(sides, best) && !isLeft && !isClose };
}

function tellingOf(sides: readonly Side[], points: number, self: number | null, isProven: boolean): Telling {
  let odds = wordOf(sides[points], 'appraised') + (isProven ? 4 : 0);
  if (self !== null) {
    odds += wordOf(sides[self], 'self');
    odds += Math.min(2, countAbove(sides, self, points) / 2) - Math.min(6, countAbove(sides, points, self) * 1.2);
  }
  const roles = sides.map((side, position): SlotRole => {
    if (position === points) return 'appraised';
    if (position === self) return 'self';
    const isLost = isLossOf(side, sides[points]);
    if (isLost) odds += 3 + wordOf(side, 'lost');
    else odds += side.headingRole === null ? -3 : wordOf(side, 'other');
    return isLost || side.headingRole === 'lost' ? 'lost' : 'other';
  });
  return { roles, points, self, odds, isProven, isSure: false };
}

const wordOf = (side: Side | undefined, role: SlotRole): number => (side ? oddsOf(side, role) : 0);

/** How often one side is above the other, over all areas. */
const countAbove = (sides: readonly Side[], one: number, other: number): number =>
  (sides[one]?.columns ?? []).reduce(
    (sum, each, area) => sum + above(each.values, sides[other]?.columns[area]?.values ?? []),
    0,
  );

/** Whether a total or an index of the table is computed from this side. */
function isAddedUp(rows: number, side: readonly UnitColumn[], totals: readonly UnitColumn[]): boolean {
  const rowSums = sums(
    rows,
    side.map(({ values }) => values),
  );
  const index = percents(rowSums, maxima(rows, side));
  return totals.some(({ values }) => isSame(values, rowSums) || isSame(values, index, NEAR_INDEX));
}

/** Whether the side is the maximum minus the points, over all areas together. */
function isLossOf(side: Side, points: Side | undefined): boolean {
  let [same, different] = [0, 0];
  side.columns.forEach(({ values }, area) => {
    const pointsColumn = points?.columns[area];
    const max = pointsColumn?.max ?? null;
    const losses = (pointsColumn?.values ?? []).map((value) => (value === null || max === null ? null : max - value));
    const stated = values.map((value) => (value === null ? null : Math.abs(value)));
    const [equal, other] = compare(stated, losses);
    same += equal;
    different += other;
  });
  return same >= 2 && different * 5 <= same;
}

/** Whether a calculation, a word, or scores below the self-scores confirm which side counts. */
function isChoiceConfirmed(sides: readonly Side[], { points, self, isProven }: Telling): boolean {
  const pointsSide = sides[points];
  if (isProven || pointsSide?.headingRole === 'appraised' || pointsSide?.hint === 'appraised') return true;
  if (self === null || sides[self]?.headingRole !== 'self') return false;
  return countAbove(sides, self, points) >= 2 && countAbove(sides, points, self) === 0;
}
