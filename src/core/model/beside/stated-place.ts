/**
 * A unit's ranks that a sheet states, overall and by area: «12/22» in a column of ranks. They are assigned elsewhere,
 * among units that may be missing from the sheet.
 */
import { anchorOf, cellInColumn, headingOf, ownColumn } from './beside-columns';
import { causeCells } from './cause-cells';
import { columnsOf, scoreCellOf, textIn, unitAxis, type Item, type ScoreSheet, type UnitScores } from '../score-sheet';
import type { StatedPlace } from '../reading';
import { cellKey, type Address } from '../../values/address';
import { dateOf } from '../../values/date-of';
import { textAt, valueAt, type Grid } from '../workbook/grid';
import { causeInNote } from '../workbook/note';
import { plainKey } from '../../values/fold-text';
import { once } from '../../values/once';

const PLACE = /^\D{0,12}(\d{1,4})(?:\s*(?:\/|trên|trong(?: tổng)?(?: số)?)\s*(\d{1,4}))?(?![\d.,/])/;

const PLACED =
  String.raw`(?:được |đứng )?(?:xếp )?(?:(?:vị )?(?:thứ|hạng|trí(?! việc))[^()\d]{0,16}|(?<=xếp ))` +
  String.raw`\d{1,4}\s*\/\s*\d{1,4}(?![.,]?\d)`;
/** «1. Chỉ đạo, điều hành (xếp thứ 12/22)», «1. Chỉ đạo, điều hành - xếp 12/22 xã». */
const IN_NAME = new RegExp(String.raw`\s*(?:\(${PLACED}[^()]{0,20}\)|[-–—,:;]\s*${PLACED}[^()\d]{0,20}$)`, 'iu');
const PLACE_ALONE = new RegExp(String.raw`^\s*${PLACED}[^()\d.;]{0,24}\.?\s*$`, 'iu');

/** «Xếp hạng 7/11 xã» beside an area says no cause. */
export const isPlace = (text: string): boolean => PLACE_ALONE.test(text);
const PLACE_LINE = /^(xep hang|thu hang|vi thu|hang)( (linh vuc|trong|theo).{0,20})?$/;

/** An area's name without a rank that is part of it. */
export const withoutPlace = (name: string): string => name.replace(IN_NAME, '');

/**
 * The rank in an area: from its column, from a line of its own below the area, or from the area's name; null if not
 * stated.
 */
export function areaPlace(sheet: ScoreSheet, unit: UnitScores, item: Item): StatedPlace | null {
  const at = cellOfArea(sheet, unit, item);
  if (at) return placeIn(sheet, at);
  const beside = causeCells(sheet).at(unit, item, 'cause');
  if (beside && isPlace(textIn(sheet, beside))) return placeIn(sheet, beside);
  const inWords = placeInNote(sheet, scoreCellOf(sheet, unit, item)) ?? placeInTexts(sheet, item);
  if (inWords) return inWords;
  const named = sheet.units.length === 1 ? /\d.*/.exec(IN_NAME.exec(item.name)?.[0] ?? '')?.[0] : undefined;
  return named === undefined ? null : parsePlace(named, { row: item.row, column: sheet.nameColumn });
}

/** «Xếp hạng 7/11» as a note on a cell. */
function placeInNote({ grid }: ScoreSheet, at: Address): StatedPlace | null {
  const note = causeInNote(grid.notes.get(cellKey(at.row, at.column))) ?? '';
  return isPlace(note) ? parsePlace(note, at) : null;
}

const PLAINLY_PLACED = new RegExp(plainKey(PLACED));
const ABOUT_ALL = /\b(chi so|chung|tong|toan)\b|^(ubnd |don vi |xa |phuong |so )/;

interface PlaceInText {
  /** The area that is named before the rank, or null. */
  readonly area: Item | null;
  readonly place: StatedPlace;
}

