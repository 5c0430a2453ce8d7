/** Decides what each column of the table holds, from its header words and its cells. */
import { columnName } from '../../values/address';
import { valueAt, type Grid } from '../../model/workbook/grid';
import type { ReadFact } from '../../model/score-sheet';
import type { HeaderBlock } from './header-block';
import {
  headerKey,
  isSide,
  maximumInText,
  namesYear,
  roleOf,
  roleOfHeader,
  yearOfHeader,
  type HeaderRole,
} from '../words/header-words';
import { ownColumns } from './result-lines';
import { areFractions, areNames, namesBodies, namingColumn, numberingColumn, tellsLosses } from './identity';
import { readLetterhead } from '../units/read-letterhead';
import { isRating } from '../words/result-words';
import { namesBody } from '../words/unit-names';
import { countedInstead, OTHER_YEAR, PARTED, saysNoRole, sideUnder } from '../words/rounds';
import { areHeadingsExplained, statedRole } from '../words/vocabulary';

export interface Column {
  readonly column: number;
  readonly path: readonly string[];
  readonly role: HeaderRole | null;
  /** The text above the role that names a unit, an area or a year, or null. */
  readonly owner: string | null;
  /** A clause with the reason, if something other than the heading decided the role. */
  readonly because?: string;
  /** The column holds results that this program added. */
  readonly isOwn?: true;
}

export interface Columns {
  readonly all: readonly Column[];
  readonly code: number | null;
  readonly name: number | null;
  readonly unit: number | null;
  readonly group: number | null;
  readonly facts: readonly ReadFact[];
}

const SAMPLE = 60;
/** Headings of row numbers. Texts below them are headings of sections. */
const ORDINAL = /^(stt|tt|so tt|so thu tu)$/;
const SCORE_SIDE = new Set<HeaderRole>([...PARTED, 'cause', 'bonus', 'penalty']);

export function readColumns(grid: Grid, header: HeaderBlock): Columns {
  const facts: ReadFact[] = [];
  const addinColumns = ownColumns(grid, header);
  const raw = header.paths
    .map((path, column): Column => ({ column, path, ...assign(path) }))
    .filter((each) => (each.path.length > 0 || statedRoleOf(each) !== null) && !addinColumns.has(each.column))
    .map(asStated);
  identify(grid, header, raw);
  const isNamed = raw.some((each) => (each.role === 'name' || each.role === 'unit') && each.owner === null);
  const decided = raw.map((each, position) =>
    statedRoleOf(each) ? each : decideByContent(grid, header, each, { isFirst: position === 0, isNamed }, facts),
  );
  const find = (role: HeaderRole): number | null =>
    decided.find((each) => each.role === role && each.owner === null)?.column ?? null;
  const name = fullestName(grid, header, decided);
  const code = codeColumn(decided, name);
  const year = readLetterhead({ grid, headerRows: [header.top], sheet: grid.sheet }).year;
  const all = withoutOverriddenColumns(
    setAside(decided.map((each, position) => settleFirst(settleShort(each, code, name), decided[position - 1]))).map(
      (each) => asStated(setOtherYearAside(each, year)),
    ),
  );
  return {
    all: [...all, ...addinColumns.values()].sort((a, b) => a.column - b.column),
    code: code ?? all.find((each) => each.role === 'code')?.column ?? null,
    name,
    unit: find('unit'),
    group: find('group'),
    facts,
  };
}

