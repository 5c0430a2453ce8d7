/** The number of decimals of a sheet's published indices, and the published index itself. */
import { placesOf, type Decimal } from '../values/decimal';
import { roundRatio, type Ratio } from '../values/ratio';
import type { ScoreSheet } from '../model/score-sheet';
import { DEFAULT_PLACES, type Settings } from '../model/settings';

/** More decimals than these come from a pasted calculation and are not meant for print. */
const MOST_PLACES = 4;

/** The setting, else as many decimals as the typed indices carry (91.651 → 3), at least two. */
export function placesOfSheet(sheet: ScoreSheet, settings: Settings): number {
  if (settings.places !== null) return settings.places;
  let places = DEFAULT_PLACES;
  for (const { stated } of sheet.units) {
    const index = stated.index;
    if (!index || index.isFormula || index.value === null) continue;
    const needed = placesOf(index.value);
    if (needed > places && needed <= MOST_PLACES) places = needed;
  }
  return places;
}

/** Rounded half-up: 84,17 of 93 → 90,51. */
export const publish = (index: Ratio, places: number): Decimal => roundRatio(index, places);
