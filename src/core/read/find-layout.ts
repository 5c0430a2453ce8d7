/** Which of the three families a table belongs to, and which columns hold which scores of whom (DOMAIN.md §4). */
import { foldText, plainKey } from '../model/fold-text';
import { isBlank, valueAt, type Grid } from '../model/grid';
import type { RoleColumns, ScoreRole } from '../model/score-sheet';
import type { Column, Columns } from './columns';
import type { HeaderBlock } from './header-block';
import { headerKey, roleOfHeader, type HeaderRole } from './header-words';
import type { ScoreReader } from './parse-score';

/** A unit over columns (families A, B) or an area over columns (family C). */
export interface Block {
  readonly name: string;
  /** First column of the block. */
  readonly column: number;
  readonly columns: RoleColumns;
}

export type Layout =
  | { readonly kind: 'one-unit'; readonly block: Block; readonly earlier: Block | null; readonly change: number | null; readonly max: number | null }
  | { readonly kind: 'units-as-columns'; readonly blocks: readonly Block[]; readonly max: number | null }
  | {
      readonly kind: 'units-as-rows';
      readonly areas: readonly Block[];
      /** Columns that speak of the whole: total, index, rank … */
      readonly whole: Readonly<Partial<Record<HeaderRole, number>>>;
    };

const YEAR = /^nam (?:danh gia )?((?:19|20)\d\d)$/;
/** Words that group columns without naming a unit. */
const GENERIC = /^(ket qua|diem|noi dung|thong tin|danh gia|cham diem|tong hop|don vi|ket qua cham diem.*|diem danh gia.*|ket qua danh gia.*|ket qua tham dinh.*|diem so)$/;
/** Columns over all units. */
const STATISTIC = /^(trung binh|binh quan|cao nhat|thap nhat|chenh lech)/;
const KHOI = /^(khoi|nhom) /;
const SCORES: readonly HeaderRole[] = ['self', 'appraised', 'points'];
const SAMPLE = 80;

export function findLayout(grid: Grid, header: HeaderBlock, columns: Columns, read: ScoreReader): Layout | null {
  if (columns.name === null) return columns.unit === null ? null : unitsAsRows(grid, header, columns, read);
  const { name } = columns;
  const right = columns.all.filter((each) => each.column > name);
  const max = columns.all.find((each) => each.role === 'max' && !ownsUnit(each))?.column ?? null;
  const owned = right.filter((each) => each.owner !== null && each.role !== null && each.role !== 'total');
  const years = owned.filter((each) => YEAR.test(headerKey(each.owner ?? '')));
  if (years.length > 0) return comparedYears(years, right, max);
  const unitBlocks = groupByOwner(grid, header, owned.filter(ownsUnit)).filter((block) => hasScoreColumn(block.columns));
  const bare = right.filter((each) => each.role === null && holdsScores(grid, header, each.column, read));
  const blocks = [...unitBlocks, ...bareUnits(grid, header, right, bare)].sort((a, b) => a.column - b.column);
  const plain = right.filter((each) => each.owner === null || !ownsUnit(each));
  const own = blockOf(grid, header, '', plain);
  const hasOwnScores = hasScoreColumn(own.columns);
  if (hasOwnScores && unitBlocks.length < 2) return { kind: 'one-unit', block: own, earlier: null, change: null, max };
  const [only] = blocks;
  if (blocks.length >= 2 || bare.length > 0) return { kind: 'units-as-columns', blocks, max };
  return only ? { kind: 'one-unit', block: only, earlier: null, change: null, max: max ?? only.columns.max ?? null } : null;
}

/** The khối named over a unit's columns, or null. */
export const groupOver = (header: HeaderBlock, block: Block): string | null =>
  header.paths[block.column]?.find((text) => text !== block.name && KHOI.test(headerKey(text))) ?? null;

const hasScoreColumn = (columns: RoleColumns): boolean => columns.self !== undefined || columns.appraised !== undefined;

