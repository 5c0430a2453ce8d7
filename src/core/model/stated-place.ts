/**
 * Places that a sheet states of a unit, as a whole and area by area: «12/22» in a column of places. Somebody else gave
 * them, among units that need not stand here.
 */
import { anchorOf, cellBeside, ownColumn } from './beside-columns';
import { textIn, unitAxis, type Item, type ScoreSheet, type UnitScores } from './score-sheet';
import type { Address } from '../values/address';

export interface StatedPlace {
  /** «12/22», «12». */
  readonly text: string;
  readonly place: number;
  /** Null where the sheet does not say among how many. */
  readonly among: number | null;
  readonly at: Address;
}

const PLACE = /^\D{0,12}(\d{1,4})(?:\s*\/\s*(\d{1,4}))?(?![\d.,/])/;

/** Of an area; null where no column says it. */
export function areaPlace(sheet: ScoreSheet, unit: UnitScores, item: Item): StatedPlace | null {
  const at = cellBeside(sheet, 'rank', unit, item);
  return at && placeIn(sheet, at);
}

/** Of the whole: in its own line or column, or beside the total of a sheet with a column of places. */
export function wholePlace(sheet: ScoreSheet, unit: UnitScores): StatedPlace | null {
  const stated = unit.stated.rank;
  if (stated && !stated.isBlank) return placeIn(sheet, stated.at);
  const { total: row } = sheet.resultLines;
  const column = ownColumn(sheet, 'rank');
  const isLine = unitAxis(sheet) === 'column' && row !== undefined && column !== undefined;
  return isLine ? placeIn(sheet, anchorOf(sheet, { row, column })) : null;
}

function placeIn(sheet: ScoreSheet, at: Address): StatedPlace | null {
  const [found, place, among] = PLACE.exec(textIn(sheet, at).trim()) ?? [];
  if (found === undefined) return null;
  const of = among === undefined ? null : Number(among);
  return { text: of === null ? String(Number(place)) : `${Number(place)}/${of}`, place: Number(place), among: of, at };
}
