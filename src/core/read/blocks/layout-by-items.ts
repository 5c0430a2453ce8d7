/** Families A and B: which columns belong to which unit if the rows are items. */
import { foldText } from '../../values/fold-text';
import { textAt, type Grid } from '../../model/workbook/grid';
import { blockOf, groupByOwner, hasScoreColumn, isUnscored, scoreFinder, type Block } from './blocks';
import type { Column, Columns } from './columns';
import { maximaOfBlocks } from './group-maxima';
import { WORD_ROLES } from '../../model/beside/cause-cells';
import type { ItemsLayout } from './layout';
import type { HeaderBlock } from './header-block';
import { headerKey, namesGroup, namesYear, roleOfHeader, yearOfHeader, type HeaderRole } from '../words/header-words';
import type { ScoreReader } from '../numbers/parse-score';
import { patternOf } from '../../values/pattern';

/** Words that group columns without naming a unit. */
const GENERIC = patternOf([
  String.raw`^(ket qua|diem|noi dung|thong tin|danh gia|cham diem|tong hop|don vi|ket qua cham diem.*`,
  String.raw`|diem danh gia.*|ket qua danh gia.*|ket qua tham dinh.*|diem so)$`,
]);
/** Statistics over all units. */
const STATISTIC = /^(diem )?(trung binh|binh quan|tb|cao nhat|thap nhat|lon nhat|nho nhat|chenh lech)/;
const SCORES: readonly HeaderRole[] = ['self', 'appraised', 'points'];

export const isGeneric = (text: string): boolean => GENERIC.test(headerKey(text));

export function layoutByItems(
  grid: Grid,
  header: HeaderBlock,
  columns: Columns,
  name: number,
  read: ScoreReader,
): ItemsLayout | null {
  if (columns.all.some((each) => each.role === 'unit' && each.owner === null && each.column < name)) return null;
  const behind = columns.all.filter((each) => each.column > name);
  const maxima = columns.all.filter((each) => each.role === 'max' && (!ownsUnit(each) || isOfGroup(each, columns.all)));
  const max = maxima[0]?.column ?? null;
  // The names may be on the right of all points.
  const isLast = max !== null && max < name && !behind.some(({ role }) => role === null || SCORES.includes(role));
  const right = isLast ? columns.all.filter(({ column, role }) => column !== name && role !== 'code') : behind;
  const owned = right.filter((each) => each.owner !== null && each.role !== null && each.role !== 'total');
  const years = owned.filter((each) => namesYear(each.owner ?? ''));
  if (years.length > 0) return comparedYears(grid, header, years, right, max);
  const unitBlocks = groupByOwner(
    grid,
    header,
    owned.filter((each) => ownsUnit(each) && !maxima.includes(each)),
  ).filter((block) => hasScoreColumn(block.columns));
  const isScore = scoreFinder(grid, header, columns.code, maxima.length > 1 ? null : max, read);
  const bare = right.filter(
    (each) => each.role === null && !STATISTIC.test(headerKey(lastText(each))) && isScore(each.column),
  );
  const blocks = [...unitBlocks, ...bareUnits(grid, header, right, bare)].sort((a, b) => a.column - b.column);
  // «Kiểm điểm» over «Lý do | Trách nhiệm» is a heading for texts about the scores beside it, not a unit.
  const scoredOwners = new Set(unitBlocks.map((block) => block.name));
  const plain = right.filter((each) => !ownsUnit(each) || (isWord(each.role) && !scoredOwners.has(each.owner ?? '')));
  // In a table of one unit, text columns left of the names belong to that unit, and so do scores.
  const isAlone = max !== null && bare.length + blocks.length === 0;
  const isOwn = ({ role }: Column): boolean => isWord(role) || (isAlone && (role === 'self' || role === 'appraised'));
  const before = columns.all.filter((each) => !right.includes(each) && isOwn(each) && !ownsUnit(each));
  const alone = blockOf(grid, header, '', [...plain, ...before]);
  // «Tổng | Bình quân» beside the columns of units summarizes them; alone, such a column is the score.
  const saysScore =
    bare.length > 0 ? plain.some(({ role }) => role !== null && SCORES.includes(role)) : hasScoreColumn(alone.columns);
  if (saysScore && unitBlocks.length < 2) {
    return {
      kind: 'one-unit',
      block: unitBlocks.length === 0 ? alone : blockOf(grid, header, '', [...right, ...before]),
      earlier: null,
      change: null,
      max,
    };
  }
  const [only] = blocks;
  if (blocks.length >= 2 || bare.length > 0) {
    const served = maximaOfBlocks(grid, header, maxima, blocks, read);
    if (served === null) return { kind: 'units-as-columns', blocks, max };
    const withMaxima = blocks.map((block, position) => {
      const most = served[position];
      return most === undefined ? block : { ...block, columns: { ...block.columns, max: most } };
    });
    return { kind: 'units-as-columns', blocks: withMaxima, max: null };
  }
  if (!only) return null;
  return { kind: 'one-unit', block: only, earlier: null, change: null, max: max ?? only.columns.max ?? null };
}

