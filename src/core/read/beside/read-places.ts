/** Reads a sheet of ranks: areas, units or «Hạng» stand above the ranks and before them, points may stand beside. */
import { matchesOfOneSpelling, unitFinder } from '../../matching/find-units';
import { rankAt } from '../../model/beside/stated-place';
import type { FigureBeside, StatedPlace, UnreadSheet } from '../../model/reading';
import type { ReadFact, ScoreSheet } from '../../model/score-sheet';
import { numbersColumns } from '../../model/workbook/column-numbers';
import { textAt, type Book, type Grid } from '../../model/workbook/grid';
import type { Address } from '../../values/address';
import type { Decimal } from '../../values/decimal';
import { plainKey, squeeze } from '../../values/fold-text';
import { parseNumber } from '../numbers/parse-number';
import { readLetterhead } from '../units/read-letterhead';
import { roleOfHeader } from '../words/header-words';
import { namesBody } from '../words/unit-names';

/** What a heading or the first text of a row says; unit −1 is not in the table. */
interface Label {
  readonly unit?: number;
  readonly area?: number;
  readonly isCriterion?: boolean;
}

const RANK = /^(xep |thu )?hang\b|^vi (thu|tri)\b/;
const RANKED = /^hang\b|\b(xep|thu) hang\b|\bvi (thu|tri)\b/;
const OVERALL = /^(chi so( cchc)?|chung|(tong|toan)\b.*)$/;
/** Places in a part of the crowd, beside those in the whole of it. */
const isNarrow = (head: string): boolean => /\b(cum|khoi|nhom)\b/.test(plainKey(head));
const FEWEST = 2;

/** What a sheet of places states about a table. */
interface PlaceSheet {
  readonly places: ReadonlyMap<string, StatedPlace>;
  readonly figures: readonly FigureBeside[];
}

/**
 * The tables with the ranks that sheets of ranks state. These sheets, and those read for their causes, are not unread
 * ones. A list of areas with their ranks beside the table of one unit is such a sheet as well.
 */
export function readPlaceSheets(
  book: Book,
  tables: readonly ScoreSheet[],
  unread: readonly UnreadSheet[],
  causeSheets: readonly string[],
) {
  const others = unread.filter(({ sheet }) => !causeSheets.includes(sheet));
  const grids = book.sheets.filter(({ name }) => others.some(({ sheet }) => sheet === name)).map((each) => each.grid());
  const read = new Set(causeSheets);
  const unclear = new Set<string>();
  const placed = tables.map((table): ScoreSheet => {
    const placesBeside = new Map<string, StatedPlace>();
    const figuresBeside: FigureBeside[] = [];
    const lists = tables.filter((each) => isListOfAreas(each, table)).map(({ grid }) => grid);
    for (const grid of [...grids, ...lists]) {
      const found = readPlaces(grid, table);
      if (found === 'unclear') unclear.add(grid.sheet);
      else if (found) {
        read.add(grid.sheet);
        found.places.forEach((place, key) => placesBeside.set(key, place));
        figuresBeside.push(...found.figures);
      }
    }
    return placesBeside.size > 0 ? { ...table, placesBeside, figuresBeside } : table;
  });
  const isPlaces = ({ sheet, restates }: ScoreSheet): boolean =>
    read.has(sheet) && restates === undefined && !causeSheets.includes(sheet);
  const lists = placed.filter(isPlaces).map(({ sheet }) => ({ sheet, why: '' }));
  return {
    scoreSheets: placed
      .filter((table) => !isPlaces(table))
      .map((table): ScoreSheet => {
        const facts = table.facts.flatMap((fact): ReadFact[] => {
          if (fact.kind !== 'unread-sheet' || (!read.has(fact.sheet) && !unclear.has(fact.sheet))) return [fact];
          return read.has(fact.sheet) ? [] : [{ ...fact, why: UNCLEAR, mayCount: false }];
        });
        return { ...table, facts };
      }),
    unreadSheets: [...others, ...lists].map(({ sheet, why }) => ({
      sheet,
      why: read.has(sheet) ? 'là thứ hạng, được dùng trong báo cáo' : unclear.has(sheet) ? UNCLEAR : why,
    })),
  };
}

