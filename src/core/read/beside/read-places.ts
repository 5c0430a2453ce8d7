/** Reads a sheet of ranks alone: areas, units or «Hạng» stand above the ranks and before them. */
import { matchesOfOneSpelling, unitFinder } from '../../matching/find-units';
import { rankAt } from '../../model/beside/stated-place';
import type { StatedPlace, UnreadSheet } from '../../model/reading';
import type { ScoreSheet } from '../../model/score-sheet';
import { numbersColumns } from '../../model/workbook/column-numbers';
import { textAt, type Book, type Grid } from '../../model/workbook/grid';
import { plainKey, squeeze } from '../../values/fold-text';
import { readLetterhead } from '../units/read-letterhead';
import { roleOfHeader } from '../words/header-words';
import { namesBody } from '../words/unit-names';

/** What a heading or the first text of a row says; unit −1 is not in the table. */
interface Label {
  readonly unit?: number;
  readonly area?: number;
}

const RANK = /^(xep |thu )?hang\b|^vi (thu|tri)\b/;
const RANKED = /^hang\b|\b(xep|thu) hang\b|\bvi (thu|tri)\b/;
const OVERALL = /^(chi so( cchc)?|chung|(tong|toan)\b.*)$/;
const FEWEST = 2;

/**
 * The tables with the ranks that sheets of ranks alone state. These sheets, and those read for their causes, are not
 * unread ones.
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
  const placed = tables.map((table) => {
    const placesBeside = new Map<string, StatedPlace>();
    for (const grid of grids) {
      const places = readPlaces(grid, table);
      if (places) read.add(grid.sheet);
      places?.forEach((place, key) => placesBeside.set(key, place));
    }
    return { ...table, ...(placesBeside.size > 0 ? { placesBeside } : {}) };
  });
  return {
    scoreSheets: placed.map((table): ScoreSheet => {
      const facts = table.facts.filter((fact) => fact.kind !== 'unread-sheet' || !read.has(fact.sheet));
      return { ...table, facts };
    }),
    unreadSheets: others.map(({ sheet, why }) => ({
      sheet,
      why: read.has(sheet) ? 'là thứ hạng, được dùng trong báo cáo' : why,
    })),
  };
}

/** The ranks of the table's units; null if the sheet holds another number, or two ranks or an unknown name for one. */
function readPlaces(grid: Grid, table: ScoreSheet): ReadonlyMap<string, StatedPlace> | null {
  const texts = Array.from({ length: grid.rowCount }, (_, row) =>
    Array.from({ length: grid.columnCount }, (_, column) => squeeze(textAt(grid, row, column))),
  );
  const rows = [...texts.keys()].filter(
    (row) => texts[row]?.some((text) => /^\d/.test(text)) && !numbersColumns(grid, row),
  );
  const [first = -1] = rows;
  const heads = headsAbove(texts, first);
  const { year } = readLetterhead({ grid, sheet: grid.sheet, headerRows: [first] });
  const { year: own } = readLetterhead(table);
  const isRanked = [grid.sheet, ...texts.flat()].some((text) => RANKED.test(plainKey(text)));
  if (!isRanked || (year ?? own) !== own) return null;
  const isOfOtherYear = (text: string): boolean => /\b20\d\d\b/.test(text) && !text.includes(String(own));
  const keyOf = keyFinder(table);
  const places = new Map<string, StatedPlace>();
  for (const row of rows) {
    const name = texts[row]?.find((text) => /\p{L}/u.test(text)) ?? '';
    for (const [column, head] of heads.entries()) {
      if (!mayBeRank(texts[row]?.[column] ?? '', name, head) || [name, head].some(isOfOtherYear)) continue;
      const place = rankAt(grid, { row, column }, head, heads[column + 1] ?? '');
      const key = keyOf(name, head);
      if (!place || key === null) return null;
      const known = places.get(key);
      // Units outside of the table have one key together.
      if (known && known.text !== place.text && !key.startsWith('-')) return null;
      places.set(key, place);
    }
  }
  return places.size < FEWEST ? null : places;
}

/** The nearest row above with several texts. */
const headsAbove = (texts: readonly (readonly string[])[], row: number): readonly string[] =>
  texts.slice(0, Math.max(row, 0)).findLast((above) => above.filter((text) => text !== '').length > 1) ?? [];

function mayBeRank(text: string, name: string, head: string): boolean {
  const role = roleOfHeader(head);
  return /\d/.test(text) && text !== name && role !== 'code' && role !== 'count';
}

/** The unit and the area of a rank, from the text of its row and its heading; null if one of them names nothing. */
function keyFinder(table: ScoreSheet): (name: string, head: string) => string | null {
  const labelOf = labelFinder(table);
  return (name, head) => {
    const [before, above] = [labelOf(name), labelOf(head)];
    if (!before || !above) return null;
    const { unit = table.units.length === 1 ? 0 : -1, area } = { ...before, ...above };
    return `${unit} ${area ?? ''}`;
  };
}

function labelFinder({ items, units }: ScoreSheet): (text: string) => Label | null {
  const areas = items.filter(({ level }) => level === 0);
  const find = unitFinder(units, ({ name }) => name);
  return (text) => {
    const key = plainKey(text);
    const [area, other] = areas.filter(({ name }) => plainKey(name) === key || key.endsWith(` ${plainKey(name)}`));
    if (area && !other) return { area: area.position };
    if (RANK.test(key) || OVERALL.test(key)) return {};
    const [unit] = matchesOfOneSpelling(find(text), ({ name }) => name);
    return unit ? { unit: unit.position } : namesBody(text) ? { unit: -1 } : null;
  };
}