const ownsUnit = (column: Column): boolean => column.owner !== null && !GENERIC.test(headerKey(column.owner)) && roleOfHeader(column.owner) === null;

/** A column whose cells are mostly scores; a fully blank one counts neither way. */
function holdsScores(grid: Grid, header: HeaderBlock, column: number, read: ScoreReader): boolean {
  let scores = 0;
  let others = 0;
  for (let row = header.body; row < Math.min(grid.rowCount, header.body + SAMPLE); row++) {
    if (isBlank(valueAt(grid, row, column))) continue;
    const score = read.score(row, column);
    if (score.kind === 'damaged' && score.problem === 'number') others++;
    else scores++;
  }
  return scores > others;
}

/** Units that are one column each, and blank ones among them or named like them: listed, not scored yet. */
function bareUnits(grid: Grid, header: HeaderBlock, right: readonly Column[], scored: readonly Column[]): Block[] {
  const columns = new Set(scored.map((each) => each.column));
  const last = Math.max(...columns);
  const kinds = new Set(scored.map(firstWord));
  const isListed = (each: Column): boolean => columns.size > 0 && (each.column < last || kinds.has(firstWord(each))) && isBlankColumn(grid, header, each.column);
  const listed = right.filter((each) => each.role === null && !STATISTIC.test(headerKey(lastText(each))) && (columns.has(each.column) || isListed(each)));
  return listed.map((each) => ({ name: lastText(each), column: each.column, columns: { appraised: each.column } }));
}

const lastText = (column: Column): string => column.path[column.path.length - 1] ?? '';
/** «xã» of «Xã Tân An»: columns of units are headed alike. */
const firstWord = (column: Column): string => foldText(lastText(column)).split(' ')[0] ?? '';

const isBlankColumn = (grid: Grid, header: HeaderBlock, column: number): boolean => {
  for (let row = header.body; row < grid.rowCount; row++) if (!isBlank(valueAt(grid, row, column))) return false;
  return true;
};

/** Columns under the same name, in the order of their first column. */
function groupByOwner(grid: Grid, header: HeaderBlock, columns: readonly Column[]): Block[] {
  const groups = new Map<string, Column[]>();
  let last: { key: string; column: number } | null = null;
  for (const column of columns) {
    const folded = foldText(column.owner ?? '');
    // The same name again after other columns, with roles that it has already, is another unit of that name.
    const again = groups.has(folded) && last?.key !== folded && (groups.get(folded) ?? []).some((each) => each.role === column.role);
    const key: string = again ? `${folded}#${column.column.toString()}` : last && last.key.startsWith(`${folded}#`) ? last.key : folded;
    groups.set(key, [...(groups.get(key) ?? []), column]);
    last = { key, column: column.column };
  }
  return [...groups.values()].map((group) => blockOf(grid, header, group[0]?.owner ?? '', group));
}

const ROLE_OF: Readonly<Partial<Record<HeaderRole, ScoreRole>>> = {
  max: 'max',
  self: 'self',
  appraised: 'appraised',
  points: 'appraised',
  total: 'appraised',
  lost: 'lost',
  percent: 'percent',
  index: 'percent',
  cause: 'cause',
  responsibleBody: 'responsibleBody',
  responsiblePerson: 'responsiblePerson',
  explanation: 'explanation',
};

/** One column per role: of several rounds of appraisal the last that holds anything, of other repeats the first. */
function blockOf(grid: Grid, header: HeaderBlock, name: string, columns: readonly Column[]): Block {
  const chosen: Partial<Record<ScoreRole, number>> = {};
  for (const { column, role } of columns) {
    const score = role && ROLE_OF[role];
    if (!score) continue;
    const isRound = score === 'appraised' && chosen.appraised !== undefined;
    if (chosen[score] === undefined || (isRound && !isBlankColumn(grid, header, column))) chosen[score] = column;
  }
  return { name, column: columns[0]?.column ?? 0, columns: chosen };
}

