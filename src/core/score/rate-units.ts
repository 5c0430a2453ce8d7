/** The rating (xếp loại) of an index: the first band, from the highest down, that reaches it. */
import type { Decimal } from '../values/decimal';
import type { RatingBand } from '../model/settings';

/**
 * Takes the rounded index, the number that is published: 89,995 shown as 90,00 is Xuất sắc. Null without a scale or
 * below it.
 */
export function rateIndex(published: Decimal, scale: readonly RatingBand[]): string | null {
  const band = scale.find(({ from, inclusive }) => published > from || (inclusive && published === from));
  return band?.label ?? null;
}
