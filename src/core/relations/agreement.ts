/** Whether a stated number says the computed one: exactly, rounded as it is printed, cut off, or not at all. */
import { DECIMAL_PLACES, placesOf, roundTo, truncateTo, type Decimal } from '../values/decimal';
import { roundRatio, truncateRatio, type Ratio } from '../values/ratio';

export type Agreement = 'same' | 'cut-off' | 'different';

/** Points carry two decimals by custom; more come from a calculation and may be printed shorter. */
const CUSTOM_PLACES = 2;
/** As sums are settled: what lies beyond is a spreadsheet's noise. */
const SETTLED_PLACES = 8;
const COMPUTED_PLACES = 4;

/** 66,67 says 66,6666666667; 66,66 is cut off; 66,6 against a typed 66,64 is different. */
export function comparePoints(cell: Decimal, exact: Decimal): Agreement {
  if (cell === exact) return 'same';
  const stated = roundTo(cell, SETTLED_PLACES);
  const carried = placesOf(stated);
  const places = placesOf(exact) > COMPUTED_PLACES && carried > 0 ? carried : Math.max(carried, CUSTOM_PLACES);
  if (roundTo(exact, places) === stated || roundTo(exact, Math.max(carried, CUSTOM_PLACES)) === stated) return 'same';
  return placesOf(exact) > places && truncateTo(exact, places) === stated ? 'cut-off' : 'different';
}

/** How a sheet prints its quotients. */
export interface Printing {
  readonly leastPlaces: number;
  /** More than these are a slip of the hand. */
  readonly mostPlaces: number;
  /** The others are rounded half-up, so that what is cut off is no habit. */
  readonly isRounded: boolean;
}
export const ANY_PRINTING: Printing = { leastPlaces: 0, mostPlaces: DECIMAL_PLACES, isRounded: false };

/** 87,2 says 87,204; 64,2 is 64,28 cut off; with `leastPlaces` 1, 64 says neither. */
export function comparePercent(cell: Decimal, exact: Ratio, { leastPlaces, isRounded }: Printing): Agreement {
  const stated = roundTo(cell, SETTLED_PLACES);
  const places = Math.max(placesOf(stated), leastPlaces);
  if (roundRatio(exact, places) === stated) return 'same';
  return !isRounded && truncateRatio(exact, places) === stated ? 'cut-off' : 'different';
}

/** With how many decimals a stated quotient is put right. */
export const printedPlaces = (stated: Decimal, { mostPlaces }: Printing): number =>
  Math.min(Math.max(placesOf(stated), CUSTOM_PLACES), mostPlaces);

/** +4,2 says 4,17; a change is printed with one decimal or two. */
export const compareChange = (stated: Decimal, exact: Decimal): Agreement =>
  stated === roundTo(exact, Math.max(placesOf(stated), 1)) || stated === roundTo(exact, 2) ? 'same' : 'different';