/** «Năm 2020 | Năm 2021»: the later year is scored, the earlier one is what it is compared with. */
function comparedYears(years: readonly Column[], right: readonly Column[], max: number | null): Layout | null {
  const yearOf = (column: Column): string => YEAR.exec(headerKey(column.owner ?? ''))?.[1] ?? '';
  const ordered = [...new Set(years.map(yearOf))].sort();
  const block = (year: string | undefined): Block | null => {
    const own = years.filter((each) => yearOf(each) === year);
    const points = own.find((each) => each.role && SCORES.includes(each.role))?.column;
    const percent = own.find((each) => each.role === 'percent' || each.role === 'index')?.column;
    if (points === undefined) return null;
    return { name: '', column: own[0]?.column ?? 0, columns: { appraised: points, ...(percent === undefined ? {} : { percent }) } };
  };
  const latest = block(ordered[ordered.length - 1]);
  const change = right.find((each) => each.role === 'change')?.column ?? null;
  return latest && { kind: 'one-unit', block: latest, earlier: ordered.length > 1 ? block(ordered[ordered.length - 2]) : null, change, max };
}

function unitsAsRows(grid: Grid, header: HeaderBlock, columns: Columns, read: ScoreReader): Layout | null {
  const rest = columns.all.filter((each) => each.column !== columns.unit && each.column !== columns.code && each.column !== columns.group);
  const isWhole = (each: Column): boolean => each.owner === null || roleOfHeader(each.owner) !== null || GENERIC.test(headerKey(each.owner));
  const areas = groupByOwner(grid, header, rest.filter((each) => !isWhole(each) && each.role !== null)).filter((block) => hasScoreColumn(block.columns));
  const bare = rest.filter((each) => each.role === null && holdsScores(grid, header, each.column, read));
  const single = bare.map((each): Block => ({ name: each.path[each.path.length - 1] ?? '', column: each.column, columns: { appraised: each.column } }));
  const whole: Partial<Record<HeaderRole, number>> = {};
  for (const each of rest.filter(isWhole)) {
    const heads = each.owner === null ? null : roleOfHeader(each.owner);
    const role = heads === 'total' ? wholeRole(each.role) : each.role;
    if (role && (whole[role] === undefined || role === 'appraised' || role === 'total')) whole[role] = each.column;
  }
  const parts = [...areas, ...single].sort((a, b) => a.column - b.column);
  return settleWhole(parts, whole, rest);
}

/** TC | TĐ | Tổng under «Tổng điểm» are self total and total. */
const wholeRole = (role: HeaderRole | null): HeaderRole | null =>
  role === 'self' ? 'selfTotal' : role === 'appraised' || role === 'points' ? 'total' : role;

/** Beside areas, a plain «Điểm thẩm định» is the total, or an area of its own where a total stands as well. */
function settleWhole(areas: readonly Block[], whole: Partial<Record<HeaderRole, number>>, rest: readonly Column[]): Layout | null {
  if (areas.length === 0) {
    const points = whole.appraised ?? whole.points ?? whole.self ?? whole.total;
    return points === undefined ? null : { kind: 'units-as-rows', areas: [], whole };
  }
  const { self, appraised, points, ...others } = whole;
  const own = appraised ?? points;
  const settled = { ...others };
  const parts = [...areas];
  if (own !== undefined && others.total !== undefined) {
    const text = rest.find((each) => each.column === own)?.path.at(-1) ?? '';
    parts.push({ name: text, column: own, columns: { appraised: own } });
  } else if (own !== undefined) settled.total = own;
  if (self !== undefined && others.selfTotal === undefined) settled.selfTotal = self;
  return { kind: 'units-as-rows', areas: parts.sort((a, b) => a.column - b.column), whole: settled };
}

/** True for a text that names an area line of maxima below the header: «Điểm tối đa». */
export const namesMaximum = (text: string): boolean => /^(so )?(tong )?(diem )?(toi da|chuan|quy dinh)$|^thang diem$/.test(plainKey(text));
