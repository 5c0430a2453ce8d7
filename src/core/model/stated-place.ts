/**
 * Places that a sheet states of a unit, as a whole and area by area: «12/22» in a column of places. Somebody else gave
 * them, among units that need not stand here.
 */
import { anchorOf, cellBeside, headingOf, ownColumn } from './beside-columns';
import { textIn, unitAxis, type Item, type ScoreSheet, type UnitScores } from './score-sheet';
import { cellKey, type Address } from '../values/address';
import { dateOf } from '../values/date-of';
import { valueAt, type Grid } from './grid';
import { plainKey } from '../values/fold-text';

export interface StatedPlace {
  /** «12/22», «12». */
  readonly text: string;
  readonly place: number;
  /** Null where the sheet does not say among how many. */
  readonly among: number | null;
  readonly at: Address;
  /** Excel had made a date of it. */
  readonly wasDate?: boolean;
}

const PLACE = /^\D{0,12}(\d{1,4})(?:\s*\/\s*(\d{1,4}))?(?![\d.,/])/;

/** «1. Chỉ đạo, điều hành (xếp thứ 12/22)». */
const IN_NAME =
  /\s*\((?:được )?(?:xếp )?(?:thứ|hạng|vị thứ|thứ hạng)[^()\d]{0,12}\d{1,4}\s*\/\s*\d{1,4}[^()]{0,20}\)/iu;
const PLACE_LINE = /^(xep hang|thu hang|vi thu)( (linh vuc|trong|theo).{0,20})?$/;

/** The name of an area without the place that stands in it. */
export const withoutPlace = (name: string): string => name.replace(IN_NAME, '');

/** Of an area: in its column, in a line of its own below it, or in its name; null where nothing says it. */
export function areaPlace(sheet: ScoreSheet, unit: UnitScores, item: Item): StatedPlace | null {
  const at = cellBeside(sheet, 'rank', unit, item) ?? lineBelow(sheet, unit, item);
  if (at) return placeIn(sheet, at);
  const named = sheet.units.length === 1 ? /\d.*/.exec(IN_NAME.exec(item.name)?.[0] ?? '')?.[0] : undefined;
  return named === undefined ? null : placeSaid(named, { row: item.row, column: sheet.nameColumn });
}

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
  const stated = unit.stated.rank;
  if (stated && !stated.isBlank) return placeIn(sheet, stated.at);
  const { total: row } = sheet.resultLines;
  const column = ownColumn(sheet, 'rank');
  const isLine = unitAxis(sheet) === 'column' && row !== undefined && column !== undefined;
  return isLine ? placeIn(sheet, anchorOf(sheet, { row, column })) : null;
}

const AMONG = /(?:trong|trên|\/)\s*(?:tổng số )?(\d{1,4})(?!\d)/iu;

/** «12/22», or «12» below «Thứ hạng (trong 22 xã)». */
function placeIn(sheet: ScoreSheet, at: Address): StatedPlace | null {
  const day = placeOnDay(sheet.grid, at.row, at.column);
  const said = placeSaid(day ?? textIn(sheet, at).trim(), at);
  const found = said && day !== null ? { ...said, wasDate: true } : said;
  const among = found?.among === null ? AMONG.exec(headingOf(sheet, at))?.[1] : undefined;
  return found && among !== undefined && Number(among) < YEARS
    ? { ...found, text: `${found.place}/${among}`, among: Number(among) }
    : found;
}

/** Excel made a day of «9/10»; whichever of day and month came first, nobody is placed tenth of nine. */
export function placeOnDay(grid: Grid, row: number, column: number): string | null {
  const value = grid.dates.has(cellKey(row, column)) ? valueAt(grid, row, column) : null;
  const date = typeof value === 'number' ? dateOf(value) : null;
  return date && [date.getUTCDate(), date.getUTCMonth() + 1].sort((a, b) => a - b).join('/');
}

const YEARS = 1900;

function placeSaid(text: string, at: Address): StatedPlace | null {
  const [found, place, among] = PLACE.exec(text) ?? [];
  if (found === undefined) return null;
  const of = among === undefined ? null : Number(among);
  return { text: of === null ? String(Number(place)) : `${Number(place)}/${of}`, place: Number(place), among: of, at };
}
