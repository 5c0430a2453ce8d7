/** Compares a stated number with the computed one: equal, equal as printed (rounded), cut off, or different. */
import { DECIMAL_PLACES, placesOf, roundTo, truncateTo, type Decimal } from '../values/decimal';
import { roundRatio, truncateRatio, type Ratio } from '../values/ratio';

export type Agreement = 'same' | 'cut-off' | 'different';

/** Points usually have two decimals; a number with more comes from a calculation and may be printed shorter. */
const CUSTOM_PLACES = 2;
/** Sums are settled to this many decimals: anything beyond is floating-point noise of the spreadsheet. */
const SETTLED_PLACES = 8;
const COMPUTED_PLACES = 4;

/** 66,67 agrees with 66,6666666667; 66,66 is cut off; 66,6 and a typed 66,64 are different. */
export function comparePoints(cell: Decimal, exact: Decimal): Agreement {
  if (cell === exact) return 'same';
  const stated = roundTo(cell, SETTLED_PLACES);
  const carried = placesOf(stated);
  const places = placesOf(exact) > COMPUTED_PLACES && carried > 0 ? carried : Math.max(carried, CUSTOM_PLACES);
  if (roundTo(exact, places) === stated || roundTo(exact, Math.max(carried, CUSTOM_PLACES)) === stated) return 'same';
  return placesOf(exact) > places && truncateTo(exact, places) === stated ? 'cut-off' : 'different';
}

/** How a sheet prints its percentages. */
export interface Printing {
  readonly leastPlaces: number;
  /** More decimals than these are a typing mistake. */
  readonly mostPlaces: number;
  /** True if the sheet's other indices are rounded half-up; a cut-off index then counts as different. */
  readonly isRounded: boolean;
}
export const ANY_PRINTING: Printing = { leastPlaces: 0, mostPlaces: DECIMAL_PLACES, isRounded: false };

/** 87,2 agrees with 87,204; 64,2 is 64,28 cut off; with `leastPlaces` 1, 64 is neither. */
export function comparePercent(cell: Decimal, exact: Ratio, { leastPlaces, isRounded }: Printing): Agreement {
  const stated = roundTo(cell, SETTLED_PLACES);
  const places = Math.max(placesOf(stated), leastPlaces);
  if (roundRatio(exact, places) === stated) return 'same';
  return !isRounded && truncateRatio(exact, places) === stated ? 'cut-off' : 'different';
}

/** The number of decimals with which a stated quotient is corrected. */
export const printedPlaces = (stated: Decimal, { mostPlaces }: Printing): number =>
  Math.min(Math.max(placesOf(stated), CUSTOM_PLACES), mostPlaces);

/** +4,2 agrees with 4,17; a change is printed with one or two decimals. */
export const compareChange = (stated: Decimal, exact: Decimal): Agreement =>
  stated === roundTo(exact, Math.max(placesOf(stated), 1)) || stated === roundTo(exact, 2) ? 'same' : 'different';