/** Finds columns of names and codes by their cells if no heading identifies them. */
function identify(grid: Grid, header: HeaderBlock, raw: Column[]): void {
  const isNamed = (role: HeaderRole): boolean => raw.some((each) => each.role === role && each.owner === null);
  const put = (column: number, role: HeaderRole, because: string): void => {
    const position = raw.findIndex((each) => each.column === column);
    const before = raw[position];
    const path = header.paths[column] ?? [];
    if (before && statedRoleOf(before) !== null) return;
    const found: Column = { column, path, role, owner: null, because };
    if (position < 0) raw.push(found);
    else raw[position] = found;
    raw.sort((a, b) => a.column - b.column);
  };
  const head = header.body - 1;
  if (!isNamed('name') && !isNamed('unit')) {
    const column = namingColumn(grid, head);
    const namesColumn = raw.find((each) => each.column === column);
    // «Mục tiêu» or «Chỉ tiêu giao» over names is a count only if another column names the rows.
    if (column === null || (namesColumn?.role && namesColumn.role !== 'code' && namesColumn.role !== 'count')) return;
    // A heading that was merged over several columns by mistake does not tell what any of them holds.
    const text = namesColumn?.path.join('\n') ?? '';
    if (text !== '' && raw.some((each) => each.column < column && each.path.join('\n') === text)) return;
    const isUnits = namesBodies(grid, head, column);
    put(column, isUnits ? 'unit' : 'name', isUnits ? 'các ô là tên đơn vị' : 'các ô là tên tiêu chí');
  }
  const names = raw.find((each) => (each.role === 'name' || each.role === 'unit') && each.owner === null)?.column;
  if (names === undefined || isNamed('code')) return;
  const column = numberingColumn(grid, head, names);
  const codesColumn = raw.find((each) => each.column === column);
  if (column !== null && (codesColumn === undefined || codesColumn.role === null)) put(column, 'code', 'các ô là mã');
}

type Headed = Pick<Column, 'column' | 'path'>;

/**
 * The heading by which the officer speaks of a column, the narrowest first; «Cột F» where nothing stands above it, or
 * the same as above another.
 */
export const headingsOf = ({ path, column }: Headed): readonly [string, ...string[]] => [
  path.length === 0 ? `Cột ${columnName(column)}` : path.join(' / '),
  ...path.slice(-1),
];

/** The role that the officer states for the column, or null. */
export function statedRoleOf(column: Headed): HeaderRole | null {
  // Called six times per column, so nothing is joined if no headings are explained.
  if (!areHeadingsExplained()) return null;
  for (const heading of [`Cột ${columnName(column.column)}`, ...headingsOf(column)]) {
    const role = statedRole(heading);
    if (role) return role;
  }
  return null;
}

function asStated(column: Column): Column {
  const role = statedRoleOf(column);
  return role === null ? column : { ...column, role, owner: ownerAbove(column.path, column.path.length - 1) };
}

/** A unit has one column of each of these roles: if the officer states which one, the others are set aside. */
const SINGLE: ReadonlySet<HeaderRole | null> = new Set<HeaderRole>(['self', 'appraised', 'lost', 'percent']);

function withoutOverriddenColumns(columns: readonly Column[]): Column[] {
  const keyOf = ({ role, owner }: Column): string => `${role ?? ''}\n${owner ?? ''}`;
  const taken = new Set(
    columns.filter((each) => SINGLE.has(each.role) && statedRoleOf(each) !== null).map((each) => keyOf(each)),
  );
  return columns.map((each) =>
    taken.has(keyOf(each)) && statedRoleOf(each) === null
      ? { ...each, role: 'foreign', because: 'trang tính «Cấu hình» chọn cột khác' }
      : each,
  );
}

/**
 * «Lĩnh vực | Tiêu chí | Tiêu chí thành phần», each named once above its parts: the fullest of these columns names
 * every row.
 */
function fullestName(grid: Grid, header: HeaderBlock, columns: readonly Column[]): number | null {
  const points = columns.find((each) => each.role !== null && SCORE_SIDE.has(each.role))?.column ?? Infinity;
  const all = columns.filter((each) => each.role === 'name' && each.owner === null);
  const left = all.filter((each) => each.column < points);
  const names = left.length > 0 ? left : all;
  if (names.length < 2) return names[0]?.column ?? null;
  const filled = names.map((each) => sample(grid, header, each.column).length);
  return names[filled.indexOf(Math.max(...filled))]?.column ?? null;
}