const UNCLEAR = 'ghi hai thứ hạng khác nhau cho một lĩnh vực nên chưa rõ thứ hạng nào; báo cáo chưa dùng';

/** Whether the sheet states nothing but areas of the unit whose table has their criteria as well. */
function isListOfAreas(list: ScoreSheet, table: ScoreSheet): boolean {
  if (list === table || list.kind !== 'one-unit' || table.kind !== 'one-unit') return false;
  const areas = new Set(table.items.filter(({ level }) => level === 0).map(({ name }) => plainKey(name)));
  return (
    list.items.length < table.items.length &&
    list.items.every(({ name }) => areas.has(plainKey(name)) || OVERALL.test(plainKey(name)))
  );
}

interface Cell {
  readonly at: Address;
  readonly text: string;
  /** The first text of its row, the heading above it and the one over several columns. */
  readonly name: string;
  readonly head: string;
  readonly group: string;
  /** The heading to its right. */
  readonly beside: string;
}

/** Null if the sheet is none of ranks; «unclear» if it states two for one area. */
function readPlaces(grid: Grid, table: ScoreSheet): PlaceSheet | 'unclear' | null {
  const { cells, heads, top, isRanked } = cellsOf(grid);
  const { year } = readLetterhead({ grid, sheet: grid.sheet, headerRows: [top] });
  const { year: tableYear } = readLetterhead(table);
  if (!isRanked || (year ?? tableYear) !== tableYear) return null;
  const isOfOtherYear = (text: string): boolean => /\b20\d\d\b/.test(text) && !text.includes(String(tableYear));
  const hasWider = heads.some((head) => isRank(head) && !isNarrow(head));
  const areHeaded = heads.some(isRank);
  const keyOf = keyFinder(table);
  const places = new Map<string, StatedPlace>();
  const figures: FigureBeside[] = [];
  for (const cell of cells) {
    const { at, name, head, group, beside } = cell;
    const key = keyOf(name, head);
    if (key === 'criterion' || [name, head, group].some(isOfOtherYear) || (hasWider && isNarrow(head))) continue;
    if (isFigure(cell, areHeaded)) {
      const points = key === null ? null : pointsIn(cell);
      if (points !== null) figures.push({ key: key ?? '', points, sheet: grid.sheet, at });
      continue;
    }
    const place = rankAt(grid, at, head, beside);
    if (!place || key === null) return null;
    const known = places.get(key);
    // Units outside of the table have one key together.
    if (known && known.text !== place.text && !key.startsWith('-')) return 'unclear';
    places.set(key, { ...place, sheet: grid.sheet });
  }
  return places.size < FEWEST ? null : { places, figures };
}

/** The cells with numbers, each with what stands before and above it. */
function cellsOf(grid: Grid) {
  const texts = Array.from({ length: grid.rowCount }, (_, row) =>
    Array.from({ length: grid.columnCount }, (_, column) => squeeze(textAt(grid, row, column))),
  );
  const rows = [...texts.keys()].filter(
    (row) => texts[row]?.some((text) => STATED.test(text)) && !numbersColumns(grid, row),
  );
  const { heads, groups, top } = headsAbove(texts, rows[0] ?? -1);
  const cells = rows.flatMap((row) => {
    const name = texts[row]?.find((text) => /\p{L}/u.test(text) && !ROMAN.test(text)) ?? '';
    return heads.flatMap((head, column): Cell[] => {
      const text = texts[row]?.[column] ?? '';
      const cell = { text, name, head, group: groups[column] ?? '', beside: heads[column + 1] ?? '' };
      return mayBeRank(cell) ? [{ ...cell, at: { row, column } }] : [];
    });
  });
  return { cells, heads, top, isRanked: [grid.sheet, ...texts.flat()].some(isRank) };
}