/** «Lĩnh vực Cải cách thể chế: xếp hạng 1/11» in titles and sentences by the table, of its year only. */
const placesAround = once((sheet: ScoreSheet): readonly PlaceInText[] => {
  const { grid, items, table, parts } = sheet;
  if (parts) return [];
  const names = items
    .filter(({ level }) => level === 0)
    .map((area) => ({ area, name: plainKey(withoutPlace(area.name)) }))
    .sort((a, b) => b.name.length - a.name.length);
  const year = Math.max(...[...textsIn(grid, 0, table.top)].flatMap(({ text }) => yearsIn(text)));
  return [...textsIn(grid, 0, table.top), ...textsIn(grid, table.bottom + 1, grid.rowCount)].flatMap(({ text, at }) =>
    text.split(/(?<=[.;])\s|\n/).flatMap((sentence): PlaceInText[] => {
      const key = plainKey(sentence);
      if (yearsIn(key).some((each) => each !== year) || /\b(nam truoc|so voi)\b/.test(key)) return [];
      const named = names.find(({ name }) => name !== '' && key.includes(name));
      const rest = named ? key.slice(key.indexOf(named.name) + named.name.length) : key;
      const found = PLAINLY_PLACED.exec(rest)?.[0];
      const isMeant = named !== undefined || ((at.row < table.top || ABOUT_ALL.test(key)) && !/linh vuc/.test(key));
      const place = found === undefined || !isMeant ? null : parsePlace(found.slice(found.search(/\d/)), at);
      return place ? [{ area: named?.area ?? null, place }] : [];
    }),
  );
});

const yearsIn = (text: string): number[] => (text.match(/\b20\d\d\b/g) ?? []).map(Number);

function* textsIn(grid: Grid, from: number, to: number): Generator<{ readonly text: string; readonly at: Address }> {
  for (let row = from; row < to; row++)
    for (const [column, text] of (grid.values[row] ?? []).entries())
      if (typeof text === 'string') yield { text, at: { row, column } };
}

/** The rank that the text around a table of one unit tells; null where it tells different ones. */
function placeInTexts(sheet: ScoreSheet, area: Item | null): StatedPlace | null {
  if (sheet.units.length !== 1) return null;
  const [first, ...others] = placesAround(sheet).filter((each) => each.area === area);
  return first && others.every(({ place }) => place.text === first.place.text) ? first.place : null;
}

const cellOfArea = (sheet: ScoreSheet, unit: UnitScores, item: Item): Address | null =>
  cellInColumn(sheet, 'rank', unit, item) ?? lineBelow(sheet, unit, item);

/** The cell in the line «Xếp hạng» below the area and above the next one. */
function lineBelow(sheet: ScoreSheet, unit: UnitScores, item: Item): Address | null {
  if (unitAxis(sheet) === 'row') return placedBelow(sheet, unit, item.columns[unit.awardedRole]);
  const column = unit.columns[unit.awardedRole];
  if (sheet.parts || column === undefined) return null;
  const areas = sheet.items.filter(({ level }) => level === 0);
  const position = areas.indexOf(item);
  const [before, next] = [areas[position - 1], areas[position + 1]];
  // Lines below the last area are overall results, unless the area before it has a rank line too.
  if (position < 0 || (!next && (!before || !lineBelow(sheet, unit, before)))) return null;
  const end = next?.row ?? item.row + MOST_BELOW;
  for (let row = item.row + 1; row < end; row++)
    if (PLACE_LINE.test(plainKey(textIn(sheet, { row, column: sheet.nameColumn })))) return { row, column };
  return null;
}

/** In the line «Hạng» right below a unit's points. */
const placedBelow = (sheet: ScoreSheet, { row }: UnitScores, column: number | undefined): Address | null =>
  column !== undefined && PLACE_LINE.test(plainKey(textIn(sheet, { row: row + 1, column: sheet.nameColumn })))
    ? { row: row + 1, column }
    : null;

const MOST_BELOW = 60;

/** The overall rank: in its own line or column, or, in a sheet with a column of ranks, beside the total. */
export function overallPlace(sheet: ScoreSheet, unit: UnitScores): StatedPlace | null {
  const at = overallRankCell(sheet, unit);
  return at ? placeIn(sheet, at) : placeInTexts(sheet, null);
}

function overallRankCell(sheet: ScoreSheet, unit: UnitScores): Address | null {
  const stated = unit.stated.rank;
  if (stated && !stated.isBlank) return stated.at;
  const { index, total: row = index } = sheet.resultLines;
  const column = ownColumn(sheet, 'rank');
  const isLine = unitAxis(sheet) === 'column' && row !== undefined && column !== undefined;
  if (isLine) return anchorOf(sheet, { row, column });
  if (unitAxis(sheet) === 'row') return placedBelow(sheet, unit, row);
  // «Xếp hạng 8/11» among the notes beside the total.
  const notes = row === undefined ? [] : [...columnsOf(sheet, ['cause'])].map((each) => ({ row, column: each }));
  return notes.find((at) => sheet.units.length === 1 && isPlace(textIn(sheet, at))) ?? null;
}