/** «TT | Mã | Tên tiêu chí»: the code column is «Mã», else the one nearest to the names on their left. */
function codeColumn(columns: readonly Column[], name: number | null): number | null {
  const codes = columns.filter((each) => each.role === 'code' && each.owner === null);
  const named = codes.find((each) => /^ma\b/.test(headerKey(each.path[0] ?? '')));
  const near = name === null ? undefined : codes.findLast((each) => each.column < name);
  return (named ?? near ?? codes[0])?.column ?? null;
}

/** Takes the role from the deepest text that names one, and the owner from the deepest other text above it. */
function assign(path: readonly string[]): Pick<Column, 'role' | 'owner'> {
  const bottom = path[path.length - 1] ?? '';
  const bottomRole = namesYear(bottom) ? roleOfYear(path) : roleOf(bottom);
  // «Nội dung» below «Biện pháp khắc phục» is the remedy.
  if (bottomRole === 'name' && roleOfHeader(path.at(-2) ?? '') === 'remedy') return { role: 'remedy', owner: null };
  // «Điểm tối đa | Điểm» below «Tự đánh giá», and once more below «Thẩm định».
  const side = /^(so )?diem$/.test(headerKey(bottom)) ? path.slice(0, -1).map(sideUnder).findLast(isSide) : undefined;
  if (bottomRole) return { role: side ?? bottomRole, owner: ownerAbove(path, path.length - 1) };
  // «Điểm» over «tự chấm», «Điểm thẩm» over «định»: one heading split over two cells.
  const isGoneOn = path.length > 1 && /^\p{Ll}/u.test(bottom) && !namesBody(bottom);
  const joinedRole = isGoneOn ? roleOfHeader(path.join(' ')) : null;
  if (joinedRole) return { role: joinedRole, owner: null };
  for (let position = path.length - 2; position >= 0; position--) {
    const role = roleOfHeader(path[position] ?? '');
    if (!role || !SCORE_SIDE.has(role)) continue;
    return saysNoRole(bottom) ? { role, owner: ownerAbove(path, position) } : { role, owner: bottom };
  }
  return { role: null, owner: ownerAbove(path) };
}

/** «Tự chấm» or «Xếp hạng» over «2024 | 2025»: the heading above gives the role of each year. */
const roleOfYear = (path: readonly string[]): HeaderRole =>
  path
    .slice(0, -1)
    .map(roleOf)
    .findLast((role) => role !== null && PARTED.has(role)) ?? 'points';

function ownerAbove(path: readonly string[], length = path.length): string | null {
  const isOwner = (text: string, role: HeaderRole | null): boolean =>
    !/^[\d().\s]*$/.test(text) && roleOf(text) === role;
  const owner = path.findLast((text, position) => position < length && isOwner(text, null));
  // «Tổng điểm» over TC | TĐ | Tổng is the heading of the totals, not a unit.
  return owner ?? path.findLast((text, position) => position < length && isOwner(text, 'total')) ?? null;
}

/** Decides from the cells if the words leave two roles open. */
function decideByContent(
  grid: Grid,
  header: HeaderBlock,
  column: Column,
  { isFirst, isNamed }: { isFirst: boolean; isNamed: boolean },
  facts: ReadFact[],
): Column {
  if (column.role === null && tellsLosses(sample(grid, header, column.column)))
    return { ...column, role: 'cause', owner: null, because: 'các ô ghi nguyên nhân, trách nhiệm' };
  const isOrdinal = isNamed && ORDINAL.test(headerKey(column.path.at(-1) ?? ''));
  if (column.role === 'code' ? !isOrdinal : isFirst && isShort(column))
    return { ...column, role: areNames(sample(grid, header, column.column)) ? 'name' : 'code' };
  if (column.role === 'max' && areFractions(sample(grid, header, column.column)))
    return { ...column, role: 'appraised', because: 'các ô ghi điểm trên điểm tối đa' };
  // «Cơ quan thẩm định» over «Sở Nội vụ», «Văn phòng UBND tỉnh».
  const cells = column.role === 'appraised' ? sample(grid, header, column.column) : [];
  if (cells.filter((cell) => typeof cell === 'string' && namesBody(cell)).length * 2 > cells.length)
    return { ...column, role: 'foreign', because: 'các ô ghi tên cơ quan' };
  if (column.role !== 'rank' && column.role !== 'rating') return column;
  const decided = rankOrRating(column, column.role, sample(grid, header, column.column));
  if (!decided) return column;
  const { role, because } = decided;
  const at = { row: header.bottom, column: column.column };
  facts.push({ kind: 'ambiguous-column', at, header: column.path.join(' / '), readAs: role, because });
  return { ...column, role };
}

