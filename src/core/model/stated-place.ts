/**
 * Places that a sheet states of a unit, as a whole and area by area: «12/22» in a column of places. Somebody else gave
 * them, among units that need not stand here.
 */
import { mergeAt, textAt } from './grid';
import { unitAxis, type Item, type ScoreSheet, type UnitScores } from './score-sheet';
import type { Address } from '../values/address';
import { plainKey } from '../values/fold-text';
import { once } from '../values/once';

export interface StatedPlace {
  /** «12/22», «12». */
  readonly text: string;
  readonly place: number;
  /** Null where the sheet does not say among how many. */
  readonly among: number | null;
  readonly at: Address;
}

const PLACE = /^\D{0,12}(\d{1,4})(?:\s*\/\s*(\d{1,4}))?(?![\d.,/])/;

/** Columns of places, by the unit or area that they are of; "" for those of the table. */
const placeColumns = once(({ reading, parts }: ScoreSheet): ReadonlyMap<string, number> => {
  const columns = parts ? [] : reading.blocks.flatMap((block) => block.columns).filter(({ role }) => role === 'rank');
  return new Map(columns.map(({ of, column }) => [plainKey(of ?? ''), column]));
});

/** Of an area; null where no column says it. */
export function areaPlace(sheet: ScoreSheet, unit: UnitScores, item: Item): StatedPlace | null {
  const columns = placeColumns(sheet);
  if (columns.size === 0) return null;
  const column =
    unitAxis(sheet) === 'row'
      ? columns.get(plainKey(item.name))
      : (columns.get(plainKey(unit.name)) ?? (sheet.units.length === 1 ? columns.get('') : undefined));
  return column === undefined ? null : placeIn(sheet, unitAxis(sheet) === 'row' ? unit.row : item.row, column);
}

/** Of the whole: in its own line or column, or beside the total of a sheet with a column of places. */
export function wholePlace(sheet: ScoreSheet, unit: UnitScores): StatedPlace | null {
  const stated = unit.stated.rank;
  if (stated && !stated.isBlank) return placeIn(sheet, stated.at.row, stated.at.column);
  const { total } = sheet.resultLines;
  const column = sheet.units.length === 1 ? placeColumns(sheet).get('') : undefined;
  return unitAxis(sheet) === 'row' || total === undefined || column === undefined
    ? null
    : placeIn(sheet, total, column);
}

function placeIn({ grid }: ScoreSheet, row: number, column: number): StatedPlace | null {
  const merge = mergeAt(grid, row, column);
  const at = { row: merge?.top ?? row, column: merge?.left ?? column };
  const [found, place, among] = PLACE.exec(textAt(grid, at.row, at.column).trim()) ?? [];
  if (found === undefined) return null;
  const of = among === undefined ? null : Number(among);
  return { text: of === null ? String(place) : `${Number(place)}/${of}`, place: Number(place), among: of, at };
}
