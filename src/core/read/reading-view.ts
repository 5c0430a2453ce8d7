/** Describes the reading of one table in words. Columns with the same reading are described once. */
import type { Assessment } from '../model/assessment';
import { COLUMN_ROLE_LABELS } from '../model/column-role';
import type { ReadBlock, ReadColumn } from '../model/reading';
import { READING_WORDS, type BlockView, type ColumnsView, type ReadingView } from '../model/reading-view';
import { isScoredItem, labelOf, sheetTitle, unitAxis, type LayoutKind, type ScoreSheet } from '../model/score-sheet';
import { isGenericName } from '../matching/generic-name';
import { scaleSource, type Settings } from '../model/settings';
import { columnName, rowInSheet, toA1Range, type Axis } from '../values/address';
import { toVietnamese } from '../values/decimal';
import { statedKey } from './words/vocabulary';

const LAYOUTS: Readonly<Record<LayoutKind, string>> = {
  'one-unit': 'một đơn vị',
  'units-as-columns': 'các đơn vị theo cột',
  'units-as-rows': 'các đơn vị theo dòng',
};
/** Most column letters listed one by one. */
const MOST_LETTERS = 4;

export function readingView({ scoreSheet, year, settings }: Assessment): ReadingView {
  const stated = new Set(settings.columnRoles.map(({ heading }) => statedKey(heading)));
  return {
    sheet: sheetTitle(scoreSheet),
    layout: LAYOUTS[scoreSheet.kind] + scaleOf(settings),
    year,
    // «Sheet1» is the name of the tab, not of a unit.
    units: scoreSheet.units.map(({ name }) => (name === scoreSheet.sheet && isGenericName(name) ? '' : name)),
    areas: areasOf(scoreSheet),
    blocks: scoreSheet.reading.blocks.map((block) => blockView(block, unitAxis(scoreSheet), stated)),
  };
}

/** A scale that the sheet states in words. */
const scaleOf = (settings: Settings): string =>
  typeof settings.scaleFrom === 'string' ? '' : ` · thang xếp loại ${scaleSource(settings)}`;

const areasOf = ({ items, itemised }: ScoreSheet): ReadingView['areas'] =>
  itemised
    ? items
        .filter(({ parent }) => parent < 0)
        .map((area) => ({
          label: labelOf(area),
          items: isScoredItem(area)
            ? 0
            : items.filter((item) => item.area === area.position && isScoredItem(item)).length,
          max: area.max === null ? null : toVietnamese(area.max),
        }))
    : [];

function blockView(block: ReadBlock, axis: Axis, stated: ReadonlySet<string>): BlockView {
  const groups = new Map<string, ReadColumn[]>();
  for (const column of block.columns) {
    const key = alike(column);
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  return {
    ...(block.sheet === undefined ? {} : { sheet: block.sheet }),
    table: toA1Range(block.table),
    headerRows: block.headerRows.map((row) => rowInSheet(row) + 1),
    round: block.round,
    columns: [...groups.values()].flatMap((group) => columnsView(group, block, axis, stated)),
    unused: block.unused.map(({ area, count, why }) => ({ at: toA1Range(area), count, why })),
  };
}

/**
 * The key of columns to describe together; a column that is headed by its unit's name alone, or that is about the whole
 * table, has its own.
 */
function alike({ column, heading, role, of, sure, why }: ReadColumn): string {
  return of === null || !heading.includes(DIVIDER) ? String(column) : [lastOf(heading), role, sure, why].join('\n');
}

const DIVIDER = ' / ';
const lastOf = (heading: string): string => heading.split(DIVIDER).at(-1) ?? '';
const letterOf = ({ column }: ReadColumn): string => `Cột ${columnName(column)}`;
const fullOf = (readColumn: ReadColumn): string =>
  readColumn.heading === '' ? letterOf(readColumn) : readColumn.heading;

function columnsView(
  group: readonly ReadColumn[],
  block: ReadBlock,
  axis: Axis,
  stated: ReadonlySet<string>,
): ColumnsView[] {
  const [first] = group;
  if (!first) return [];
  const last = lastOf(first.heading);
  const isShared = block.columns.filter(({ heading }) => lastOf(heading) === last).length > group.length;
  // Two columns with one heading between them are told apart by their letters.
  const isTwice = (readColumn: ReadColumn): boolean =>
    block.columns.some(({ column, heading }) => column !== readColumn.column && heading === readColumn.heading);
  const full = group.map((readColumn) => (isTwice(readColumn) ? letterOf(readColumn) : fullOf(readColumn)));
  const headings = last === '' || isShared ? full : [last];
  return [
    {
      columns: group.map(({ column }) => column),
      letters: lettersOf(group),
      heading: group.length > 1 ? last : first.heading,
      role: first.role,
      meaning: words(group, axis),
      sure: first.sure,
      why: first.why,
      headings,
      narrower: full.filter((heading) => !headings.includes(heading) && stated.has(statedKey(heading))),
      isStated: [last, ...full].some((heading) => stated.has(statedKey(heading))),
    },
  ];
}

function lettersOf(group: readonly ReadColumn[]): string {
  const letters = group.map(({ column }) => columnName(column));
  const more = letters.length - MOST_LETTERS;
  return more <= 0 ? letters.join(', ') : `${letters.slice(0, MOST_LETTERS).join(', ')} và ${more} cột khác`;
}

/** `axis`: the axis along which the units are arranged. */
function words(group: readonly ReadColumn[], axis: Axis): string {
  const [first] = group;
  if (!first || (first.role === null && first.of === null))
    return first?.sure === 'sure' ? READING_WORDS.notUsed : READING_WORDS.unknown;
  if (first.role === 'code' && axis === 'row') return READING_WORDS.ordinal;
  const what = COLUMN_ROLE_LABELS[first.role ?? 'points'];
  // Whose it is says nothing of numbers that do not count.
  if (first.of === null || first.role === 'foreign') return what;
  if (group.length > 1) return `${what} của từng ${axis === 'row' ? 'lĩnh vực' : 'đơn vị'}`;
  return `${what} của ${first.of}`;
}