/** «Xếp hạng» over «Tốt» is the rating; «Xếp loại» over 1, 2, 3 is the rank. Returns null if the words are right. */
function rankOrRating(
  { path }: Column,
  role: 'rank' | 'rating',
  cells: readonly (string | number)[],
): { readonly role: HeaderRole; readonly because: string } | null {
  const numbers = cells.filter((cell) => typeof cell === 'number' || /^\s*\d+(\s*\/\s*\d+)?\s*$/.test(cell)).length;
  const ratings = cells.filter((cell) => typeof cell === 'string' && isRating(cell)).length;
  if (role === 'rank')
    return ratings > 0 && numbers === 0
      ? { role: 'rating', because: 'các ô ghi mức xếp loại, không ghi thứ hạng' }
      : null;
  return numbers > 1 && ratings === 0 && headerKey(path.at(-1) ?? '') !== 'nhom'
    ? { role: 'rank', because: 'các ô ghi số thứ tự, không ghi mức xếp loại' }
    : null;
}

function sample(grid: Grid, header: HeaderBlock, column: number): (string | number)[] {
  const length = Math.max(0, Math.min(grid.rowCount - header.body, SAMPLE));
  return Array.from({ length }, (_, position) => valueAt(grid, header.body + position, column)).flatMap((cell) =>
    typeof cell === 'number' || (typeof cell === 'string' && cell.trim()) ? cell : [],
  );
}

const isShort = (column: Column): boolean => headerKey(column.path[column.path.length - 1] ?? '') === 'tc';

/** TC left of the names is the code of a criterion; right of them it is tự chấm. */
function settleShort(column: Column, code: number | null, name: number | null): Column {
  if (code !== null || name === null || column.column >= name) return column;
  return isShort(column) ? { ...column, role: 'code', owner: null } : column;
}

/** «Trong đó: Chỉ đạo (40 điểm)» is a part of the area before it; behind the units or the total the first area. */
function settleFirst(column: Column, before: Column | undefined): Column {
  const isPart = column.role === 'count' && maximumInText(column.path.at(-1) ?? '') !== null;
  const isFirst = before !== undefined && before.role !== null && before.role !== 'count';
  return isPart && isFirst ? { ...column, role: null } : column;
}

/** Of columns that differ only by the year the latest counts; of parts of a year or a council the whole. */
function setAside(columns: readonly Column[]): Column[] {
  const replaced = countedInstead(
    columns.map(({ path, role, owner }) => ({ text: path.at(-1) ?? '', above: path.slice(0, -1), role, owner })),
  );
  return columns.map((each, position) =>
    replaced[position] ? { ...each, ...replaced[position], owner: ownerAbove(each.path, each.path.length - 1) } : each,
  );
}

/** «Điểm năm 2024» in a sheet about 2025 belongs to last year, even if it adds up. */
function setOtherYearAside(column: Column, year: number | null): Column {
  const text = column.path.at(-1) ?? '';
  const columnYear = column.owner === null || column.owner === text || namesYear(text) ? yearOfHeader(text) : null;
  const isScore = column.role === null || SCORE_SIDE.has(column.role);
  return isScore && columnYear !== null && year !== null && columnYear < year
    ? { ...column, role: 'foreign', because: OTHER_YEAR }
    : column;
}