/** «Khối sở» over «Điểm tối đa | Sở A | Sở B»: the units below it are score columns themselves. */
const isOfGroup = ({ owner, column }: Column, all: readonly Column[]): boolean =>
  all.filter((each) => each.column !== column && each.role === null && each.path.slice(0, -1).includes(owner ?? ''))
    .length > 1;

const isWord = (role: HeaderRole | null): boolean => WORD_ROLES.some((each) => each === role);

const ownsUnit = (column: Column): boolean =>
  column.owner !== null && !isGeneric(column.owner) && roleOfHeader(column.owner) === null;

/** Units with one column each. Blank columns among them or with similar names are units that are not scored yet. */
function bareUnits(grid: Grid, header: HeaderBlock, right: readonly Column[], scored: readonly Column[]): Block[] {
  const columns = new Set(scored.map((each) => each.column));
  const last = scored.at(-1)?.column ?? -1;
  const kinds = new Set(scored.map(firstWord));
  const isAlike = (each: Column): boolean =>
    kinds.has(firstWord(each)) || (scored.length === 0 && TERRITORIES.has(firstWord(each)));
  const isListed = (each: Column): boolean =>
    ((each.column < last || isAlike(each)) && isUnscored(grid, header, each.column)) ||
    (isAlike(each) && holdsShortTexts(grid, header, each.column));
  const listed = right.filter(
    (each) =>
      each.role === null && !STATISTIC.test(headerKey(lastText(each))) && (columns.has(each.column) || isListed(each)),
  );
  // One blank column under a territory says nothing; several are the units of a table that is not filled in yet.
  const isTable = scored.length > 0 || listed.length > 1;
  if (!isTable && !right.some((each) => each.role === null && holdsShortTexts(grid, header, each.column))) return [];
  return listed.map((each) => ({ name: lastText(each), column: each.column, columns: { appraised: each.column } }));
}

const lastText = (column: Column): string => column.path.at(-1) ?? '';
/** «xã» of «Xã Tân An» and «3. Xã Tân An»: the headings of unit columns start alike. */
const firstWord = (column: Column): string =>
  foldText(lastText(column))
    .replace(/^\d+[.)]? ?/, '')
    .split(' ')[0] ?? '';

/** First words that identify a heading as the name of a unit. */
const TERRITORIES: ReadonlySet<string> = new Set(['xã', 'phường', 'ubnd', 'sở', 'đặc', 'huyện'].map(foldText));
/** «1,5 (trừ 0,5)», «Đạt», «75 %» may be entered as scores; longer texts are remarks. */
const LONGEST_SCORE = 24;

function holdsShortTexts(grid: Grid, header: HeaderBlock, column: number): boolean {
  let [short, long] = [0, 0];
  for (let row = header.body; row < Math.min(grid.rowCount, header.body + SAMPLE); row++) {
    const text = textAt(grid, row, column).trim();
    if (text.length > LONGEST_SCORE) long++;
    else if (text !== '') short++;
  }
  return short >= 2 && long === 0;
}

const SAMPLE = 80;

/** The khối above each unit: «Khối phường», or another heading over several but not all units. */
export function groupsOver(header: HeaderBlock, blocks: readonly Block[]): (string | null)[] {
  const above = blocks.map(({ name, column }) => {
    const path = header.paths[column] ?? [];
    return path.slice(0, Math.max(0, path.indexOf(name))).filter((text) => !isGeneric(text) && /\p{L}/u.test(text));
  });
  const others = above.map((texts) => texts.find((text) => roleOfHeader(text) === null) ?? null);
  const kinds = new Set(others).size;
  const divide = kinds > 1 && kinds < blocks.length;
  return above.map(
    (texts, position) => texts.find((text) => namesGroup(text)) ?? (divide ? (others[position] ?? null) : null),
  );
}

/** «Năm 2020 | Năm 2021»: the later year is scored and compared with the earlier one. */
function comparedYears(
  grid: Grid,
  header: HeaderBlock,
  years: readonly Column[],
  right: readonly Column[],
  max: number | null,
): ItemsLayout | null {
  const yearOf = (column: Column): number => yearOfHeader(column.owner ?? '') ?? 0;
  const ordered = [...new Set(years.map(yearOf))].sort((a, b) => a - b);
  const block = (year: number | undefined): Block | null => {
    const yearColumns = years.filter((each) => yearOf(each) === year);
    // One year has no maximum of its own beside that of all.
    const isOnly = ordered.length === 1 && max !== null;
    const columns = blockOf(grid, header, '', isOnly ? yearColumns.filter(({ role }) => role !== 'max') : yearColumns);
    return hasScoreColumn(columns.columns) ? columns : null;
  };
  const latest = block(ordered.at(-1));
  const change = right.find((each) => each.role === 'change')?.column ?? null;
  return (
    latest && {
      kind: 'one-unit',
      block: latest,
      earlier: ordered.length > 1 ? block(ordered.at(-2)) : null,
      change,
      max,
    }
  );
}