const OF_HOW_MANY =
  /(^| \/ )((tren|trong) )?((tong )?so (xa|phuong|don vi|huyen|so|dia phuong)\b.*|tong so|tren|trong)$/;

/**
 * The possible ranks in a cell that Excel converted to a date, for an area or, without `item`, overall; null if the
 * cell is not such a date.
 */
export function datedPlace(
  sheet: ScoreSheet,
  unit: UnitScores,
  item: Item | null,
): { readonly at: Address; readonly readings: readonly string[] } | null {
  const at = item ? cellOfArea(sheet, unit, item) : overallRankCell(sheet, unit);
  const readings = at ? placesOnDay(sheet.grid, at) : [];
  return at && readings.length > 0 ? { at, readings } : null;
}

const AMONG = /(?:trong|trên|có|\/)\s*(?:tổng số )?(\d{1,4})(?!\d)/iu;

const placeIn = (sheet: ScoreSheet, at: Address): StatedPlace | null =>
  rankAt(sheet.grid, at, headingOf(sheet, at), headingOf(sheet, anchorOf(sheet, { ...at, column: at.column + 1 })));

/** «12/22», «12» below «Thứ hạng (trong 22 xã)», «12» and 22 below «Hạng | Trên tổng số». */
export function rankAt(grid: Grid, at: Address, heading: string, beside: string): StatedPlace | null {
  const [day, other] = placesOnDay(grid, at);
  const found = other === undefined ? parsePlace(day ?? textAt(grid, at.row, at.column).trim(), at) : null;
  if (found?.among !== null) return found;
  const text = OF_HOW_MANY.test(plainKey(beside)) ? textAt(grid, at.row, at.column + 1) : '';
  const among = Number(AMONG.exec(heading)?.[1] ?? /^\s*\/?\s*(\d+)\s*$/.exec(text)?.[1] ?? YEARS);
  return among < YEARS ? { ...found, text: `${found.place}/${among}`, among } : found;
}

/**
 * The possible ranks in a cell that Excel converted to a date: empty if it holds no date; two if neither the date nor
 * other ranks in its row or column decide.
 */
export function placesOnDay(grid: Grid, { row, column }: Address): readonly string[] {
  const readings = readingsOf(grid, row, column);
  if (readings.length < 2) return readings;
  const beside = new Set<string | undefined>();
  for (let other = 0; other < grid.rowCount; other++) beside.add(amongAt(grid, other, column));
  for (let other = 0; other < grid.columnCount; other++) beside.add(amongAt(grid, row, other));
  const meant = readings.filter((each) => beside.has(each.split('/')[1]));
  return meant.length === 1 ? meant : readings;
}

/**
 * Excel reads «9/10» as day and month in either order: the smaller number is the rank, because no unit is tenth of
 * nine. If the numbers are no day of a month, Excel reads month and two-digit year, 30 and above in the 1900s, and
 * stores the first day of that month.
 */
function readingsOf(grid: Grid, row: number, column: number): string[] {
  const value = grid.dates.has(cellKey(row, column)) ? valueAt(grid, row, column) : null;
  const date = typeof value === 'number' ? dateOf(value) : null;
  if (!date) return [];
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  const ofYear = `${month}/${year % 100}`;
  if (day === 1 && year >= 1930 && year < 2000) return [ofYear];
  const ofDay = [day, month].sort((a, b) => a - b).join('/');
  return day === 1 && year > 2012 && year < 2030 ? [ofDay, ofYear] : [ofDay];
}

/** The number of ranked units, if the cell states it unambiguously. */
function amongAt(grid: Grid, row: number, column: number): string | undefined {
  const [day, other] = readingsOf(grid, row, column);
  const text = day === undefined ? textAt(grid, row, column) : other === undefined ? day : '';
  return /^\s*\d{1,4}\s*\/\s*(\d{1,4})\s*$/.exec(text)?.[1];
}

const YEARS = 1900;

function parsePlace(text: string, at: Address): StatedPlace | null {
  const [found, place, among] = PLACE.exec(isPlace(text) ? text.slice(text.search(/\d/)) : text) ?? [];
  if (found === undefined) return null;
  const of = among === undefined ? null : Number(among);
  return { text: of === null ? String(Number(place)) : `${Number(place)}/${of}`, place: Number(place), among: of, at };
}
