/** Family C: which columns belong to which area and which to the whole if the rows are units. */
import type { Grid } from '../../model/workbook/grid';
import { groupByOwner, hasScoreColumn, isBlankColumn, scoreFinder, type Block } from './blocks';
import type { Column, Columns } from './columns';
import type { UnitsLayout, TotalColumns } from './layout';
import type { HeaderBlock } from './header-block';
import {
  headerKey,
  IN_PERCENT,
  maximumInText,
  namesYear,
  roleOfHeader,
  yearOfHeader,
  type HeaderRole,
} from '../words/header-words';
import { parseHeading } from '../words/parse-heading';
import { isGeneric } from './layout-by-items';
import type { ScoreReader } from '../numbers/parse-score';
import { patternOf } from '../../values/pattern';

type TotalColumnsDraft = Partial<Record<HeaderRole, number>>;

/** Numbers about a unit that are not points. */
const EXTRA = patternOf([
  String.raw`^(so (luong|ho so|thu tuc|tthc|can bo|cong chuc|nhiem vu|van ban|ho|dan|nhan khau|don vi|xa`,
  String.raw`|thon)\b|dan so|dien tich|bien che|nam (thanh lap|sinh)|ma (so|dinh danh|don vi))`,
]);

export function layoutByUnits(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  read: ScoreReader,
): UnitsLayout | null {
  const named = new Set([columns.unit, columns.code, columns.group]);
  const rest = ofLatestYear(columns.all.filter((each) => !named.has(each.column) && !each.isOwn));
  const isWhole = (each: Column): boolean =>
    each.owner === null || roleOfHeader(each.owner) !== null || isGeneric(each.owner);
  const areas = groupByOwner(
    grid,
    header,
    rest.filter((each) => !isWhole(each) && each.role !== null),
  ).filter((block) => hasScoreColumn(block.columns));
  const isScore = scoreFinder(grid, header, columns.code, null, read);
  // «Thể chế (10 điểm)» is a column of points, even if its cells are blank or hold something else; «Đúng hạn (%)»
  // beside it is none.
  const isPriced = rest.some((each) => each.role === null && maximumInText(lastText(each)) !== null);
  const isArea = (each: Column): boolean =>
    maximumInText(lastText(each)) !== null ||
    (!EXTRA.test(headerKey(lastText(each))) && !(isPriced && IN_PERCENT.test(lastText(each))) && isScore(each.column));
  const bare = rest.filter((each) => each.role === null && isArea(each));
  // A single column headed by who judged, such as «Điểm khối thống nhất» before a total, is not an area.
  const judged = areas.length === 0 && bare.length === 1 ? bare.filter(isAppraised) : [];
  const single = bare.flatMap((each): Block[] =>
    judged.includes(each) ? [] : [{ name: lastText(each), column: each.column, columns: { appraised: each.column } }],
  );
  const parts = [...areas, ...single].sort((a, b) => a.column - b.column);
  const totalColumns = totalColumnsOf([
    ...rest.filter(isWhole),
    ...judged.map((each) => ({ ...each, role: 'appraised' as const, owner: null })),
  ]);
  const layout =
    parts.length === 0 ? pointsOfWhole(grid, header, totalColumns) : partsAndWhole(parts, totalColumns, rest);
  const addinColumns = columns.all.flatMap(({ isOwn, role, column }) =>
    isOwn && role ? [[role, column] as const] : [],
  );
  return layout && { ...layout, addinColumns: Object.fromEntries(addinColumns) };
}

const isAppraised = (column: Column): boolean =>
  maximumInText(lastText(column)) === null && parseHeading(lastText(column)).hint === 'appraised';

const lastText = (column: Column): string => column.path.at(-1) ?? '';

/** «Năm 2024 | Năm 2025» over points and ranks: only the later year counts. */
function ofLatestYear(columns: readonly Column[]): Column[] {
  const yearOf = ({ owner }: Column): number | null =>
    owner !== null && namesYear(owner) ? yearOfHeader(owner) : null;
  const latest = Math.max(0, ...columns.map((each) => yearOf(each) ?? 0));
  return columns.flatMap((each) => {
    const year = yearOf(each);
    return year === null ? [each] : year === latest ? [{ ...each, owner: null }] : [];
  });
}

/** One column per role: the last one for appraisals and totals, else the first. */
function totalColumnsOf(columns: readonly Column[]): TotalColumnsDraft {
  const totalColumns: TotalColumnsDraft = {};
  for (const each of columns) {
    const role = roleInWhole(each, columns);
    if (role === null || (totalColumns[role] !== undefined && role !== 'appraised' && role !== 'total')) continue;
    if (
      role === 'total' &&
      totalColumns.total !== undefined &&
      totalColumns.lost !== undefined &&
      totalColumns.lost > totalColumns.total
    )
      delete totalColumns.lost;
    totalColumns[role] = each.column;
  }
  // «Tỷ lệ %» after the scores is the index; before a total it belongs to a part.
  const { percent, total = -1, appraised = -1, points = -1, self = -1 } = totalColumns;
  if (totalColumns.index === undefined && percent !== undefined && percent > Math.max(total, appraised, points, self))
    totalColumns.index = percent;
  return totalColumns;
}