const STATED = /^(?:xếp |đứng )?(?:(?:vị )?thứ |hạng )?(?!20\d\d)\d/iu;
const ROMAN = /^[IVX]+$/;
const isRank = (head: string): boolean => RANKED.test(plainKey(head));
const POINTS: ReadonlySet<string | null> = new Set(['appraised', 'points', 'total']);
const FIGURES: ReadonlySet<string | null> = new Set([...POINTS, 'self', 'max', 'percent', 'index', 'change', 'lost']);

/** Points, maxima and percentages beside ranks that a heading or the name of their line tells apart. */
function isFigure({ text, name, head }: Cell, areHeaded: boolean): boolean {
  const isNamed = (label: string): boolean =>
    !isRank(label) && (FIGURES.has(roleOfHeader(label)) || /^diem\b/.test(plainKey(label)));
  return text.endsWith('%') || (areHeaded ? isNamed(head) : isNamed(name) && !OVERALL.test(plainKey(name)));
}

/** The points in the cell, by the heading that tells what it holds: the one above it before the one of its line. */
function pointsIn({ text, name, head }: Cell): Decimal | null {
  const label = FIGURES.has(roleOfHeader(head)) ? head : name;
  return POINTS.has(roleOfHeader(label)) ? (parseNumber(text)?.value ?? null) : null;
}

/** The nearest row above with several texts, and what is over them. */
function headsAbove(texts: readonly (readonly string[])[], row: number) {
  const above = texts.slice(0, Math.max(row, 0));
  const hasSeveral = (each: readonly string[]): boolean => each.filter((text) => text !== '').length > 1;
  const at = above.findLastIndex(hasSeveral);
  const over = hasSeveral(above[at - 1] ?? []) ? (above[at - 1] ?? []) : [];
  let group = '';
  const groups = over.map((text) => (group = text || group));
  const heads = (above[at] ?? []).map((text, column) => text || (over[column] ?? ''));
  return { heads, groups, top: at - (over.length > 0 ? 1 : 0) };
}

function mayBeRank({ text, name, head }: Omit<Cell, 'at'>): boolean {
  const role = roleOfHeader(head);
  return /\d/.test(text) && text !== name && role !== 'code' && role !== 'count';
}

/**
 * The unit and the area of a rank, from the text of its row and its heading; «criterion» below the areas; null if one
 * of them names nothing.
 */
function keyFinder(table: ScoreSheet): (name: string, head: string) => string | null {
  const labelOf = labelFinder(table);
  return (name, head) => {
    const [before, above] = [labelOf(name), labelOf(head)];
    if (before?.isCriterion || above?.isCriterion) return 'criterion';
    if (!before || !above) return null;
    const { unit = table.units.length === 1 ? 0 : -1, area } = { ...before, ...above };
    return `${unit} ${area ?? ''}`;
  };
}

function labelFinder({ items, units }: ScoreSheet): (text: string) => Label | null {
  const areas = items.filter(({ level }) => level === 0);
  const criteria = new Set(items.filter(({ level }) => level > 0).map(({ name }) => plainKey(name)));
  const find = unitFinder(units, ({ name }) => name);
  return (text) => {
    const key = plainKey(text);
    const [area, other] = areas.filter(({ name }) => plainKey(name) === key || key.endsWith(` ${plainKey(name)}`));
    if (area && !other) return { area: area.position };
    if (criteria.has(key)) return { isCriterion: true };
    if (RANK.test(key) || OVERALL.test(key) || FIGURES.has(roleOfHeader(text)) || key === '') return {};
    const [unit] = matchesOfOneSpelling(find(text), ({ name }) => name);
    return unit ? { unit: unit.position } : namesBody(text) ? { unit: -1 } : null;
  };
}
