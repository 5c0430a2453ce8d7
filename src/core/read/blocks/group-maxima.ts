/**
 * Several columns of maxima over all units, each for one group of units: «Điểm tối đa (khối sở) | Điểm tối đa (khối
 * xã)». The words decide which column serves which unit, else the position, else that the scores do not exceed it.
 */
import { foldText, plainKey } from '../../values/fold-text';
import type { Grid } from '../../model/workbook/grid';
import type { ScoreReader } from '../numbers/parse-score';
import { headerKey } from '../words/header-words';
import { parseHeading } from '../words/parse-heading';
import type { Block } from './blocks';
import type { Column, Columns } from './columns';
import type { HeaderBlock } from './header-block';

/** Number of rows sampled to tell whether scores stay within a maximum. */
const SAMPLE = 400;
/** This many scores above a maximum are no longer slips. */
const FEWEST_ABOVE = 2;
const GROUP = /\b(khoi|nhom|cum|cap|doi voi|cac) ([a-z].*)$/;
/** The two kinds of units in a province, by the first word of their name. */
const KINDS: readonly (readonly string[])[] = [
  ['so', 'ban', 'nganh', 'van phong', 'thanh tra', 'co quan', 'truong'],
  ['xa', 'phuong', 'thi tran', 'dac khu'],
];

/** The group that a heading of maxima names: «Mức điểm (khối sở)» → "so"; null if none. */
function groupIn({ path }: Column): string | null {
  const text = path.at(-1) ?? '';
  const bracket = /\(([^()]*)\)\s*$/.exec(text)?.[1] ?? text;
  return GROUP.exec(plainKey(bracket))?.[2]?.trim() ?? null;
}

/**
 * Columns whose headings differ only in the group they name hold the maxima of those groups, even if the words mean
 * points: «Mức điểm (khối sở) | Mức điểm (khối xã)».
 */
export function withGroupMaxima(columnsRead: Columns): Columns {
  const columns = { ...columnsRead, all: withHighestAside(columnsRead.all) };
  const { all, name } = columns;
  if (name === null) return columns;
  const isOpen = ({ role, column }: Column): boolean =>
    column > name && (role === 'max' || role === 'points' || role === null);
  const named = all.filter((each) => isOpen(each) && groupIn(each) !== null && /\)\s*$/.test(each.path.at(-1) ?? ''));
  const keyOf = ({ path }: Column): string => headerKey(path.at(-1) ?? '');
  const alike = named.filter((each) => {
    const same = named.filter((other) => keyOf(other) === keyOf(each));
    return same.length > 1 && new Set(same.map(groupIn)).size === same.length && /diem|toi da|chuan/.test(keyOf(each));
  });
  const isWhole = new Set(alike.map(keyOf)).size === 1 && alike.some((each) => each.role !== null || isHighest(each));
  // If these are more than half of the columns, each holds the scores of one unit.
  if (!isWhole || alike.length * 2 > all.filter(({ column }) => column > name).length) return columns;
  const because = 'các cột chỉ khác nhau ở tên khối';
  const amended = all.map((each): Column =>
    alike.includes(each) ? { ...each, role: 'max', owner: null, because } : each,
  );
  return { ...columns, all: amended };
}

const isHighest = ({ path }: Column): boolean => parseHeading(path.at(-1) ?? '').kinds.has('highest');

/** «Điểm cao nhất» beside a maximum, or «Cao nhất | Thấp nhất», is the score of the best unit. */
function withHighestAside(columns: readonly Column[]): readonly Column[] {
  const isBeside = columns.some(
    ({ role, path }) => role === 'max' || /thap nhat|trung binh|^tb/.test(headerKey(path.at(-1) ?? '')),
  );
  return columns.map((each) =>
    isBeside && each.role === null && isHighest(each)
      ? { ...each, role: 'count', because: 'là số của đơn vị cao nhất' }
      : each,
  );
}

/** The column of maxima for each block if each of several columns serves some blocks; null if that is uncertain. */
export function maximaOfBlocks(
  grid: Grid,
  header: HeaderBlock,
  maxima: readonly Column[],
  blocks: readonly Block[],
  read: ScoreReader,
): readonly number[] | null {
  if (maxima.length < 2 || blocks.some(({ columns }) => columns.max !== undefined)) return null;
  const places = maxima.map(({ column }) => column);
  const byPlace = blocks.map((block) => places.findLast((column) => column < block.column) ?? null);
  const isByPlace = places.every((column) => byPlace.includes(column)) && byPlace.every((column) => column !== null);
  const end = Math.min(grid.rowCount, header.body + SAMPLE);
  const above = (block: Block, max: number): number => {
    const pointsColumn = block.columns.appraised ?? block.columns.self ?? block.column;
    let count = 0;
    for (let row = header.body; row < end; row++) {
      const [score, most] = [read.score(row, pointsColumn), read.maximum(row, max)];
      if (score.kind === 'points' && most !== null && score.points > most) count++;
    }
    return count;
  };
  const served = blocks.map((block, position): number | null => {
    const byWords = maximaColumnByWords(block, header, maxima);
    const place = isByPlace ? (byPlace[position] ?? null) : null;
    if (byWords !== null && place !== null && byWords !== place) return null;
    const counts = places.map((max) => above(block, max));
    const fitting = places.filter((_, of) => (counts[of] ?? 0) < FEWEST_ABOVE);
    const found = byWords ?? place ?? (fitting.length === 1 ? (fitting[0] ?? null) : null);
    return found !== null && fitting.includes(found) ? found : null;
  });
  const known = served.flatMap((each) => each ?? []);
  return known.length === blocks.length && places.every((column) => known.includes(column)) ? known : null;
}

/**
 * The only column whose heading names the group over the unit, the first word of the unit's name, or the kind of that
 * word.
 */
function maximaColumnByWords({ name, column }: Block, header: HeaderBlock, maxima: readonly Column[]): number | null {
  const groups = maxima.map((each) => ({ column: each.column, words: ` ${groupIn(each) ?? ''} ` }));
  const only = (fits: (words: string) => boolean): number | null => {
    const found = groups.filter(({ words }) => words.trim() !== '' && fits(words.replace(/[,/;–-]+/g, ' ')));
    return found.length === 1 ? (found[0]?.column ?? null) : null;
  };
  const above = (header.paths[column] ?? []).filter((text) => foldText(text) !== foldText(name)).map(plainKey);
  const key = plainKey(name).replace(/^(\d+[.)]? ?)?((ubnd|uy ban nhan dan) )?/, '');
  const first = key.split(' ')[0] ?? '';
  const kind = KINDS.find((words) => words.some((word) => key.startsWith(`${word} `))) ?? [];
  return (
    only((words) => above.some((text) => text.includes(words.trim()))) ??
    only((words) => first !== '' && words.includes(` ${first} `)) ??
    only((words) => kind.some((word) => words.includes(` ${word} `)))
  );
}
