/**
 * The roles of columns in a table whose rows are units, where their words do not say them: sides under every area by
 * what they add up to, totals by the areas, indices by points and maximum, ranks by the order (FIELD.md §9).
 */
import type { Grid } from '../../model/grid';
import type { Question, ReadFact } from '../../model/score-sheet';
import type { Column, Columns } from '../blocks/columns';
import type { HeaderBlock } from '../blocks/header-block';
import type { ScoreReader } from '../numbers/parse-score';
import type { HeaderRole } from '../words/header-words';
import { sidesOfAreas } from './infer-sides';
import { ofWholes } from './infer-wholes';
import { areaGroups, headingCell, unitTable, type UnitColumn, type UnitTable } from './unit-columns';
import { nameOf, type Asked, type Roles } from './unit-roles';
import { NEAR_INDEX, isRankOf, isSame, maxima, percents, sums } from './unit-sums';

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

function amended({ all }: Columns, header: HeaderBlock, roles: Roles): readonly Column[] {
  const columns = new Map(all.map((each) => [each.column, each]));
  for (const [column, found] of roles) {
    const before = columns.get(column) ?? { column, path: header.paths[column] ?? [], role: null, owner: null };
    columns.set(column, { ...before, ...found });
  }
  return [...columns.values()].sort((a, b) => a.column - b.column);
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
  if (isSame(each.values, percents(whole, most), NEAR_INDEX))
    return { role: 'index', because: 'bằng điểm chia điểm tối đa' };
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