/** TC | TĐ | Tổng under «Tổng điểm» are self total and total. */
const UNDER_TOTAL: Partial<Record<HeaderRole, HeaderRole>> = { self: 'selfTotal', appraised: 'total', points: 'total' };

function roleInWhole({ column, owner, role }: Column, columns: readonly Column[]): HeaderRole | null {
  const isUnderTotal = owner !== null && role !== null && roleOfHeader(owner) === 'total';
  if (isUnderTotal) return UNDER_TOTAL[role] ?? role;
  if (role !== 'lost' || owner !== null) return role;
  // «Điểm trừ» in a table with a bonus column, or left of a total, is a penalty and not the points lost.
  const isTakenOff = columns.some(
    (each) => each.role === 'bonus' || (each.role === 'total' && each.owner === null && each.column > column),
  );
  return isTakenOff ? 'penalty' : 'lost';
}

/**
 * The layout of a sheet of totals. If no column of appraised points exists, uses a plain «Tổng điểm», else a stated
 * index out of 100.
 */
function pointsOfWhole(grid: Grid, header: HeaderBlock, totalColumns: TotalColumnsDraft): UnitsLayout | null {
  const { appraised, points, self, total, index: position } = totalColumns;
  let awardedColumn = appraised ?? points;
  if (awardedColumn === undefined && total !== undefined && (self === undefined || !isBlankColumn(grid, header, total)))
    awardedColumn = total;
  if (awardedColumn === undefined && self === undefined) awardedColumn = position;
  if (awardedColumn === undefined && self === undefined) return null;
  if (awardedColumn === undefined) return { kind: 'units-as-rows', areas: [], totalColumns };
  // «Tổng điểm tự chấm | Tổng điểm thẩm định»: both are totals, one self-scored and one appraised.
  const claimed = self ?? (awardedColumn === position ? undefined : totalColumns.selfTotal);
  const sides = claimed === undefined ? { appraised: awardedColumn } : { appraised: awardedColumn, self: claimed };
  return { kind: 'units-as-rows', areas: [], totalColumns: { ...totalColumns, ...sides } };
}

/**
 * Beside areas, a plain «Điểm thẩm định» is the total. If there is a total column as well, it is a part of that total,
 * or the sum of the areas left of it.
 */
function partsAndWhole(areas: readonly Block[], totalColumns: TotalColumnsDraft, rest: readonly Column[]): UnitsLayout {
  const { self, appraised, points, ...others } = totalColumns;
  const awardedColumn = appraised ?? points;
  const settled: TotalColumnsDraft = { ...others };
  const parts = [...areas];
  if (awardedColumn !== undefined && others.total !== undefined) {
    // Right of the areas it may be their total after appraisal: `judgedApart` checks the numbers.
    if (areas.some(({ column }) => column < awardedColumn))
      return {
        kind: 'units-as-rows',
        areas,
        totalColumns: appraised === undefined ? settled : { ...settled, appraised },
      };
    const text = rest.find((each) => each.column === awardedColumn)?.path.at(-1) ?? '';
    parts.push({ name: text, column: awardedColumn, columns: { appraised: awardedColumn } });
  } else if (awardedColumn !== undefined && isPartBeside(awardedColumn, areas, rest)) {
    const text = rest.find((each) => each.column === awardedColumn)?.path.at(-1) ?? '';
    parts.push({ name: text, column: awardedColumn, columns: { appraised: awardedColumn } });
  } else if (awardedColumn !== undefined) settled.total = awardedColumn;
  if (self !== undefined && others.selfTotal === undefined) settled.selfTotal = self;
  return { kind: 'units-as-rows', areas: parts.sort((a, b) => a.column - b.column), totalColumns: settled };
}

/**
 * «Điểm thẩm định (tối đa 70) | Điểm khảo sát (tối đa 30)»: the column is a part if its maximum and those of the areas
 * add up to 100.
 */
function isPartBeside(awardedColumn: number, areas: readonly Block[], rest: readonly Column[]): boolean {
  const maximumOf = (column: number): number => {
    const text = maximumInText(rest.find((each) => each.column === column)?.path.at(-1) ?? '');
    return Number(text?.replace(',', '.') ?? Number.NaN);
  };
  const others = areas.reduce((sum, { column }) => sum + maximumOf(column), 0);
  return maximumOf(awardedColumn) + others === 100 && others > 0;
}

/** The same table read by its totals alone. */
export const withoutAreas = (layout: UnitsLayout, total: number): UnitsLayout => {
  const totalColumns: TotalColumns = { ...layout.totalColumns, appraised: total };
  return { ...layout, areas: [], totalColumns };
};
