/**
 * Places that a sheet states of a unit, as a whole and area by area: «12/22» in a column of places. Somebody else gave
 * them, among units that need not stand here.
 */
import { anchorOf, cellBeside, headingOf, ownColumn } from './beside-columns';
import { causeCells } from './cause-cells';
import { columnsOf, textIn, unitAxis, type Item, type ScoreSheet, type UnitScores } from './score-sheet';
import { cellKey, type Address } from '../values/address';
import { dateOf } from '../values/date-of';
import { textAt, valueAt, type Grid } from './grid';
import { plainKey } from '../values/fold-text';

export interface StatedPlace {
  /** «12/22», «12». */
  readonly text: string;
  readonly place: number;
  /** Null where the sheet does not say among how many. */
  readonly among: number | null;
  readonly at: Address;
}

const PLACE = /^\D{0,12}(\d{1,4})(?:\s*\/\s*(\d{1,4}))?(?![\d.,/])/;

const PLACED =
  String.raw`(?:được |đứng )?(?:xếp )?(?:(?:vị )?(?:thứ|hạng|trí(?! việc))[^()\d]{0,16}|(?<=xếp ))` +
  String.raw`\d{1,4}\s*\/\s*\d{1,4}(?![\d.,])`;
/** «1. Chỉ đạo, điều hành (xếp thứ 12/22)», «1. Chỉ đạo, điều hành - xếp 12/22 xã». */
const IN_NAME = new RegExp(String.raw`\s*(?:\(${PLACED}[^()]{0,20}\)|[-–—,:;]\s*${PLACED}[^()\d]{0,20}$)`, 'iu');
const PLACE_ALONE = new RegExp(String.raw`^\s*${PLACED}[^()\d.;]{0,24}\.?\s*$`, 'iu');

/** «Xếp hạng 7/11 xã» beside an area says no cause. */
export const isPlace = (text: string): boolean => PLACE_ALONE.test(text);
const PLACE_LINE = /^(xep hang|thu hang|vi thu)( (linh vuc|trong|theo).{0,20})?$/;

/** The name of an area without the place that stands in it. */
export const withoutPlace = (name: string): string => name.replace(IN_NAME, '');

/** Of an area: in its column, in a line of its own below it, or in its name; null where nothing says it. */
export function areaPlace(sheet: ScoreSheet, unit: UnitScores, item: Item): StatedPlace | null {
  const at = cellOfArea(sheet, unit, item);
  if (at) return placeIn(sheet, at);
  const note = causeCells(sheet).at(unit, item, 'cause');
  if (note && isPlace(textIn(sheet, note))) return placeIn(sheet, note);
  const named = sheet.units.length === 1 ? /\d.*/.exec(IN_NAME.exec(item.name)?.[0] ?? '')?.[0] : undefined;
  return named === undefined ? null : placeSaid(named, { row: item.row, column: sheet.nameColumn });
}

const cellOfArea = (sheet: ScoreSheet, unit: UnitScores, item: Item): Address | null =>
  cellBeside(sheet, 'rank', unit, item) ?? lineBelow(sheet, unit, item);

/** «Xếp hạng» below the area and above the next one. */
function lineBelow(sheet: ScoreSheet, unit: UnitScores, item: Item): Address | null {
  const column = unit.columns[unit.awardedRole];
  if (unitAxis(sheet) === 'row' || sheet.parts || column === undefined) return null;
  const areas = sheet.items.filter(({ level }) => level === 0);
  const position = areas.indexOf(item);
  const [before, next] = [areas[position - 1], areas[position + 1]];
  // Below the last area stand the results of the whole, unless the areas before it have such lines.
  if (position < 0 || (!next && (!before || !lineBelow(sheet, unit, before)))) return null;
  const end = next?.row ?? item.row + MOST_BELOW;
  for (let row = item.row + 1; row < end; row++)
    if (PLACE_LINE.test(plainKey(textIn(sheet, { row, column: sheet.nameColumn })))) return { row, column };
  return null;
}

const MOST_BELOW = 60;

/** Of the whole: in its own line or column, or beside the total of a sheet with a column of places. */
export function wholePlace(sheet: ScoreSheet, unit: UnitScores): StatedPlace | null {
  const at = cellOfWhole(sheet, unit);
  return at && placeIn(sheet, at);
}

function cellOfWhole(sheet: ScoreSheet, unit: UnitScores): Address | null {
  const stated = unit.stated.rank;
  if (stated && !stated.isBlank) return stated.at;
  const { total: row } = sheet.resultLines;
  const column = ownColumn(sheet, 'rank');
  const isLine = unitAxis(sheet) === 'column' && row !== undefined && column !== undefined;
  if (isLine) return anchorOf(sheet, { row, column });
  // «Xếp hạng 8/11» among the notes beside the total.
  const notes = row === undefined ? [] : [...columnsOf(sheet, ['cause'])].map((each) => ({ row, column: each }));
  return notes.find((at) => sheet.units.length === 1 && isPlace(textIn(sheet, at))) ?? null;
}

/** What a place that Excel made a date of can have been, of the whole without an item; null where it is none. */
export function datedPlace(
  sheet: ScoreSheet,
  unit: UnitScores,
  item: Item | null,
): { readonly at: Address; readonly readings: readonly string[] } | null {
  const at = item ? cellOfArea(sheet, unit, item) : cellOfWhole(sheet, unit);
  const readings = at ? placesOnDay(sheet.grid, at) : [];
  return at && readings.length > 0 ? { at, readings } : null;
}

const AMONG = /(?:trong|trên|\/)\s*(?:tổng số )?(\d{1,4})(?!\d)/iu;

/** «12/22», or «12» below «Thứ hạng (trong 22 xã)». */
function placeIn(sheet: ScoreSheet, at: Address): StatedPlace | null {
  const [day, other] = placesOnDay(sheet.grid, at);
  const found = other === undefined ? placeSaid(day ?? textIn(sheet, at).trim(), at) : null;
  const among = found?.among === null ? AMONG.exec(headingOf(sheet, at))?.[1] : undefined;
  return found && among !== undefined && Number(among) < YEARS
    ? { ...found, text: `${found.place}/${among}`, among: Number(among) }
    : found;
}

/**
 * What a place was before Excel made a day of it: none where the cell holds no date, two where neither the day nor
 * other places beside it say which.
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
 * Of «9/10» a day and a month, whichever came first: nobody is placed tenth of nine. What is no day of a month Excel
 * takes as a month and a year with two figures, 30 and later of the last century: the first day of it.
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

/** Among how many a cell says for sure that somebody is placed. */
function amongAt(grid: Grid, row: number, column: number): string | undefined {
  const [day, other] = readingsOf(grid, row, column);
  const said = day === undefined ? textAt(grid, row, column) : other === undefined ? day : '';
  return /^\s*\d{1,4}\s*\/\s*(\d{1,4})\s*$/.exec(said)?.[1];
}

const YEARS = 1900;

function placeSaid(text: string, at: Address): StatedPlace | null {
  const [found, place, among] = PLACE.exec(isPlace(text) ? text.slice(text.search(/\d/)) : text) ?? [];
  if (found === undefined) return null;
  const of = among === undefined ? null : Number(among);
  return { text: of === null ? String(Number(place)) : `${Number(place)}/${of}`, place: Number(place), among: of, at };
}
